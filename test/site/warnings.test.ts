// The warnings of a build: on the same occasions, of the same files, as Jekyll's logger gets them (scripts/goldens/warnings.ts).
// Ours prints each once, while Jekyll repeats it for every page; the wording may differ.

import { test } from 'uvu';
import * as assert from 'uvu/assert';
import { build } from '../../src/build/node.ts';
import type { Compat } from '../../src/config/stacks.ts';
import { BuildError, type Diagnostic } from '../../src/diagnostics/diagnostic.ts';
import { formatDiagnostic } from '../../src/diagnostics/format.ts';
import { MemoryFiles } from '../../src/files/memory.ts';
import { casesIn, expectAnswer } from '../cases.ts';
import { filesOf, STACKS, warningsOf } from './golden.ts';

/** Messages of Jekyll's that belong to the one before, and the end of a failed build. */
const FOLLOWS = /^(?:Defaults: Please|text$|Conversion error:|ERROR:|SystemExit:|Liquid Exception:|Jekyll::Errors::)/;

/** Where ours deliberately says more: Jekyll 4 doesn't check redirects for conflicts, though one of the two is lost. */
const MORE: ReadonlyMap<string, readonly RegExp[]> = new Map([
  [
    'two redirections from one address (jekyll-4)',
    [/old\/index\.html is the destination of several files: redirect_from in a\.md, redirect_from in b\.md\./],
  ],
  [
    'a redirection from an address that a page has (jekyll-4)',
    [/b\.html is the destination of several files: b\.md, redirect_from in a\.md\./],
  ],
]);

/** Jekyll's warnings of a site, each once. */
function occasions(messages: readonly string[]): string[] {
  const said = messages.filter((message) => !FOLLOWS.test(message)).map((message) => message.replace('/#excerpt', ''));
  return [...new Set(said.length > 0 ? said : messages.slice(0, 1))];
}

/** Ours, or the fault that stops the build. */
async function ours(files: Readonly<Record<string, string>>, compat: Compat): Promise<string[]> {
  const diagnostics: Diagnostic[] = [];
  const paths = Object.entries(files).map(([path, text]) => [`/site/${path}`, text]);
  const options = {
    source: '/site',
    destination: '/out',
    environment: 'production',
    now: 1_795_435_200,
    nwo: 'owner/name',
  };
  try {
    await build({
      ...options,
      compat,
      offline: true,
      files: new MemoryFiles(Object.fromEntries(paths), 1_795_435_200_000),
      report: (diagnostic) => diagnostics.push(diagnostic),
    });
  } catch (error) {
    if (!(error instanceof BuildError)) throw error;
    diagnostics.push(error.diagnostic);
  }
  // Which themes are at hand is not the site's doing.
  return diagnostics
    .filter(({ severity, code }) => severity !== 'info' && code !== 'theme-missing')
    .map((one) => formatDiagnostic(one, { color: false }));
}

const cases = casesIn(new URL('cases/', import.meta.url));
for (const compat of STACKS) {
  for (const one of cases) {
    const files = filesOf(one);
    test(`${one.file}, ${compat}: ${one.name}`, async () => {
      expectAnswer(one, ['warnings'], 'warnings');
      const theirs = occasions(warningsOf(one, compat));
      const said = await ours(files, compat);
      const more = MORE.get(`${one.name} (${compat})`) ?? [];
      more.forEach((pattern, i) => {
        assert.match(said[theirs.length + i] ?? '', pattern);
      });
      assert.is(
        said.length,
        theirs.length + more.length,
        `Jekyll:\n${theirs.join('\n')}\nbuild-site:\n${said.join('\n')}`,
      );
      theirs.forEach((text, i) => {
        const named = Object.keys(files).filter((path) => text.includes(path));
        for (const path of named) assert.ok(said[i]!.includes(path), `${said[i]} doesn't name ${path}, as in: ${text}`);
      });
    });
  }
}

test.run();
