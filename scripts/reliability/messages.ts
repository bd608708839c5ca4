// The output has no password from a URL, and no control character from a file.

import { mkdirSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { type Case, expect, type Finished, type Lab, refused, succeeded } from './lab.ts';

const PASSWORD = 'pa55-0f3c';

const printed = ({ stdout, stderr }: Finished): string => stdout + stderr;

function hidesPassword(run: Finished): void {
  const at = printed(run).indexOf(PASSWORD);
  expect(at < 0, `the password is printed: ${printed(run).slice(Math.max(0, at - 80), at + 40)}`);
}

/** No control character but newlines, nothing that reorders text. */
function isClean(run: Finished): void {
  const bad = /[\0-\x09\x0b-\x1f\x7f-\x9f\u200b\u202a-\u202e\u2066-\u2069]/.exec(printed(run));
  expect(bad === null, `U+${bad?.[0].codePointAt(0)?.toString(16)} in: ${JSON.stringify(printed(run))}`);
}

const site = (lab: Lab, files: Readonly<Record<string, string>>): void =>
  lab.write(
    Object.fromEntries(
      Object.entries({ 'index.html': '---\n---\nx', ...files }).map(([name, text]) => [`site/${name}`, text]),
    ),
  );

interface Secret {
  readonly name: string;
  readonly tried: string;
  readonly files: Readonly<Record<string, string>>;
  readonly args?: readonly string[];
  readonly env?: Readonly<Record<string, string>>;
}

/** Builds with --trace, and with -V; the messages are those of a failure or of a warning. */
const secret = ({ name, tried, files, args = [], env = {} }: Secret): Case => ({
  name: `messages-${name}`,
  tried,
  run: async (lab) => {
    site(lab, files);
    const base = ['build', '-s', 'site', '-d', 'out', '--cache', lab.path('cache'), '-V'];
    const run = await lab.cli([...base, '--trace', ...args], { env: { BUILD_SITE_DOWNLOAD_TIME: '2', ...env } });
    hidesPassword(run);
    const line =
      printed(run)
        .split('\n')
        .find((text) => text.includes('***')) ??
      printed(run)
        .split('\n')
        .find((text) => /Error|Warning|Theme/.test(text));
    return (line ?? 'nothing is said of it').trim().replace(/localhost:\d+|127\.0\.0\.1:\d+/g, '127.0.0.1');
  },
});

const GEM = (source: string): string => `source "${source}"\ngem "jekyll", "~> 4.3"\ngem "harbour"\n`;
/** Nobody listens there. */
const NOBODY = `http://me:${PASSWORD}@127.0.0.1:9`;

const SECRETS: readonly Secret[] = [
  {
    name: 'gemfile-source',
    tried: 'a Gemfile source with a password that refuses connections, with --trace',
    files: { '_config.yml': 'theme: harbour\n', Gemfile: GEM(NOBODY), 'b.html': '---\nlayout: a\n---\n' },
  },
  {
    name: 'bad-source',
    tried: 'a Gemfile source that is not a URL, with a slash in its password',
    files: {
      '_config.yml': 'theme: harbour\n',
      Gemfile: GEM(`https://me:x/${PASSWORD}@gems.example`),
      'b.html': '---\nlayout: a\n---\n',
    },
  },
  {
    name: 'offline-source',
    tried: 'the same offline',
    files: { '_config.yml': 'theme: harbour\n', Gemfile: GEM(NOBODY), 'b.html': '---\nlayout: a\n---\n' },
    args: ['--offline'],
  },
  {
    name: 'git-gem',
    tried: 'a gem from a Git URL with a token',
    files: {
      '_config.yml': 'theme: harbour\n',
      Gemfile: `gem "jekyll", "~> 4.3"\ngem "harbour", git: "https://${PASSWORD}@git.example/harbour.git"\n`,
      'b.html': '---\nlayout: a\n---\n',
    },
  },
  {
    name: 'lock',
    tried: 'a remote in Gemfile.lock with a password',
    files: {
      '_config.yml': 'theme: harbour\n',
      Gemfile: 'gem "jekyll", "~> 4.3"\n',
      'Gemfile.lock': `GIT\n  remote: https://me:${PASSWORD}@git.example/h.git\n  revision: abc\n  specs:\n    harbour (1.0)\n\nGEM\n  remote: https://rubygems.org/\n  specs:\n    jekyll (4.4.1)\n`,
      'b.html': '---\nlayout: a\n---\n',
    },
  },
  {
    name: 'remote-theme',
    tried: '`remote_theme: https://me:password@…`',
    files: {
      '_config.yml': `plugins: [jekyll-remote-theme]\nremote_theme: https://me:${PASSWORD}@github.com/owner/name\n`,
    },
    args: ['--compat', 'github-pages', '--offline'],
  },
  {
    name: 'code-frame',
    tried: 'a broken line of _config.yml that holds a password',
    files: {
      '_config.yml': `theme: null\naddress: is: https://me:${PASSWORD}@host.example/?token=${PASSWORD}\n`,
    },
  },
  {
    name: 'include-argument',
    tried: 'an error in a template line with a token in a query',
    files: {
      '_config.yml': 'theme: null\n',
      'a.html': `---\n---\n<a href="https://host.example/?access_token=${PASSWORD}">{% nothing %}</a>`,
    },
  },
  {
    name: 'proxy',
    tried: 'HTTPS_PROXY with a password',
    files: {
      '_config.yml': 'theme: harbour\n',
      Gemfile: GEM('https://gems.invalid'),
      'b.html': '---\nlayout: a\n---\n',
    },
    env: { HTTPS_PROXY: NOBODY, https_proxy: NOBODY },
  },
];

/** ESC, a title sequence, a bell, a newline that fakes a line and a workflow's command, and an override. */
const EVIL = 'a\x1b]0;title\x07\n::error::fake\u202e';

const evil = (name: string, tried: string, run: (lab: Lab) => Promise<string>): Case => ({
  name: `messages-${name}`,
  tried,
  needs: () => (process.platform === 'linux' ? null : 'such names are for Linux'),
  run,
});

const lastError = (run: Finished): string =>
  printed(run)
    .split('\n')
    .find((line) => /Error|Warning/.test(line)) ?? '';

export const cases: readonly Case[] = [
  ...SECRETS.map(secret),
  {
    name: 'messages-address-as-path',
    tried: 'a URL with a password as --source, --config and folder',
    run: async (lab) => {
      site(lab, {});
      const address = `https://me:${PASSWORD}@host.example/x`;
      let said = '';
      for (const args of [['-s', address], ['-s', 'site', '--config', `${address}.yml`], [address]]) {
        const run = await lab.cli(['build', ...args, '--trace']);
        hidesPassword(run);
        expect(run.status === 1, `exit status ${run.status}`);
        said ||= lastError(run).replace(lab.folder, '');
      }
      return said;
    },
  },
  {
    name: 'messages-server',
    tried: 'a source that requires a password and rejects it',
    run: async (lab) => {
      const seen: string[] = [];
      const server = createServer((request, response) => {
        seen.push(request.headers.authorization ?? '');
        response.writeHead(401).end();
      });
      await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
      try {
        const { port } = server.address() as AddressInfo;
        site(lab, {
          '_config.yml': 'theme: harbour\n',
          Gemfile: GEM(`http://me:${PASSWORD}@127.0.0.1:${port}`),
          'b.html': '---\nlayout: a\n---\n',
        });
        const run = await lab.cli(['build', '-s', 'site', '-d', 'out', '--cache', 'cache', '--trace', '-V']);
        hidesPassword(run);
        const sent = `Basic ${Buffer.from(`me:${PASSWORD}`).toString('base64')}`;
        expect(seen.includes(sent), 'the password was not sent');
        expect(!printed(run).includes(sent.slice(6)), 'the encoded password is printed');
        return refused({ ...run, stderr: run.stderr.replace(/^\s+at .*$/gm, '') }, '401').replace(
          /127\.0\.0\.1:\d+/g,
          '127.0.0.1',
        );
      } finally {
        server.closeAllConnections();
        server.close();
      }
    },
  },
  evil(
    'file-name',
    'a page whose name holds an escape sequence, a newline and an override, with an error in it',
    async (lab) => {
      site(lab, { '_config.yml': 'theme: null\n', [`${EVIL}.html`]: '---\n---\n{% nothing %}\n' });
      const run = await lab.cli(['build', '-s', 'site', '-d', 'out', '-V', '--trace']);
      expect(run.status === 1, 'it was built');
      isClean(run);
      expect(!/^\s*::/m.test(printed(run)), `a line of the file's name: ${printed(run)}`);
      return lastError(run);
    },
  ),
  evil('file-text', 'the same characters in the line that an error shows', async (lab) => {
    site(lab, {
      '_config.yml': 'theme: null\n',
      'a.html': `---\n---\n\x1b[2J\x9b1m\u202e\u2066{% nothing\u200b %}\x07\n`,
    });
    const run = await lab.cli(['build', '-s', 'site', '-d', 'out'], { env: { NO_COLOR: '1' } });
    isClean(run);
    return refused(run, 'nothing');
  }),
  evil('warning', 'the same in a data file, a layout and a collection that warnings name', async (lab) => {
    site(lab, {
      '_config.yml': `theme: null\ncollections: { "c": { output: true, sort_by: k } }\n`,
      [`_posts/2020-01-01-${EVIL}.md`]: `---\nlayout: "\\e[1m\\u202e"\n---\nx`,
      [`_posts/2999-01-01-${EVIL}.md`]: '---\n---\n',
    });
    const run = await lab.cli(['build', '-s', 'site', '-d', 'out', '--compat', 'jekyll-4', '-V']);
    succeeded(run);
    isClean(run);
    return lastError(run);
  }),
  evil('profile', 'the same in the table of --profile', async (lab) => {
    site(lab, { '_config.yml': 'theme: null\n', [`${EVIL}.html`]: '---\npermalink: /x.html\n---\n{{ 1 }}\n' });
    for (const stack of ['github-pages', 'jekyll-4']) {
      const run = await lab.cli(['build', '-s', 'site', '-d', 'out', '--profile', '--compat', stack]);
      succeeded(run);
      isClean(run);
      expect(run.stdout.includes('␛]0;title␇␊::error::fake<U+202E>'), `the name isn't shown: ${run.stdout}`);
    }
    return 'shown as a␛]0;title␇␊::error::fake<U+202E>.html';
  }),
  evil('folders', 'the same in the names of the source and the destination', async (lab) => {
    mkdirSync(lab.path(EVIL));
    writeFileSync(lab.path(EVIL, 'index.html'), '---\n---\nx');
    writeFileSync(lab.path(EVIL, '_config.yml'), 'theme: null\n');
    const built = await lab.cli(['build', '-s', EVIL, '-d', `${EVIL}-out`]);
    succeeded(built);
    const cleaned = await lab.cli(['clean', '-s', EVIL, '-d', `${EVIL}-out`]);
    const wrong = await lab.cli(['build', '-s', `${EVIL}-gone`, `--${EVIL}`]);
    for (const run of [built, cleaned, wrong]) isClean(run);
    return lastError(wrong);
  }),
];
