// The bundle for browsers builds what the command line builds, with nothing but web globals around it.

import { spawnSync } from 'node:child_process';
import { mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { createContext, runInContext } from 'node:vm';
import { build } from 'esbuild';
import { test } from 'uvu';
import * as assert from 'uvu/assert';
import { browserOptions } from '../../scripts/bundle.js';
import { build as buildHere } from '../../src/build/node.ts';
import { MemoryFiles } from '../../src/files/memory.ts';
import { MOMENT } from '../site/memory-site.ts';

const root = dirname(dirname(dirname(fileURLToPath(import.meta.url))));

/** One script that defines `buildSite`. */
const bundle = build({
  ...browserOptions,
  stdin: {
    contents: `export * from './build/browser.ts'; export { lexers } from './build/browser-lexers.ts';`,
    resolveDir: join(root, 'src'),
  },
  format: 'iife',
  globalName: 'buildSite',
  write: false,
}).then(({ outputFiles }) => outputFiles![0]!.text);

/** Builds the site `files` (JSON: paths and contents) and returns its outputs in base64, also as JSON. */
const RUN = `async (json) => {
  const { openSite, bytesOf, MemoryFiles, lexers } = buildSite;
  const { site, moment, options } = JSON.parse(json);
  const files = new MemoryFiles(site, moment * 1000);
  const session = openSite({ files, lexers, now: moment, timeZone: 'UTC', ...options });
  try {
    const outputs = await session.outputs();
    const text = (output) => btoa(Array.from(bytesOf(output, files), (byte) => String.fromCharCode(byte)).join(''));
    return JSON.stringify(Object.fromEntries([...outputs].map(([path, output]) => [path, text(output)])));
  } catch (error) {
    return JSON.stringify({ error: error.message, hint: error.diagnostic?.hint, stack: error.stack });
  }
}`;

/** What every browser and worker has, and the engine may use. */
const WEB_GLOBALS = [
  'AbortController',
  'AbortSignal',
  'atob',
  'Blob',
  'btoa',
  'clearTimeout',
  'console',
  'crypto',
  'DecompressionStream',
  'performance',
  'queueMicrotask',
  'Response',
  'setTimeout',
  'structuredClone',
  'TextDecoder',
  'TextEncoder',
  'URL',
  'URLSearchParams',
];

type Texts = Record<string, string>;

async function builtInContext(site: Texts, options: object): Promise<Texts> {
  const context = createContext(
    Object.fromEntries(WEB_GLOBALS.map((name) => [name, (globalThis as Record<string, unknown>)[name]])),
  );
  runInContext(await bundle, context);
  const run = runInContext(`(${RUN})`, context) as (json: string) => Promise<string>;
  return JSON.parse(await run(JSON.stringify({ site, moment: MOMENT, options })));
}

async function builtHere(site: Texts, options: object): Promise<Texts> {
  const files = new MemoryFiles(site, MOMENT * 1000);
  await buildHere({ ...options, destination: '/out', files, now: MOMENT, offline: true });
  const found: Texts = {};
  const visit = (folder: string): void => {
    for (const [name, kind] of files.entries(folder)) {
      const path = `${folder}/${name}`;
      if (kind === 'directory') visit(path);
      else found[path.slice('/out/'.length)] = Buffer.from(files.read(path)).toString('base64');
    }
  };
  visit('/out');
  return found;
}

/** The folders of this repository with its homepage. */
function homepage(): Texts {
  const site: Texts = { '/site/_config.yml': readFileSync(join(root, '_config.yml'), 'utf8') };
  for (const folder of ['_data', '_includes', '_layouts', '_sass', '_pages', '_posts', 'assets']) {
    for (const name of readdirSync(join(root, folder), { recursive: true, encoding: 'utf8' })) {
      const path = `${folder}/${name.replaceAll('\\', '/')}`;
      if (statSync(join(root, path)).isFile()) site[`/site/${path}`] = readFileSync(join(root, path), 'utf8');
    }
  }
  return site;
}

const SMALL: Texts = {
  '/site/_config.yml': 'title: Small\ntimezone: UTC\ntheme: null\nplugins: [jekyll-feed, jekyll-sitemap]\n',
  '/site/_layouts/default.html': '<html><body>{{ content }}{{ site.time | date: "%Y %Z" }}</body></html>\n',
  '/site/index.md': '---\nlayout: default\n---\n# {{ site.title }}\n\n```ruby\nputs 1\n```\n',
  '/site/style.scss': '---\n---\n$c: red;\na { b { color: $c } }\n',
  '/site/_posts/2020-01-02-one.md': '---\ntags: [a]\n---\nOne – zwei\n',
  '/site/file.txt': 'As it is.\n',
};

const OPTIONS = { source: '/site', environment: 'production', nwo: 'owner/name' };

test('a small site, in a context with only web globals', async () => {
  assert.equal(await builtInContext(SMALL, OPTIONS), await builtHere(SMALL, OPTIONS));
});

test('the homepage in this repository', async () => {
  const site = homepage();
  const [there, here] = [await builtInContext(site, OPTIONS), await builtHere(site, OPTIONS)];
  assert.ok('about/index.html' in here);
  assert.equal(Object.keys(there).sort(), Object.keys(here).sort());
  for (const [path, content] of Object.entries(here)) assert.is(there[path], content, path);
});

test('a message names what the bundle leaves out', async () => {
  const config = { '/site/_config.yml': 'timezone: UTC\ntheme: null\n' };
  const answer = async (site: Texts, options: object = {}): Promise<string> =>
    (await builtInContext({ ...config, ...site }, { ...OPTIONS, ...options })).error ?? '';
  assert.match(
    await answer({ '/site/a.coffee': '---\n---\nx = 1\n' }),
    /needs the package coffeescript, which the bundle/,
  );
  assert.match(
    await answer({ '/site/a.scss': '---\n---\na { b: c }\n' }, { profile: 'jekyll-4' }),
    /needs Dart Sass, which the bundle for browsers doesn't have/,
  );
  assert.match(
    await answer({ '/site/_config.yml': 'timezone: Europe/Berlin\n' }),
    /needs the history of time zones, which the bundle/,
  );
});

/** Where Chromium is; null if it isn't installed. */
function chromium(): string | null {
  const names = [process.env.CHROMIUM, 'chromium', 'chromium-browser', 'google-chrome'];
  const isThere = (name: string | undefined) => name !== undefined && spawnSync(name, ['--version']).status === 0;
  return names.find(isThere) ?? null;
}

const browser = chromium();
if (browser !== null) {
  test('a small site, in Chromium', async () => {
    const folder = mkdtempSync(join(tmpdir(), 'build-site-chromium-'));
    try {
      const page = join(folder, 'page.html');
      const json = JSON.stringify(JSON.stringify({ site: SMALL, moment: MOMENT, options: OPTIONS }));
      writeFileSync(join(folder, 'bundle.js'), await bundle);
      writeFileSync(
        page,
        `<!doctype html><meta charset="utf-8"><script src="bundle.js"></script>
<script>(${RUN})(${json.replaceAll('<', '\\u003c')}).then((done) => { document.documentElement.textContent = btoa(done) })</script>`,
      );
      const flags = ['--headless', '--no-sandbox', '--disable-gpu', '--virtual-time-budget=60000', '--dump-dom'];
      const { stdout } = spawnSync(browser, [...flags, `--user-data-dir=${folder}/profile`, pathToFileURL(page).href], {
        encoding: 'utf8',
        timeout: 60_000,
      });
      const answer = /<html>([\w+/=]+)<\/html>/.exec(stdout)?.[1];
      assert.ok(answer !== undefined, stdout.slice(0, 500));
      assert.equal(JSON.parse(Buffer.from(answer, 'base64').toString()), await builtHere(SMALL, OPTIONS));
    } finally {
      rmSync(folder, { recursive: true, force: true, maxRetries: 3 });
    }
  });
}

test.run();
