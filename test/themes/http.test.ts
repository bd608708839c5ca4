// What the network does, and what is made of it.

import type { ServerResponse } from 'node:http';
import { test } from 'uvu';
import * as assert from 'uvu/assert';
import { fetchPinned, resolveHost } from '../../src/build/fetch.ts';
import { BuildError } from '../../src/diagnostics/diagnostic.ts';
import { type Fetch, getFile, type Network, Unavailable } from '../../src/themes/http.ts';
import { downloadLimits } from '../../src/themes/patience.ts';
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
    assert.match((await failure(getFile(`${server.url}/round`, 99, NETWORK))).message, /redirects too many times/);
    assert.is(server.asked.filter((path) => path === '/round').length, 6);
    assert.instance(await failure(getFile(`${server.url}/out`, 99, NETWORK)), Unavailable);
  }));

test("a failing server is asked again, one that lacks the file isn't", () =>
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

test('downloads over the limit are refused, announced or not', () =>
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
      assert.is(error.message, `${server.url}${path} is refused: it is larger than 1 MiB`);
    }
  }));

test('progress is reported in bytes', () =>
  withServer(async (server) => {
    answer(server, '/file', (response) => {
      response.writeHead(200, { 'content-length': '5' });
      response.end('bytes');
    });
    const told: (number | undefined)[][] = [];
    await getFile(`${server.url}/file`, 99, { ...NETWORK, progress: (done, total) => told.push([done, total]) });
    assert.equal(told, [[5, 5]]);
  }));

test('other hosts than this machine are reached over HTTPS, and a password stays with its server', async () => {
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
  assert.is(message, "one.example can't be reached: the host is unknown, or there is no network");
  const behind = { ...NETWORK, fetch: broken, advice: 'is there a proxy?' };
  const advised = await failure(getFile('https://one.example/x', 99, behind));
  assert.is(
    advised.message,
    "one.example can't be reached: the host is unknown, or there is no network (is there a proxy?)",
  );
});

/** Limits by which a test is over soon. */
const SHORT = { silence: 400, window: 300, rate: 1024, total: 1500 };

test('a server that is silent, slow or endless is given up', () =>
  withServer(async (server) => {
    const byteByByte = (bytes: number) => (response: ServerResponse) => {
      response.write('x');
      const timer = setInterval(() => response.write('x'.repeat(bytes)), 50);
      response.on('close', () => clearInterval(timer));
    };
    answer(server, '/silent', () => {});
    answer(server, '/stuck', (response) => response.write('x'));
    answer(server, '/slow', byteByByte(1));
    answer(server, '/endless', byteByByte(200));
    const host = new URL(server.url).host;
    for (const fetchOne of [NETWORK.fetch, fetchPinned]) {
      const network = { ...NETWORK, fetch: fetchOne, limits: SHORT };
      for (const [path, limits, message] of [
        ['/silent', SHORT, `${host} takes too long: it sent nothing for 0.4 s`],
        ['/stuck', { ...SHORT, window: 5000 }, `${host} takes too long: it sent nothing for 0.4 s`],
        ['/slow', SHORT, `${host} takes too long: it sends less than 1024 bytes per second`],
        ['/endless', SHORT, `${host} takes too long: it wasn't finished after 1.5 s`],
      ] as const) {
        const from = performance.now();
        const error = await failure(getFile(`${server.url}${path}`, 1 << 20, { ...network, limits }));
        assert.instance(error, Unavailable);
        assert.is(error.message, message);
        assert.ok(performance.now() - from < 4000);
      }
    }
    assert.equal(downloadLimits(2), { silence: 2000, window: 2000, rate: 1024, total: 2000 });
    assert.is(downloadLimits().total, 600_000);
  }));

test('a redirect from a public host goes to no private address, whatever name it has', async () => {
  const names: Readonly<Record<string, readonly string[]>> = {
    'public.example': ['93.184.216.34'],
    'other.example': ['2606:4700::1111'],
    'rebound.example': ['93.184.216.34', '127.0.0.1'],
    'inside.example': ['10.0.0.5'],
    'mapped.example': ['::ffff:192.168.0.1'],
    'mirror.example': ['192.168.7.7'],
  };
  const asked: string[] = [];
  const network = (to: string): Network => ({
    ...NETWORK,
    resolve: async (host) => names[host] ?? ['127.0.0.1'],
    fetch: async (url, { addresses }) => {
      asked.push(`${url} ${addresses?.join(' ') ?? '-'}`);
      return url.endsWith('/here')
        ? new Response('here')
        : new Response(null, { status: 302, headers: { location: to } });
    },
  });
  for (const to of [
    'http://127.0.0.1:8080/x',
    'http://2130706433/x',
    'https://[::1]/x',
    'https://169.254.169.254/latest/meta-data/',
    'https://100.64.0.1/x',
    'https://0.0.0.0/x',
    'https://localhost/x',
    'https://a.localhost./x',
    'https://inside.example/x',
    'https://mapped.example/x',
    'https://rebound.example/x',
  ]) {
    asked.length = 0;
    const error = await failure(getFile('https://me:secret@public.example/a', 99, network(to)));
    assert.instance(error, BuildError, to);
    assert.match(
      error.message,
      /^https:\/\/public\.example\/a redirects to \S+, which is an address on this machine or/,
    );
    assert.equal(asked, ['https://public.example/a 93.184.216.34']);
  }
  // Without a resolver, addresses and the names of this machine still work.
  const { resolve: _, ...blind } = network('https://localhost/x');
  assert.instance(await failure(getFile('https://public.example/a', 99, blind)), BuildError);
  // From one public host to another, and within a private network that the author has named.
  asked.length = 0;
  assert.is(
    text((await getFile('https://public.example/a', 99, network('https://other.example/here')))?.bytes),
    'here',
  );
  assert.is(
    text((await getFile('https://mirror.example/a', 99, network('https://inside.example/here')))?.bytes),
    'here',
  );
  assert.is(text((await getFile('http://localhost/a', 99, network('http://127.0.0.1/here')))?.bytes), 'here');
  assert.equal(asked.slice(0, 2), [
    'https://public.example/a 93.184.216.34',
    'https://other.example/here 2606:4700::1111',
  ]);
});

test('a connection goes to the address that was checked, even if the name has changed since', () =>
  withServer(async (server) => {
    answer(server, '/file', (response) => response.end('here'));
    const { port } = new URL(server.url);
    // The name doesn't exist: only the address that was passed in can be connected to.
    const network = { ...NETWORK, fetch: fetchPinned, resolve: async () => ['127.0.0.1'] };
    assert.is(
      await fetchPinned(`http://nowhere.invalid:${port}/file`, {
        headers: {},
        redirect: 'manual',
        signal: AbortSignal.timeout(5000),
        addresses: ['127.0.0.1'],
      }).then((response) => response.text()),
      'here',
    );
    assert.is(text((await getFile(`http://localhost:${port}/file`, 99, network))?.bytes), 'here');
    assert.ok((await resolveHost('localhost')).some((address) => ['127.0.0.1', '::1'].includes(address)));
    const { message } = await failure(
      getFile('http://localhost:9/x', 99, { ...network, resolve: async () => ['127.0.0.1'] }),
    );
    assert.match(message, /^localhost:9 can't be reached: the connection is refused/);
  }));

test('a wrong length is noticed', () =>
  withServer(async (server) => {
    answer(server, '/short', (response) => {
      response.writeHead(200, { 'content-length': '99' });
      response.write('bytes');
      setTimeout(() => response.destroy(), 20);
    });
    const { message } = await failure(getFile(`${server.url}/short`, 999, { ...NETWORK, fetch: fetchPinned }));
    assert.match(message, /can't be reached: the connection was cut$/);
    assert.is(server.asked.length, 3);
  }));

test.run();
