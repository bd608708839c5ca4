// A case of test/site/cases: the files of a small site, and the warnings of Jekyll's logger under both stacks.

import { type Case, partFor, partsOf } from '../cases.ts';

export const STACKS = ['github-pages', 'jekyll-4'] as const;
export type StackName = (typeof STACKS)[number];

const FILE = 'file ';

/** Contents by path. */
export const filesOf = ({ parts }: Case): Record<string, string> =>
  Object.fromEntries(
    [...parts].filter(([part]) => part.startsWith(FILE)).map(([part, text]) => [part.slice(FILE.length), text]),
  );

export const warningsOf = ({ parts }: Case, stack: StackName): string[] =>
  (partFor(parts, 'warnings', stack) ?? '').split('\n').filter((line) => line !== '');

export function answered(one: Case, answers: readonly (readonly [StackName, readonly string[]])[]): Case {
  const files = [...one.parts].filter(([part]) => part.startsWith(FILE));
  const lines = answers.map(([stack, list]) => [stack, list.map((text) => `${text}\n`).join('')] as const);
  return { name: one.name, parts: new Map([...files, ...partsOf('warnings', lines)]) };
}
