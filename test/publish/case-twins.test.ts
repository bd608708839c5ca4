import { test } from 'uvu';
import * as assert from 'uvu/assert';
import { MemoryFiles } from '../../src/files/memory.ts';
import { type Place, publishText, treeOf } from './place.ts';

/** A case-insensitive disk, as under Windows and macOS. */
class IgnoringCase extends MemoryFiles {
  override entry(path: string) {
    return super.entry(path) ?? super.entry(path.toLowerCase());
  }
}

const place = (files: MemoryFiles): Place => ({ name: 'memory', files, root: '/root', remove: () => {} });
const PAGES = { 'About.html': '1', 'about.html': '2', 'Img/a.png': '3', 'img/b.png': '4' };

test('paths that differ only in case are a warning on a case-insensitive disk', async () => {
  const { diagnostics } = await publishText(place(new IgnoringCase({ '/root/x': '' })), PAGES);
  assert.equal(
    diagnostics.map(({ code, severity }) => [code, severity]),
    [['destination-case', 'warning']],
  );
  assert.match(diagnostics[0]!.message, 'only the last of each of these exists: About.html and about.html.');
});

test('elsewhere both are written, without a warning', async () => {
  const here = place(new MemoryFiles({ '/root/x': '' }));
  const { diagnostics } = await publishText(here, PAGES);
  assert.equal(diagnostics, []);
  assert.equal(treeOf(here.files, '/root/out'), PAGES);
});

test.run();
