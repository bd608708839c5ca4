// Endless input: pipes, devices and links in the source.

import { execFileSync } from 'node:child_process';
import { mkdirSync, readFileSync, symlinkSync, truncateSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:net';
import { dirname } from 'node:path';
import { type Case, expect, type Lab, refused, succeeded } from './lab.ts';

const STACK_NAMES = ['github-pages', 'jekyll-4'] as const;
/** Seconds in which each of these has to be over. */
const LIMIT = 30;

const onUnix = (): string | null => (process.platform === 'win32' ? 'this system has no such files' : null);

const pipe = (lab: Lab, name: string): void => {
  mkdirSync(dirname(lab.path(name)), { recursive: true });
  execFileSync('mkfifo', [lab.path(name)]);
};

const link = (lab: Lab, name: string, to: string): void => {
  mkdirSync(dirname(lab.path(name)), { recursive: true });
  symlinkSync(to, lab.path(name));
};

interface Endless {
  readonly name: string;
  readonly tried: string;
  readonly files?: Readonly<Record<string, string>>;
  /** What the sentence says. */
  readonly says: readonly string[];
  /** Both, unless github-pages, which is always in safe mode, leaves the file out. */
  readonly stacks?: readonly string[];
  prepare(lab: Lab): void;
}

const ends = ({ name, tried, files = {}, says, stacks = STACK_NAMES, prepare }: Endless): Case => ({
  name,
  tried,
  needs: onUnix,
  run: async (lab) => {
    lab.write({ 'index.html': '---\n---\nHere\n', ...files });
    prepare(lab);
    let said = '';
    for (const compat of stacks) {
      const args = ['build', '--offline', '--compat', compat];
      said = refused(await lab.cli(args, { limit: LIMIT, through: BOUNDED }), ...says);
    }
    return said;
  },
});

/** Stops endless growth of memory, should nothing else stop it. */
const BOUNDED = ['bash', '-c', 'ulimit -v 16000000; exec "$@"', '-'] as const;

const pipeAs = (name: string, at: string, tried: string, files: Readonly<Record<string, string>> = {}): Case =>
  ends({ name, tried, files, says: [at, 'a pipe, a socket or a device', 'exclude'], prepare: (lab) => pipe(lab, at) });

const deviceAs = (name: string, at: string, to: string, files: Readonly<Record<string, string>> = {}): Case =>
  ends({
    name,
    tried: `\`${at}\` is a link to \`${to}\` (jekyll-4)`,
    files,
    says: [at, 'a pipe, a socket or a device', 'exclude'],
    stacks: ['jekyll-4'],
    prepare: (lab) => link(lab, at, to),
  });

export const cases: readonly Case[] = [
  pipeAs('pipe-static', 'favicon.ico', 'a named pipe as a static file'),
  pipeAs('pipe-page', 'about.md', 'a named pipe as a page'),
  pipeAs('pipe-post', '_posts/2020-01-01-a.md', 'a named pipe as a post'),
  pipeAs('pipe-layout', '_layouts/plain.html', 'a named pipe as a layout'),
  pipeAs('pipe-include', '_includes/sign.html', 'a named pipe as an include', {
    'index.html': '---\n---\n{% include sign.html %}\n',
  }),
  pipeAs('pipe-data', '_data/lamps.yml', 'a named pipe as a data file'),
  pipeAs('pipe-collection', '_boats/a.md', 'a named pipe as a document of a collection', {
    '_config.yml': 'collections: [boats]\n',
  }),
  pipeAs('pipe-config', '_config.yml', 'a named pipe as `_config.yml`'),
  pipeAs('pipe-gemfile', 'Gemfile', 'a named pipe as Gemfile'),
  ends({
    name: 'socket',
    tried: 'a socket in the source',
    says: ['door.sock', 'a pipe, a socket or a device'],
    prepare: (lab) => {
      const server = createServer();
      server.listen(lab.path('door.sock'));
      server.unref();
    },
  }),
  deviceAs('zero-page', 'page.html', '/dev/zero'),
  deviceAs('zero-data', '_data/lamps.json', '/dev/zero'),
  deviceAs('zero-include', '_includes/sign.html', '/dev/zero', { 'index.html': '---\n---\n{% include sign.html %}\n' }),
  deviceAs('tty-page', 'page.html', '/dev/tty'),
  {
    name: 'data-without-end-in-proc',
    tried: 'a data file that is a link to an endless file in `/proc` without a size (jekyll-4)',
    needs: () => (process.platform === 'linux' ? null : 'no /proc'),
    run: async (lab) => {
      lab.write({ 'index.html': '---\n---\nHere\n' });
      link(lab, '_data/lamps.yml', '/proc/self/pagemap');
      const run = await lab.cli(['build', '--offline', '--compat', 'jekyll-4'], { limit: 120, through: BOUNDED });
      return refused(run, 'lamps.yml');
    },
  },
  ends({
    name: 'data-too-large',
    tried: 'a data file of 3 GiB (sparse)',
    says: ['_data/lamps.yml', 'larger than 512 MiB', 'Split it into several files'],
    prepare: (lab) => {
      lab.write({ '_data/lamps.yml': '' });
      truncateSync(lab.path('_data/lamps.yml'), 3 * 1024 ** 3);
    },
  }),
  {
    name: 'data-that-grows',
    tried: 'a page that another program appends to while it is read',
    needs: onUnix,
    run: async (lab) => {
      lab.write({ 'index.html': '---\n---\nHere\n', 'log.txt': '---\n---\n' });
      const grow = setInterval(() => writeFileSync(lab.path('log.txt'), 'x'.repeat(1 << 16), { flag: 'a' }), 1);
      try {
        succeeded(await lab.cli(['build', '--offline'], { limit: LIMIT }));
      } finally {
        clearInterval(grow);
      }
      expect(!readFileSync(lab.path('_site/log.txt'), 'utf8').startsWith('---'), 'it was not rendered');
      return 'built with what was in it when it was read';
    },
  },
  ...(['a', 'sub/up', '_data/a'] as const).map((at) =>
    ends({
      name: `links-back-${at.replaceAll('/', '-')}`,
      tried: `20 links \`${at}0\`, \`${at}1\`, … to a folder that contains them`,
      files: { 'sub/page.html': '', '_data/lamps.yml': 'a: 1\n' },
      says: [`${at}0 links to a folder that contains it`, 'exclude'],
      prepare: (lab) => {
        for (let i = 0; i < 20; i++) link(lab, `${at}${i}`, at.includes('up') ? '..' : '.');
      },
    }),
  ),
  ends({
    name: 'links-multiply',
    tried: '30 folders, each with two links to the next: 2^30 paths, none of which is a loop',
    says: ['Links lead to more than 10000 folders', 'exclude'],
    stacks: ['jekyll-4'],
    prepare: (lab) => {
      lab.write({ 'd30/a.txt': '' });
      for (let i = 0; i < 30; i++) for (const name of ['a', 'b']) link(lab, `d${i}/${name}`, `../d${i + 1}`);
    },
  }),
  ends({
    name: 'link-to-proc',
    tried: 'a link through `/proc/self` to the working folder, which is the source (jekyll-4)',
    says: ['links to a folder that contains it'],
    stacks: ['jekyll-4'],
    prepare: (lab) => link(lab, 'machine', '/proc/self/task/../cwd'),
  }),
  {
    name: 'links-harmless',
    tried: 'links to a folder beside them, in two steps and in `_data`',
    needs: onUnix,
    run: async (lab) => {
      lab.write({ 'index.html': '---\n---\n{{ site.data.copy.a.b }}', 'real/page.html': '---\n---\n{{ page.url }}' });
      lab.write({ '_data/real/a.yml': 'b: 1\n' });
      link(lab, 'copy', 'real');
      link(lab, 'deep/copy', '../copy');
      link(lab, '_data/copy', 'real');
      for (const compat of STACK_NAMES) {
        succeeded(await lab.cli(['build', '--offline', '--compat', compat]));
        for (const name of ['real', 'copy', 'deep/copy']) {
          expect(
            readFileSync(lab.path(`_site/${name}/page.html`), 'utf8') === `/${name}/page.html`,
            `${name} is wrong`,
          );
        }
        expect(readFileSync(lab.path('_site/index.html'), 'utf8') === '1', 'the data is wrong');
      }
      return 'built, the folder once for each link, as Jekyll does';
    },
  },
];
