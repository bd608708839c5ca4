import { test } from 'uvu';
import * as assert from 'uvu/assert';
import { loadSassSync } from '../../src/build/on-demand.ts';
import { loadSassEngine } from '../../src/converters/sass/dart.ts';
import type { Syntax } from '../../src/converters/sass/engine.ts';
import { rubySassEngine } from '../../src/converters/sass/ruby-engine.ts';
import { MemoryFiles } from '../../src/files/memory.ts';
import { RubySass, type SheetFiles } from '../../src/ruby-sass/compile.ts';
import { RubySassError } from '../../src/ruby-sass/error.ts';
import type { Style } from '../../src/ruby-sass/print.ts';
import { casesIn, expectAnswer } from '../cases.ts';
import { goldenOf } from './golden.ts';

const filesOf = (files: Readonly<Record<string, string>>): SheetFiles => ({
  isFile: (path) => path in files,
  isDirectory: (path) => Object.keys(files).some((name) => name.startsWith(`${path}/`)),
  read: (path) => files[path]!,
});
const compile = (
  sheet: string,
  style: Style,
  files: Readonly<Record<string, string>> = {},
  syntax: Syntax = 'scss',
): string =>
  new RubySass(filesOf(files)).compile(sheet, { syntax, style, loadPaths: ['/site/_sass', '/theme/_sass'], warn() {} });

/** The gem's output begins with a byte order mark; here the converter writes it. */
const withoutMark = (css: string): string => css.replace(/^(?:\ufeff|@charset "UTF-8";\n)/, '');

for (const one of casesIn(new URL('cases/', import.meta.url))) {
  const { name, sheet, syntax, css, ...golden } = goldenOf(one);
  const files = Object.fromEntries(Object.entries(golden.files).map(([path, text]) => [`/site/_sass/${path}`, text]));
  for (const [style, expected] of css) {
    test(`${one.file}, ${style}: ${name}`, () => {
      expectAnswer(one, ['css', 'refused'], 'ruby-sass');
      if (expected !== null) assert.is(compile(sheet, style, files, syntax), withoutMark(expected));
      else
        assert.throws(
          () => compile(sheet, style, files, syntax),
          (error: unknown) => error instanceof RubySassError,
        );
    });
  }
}

test('imports: the neighbouring partial, the load paths in order, a folder by its index', () => {
  const files = {
    '/site/_sass/_a.scss': '@import "sub/b"; .a { top: 0 }',
    '/site/_sass/sub/_b.scss': '@import "c"; .b { top: 0 }',
    '/site/_sass/sub/c.scss': '.c { top: 0 }',
    '/theme/_sass/_a.scss': '.theme { top: 0 }',
    '/theme/_sass/d/_index.scss': '.d { top: 0 }',
  };
  const css = compile('@import "a", "d";', 'compressed', files);
  assert.is(css, '.c{top:0}.b{top:0}.a{top:0}.d{top:0}\n');
});

test("what it can't compile goes to Dart Sass, which knows the place of an error", async () => {
  const request = {
    text: '.a\n  top: 0\n  /* b',
    syntax: 'sass',
    style: 'expanded',
    rubyStyle: 'compact',
    loadPaths: [],
    charset: false,
    sourceMap: false,
  } as const;
  const engine = rubySassEngine(new MemoryFiles(), () => loadSassEngine('sass'));
  assert.is((await engine.compile(request, () => {})).css, '.a { top: 0; /* b */ }');
  const fault = await engine.compile({ ...request, syntax: 'scss', text: '.a { top: $b }' }, () => {}).catch((e) => e);
  assert.is(fault.sassMessage, 'Undefined variable.');
  assert.is(fault.span.start.offset, 10);
  const indented = await engine.compile({ ...request, text: '.a\n  top: $b\n' }, () => {}).catch((e) => e);
  assert.is(indented.span.start.offset, 10);
  await engine.dispose();
});

test('comments on one long line, and blanks within a value, take linear time', () => {
  const { user } = process.cpuUsage();
  compile('/* a */ '.repeat(50_000), 'compressed');
  compile(`a{b: c${' '.repeat(200_000)}d}`, 'compressed');
  // Scanning the line once for each of them would take minutes.
  assert.ok(process.cpuUsage().user - user < 10e6);
});

test('non-ASCII text', () => {
  const compile = loadSassSync(new MemoryFiles(), true);
  const request = {
    text: '.ü { top: 0 }',
    syntax: 'scss',
    style: 'expanded',
    loadPaths: [],
    charset: true,
    sourceMap: false,
  } as const;
  assert.is(compile(request, () => {}).css, '@charset "UTF-8";\n.ü {\n  top: 0;\n}');
  const bare = { ...request, style: 'compressed', rubyStyle: 'compressed', charset: false } as const;
  assert.is(compile(bare, () => {}).css, '.ü{top:0}');
});

test('stylesheets that Ruby Sass rejects are compiled by Dart Sass at once', () => {
  const compile = loadSassSync(new MemoryFiles(), true);
  const request = { syntax: 'scss', style: 'expanded', loadPaths: [], charset: true, sourceMap: false } as const;
  const refused = '@use "sass:math"; .a { width: math.div(4px, 2); }';
  const warnings: string[] = [];
  assert.is(compile({ ...request, text: refused }, (text) => warnings.push(text)).css, '.a {\n  width: 2px;\n}');
  assert.match(warnings.join(), /^Ruby Sass, which GitHub Pages uses, rejects a stylesheet .* \(Invalid CSS/);
  assert.throws(() => compile({ ...request, text: '.a { top: $b }' }, () => {}), /Undefined variable/);
});

test.run();
