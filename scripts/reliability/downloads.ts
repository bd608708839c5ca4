// Downloads of themes from servers and archives that are slow, broken or hostile.

import type { ServerResponse } from 'node:http';
import { dirname, join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import type { build as Build } from '../../src/build/node.ts';
import { gzip, makeGem, makeTar, makeZip } from '../../test/archives/make.ts';
import { type ThemeServer, withServer } from '../../test/themes/server.ts';
import { type Case, expect, type Finished, type Lab, refused, succeeded, treeOf } from './lab.ts';

const DIST = join(dirname(dirname(dirname(fileURLToPath(import.meta.url)))), 'dist');
const LAYOUT = { '_layouts/plain.html': '<main>{{ content }}</main>' };
/** Seconds that a download may take in these cases. */
const TIME = 2;

const siteOf = (source: string): Record<string, string> => ({
  '_config.yml': 'theme: harbour\n',
  Gemfile: `source "${source}"\ngem "jekyll", "~> 4.3"\ngem "harbour"\n`,
  'index.html': '---\nlayout: plain\n---\nHere',
});

const buildIn = (lab: Lab, ...rest: readonly string[]): Promise<Finished> =>
  lab.cli(['build', '--cache', lab.path('cache'), ...rest], {
    cwd: lab.path('site'),
    env: { BUILD_SITE_DOWNLOAD_TIME: String(TIME) },
  });

const writeSite = (lab: Lab, files: Readonly<Record<string, string>>): void =>
  lab.write(Object.fromEntries(Object.entries(files).map(([name, text]) => [`site/${name}`, text])));

/** Nothing of a theme is in the cache. */
function nothingKept(lab: Lab): void {
  const kept = [...treeOf(lab.path('cache'))].filter(([, { kind }]) => kind === 'file').map(([path]) => path);
  expect(kept.length === 0, `kept in the cache: ${kept.join(', ')}`);
}

interface Download {
  readonly name: string;
  readonly tried: string;
  /** What the error says. */
  readonly says: readonly string[];
  /** Seconds that the case may take. */
  readonly within?: number;
  serve(server: ThemeServer): void | Promise<void>;
}

/** A gem that is unavailable or refused: the build ends with an error message, and nothing is kept. */
const failing = ({ name, tried, says, within = TIME + 8, serve }: Download): Case => ({
  name,
  tried,
  run: async (lab) => {
    let said = '';
    await withServer(async (server) => {
      await serve(server);
      writeSite(lab, siteOf(server.url));
      const run = await buildIn(lab);
      said = refused(run, ...says);
      expect(run.seconds < within, `it took ${run.seconds} s`);
      nothingKept(lab);
    });
    return said.replace(/127\.0\.0\.1:\d+/g, '127.0.0.1');
  },
});

const answer = (server: ThemeServer, path: string, use: (response: ServerResponse) => void): void => {
  server.answers.set(path, (_, response) => use(response));
};

const trickle = (response: ServerResponse): void => {
  response.write('x');
  const timer = setInterval(() => response.write('x'), 1000);
  response.on('close', () => clearInterval(timer));
};

const endless = (response: ServerResponse): void => {
  const more = (): void => {
    if (!response.destroyed) response.write('x'.repeat(1 << 16), () => setImmediate(more));
  };
  more();
};

const good = (): Promise<Uint8Array> => makeGem('harbour', '1.0.0', LAYOUT);
const HOST_AND_REMEDY = ['127.0.0.1', '--offline'];

/** Builds a site with `remote_theme` through the library, whose `fetch` stands for GitHub. */
async function withRemote(lab: Lab, fetch: (url: string, init: RequestInit) => Promise<Response>): Promise<string> {
  writeSite(lab, { '_config.yml': 'remote_theme: owner/name\n', 'index.html': '---\nlayout: plain\n---\nHere' });
  const { build } = (await import(pathToFileURL(join(DIST, 'index.js')).href)) as { build: typeof Build };
  const from = performance.now();
  try {
    await build({
      source: lab.path('site'),
      destination: lab.path('site/_site'),
      cache: lab.path('cache'),
      downloadTime: TIME,
      fetch: fetch as never,
    });
  } catch (error) {
    expect((error as Error).name === 'BuildError', `not an error for the author: ${error}`);
    nothingKept(lab);
    return (error as Error).message;
  } finally {
    lab.seconds += (performance.now() - from) / 1000;
  }
  throw new Error('it was built');
}

export const cases: readonly Case[] = [
  failing({
    name: 'theme-server-silent',
    tried: 'a source of gems that accepts the connection and never answers (2 seconds allowed)',
    says: [...HOST_AND_REMEDY, 'takes too long'],
    serve: (server) => answer(server, '/info/harbour', () => {}),
  }),
  failing({
    name: 'theme-server-slow-index',
    tried: 'a source of gems that sends one byte per second of its index (2 seconds allowed)',
    says: [...HOST_AND_REMEDY, 'takes too long'],
    serve: (server) => answer(server, '/info/harbour', trickle),
  }),
  failing({
    name: 'theme-server-slow-gem',
    tried: 'a source of gems that sends one byte per second of the gem (2 seconds allowed)',
    says: [...HOST_AND_REMEDY, 'takes too long'],
    serve: async (server) => {
      server.add('harbour', '1.0.0', { gem: await good() });
      answer(server, '/gems/harbour-1.0.0.gem', trickle);
    },
  }),
  {
    name: 'remote-theme-slow',
    tried: 'a repository whose archive comes at one byte per second (2 seconds allowed; through the library)',
    run: async (lab) => {
      let message = '';
      await withServer(async (server) => {
        answer(server, '/zip', trickle);
        message = await withRemote(lab, (_, init) => fetch(`${server.url}/zip`, init));
      });
      expect(message.includes('codeload.github.com takes too long'), message);
      return message;
    },
  },
  failing({
    name: 'theme-server-endless-index',
    tried: 'an endless index of gems',
    says: ['is refused: it is larger than 16 MiB'],
    serve: (server) => answer(server, '/info/harbour', endless),
  }),
  failing({
    name: 'theme-server-endless-headers',
    tried: 'an answer whose headers never end',
    says: HOST_AND_REMEDY,
    serve: (server) =>
      answer(server, '/info/harbour', ({ socket }) => {
        socket?.write('HTTP/1.1 200 OK\r\n');
        const timer = setInterval(() => socket?.write(`x-a: ${'b'.repeat(4096)}\r\n`), 5);
        socket?.on('close', () => clearInterval(timer)).on('error', () => {});
      }),
  }),
  failing({
    name: 'theme-server-redirects',
    tried: 'a source of gems that redirects in a loop',
    says: ['redirects too many times', '--offline'],
    serve: (server) =>
      answer(server, '/info/harbour', (response) => {
        response.writeHead(302, { location: '/info/harbour' });
        response.end();
      }),
  }),
  failing({
    name: 'theme-server-wrong-length',
    tried: 'a gem that ends before the length that its server announced, three times',
    says: ['the connection was cut', '--offline'],
    serve: async (server) => {
      const gem = await good();
      server.add('harbour', '1.0.0', { gem });
      answer(server, '/gems/harbour-1.0.0.gem', (response) => {
        response.writeHead(200, { 'content-length': String(gem.length + 99) });
        response.write(gem, () => response.destroy());
      });
    },
  }),
  failing({
    name: 'theme-server-no-http',
    tried: 'a source of gems that does not speak HTTP',
    says: HOST_AND_REMEDY,
    serve: (server) => answer(server, '/info/harbour', ({ socket }) => void socket?.end('220 mail ready\r\n')),
  }),
  failing({
    name: 'theme-server-refuses',
    tried: 'a source of gems that answers 403',
    says: ['answers 403', '--offline'],
    serve: (server) =>
      answer(server, '/info/harbour', (response) => {
        response.statusCode = 403;
        response.end();
      }),
  }),
  failing({
    name: 'gem-bomb',
    tried: 'a gem of 0.6 MB that unpacks to 600 MB of zeros',
    says: ['harbour-1.0.0.gem is refused: it is larger than 512 MiB when unpacked'],
    within: 30,
    serve: async (server) => {
      const data = await gzip(new Uint8Array(600 * 1024 * 1024));
      server.add('harbour', '1.0.0', { gem: await gemWith(data) });
    },
  }),
  failing({
    name: 'gem-many-entries',
    tried: 'a gem with 20,001 empty files',
    says: ['harbour-1.0.0.gem is refused: it has more than 20000 entries'],
    within: 30,
    serve: async (server) => {
      const files = Object.fromEntries(Array.from({ length: 20_001 }, (_, i) => [`f${i}`, '']));
      server.add('harbour', '1.0.0', { gem: await gemWith(await gzip(await makeTar(files))) });
    },
  }),
  failing({
    name: 'gem-control-characters',
    tried: 'a gem with an escape sequence in a file name',
    says: ['is refused: the name', 'has a control character'],
    serve: async (server) => {
      server.add('harbour', '1.0.0', { gem: await makeGem('harbour', '1.0.0', { 'a\x1b[2J': '' }) });
    },
  }),
  failing({
    name: 'gem-wrong-checksum',
    tried: 'a gem whose checksum differs from the index',
    says: ['harbour-1.0.0.gem is refused: its checksum is'],
    serve: async (server) => server.add('harbour', '1.0.0', { gem: await good(), checksum: 'ab'.repeat(32) }),
  }),
  {
    name: 'gem-odd-metadata',
    tried: 'a gem whose specification is not YAML; then its author replaces it, and the site is built again',
    run: async (lab) => {
      let said = '';
      await withServer(async (server) => {
        writeSite(lab, siteOf(server.url));
        const odd = await makeGem('harbour', '1.0.0', LAYOUT, { odd: 'licenses: [MIT\n' });
        server.add('harbour', '1.0.0', { gem: odd });
        said = refused(await buildIn(lab), "harbour-1.0.0.gem is refused: its specification can't be read");
        nothingKept(lab);
        server.add('harbour', '1.0.0', { gem: await good() });
        succeeded(await buildIn(lab));
      });
      return `${said}; the next build takes the new one`;
    },
  },
  {
    name: 'gem-broken-in-cache',
    tried: 'a gem in the cache whose specification is cut off',
    run: async (lab) => {
      await withServer(async (server) => {
        writeSite(lab, siteOf(server.url));
        server.add('harbour', '1.0.0', { gem: await good() });
        succeeded(await buildIn(lab));
        const kept = [...treeOf(lab.path('cache')).keys()].find((path) => path.endsWith('harbour-1.0.0.json'))!;
        lab.write({ [`cache/${kept}`]: '{"authors": [' });
        const again = await buildIn(lab);
        succeeded(again);
        expect(again.stdout.includes('downloaded from'), `not downloaded again: ${again.stdout}`);
        const offline = await buildIn(lab, '--offline');
        succeeded(offline);
        expect(offline.stdout.includes('from the cache'), `not from the cache: ${offline.stdout}`);
      });
      return 'it is removed and downloaded again; the build after that needs no network';
    },
  },
  {
    name: 'redirect-into-private-network',
    tried: 'an archive on GitHub that redirects to this machine, 10.0.0.1 and [::1] (through the library)',
    run: async (lab) => {
      const messages: string[] = [];
      await withServer(async (server) => {
        for (const to of [`${server.url}/secret`, 'https://10.0.0.1/x', 'https://[::1]/x', 'https://localhost/x']) {
          const asked: string[] = [];
          const message = await withRemote(lab, async (url) => {
            asked.push(url);
            return new Response(null, { status: 302, headers: { location: to } });
          });
          expect(asked.length === 1, `asked: ${asked.join(' ')}`);
          expect(message.includes('an address on this machine or a private network'), message);
          messages.push(message.replace(/127\.0\.0\.1:\d+/, '127.0.0.1'));
        }
        expect(server.asked.length === 0, 'the local server was asked');
      });
      return messages[0]!;
    },
  },
  {
    name: 'redirect-in-private-network',
    tried: 'a source on 127.0.0.1 that the Gemfile names, which redirects to another path on 127.0.0.1',
    run: async (lab) => {
      await withServer(async (server) => {
        server.add('harbour', '1.0.0', { gem: await good() });
        writeSite(lab, siteOf(`${server.url}/mirror`));
        for (const path of ['/info/harbour', '/gems/harbour-1.0.0.gem']) {
          answer(server, `/mirror${path}`, (response) => {
            response.writeHead(302, { location: `${server.url}${path}` });
            response.end();
          });
        }
        succeeded(await buildIn(lab));
      });
      return 'built: the author named a private source';
    },
  },
  {
    name: 'zip-wrong-checksum',
    tried: "a repository's archive in which a file doesn't have its CRC (through the library)",
    run: async (lab) => {
      const zip = await makeZip('name-HEAD/', LAYOUT, {}, 1);
      const message = await withRemote(lab, async () => new Response(zip as Uint8Array<ArrayBuffer>));
      expect(message.includes("the checksum of 'name-HEAD/_layouts/plain.html' is wrong"), message);
      return message;
    },
  },
  {
    name: 'theme-server-password',
    tried: 'a source of gems with a password in its URL that answers 403',
    run: async (lab) => {
      let said = '';
      await withServer(async (server) => {
        answer(server, '/info/harbour', (response) => {
          response.statusCode = 403;
          response.end();
        });
        writeSite(lab, siteOf(server.url.replace('//', '//me:hunter2@')));
        const run = await buildIn(lab);
        said = refused(run, '403');
        expect(!`${run.stdout}${run.stderr}`.includes('hunter2'), `the password is shown: ${run.stderr}`);
      });
      return said.replace(/127\.0\.0\.1:\d+/g, '127.0.0.1');
    },
  },
];

/** A gem with this data.tar.gz. */
async function gemWith(data: Uint8Array): Promise<Uint8Array> {
  const { packTar } = await import('modern-tar');
  const parts = [
    ['metadata.gz', await gzip('name: harbour\nversion: 1.0.0\n')],
    ['data.tar.gz', data],
  ] as const;
  return packTar(parts.map(([name, body]) => ({ header: { name, size: body.length, type: 'file' as const }, body })));
}
