import { readdirSync, readFileSync } from 'node:fs';
import { test } from 'uvu';
import * as assert from 'uvu/assert';
import { errorPage } from '../../scripts/error-page.ts';
import { CATALOGUE } from '../../src/diagnostics/catalogue.ts';

const root = new URL('../../', import.meta.url);

test('docs/errors.md is made from the catalogue: npm run docs:errors', () => {
  assert.is(readFileSync(new URL('docs/errors.md', root), 'utf8'), errorPage());
});

// That every code in src/ is listed is checked by the compiler: Diagnostic.code is of type DiagnosticCode.
test('every code of the catalogue is used', () => {
  const sources = readdirSync(new URL('src/', root), { recursive: true, encoding: 'utf8' })
    .filter((name) => name.endsWith('.ts') && !name.endsWith('catalogue.ts') && !name.includes('lexers'))
    .map((name) => readFileSync(new URL(`src/${name.replaceAll('\\', '/')}`, root), 'utf8'))
    .join('\n');
  const codes = Object.values(CATALOGUE).flatMap((entries) => Object.keys(entries));
  const made = ['commonmark-option', 'commonmark-extension'];
  assert.equal(
    codes.filter((code) => !sources.includes(`'${code}'`) && !made.includes(code)),
    [],
  );
});

test('no code is listed under two subjects', () => {
  const codes = Object.values(CATALOGUE).flatMap((entries) => Object.keys(entries));
  assert.is(new Set(codes).size, codes.length);
});

test.run();
