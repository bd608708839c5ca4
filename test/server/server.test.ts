import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { test } from 'uvu';
import * as assert from 'uvu/assert';
import { BuildError } from '../../src/diagnostics/diagnostic.ts';
import { contentType } from '../../src/server/content-type.ts';
import { startServer } from '../../src/server/server.ts';

const folder = mkdtempSync(`${tmpdir()}/build-site-server-`);
writeFileSync(`${folder}/index.html`, '<p>hé</p>');
writeFileSync(`${folder}/empty.css`, '');
writeFileSync(`${folder}/404.html`, 'lost');
test.after(() => rmSync(folder, { recursive: true }));

const start = (port = 0) => startServer({ folder, host: '127.0.0.1', port, baseurl: '/me' });

test('sends files with their type, 404.html with its status, HEAD without a body', async () => {
  const server = await start();
  try {
    const page = await fetch(server.url);
    assert.is(page.status, 200);
    assert.is(page.headers.get('content-type'), 'text/html; charset=utf-8');
    assert.is(await page.text(), '<p>hé</p>');
    const head = await fetch(server.url, { method: 'HEAD' });
    assert.is(head.headers.get('content-length'), '10');
    assert.is(await head.text(), '');
    const empty = await fetch(`${server.url}empty.css`);
    assert.is(empty.headers.get('content-type'), 'text/css; charset=utf-8');
    assert.is(await empty.text(), '');
    const lost = await fetch(`${server.url}nope`);
    assert.equal([lost.status, await lost.text()], [404, 'lost']);
    assert.is((await fetch(server.url, { method: 'POST' })).status, 405);
    const moved = await fetch(server.url.slice(0, -1), { redirect: 'manual' });
    assert.equal([moved.status, moved.headers.get('location')], [301, '/me/']);
  } finally {
    await server.close();
  }
});

test('sends a range of bytes', async () => {
  const server = await start();
  try {
    const range = async (bytes: string): Promise<[number, string | null, string]> => {
      const response = await fetch(server.url, { headers: { range: `bytes=${bytes}` } });
      return [response.status, response.headers.get('content-range'), await response.text()];
    };
    assert.equal(await range('0-2'), [206, 'bytes 0-2/10', '<p>']);
    assert.equal(await range('-4'), [206, 'bytes 6-9/10', '</p>']);
    assert.equal(await range('6-'), [206, 'bytes 6-9/10', '</p>']);
    assert.equal(await range('20-'), [416, 'bytes */10', '']);
    assert.is((await range('1-2,4-5'))[0], 200);
  } finally {
    await server.close();
  }
});

test('a port that is in use is told, with a way out', async () => {
  const server = await start();
  const port = Number(new URL(server.url).port);
  try {
    await start(port);
    assert.unreachable();
  } catch (error) {
    assert.instance(error, BuildError);
    assert.is((error as BuildError).diagnostic.message, `Port ${port} is in use.`);
    assert.match((error as BuildError).diagnostic.hint ?? '', `-P ${port + 1}`);
  } finally {
    await server.close();
  }
});

test('content types', () => {
  const types = ['a.js', 'a.svg', 'feed.xml', 'a.json', 'a.woff2', 'a.pdf', 'CNAME', 'a.webmanifest', 'a.ipynb'].map(
    contentType,
  );
  assert.equal(types, [
    'text/javascript; charset=utf-8',
    'image/svg+xml; charset=utf-8',
    'text/xml; charset=utf-8',
    'application/json; charset=utf-8',
    'font/woff2',
    'application/pdf',
    'application/octet-stream',
    'application/manifest+json; charset=utf-8',
    'application/octet-stream',
  ]);
});

test.run();
