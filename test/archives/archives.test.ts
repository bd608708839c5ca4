// Archives as they should be, and as they must not be.

import { test } from 'uvu';
import * as assert from 'uvu/assert';
import { crc32 } from '../../src/archives/crc32.ts';
import { readGem } from '../../src/archives/gem.ts';
import { gunzip } from '../../src/archives/gunzip.ts';
import { readTar } from '../../src/archives/tar.ts';
import { readZip } from '../../src/archives/zip.ts';
import { BuildError } from '../../src/diagnostics/diagnostic.ts';
import { type Extra, gzip, makeGem, makeTar, makeZip } from './make.ts';

const texts = (files: ReadonlyMap<string, Uint8Array>): Record<string, string> =>
  Object.fromEntries([...files].map(([path, bytes]) => [path, new TextDecoder().decode(bytes)]));

/** What the refusal of an archive says; fails if it is not refused. */
async function refusal(read: Promise<unknown>): Promise<string> {
  try {
    await read;
  } catch (error) {
    assert.instance(error, BuildError);
    assert.is((error as BuildError).diagnostic.code, 'archive-refused');
    return (error as BuildError).message;
  }
  return 'it was not refused';
}

const link = (name: string, linkname: string): Extra => ({ name, linkname, size: 0, type: 'symlink' });

test('a tar yields its files and links, also with long and unusual names', async () => {
  const long = `${'deep/'.repeat(40)}${'x'.repeat(120)}.html`;
  const files = { 'a.txt': 'A', './b//c.txt': 'ö', [long]: 'long', 'empty.txt': '', '-1%.txt': '' };
  const tar = await makeTar(files, [
    { name: 'folder/', size: 0, type: 'directory' },
    link('b/to-a', '../a.txt'),
    { name: 'again.txt', linkname: 'a.txt', size: 0, type: 'link' },
  ]);
  const archive = await readTar(tar, 'x.tar');
  assert.equal(texts(archive.files), {
    'a.txt': 'A',
    'b/c.txt': 'ö',
    [long]: 'long',
    'empty.txt': '',
    '-1%.txt': '',
    'again.txt': 'A',
  });
  assert.equal([...archive.links], [['b/to-a', '../a.txt']]);
});

test('no entry leaves its folder', async () => {
  const wrong: [Record<string, string>, Extra[], RegExp][] = [
    [{ '../out.txt': '' }, [], /'\.\.\/out\.txt' leads out of its folder/],
    [{ 'a/../../out.txt': '' }, [], /leads out/],
    [{ 'a/..': '' }, [], /leads out/],
    [{ '/etc/passwd': '' }, [], /'\/etc\/passwd' is an absolute path/],
    [{ 'C:/x': '' }, [], /absolute/],
    [{ '..\\x': '' }, [], /has a backslash/],
    [{ '\\\\host\\x': '' }, [], /absolute/],
    [{}, [link('a', '/etc')], /the link 'a' leads to '\/etc'/],
    [{}, [link('a', '..')], /leads to/],
    [{}, [link('a/b', '../../x')], /leads to/],
    [{}, [link('a/b', 'c/../../../x')], /leads to/],
    [{ 'a/b/c': '' }, [link('x/y', '..'), link('z', 'x/y/..')], /leads to/],
    [{ 'f/g': '' }, [link('x', 'f'), link('z', 'x/g')], /the link 'z'/],
    [{ 'l/inside.txt': '' }, [link('l', 'a')], /'l\/inside\.txt' is in 'l', which is not a folder/],
    [{ f: '', 'f/g': '' }, [], /is in 'f'/],
    [{}, [{ name: 'dev', size: 0, type: 'character-device' }], /'dev' is a character device/],
    [{}, [{ name: 'pipe', size: 0, type: 'fifo' }], /'pipe' is a fifo/],
    [{}, [{ name: 'h', linkname: '../../etc/passwd', size: 0, type: 'link' }], /leads out/],
    [{}, [{ name: 'h', linkname: 'nowhere', size: 0, type: 'link' }], /which the archive doesn't contain/],
  ];
  for (const [files, extra, message] of wrong) {
    assert.match(await refusal(readTar(await makeTar(files, extra), 'x.tar')), message);
  }
});

test('sizes are limited', async () => {
  const tar = await makeTar({ a: 'x'.repeat(600), b: 'x'.repeat(600) });
  assert.match(await refusal(readTar(tar, 'x.tar', { bytes: 1000, entries: 9 })), /larger than 0 MiB/);
  assert.match(await refusal(readTar(tar, 'x.tar', { bytes: 9999, entries: 1 })), /more than 1 entries/);
  const zip = await makeZip('t/', { a: 'x'.repeat(600), b: 'x'.repeat(600) });
  assert.match(await refusal(readZip(zip, 'x.zip', { bytes: 1000, entries: 9 })), /larger than 0 MiB/);
  assert.match(await refusal(readZip(zip, 'x.zip', { bytes: 9999, entries: 1 })), /more than 1 entries/);
  const bomb = await gzip(new Uint8Array(64 * 1024 * 1024));
  assert.ok(bomb.length < 100_000);
  assert.match(await refusal(gunzip(bomb, 'x.gz', 1024 * 1024)), /larger than 1 MiB/);
});

test('truncated or damaged archives are refused', async () => {
  const tar = await makeTar({ 'a.txt': 'x'.repeat(2000) });
  for (const end of [300, 900, 1600]) {
    assert.match(await refusal(readTar(tar.subarray(0, end), 'x.tar')), /damaged or cut short/);
  }
  const turned = tar.slice();
  turned[3]! ^= 1;
  assert.match(await refusal(readTar(turned, 'x.tar')), /damaged/);
  const gem = await makeGem('x', '1.0', { 'a.txt': 'x'.repeat(3000) });
  for (let end = 0; end < gem.length - 1024; end += 97) {
    assert.match(await refusal(readGem(gem.subarray(0, end), 'x.gem')), /is refused: it is (?:damaged|no gem)/);
  }
  assert.match(await refusal(readGem(tar, 'x.gem')), /not a gem: metadata\.gz is missing/);
  assert.match(await refusal(readGem(new TextEncoder().encode('<html>Not found</html>'), 'x.gem')), /damaged/);
  const packed = await gzip('hello');
  assert.match(await refusal(gunzip(packed.subarray(0, packed.length - 4), 'x.gz', 99)), /damaged/);
  const zip = await makeZip('t/', { 'a.txt': 'x'.repeat(3000) });
  for (let end = 0; end < zip.length; end += 13) {
    assert.match(await refusal(readZip(zip.subarray(0, end), 'x.zip')), /damaged/);
  }
});

test('a gem yields its specification and its files', async () => {
  const gem = await readGem(await makeGem('harbour', '1.2.3', { '_layouts/a.html': 'A' }), 'harbour-1.2.3.gem');
  assert.match(gem.metadata, /^name: harbour$/m);
  assert.equal(texts(gem.files), { '_layouts/a.html': 'A' });
});

test('a zip yields its files; links are left out, as in rubyzip', async () => {
  const zip = await makeZip('theme-HEAD/', { 'a.txt': 'A', 'b/ö.txt': 'ö', empty: '' }, { link: '/etc/passwd' });
  const { files, links } = await readZip(zip, 'x.zip');
  assert.equal(texts(files), { 'theme-HEAD/a.txt': 'A', 'theme-HEAD/b/ö.txt': 'ö', 'theme-HEAD/empty': '' });
  assert.is(links.size, 0);
  assert.match(await refusal(readZip(await makeZip('../', { 'a.txt': '' }), 'x.zip')), /leads out/);
  assert.match(await refusal(readZip(await makeZip('/', { 'a.txt': '' }), 'x.zip')), /absolute/);
});

test('the checksum of a file in a zip is checked', async () => {
  // The check value of CRC-32 in its specification.
  assert.is(crc32(new TextEncoder().encode('123456789')), 0xcbf43926);
  assert.is(crc32(new Uint8Array()), 0);
  const files = { 'a.txt': 'A' };
  assert.is((await readZip(await makeZip('t/', files), 'x.zip')).files.size, 1);
  assert.match(
    await refusal(readZip(await makeZip('t/', files, {}, 1), 'x.zip')),
    /^x\.zip is refused: the checksum of 't\/a\.txt' is wrong: it is damaged$/,
  );
});

test('names with control characters are refused, and none reach a terminal', async () => {
  const escaped = String.fromCharCode(27);
  const names = [`a${escaped}[2J.txt`, 'a\n.txt', 'a\x7f', 'a\x9bm', '/\x07'];
  for (const name of names) {
    const said = await refusal(readTar(await makeTar({ [name]: '' }), 'x.tar'));
    assert.match(said, /has a control character$/);
    assert.not.match(said, /\p{Cc}/u);
    assert.match(await refusal(readZip(await makeZip('t/', { [name]: '' }), 'x.zip')), /has a control character$/);
  }
  const said = await refusal(readTar(await makeTar({}, [link('a', `b${escaped}c`)]), 'x.tar'));
  assert.match(said, /the link 'a' leads to 'b␛c'$/);
});

test("a link isn't a folder on a case-insensitive file system either", async () => {
  const tar = await makeTar({ 'L/inside.txt': '' }, [link('l', 'a')]);
  assert.match(await refusal(readTar(tar, 'x.tar')), /'L\/inside\.txt' is in 'L', which is not a folder/);
  const composed = await makeTar({ 'u\u0308/inside.txt': '' }, [link('ü', 'a')]);
  assert.match(await refusal(readTar(composed, 'x.tar')), /which is not a folder/);
  const both = await readTar(await makeTar({ docs: 'a file', 'Docs/a.txt': 'in a folder' }), 'x.tar');
  assert.is(both.files.size, 2);
});

test.run();
