// Builds a Configuration from configuration files and command line options, like Jekyll::Configuration.

import type { DiagnosticCode } from '../diagnostics/catalogue.ts';
import { BuildError, type Report, type Source } from '../diagnostics/diagnostic.ts';
import type { SourceFiles } from '../files/file-system.ts';
import { isFile } from '../files/kinds.ts';
import { inspect } from '../ruby/inspect.ts';
import { deepMerge } from '../ruby/merge.ts';
import { split, strip } from '../ruby/strings.ts';
import { toS } from '../ruby/to-s.ts';
import { truthy } from '../ruby/truth.ts';
import { isHash, type RubyHash, type Value } from '../ruby/values.ts';
import { decodeWithBytes } from '../text/decode.ts';
import { isEncoding } from '../text/encodings.ts';
import { keySpan, loadYaml } from '../yaml/load.ts';
import { Configuration, withoutMark } from './configuration.ts';
import { applyGitHubPages, defaults } from './defaults.ts';
import type { Key } from './options.ts';
import { type Locate, type Places, places } from './places.ts';
import type { Stack } from './stacks.ts';
import { checkCollection, checkInclude, checkKramdown, checkTypes } from './types.ts';

export interface ConfigurationInput {
  readonly files: SourceFiles;
  readonly report: Report;
  readonly stack: Stack;
  /** JEKYLL_ENV. */
  readonly environment: string;
  /** Absolute. */
  readonly source: string;
  /** Configuration files: absolute, in order; null for the source's own _config.yml. */
  readonly configFiles: readonly string[] | null;
  /** Settings from the command line, under their configuration keys. */
  readonly overrides: RubyHash;
}

/**
 * The source's own configuration file, if it exists.
 * @throws BuildError if safe mode forbids reading it
 */
export function configurationFiles(files: SourceFiles, source: string, stack: Stack): string[] {
  return stack.config.files
    .map((name) => `${source}/${name}`)
    .filter((path) => {
      if (!files.refuses(path)) return true;
      throw configOutside(path.slice(source.length + 1));
    })
    .filter((path) => isFile(files, path))
    .slice(0, 1);
}

const configOutside = (name: string): BuildError =>
  new BuildError({
    code: 'file-outside',
    message: `${name} leads out of the site, and safe mode reads nothing outside it.`,
    path: name,
    hint: 'Copy it into the site, or pass the file itself: --config FILE.',
  });

export function loadConfiguration(input: ConfigurationInput): Configuration {
  const { stack, report } = input;
  const paths = input.configFiles ?? configurationFiles(input.files, input.source, stack);
  let config: RubyHash = new Map();
  const sources: Source[] = [];
  for (const path of paths) {
    const own = readFile(input, path, sources);
    if (own === null) break;
    config = deepMerge(config, own);
  }
  // The last file that has the key takes precedence.
  const locate: Locate = (...path) => {
    const spans = sources.flatMap((source) => keySpan(source, path) ?? []);
    return spans.length === 0 ? { path: '_config.yml' } : { span: spans.at(-1)! };
  };
  const place = places(locate);
  const collections = config.get('collections') ?? null;
  if (isHash(collections)) checkCollection('posts', collections.get('posts') ?? null, place);
  config = withDefaultCollections(compatible(config, stack, report, locate), stack, place);
  for (const [key, value] of input.overrides) config = deepMerge(config, new Map([[key, value]]));
  const own = new Set(config.keys());
  const base = defaults(stack);
  config = withDefaultCollections(deepMerge(base, stringKeys(config)), stack, place);
  if (stack.config.alwaysExcludes) {
    const listed = config.get('exclude') as Value[];
    config.set('exclude', [...new Set([...listed, ...stack.config.exclude])]);
  }
  if (stack.service !== null) {
    config = withDefaultCollections(applyGitHubPages(config, input.environment, stack), stack, place);
  }
  // Jekyll reads `keep_files` when it cleans the destination, and fails there.
  mustBeList(config, 'keep_files', locate);
  checkPermalinks(config, place);
  checkTypes(config, locate);
  const result = new Configuration(config, own, locate);
  reportEncoding(result, report);
  return result;
}

/** An error since Jekyll 3.0. */
function checkPermalinks(config: RubyHash, place: Places): void {
  if (!truthy(config.get('relative_permalinks'))) return;
  throw new BuildError({
    code: 'relative-permalinks',
    message: "'relative_permalinks' is not supported since Jekyll 3.0",
    ...place.relativePermalinks(),
    hint: "Remove it. Permalinks start at the site's root, so include the folder.",
  });
}

/** Ruby ignores an unknown encoding, and warns at every file. */
function reportEncoding(config: Configuration, report: Report): void {
  const name = withoutMark(config.known.encoding);
  if (!truthy(config.raw.encoding) || isEncoding(name)) return;
  report({
    code: 'unknown-encoding',
    severity: 'warning',
    message: `Unknown encoding '${name}': files are read as UTF-8`,
    ...config.place.encoding(),
    hint: 'Leave `encoding:` out of _config.yml.',
  });
}

/** The mapping in one file; null if it isn't a mapping: Jekyll then warns and continues with what it has. */
function readFile({ files, report, source }: ConfigurationInput, path: string, read: Source[]): RubyHash | null {
  const shown = path.startsWith(`${source}/`) ? path.slice(source.length + 1) : path;
  if (!/\.ya?ml$/i.test(path)) {
    throw new BuildError({
      code: 'config-format',
      message: `No parser for '${shown}' is available. Use a .y(a)ml file instead.`,
      path: shown,
      hint: 'Write the configuration in YAML, in a file named _config.yml.',
    });
  }
  if (files.stat(path) === null) {
    throw new BuildError({
      code: 'config-missing',
      message: `The configuration file '${shown}' could not be found.`,
      path: shown,
      hint: 'Check the path given to --config.',
    });
  }
  const file: Source = { path: shown, text: decodeWithBytes(files.read(path)) };
  read.push(file);
  const value = loadYaml(file);
  if (value === false || value === null) return new Map();
  if (isHash(value)) return value;
  report({
    code: 'config-not-a-mapping',
    severity: 'warning',
    message: `Configuration file: (INVALID) ${shown}. Using defaults (and options).`,
    span: { source: file, start: 0, end: Math.max(1, file.text.indexOf('\n')) },
    hint: 'Write the configuration as `key: value` lines.',
  });
  return null;
}

/** Converts keys to strings (Configuration#stringify_keys). */
function stringKeys(config: RubyHash): RubyHash {
  const result: RubyHash = new Map();
  for (const [key, value] of config) result.set(toS(key), value);
  return result;
}

/** Configuration#backwards_compatibilize: 3.10 renames old options with a warning, 4.x checks types. */
function compatible(config: RubyHash, stack: Stack, report: Report, locate: Locate): RubyHash {
  const result: RubyHash = new Map(config);
  const place = places(locate);
  const warn = (code: DiagnosticCode, key: Key, message: string, hint?: string): void =>
    report({ code, severity: 'warning', message, ...locate(key), hint });
  if (!stack.config.renamesOldOptions) {
    for (const key of ['include', 'exclude', 'plugins'] as const) mustBeList(result, key, locate);
    checkInclude(result, place);
    return result;
  }
  for (const key of ['auto', 'watch'] as const) {
    if (!result.delete(key)) continue;
    warn(
      'config-auto',
      key,
      `Auto-regeneration can no longer be set from your configuration file(s): '${key}' is ignored.`,
      'Remove it.',
    );
  }
  if (result.delete('server'))
    warn('config-server', 'server', "The 'server' configuration option is no longer accepted.", 'Remove it.');
  if (typeof result.get('plugins') === 'string') mustBeList(result, 'plugins', locate);
  for (const [old, name] of RENAMED) {
    const value = result.get(old);
    if (value === undefined) continue;
    result.delete(old);
    result.set(name, value);
    warn(
      'config-renamed',
      old,
      `The '${old}' configuration option has been renamed to '${name}'.`,
      `Write \`${name}:\` instead of \`${old}:\` in _config.yml.`,
    );
  }
  if (result.has('pygments')) {
    if (truthy(result.get('pygments'))) result.set('highlighter', 'pygments');
    result.delete('pygments');
    warn(
      'config-renamed',
      'pygments',
      "The 'pygments' configuration option has been renamed to 'highlighter'.",
      'Remove it: Rouge highlights code.',
    );
  }
  for (const key of ['include', 'exclude'] as const) {
    const value = result.get(key);
    if (typeof value === 'string') {
      result.set(key, split(value, ',').map(strip));
      warn(
        'config-list',
        key,
        `The '${key}' configuration option must now be specified as an array.`,
        `Write a YAML list under \`${key}:\`.`,
      );
    } else if (value !== undefined && value !== null) {
      mustBeList(result, key, locate);
      result.set(key, (value as Value[]).map(toS));
    }
  }
  checkKramdown(result, place);
  if (isHash(result.get('kramdown')) && (result.get('kramdown') as RubyHash).has('use_coderay')) {
    warn(
      'kramdown-coderay',
      'kramdown',
      "kramdown: 'use_coderay' is now 'enable_coderay'.",
      'Remove it: Rouge highlights code.',
    );
  }
  if (toS(result.get('markdown') ?? null).toLowerCase() === 'maruku') {
    throw new BuildError({
      code: 'markdown-maruku',
      message: "The 'maruku' Markdown processor has been removed as of Jekyll 3.0",
      ...place.markdown(),
      hint: 'Write `markdown: kramdown`.',
    });
  }
  return result;
}

const RENAMED = [
  ['server_port', 'port'],
  ['gems', 'plugins'],
  ['layouts', 'layouts_dir'],
  ['data_source', 'data_dir'],
] as const;

function mustBeList(config: RubyHash, key: Key, locate: Locate): void {
  const value = config.get(key);
  if (value === undefined || Array.isArray(value)) return;
  throw new BuildError({
    code: 'config-list',
    message: `'${key}' should be set as an array, but was: ${inspect(value)}.`,
    ...locate(key),
    hint: `Write a YAML list:\n${key}:\n  - ${typeof value === 'string' ? value : '…'}`,
  });
}

const STYLES: Readonly<Record<string, string>> = {
  pretty: '/:categories/:year/:month/:day/:title/',
  none: '/:categories/:title:output_ext',
  date: '/:categories/:year/:month/:day/:title:output_ext',
  ordinal: '/:categories/:year/:y_day/:title:output_ext',
};

/**
 * The collection `posts` always exists, comes first, is written, and has the global permalink
 * (Configuration#add_default_collections).
 */
function withDefaultCollections(config: RubyHash, stack: Stack, place: Places): RubyHash {
  const own = config.get('collections');
  if (own === undefined || own === null) return config;
  let collections: RubyHash;
  if (Array.isArray(own)) collections = new Map(own.map((label) => [label, new Map()]));
  else if (isHash(own)) collections = own;
  else {
    throw new BuildError({
      code: 'config-collections',
      message: 'Your `collections` key must be a hash or an array.',
      ...place.collections(),
      hint: 'Write a list of names, such as `collections: [notes]`, or a mapping of names to options.',
    });
  }
  const nameless = [...collections.keys()].find((label) => typeof label !== 'string');
  if (nameless !== undefined) {
    throw new BuildError({
      code: 'config-collections',
      message: `collections: ${inspect(nameless)} is not the name of a collection`,
      ...place.collections(),
      hint: 'Put the name in quotes.',
    });
  }
  collections = deepMerge(new Map([['posts', new Map()]]), collections);
  const posts: RubyHash = new Map(isHash(collections.get('posts')) ? (collections.get('posts') as RubyHash) : []);
  posts.set('output', true);
  const style = config.get('permalink');
  const permalink = posts.get('permalink');
  if (
    style !== undefined &&
    style !== null &&
    style !== false &&
    (permalink === undefined || permalink === null || permalink === false)
  ) {
    posts.set('permalink', permalinkTemplate(toS(style), stack));
  }
  collections.set('posts', posts);
  return new Map(config).set('collections', collections);
}

function permalinkTemplate(style: string, stack: Stack): string {
  if (style === 'weekdate' && stack.config.hasWeekdateStyle)
    return '/:categories/:year/W:week/:short_day/:title:output_ext';
  return STYLES[style] ?? style;
}
