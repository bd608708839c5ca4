// A case of test/liquid/cases: a template, and what both stacks make of it (scripts/goldens/liquid.ts asks them).

import { type Case, partFor, partsOf } from '../cases.ts';

export const STACKS = ['github-pages', 'jekyll-4'] as const;
export type StackName = (typeof STACKS)[number];

/** The output with Liquid's warnings, or the error that stopped it. */
export type Answer =
  | { readonly text: string; readonly isAscii: boolean; readonly warnings: readonly string[] }
  | { readonly error: string };

const OUTPUT = 'output';
/** Whether the result is US-ASCII to Ruby, which kramdown reveals. */
const ASCII_OUTPUT = 'output in US-ASCII';

export function answerOf({ parts }: Case, stack: StackName): Answer | null {
  const error = partFor(parts, 'error', stack);
  if (error !== undefined) return { error: error.replace(/\n$/, '') };
  const ascii = partFor(parts, ASCII_OUTPUT, stack);
  const text = ascii ?? partFor(parts, OUTPUT, stack);
  if (text === undefined) return null;
  const warnings = (partFor(parts, 'warnings', stack) ?? '').split('\n').filter((line) => line !== '');
  return { text, isAscii: ascii !== undefined, warnings };
}

export function caseOf(name: string, template: string, answers: readonly (readonly [StackName, Answer])[]): Case {
  const all = (part: string, of: (answer: Answer) => string | undefined): [string, string][] =>
    partsOf(
      part,
      answers.map(([stack, answer]) => [stack, of(answer)]),
    );
  const lines = (list: readonly string[]): string | undefined =>
    list.length === 0 ? undefined : `${list.join('\n')}\n`;
  return {
    name,
    parts: new Map([
      ['template', template],
      ...all(OUTPUT, (answer) => ('text' in answer && !answer.isAscii ? answer.text : undefined)),
      ...all(ASCII_OUTPUT, (answer) => ('text' in answer && answer.isAscii ? answer.text : undefined)),
      ...all('warnings', (answer) => ('text' in answer ? lines(answer.warnings) : undefined)),
      ...all('error', (answer) => ('error' in answer ? `${oneLine(answer.error)}\n` : undefined)),
    ]),
  };
}

/** Ruby names objects by their address, ends some messages with a line end, and adds where an include was. */
export const oneLine = (message: string): string =>
  message
    .replace(/ included $/, '')
    .replace(/\s+/g, ' ')
    .trim();
