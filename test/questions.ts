// Questions to Ruby and its libraries, with the reference's answers: files of cases (see test/cases.ts) in two forms, both
// with a test for each question. scripts/goldens/ruby.ts asks; a new question needs no answer, it is added with --write.
//
//   %%% short questions, one on each line: the arguments as JSON, and the answer
//   %% ask
//   split
//   %% answers
//   "a,b", ",", 0 → ["a", "b"]
//
//   %%% a question that is a string
//   %% yaml
//   a: 1
//   %% value
//   {"a": 1}
//
// If the stacks differ, each has its own part (`answers jekyll-4`), with the questions on which they do.

import { readdirSync, readFileSync } from 'node:fs';
import { test } from 'uvu';
import * as assert from 'uvu/assert';
import { type Case, noGolden, parseCases, partFor } from './cases.ts';

export const STACKS = ['github-pages', 'jekyll-4'] as const;
type Stack = (typeof STACKS)[number];
/** As scripts/goldens/ruby.rb answers. */
export type Answer = { readonly is: unknown } | { readonly error: string };

export interface Question {
  readonly ask: string;
  readonly args: readonly unknown[];
  /** By stack; missing until the reference has been asked. */
  readonly expected: Readonly<Record<Stack, string | undefined>>;
}

const ANSWER = /^((?:"(?:[^"\\]|\\.)*"|[^"→])*?)(?: → (.*))?$/s;
const RAISES = 'raises ';
/** The parts that are not the text of a question. */
const OTHER_PARTS = /^(?:ask|answers|value|error)(?: |$)/;

export function questionsOf({ parts }: Case): Question[] {
  const ask = parts.get('ask')?.trim();
  if (ask !== undefined)
    return rowsOf(parts).map(({ key, expected }) => ({ ask, args: JSON.parse(`[${key}]`), expected }));
  const [text] = [...parts].filter(([name]) => !OTHER_PARTS.test(name));
  const answer = (stack: Stack): string | undefined => {
    const error = partFor(parts, 'error', stack);
    return error === undefined ? partFor(parts, 'value', stack)?.trimEnd() : `${RAISES}${error.trimEnd()}`;
  };
  return [{ ask: text![0], args: [text![1]], expected: byStack(answer) }];
}

/** The lines of a case's `answers`, in their order. */
function rowsOf(parts: Case['parts']): { readonly key: string; readonly expected: Question['expected'] }[] {
  const rows = new Map<string, Record<Stack, string | undefined>>();
  for (const [name, text] of parts) {
    const [, stack] = /^answers(?: (.+))?$/.exec(name) ?? [name, null];
    if (stack === null) continue;
    for (const line of text.split('\n').filter((line) => line !== '')) {
      const [, key, answer] = ANSWER.exec(line)!;
      const known = rows.get(key!) ?? byStack(() => undefined);
      rows.set(key!, { ...known, ...byStack((one) => (stack === undefined || stack === one ? answer : known[one])) });
    }
  }
  return [...rows].map(([key, expected]) => ({ key, expected }));
}

const byStack = <T>(of: (stack: Stack) => T): Record<Stack, T> => ({
  'github-pages': of('github-pages'),
  'jekyll-4': of('jekyll-4'),
});

/** The case with other answers, in the order of its questions. */
export function answered(one: Case, answers: readonly Readonly<Record<Stack, Answer>>[]): Case {
  const lines = new Map<string, string>();
  const add = (name: string, line: string): void => void lines.set(name, `${lines.get(name) ?? ''}${line}\n`);
  const isTable = one.parts.has('ask');
  questionsOf(one).forEach(({ args }, i) => {
    const [pages, four] = STACKS.map((stack) => showAnswer(answers[i]![stack]));
    const versions =
      pages === four
        ? [['', pages!]]
        : [
            [' github-pages', pages!],
            [' jekyll-4', four!],
          ];
    for (const [stack, answer] of versions) {
      if (isTable) add(`answers${stack}`, `${args.map((arg) => JSON.stringify(arg)).join(', ')} → ${answer}`);
      else if (answer!.startsWith(RAISES)) add(`error${stack}`, answer!.slice(RAISES.length));
      else add(`value${stack}`, answer!);
    }
  });
  const [first] = one.parts;
  return { name: one.name, parts: new Map([first!, ...[...lines].sort(([a], [b]) => (a < b ? -1 : 1))]) };
}

/** On one line. Distinct values look distinct. */
export function showAnswer(answer: Answer): string {
  return 'error' in answer ? `${RAISES}${answer.error.replaceAll('\n', '\\n')}` : show(answer.is);
}

/** What `typed` of test/ruby/typed.ts and scripts/goldens/ruby.rb make of a value, as a program would write it. */
function show(value: unknown): string {
  if (Array.isArray(value)) return `[${value.map(show).join(', ')}]`;
  if (value === null || typeof value !== 'object') return value === null ? 'nil' : JSON.stringify(value);
  const { hash, integer, float, date, cycle, ...other } = value as Record<string, unknown>;
  if (Array.isArray(hash)) return `{${hash.map((pair) => pair.map(show).join(': ')).join(', ')}}`;
  if (cycle === true) return '[...]';
  const [plain] = [integer, float, date].filter((one) => typeof one === 'string');
  if (plain !== undefined) return String(plain);
  const fields = Object.entries(other).map(([name, field]) => `${name} ${show(field)}`);
  return `(${fields.join(', ')})`;
}

// biome-ignore lint/suspicious/noExplicitAny: the arguments are what the question gives
type Ours = (stack: Stack, ...args: any[]) => unknown;

/** A test for each question in the files: `ours` answers by the name of what is asked, or throws as the reference does. */
export function testQuestions(folder: URL, files: readonly string[], ours: Readonly<Record<string, Ours>>): void {
  for (const file of files) {
    const { cases } = parseCases(readFileSync(new URL(`${file}.txt`, folder), 'utf8'));
    for (const one of cases) {
      for (const { ask, args, expected } of questionsOf(one)) {
        const title = one.parts.has('ask') ? `: ${args.map((arg) => JSON.stringify(arg)).join(', ')}` : '';
        test(`${file}: ${one.name}${title}`, () => {
          for (const stack of STACKS) {
            if (expected[stack] === undefined) throw new Error(noGolden('ruby'));
            const actual = attempt(() => ours[ask]!(stack, ...args));
            // The reference's message for an error is only compared if ours has one, too.
            if (actual === RAISES && expected[stack].startsWith(RAISES)) continue;
            assert.is(actual, expected[stack], stack);
          }
        });
      }
    }
  }
}

export const filesOf = (folder: URL): string[] =>
  readdirSync(folder)
    .map((name) => name.replace('.txt', ''))
    .sort();

function attempt(answer: () => unknown): string {
  try {
    const is = answer();
    return is === REFUSED ? RAISES : showAnswer({ is });
  } catch (error) {
    return showAnswer({ error: (error as Error).message });
  }
}

/** Our answer if Ruby raises an error with its own message. */
export const REFUSED = Symbol('refused');
