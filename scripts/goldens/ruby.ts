// What Ruby, SafeYAML and Jekyll's utilities answer to the questions in the fixtures of test/ruby, test/yaml,
// test/text and test/rubygems.

import { spawn } from 'node:child_process';
import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';
import type { Answer, Fixture, Question } from '../../test/ruby/fixture.ts';

const STACK_NAMES = ['github-pages', 'jekyll-4'] as const;
const ROOMS = ['ruby', 'yaml', 'text', 'rubygems'];
const test = fileURLToPath(new URL('../../test/', import.meta.url));
const script = fileURLToPath(new URL('./ruby.rb', import.meta.url));
const reference = process.env.REFERENCE;
if (!reference)
  throw new Error('REFERENCE is not set: it is the command that runs real Jekyll (see scripts/goldens.ts).');
const write = process.argv.includes('--write');

/** A reference that stays open. */
function open(compat: string) {
  const child = spawn(reference!, ['exec', compat, 'ruby', script], { stdio: ['pipe', 'pipe', 'inherit'] });
  const lines = createInterface({ input: child.stdout })[Symbol.asyncIterator]();
  return {
    async ask(name: string, question: Question): Promise<Answer> {
      child.stdin.write(`${JSON.stringify([name, question])}\n`);
      const { value, done } = await lines.next();
      if (done) throw new Error(`the reference ended at ${name} ${JSON.stringify(question)}`);
      return JSON.parse(value);
    },
    end: () => child.stdin.end(),
  };
}

const stacks = STACK_NAMES.map(open);
let stale = 0;
for (const room of ROOMS) {
  const folder = join(test, room, 'fixtures');
  for (const file of readdirSync(folder)
    .filter((name) => name.endsWith('.json'))
    .sort()) {
    const path = join(folder, file);
    const before = readFileSync(path, 'utf8');
    const fixtures = JSON.parse(before) as Fixture[];
    for (const fixture of fixtures) await answer(fixture);
    const after = print(fixtures);
    if (after === before) continue;
    stale++;
    process.stdout.write(`  ${room}/${file}: ${write ? 'written' : 'is not what the reference says'}\n`);
    if (write) writeFileSync(path, after);
  }
}
for (const stack of stacks) stack.end();
if (stale > 0 && !write) process.exitCode = 1;

async function answer({ ask, cases }: Fixture): Promise<void> {
  for (const [i, one] of cases.entries()) {
    const question = one[0];
    const [pages, four] = await Promise.all(stacks.map((stack) => stack.ask(ask, question)));
    const same = JSON.stringify(pages) === JSON.stringify(four);
    cases[i] = same ? [question, pages!] : [question, pages!, four!];
  }
}

// A case a line, so that a change shows what changed.
function print(fixtures: readonly Fixture[]): string {
  const parts = fixtures.map(({ ask, cases }) => {
    const lines = cases.map((one) => `      ${JSON.stringify(one)}`).join(',\n');
    return `  {\n    "ask": ${JSON.stringify(ask)},\n    "cases": [\n${lines}\n    ]\n  }`;
  });
  return `[\n${parts.join(',\n')}\n]\n`;
}
