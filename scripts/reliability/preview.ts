// The preview gets requests as a hostile page, a scanner or a careless neighbour would send them.

import type { ChildProcess } from 'node:child_process';
import { mkdirSync, renameSync, rmSync, symlinkSync } from 'node:fs';
import { connect } from 'node:net';
import { networkInterfaces } from 'node:os';
import { type Case, expect, type Lab } from './lab.ts';
import { type Files, inSite, link, MARKER, OUTSIDE, writeFiles } from './secrets.ts';

interface Preview {
  readonly port: number;
  /** Sends lines unchanged, and returns the answer. */
  ask(...lines: readonly string[]): Promise<Reply>;
}

interface Reply {
  readonly status: number;
  readonly head: string;
  readonly body: string;
}

const SITE: Files = {
  '_config.yml': 'theme: null\ninclude: [.well-known]\nkeep_files: [.git, kept]\n',
  'index.html': '---\n---\nHOME\n',
  'sub/index.html': 'SUB\n',
  '404.html': 'LOST\n',
  'data.txt': '0123456789',
  '.well-known/security.txt': 'CONTACT\n',
};

/** Builds and serves SITE, runs `use`, and ends the server. */
async function serving(
  lab: Lab,
  use: (preview: Preview) => Promise<string>,
  args: readonly string[] = [],
  site: Files = {},
): Promise<string> {
  writeFiles(lab, { ...OUTSIDE, ...inSite({ ...SITE, ...site }) });
  let result = '';
  let failure: unknown = null;
  const started = (child: ChildProcess): void => {
    let said = '';
    child.stdout!.on('data', (text: string) => {
      said += text;
      const port = /Server address: \S*:(\d+)\//.exec(said)?.[1];
      if (port === undefined || result !== '') return;
      result = 'asked';
      const ask = (...lines: readonly string[]): Promise<Reply> => raw(Number(port), lines);
      use({ port: Number(port), ask })
        .then((happened) => {
          result = happened;
        })
        .catch((error: unknown) => {
          failure = error;
        })
        .finally(() => child.kill('SIGINT'));
    });
  };
  const run = await lab.cli(['serve', '-s', 'site', '-d', 'out', '-P', '0', ...args], { started });
  if (failure !== null) throw failure;
  expect(run.status === 0 && result !== '', `it ended with ${run.status ?? run.signal}: ${run.stdout}${run.stderr}`);
  return result;
}

function raw(port: number, lines: readonly string[]): Promise<Reply> {
  return new Promise((resolve, reject) => {
    let text = '';
    const socket = connect(port, '127.0.0.1', () => {
      socket.write(Buffer.from(`${[...lines, 'Connection: close'].join('\r\n')}\r\n\r\n`, 'latin1'));
    });
    socket.setTimeout(10_000, () => socket.destroy(new Error('no answer in 10 seconds')));
    socket.setEncoding('latin1').on('data', (part: string) => {
      text += part;
    });
    socket.once('error', reject);
    socket.once('close', () => {
      const [head = '', ...body] = text.split('\r\n\r\n');
      resolve({ status: Number(/^HTTP\/1\.1 (\d+)/.exec(head)?.[1] ?? 0), head, body: body.join('\r\n\r\n') });
    });
  });
}

const HOST = 'Host: localhost';

/** Every target gets a status that isn't 200, and no secret. */
async function denied({ ask }: Preview, targets: readonly string[], ...statuses: readonly number[]): Promise<string> {
  for (const target of targets) {
    const { status, head, body } = await ask(`GET ${target} HTTP/1.1`, HOST);
    expect(statuses.includes(status), `${target}: ${status}`);
    expect(!`${head}${body}`.includes(MARKER), `${target}: the secret was sent`);
  }
  const { status, body } = await ask('GET / HTTP/1.1', HOST);
  expect(status === 200 && body.includes('HOME'), 'the preview no longer answers');
  return `${targets.length} addresses: ${statuses.join(' or ')}`;
}

interface Served {
  readonly name: string;
  readonly tried: string;
  readonly args?: readonly string[];
  readonly site?: Files;
  use(preview: Preview, lab: Lab): Promise<string>;
}

const served = ({ name, tried, args, site, use }: Served): Case => ({
  name: `preview-${name}`,
  tried,
  run: (lab) => serving(lab, (preview) => use(preview, lab), args, site),
});

/** Hosts by the status that they get. */
async function hosts({ ask, port }: Preview, answered: readonly string[], refused: readonly string[]): Promise<string> {
  for (const [list, expected] of [
    [answered, 200],
    [refused, 403],
  ] as const) {
    for (const name of list) {
      const { status, body } = await ask('GET / HTTP/1.1', `Host: ${name.replace('PORT', String(port))}`);
      expect(status === expected, `Host: ${name}: ${status}, expected ${expected}`);
      expect(status === 200 || !body.includes('HOME'), `Host: ${name}: the page was sent`);
    }
  }
  return `answers to ${answered.join(', ')}; 403 for ${refused.join(', ')}`;
}

const LOOPBACK = ['localhost', 'LOCALHOST:PORT', '127.0.0.1:PORT', '127.0.0.1', '[::1]:PORT'];
const FOREIGN = [
  'evil.example',
  'evil.example:PORT',
  'localhost.evil.example',
  '127.0.0.1.evil.example',
  '10.1.2.3',
  'evil.localhost',
];
const ownAddress = (): string | undefined =>
  Object.values(networkInterfaces())
    .flat()
    .find((one) => one?.family === 'IPv4' && !one.internal)?.address;

export const cases: readonly Case[] = [
  served({
    name: 'host',
    tried: 'names of other sites that resolve to 127.0.0.1 (DNS rebinding)',
    use: (preview) => hosts(preview, LOOPBACK, FOREIGN),
  }),
  served({
    name: 'host-everywhere',
    tried: 'the same with --host 0.0.0.0',
    args: ['-H', '0.0.0.0'],
    use: (preview) => hosts(preview, [...LOOPBACK, '0.0.0.0:PORT'], FOREIGN),
  }),
  {
    name: 'preview-host-own-address',
    tried: "--host 0.0.0.0, asked at the machine's own address and at another",
    needs: () => (ownAddress() === undefined ? 'no address but the loopback one' : null),
    run: (lab) =>
      serving(
        lab,
        async ({ port }) => {
          const own = ownAddress()!;
          const status = async (host: string): Promise<number> => (await fetchFrom(own, port, host)).status;
          expect((await status(`${own}:${port}`)) === 200, 'its own address is refused');
          expect((await status('192.0.2.1')) === 403, 'another address is answered');
          return 'answers to its own address, 403 for another';
        },
        ['-H', '0.0.0.0'],
      ),
  },
  served({
    name: 'host-allowed',
    tried: '--allow-host box.example,.lan.example',
    args: ['--allow-host', 'box.example,.lan.example'],
    use: (preview) =>
      hosts(
        preview,
        ['box.example:PORT', 'a.lan.example', 'lan.example', 'localhost'],
        ['a.box.example', 'evil.example', 'xlan.example'],
      ),
  }),
  served({
    name: 'host-forms',
    tried: "a proxy's form of request for another site, two Hosts, none, empty and broken ones",
    use: async ({ ask }) => {
      const requests: readonly [number, ...string[]][] = [
        [200, 'GET http://localhost/ HTTP/1.1', HOST],
        [403, 'GET http://evil.example/ HTTP/1.1', HOST],
        [403, 'GET http://localhost/ HTTP/1.1', 'Host: evil.example'],
        [403, 'GET / HTTP/1.1', HOST, 'Host: evil.example'],
        [403, 'GET / HTTP/1.0'],
        [400, 'GET / HTTP/1.1'],
        [403, 'GET / HTTP/1.1', 'Host:'],
        [403, 'GET / HTTP/1.1', 'Host: localhost@evil.example'],
        [403, 'GET / HTTP/1.1', 'Host: evil.example#localhost'],
        [403, 'HEAD / HTTP/1.1', 'Host: evil.example'],
        [403, 'POST / HTTP/1.1', 'Host: evil.example', 'Content-Length: 0'],
      ];
      for (const [expected, ...lines] of requests) {
        const { status, body } = await ask(...lines);
        expect(status === expected, `${lines.join(', ')}: ${status}, expected ${expected}`);
        expect(status === 200 || !body.includes('HOME'), `${lines.join(', ')}: the page was sent`);
      }
      return '403 each (400 for HTTP/1.1 without a Host); the own name in both forms is answered';
    },
  }),
  served({
    name: 'host-remedy',
    tried: 'the page for a refused host name',
    use: async ({ ask }) => {
      const { head, body } = await ask('GET / HTTP/1.1', 'Host: box.example:4000');
      expect(body.includes('build-site serve --allow-host box.example\n'), body);
      expect(/content-type: text\/plain/i.test(head) && /nosniff/i.test(head), head);
      return body.split('\n')[0]!;
    },
  }),
  served({
    name: 'traversal',
    tried: "'..', encoded once and twice, backslashes, NUL, overlong UTF-8, doubled slashes",
    use: async (preview) => {
      const up = [
        '/../outside/secret.txt',
        '/sub/../../outside/secret.txt',
        '/..',
        '/%2e%2e/outside/secret.txt',
        '/.%2e/outside/secret.txt',
        '/sub/%2E%2E/%2E%2E/outside/secret.txt',
        '//..//outside/secret.txt',
        '/./../outside/secret.txt',
      ];
      const bad = [
        '/..%2foutside%2fsecret.txt',
        '/..%5coutside%5csecret.txt',
        '/..\\outside\\secret.txt',
        '/data.txt%00.html',
        '/%c0%ae%c0%ae/outside/secret.txt',
        '/%',
        '/%zz',
      ];
      const twice = ['/%252e%252e/outside/secret.txt', '/..%252foutside'];
      return [await denied(preview, [...up, ...twice], 404), await denied(preview, bad, 400)].join('; ');
    },
  }),
  served({
    name: 'links-out',
    tried: 'links in the destination that lead out of it, to files and folders',
    use: async (preview, lab) => {
      writeFiles(lab, {
        'out/kept.txt': link('../outside/secret.txt'),
        'out/kept': link('../outside'),
        'out/keptabs.html': link('ROOT/outside/secret.txt'),
        'out/sub/index.htm': link('../../outside/secret.txt'),
      });
      return denied(
        preview,
        ['/kept.txt', '/kept/secret.txt', '/kept/', '/kept', '/keptabs.html', '/keptabs', '/sub/index.htm'],
        404,
      );
    },
  }),
  served({
    name: 'links-inside',
    tried: 'a link in the destination that stays in it, and a destination that is one',
    use: async ({ ask }, lab) => {
      writeFiles(lab, { 'out/latest': link('sub') });
      const { status, body } = await ask('GET /latest/ HTTP/1.1', HOST);
      expect(status === 200 && body.includes('SUB'), `${status}: ${body}`);
      return 'served';
    },
  }),
  served({
    name: 'swap',
    tried: 'a folder that is swapped with a link to outside, 200 times, while a file in it is asked for',
    use: async ({ ask }, lab) => {
      mkdirSync(lab.path('elsewhere'));
      lab.write({ 'elsewhere/index.html': MARKER });
      let [served, refused] = [0, 0];
      for (let i = 0; i < 100; i++) {
        const answer = ask('GET /sub/index.html HTTP/1.1', HOST);
        for (let swap = 0; swap < 2; swap++) {
          await new Promise((next) => setImmediate(next));
          renameSync(lab.path('out/sub'), lab.path('aside'));
          symlinkSync(lab.path('elsewhere'), lab.path('out/sub'));
          await new Promise((next) => setImmediate(next));
          rmSync(lab.path('out/sub'));
          renameSync(lab.path('aside'), lab.path('out/sub'));
        }
        const { status, body } = await answer;
        expect(!body.includes(MARKER), 'the secret was sent');
        if (status === 200) served++;
        else refused++;
      }
      return `never the file outside: ${served + refused} answers with the page or 404`;
    },
  }),
  served({
    name: 'dot-files',
    tried: ".git, .env, .htaccess and an editor's file in the destination, and links to them",
    use: async (preview, lab) => {
      lab.write({
        'out/.git/config': MARKER,
        'out/.git/index.html': MARKER,
        'out/.env': MARKER,
        'out/sub/.secret': MARKER,
        'out/.htaccess': MARKER,
        'out/.well-known/old': MARKER,
      });
      writeFiles(lab, { 'out/plain.txt': link('.git/config'), 'out/repo': link('.git') });
      return denied(
        preview,
        [
          '/.git/config',
          '/.git/',
          '/.git',
          '/%2egit/config',
          '/.GIT/config',
          '/.env',
          '/sub/.secret',
          '/.htaccess',
          '/.well-known/old',
          '/plain.txt',
          '/repo/config',
          '/repo/',
        ],
        404,
      );
    },
  }),
  served({
    name: 'well-known',
    tried: '.well-known, which the site includes',
    use: async ({ ask }) => {
      const { status, body } = await ask('GET /.well-known/security.txt HTTP/1.1', HOST);
      expect(status === 200 && body === 'CONTACT\n', `${status}: ${body}`);
      return 'served';
    },
  }),
  {
    name: 'preview-skip-build',
    tried: '--skip-initial-build on a destination with .git, .env and .well-known',
    run: (lab) => {
      lab.write({
        'out/index.html': 'HOME',
        'out/.git/config': MARKER,
        'out/.env': MARKER,
        'out/.well-known/security.txt': 'CONTACT',
      });
      return serving(
        lab,
        async (preview) => {
          const known = await preview.ask('GET /.well-known/security.txt HTTP/1.1', HOST);
          expect(known.status === 200, `.well-known: ${known.status}`);
          return `${await denied(preview, ['/.git/config', '/.env', '/.git/'], 404)}; .well-known, which \`include\` names, is served`;
        },
        ['--skip-initial-build'],
      );
    },
  },
  served({
    name: 'redirects',
    tried: 'addresses whose redirect might lead to another host or break the header',
    use: async ({ ask }) => {
      const targets = [
        '//sub',
        '///sub?x=//evil.example',
        '/./sub',
        '/%73ub',
        '/sub?a=b',
        '/sub?%0d%0aX-Evil:1',
        '/sub#x',
      ];
      for (const target of targets) {
        const { status, head } = await ask(`GET ${target} HTTP/1.1`, HOST);
        const location = /^location: (.*)$/im.exec(head)?.[1] ?? '';
        expect(status === 301 && /^\/sub\/(\?|$)/.test(location), `${target}: ${status} ${location}`);
        expect(!/^x-evil/im.test(head), `${target}: ${head}`);
      }
      return 'each leads to /sub/ of the site';
    },
  }),
  served({
    name: 'methods-and-ranges',
    tried: 'HEAD, other methods, ranges that are odd, a broken request and one that never ends',
    use: async (preview) => {
      const { ask, port } = preview;
      const of = (method: string, ...headers: readonly string[]) =>
        ask(`${method} /data.txt HTTP/1.1`, HOST, ...headers);
      const head = await of('HEAD');
      expect(head.status === 200 && head.body === '' && /content-length: 10/i.test(head.head), head.head);
      for (const method of ['POST', 'PUT', 'DELETE', 'OPTIONS', 'TRACE'])
        expect((await of(method)).status === 405, method);
      const ranges: Readonly<Record<string, number>> = {
        'bytes=0-3': 206,
        'bytes=-4': 206,
        'bytes=9-': 206,
        'bytes=10-': 416,
        'bytes=5-2': 416,
        'bytes=-0': 416,
        'bytes=0-99999999999999999999': 206,
        'bytes=a-b': 200,
        'bytes=0-1,3-4': 200,
        'lines=1-2': 200,
      };
      for (const [range, expected] of Object.entries(ranges)) {
        const { status } = await of('GET', `Range: ${range}`);
        expect(status === expected, `Range: ${range}: ${status}, expected ${expected}`);
      }
      const broken = await ask('NONSENSE');
      expect(broken.status === 400, `a broken request: ${broken.status}`);
      const open = connect(port, '127.0.0.1', () => open.write('GET / HTTP/1.1\r\nHost: loc'));
      open.on('error', () => {});
      const happened = await denied(preview, ['/nothing'], 404);
      open.destroy();
      return `as in the HTTP standard; the preview continues to answer (${happened})`;
    },
  }),
];

/** A request to another address of this machine. */
function fetchFrom(address: string, port: number, host: string): Promise<{ status: number }> {
  return new Promise((resolve, reject) => {
    let text = '';
    const socket = connect(port, address, () =>
      socket.write(`GET / HTTP/1.1\r\nHost: ${host}\r\nConnection: close\r\n\r\n`),
    );
    socket.on('data', (part) => {
      text += part;
    });
    socket.once('error', reject);
    socket.once('close', () => resolve({ status: Number(/^HTTP\/1\.1 (\d+)/.exec(text)?.[1] ?? 0) }));
  });
}
