// What Ruby, SafeYAML, RubyGems, Bundler and Jekyll's utilities answer to the questions in the cases of the folders below
// (see test/questions.ts); --write adds or changes answers.

import { spawn } from 'node:child_process';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';
import { type Answer, answered, questionsOf, STACKS } from '../../test/questions.ts';
import { renewCases } from '../renew-cases.ts';

const FOLDERS = ['ruby', 'yaml', 'text', 'files', 'rubygems'];
const script = fileURLToPath(new URL('./ruby.rb', import.meta.url));
const reference = process.env.REFERENCE;
if (!reference)
  throw new Error('REFERENCE is not set: it is the command that runs real Jekyll (see scripts/goldens.ts).');

/** A reference that stays open. */
function open(compat: string) {
  const child = spawn(reference!, ['exec', compat, 'ruby', script], { stdio: ['pipe', 'pipe', 'inherit'] });
  const lines = createInterface({ input: child.stdout })[Symbol.asyncIterator]();
  return {
    async ask(name: string, question: readonly unknown[]): Promise<Answer> {
      child.stdin.write(`${JSON.stringify([name, question])}\n`);
      const { value, done } = await lines.next();
      if (done) throw new Error(`the reference ended at ${name} ${JSON.stringify(question)}`);
      return JSON.parse(value);
    },
    end: () => child.stdin.end(),
  };
}

const stacks = STACKS.map(open);
const [pages, four] = stacks;
for (const folder of FOLDERS) {
  await renewCases(`${folder}/cases`, async (one) => {
    const answers = questionsOf(one).map(async ({ ask, args }) => ({
      'github-pages': await pages!.ask(ask, args),
      'jekyll-4': await four!.ask(ask, args),
    }));
    return answered(one, await Promise.all(answers));
  });
}
for (const stack of stacks) stack.end();
