// What the network does, and what is made of it.

import type { ServerResponse } from 'node:http';
import { test } from 'uvu';
import * as assert from 'uvu/assert';
import { BuildError } from '../../src/diagnostics/diagnostic.ts';
import { type Fetch, getFile, type Network, Unavailable } from '../../src/themes/http.ts';
import { type ThemeServer, withServer } from './server.ts';

const NETWORK: Network = { fetch: (url, init) => fetch(url, init), progress() {} };
const text = (bytes?: Uint8Array): string => new TextDecoder().decode(bytes);

async function failure(run: Promise<unknown>): Promise<Error> {
  try {
    await run;
  } catch (error) {
    return error as Error;
  }
  throw new Error('it did not fail');
}

const answer = (server: ThemeServer, path: string, use: (response: ServerResponse) => void): void => {
  server.answers.set(path, (_, response) => use(response));
};

const redirect = (to: string) => (response: ServerResponse) => {
  response.writeHead(302, { location: to });
  response.end();
};

test('redirects are followed, but not forever', () =>
  withServer(async (server) => {
    answer(server, '/a', redirect('/b'));
    answer(server, '/b', redirect(`${server.url}/c`));
    answer(server, '/c', (response) => response.end('here'));
    answer(server, '/round', redirect('/round'));
    answer(server, '/out', redirect('ftp://127.0.0.1x/'));
    assert.is(text((await getFile(`${server.url}/a`, 99, NETWORK))?.bytes), 'here');
    assert.match((await failure(getFile(`${server.url}/round`, 99, NETWORK))).message, /redirects only/);
    assert.is(server.asked.filter((path) => path === '/round').length, 6);
    assert.instance(await failure(getFile(`${server.url}/out`, 99, NETWORK)), Unavailable);
  }));

test('a server in trouble is asked again, one that has not got it is not', () =>
  withServer(async (server) => {
    let left = 2;
    answer(server, '/busy', (response) => {
      response.statusCode = left-- > 0 ? 503 : 200;
      response.end('at last');
    });
    answer(server, '/cut', (response) => {
      if (left-- > -3) response.destroy();
      else response.end('whole');
    });
    assert.is(text((await getFile(`${server.url}/busy`, 99, NETWORK))?.bytes), 'at last');
    assert.is(text((await getFile(`${server.url}/cut`, 99, NETWORK))?.bytes), 'whole');
    const gone = await failure(getFile(`${server.url}/gone`, 99, NETWORK));
    assert.is(gone.message, `${server.url}/gone answers 404 Not Found`);
    assert.is(server.asked.filter((path) => path === '/gone').length, 1);
  }));

test('what is larger than it may be is refused, announced or not', () =>
  withServer(async (server) => {
    answer(server, '/announced', (response) => {
      response.writeHead(200, { 'content-length': String(1 << 30) });
      response.write('x');
    });
    answer(server, '/endless', (response) => {
      const more = (): void => {
        if (!response.destroyed) response.write('x'.repeat(1 << 16), () => setImmediate(more));
      };
      more();
    });
    for (const path of ['/announced', '/endless']) {
      const error = await failure(getFile(`${server.url}${path}`, 1 << 20, NETWORK));
      assert.instance(error, BuildError);
      assert.is(error.message, `${server.url}${path} has more than 1 MiB and is refused`);
    }
  }));

test('progress is told in bytes', () =>
  withServer(async (server) => {
    answer(server, '/file', (response) => {
      response.writeHead(200, { 'content-length': '5' });
      response.end('bytes');
    });
    const told: (number | undefined)[][] = [];
    await getFile(`${server.url}/file`, 99, { ...NETWORK, progress: (done, total) => told.push([done, total]) });
    assert.equal(told, [[5, 5]]);
  }));

test('other hosts than this machine are asked over HTTPS, and a password stays with its server', async () => {
  const asked: string[] = [];
  const spy: Fetch = async (url, { headers }) => {
    asked.push(`${url} ${headers.authorization ?? '-'}`);
    return url.startsWith('https://one.example/')
      ? new Response(null, { status: 301, headers: { location: 'https://two.example/file' } })
      : new Response('here');
  };
  await getFile('http://me:se%20cret@one.example/file', 99, { ...NETWORK, fetch: spy });
  assert.equal(asked, [`https://one.example/file Basic ${btoa('me:se cret')}`, 'https://two.example/file -']);
  for (const address of ['nonsense', 'file:///etc/passwd', 'ftp://one.example/x']) {
    assert.instance(await failure(getFile(address, 99, { ...NETWORK, fetch: spy })), Unavailable);
  }
  const broken: Fetch = () => Promise.reject(new TypeError('fetch failed', { cause: { code: 'ENOTFOUND' } }));
  const { message } = await failure(getFile('https://me:secret@one.example/x', 99, { ...NETWORK, fetch: broken }));
  assert.is(message, "one.example can't be reached: there is no such host, or no network");
  const behind = { ...NETWORK, fetch: broken, advice: 'is there a proxy?' };
  const advised = await failure(getFile('https://one.example/x', 99, behind));
  assert.is(advised.message, "one.example can't be reached: there is no such host, or no network (is there a proxy?)");
});

test.run();
