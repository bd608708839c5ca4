// What real Rouge makes of the code in test/highlight/cases (a new case is a name and its code; --write adds the rest), and what
// kramdown and Jekyll make of the questions in test/converters/fixtures/rouge.json.

import { readFileSync, writeFileSync } from 'node:fs';
import { caseOf, VERSIONS, type Version } from '../../test/highlight/golden.ts';
import { Reference } from '../diff/rouge-reference.ts';
import { renewCases } from '../renew-cases.ts';

/** A question to the reference, and its answers by version, one where they are the same. */
interface Question {
  readonly ask: string;
  readonly html?: string | null;
  readonly '3.30.0'?: string | null;
  readonly '4.7.0'?: string | null;
}

const references = VERSIONS.map((version) => [version, new Reference(version)] as const);

const answers = (question: object): Promise<[Version, string | null][]> =>
  Promise.all(
    references.map(async ([version, reference]): Promise<[Version, string | null]> => {
      const { html, error } = await reference.ask(question);
      if (error !== undefined) throw new Error(`${JSON.stringify(question)}: ${error}`);
      return [version, html ?? null];
    }),
  );

async function answered(given: Question): Promise<Question> {
  const { html: _, '3.30.0': __, '4.7.0': ___, ...question } = given;
  const [[, earlier], [, later]] = (await answers({ language: 'plaintext', ...question })) as [
    [Version, string | null],
    [Version, string | null],
  ];
  return earlier === later ? { ...question, html: earlier } : { ...question, '3.30.0': earlier, '4.7.0': later };
}

await renewCases('highlight/cases', async ({ name, parts }, language) => {
  const code = parts.get('code')!;
  return caseOf(name, code, await answers({ language, code }));
});

const path = new URL('../../test/converters/fixtures/rouge.json', import.meta.url);
const before = readFileSync(path, 'utf8');
const questions: Question[] = [];
for (const question of JSON.parse(before) as Question[]) questions.push(await answered(question));
for (const [, reference] of references) reference.end();
const after = `${JSON.stringify(questions, null, 2)}\n`;
if (after !== before) {
  const isWriting = process.argv.includes('--write');
  process.stdout.write(`  converters/rouge.json ${isWriting ? 'written' : 'is not what the reference answers'}\n`);
  if (isWriting) writeFileSync(path, after);
  else process.exitCode = 1;
}
