// A fault in CoffeeScript is told at its place; test/sites/plugins-coffeescript holds what is compiled.

import { test } from 'uvu';
import * as assert from 'uvu/assert';
import { build } from '../../src/build.ts';
import { BuildError } from '../../src/diagnostics/diagnostic.ts';
import { MemoryFiles } from '../../src/files/memory.ts';

async function fault(coffee: string): Promise<BuildError> {
  const files = new MemoryFiles({ '/site/app.coffee': coffee });
  try {
    await build({ source: '/site', destination: '/out', files, profile: 'github-pages' });
  } catch (error) {
    assert.instance(error, BuildError);
    return error as BuildError;
  }
  throw new Error('it was built');
}

test('a syntax error points at the file', async () => {
  const { diagnostic } = await fault('---\n---\na = 1\nif if\n');
  assert.is(diagnostic.code, 'coffeescript-syntax');
  assert.is(diagnostic.span?.source.text.slice(diagnostic.span.start), 'if if\n');
});

test('where Liquid has changed the text, the file alone is named', async () => {
  const { diagnostic } = await fault('---\n---\na = {{ 1 }}\nif if\n');
  assert.is(diagnostic.span, undefined);
  assert.is(diagnostic.path, 'app.coffee');
});

test.run();
