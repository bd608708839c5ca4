// Small random sites: a configuration, pages, posts, collections, data, layouts and includes, with the odd names, dates
// and front matter that people have.

import { Random } from './random.ts';
import {
  BODIES,
  DATES,
  DIRECTORIES,
  DUMPS,
  FILE_DATES,
  LISTS,
  PAGE_NAMES,
  PERMALINKS,
  PERMALINKS_4,
  POST_DIRECTORIES,
  POST_EXTENSIONS,
  SCALARS,
  SLUGS,
  TITLES,
} from './sites-words.ts';

/** Paths below the source and their contents: a string, or bytes. */
export type Files = Record<string, string | Uint8Array>;

export interface Flags {
  show_drafts?: boolean;
  future?: boolean;
  unpublished?: boolean;
  limit_posts?: number;
}

export interface GeneratedSite {
  readonly files: Files;
  readonly flags: Flags;
  /** JEKYLL_ENV; production by default. */
  readonly environment?: string;
  /** The repository's name, owner/name by default. */
  readonly nwo?: string;
  /** Sites with one number have the same plugins and theme, and may be built by one process. */
  readonly group?: number;
}

/** What another generator adds to these sites; each is asked whenever there is room for one. */
export interface Additions {
  /** Lines of _config.yml. */
  readonly config: () => readonly string[];
  /** Lines of front matter. */
  readonly matter: () => readonly string[];
  /** Values of front-matter defaults, e.g. 'image: /a.png'. */
  readonly values: () => readonly string[];
  /** Text for a page or a document. */
  readonly body: (random: Random) => string;
  /** What a layout wraps its content in. */
  readonly layout: (random: Random) => string;
}

export class SiteGenerator {
  readonly #random: Random;
  readonly #four: boolean;
  readonly #additions: Additions | null;
  /** Whether this site has what stops real Jekyll, or makes it crash. */
  #rude = false;
  #layouts: string[] = [];
  #labels: string[] = [];

  constructor(seed: number, four: boolean, additions: Additions | null = null) {
    this.#random = new Random(seed);
    this.#four = four;
    this.#additions = additions;
  }

  /** One of a list; in a site with mistakes also one of what stops real Jekyll. */
  #pick(fine: readonly string[], mistakes: readonly string[]): string {
    return this.#random.pick(this.#rude ? [...fine, ...mistakes] : fine);
  }

  site(): GeneratedSite {
    const random = this.#random;
    const files: Files = {};
    this.#rude = this.#additions === null && random.chance(0.1);
    this.#layouts = random.chance(0.6) ? ['default', 'post', 'sub/deep', 'other'].slice(0, 1 + random.below(4)) : [];
    this.#labels = random.chance(0.6)
      ? ['things', 'notes', 'a-b', 'My_Docs', 'pages'].filter(() => random.chance(0.4))
      : [];
    const collectionsDir = random.chance(0.15) ? random.pick(['coll', 'my/coll', '_c', 'coll/']) : '';
    const config = [...this.#config(collectionsDir), ...(this.#additions?.config() ?? [])];
    files['_config.yml'] = `${config.join('\n')}\n`;
    if (random.chance(0.02)) files['_config.yml'] = `\ufeff${files['_config.yml']}`;
    if (random.chance(0.02)) files['_config.yml'] = files['_config.yml'].replaceAll('\n', '\r\n');
    const layoutsDir = configured(config, 'layouts_dir') ?? '_layouts';
    const includesDir = configured(config, 'includes_dir') ?? '_includes';
    const dataDir = configured(config, 'data_dir') ?? '_data';
    for (const name of this.#layouts)
      files[`${layoutsDir}/${name}.${random.pick(['html', 'html', 'html', 'xml', 'md'])}`] = this.#layout();
    files[`${includesDir}/i.html`] = random.pick([
      '[{{ include.a }}{{ include.b }}]',
      '<i>{{ include | jsonify }}</i>\n',
      '---\nx: 1\n---\ninc',
    ]);
    for (let n = random.below(6); n > 0; n--)
      files[`${random.pick(DIRECTORIES)}${random.pick(PAGE_NAMES)}`] = this.#page();
    const base = collectionsDir === '' ? '' : `${collectionsDir.replace(/\/$/, '')}/`;
    for (let n = random.chance(0.8) ? 1 + random.below(5) : 0; n > 0; n--) {
      const folder = `${random.chance(0.9) ? base : ''}${random.pick(POST_DIRECTORIES)}`;
      const name = random.chance(0.93)
        ? `${random.pick(FILE_DATES)}-${random.pick(SLUGS)}.${random.pick(POST_EXTENSIONS)}`
        : random.pick([
            'undated.md',
            '2020-01-02.md',
            '2020-01-02-.md',
            '2020-01-02-noext',
            ...(this.#additions === null ? ['2020-13-45-bad.md'] : []),
            'x-2020-01-02-y.md',
            '2020-01-02-a.b.c',
            '.2020-01-02-dot.md',
            '2020-01-02-x.md~',
          ]);
      files[folder + name] = this.#document();
    }
    if (random.chance(0.2)) {
      for (let n = 1 + random.below(2); n > 0; n--)
        files[
          `${base}${random.pick(['_drafts/', 'cat/_drafts/', '_drafts/sub/'])}${random.chance(0.3) ? '2020-05-05-' : ''}${random.pick(SLUGS)}.md`
        ] = this.#document();
    }
    for (const label of this.#labels) {
      for (let n = 1 + random.below(4); n > 0; n--) {
        const folder = `${base}_${label}/${random.pick(['', '', '', 'sub/', 'sub/deep/', '_u/', 'sp ace/', '.d/', 'Ü/'])}`;
        const name = random.chance(0.8)
          ? `${random.chance(0.2) ? `${random.pick(FILE_DATES)}-` : ''}${random.pick(SLUGS)}.${random.pick(POST_EXTENSIONS)}`
          : random.pick(PAGE_NAMES);
        files[folder + name] = random.chance(0.8)
          ? this.#document(false)
          : random.pick(['static\n', '', '---\nnot closed\n', 'a: b']);
      }
    }
    for (let n = random.below(3); n > 0; n--)
      files[
        `${random.pick(DIRECTORIES)}${random.pick(['pic.png', 'a b.txt', 'ü.js', 'x.css', 'robots.txt', 'noext', '.hid', 'a.min.js', 'z.html', 'z.md'])}`
      ] = random.pick(['static\n', '', 'x {{ y }}\n']);
    if (random.chance(0.35)) this.#data(files, dataDir);
    if (random.chance(0.12)) {
      files['index.html'] =
        '---\nlayout: null\n---\n{% for post in paginator.posts %}{{ post.url }} {% endfor %}{{ paginator.per_page }} {{ paginator.total_posts }} {{ paginator.total_pages }} {{ paginator.page }} {{ paginator.previous_page }} {{ paginator.next_page }} {{ paginator.next_page_path }} {{ paginator.previous_page_path }}';
      const size = this.#pick(['1', '2', '3'], ['0', '"2"', '-1']);
      files['_config.yml'] +=
        `paginate: ${size}\n${random.chance(0.5) ? `paginate_path: ${random.pick(['/blog/page:num/', 'p:num', '/page/:num', '/x:num/y'])}\n` : ''}${this.#four ? 'plugins: [jekyll-paginate]\n' : ''}`;
    }
    if (random.chance(0.15)) this.#sass(files);
    this.#links(files);
    for (const [name, text] of Object.entries(DUMPS)) files[`dump/${name}.txt`] = `---\n---\n${text}`;
    const flags: Flags = {};
    if (random.chance(0.2)) flags.show_drafts = true;
    if (random.chance(0.1)) flags.future = random.chance(0.7);
    if (random.chance(0.1)) flags.unpublished = true;
    if (random.chance(0.05)) flags.limit_posts = random.below(4);
    return { files: withoutClashes(files), flags };
  }

  #config(collectionsDir: string): string[] {
    const random = this.#random;
    const lines = ['title: A site', 'url: https://x.example', ...(this.#additions === null ? ['theme: null'] : [])];
    lines.push(`baseurl: ${random.pick(['""', '""', '/base', '/base/x'])}`);
    const maybe = (p: number, line: () => string): void => {
      if (random.chance(p)) lines.push(line());
    };
    maybe(
      0.5,
      () => `permalink: ${this.#quoted(random.pick(this.#four && random.chance(0.1) ? PERMALINKS_4 : PERMALINKS))}`,
    );
    maybe(
      0.4,
      () =>
        `timezone: ${random.pick(['UTC', 'America/New_York', 'Asia/Shanghai', 'Europe/Berlin', 'Asia/Kolkata', 'Etc/GMT+5'])}`,
    );
    const patterns = [
      'vendor',
      'a',
      '"*.txt"',
      'a/*.md',
      '_hidden',
      '_inc',
      '.dot',
      'blog/',
      'secret',
      '"**/*.html"',
      'CNAME',
      'a/b',
      '"#h"',
      '/a',
      'sp ace',
      '"[ab]*"',
      '"?.md"',
      '_posts',
      '.htaccess',
      'end~',
      './a',
      '"*.MD"',
      'index.html',
      '_hidden/x.html',
    ];
    const some = (): string => `[${Array.from({ length: random.below(4) }, () => random.pick(patterns)).join(', ')}]`;
    maybe(0.2, () => `include: ${some()}`);
    maybe(0.2, () => `exclude: ${some()}`);
    if (collectionsDir !== '') lines.push(`collections_dir: ${collectionsDir}`);
    if (this.#labels.length > 0) {
      if (random.chance(0.2)) lines.push(`collections: [${this.#labels.join(', ')}]`);
      else {
        lines.push('collections:');
        for (const label of this.#labels)
          lines.push(`  ${label}:${random.chance(0.05) ? '' : ` ${this.#collection()}`}`);
        if (random.chance(0.1))
          lines.push(
            `  posts: {permalink: ${random.pick(['"/p/:title"', 'pretty', 'none'])}, output: ${random.pick(['true', 'false'])}}`,
          );
      }
    }
    if (random.chance(0.45)) {
      lines.push('defaults:');
      for (let n = 1 + random.below(4); n > 0; n--) lines.push(this.#default());
    }
    maybe(0.1, () => `future: ${random.pick(['true', 'false', 'yes', '""'])}`);
    maybe(0.05, () => `unpublished: true`);
    maybe(0.05, () => `show_drafts: true`);
    maybe(0.05, () => `limit_posts: ${random.below(3)}`);
    maybe(
      0.15,
      () => `excerpt_separator: ${random.pick(['"<!--more-->"', '""', '"\\n\\n\\n"', 'more', '"\\n"', '~'])}`,
    );
    maybe(this.#four ? 0.15 : 0.03, () => 'page_excerpts: true');
    maybe(0.05, () => `layouts_dir: ${random.pick(['_l', 'lay', '_theme/layouts'])}`);
    maybe(0.05, () => `includes_dir: ${random.pick(['_i', 'inc'])}`);
    maybe(0.05, () => `data_dir: ${random.pick(['_d', 'db'])}`);
    maybe(0.08, () => `markdown_ext: ${random.pick(['"md,mdx"', 'md', 'txt', '"markdown,MD"', '"md, html"'])}`);
    maybe(0.04, () => `encoding: ${this.#pick(['utf-8', 'UTF-8'], ['iso-8859-1', 'bom|utf-8'])}`);
    maybe(0.04, () => `time: ${random.pick(['2020-01-02 12:00:00 +0000', '2021-01-01', '2020-06-15 23:30:00 -0800'])}`);
    maybe(0.05, () => (this.#rude ? 'strict_front_matter: true' : 'strict_front_matter: false'));
    maybe(0.1, () => `keep_files: ${this.#pick(['[a]', '[]'], ['x'])}`);
    for (const key of ['own1', 'own2', 'own3']) maybe(0.25, () => `${key}: ${random.pick(SCALARS)}`);
    maybe(0.03, () => `data: ${this.#pick(['{x: 1}'], ['[1]', '5'])}`);
    maybe(
      0.04,
      () =>
        `liquid: ${this.#pick(['{error_mode: lax}', '{strict_filters: true}'], ['{strict_variables: true}', '{error_mode: strict}'])}`,
    );
    maybe(
      0.05,
      () =>
        `kramdown: ${random.pick(['{auto_ids: false}', '{hard_wrap: true}', '{input: kramdown}', '{toc_levels: "2..3"}', '{footnote_nr: 3}', '{smart_quotes: "apos,apos,quot,quot"}', '{entity_output: numeric}'])}`,
    );
    maybe(
      0.04,
      () =>
        `${random.pick(['things', 'posts', 'pages', 'tags', 'time2', 'site', 'label'])}: ${random.pick(SCALARS.slice(0, 12))}`,
    );
    if (!this.#four)
      maybe(
        0.03,
        () => `${random.pick(['gems', 'layouts', 'data_source'])}: ${this.#pick(['_layouts', '_data'], ['[]'])}`,
      );
    if (random.chance(0.05)) {
      const names = ['jekyll-feed', 'jekyll-sitemap', 'jekyll-redirect-from', 'jekyll-seo-tag'].filter(() =>
        random.chance(0.5),
      );
      lines.push(`plugins: [${names.join(', ')}]`);
    }
    return lines;
  }

  #quoted(text: string): string {
    return /[%:#]/.test(text) || text.startsWith('/') ? `"${text}"` : text;
  }

  #collection(): string {
    const random = this.#random;
    const parts = [`output: ${random.pick(['true', 'true', 'true', 'false', 'yes', '"false"', '~'])}`];
    if (random.chance(0.4)) parts.push(`permalink: ${this.#quoted(random.pick(PERMALINKS))}`);
    if (random.chance(0.15)) parts.push(`sort_by: ${this.#pick(['order', 'title', 'k1', 'date', '~'], ['[a]'])}`);
    if (random.chance(0.1))
      parts.push(`order: [${random.pick(['hello.md', 'b.md', 'sub/hello.md, hello.md', 'world.html'])}]`);
    if (random.chance(0.15)) parts.push(`title: ${random.pick(['T', '"x y"', '5', '~'])}`);
    return `{${parts.join(', ')}}`;
  }

  #default(): string {
    const random = this.#random;
    const scopes: string[] = [];
    if (random.chance(0.85)) {
      const path = random.pick([
        '""',
        '""',
        'a',
        'blog',
        '_posts',
        '"a/*.md"',
        '"*"',
        '"**/*"',
        '"_posts/**/*"',
        '"**/x*"',
        '"[a-b]*"',
        '"[!a]*/*.md"',
        '"{a,blog}/*"',
        '"*.{md,html}"',
        "'\\\\*'",
        "'a\\\\/*'",
        'a/',
        '/a',
        '_things',
        '_things/sub',
        'index.html',
        'about.md',
        '"a/**"',
        'coll/_things',
        'cat',
        '"*.md"',
        '"_*/*.md"',
        'cat/_posts',
        '"**/_posts"',
        '"a*"',
        'assets',
        '"./a"',
        'sp ace',
      ]);
      scopes.push(`path: ${path}`);
    }
    if (random.chance(0.6))
      scopes.push(
        `type: ${random.pick(['posts', 'posts', 'pages', 'drafts', 'things', 'notes', 'post', 'page', 'nope'])}`,
      );
    const values: string[] = [];
    for (let n = 1 + random.below(3); n > 0; n--)
      values.push(
        random.pick([
          () => `layout: ${this.#layoutName()}`,
          () => `permalink: ${this.#quoted(random.pick(PERMALINKS))}`,
          () => `published: ${random.pick(['false', 'true', '~'])}`,
          () =>
            `${random.pick(['categories', 'tags', 'category', 'tag'])}: ${random.pick(['x', 'x y', '[p, q]', '[]', '~'])}`,
          () => `title: ${random.pick(['D', '~', '5'])}`,
          () => `default1: ${random.pick(['one', '[1, 2]', '{a: {b: 1}}', '~', 'false'])}`,
          () => `default1: ${random.pick(['two', '{a: {c: 2}}', '{d: 1}'])}`,
          () => `date: ${this.#pick(['"2015-05-05 10:00:00 +0200"', '"2015-05-05"'], ['2015-05-05'])}`,
          // For plugins' pages, which aren't templates here, it would switch Liquid off.
          () => `${this.#additions === null ? 'render_with_liquid' : 'k2'}: ${random.pick(['true', 'false'])}`,
          () => `excerpt_separator: ${random.pick(['"<!--more-->"', '"\\n"', '""'])}`,
          () => `k1: ${random.pick(['d1', '~', '[d]'])}`,
          () =>
            `${random.pick(['slug', 'excerpt', 'path', 'url', 'name', 'ext', 'draft'])}: ${random.pick(['dv', '"D V"', '~'])}`,
        ])(),
      );
    if (random.chance(0.5)) values.push(...(this.#additions?.values() ?? []));
    const unique = [...new Map(values.map((value) => [value.slice(0, value.indexOf(':')), value])).values()];
    if (random.chance(0.04))
      return `  - ${this.#pick(['scope: {path: ""}', 'scope: {}\n    values: {default1: e}', '{values: [1], scope: {path: ""}}'], ['x', 'values: {default1: unscoped}'])}`;
    return `  - scope: {${scopes.join(', ')}}\n    values: {${unique.join(', ')}}`;
  }

  #layoutName(): string {
    return this.#random.pick([
      ...this.#layouts,
      ...this.#layouts,
      'none',
      'null',
      'missing',
      '~',
      'default',
      '""',
      'false',
    ]);
  }

  #layout(): string {
    const random = this.#random;
    const matter: string[] = [];
    if (random.chance(0.4)) matter.push(`layout: ${this.#layoutName()}`);
    if (random.chance(0.5)) matter.push(`lv: ${random.pick(SCALARS.slice(0, 20))}`);
    if (random.chance(0.2)) matter.push(`title: From layout`);
    const body =
      this.#additions?.layout(random) ??
      random.pick([
        '<{{ page.title }}>{{ content }}</>\n',
        '[{{ layout.lv }}|{{ layout | jsonify }}]{{ content }}',
        '{{ content | strip }}{{ page.url }}\n',
        'no content\n',
        '{{ content }}{{ content | size }}\n# not md\n',
        '{% include i.html a=page.url %}{{ content }}{{ page.excerpt }}',
      ]);
    return random.chance(0.1) ? body : `---\n${matter.map((line) => `${line}\n`).join('')}---\n${body}`;
  }

  #frontMatter(): string[] {
    const random = this.#random;
    const lines: string[] = [];
    const maybe = (p: number, line: () => string): void => {
      if (random.chance(p)) lines.push(line());
    };
    maybe(0.35, () => `layout: ${this.#layoutName()}`);
    maybe(0.4, () => `title: ${random.pick(TITLES)}`);
    maybe(
      0.2,
      () =>
        `permalink: ${this.#quoted(this.#pick([...PERMALINKS, '/p.html', '/dir/', '/noext', '/x.xml', '/p.', 'rel/path', '/ü.html', '/a b/', '/about/', '/same', '/index.html', '/a.md', '/x.css', '~', '/q?x=1', '/h#h', '/%41'], ['""', '5', '/:basename', '/:nope/x', '/:title_x/', '/../up/:title', 'false', '[a]']))}`,
    );
    maybe(0.3, () => `date: ${random.pick(this.#additions === null ? DATES : CERTAIN_DATES)}`);
    maybe(0.25, () => `categories: ${random.pick(LISTS)}`);
    maybe(0.08, () => `category: ${random.pick(LISTS)}`);
    maybe(0.2, () => `tags: ${random.pick(LISTS)}`);
    maybe(0.08, () => `tag: ${random.pick(LISTS)}`);
    maybe(0.1, () => `published: ${random.pick(['false', 'true', '~', 'no', '"false"', '0'])}`);
    maybe(
      0.12,
      () =>
        `slug: ${random.pick(['Own Slug', 'own', '"ü x"', '~', '""', 'a/b', '"."', 'x.y.', ...(this.#rude ? ['5', '[a]'] : [])])}`,
    );
    maybe(0.12, () => `excerpt: ${random.pick(['Own *text*.', '~', '""', '[a]', '5', 'false'])}`);
    maybe(0.1, () => `excerpt_separator: ${random.pick(['"<!--more-->"', '"\\n"', '""', '~', 'x'])}`);
    maybe(
      0.05,
      () =>
        `${random.pick(['ext', 'path', 'url', 'name', 'dir', 'id', 'content', 'output', 'collection', 'type', 'next', 'previous', 'draft', 'relative_path'])}: ${this.#pick(['own', '"o w"'], ['5', '[a]', 'false', '~'])}`,
    );
    maybe(0.08, () => `order: ${random.pick(['1', '2', '"a"', '1.5', '~'])}`);
    maybe(0.05, () => `render_with_liquid: false`);
    for (const key of ['k1', 'k2', 'k3']) maybe(0.3, () => `${key}: ${random.pick(SCALARS)}`);
    maybe(0.03, () => `title: again`);
    maybe(0.02, () => `redirect_from: ${random.pick(['/old/', '[/o1, /o2.html]'])}`);
    maybe(0.05, () => `sitemap: false`);
    maybe(0.03, () => '# a comment');
    maybe(0.02, () => '');
    lines.push(...(this.#additions?.matter() ?? []));
    return shuffled(lines, random);
  }

  #matter(): string {
    const random = this.#random;
    const lines = this.#frontMatter();
    if (this.#rude && random.chance(0.2))
      lines.push(
        random.pick([
          'a: b: c',
          'a: @x',
          'k: "\\d"',
          '\tx: 1',
          'a: [1, 2',
          'x',
          '{{ page.x }}',
          "a: 'x' y",
          '- a',
          'a:b',
          'k: *none',
          '<<: {a: 1}',
        ]),
      );
    if (this.#rude && random.chance(0.1)) return random.pick(['---\n- a\n---\n', '---\ntext\n---\n', '---\n5\n---\n']);
    const open = random.chance(0.95)
      ? '---\n'
      : random.pick(['--- \n', '---\t\n', '---\r\n', '----\n', '--- # c\n', ' ---\n', '\ufeff---\n']);
    const close = random.chance(0.95)
      ? '---\n'
      : random.pick(['...\n', '--- \n', '---', '---\n\n\n', '---x\n', '', '---\n  ', '----\n']);
    const text = `${open}${lines.map((line) => `${line}\n`).join('')}${close}`;
    return random.chance(0.03) ? text.replace(/(?<!\r)\n/g, '\r\n') : text;
  }

  #page(): string | Uint8Array {
    const random = this.#random;
    if (random.chance(0.15)) return random.pick(['plain\n', '', '{{ not }} a page\n', '---']);
    const text = this.#matter() + this.#body();
    if (this.#rude && random.chance(0.1)) return Buffer.from(`${text}Caf\xe9`, 'latin1');
    return text;
  }

  #document(isPost = true): string | Uint8Array {
    const random = this.#random;
    if (random.chance(0.06)) return random.pick(['plain *text*\n\nmore\n', '', '---\n', 'no front\n---\n']);
    const text = this.#matter() + this.#body();
    if (isPost && this.#rude && random.chance(0.1)) return Buffer.from(`${text}Caf\xe9`, 'latin1');
    return text;
  }

  #body(): string {
    const random = this.#random;
    let body = '';
    for (let n = random.below(4); n > 0; n--) body += this.#text() + (random.chance(0.5) ? '\n' : '');
    return body;
  }

  #text(): string {
    const random = this.#random;
    if (this.#additions === null) return random.pick(BODIES);
    return random.chance(0.7) ? this.#additions.body(random) : random.pick(HARMLESS_BODIES);
  }

  #data(files: Files, folder: string): void {
    const random = this.#random;
    const names = [
      'a',
      'b',
      'odd name.x!',
      'ü',
      'sub/a',
      'sub/b',
      'sub/deep/c',
      'a/x',
      '.dot',
      '_u',
      'UP',
      '1',
      'sp  ace ',
      'x-y',
      "it's",
    ];
    for (let n = 1 + random.below(4); n > 0; n--) {
      const name = random.pick(names);
      const [extension, text] = random.pick<readonly [string, () => string]>([
        [
          'yml',
          () =>
            `k: ${random.pick(SCALARS)}\n1: x\nyes: y\nlist:\n- ${random.pick(SCALARS).replace(/\n(?=.)/g, '\n  ')}\n`,
        ],
        [
          'yaml',
          () =>
            random.pick([
              '- 1\n- a: b\n',
              '# nothing\n',
              '',
              'just text\n',
              '--- \na: 1\n',
              '&a x',
              'a: &x {b: 1}\nc:\n  <<: *x\n  d: 2\n',
            ]),
        ],
        [
          'json',
          () =>
            random.pick([
              '{"a": 1, "b": [1.5, null, true, "x"]}',
              '[]',
              '{"a":"\\u00e9\\n"}',
              '{"a": 1e3}',
              '"s"',
              '{\n\t"a": {"b": "c"}\n}\n',
            ]),
        ],
        [
          'csv',
          () =>
            random.pick([
              'a,b\n1,2\n"x, y",\n',
              'a\n',
              'a,b\n1,2,3\n\n4\n',
              'ä;b\n"q""q",\n',
              'a,a\n1,2\n',
              ' a , b \n1, 2 \n',
              'a,b\r\n1,2\r\n',
              '\ufeffa,b\n1,2\n',
              'a,"b\nc"\n1,"2\n3"\n',
            ]),
        ],
        ['tsv', () => random.pick(['a\tb\n1\t2\n', 'a\tb\n"x"\t\n', 'a\n\n1\n', 'a\tb\n1\n'])],
        ['txt', () => 'not data'],
        ['YML', () => 'a: 1'],
      ]);
      files[`${folder}/${name}.${extension}`] = text();
    }
  }

  #sass(files: Files): void {
    const random = this.#random;
    files['css/main.scss'] =
      `---\n${random.chance(0.3) ? 'title: x\n' : ''}---\n@import "part";\na { b { color: $c; } margin: 1px }\n{% if site.title %}p { width: 1px }{% endif %}\n`;
    files['_sass/_part.scss'] = '$c: #ff0000;\n/* note */\ni { color: $c }\n';
    if (random.chance(0.3))
      files['_config.yml'] +=
        `sass: {style: ${random.pick(['compressed', 'expanded', ...(this.#four ? [] : ['nested', 'compact'])])}}\n`;
  }

  /** Tags that name files of the site. */
  #links(files: Files): void {
    const random = this.#random;
    if (!random.chance(this.#additions === null ? 0.3 : 0.1)) return;
    const paths = Object.keys(files).filter(
      (path) => this.#rude || !/[%{}"']|(?:^|\/)[_.#~]|~|vendor|node_modules|^[^_]*$/.test(path.replace('_posts/', '')),
    );
    if (paths.length === 0) return;
    const posts = paths.filter((path) => path.includes('_posts/'));
    let text = '---\n---\n';
    for (let n = 1 + random.below(3); n > 0; n--) {
      if (posts.length > 0 && random.chance(0.5)) {
        const path = random.pick(posts);
        const name = path.slice(path.indexOf('_posts/') + 7).replace(/\.[^.]*$/, '');
        text += `{% post_url ${random.chance(0.8) ? name : name.replace(/^.*\//, '')} %}\n`;
      } else text += `{% link ${random.pick(paths)} %}\n`;
    }
    files['links.html'] = text;
  }
}

// An excerpt that renders itself, or half a tag, stops the build.
const HARMLESS_BODIES = BODIES.filter((body) => !/\b(?:excerpt|content)\b|\{\{ page \}\}|"\{\{"/.test(body));

const CERTAIN_DATES = DATES.filter((date) => date !== '~');

function configured(lines: readonly string[], key: string): string | null {
  const line = lines.find((text) => text.startsWith(`${key}: `));
  return line === undefined ? null : line.slice(key.length + 2);
}

function shuffled<T>(list: readonly T[], random: Random): T[] {
  return list
    .map((item) => [random.next(), item] as const)
    .sort(([a], [b]) => a - b)
    .map(([, item]) => item);
}

/** Without files whose path others need as a folder. */
function withoutClashes(files: Files): Files {
  const paths = Object.keys(files);
  return Object.fromEntries(
    Object.entries(files).filter(([path]) => !paths.some((other) => other.startsWith(`${path}/`))),
  );
}
