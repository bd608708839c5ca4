// Checks the types of options where Jekyll stops with a Ruby exception for another type. Only what the gems were
// observed to reject is checked; `npm run diff:sites -- --each` compares.

import { BuildError } from '../diagnostics/diagnostic.ts';
import { inspect } from '../ruby/inspect.ts';
import { isHash, type RubyHash, RubySymbol, type Value } from '../ruby/values.ts';
import { type Configuration, limitOf } from './configuration.ts';
import type { OptionName } from './options.ts';
import type { Locate, Place, Places } from './places.ts';

interface Type {
  /** As in 'should be …'. */
  readonly name: string;
  readonly example: (key: string) => string;
  readonly accepts: (value: Value) => boolean;
}

const isOff = (value: Value): boolean => value === null || value === false;

const TEXT: Type = {
  name: 'a string',
  example: (key) => `${key}: "…"`,
  accepts: (value) => value === null || typeof value === 'string',
};

const TEXT_OR_OFF: Type = { ...TEXT, accepts: (value) => isOff(value) || typeof value === 'string' };

const MAPPING_OR_OFF: Type = {
  name: 'a mapping',
  example: (key) => `${key}: { … }`,
  accepts: (value) => isOff(value) || isHash(value),
};

const LIQUID: Type = {
  name: 'a mapping with lax, warn or strict for error_mode',
  example: (key) => `${key}: { error_mode: warn }`,
  accepts: (value) => isHash(value) && ['lax', 'warn', 'strict'].includes(value.get('error_mode') as string),
};

/** Jekyll calls `empty?` on it; stricter checks follow only when a collection is read. */
const COLLECTIONS_DIR: Type = {
  ...TEXT,
  accepts: (value) => value === null || typeof value === 'string' || Array.isArray(value) || isHash(value),
};

const OPTIONS: Type = {
  name: 'a mapping of options',
  example: (key) => `${key}: { output: true }`,
  accepts: (value) => isOff(value) || isHash(value),
};

/** Applied after the check that the value is a list. */
const TEXTS: Type = {
  name: 'a list of strings',
  example: (key) => `${key}: ["…"]`,
  accepts: (value) => (value as Value[]).every((item) => typeof item === 'string'),
};

const TEXTS_OR_NIL: Type = {
  ...TEXTS,
  accepts: (value) => (value as Value[]).every((item) => item === null || typeof item === 'string'),
};

const WORD: Type = {
  name: 'always, never or development',
  example: (key) => `${key}: never`,
  accepts: (value) => typeof value === 'string' || value instanceof RubySymbol,
};

const LOAD_PATHS: Type = {
  name: 'a list of strings',
  example: (key) => `${key}: ["…"]`,
  accepts: (value) =>
    typeof value === 'string' ||
    isHash(value) ||
    (Array.isArray(value) && value.every((path) => typeof path === 'string')),
};

/** By the rules of Array(): a mapping is a list of pairs. */
const FOLDERS: Type = {
  name: 'a string or a list of strings',
  example: (key) => `${key}: "…"`,
  accepts: (value) =>
    value === null || (isHash(value) ? value.size === 0 : [value].flat().every((path) => typeof path === 'string')),
};

const TYPES: Readonly<Partial<Record<OptionName, Type>>> = {
  collections_dir: COLLECTIONS_DIR,
  layouts_dir: TEXT,
  data_dir: TEXT,
  plugins_dir: FOLDERS,
  markdown_ext: TEXT,
  encoding: TEXT_OR_OFF,
  timezone: TEXT_OR_OFF,
  permalink: TEXT,
  kramdown: MAPPING_OR_OFF,
  liquid: LIQUID,
  keep_files: TEXTS,
};

/** @throws BuildError if an option has a type at which Jekyll stops */
export function checkTypes(config: RubyHash, locate: Locate): void {
  for (const [key, type] of Object.entries(TYPES)) checkType(key, config.get(key) ?? null, type, () => locate(key));
}

/** `kramdown` as the site sets it: 3.10 reads it before adding its own options. @throws BuildError */
export const checkKramdown = (config: RubyHash, place: Places): void =>
  checkType('kramdown', config.get('kramdown') ?? null, MAPPING_OR_OFF, () => place.kramdown());

/** The items of `include`, which 4.x looks up one by one. @throws BuildError */
export const checkInclude = (config: RubyHash, place: Places): void =>
  checkType('include', config.get('include') ?? [], TEXTS_OR_NIL, () => place.include());

/** The items of `plugins`, which 4.x requires one by one. @throws BuildError */
export const checkPlugins = (config: Configuration): void =>
  checkType('plugins', config.raw.plugins ?? [], TEXTS, () => config.place.plugins());

/** `collections_dir`, checked once something is read from it. @throws BuildError */
export const checkCollectionsDir = (config: Configuration): void =>
  checkType('collections_dir', config.raw.collectionsDir ?? null, TEXT, () => config.place.collectionsDir());

/** The options of a collection, checked once they are used. @throws BuildError */
export const checkCollection = (label: string, options: Value, place: Places): void =>
  checkType(label, options, OPTIONS, () => place.collections(label));

/** A collection's `permalink`, checked once a document's URL is built from it. @throws BuildError */
export const checkCollectionPermalink = (label: string, permalink: Value, place: Places): void => {
  if (permalink instanceof RubySymbol) return;
  checkType('permalink', permalink, TEXT, () => place.collections(label, 'permalink'));
};

/** `sass`, which only matters if there is a stylesheet to compile. @throws BuildError */
export function checkSass(config: Configuration, takesSourceMap: boolean): void {
  const sass = config.raw.sass ?? null;
  checkType('sass', sass, MAPPING_OR_OFF, () => config.place.sass());
  if (!isHash(sass)) return;
  checkType('load_paths', sass.get('load_paths') ?? [], LOAD_PATHS, () => config.place.sass('load_paths'));
  if (takesSourceMap && sass.has('sourcemap'))
    checkType('sourcemap', sass.get('sourcemap') ?? null, WORD, () => config.place.sass('sourcemap'));
}

function checkType(key: string, value: Value, { name, example, accepts }: Type, place: () => Place): void {
  if (accepts(value)) return;
  throw new BuildError({
    code: 'config-type',
    message: `'${key}' should be ${name}, but was: ${inspect(value)}`,
    ...place(),
    hint: `Write \`${example(key)}\`, or leave the option out.`,
  });
}

/** @throws BuildError if `limit_posts` isn't a number or is negative, as in Jekyll */
export function checkLimitPosts(config: Configuration): void {
  if (limitOf(config.raw.limitPosts) !== null) return;
  throw new BuildError({
    code: 'config-limit-posts',
    message: 'limit_posts must be a non-negative number',
    ...config.place.limitPosts(),
    hint: 'Write `limit_posts: 10` for the ten newest posts, or leave the key out for all.',
  });
}
