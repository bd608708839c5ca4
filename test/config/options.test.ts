// The table of options, and what is derived from it.

import { readFileSync } from 'node:fs';
import { test } from 'uvu';
import * as assert from 'uvu/assert';
import { configurationPage, configurationSchema, pluginSections } from '../../scripts/configuration/derived.ts';
import { Configuration } from '../../src/config/configuration.ts';
import { defaults } from '../../src/config/defaults.ts';
import type { Option } from '../../src/config/option.ts';
import { OPTIONS } from '../../src/config/options.ts';
import { STACKS } from '../../src/config/stacks.ts';
import type { BuildError } from '../../src/diagnostics/diagnostic.ts';
import type { RubyHash } from '../../src/ruby/values.ts';
import { loadYaml } from '../../src/yaml/load.ts';

const docs = (name: string): string => readFileSync(new URL(`../../docs/${name}`, import.meta.url), 'utf8');

test('options have the types in the table, whatever the file says', () => {
  const { known, raw } = new Configuration(
    new Map<string, never>(Object.entries({ permalink: 5, future: '', include: 'a', sass: 3, paginate: '2' }) as never),
  );
  assert.is(known.permalink, '5');
  assert.is(known.future, true);
  assert.equal(known.include, ['a']);
  assert.is(known.sass.sassDir, '');
  assert.equal(known.kramdown, new Map());
  assert.is(known.paginate, '2');
  assert.is(known.strictFrontMatter, false);
  assert.is(known.dataDir, '');
  assert.is(raw.permalink, 5);
  assert.is(raw.dataDir, undefined);
});

test('keys have places, also old names and nested keys', () => {
  const config = new Configuration(new Map(), new Set(['theme']), (...path) => ({ path: path.join(' > ') }));
  assert.equal(config.place.paginatePath(), { path: 'paginate_path' });
  assert.equal(config.place.gems(), { path: 'gems' });
  assert.equal(config.place.collections('notes', 'permalink'), { path: 'collections > notes > permalink' });
  assert.ok(config.isOwn.theme);
  assert.not.ok(config.isOwn.plugins);
});

test('the keys of a section have types, too', () => {
  const sass = new Map<string, never>(Object.entries({ style: 5, load_paths: 'a', quiet_deps: 0 }) as never);
  const { known } = new Configuration(new Map([['sass', sass]]));
  assert.is(known.sass.style, '5');
  assert.equal(known.sass.loadPaths, ['a']);
  assert.is(known.sass.quietDeps, true);
  assert.is(known.sass.verbose, false);
});

test('an option is checked when it is read', () => {
  const at = (text: string): RubyHash => loadYaml({ path: '_config.yml', text }) as RubyHash;
  const checked = (text: string): Configuration =>
    new Configuration(at(text), undefined, (...path) => ({ path: path.join(' > ') }));
  const fault = (use: () => void): string => {
    try {
      use();
      return 'accepted';
    } catch (error) {
      const { message, path } = (error as BuildError).diagnostic;
      return `${path}: ${message}`;
    }
  };
  const paths = checked('sass: { load_paths: [1] }').check;
  assert.is(
    fault(() => paths.sass('load_paths')),
    "sass > load_paths: 'load_paths' should be a list of strings, but was: [1]",
  );
  assert.is(
    fault(() => paths.sass()),
    'accepted',
  );
  assert.is(
    fault(() => paths.sass('sourcemap')),
    'accepted',
  );
  assert.is(
    fault(() => checked('sass: {sourcemap: }').check.sass('sourcemap')),
    "sass > sourcemap: 'sourcemap' should be always, never or development, but was: nil",
  );
  assert.is(
    fault(() => checked('limit_posts: -1').check.limitPosts()),
    'limit_posts: limit_posts must be a non-negative number',
  );
});

test('a misspelled key is a compile error', () => {
  const { known, raw, place, isOwn, check } = new Configuration(new Map());
  // @ts-expect-error
  assert.is(known.pagniate, undefined);
  // @ts-expect-error
  assert.is(raw.pagniate, undefined);
  // @ts-expect-error
  assert.is(place.pagniate, undefined);
  // @ts-expect-error
  assert.is(isOwn.pagniate, undefined);
  // @ts-expect-error
  assert.is(check.limitPots, undefined);
  // @ts-expect-error
  assert.is(known.sass.stlye, undefined);
  // @ts-expect-error
  assert.is(place.sass('stlye').path, '_config.yml');
});

test('a version has its own defaults', () => {
  assert.not.ok(defaults(STACKS['github-pages']).has('cache_dir'));
  assert.is(defaults(STACKS['jekyll-4']).get('cache_dir'), '.jekyll-cache');
});

test('docs/configuration.md and the schema are current: npm run configuration -- --write', async () => {
  const plugins = await pluginSections();
  assert.is(docs('configuration.md'), configurationPage(plugins));
  assert.is(docs('configuration.schema.json'), configurationSchema(plugins));
});

test('what plugins read has types, defaults and one line of documentation', async () => {
  for (const { section, doc, fields = {} } of await pluginSections()) {
    assert.match(doc, /^[A-Z`][^\n]+\.$/, section);
    for (const [name, field] of Object.entries(fields)) {
      assert.match(field.doc, /^[A-Z`][^\n]+\.$/, name);
      const isType = field.type === 'list' ? Array.isArray : (value: unknown) => typeof value === field.type;
      if (field.default !== undefined && field.type !== 'any') assert.ok(isType(field.default), `${section}: ${name}`);
    }
  }
});

test('every option has one line of documentation', () => {
  const all = (options: Readonly<Record<string, Option>>): [string, Option][] =>
    Object.entries(options).flatMap(([name, row]) => [[name, row], ...all(row.keys ?? {}), ...all(row.entries ?? {})]);
  for (const [name, { doc }] of all(OPTIONS)) assert.match(doc, /^[A-Z][^\n]+\.$/, name);
});

test.run();
