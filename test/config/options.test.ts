// The table of options, and what is derived from it.

import { readFileSync } from 'node:fs';
import { test } from 'uvu';
import * as assert from 'uvu/assert';
import { configurationPage, configurationSchema } from '../../scripts/configuration/derived.ts';
import { Configuration } from '../../src/config/configuration.ts';
import { defaults } from '../../src/config/defaults.ts';
import { OPTIONS } from '../../src/config/options.ts';
import { STACKS } from '../../src/config/stacks.ts';

const docs = (name: string): string => readFileSync(new URL(`../../docs/${name}`, import.meta.url), 'utf8');

test('options have the types of the table, whatever the file has', () => {
  const { known, raw } = new Configuration(
    new Map<string, never>(Object.entries({ permalink: 5, future: '', include: 'a', sass: 3, paginate: '2' }) as never),
  );
  assert.is(known.permalink, '5');
  assert.is(known.future, true);
  assert.equal(known.include, ['a']);
  assert.equal(known.sass, new Map());
  assert.is(known.paginate, '2');
  assert.is(known.strictFrontMatter, false);
  assert.is(known.dataDir, '');
  assert.is(raw.permalink, 5);
  assert.is(raw.dataDir, undefined);
});

test('keys have places, those of older versions and those inside others too', () => {
  const config = new Configuration(new Map(), new Set(['theme']), (...path) => ({ path: path.join(' > ') }));
  assert.equal(config.place.paginatePath(), { path: 'paginate_path' });
  assert.equal(config.place.gems(), { path: 'gems' });
  assert.equal(config.place.collections('notes', 'permalink'), { path: 'collections > notes > permalink' });
  assert.ok(config.isOwn.theme);
  assert.not.ok(config.isOwn.plugins);
});

test('a misspelled key is a compile error', () => {
  const { known, raw, place, isOwn } = new Configuration(new Map());
  // @ts-expect-error
  assert.is(known.pagniate, undefined);
  // @ts-expect-error
  assert.is(raw.pagniate, undefined);
  // @ts-expect-error
  assert.is(place.pagniate, undefined);
  // @ts-expect-error
  assert.is(isOwn.pagniate, undefined);
});

test('a version has its own defaults', () => {
  assert.not.ok(defaults(STACKS['github-pages']).has('cache_dir'));
  assert.is(defaults(STACKS['jekyll-4']).get('cache_dir'), '.jekyll-cache');
});

test('docs/configuration.md and the schema are current: npm run configuration -- --write', () => {
  assert.is(docs('configuration.md'), configurationPage());
  assert.is(docs('configuration.schema.json'), configurationSchema());
});

test('every option has one line of documentation', () => {
  for (const [name, { doc }] of Object.entries(OPTIONS)) assert.match(doc, /^[^\n]+\.$/, name);
});

test.run();
