// A single warning for all requested plugins that aren't available, with what the site lacks without them.

import type { Diagnostic, Report } from '../diagnostics/diagnostic.ts';
import { closest } from '../text/closest.ts';
import { gemOf, isLibrary, KNOWN_GEMS, type KnownGem } from './known-gems.ts';

/** A plugin that a site asks for. */
export interface Wanted {
  readonly name: string;
  /** Where it is requested: 'Gemfile:12', '_config.yml:3'. */
  readonly place: string;
  /** Whether it comes from the Gemfile's plugin group, which may contain any gem. */
  readonly isGem: boolean;
}

/** @param available names of the available plugins */
export function reportUnknown(wanted: readonly Wanted[], available: readonly string[], report: Report): void {
  const [tools, missing, strange]: [Wanted[], Wanted[], Wanted[]] = [[], [], []];
  for (const one of wanted) {
    const gem = gemOf(one.name);
    const known = KNOWN_GEMS[gem];
    if (known?.isTool === true) tools.push(one);
    else if (known !== undefined || !one.isGem || (gem.includes('jekyll') && !isLibrary(gem))) missing.push(one);
    else if (!isLibrary(gem)) strange.push(one);
  }
  if (missing.length > 0) {
    const bringsTags = missing.some(({ name }) => KNOWN_GEMS[gemOf(name)]?.tags !== undefined);
    report({
      ...about(missing),
      severity: 'warning',
      message:
        missing.length === 1
          ? "build-site doesn't have this plugin, and the site is built without it:"
          : `build-site doesn't have these ${missing.length} plugins, and the site is built without them:`,
      details: list(missing, (one) => loss(one, available)),
      hint: bringsTags
        ? 'A page that uses one of these tags stops the build. Check the other pages before you publish them.'
        : missing.length === 1
          ? 'Check the pages that depend on it before you publish them.'
          : 'Check the pages that depend on them before you publish them.',
    });
  }
  if (tools.length > 0) {
    report({
      ...about(tools),
      severity: 'info',
      message: "build-site doesn't have these tools; the published site is the same without them:",
      details: list(tools, ({ name }) => effectOf(KNOWN_GEMS[gemOf(name)]!)),
    });
  }
  if (strange.length > 0) {
    report({
      ...about(strange),
      severity: 'info',
      message: "build-site doesn't know these gems of the group jekyll_plugins:",
      details: list(strange, () => ''),
      hint: 'If one of them is a Jekyll plugin, the site is built without it. Otherwise there is nothing to do.',
    });
  }
}

const about = (wanted: readonly Wanted[]): Pick<Diagnostic, 'code' | 'path'> => ({
  code: 'plugin-unknown',
  path: wanted[0]!.place.replace(/:\d+$/, ''),
});

const list = (wanted: readonly Wanted[], note: (one: Wanted) => string): string[] =>
  wanted.map((one) => `${one.name} (${one.place})${note(one) === '' ? '' : `: ${note(one)}`}`);

function loss({ name }: Wanted, available: readonly string[]): string {
  const gem = gemOf(name);
  if (available.includes(gem)) return `write ${gem}`;
  const known = KNOWN_GEMS[gem];
  if (known !== undefined) return effectOf(known);
  const near = closest(gem, [...available, ...Object.keys(KNOWN_GEMS)]);
  return near === null ? '' : `did you mean ${near}?`;
}

const effectOf = ({ effect, tags, filters }: KnownGem): string =>
  [effect, named(tags, 'tag', (name) => `{% ${name} %}`), named(filters, 'filter', (name) => name)]
    .filter((part) => part !== undefined)
    .join('; ');

function named(names: string | undefined, kind: string, shown: (name: string) => string): string | undefined {
  if (names === undefined) return undefined;
  const all = names.split(' ');
  const some = all.slice(0, 4).map(shown).join(', ');
  return `the ${kind}${all.length === 1 ? '' : 's'} ${some}${all.length > 4 ? ' …' : ''}`;
}
