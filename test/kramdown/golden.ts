// A case of test/kramdown/cases: kramdown's input and output.

import { JEKYLL } from '../../scripts/diff/kramdown-documents.ts';
import { type Case, partFor, partsOf } from '../cases.ts';

export const VERSIONS = ['2.4.0', '2.5.2'] as const;
export type Version = (typeof VERSIONS)[number];

export interface Answer {
  /** Missing where kramdown fails. */
  readonly html?: string;
  /** Without the lines that kramdown names: ours have their places beside them. */
  readonly warnings: readonly string[];
}

export interface Golden {
  readonly name: string;
  readonly text: string;
  readonly options: Readonly<Record<string, unknown>>;
  /** The text is US-ASCII to Ruby. */
  readonly ascii: boolean;
  /** Jekyll's filter smartify, not a page. */
  readonly smartify: boolean;
  readonly answers: ReadonlyMap<Version, Answer>;
}

export function goldenOf({ name, parts }: Case): Golden {
  const as = linesOf(parts.get('as'));
  const answers = VERSIONS.flatMap((version): [Version, Answer][] => {
    const html = partFor(parts, 'html', version);
    if (html === undefined && partFor(parts, 'fails', version) === undefined) return [];
    return [[version, { html, warnings: linesOf(partFor(parts, 'warnings', version)) }]];
  });
  return {
    name,
    text: parts.get('text')!,
    options: { ...JEKYLL, ...optionsOf(parts.get('options')) },
    ascii: as.includes('US-ASCII'),
    smartify: as.includes('smartify'),
    answers: new Map(answers),
  };
}

export function caseOf({ name, text, options, ascii, smartify, answers }: Golden): Case {
  const all = [...answers];
  const as = [...(ascii ? ['US-ASCII'] : []), ...(smartify ? ['smartify'] : [])];
  const own = Object.entries(options).filter(
    ([key, value]) => JSON.stringify(value) !== JSON.stringify((JEKYLL as Record<string, unknown>)[key]),
  );
  const lines = (list: readonly string[]): string | undefined =>
    list.length === 0 ? undefined : `${list.join('\n')}\n`;
  const part = (key: string, value: string | undefined): [string, string][] =>
    value === undefined ? [] : [[key, value]];
  const parts = [
    ...part('options', lines(own.map(([key, value]) => `${key}: ${JSON.stringify(value)}`))),
    ...part('as', lines(as)),
    ...part('text', text),
    ...partsOf(
      'html',
      all.map(([version, answer]) => [version, answer.html]),
    ),
    ...partsOf(
      'fails',
      all.map(([version, answer]) => [version, answer.html === undefined ? '' : undefined]),
    ),
    ...partsOf(
      'warnings',
      all.map(([version, answer]) => [version, lines(answer.warnings)]),
    ),
  ];
  return { name, parts: new Map(parts) };
}

const linesOf = (text = ''): string[] => text.split('\n').filter((line) => line !== '');

function optionsOf(text: string | undefined): Record<string, unknown> {
  const pairs = linesOf(text).map((line) => /^(\w+): (.*)$/.exec(line)!);
  return Object.fromEntries(pairs.map(([, key, value]) => [key, JSON.parse(value!)]));
}
