// The golden sites, test/sites/NAME: a small site in source/, what real Jekyll makes of it in expected/STACK/, and
// site.json, which says what the site is about and how it is built. Shared by the test and by the script that asks the
// reference, so that both build the same files under the same conditions.

import { cpSync, mkdtempSync, readdirSync, readFileSync, realpathSync, rmSync, statSync, utimesSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Compat } from '../src/config/stacks.ts';

export interface GoldenSite {
  readonly name: string;
  readonly about: string;
  /** owner/name, for PAGES_REPO_NWO. */
  readonly repository: string;
  /** Variables of the environment besides. */
  readonly env: Readonly<Record<string, string>>;
  /** Of the command line. */
  readonly flags: readonly string[];
  readonly stacks: readonly Compat[];
  readonly source: string;
  readonly expected: (compat: Compat) => string;
}

/** The reference's clock, 2026-11-23 12:00:00 UTC, in seconds since 1970. */
export const MOMENT = 1_795_435_200;
/** The modification time of every source file, which sitemaps print. */
const CHANGED = new Date('2026-05-04T03:02:01Z');

const folder = join(dirname(fileURLToPath(import.meta.url)), 'sites');

export function goldenSites(): GoldenSite[] {
  return readdirSync(folder).map((name) => {
    const own = JSON.parse(readFileSync(join(folder, name, 'site.json'), 'utf8'));
    return {
      name,
      about: own.about,
      repository: own.repository,
      env: own.env ?? {},
      flags: own.flags ?? [],
      stacks: own.stacks ?? ['github-pages', 'jekyll-4'],
      source: join(folder, name, 'source'),
      expected: (compat) => join(folder, name, 'expected', compat),
    };
  });
}

/** A copy of a site in a temporary folder, with every file's time set, and a folder beside it to build to. */
export function workingCopy(site: GoldenSite): { source: string; destination: string; remove(): void } {
  const root = realpathSync(mkdtempSync(join(tmpdir(), 'build-site-golden-')));
  const source = join(root, 'site');
  cpSync(site.source, source, { recursive: true });
  for (const name of filesBelow(source)) utimesSync(join(source, name), CHANGED, CHANGED);
  return { source, destination: join(root, 'out'), remove: () => rmSync(root, { recursive: true }) };
}

/** All files below a folder, relative to it, sorted; [] if it doesn't exist. */
export function filesBelow(folder: string): string[] {
  let names: string[];
  try {
    names = readdirSync(folder, { recursive: true, encoding: 'utf8' });
  } catch {
    return [];
  }
  return names.filter((name) => statSync(join(folder, name)).isFile()).sort();
}

/** How a built tree differs from the expected one: 'missing x', 'extra x', 'different x' with the first line that differs. */
export function differences(expected: string, actual: string): string[] {
  const [want, have] = [filesBelow(expected), filesBelow(actual)];
  const missing = want.filter((name) => !have.includes(name)).map((name) => `missing ${name}`);
  const extra = have.filter((name) => !want.includes(name)).map((name) => `extra ${name}`);
  const different = want
    .filter((name) => have.includes(name))
    .flatMap((name) => {
      const [a, b] = [readFileSync(join(expected, name)), readFileSync(join(actual, name))];
      return a.equals(b) ? [] : [`different ${name}${firstDifference(a.toString(), b.toString())}`];
    });
  return [...missing, ...extra, ...different];
}

function firstDifference(expected: string, actual: string): string {
  const [want, have] = [expected.split('\n'), actual.split('\n')];
  const line = want.findIndex((text, i) => text !== have[i]);
  const at = line < 0 ? want.length : line;
  return `, line ${at + 1}\n  expected: ${JSON.stringify(want[at])}\n  actual:   ${JSON.stringify(have[at])}`;
}
