// Destinations that would destroy something, and files that vanish.

import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'uvu';
import * as assert from 'uvu/assert';
import { build } from '../../src/build/node.ts';
import { BuildError } from '../../src/diagnostics/diagnostic.ts';
import { MemoryFiles } from '../../src/files/memory.ts';
import { inFolder, run } from '../cli/run.ts';
import { page } from './check.ts';

for (const [what, destination, says] of [
  ['a file', 'out/kept.txt', /kept\.txt: it is a file/],
  ['below a file', 'out/kept.txt/site', /kept\.txt\/site: .*kept\.txt is a file/],
  ['the source', 'site', /cannot be or contain the Source directory/],
  ['above the source', '.', /cannot be or contain the Source directory/],
] as const) {
  test(`a destination that is ${what}`, async () => {
    await inFolder({ 'site/index.md': page('text'), 'out/kept.txt': 'kept' }, async (folder) => {
      const { status, err } = await run(folder, ['-s', 'site', '-d', destination]);
      assert.is(status, 1);
      assert.match(err, says);
      assert.match(err, /Hint: .*--destination/);
      assert.equal(readdirSync(join(folder, 'site')), ['index.md']);
      assert.is(readFileSync(join(folder, 'out/kept.txt'), 'utf8'), 'kept');
    });
  });
}

class Vanishing extends MemoryFiles {
  gone = '';
  override read(path: string): Uint8Array {
    if (path === this.gone) this.remove(path);
    return super.read(path);
  }
  override copy(from: string, to: string): void {
    if (from === this.gone) this.remove(from);
    super.copy(from, to);
  }
}

for (const gone of ['/site/_includes/x.html', '/site/picture.png']) {
  test(`a file that vanishes while the site is built: ${gone}`, async () => {
    const files = new Vanishing({
      '/site/index.html': page('{% include x.html %}'),
      '/site/_includes/x.html': 'x',
      '/site/picture.png': 'png',
    });
    files.gone = gone;
    try {
      await build({ source: '/site', destination: '/out', files, compat: 'jekyll-4' });
      assert.unreachable();
    } catch (error) {
      assert.instance(error, BuildError);
      const { code, message, hint } = (error as BuildError).diagnostic;
      assert.is(code, 'file-unreadable');
      assert.match(message, gone);
      assert.match(hint ?? '', 'during the build');
    }
  });
}

test.run();
