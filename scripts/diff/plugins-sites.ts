// Random small sites that turn plugins on and set their options, in the configuration and in front matter, to what they
// are meant to be and to what they are not.

import type { Compat } from '../../src/config/stacks.ts';
import { pick, Random } from './kramdown-documents.ts';

/** YAML as it is written. */
export class Raw {
  readonly text: string;
  constructor(text: string) {
    this.text = text;
  }
}

export type Yaml = string | number | boolean | null | Raw | readonly Yaml[] | { readonly [key: string]: Yaml };

export interface SiteFile {
  readonly path: string;
  /** Null where the file has no front matter. */
  readonly matter: Readonly<Record<string, Yaml>> | null;
  readonly lines: readonly string[];
}

export interface RandomSite {
  readonly compat: Compat;
  readonly environment: string;
  readonly nwo: string;
  readonly config: Readonly<Record<string, Yaml>>;
  readonly files: readonly SiteFile[];
}

export function yaml(value: Yaml): string {
  if (value instanceof Raw) return value.text;
  if (Array.isArray(value)) return `[${value.map(yaml).join(', ')}]`;
  if (typeof value !== 'object' || value === null) return JSON.stringify(value);
  const entries = Object.entries(value as Record<string, Yaml>);
  return `{${entries.map(([key, item]) => `${JSON.stringify(key)}: ${yaml(item)}`).join(', ')}}`;
}

const mapping = (values: Readonly<Record<string, Yaml>>): string =>
  Object.entries(values)
    .map(([key, value]) => `${JSON.stringify(key)}: ${yaml(value)}\n`)
    .join('');

export function textOf({ matter, lines }: SiteFile): string {
  const body = `${lines.join('\n')}\n`;
  return matter === null ? body : `---\n${mapping(matter)}---\n${body}`;
}

/** A site's files by path, its configuration among them. */
export function filesOf(site: RandomSite): Record<string, string> {
  const texts = Object.fromEntries(site.files.map((file) => [file.path, textOf(file)]));
  return { '_config.yml': mapping(site.config), ...texts };
}

type Choices = readonly Yaml[];

const TEXT = 'A *text* & "more" -- of <b>it</b>\'s';
const ODD: Choices = [
  ...['', ' ', 'x', TEXT, 'ü/ß ?#', true, false, null, 0, 3, -1, 1.5],
  ...[
    [],
    ['a', 'b'],
    [null],
    [['c']],
    {},
    { a: 'b' },
    { name: 'n', path: '/p' },
    new Raw('2020-02-03'),
    new Raw(':sym'),
  ],
];

/** The plugins of both stacks, and what the configuration may hold for each. */
export const PLUGINS: Readonly<Record<string, Readonly<Record<string, Choices>>>> = {
  'jekyll-feed': {
    feed: [
      ...[{}, { path: 'atom.xml' }, { path: '/a/b.xml' }, { posts_limit: 1 }, { posts_limit: 0 }, { posts_limit: '2' }],
      ...[{ excerpt_only: true }, { categories: ['news', 'Old Stuff'] }, { categories: 'news' }, { tags: true }],
      ...[{ tags: { only: ['one'] } }, { tags: { except: ['one'], path: '/t/' } }, { tags: { except: 'one' } }],
      ...[{ collections: ['species'] }, { collections: { species: { path: '/s.xml', categories: ['news'] } } }],
      ...[
        { collections: { posts: { path: 'p.xml' }, species: null } },
        { icon: '/i.png', logo: 'https://c.example/l.png' },
      ],
      { disable_in_development: true },
    ],
  },
  'jekyll-sitemap': {},
  'jekyll-seo-tag': {
    logo: ['/logo.png', 'https://c.example/l ogo.png', 'ü.png'],
    social: [{ name: 'S', links: ['https://s.example/a'] }, { links: 'x' }, { name: TEXT }],
    twitter: [{ username: '@me', card: 'summary' }, { username: 'me' }, {}, 'me'],
    facebook: [{ app_id: 1, publisher: 'p', admins: 'a' }, {}, 'f'],
    webmaster_verifications: [{ google: 1, bing: 'b', alexa: 'a', yandex: 'y', baidu: 'b', facebook: 'f' }, {}, 'x'],
    google_site_verification: ['g"g', 1],
    seo_paginator_message: ['%<current>s of %{total}: ', 'Page ', '%<current>d-%<total>03d '],
    tagline: ['Tag *line*', ''],
  },
  'jekyll-redirect-from': { redirect_from: [{ json: false }, { json: true }, {}] },
  'jekyll-paginate': {
    paginate: [1, 2, 3, '2', 100],
    paginate_path: [
      '/page:num',
      '/blog/page:num/',
      'blog/p:num',
      '/page/:num/',
      'page:num',
      '/sub/x/:num',
      ':num/:num',
    ],
  },
  'jekyll-relative-links': {
    relative_links: [
      { enabled: false },
      { collections: true },
      { exclude: ['docs', 'about.md'] },
      { exclude: '*.md' },
      {},
    ],
  },
  'jekyll-optional-front-matter': {
    optional_front_matter: [{ remove_originals: true }, { enabled: false }, {}],
    require_front_matter: [true, false],
  },
  'jekyll-readme-index': {
    readme_index: [
      ...[
        { remove_originals: true },
        { with_frontmatter: true },
        { enabled: false },
        { readme_pattern: '/start\\.md$' },
      ],
      { remove_originals: true, with_frontmatter: true },
    ],
  },
  'jekyll-default-layout': { 'jekyll-default-layout': [{ html_pages: true }, {}] },
  'jekyll-titles-from-headings': {
    titles_from_headings: [
      { strip_title: true },
      { collections: true },
      { enabled: false },
      { strip_title: true, collections: true },
    ],
  },
  'jekyll-avatar': {},
  jemoji: { emoji: [{ src: 'https://e.example/i' }, { src: '/assets/' }, {}] },
  'jekyll-mentions': {
    'jekyll-mentions': ['https://m.example', 'https://m.example/~', { base_url: 'https://b.example/' }, {}],
  },
  'jekyll-include-cache': {},
  'jekyll-gist': { gist: [{ noscript: false }] },
  'jekyll-github-metadata': {
    repository: ['Lantern/other', 'none', 'a/b/c'],
    github: [{ extra: 1, owner_name: 'o' }, {}, 'g'],
  },
  'jekyll-archives': {
    'jekyll-archives': [
      ...[
        { enabled: 'all' },
        { enabled: ['tags', 'year'] },
        { enabled: true, layout: 'page' },
        {},
        { enabled: ['categories'] },
      ],
      { enabled: ['year', 'month', 'day'], layouts: { year: 'home' }, permalinks: { year: '/y/:year.html' } },
      { enabled: 'all', slug_mode: 'pretty', permalinks: { tag: '/t/:name', category: '/c/:type/:name/' } },
    ],
  },
};

/** What GitHub Pages turns on by itself. */
export const DEFAULTS: ReadonlySet<string> = new Set([
  ...[
    'jekyll-gist',
    'jekyll-github-metadata',
    'jekyll-paginate',
    'jekyll-relative-links',
    'jekyll-optional-front-matter',
  ],
  ...['jekyll-readme-index', 'jekyll-default-layout', 'jekyll-titles-from-headings'],
]);

export const CONFIG: Readonly<Record<string, Choices>> = {
  url: ['https://x.example', 'https://x.example/', '', 'https://ü.example', 'http://localhost:4000'],
  baseurl: ['', '/b', '/b/', 'b', '/', '/b c'],
  title: ['T', TEXT, '', 'ü'],
  name: ['N', TEXT],
  description: ['D', TEXT, ''],
  author: [
    'Ada',
    'bea',
    { name: 'A & B', email: 'a@b.c', uri: 'https://a.example', twitter: '@ada', url: 'u' },
    '',
    ['x'],
  ],
  lang: ['en', 'pt-BR', 'a"b'],
  locale: ['de_AT', 'de-AT'],
  permalink: ['pretty', 'none', 'date', '/:categories/:title/', '/p/:title.html', '/:year/:title', 'ordinal'],
  show_drafts: [true],
  future: [true, false],
  unpublished: [true],
  limit_posts: [1, 2],
  include: [['README.md'], ['LICENSE.md', '.github'], ['_extra']],
  exclude: [['docs'], ['*.txt', 'sub/']],
  collections: [
    { species: { output: true } },
    { species: { output: true, permalink: '/s/:name/' } },
    { species: { output: false } },
  ],
  collections_dir: ['collections'],
  excerpt_separator: ['', '<!--more-->'],
  defaults: [
    [{ scope: { path: '' }, values: { layout: 'default' } }],
    [{ scope: { path: '', type: 'posts' }, values: { layout: 'post', author: 'bea' } }],
    [{ scope: { path: 'docs' }, values: { sitemap: false, image: '/d.png' } }],
    [{ scope: { path: '', type: 'pages' }, values: { title: 'Default', layout: null } }],
    [{ scope: { path: '', type: 'species' }, values: { permalink: '/sp/:title/', redirect_from: '/from-defaults' } }],
    [{ scope: { path: '' }, values: { redirect_from: ['/everywhere'], 'jekyll-mentions': false } }],
  ],
};

export const MATTER: Readonly<Record<string, Choices>> = {
  title: ['Title', TEXT, 'ü', '', '1'],
  description: ['Desc', TEXT, ''],
  excerpt: ['Own *excerpt*', ''],
  permalink: ['/own/', '/own.html', '/own', 'rel/x', '/ü b/', '/own.xml', 'pretty'],
  layout: ['default', 'page', 'post', 'home', 'none', 'nosuch', null],
  redirect_from: ['/old', ['/old/', '/old.html', 'x y'], ['/a.php', null], 'rel/old', '/ü/', ['/old', '/old'], '/'],
  redirect_to: ['/new', 'https://e.example/x?a=b&c="d"', ['/one', '/two'], '/ü', 'javascript:alert(1)', 'mailto:a@b.c'],
  sitemap: [false, true],
  last_modified_at: [new Raw('2021-02-03'), new Raw('2021-02-03 04:05:06 +0200'), '2021-02-03', 'no date'],
  date: [new Raw('2020-05-06'), new Raw('2020-05-06 07:08:09 -0300'), '2020-05-06 10:00'],
  categories: ['news', 'news Old', ['news', 'Old Stuff'], ['ü', 1], []],
  category: ['news', 'Old Stuff', ''],
  tags: ['one two', ['one', 'two-three'], ['C++', 'ü', 'One'], [1, true], []],
  tag: ['one', 'no way'],
  author: ['Ada', 'bea', 'nobody', { name: 'A <b>', twitter: 't', picture: 'p', url: 'u', type: 'Organization' }, ''],
  authors: [['bea', 'Ada'], [{ name: 'L', twitter: '@l' }], 'x', []],
  image: [
    '/i.png',
    'https://e.example/ü i.png',
    { path: '/i.png', height: 1, width: 2, alt: 'A "q"' },
    { path: 'i' },
    { url: 'u' },
  ],
  lang: ['fr', 'pt-BR'],
  locale: ['fr-CA'],
  canonical_url: ['https://c.example/x', '/x'],
  seo: [
    { type: 'Article', name: 'N', links: ['l'], date_modified: '2022-01-01' },
    { type: 'BlogPosting' },
    { links: 'l' },
  ],
  twitter: [{ card: 'player' }],
  title_category: ['Cat', 'Title'],
  seo_description_max_words: [1, 2, '1', 0],
  published: [false, true],
  hidden: [true, false],
  feed: [{ excerpt_only: true }, { excerpt_only: false }],
  strip_title: [true, false],
  'jekyll-mentions': [false, true, 'https://own.example', { base_url: '/u' }],
  excerpt_separator: ['<!--more-->', ''],
  draft: [true, false],
  slug: ['own-slug', 'Ü s'],
  path: ['elsewhere.md'],
  render_with_liquid: [false],
};

export const LINES: readonly string[] = [
  ...['# A *heading* & more', '## Second', 'Setext\n=====', '# {{ page.url }}', '#Tight', '# Closed ##', '# Note[^1]'],
  ...['Some text of a line.', '<!--more-->', '', '', '> quoted', '<p>html</p>', '[^1]: foot'],
  ...[
    '[a](about.md)',
    '[b](docs/intro.md#part)',
    '[c](/docs/intro.md "t")',
    '[d](../about.md)',
    '![e](i.png)',
    '[f](nosuch.md)',
  ],
  ...[
    '[g](README.md) and [h](docs/README.md)',
    '[i][j]\n\n[j]: about.md',
    '[k]: docs/intro.md#x',
    '`[l](about.md)`',
    '[m](#x)',
  ],
  ...[
    '[n](https://e.example/about.md)',
    '[o](two%20words.md)',
    '[p](_posts/2020-01-02-b.md)',
    '<a href="about.md">q</a>',
  ],
  ...[':smile: and :+1: `:heart:`', ':no_such: a:b', '@octocat, @a-b. @c/d `@e` x@y.z', '<b>@f</b> @mention'],
  ...['<br/><img src="ü x.png"/>', '<div><p>a</p><p>b</p></div>', '&lt;b&gt; :heart:'],
];

/** Lines whose tags belong to a plugin. */
export const TAGS: Readonly<Record<string, readonly string[]>> = {
  'jekyll-gist': [
    '{% gist 12345 %}',
    '{% gist a/1 f.js %}',
    '{% gist page.title %}',
    '{% gist "q" %}',
    '{% gist a/b c d %}',
  ],
  'jekyll-avatar': [
    ...['{% avatar bea %}', '{% avatar @bea size=100 %}', '{% avatar user=page.author size=48 lazy=true %}'],
    ...[
      '{% avatar {{ page.title }} %}',
      '{% avatar hubot user=nosuch %}',
      '{% avatar SIZE=7 %}',
      '{% avatar x y size=0 %}',
    ],
  ],
  'jekyll-include-cache': [
    ...[
      '{% include_cached part.html %}',
      '{% include_cached part.html a=page.title %}',
      '{% include_cached part.html b=1 a="x" %}',
    ],
    ...['{% include_cached {{ "part" }}.html a=page %}', '{% include_cached part.html a="x" b=1 %}'],
  ],
  'jekyll-github-metadata': [
    ...[
      '{% github_edit_link %}',
      '{% github_edit_link "Edit ü" %}',
      "{% github_edit_link 'x' %}",
      '{{ site.github.url }}',
    ],
    ...['{{ site.github | jsonify }}', '{{ site.github }}', '{% for x in site.github %}{{ x[0] }} {% endfor %}'],
    ...[
      '{{ site.github.owner | jsonify }} {{ site.github.owner.name }}',
      '{{ site.github.source.branch }}{{ site.github.extra }}',
    ],
  ],
  'jekyll-seo-tag': ['{% seo %}', '{% seo title=false %}', '{% seo TITLE=FALSE canonical=false %}'],
  'jekyll-feed': ['{% feed_meta %}', '{% feed_meta include: tags %}'],
};

const PAGE_PATHS: readonly string[] = [
  ...[
    'index.html',
    'index.md',
    'blog/index.html',
    'sub/x/index.html',
    'about.md',
    'docs/intro.md',
    'docs/index.md',
    'README.md',
  ],
  ...[
    'docs/README.md',
    'sub/readme.markdown',
    '.github/README.md',
    'LICENSE.md',
    '404.html',
    'sub/404.html',
    'two words.md',
  ],
  ...[
    'ü.md',
    'data.json',
    'notes.txt',
    'page.xml',
    'start.md',
    'docs/start.md',
    'paper.pdf',
    'static.htm',
    'i.png',
    'CNAME',
  ],
  ...[
    'feed.xml',
    'atom.xml',
    'sitemap.xml',
    'robots.txt',
    'feed.xslt.xml',
    'sitemap.xsl',
    'redirects.json',
    'dot.in.name.md',
  ],
];
const DOCUMENT_PATHS: readonly string[] = [
  ...['_posts/2020-01-01-a.md', '_posts/2020-01-02-b.md', '_posts/2020-01-02-a.html', '_posts/2021-03-04-c-d.md'],
  ...[
    '_posts/2030-01-01-future.md',
    'news/_posts/2020-06-01-e.md',
    '_drafts/idea.md',
    '_species/knot.md',
    '_species/a/b.md',
  ],
  ...['_species/plain.txt', '_species/2020-07-08-dated.md', '_posts/2020-09-09-ü x.md'],
];
export const LAYOUTS = ['default', 'page', 'post', 'home', 'redirect', 'archive', 'species'];

export const PROBE = [
  '{% for p in site.pages %}{{ p.url }}|{{ p.path }}|{{ p.title }}|{{ p.layout }}|{{ p.name }}|{{ p.dir }}|{{ p.sitemap }}',
  '{% endfor %}{% for p in site.html_pages %}{{ p.url }} {% endfor %}',
  '{% for c in site.collections %}{{ c.label }}:{% for d in c.docs %}{{ d.url }}|{{ d.title }}|{{ d.layout }}|{{ d.id }}|{{ d.excerpt }}',
  '{% endfor %}{% endfor %}{% for f in site.static_files %}{{ f.path }} {% endfor %}',
  '{{ site.title }}|{{ site.name }}|{{ site.description }}|{{ site.url }}|{{ site.baseurl }}|{{ site.feed | jsonify }}',
  '{% for a in site.archives %}{{ a.type }}|{{ a.title }}|{{ a.date }}|{{ a.url }}|{{ a.name }}|{{ a.posts | size }}{% endfor %}',
];

export class Sites {
  readonly #random: Random;
  readonly #odd: number;

  /** @param odd how many values out of a hundred are of no type that the option is meant to have */
  constructor(seed: number, odd: number) {
    this.#random = new Random(seed);
    this.#odd = odd;
  }

  #chance(percent: number): boolean {
    return this.#random.below(100) < percent;
  }

  #values(table: Readonly<Record<string, Choices>>, percent: number): Record<string, Yaml> {
    const values: Record<string, Yaml> = {};
    for (const [key, choices] of Object.entries(table)) {
      if (this.#chance(percent)) values[key] = pick(this.#random, this.#chance(this.#odd) ? ODD : choices);
    }
    return values;
  }

  #some<T>(list: readonly T[], most: number): T[] {
    const left = [...list];
    return Array.from(
      { length: this.#random.below(most + 1) },
      () => left.splice(this.#random.below(left.length), 1)[0]!,
    );
  }

  next(compat: Compat): RandomSite {
    const four = compat === 'jekyll-4';
    const names = Object.keys(PLUGINS).filter((name) => four || name !== 'jekyll-archives');
    const listed = this.#some(names, 6);
    const on = [...listed, ...(four ? [] : names.filter((name) => DEFAULTS.has(name)))];
    const config: Record<string, Yaml> = {
      ...this.#values(CONFIG, 22),
      ...Object.assign(
        {},
        ...[...new Set(on)].map((name) => this.#values(PLUGINS[name]!, listed.includes(name) ? 70 : 30)),
      ),
      plugins: listed,
      theme: null,
    };
    const tags = on.flatMap((name) => TAGS[name] ?? []);
    const lines = (most: number): string[] =>
      Array.from({ length: this.#random.below(most) }, () =>
        pick(this.#random, tags.length > 0 && this.#chance(20) ? tags : LINES),
      );
    const matter = (percent: number): Record<string, Yaml> => this.#values(MATTER, percent);
    const pages = this.#some(PAGE_PATHS, 9).map((path): SiteFile => {
      const has = this.#chance(/\.(?:html|md)$/.test(path) ? 65 : 40);
      return { path, matter: has ? matter(8) : null, lines: lines(6) };
    });
    const documents = this.#some(DOCUMENT_PATHS, 7).map((path): SiteFile => {
      const inside = typeof config.collections_dir === 'string' && this.#chance(80) && !path.startsWith('news');
      return { path: inside ? `collections/${path}` : path, matter: matter(9), lines: lines(8) };
    });
    const page = [
      ...['{{ page.title }}|{{ page.url }}|{{ page.layout }}|{{ page.redirect.to }}|{{ paginator.page }}'],
      ...[
        '{% for p in paginator.posts %}{{ p.url }} {% endfor %}{{ paginator.previous_page_path }} {{ paginator.next_page_path }}',
      ],
      ...['{% for p in page.posts %}{{ p.title }} {% endfor %}{{ page.type }}{{ page.date }}'],
    ];
    const layouts = this.#some(LAYOUTS, 5).map((name): SiteFile => {
      const head = tags.filter((tag) => /seo|feed_meta/.test(tag) && this.#chance(60));
      const around = this.#chance(50)
        ? ['<html><head>', ...head, '</head><body>', '{{ content }}', '</body></html>']
        : ['{{ content }}'];
      return { path: `_layouts/${name}.html`, matter: {}, lines: [...around, ...(this.#chance(50) ? page : [])] };
    });
    return {
      compat,
      environment: this.#chance(85) ? 'production' : 'development',
      nwo: pick(this.#random, ['Lantern/field-notes', 'Lantern/lantern.github.io']),
      config,
      files: [
        ...pages,
        ...documents,
        ...layouts,
        { path: 'probe.html', matter: { layout: null }, lines: PROBE },
        { path: '_includes/part.html', matter: null, lines: ['<i>{{ include.a }}{{ include.b }}{{ page.url }}</i>'] },
        {
          path: '_data/authors.yml',
          matter: null,
          lines: ['bea: { name: Bea & Co, email: bea@x.example, uri: u, twitter: "@bea", picture: p }'],
        },
      ],
    };
  }
}
