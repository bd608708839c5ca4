// One contract, two file systems.

import * as assert from 'uvu/assert';
import { BuildError } from '../../src/diagnostics/diagnostic.ts';
import { onBoth } from './place.ts';

const text = (bytes: Uint8Array): string => new TextDecoder().decode(bytes);

function codeOf(run: () => unknown): string {
  try {
    run();
  } catch (error) {
    assert.instance(error, BuildError);
    return (error as BuildError).diagnostic.code;
  }
  return 'nothing was thrown';
}

onBoth((test) => {
  test('a file comes back as it was written, in folders made for it', ({ place: { files, root } }) => {
    files.write(`${root}/a/b/c.txt`, 'héllo');
    files.write(`${root}/raw`, new Uint8Array([0, 255, 10]));
    assert.is(text(files.read(`${root}/a/b/c.txt`)), 'héllo');
    assert.equal([...files.read(`${root}/raw`)], [0, 255, 10]);
    assert.is(files.stat(`${root}/a/b/c.txt`)?.size, 6);
    assert.is(text(files.head(`${root}/a/b/c.txt`, 3)), 'hé');
    assert.is(text(files.head(`${root}/a/b/c.txt`, 99)), 'héllo');
    assert.is(files.head(`${root}/a`, 3).length + files.head(`${root}/gone`, 3).length, 0);
    assert.is(files.stat(`${root}/a`)?.kind, 'directory');
    files.write(`${root}/raw`, 'shorter?');
    assert.is(text(files.read(`${root}/raw`)), 'shorter?');
  });

  test('a folder or a file moves in one step, unless a non-empty folder is in the way', ({
    place: { files, root },
  }) => {
    files.write(`${root}/draft/a/b.txt`, 'b');
    files.link(`${root}/draft/to-b`, 'a/b.txt');
    assert.is(files.move(`${root}/draft`, `${root}/new/place`), true);
    assert.is(text(files.read(`${root}/new/place/to-b`)), 'b');
    assert.is(files.isLink(`${root}/new/place/to-b`), true);
    assert.is(files.stat(`${root}/draft`), null);
    files.write(`${root}/draft/c.txt`, 'c');
    assert.is(files.move(`${root}/draft`, `${root}/new/place`), false);
    assert.equal(files.list(`${root}/new/place`), ['a', 'to-b']);
    assert.equal(files.list(`${root}/draft`), ['c.txt']);
    files.write(`${root}/old.txt`, 'old');
    assert.is(files.move(`${root}/draft/c.txt`, `${root}/old.txt`), true);
    assert.is(text(files.read(`${root}/old.txt`)), 'c');
    assert.is(
      codeOf(() => files.move(`${root}/nothing`, `${root}/x`)),
      'file-unwritable',
    );
  });

  test('names come in the order of their bytes', ({ place: { files, root } }) => {
    // The private-use character is below the emoji in bytes, and above its first half in UTF-16.
    const names = ['b', 'B', 'é', 'a-b', 'a', 'a.md', '😀', '\ue000', '_x', '10', '9'];
    for (const name of names) files.write(`${root}/f/${name}`, '');
    const expected = [...names].sort((x, y) => Buffer.compare(Buffer.from(x), Buffer.from(y)));
    assert.equal(files.list(`${root}/f`), expected);
  });

  test("a missing path has no names, no stat, and isn't a link", ({ place: { files, root } }) => {
    files.write(`${root}/file`, '');
    assert.equal(files.list(`${root}/nope`), []);
    assert.equal(files.list(`${root}/file`), []);
    assert.is(files.stat(`${root}/nope`), null);
    assert.is(files.stat(`${root}/file/below`), null);
    assert.is(files.isLink(`${root}/nope`), false);
    assert.is(files.realPath(`${root}/nope`), `${root}/nope`);
    files.remove(`${root}/nope`);
  });

  test('reading a missing file, or a folder, is a build error', ({ place: { files, root } }) => {
    files.write(`${root}/a/x`, '');
    assert.is(
      codeOf(() => files.read(`${root}/gone`)),
      'file-unreadable',
    );
    assert.is(
      codeOf(() => files.read(`${root}/a`)),
      'file-unreadable',
    );
    assert.is(
      codeOf(() => files.copy(`${root}/gone`, `${root}/b`)),
      'file-unreadable',
    );
  });

  test('a file and a folder can not share a name', ({ place: { files, root } }) => {
    files.write(`${root}/page`, '');
    assert.is(
      codeOf(() => files.write(`${root}/page/sub`, '')),
      'file-unwritable',
    );
    files.write(`${root}/folder/x`, '');
    assert.is(
      codeOf(() => files.write(`${root}/folder`, '')),
      'file-unwritable',
    );
  });

  test('a copy keeps the bytes and the time', ({ place: { files, root } }) => {
    files.write(`${root}/from`, 'x');
    files.copy(`${root}/from`, `${root}/deep/er/to`);
    assert.is(text(files.read(`${root}/deep/er/to`)), 'x');
    const [from, to] = [files.stat(`${root}/from`)!, files.stat(`${root}/deep/er/to`)!];
    assert.ok(Math.abs(from.mtime - to.mtime) < 1);
  });

  test('removing takes a folder with all that is in it', ({ place: { files, root } }) => {
    for (const name of ['x/1', 'x/y/2', 'z']) files.write(`${root}/${name}`, '');
    files.remove(`${root}/x`);
    assert.is(files.stat(`${root}/x/y/2`), null);
    assert.equal(files.list(root), ['z']);
    files.remove(`${root}/z`);
    assert.equal(files.list(root), []);
  });

  test('links are followed, and known', ({ place: { files, root, link } }) => {
    files.write(`${root}/real/file`, 'in');
    link(`${root}/way`, 'real');
    link(`${root}/dead`, 'nowhere');
    link(`${root}/one`, 'two');
    link(`${root}/two`, 'one');
    assert.is(files.isLink(`${root}/way`), true);
    assert.is(files.isLink(`${root}/real`), false);
    assert.is(files.isLink(`${root}/way/file`), false);
    assert.is(files.stat(`${root}/way`)?.kind, 'directory');
    assert.is(text(files.read(`${root}/way/file`)), 'in');
    assert.equal(files.list(`${root}/way`), ['file']);
    assert.is(files.realPath(`${root}/way/file`), `${root}/real/file`);
    assert.is(files.stat(`${root}/dead`), null);
    assert.is(files.isLink(`${root}/dead`), true);
    assert.is(files.stat(`${root}/one`), null);
    files.remove(`${root}/way`);
    assert.is(files.stat(`${root}/real/file`)?.kind, 'file');
  });
});
