// The defaults of _config.yml, in Jekyll's order (Configuration::DEFAULTS of 3.10.0 and 4.4.1), and for github-pages
// what the gem 232 adds and enforces.

import { deepMerge } from '../ruby/merge.ts';
import type { RubyHash, Value } from '../ruby/values.ts';
import { defaultOf, type Option, type Plain } from './option.ts';
import { OPTIONS } from './options.ts';
import { PAGES_DEFAULT_THEME } from './pages-themes.ts';
import type { Stack } from './stacks.ts';

/** Converts a plain literal to Ruby values: objects become hashes. */
export function toRuby(value: Plain): Value {
  if (Array.isArray(value)) return value.map(toRuby);
  if (value !== null && typeof value === 'object') return toHash(value);
  return value;
}

const toHash = (value: { [key: string]: Plain }): RubyHash =>
  new Map(Object.entries(value).map(([key, item]) => [key, toRuby(item)]));

export function defaults({ config }: Stack): RubyHash {
  const hash: RubyHash = new Map();
  for (const [name, option] of Object.entries<Option>(OPTIONS)) {
    const value = defaultOf(option, config);
    if (value !== undefined) hash.set(name, toRuby(value));
  }
  return hash;
}

/** The plugins that the github-pages gem always enables, in its order. */
export const PAGES_PLUGINS = [
  'jekyll-coffeescript',
  'jekyll-commonmark-ghpages',
  'jekyll-gist',
  'jekyll-github-metadata',
  'jekyll-paginate',
  'jekyll-relative-links',
  'jekyll-optional-front-matter',
  'jekyll-readme-index',
  'jekyll-default-layout',
  'jekyll-titles-from-headings',
] as const;

export const PAGES_WHITELIST = [
  'jekyll-coffeescript',
  'jekyll-commonmark-ghpages',
  'jekyll-feed',
  'jekyll-gist',
  'jekyll-github-metadata',
  'jekyll-paginate',
  'jekyll-redirect-from',
  'jekyll-seo-tag',
  'jekyll-sitemap',
  'jekyll-avatar',
  'jemoji',
  'jekyll-mentions',
  'jekyll-relative-links',
  'jekyll-optional-front-matter',
  'jekyll-readme-index',
  'jekyll-default-layout',
  'jekyll-titles-from-headings',
  'jekyll-include-cache',
  'jekyll-octicons',
  'jekyll-remote-theme',
] as const;

const sameList = (a: Value | undefined, b: readonly string[]): boolean =>
  Array.isArray(a) && a.length === b.length && a.every((item, i) => item === b[i]);

/**
 * The configuration after the github-pages gem's changes (github-pages 232,
 * GitHubPages::Configuration.effective_config). `config` already has Jekyll's defaults, so the gem's defaults only
 * matter for keys that Jekyll doesn't know.
 */
export function applyGitHubPages(config: RubyHash, environment: string, stack: Stack): RubyHash {
  const added = toHash({
    jailed: false,
    theme: PAGES_DEFAULT_THEME,
    kramdown: { gfm_quirks: 'paragraph_end', syntax_highlighter_opts: { default_lang: 'plaintext' } },
    ...(environment === 'development' ? {} : { sass: { style: 'compressed' } }),
  });
  let result = deepMerge(deepMerge(defaults(stack), added), config);
  if (config.has('theme')) result.set('theme', config.get('theme')!);
  if (sameList(result.get('exclude'), stack.config.exclude)) {
    result.set('exclude', [...stack.config.exclude, 'CNAME']);
  }
  result = deepMerge(
    result,
    toHash({
      lsi: false,
      safe: true,
      whitelist: [...PAGES_WHITELIST],
      highlighter: 'rouge',
      kramdown: { template: '', math_engine: 'mathjax', syntax_highlighter: 'rouge' },
      gist: { noscript: false },
    }),
  );
  restrictMarkdown(result);
  const listed = result.get('plugins');
  const plugins = [
    ...new Set([...(Array.isArray(listed) ? listed : listed === null ? [] : [listed!]), ...PAGES_PLUGINS]),
  ];
  if (result.has('remote_theme')) plugins.push('jekyll-remote-theme');
  result.set('plugins', plugins);
  return result;
}

function restrictMarkdown(config: RubyHash): void {
  const engine = String(config.get('markdown')).toLowerCase();
  if (engine === 'gfm') {
    config.set('markdown', 'CommonMarkGhPages');
    const commonmark = {
      extensions: ['table', 'strikethrough', 'autolink', 'tagfilter'],
      options: ['unsafe', 'footnotes'],
    };
    config.set('commonmark', toHash(commonmark));
  } else if (engine !== 'kramdown' && engine !== 'commonmarkghpages') {
    config.set('markdown', 'kramdown');
  }
}
