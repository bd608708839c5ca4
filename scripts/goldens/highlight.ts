/**
 * Writes what real Rouge, kramdown and Jekyll make of the inputs in the fixtures of test/highlight and test/converters.
 *
 *   REFERENCE="path/to/reference" tsx scripts/goldens/highlight.ts [--check]
 *
 * With --check nothing is written, and the status is 1 where a fixture isn't what the reference gives.
 */
import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { Reference, STACK_NAMES } from '../diff/rouge-reference.ts';

/** A case of a fixture: a question to the reference, and its answers by version, one where they are the same. */
interface Case {
  readonly ask?: string;
  html?: string | null;
  '3.30.0'?: string | null;
  '4.7.0'?: string | null;
}

const VERSIONS = Object.keys(STACK_NAMES) as (keyof typeof STACK_NAMES)[];
const test = fileURLToPath(new URL('../../test/', import.meta.url));
const check = process.argv.includes('--check');
const references = VERSIONS.map((rouge) => new Reference(rouge));
let differ = 0;

/** As `Case` says. */
async function answered(given: Case, language: string): Promise<Case> {
  const { html: _, '3.30.0': __, '4.7.0': ___, ...question } = given;
  const [earlier, later] = await Promise.all(
    references.map(async (reference) => {
      const answer = await reference.ask({ language, ...question });
      if (answer.error !== undefined) throw new Error(`${JSON.stringify(question)}: ${answer.error}`);
      return answer.html ?? null;
    }),
  );
  return earlier === later ? { ...question, html: earlier } : { ...question, '3.30.0': earlier, '4.7.0': later };
}

async function renew(file: string, language: string): Promise<void> {
  const before = readFileSync(file, 'utf8');
  const cases = JSON.parse(before) as Case[];
  const now: Case[] = [];
  for (const given of cases) now.push(await answered(given, language));
  const after = `${JSON.stringify(now, null, 2)}\n`;
  if (after === before) return;
  differ++;
  console.log(`${check ? 'differs' : 'written'}: ${file.slice(test.length)}`);
  if (!check) writeFileSync(file, after);
}

const fixtures = join(test, 'highlight', 'fixtures');
for (const name of readdirSync(fixtures).sort()) await renew(join(fixtures, name), name.replace(/\.json$/, ''));
await renew(join(test, 'converters', 'fixtures', 'rouge.json'), 'plaintext');
for (const reference of references) reference.end();
console.log(`${differ} fixtures ${check ? 'differ' : 'written'}`);
if (check && differ > 0) process.exitCode = 1;
