// Questions and the reference's answers, which scripts/goldens/ruby.ts gets.

import { readFileSync } from 'node:fs';
import { test } from 'uvu';
import * as assert from 'uvu/assert';

export type Question = readonly unknown[];
export type Answer = { readonly is: unknown } | { readonly error: string };
/** The question, its answer, and Jekyll 4's where it differs from 3.10's. */
export type Case = [Question, Answer, Answer] | [Question, Answer] | [Question];

export interface Fixture {
  /** One of the answers in scripts/goldens/ruby.rb. */
  readonly ask: string;
  readonly cases: Case[];
}

type Compat = 'github-pages' | 'jekyll-4';
// biome-ignore lint/suspicious/noExplicitAny: the arguments are what the fixture gives
type Ours = (compat: Compat, ...question: any[]) => unknown;

/** A test for each question of a fixture: `ours` gives our answer, or throws where the reference does. */
export function testFixture(file: URL, ours: Readonly<Record<string, Ours>>): void {
  for (const { ask, cases } of JSON.parse(readFileSync(file, 'utf8')) as Fixture[]) {
    test(ask, () => {
      for (const [question, pages, four] of cases) {
        for (const compat of ['github-pages', 'jekyll-4'] as const) {
          const expected = compat === 'jekyll-4' ? (four ?? pages) : pages;
          const actual = attempt(() => ours[ask]!(compat, ...question));
          // What Ruby says of an error is only compared where we say something of it.
          if ('error' in expected! && 'error' in actual && actual.error === '') continue;
          assert.equal(actual, expected, `${ask} ${JSON.stringify(question)} (${compat})`);
        }
      }
    });
  }
}

function attempt(answer: () => unknown): Answer {
  try {
    const is = answer();
    return is === REFUSED ? { error: '' } : { is };
  } catch (error) {
    return { error: (error as Error).message };
  }
}

/** Our answer where Ruby raises and we only say no. */
export const REFUSED = Symbol('refused');
