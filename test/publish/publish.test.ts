// What publishing does to a destination: what it writes, what it leaves unchanged, what it may remove.

import { chmodSync, linkSync, lstatSync, readFileSync, symlinkSync, writeFileSync } from 'node:fs';
import { suite } from 'uvu';
import * as assert from 'uvu/assert';
import { BuildError } from '../../src/diagnostics/diagnostic.ts';
import { publish } from '../../src/publish/publish.ts';
import { outputsOf, PLACES, type Place, publication, publishText, stateOf, treeOf } from './place.ts';

const treeAt = (place: Place): Record<string, string> => treeOf(place.files, `${place.root}/out`);

async function refusalOf(run: Promise<unknown>): Promise<BuildError> {
  const error = await run.then(
    () => null,
    (reason) => reason,
  );
  assert.instance(error, BuildError);
  return error as BuildError;
}

for (const make of PLACES) {
  const test = suite<{ place: Place }>(`publish, ${make().name}`);
  test.before.each((context) => {
    context.place = make();
  });
  test.after.each(({ place }) => place.remove());

  test('a site goes into a new folder, and the next one takes its place', async ({ place }) => {
    const first = await publishText(place, { 'a.html': 'a', 'b/c.html': 'c', 'b/d/e.html': 'e' });
    assert.equal(treeAt(place), { 'a.html': 'a', 'b/c.html': 'c', 'b/d/e.html': 'e' });
    assert.is(first.plan.unchanged, 0);
    const second = await publishText(place, { 'a.html': 'a', 'b/c.html': 'C', 'n/o/p.html': 'p' });
    assert.equal(treeAt(place), { 'a.html': 'a', 'b/c.html': 'C', 'n/o/p.html': 'p' });
    assert.is(second.plan.unchanged, 1);
    assert.equal([...first.diagnostics, ...second.diagnostics], []);
    assert.is(stateOf(place).journal(), null);
  });

  test('a file and a folder change places', async ({ place }) => {
    await publishText(place, { a: 'file', 'b/c': 'file', 'd/e/f': 'deep' });
    await publishText(place, { 'a/x': 'in a', b: 'file', d: 'file' });
    assert.equal(treeAt(place), { 'a/x': 'in a', b: 'file', d: 'file' });
  });

  test('without a record, nothing is removed', async ({ place }) => {
    place.files.write(`${place.root}/out/mine/letter.txt`, 'mine');
    place.files.write(`${place.root}/out/note.txt`, 'mine');
    const error = await refusalOf(publishText(place, { 'a.html': 'a' }));
    assert.is(error.diagnostic.code, 'destination-foreign-files');
    assert.match(error.message, 'mine, note.txt');
    assert.match(error.diagnostic.hint!, '--force');
    assert.equal(treeAt(place), { 'mine/letter.txt': 'mine', 'note.txt': 'mine' });
  });

  test('without a record, a folder that is empty, or whose files are all written again, is accepted', async ({
    place,
  }) => {
    place.files.makeFolder(`${place.root}/out/empty/er`);
    place.files.write(`${place.root}/out/a.html`, 'of another tool');
    await publishText(place, { 'a.html': 'a' });
    assert.equal(treeAt(place), { 'a.html': 'a', 'empty/er': 'folder' });
  });

  test('with a record, what builds wrote goes, and the rest stays with a warning', async ({ place }) => {
    await publishText(place, { 'a.html': 'a', 'b/c.html': 'c', 'b/d.html': 'd', 'e/f.html': 'f' });
    place.files.write(`${place.root}/out/b/mine.txt`, 'mine');
    place.files.write(`${place.root}/out/photos/1.jpg`, 'mine');
    const { diagnostics } = await publishText(place, { 'a.html': 'a' });
    assert.equal(treeAt(place), { 'a.html': 'a', 'b/mine.txt': 'mine', 'photos/1.jpg': 'mine' });
    assert.equal(
      diagnostics.map(({ code }) => code),
      ['destination-foreign-files'],
    );
    assert.match(diagnostics[0]!.message, 'b/mine.txt, photos');
    // And still do when the record has been rewritten.
    await publishText(place, {});
    assert.equal(treeAt(place), { 'b/mine.txt': 'mine', 'photos/1.jpg': 'mine' });
  });

  test("an author's file under the name of one that a build made stays, with a warning", async ({ place }) => {
    await publishText(place, { 'a.html': 'a', 'b.html': 'b', 'c/d.html': 'd', 'e.html': 'e' });
    place.files.remove(`${place.root}/out`);
    for (const path of ['a.html', 'b.html', 'c/d.html']) place.files.write(`${place.root}/out/${path}`, 'the only one');
    place.files.write(`${place.root}/out/e.html`, 'e');
    const { diagnostics } = await publishText(place, { 'a.html': 'a' });
    assert.equal(treeAt(place), { 'a.html': 'a', 'b.html': 'the only one', 'c/d.html': 'the only one' });
    assert.match(diagnostics[0]!.message, 'changed since; they are kept: b.html, c/d.html');
    const error = await refusalOf(publishText(place, { 'b.html/x': 'x' }));
    assert.is(error.diagnostic.code, 'destination-in-the-way');
    assert.is(treeAt(place)['b.html'], 'the only one');
  });

  test("a file that no build made isn't removed for a folder", async ({ place }) => {
    await publishText(place, { 'a.html': 'a' });
    place.files.write(`${place.root}/out/about`, 'mine');
    const error = await refusalOf(publishText(place, { 'a.html': 'A', 'about/index.html': 'x' }));
    assert.is(error.diagnostic.code, 'destination-in-the-way');
    assert.match(error.message, 'about/index.html.md can');
    assert.equal(treeAt(place), { 'a.html': 'a', about: 'mine' });
  });

  test('keep_files stay, by the beginnings of their names, and repositories always', async ({ place }) => {
    const all = { kind: 'all' } as const;
    for (const path of ['kept/x', 'keptalso', 'deep/in', 'deep/other', '.git/HEAD', 'old'])
      place.files.write(`${place.root}/out/${path}`, 'old');
    await publishText(place, { 'a.html': 'a', 'kept/new': 'n' }, { keep: ['kept', 'deep/in'], policy: all });
    assert.equal(Object.keys(treeAt(place)), ['.git/HEAD', 'a.html', 'deep/in', 'kept/new', 'kept/x', 'keptalso']);
  });

  test('a kept file or folder in the way of a page is an error that names both', async ({ place }) => {
    place.files.write(`${place.root}/out/kept`, 'mine');
    place.files.write(`${place.root}/out/folder/x`, 'mine');
    for (const [path, named] of [
      ['kept/index.html', 'the file kept'],
      ['folder', 'the folder folder'],
    ] as const) {
      const error = await refusalOf(publishText(place, { [path]: 'x' }, { keep: ['kept', 'folder'] }));
      assert.match(
        error.message,
        `${path}.md can't be written: ${named} in the destination, kept by \`keep_files\`, is in its way`,
      );
    }
    assert.equal(treeAt(place), { 'folder/x': 'mine', kept: 'mine' });
  });

  test('invalid file names are found before anything is touched', async ({ place }) => {
    const cases: Record<string, string> = {
      'a\0b.html': 'holds a NUL character',
      [`${'x'.repeat(252)}.html`]: 'longer than 255 bytes',
      [`${'é'.repeat(126)}.html`]: 'longer than 255 bytes',
      [`${'d/'.repeat(2040)}x.html`]: 'longer than 4095 bytes',
    };
    for (const [path, why] of Object.entries(cases)) {
      const error = await refusalOf(publishText(place, { 'a.html': 'a', [path]: 'x' }));
      assert.is(error.diagnostic.code, 'destination-name');
      assert.match(error.message, why);
      assert.is(error.diagnostic.path, `${path}.md`);
      assert.is(place.files.stat(`${place.root}/out`), null);
    }
    await publishText(place, { [`${'x'.repeat(250)}.html`]: 'just short enough' });
  });

  test('what an interrupted build on another machine left is removed by the next build', async ({ place }) => {
    await publishText(place, { 'a.html': 'a' });
    for (const path of ['.build-site-abcdefgh-12', 'x/.build-site-abcdefgh-3']) {
      place.files.write(`${place.root}/out/${path}`, 'left');
    }
    await publishText(place, { 'a.html': 'a', 'x/y': 'y' });
    assert.equal(treeAt(place), { 'a.html': 'a', 'x/y': 'y' });
  });

  test("a source folder that looks like an earlier site isn't treated as one", async ({ place }) => {
    place.files.write(`${place.root}/out/index.md`, '---\ntitle: mine\n---\n');
    const error = await refusalOf(
      publishText(place, { 'index.md': 'x' }, { isPartOfSource: true, policy: { kind: 'none', canForce: false } }),
    );
    assert.match(error.diagnostic.hint!, 'part of the source');
  });

  test('a build that is stopped while it writes leaves the old site', async ({ place }) => {
    await publishText(place, { 'a.html': 'a' });
    const controller = new AbortController();
    controller.abort();
    const input = publication(place, outputsOf({ 'a.html': 'A', 'b/c.html': 'c', 'd.html': 'd' }));
    let clock = 0;
    const slow = { ...input.processes!, now: () => (clock += 1000) };
    const error = await refusalOf(publish({ ...input, processes: slow, signal: controller.signal }));
    assert.is(error.diagnostic.code, 'interrupted');
    assert.equal(treeAt(place), { 'a.html': 'a' });
  });

  test.run();
}

const onDisk = suite<{ place: Place }>('publish, on a disk');
onDisk.before.each((context) => {
  context.place = PLACES[0]!();
});
onDisk.after.each(({ place }) => place.remove());

onDisk('files that have their bytes keep inode and time', async ({ place }) => {
  await publishText(place, { 'a.html': 'a', 'b/c.html': 'c' });
  const before = [lstatSync(`${place.root}/out/a.html`), lstatSync(`${place.root}/out/b/c.html`)];
  await publishText(place, { 'a.html': 'a', 'b/c.html': 'c', 'd.html': 'd' });
  const after = [lstatSync(`${place.root}/out/a.html`), lstatSync(`${place.root}/out/b/c.html`)];
  assert.equal(
    after.map(({ ino, mtimeMs, ctimeMs }) => [ino, mtimeMs, ctimeMs]),
    before.map(({ ino, mtimeMs, ctimeMs }) => [ino, mtimeMs, ctimeMs]),
  );
});

onDisk('a page that changes keeps its mode; a new one honours the umask', async ({ place }) => {
  await publishText(place, { 'a.html': 'a' });
  chmodSync(`${place.root}/out/a.html`, 0o640);
  await publishText(place, { 'a.html': 'A', 'b.html': 'b' });
  assert.is(lstatSync(`${place.root}/out/a.html`).mode & 0o777, 0o640);
  assert.is(lstatSync(`${place.root}/out/b.html`).mode & 0o777, 0o666 & ~process.umask());
});

onDisk('nothing is written through links in the destination, symbolic or hard', async ({ place }) => {
  const { root } = place;
  place.files.write(`${root}/own/precious.txt`, 'precious');
  place.files.makeFolder(`${root}/out`);
  symlinkSync(`${root}/own/precious.txt`, `${root}/out/a.html`);
  linkSync(`${root}/own/precious.txt`, `${root}/out/b.html`);
  symlinkSync(`${root}/own`, `${root}/out/folder`);
  const files = { 'a.html': 'a', 'b.html': 'b', 'folder/precious.txt': 'c' };
  assert.is((await refusalOf(publishText(place, files))).diagnostic.code, 'destination-foreign-files');
  await publishText(place, files, { policy: { kind: 'all' } });
  assert.is(readFileSync(`${root}/own/precious.txt`, 'utf8'), 'precious');
  assert.equal(treeAt(place), files);
});

onDisk('a copy follows its source’s bytes and mode', async ({ place }) => {
  const { root } = place;
  const from = `${root}/from.bin`;
  writeFileSync(from, 'one');
  const copy = new Map([['a.bin', { path: 'a.bin', page: 'from.bin', copyOf: from, content: () => '' }]]);
  for (const [bytes, mode] of [
    ['one', 0o644],
    ['two', 0o644],
    ['two', 0o755],
  ] as const) {
    writeFileSync(from, bytes);
    chmodSync(from, mode);
    await publish(publication(place, copy));
    assert.is(readFileSync(`${root}/out/a.bin`, 'utf8'), bytes);
    assert.is(lstatSync(`${root}/out/a.bin`).mode & 0o777, mode & ~process.umask());
  }
  assert.is((await publish(publication(place, copy))).unchanged, 1);
});

onDisk.run();
