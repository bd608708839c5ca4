// The format of the cases in test/*/cases/: an input and what the reference makes of it, as a text file that can be read.
//
//   What the file is about, in plain lines.
//
//   %%% the name of a case
//   %% input
//   | a |
//   %% html 2.4.0
//   <table>…
//
// A part begins with a line of its name and ends where the next begins. Its text ends with a line end, unless the name is
// followed by `|-`, as in YAML. A line of the value that would look like a name has `\` in front, and a character that can't be
// seen is written as its code point: ⟨U+00A0⟩.

import { readdirSync, readFileSync } from 'node:fs';

export interface Case {
  readonly name: string;
  /** By name, in the order in which they are written. */
  readonly parts: ReadonlyMap<string, string>;
}

export interface CaseFile {
  readonly about: string;
  readonly cases: readonly Case[];
}

const NO_LINE_END = ' |-';
/** Controls but tab and line feed, blanks that aren't U+0020, marks without width or that turn text around, lone surrogates. */
const UNSEEN =
  /[\0-\x08\x0b-\x1f\x7f-\xa0\xad\u061c\u1680\u2000-\u200f\u2028-\u202f\u205f-\u206f\u3000\ufeff]|⟨U\+[0-9A-F]{4}⟩|[\ud800-\udfff]/gu;

/** The cases of all files in a folder, each with its file's name without the extension. */
export function casesIn(folder: URL): (Case & { readonly file: string })[] {
  return readdirSync(folder).flatMap((name) => {
    const { cases } = parseCases(readFileSync(new URL(name, folder), 'utf8'));
    return cases.map((one) => ({ ...one, file: name.replace(/\.txt$/, '') }));
  });
}

export function printCases({ about, cases }: CaseFile): string {
  const lines = cases.map(({ name, parts }) => `%%% ${name}\n${[...parts].map(printPart).join('')}`);
  return `${about}\n\n${lines.join('\n')}`;
}

function printPart([name, text]: [string, string]): string {
  const shown = text.replace(UNSEEN, (found) => [...found].map(codePoint).join('')).replace(/^(?=\\*%%)/gm, '\\');
  if (text === '') return `%% ${name}\n`;
  return text.endsWith('\n') ? `%% ${name}\n${shown}` : `%% ${name}${NO_LINE_END}\n${shown}\n`;
}

const codePoint = (character: string): string =>
  `⟨U+${character.codePointAt(0)!.toString(16).toUpperCase().padStart(4, '0')}⟩`;

export function parseCases(text: string): CaseFile {
  const [about, ...pieces] = text.split(/^%%% /m);
  return {
    about: about!.trimEnd(),
    cases: pieces.map((piece, i) => {
      const [name, ...parts] = piece.replace(i < pieces.length - 1 ? /\n$/ : /$^/, '').split(/^%% /m);
      return { name: name!.trimEnd(), parts: new Map(parts.map(parsePart)) };
    }),
  };
}

function parsePart(part: string): [string, string] {
  const end = part.indexOf('\n');
  const name = part.slice(0, end).trimEnd();
  const text = part
    .slice(end + 1)
    .replace(/^\\(?=\\*%%)/gm, '')
    .replace(/⟨U\+([0-9A-F]{4,6})⟩/g, (_, hex) => String.fromCodePoint(Number.parseInt(hex, 16)));
  return name.endsWith(NO_LINE_END) ? [name.slice(0, -NO_LINE_END.length), text.slice(0, -1)] : [name, text];
}

/** Fails a case to which nobody has added what the reference answers, in a part with one of these names. */
export function expectAnswer({ parts }: Case, names: readonly string[], goldens: string): void {
  const isAnswer = (part: string): boolean => names.some((name) => part === name || part.startsWith(`${name} `));
  if (![...parts.keys()].some(isAnswer)) throw new Error(noGolden(goldens));
}

/** @param goldens the set of scripts/goldens/ that writes it */
export const noGolden = (goldens: string): string =>
  `no golden yet: \`REFERENCE=… npm run goldens -- --write ${goldens}\` adds it. Without Ruby, say so in the pull request.`;

/** A part for one version: `html 2.4.0`, or `html` if all versions have the same. */
export function partFor(parts: ReadonlyMap<string, string>, name: string, version: string): string | undefined {
  return parts.get(`${name} ${version}`) ?? parts.get(name);
}

/** The reverse: one part if all versions agree. */
export function partsOf(
  name: string,
  answers: readonly (readonly [version: string, text: string | undefined])[],
): [string, string][] {
  const [first] = answers;
  const same = first?.[1] !== undefined && answers.every(([, text]) => text === first[1]);
  if (same && answers.length > 1) return [[name, first[1]!]];
  return answers.flatMap(([version, text]): [string, string][] =>
    text === undefined ? [] : [[`${name} ${version}`, text]],
  );
}
