// What real Jekyll's Liquid makes of the templates in test/liquid/fixtures, each a case `[template, answer]`, or
// `[template, answer under github-pages, answer under jekyll-4]` where the two differ.

import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { type Answer, type Case, type Fixture, print } from '../../test/liquid/fixture.ts';
import { LiquidReference } from '../diff/liquid.ts';

const folder = fileURLToPath(new URL('../../test/liquid/fixtures/', import.meta.url));
const write = process.argv.includes('--write');
const [pages, four] = [new LiquidReference('github-pages'), new LiquidReference('jekyll-4')];
let stale = 0;
for (const name of readdirSync(folder).sort()) {
  const path = join(folder, name);
  const before = readFileSync(path, 'utf8');
  const fixtures = JSON.parse(before) as Fixture[];
  for (const { cases } of fixtures) for (const [i, [template]] of cases.entries()) cases[i] = await ask(template);
  const after = print(fixtures);
  if (after === before) continue;
  stale++;
  process.stdout.write(`  liquid/${name}: ${write ? 'written' : 'is not what the reference says'}\n`);
  if (write) writeFileSync(path, after);
}
pages.end();
four.end();
if (stale > 0 && !write) process.exitCode = 1;

async function ask(template: string): Promise<Case> {
  const answers = [await pages.ask(template), await four.ask(template)].map(short);
  const [a, b] = answers as [Answer, Answer];
  return JSON.stringify(a) === JSON.stringify(b) ? [template, a] : [template, a, b];
}

// Only what says something: a text alone as a string.
function short({ text, ascii, warnings, error }: Awaited<ReturnType<LiquidReference['ask']>>): Answer {
  if (error !== undefined) return { error: error.replaceAll(pages.folder, '').replaceAll(four.folder, '') };
  const answer: Exclude<Answer, string> = { text: text! };
  if (ascii) answer.ascii = true;
  if (warnings !== undefined && warnings.length > 0) answer.warnings = [...warnings];
  return Object.keys(answer).length === 1 ? text! : answer;
}
