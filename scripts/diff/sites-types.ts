// One small site, with values of every YAML type under every key that Jekyll and the plugins read: in the configuration,
// in front matter, in defaults and in layouts, one to three of them at a time.

import { Random } from './random.ts';
import type { Files, GeneratedSite } from './sites-generate.ts';
import { DUMPS } from './sites-words.ts';

const VALUES: readonly string[] = [
  ...['x', 'two words', '""', '~', 'true', 'false', '0', '5', '-1', '1.5', '2020-03-04', '":sym"', ':sym'],
  ...['2020-03-04 05:06:07 +0200', '"2020-03-04 10:00"', '[]', '[a, b]', '[~, 1]', '[[a], {b: c}]', '{}', '{a: b}'],
  ...['{name: n, path: /p}', '"ü/ß ?#"', '"<b>&\\"q\\""', '/abs/', '/abs', 'a/b.html', '"http://[bad"', '" pad "'],
  ...['12:30', '1_000', '["x y"]', '[2020-03-04]', '"a,b"', '"*"', '".."', '"a\\nb"', 'none', 'post', '1e3', '010'],
];

const FRONT_MATTER: readonly string[] = [
  ...['permalink', 'categories', 'category', 'tags', 'tag', 'date', 'layout', 'published', 'excerpt', 'title', 'slug'],
  ...[
    'excerpt_separator',
    'sitemap',
    'redirect_from',
    'redirect_to',
    'description',
    'image',
    'author',
    'authors',
    'ext',
  ],
  ...['lang', 'locale', 'path', 'url', 'name', 'dir', 'id', 'content', 'output', 'collection', 'type', 'next', 'draft'],
  ...[
    'previous',
    'order',
    'hidden',
    'feed',
    'seo',
    'twitter',
    'canonical_url',
    'last_modified_at',
    'custom',
    'paginate',
  ],
  ...[
    'render_with_liquid',
    'jekyll-mentions',
    'strip_title',
    'title_category',
    'relative_path',
    'size',
    'first',
    'true',
  ],
  ...['seo_description_max_words', 'tagline', 'regenerate', 'basename', 'site', 'page', 'paginator', 'robots'],
];

const CONFIG: readonly string[] = [
  ...['collections_dir', 'layouts_dir', 'data_dir', 'includes_dir', 'collections', 'include', 'exclude', 'keep_files'],
  ...['encoding', 'markdown_ext', 'strict_front_matter', 'show_drafts', 'limit_posts', 'future', 'unpublished', 'data'],
  ...['markdown', 'highlighter', 'lsi', 'excerpt_separator', 'incremental', 'baseurl', 'permalink', 'paginate_path'],
  ...[
    'timezone',
    'quiet',
    'verbose',
    'defaults',
    'liquid',
    'kramdown',
    'title',
    'name',
    'description',
    'url',
    'author',
  ],
  ...['lang', 'locale', 'logo', 'social', 'twitter', 'facebook', 'webmaster_verifications', 'google_site_verification'],
  ...[
    'feed',
    'redirect_from',
    'relative_links',
    'optional_front_matter',
    'require_front_matter',
    'readme_index',
    'time',
  ],
  ...[
    'titles_from_headings',
    'jekyll-default-layout',
    'emoji',
    'jekyll-mentions',
    'gist',
    'repository',
    'github',
    'sass',
  ],
  ...[
    'paginate',
    'plugins',
    'whitelist',
    'safe',
    'page_excerpts',
    'csv_reader',
    'tsv_reader',
    'tags',
    'posts',
    'pages',
  ],
  ...['things', 'categories', 'documents', 'static_files', 'seo_paginator_message', 'tagline', 'commonmark'],
  ...[
    'jekyll-archives',
    'host',
    'port',
    'detach',
    'gems',
    'data_source',
    'layouts',
    'pygments',
    'server',
    'auto',
    'cache_dir',
  ],
  ...['plugins_dir', 'custom', 'skin', 'rdiscount', 'redcarpet', 'coffeescript', 'site', 'related_posts', 'html_pages'],
];

const KRAMDOWN: readonly string[] = ['input', 'auto_ids', 'toc_levels', 'hard_wrap', 'smart_quotes', 'footnote_nr'];
const COLLECTION: readonly string[] = [
  'output',
  'permalink',
  'sort_by',
  'order',
  'title',
  'label',
  'relative_directory',
];
const FEED: readonly string[] = ['path', 'posts_limit', 'excerpt_only', 'collections', 'categories', 'tags', 'icon'];
const SASS: readonly string[] = ['style', 'sass_dir', 'load_paths', 'sourcemap'];
const LIQUID: readonly string[] = ['error_mode', 'strict_filters'];

const BODY =
  '# A heading\n\nText @mona :smile: of {{ page.title }}.\n\n<!--more-->\n\n{{ page.custom }} [l](about.md)\n';
const LIST =
  '{% for post in paginator.posts %}{{ post.url }} {% endfor %}{{ paginator.total_pages }}{{ page.title }}\n';

/** One value of each kind. */
const KINDS: readonly string[] = [
  ...['x', '""', '~', 'true', 'false', '5', '1.5', '2020-03-04', '2020-03-04 05:06:07 +0200', '[]', '[a, b]'],
  ...['[[a], 1]', '{}', '{a: b}'],
];

interface Plain {
  readonly config: Record<string, string>;
  readonly matters: Record<string, Record<string, string>>;
  readonly defaults: string[];
}

/** The site without odd values. @param more whether plugins that rewrite pages are on, too */
function plain(four: boolean, more: boolean): Plain {
  const config: Record<string, string> = {
    title: 'A site',
    url: 'https://x.example',
    baseurl: '/b',
    theme: '~',
    paginate: '1',
    collections: '{things: {output: true}}',
    plugins: `[jekyll-feed, jekyll-seo-tag, jekyll-sitemap, jekyll-redirect-from${more ? ', jekyll-mentions, jemoji' : ''}${
      four ? ', jekyll-paginate, jekyll-archives, jekyll-titles-from-headings' : ''
    }]`,
    ...(four && more ? { 'jekyll-archives': '{enabled: all}' } : {}),
  };
  const matters = {
    'about.md': {},
    'index.html': { layout: 'default' },
    '_posts/2020-01-02-a.md': { layout: 'post', tags: '[t]' },
    '_posts/2020-02-03-b.html': { categories: 'news' },
    '_things/one.md': { layout: 'default' },
    '_layouts/default.html': {},
    '_layouts/post.html': { layout: 'default' },
  };
  return { config, matters, defaults: [] };
}

/** The Nth site of those that have one value of one kind under one key, in one place; null after the last. */
export function siteOfOneType(n: number, four: boolean): (GeneratedSite & { about: string }) | null {
  const places = ['about.md', '_posts/2020-01-02-a.md', '_things/one.md', '_layouts/default.html'];
  const keys = [
    ...CONFIG.map((key) => ['_config.yml', key]),
    ...places.flatMap((place) => FRONT_MATTER.map((key) => [place, key])),
  ];
  const [place, key] = keys[Math.floor(n / KINDS.length)] ?? [];
  if (place === undefined || key === undefined) return null;
  const parts = plain(four, true);
  const values = place === '_config.yml' ? parts.config : parts.matters[place]!;
  values[key] = KINDS[n % KINDS.length]!;
  return { files: filesOf(parts), flags: {}, about: `${place} ${key}: ${values[key]}` };
}

/** A site of a seed, with one to three odd values. */
export function siteOfTypes(seed: number, four: boolean): GeneratedSite {
  const random = new Random(seed);
  const parts = plain(four, random.chance(0.3));
  const { config, matters, defaults } = parts;
  const nested = (name: string, keys: readonly string[], around = ''): void => {
    config[name] = `{${around}${random.pick(keys)}: ${random.pick(VALUES)}${around === '' ? '' : '}'}}`;
  };
  for (let n = 1 + random.below(3); n > 0; n--) {
    const place = random.below(12);
    if (place < 4) config[random.pick(CONFIG)] = random.pick(VALUES);
    else if (place < 5) {
      random.pick([
        () => nested('collections', COLLECTION, 'things: {'),
        () => nested('kramdown', KRAMDOWN),
        () => nested('feed', FEED),
        () => nested('sass', SASS),
        () => nested('liquid', LIQUID),
      ])();
    } else if (place < 10) matters[random.pick(Object.keys(matters))]![random.pick(FRONT_MATTER)] = random.pick(VALUES);
    else {
      const scope = random.pick([
        '{path: ""}',
        '{path: "", type: posts}',
        '{path: "", type: pages}',
        '{path: _things}',
        '{type: x}',
      ]);
      defaults.push(`  - {scope: ${scope}, values: {${random.pick(FRONT_MATTER)}: ${random.pick(VALUES)}}}`);
    }
  }
  return { files: filesOf(parts), flags: random.chance(0.1) ? { show_drafts: true } : {} };
}

function filesOf({ config, matters, defaults }: Plain): Files {
  const files: Files = {
    '_config.yml': `${Object.entries(config)
      .map(([key, value]) => `${key}: ${value}\n`)
      .join('')}${defaults.length > 0 ? `defaults:\n${defaults.join('\n')}\n` : ''}`,
    '_includes/i.html': 'i',
    '_data/authors.yml': 'x: {name: X Y, twitter: xy}\n',
    'css/main.scss': '---\n---\n@import "part";\na { b { color: $c } }\n',
    '_sass/_part.scss': '$c: red;\n',
    'plain.md': '# Plain *heading*\n',
    'static.txt': 'static\n',
    'redirect.xml': '---\nlayout: none\n---\n{{ site.custom | jsonify }}{{ site.skin }}\n',
  };
  for (const [path, matter] of Object.entries(matters)) {
    const lines = Object.entries(matter).map(([key, value]) => `${key}: ${value}\n`);
    const layout = '<head>{% seo %}{% feed_meta %}</head><body>{{ layout.custom }}{{ content }}</body>\n';
    const body = path.startsWith('_layouts/default')
      ? layout
      : path.startsWith('_layouts')
        ? '<i>{{ content }}</i>'
        : BODY;
    files[path] = `---\n${lines.join('')}---\n${path === 'index.html' ? LIST : body}`;
  }
  for (const [name, text] of Object.entries(DUMPS)) files[`dump/${name}.txt`] = `---\n---\n${text}`;
  return files;
}
