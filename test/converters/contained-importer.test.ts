// In safe mode, imports inside the site resolve as in Dart Sass alone.

import { mkdirSync, mkdtempSync, realpathSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { test } from 'uvu';
import * as assert from 'uvu/assert';
import { loadSassEngine } from '../../src/converters/sass/dart.ts';
import type { SassRequest } from '../../src/converters/sass/engine.ts';
import { fileUrl } from '../../src/converters/sass/source-map.ts';

const FILES = [
  'css/_beside.scss',
  'css/plain.scss',
  'css/both.scss',
  'css/_both.scss',
  'css/both.import.scss',
  '_sass/_partial.scss',
  '_sass/whole.scss',
  '_sass/_indented.sass',
  '_sass/style.css',
  '_sass/folder/_index.scss',
  '_sass/folder/_inner.scss',
  '_sass/files/index.scss',
  '_sass/two.scss',
  '_sass/_two.scss',
  '_sass/kinds.sass',
  '_sass/kinds.scss',
  '_sass/_only.import.scss',
  '_sass/a b/_ü.scss',
  '_sass/dots.in.name.scss',
  'vendor/_beside.scss',
  'vendor/_vendored.scss',
];

/** What a sheet may ask for. */
const NAMES = [
  ...['beside', '_beside', 'beside.scss', '_beside.scss', './beside', 'plain', 'both', 'partial', 'whole', 'whole.css'],
  ...['indented', 'indented.sass', 'indented.scss', 'style', 'style.css', 'folder', 'folder/', 'folder/inner', 'files'],
  ...['folder/../whole', '../_sass/whole', 'two', 'kinds', 'only', 'only.import', 'a b/ü', 'a%20b/ü', 'dots.in.name'],
  ...['vendored', 'nothing', 'folder/nothing', '', '.', '..', 'sass:math', 'http://example.org/a.css'],
];

const folder = realpathSync(mkdtempSync(join(tmpdir(), 'build-site-importer-')));
for (const name of FILES) {
  mkdirSync(dirname(join(folder, name)), { recursive: true });
  const [open, close] = name.endsWith('.sass') ? ['\n  ', '\n'] : [' { ', ' }\n'];
  writeFileSync(join(folder, name), `.x${open}content: "${name}"${close}`);
}
writeFileSync(join(folder, '_sass/folder/_inner.scss'), '@import "index";\n.inner { a: b }\n');
test.after(() => rmSync(folder, { recursive: true }));

for (const name of ['sass', 'sass-embedded'] as const) {
  test(`the same CSS, maps and errors: ${name}`, async () => {
    const engine = await loadSassEngine(name).catch(() => null);
    if (engine === null) return; // optional
    const outcome = async (request: SassRequest): Promise<string> => {
      try {
        const { css, sourceMap } = await engine.compile(request, () => {});
        return JSON.stringify([css, sourceMap?.sources, sourceMap?.mappings, sourceMap?.sourcesContent]);
      } catch (error) {
        const { sassMessage } = error as { sassMessage: string };
        return /not clear which/.test(sassMessage) ? 'ambiguous' : sassMessage;
      }
    };
    let built = 0;
    const differ: string[] = [];
    for (const rule of ['import', 'use', 'forward', 'load-css']) {
      for (const asked of NAMES) {
        const text =
          rule === 'load-css' ? `@use "sass:meta"; y { @include meta.load-css("${asked}") }` : `@${rule} "${asked}";`;
        for (const url of [fileUrl(join(folder, 'css/main.scss')), undefined]) {
          const common = { text, syntax: 'scss', style: 'expanded', charset: true, sourceMap: true } as const;
          const loadPaths = [join(folder, 'vendor'), join(folder, '_sass')];
          const request: SassRequest = { ...common, loadPaths, ...(url === undefined ? {} : { url }) };
          const alone = await outcome(request);
          const contained = await outcome({ ...request, readable: [folder] });
          if (contained !== alone) differ.push(`${text} ${url ?? ''}: ${contained}, not ${alone}`);
          if (alone.startsWith('[')) built++;
        }
      }
    }
    await engine.dispose();
    assert.equal(differ, []);
    assert.ok(built > 100, String(built));
  });
}

test.run();
