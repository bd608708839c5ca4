import { closeSync, mkdirSync, mkdtempSync, renameSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { connect } from 'node:net';
import { tmpdir } from 'node:os';
import { test } from 'uvu';
import * as assert from 'uvu/assert';
import { BuildError } from '../../src/diagnostics/diagnostic.ts';
import { disk } from '../../src/files/disk.ts';
import { openShown } from '../../src/server/open.ts';
import { ServedFolder } from '../../src/server/served-folder.ts';
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

/** What the server answers to lines as they are. */
function raw(port: number, ...lines: readonly string[]): Promise<string> {
  return new Promise((resolve, reject) => {
    let answer = '';
    const socket = connect(port, '127.0.0.1', () => socket.write(`${lines.join('\r\n')}\r\nConnection: close\r\n\r\n`));
    socket.setEncoding('latin1').on('data', (text) => (answer += text));
    socket.on('end', () => resolve(answer)).on('error', reject);
  });
}

const statusOf = (answer: string): number => Number(/^HTTP\/1\.1 (\d+)/.exec(answer)?.[1]);

test('only answers to its own names, and says what to do about others', async () => {
  const server = await startServer({ folder, host: '127.0.0.1', port: 0, baseurl: '', allowedHosts: ['.box.example'] });
  const port = Number(new URL(server.url).port);
  const asked = async (...lines: readonly string[]) => statusOf(await raw(port, ...lines));
  try {
    assert.is(await asked('GET / HTTP/1.1', 'Host: localhost'), 200);
    assert.is(await asked('GET / HTTP/1.1', `Host: 127.0.0.1:${port}`), 200);
    assert.is(await asked('GET / HTTP/1.1', 'Host: a.box.example:80'), 200);
    assert.is(await asked('GET http://localhost/ HTTP/1.1', 'Host: localhost'), 200);
    assert.is(await asked('GET http://evil.example/ HTTP/1.1', 'Host: localhost'), 403);
    assert.is(await asked('GET http://localhost/ HTTP/1.1', 'Host: evil.example'), 403);
    assert.is(await asked('GET / HTTP/1.1', 'Host: localhost', 'Host: evil.example'), 403);
    assert.is(await asked('HEAD / HTTP/1.1', 'Host: evil.example'), 403);
    assert.is(await asked('GET / HTTP/1.0'), 403);
    const refused = await raw(port, 'GET /index.html HTTP/1.1', 'Host: Evil.example:4000');
    assert.is(statusOf(refused), 403);
    assert.match(refused, 'build-site serve --allow-host Evil.example\n');
    assert.not.match(refused, 'hé');
    assert.not.match(await raw(port, 'GET / HTTP/1.1', 'Host: \x9b[2J'), '\x9b');
  } finally {
    await server.close();
  }
});

test("a link that replaces a file or a folder while it is served isn't followed", async () => {
  const root = mkdtempSync(`${tmpdir()}/build-site-server-`);
  const secret = `${root}/secret`;
  const out = `${root}/out`;
  mkdirSync(`${out}/a`, { recursive: true });
  mkdirSync(secret);
  writeFileSync(`${secret}/b.txt`, 'SECRET');
  writeFileSync(`${out}/a/b.txt`, 'public');
  const folder = new ServedFolder(disk, out, () => false);
  try {
    const path = `${out}/a/b.txt`;
    const file = openShown(folder, path)!;
    assert.is(file.size, 6);
    closeSync(file.descriptor);
    assert.ok(folder.isFile(path));
    // From here on, the file has been replaced by a link.
    renameSync(`${out}/a`, `${root}/old`);
    symlinkSync(secret, `${out}/a`);
    assert.is(openShown(folder, path), null);
    assert.is(openShown(folder, `${out}/a`), null);
    assert.is(openShown(folder, `${out}/gone`), null);
  } finally {
    rmSync(root, { recursive: true });
  }
});

test('a port in use is an error with a suggestion', async () => {
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

test.run();
