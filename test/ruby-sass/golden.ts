// A case of test/ruby-sass/cases: a sheet, the files that it imports, and the CSS in each of Ruby Sass' styles, or that it
// is refused. `styles` names those that count, if not all four do.

import { type Case, partFor, partsOf } from '../cases.ts';

export const STYLES = ['nested', 'expanded', 'compact', 'compressed'] as const;
export type Style = (typeof STYLES)[number];

export interface Golden {
  readonly name: string;
  readonly sheet: string;
  readonly syntax: 'scss' | 'sass';
  /** What it imports, by path below a load path. */
  readonly files: Readonly<Record<string, string>>;
  /** By style; null if the sheet is refused. */
  readonly css: ReadonlyMap<Style, string | null>;
}

const FILE = 'file ';

export function goldenOf({ name, parts }: Case): Golden {
  const syntax = parts.has('sass') ? 'sass' : 'scss';
  const files = [...parts]
    .filter(([part]) => part.startsWith(FILE))
    .map(([part, text]) => [part.slice(FILE.length), text]);
  const styles = (parts.get('styles')?.trim().split(' ') ?? STYLES) as readonly Style[];
  return {
    name,
    sheet: parts.get(syntax)!,
    syntax,
    files: Object.fromEntries(files),
    css: new Map(styles.map((style) => [style, partFor(parts, 'css', style) ?? null])),
  };
}

export function caseOf({ name, sheet, syntax, files, css }: Golden): Case {
  const answers = [...css];
  return {
    name,
    parts: new Map([
      ...(css.size === STYLES.length ? [] : [['styles', `${[...css.keys()].join(' ')}\n`] as const]),
      [syntax, sheet],
      ...Object.entries(files).map(([path, text]) => [`${FILE}${path}`, text] as const),
      ...partsOf(
        'css',
        answers.map(([style, text]) => [style, text ?? undefined]),
      ),
      ...partsOf(
        'refused',
        answers.map(([style, text]) => [style, text === null ? '' : undefined]),
      ),
    ]),
  };
}
