// Which plugins a mixed site turns on, how, in which order, and with which options.

import { CONFIG, DEFAULTS, MATTER, PLUGINS, TAGS, type Yaml, yaml } from './plugins-sites.ts';
import type { Random } from './random.ts';

/** What PLUGINS of plugins-sites.ts doesn't have. */
const MORE: Readonly<Record<string, Readonly<Record<string, readonly Yaml[]>>>> = {
  'jekyll-coffeescript': {},
  'jekyll-commonmark-ghpages': {
    commonmark: [{ options: ['SMART', 'FOOTNOTES'] }, { options: ['HARDBREAKS'], extensions: ['table', 'tasklist'] }],
  },
  'jekyll-toc': {
    toc: [{ min_level: 2, max_level: 4 }, { ordered_list: true, list_class: 'l' }, { no_toc_section_class: 'x' }],
  },
  'jekyll-email-protect': {},
};
const ONLY_THREE = new Set(['jekyll-coffeescript', 'jekyll-commonmark-ghpages']);
const ONLY_FOUR = new Set(['jekyll-archives', 'jekyll-toc', 'jekyll-email-protect']);

const ALL = { ...PLUGINS, ...MORE };

/** Values of the tables that stop the gems, which plugins-sites.ts tries. */
const STOPS = new Set([
  ...['"*.md"', '{"exclude": "*.md"}', '["ü", 1]', '[1, true]', '{"tags": {"except": "one"}}', '{"posts_limit": "2"}'],
  ...['"g"', '{"enabled": true, "layout": "page"}', '"no date"', '{"categories": "news"}'],
  '{"collections": {"posts": {"path": "p.xml"}, "species": null}}',
]);

const choices = (values: readonly Yaml[]): string[] => values.map(yaml).filter((text) => !STOPS.has(text));

/** Options of the site that plugins and tags look at. */
const SETTINGS = ['name', 'description', 'author', 'lang', 'locale', 'excerpt_separator'] as const;
/** Front matter that Jekyll itself ignores, or that is meant for plugins. */
const FRONT_MATTER = Object.keys(MATTER).filter((key) => !/^(?:permalink|layout|path|date|published)$/.test(key));
const IN_DEFAULTS = [
  ...['image', 'author', 'sitemap', 'redirect_from', 'description', 'lang', 'last_modified_at', 'jekyll-mentions'],
  ...['feed', 'strip_title', 'hidden', 'canonical_url', 'seo', 'tags', 'categories', 'title', 'excerpt'],
] as const;

export interface ChosenPlugins {
  /** Lines of _config.yml. */
  readonly config: readonly string[];
  /** Lines of the Gemfile; none if it names no plugins. */
  readonly gemfile: readonly string[];
  /** All that is on. */
  readonly on: readonly string[];
}

const shuffled = <T>(list: readonly T[], random: Random): T[] =>
  list
    .map((item) => [random.next(), item] as const)
    .sort(([a], [b]) => a - b)
    .map(([, item]) => item);

export function choosePlugins(random: Random, four: boolean): ChosenPlugins {
  const there = Object.keys(ALL).filter((name) => !(four ? ONLY_THREE : ONLY_FOUR).has(name));
  const most = random.pick([3, 6, 10, there.length]);
  const listed = shuffled(there, random).slice(0, random.below(most + 1));
  const inGemfile = four && random.chance(0.4) ? listed.filter(() => random.chance(0.5)) : [];
  const named =
    inGemfile.length > 0 && random.chance(0.6) ? listed.filter((name) => !inGemfile.includes(name)) : listed;
  const on = [...new Set([...listed, ...(four ? [] : there.filter((name) => DEFAULTS.has(name)))])];
  const config: string[] = [];
  if (named.length > 0 || random.chance(0.2)) config.push(pluginList(named, random, four));
  // The text of a gist for browsers without scripts comes from the network.
  if (four && on.includes('jekyll-gist')) config.push('gist: {noscript: false}');
  for (const name of on) {
    if (name === 'jekyll-gist') continue;
    for (const [key, values] of Object.entries(ALL[name]!)) {
      if (random.chance(listed.includes(name) ? 0.5 : 0.2)) config.push(`${key}: ${random.pick(choices(values))}`);
    }
  }
  for (const key of SETTINGS) if (random.chance(0.15)) config.push(`${key}: ${random.pick(choices(CONFIG[key]!))}`);
  const gemfile = inGemfile.length === 0 ? [] : shuffled(inGemfile, random);
  return { config, gemfile, on };
}

function pluginList(names: readonly string[], random: Random, four: boolean): string {
  const key = !four && random.chance(0.15) ? 'gems' : 'plugins';
  if (names.length > 0 && random.chance(0.4)) return `${key}:\n${names.map((name) => `  - ${name}`).join('\n')}`;
  return `${key}: [${names.join(', ')}]`;
}

/** The Gemfile of a site whose plugins Bundler loads. */
export const gemfileText = (plugins: readonly string[]): string =>
  `source "https://rubygems.org"\ngem "jekyll", "~> 4.4"\ngroup :jekyll_plugins do\n${plugins
    .map((name) => `  gem "${name}"\n`)
    .join('')}end\n`;

/** Lines of front matter that plugins look at. */
export function pluginMatter(random: Random): string[] {
  return FRONT_MATTER.filter(() => random.chance(0.06)).map((key) => `${key}: ${random.pick(choices(MATTER[key]!))}`);
}

/** Values of front-matter defaults that plugins look at, 'key: value'. */
export function pluginDefaults(random: Random): string[] {
  return IN_DEFAULTS.filter(() => random.chance(0.1)).map((key) => `${key}: ${random.pick(choices(MATTER[key]!))}`);
}

/** The tags of these plugins. */
export const pluginTags = (on: readonly string[]): string[] =>
  on.flatMap((name) => TAGS[name] ?? []).filter((tag) => !tag.includes('{{ "part" }}'));
