// A small real site, whose drops (site, page, post, collection, static file, layout, paginator) templates are compared on.

import { mkdirSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { build } from '../../src/build/node.ts';
import type { Compat } from '../../src/config/stacks.ts';
import { Document } from '../../src/content/document.ts';
import { Page } from '../../src/content/page.ts';
import { BuildError, type Diagnostic } from '../../src/diagnostics/diagnostic.ts';
import { parseTemplate, renderTemplate } from '../../src/liquid/compile/template.ts';
import { UsAscii } from '../../src/ruby/us-ascii.ts';
import type { PayloadDrop } from '../../src/site/drops/payload-drop.ts';
import { Renderer } from '../../src/site/render.ts';
import type { Site } from '../../src/site/site.ts';

const post = (matter: string, text = 'First *paragraph*.\n\nSecond one.\n'): string => `---\n${matter}\n---\n${text}`;

const FILES: Readonly<Record<string, string>> = {
  '_config.yml': `title: The <Site> & "its" title
description: ~
url: https://example.org
baseurl: /base
repository: owner/name
theme: ~
timezone: UTC
number: 12
ratio: 0.5
flag: false
list: [1, "two", ~, [3]]
nested: {a: {b: c}}
collections:
  docs: {output: true, permalink: "/docs/:path/"}
  members: {output: false, title: Members}
paginate: 2
plugins: [jekyll-paginate]
exclude: [Gemfile]
defaults:
  - scope: {path: "", type: posts}
    values: {layout: post, comments: true, author: ada}
  - scope: {path: "docs"}
    values: {section: guide}
  - scope: {path: assets}
    values: {image: true}
`,
  '_layouts/default.html': '---\ntitle: Default layout\nsidebar: {left: 1}\n---\n<main>{{ content }}</main>\n',
  '_layouts/post.html': '---\nlayout: default\nkind: post layout\n---\n<article>{{ content }}</article>\n',
  '_includes/plain.html': 'plain include\n',
  '_includes/bare': '<{{ include.text }}|{{ page.title }}>',
  '_includes/note.html': '<p class="{{ include.kind | default: "info" }}">{{ include.text | upcase }}</p>\n',
  '_includes/nothing.html': '{% comment %}nothing to see{% endcomment %}',
  '_includes/sub/deep.md': 'deep {{ x }}{{ forloop.index }}',
  '_posts/2020-01-02-first-post.md': post('title: First\ntags: [a, "b c"]\ncategories: news\nn: 3\nname: own name'),
  '_posts/2020-01-02-same-day.md': post('title: Same day\ntags: a\nn: 1\nsub: {v: 2}'),
  '_posts/2021-05-06-second.md': post(
    'title: Second "quoted"\ndate: 2021-05-06 07:08:09 +0800\ncategory: life\nn: 2\nexcerpt: Own *excerpt*\nlast_modified_at: 2022-01-01',
  ),
  '_posts/2021-12-31-no-title.md': post('layout: ~\nn: "2"\nimage: /x.png\npinned: true', 'Only one.\n'),
  'life/_posts/2022-03-04-in-folder.markdown': post(
    'title: In a folder\ntags: b c\npermalink: /own/:title/\ndraft: false',
    'Text <!--more--> more\n',
  ),
  '_posts/2023-07-08-html.html': post(
    'title: HTML\nexcerpt_separator: <!--more-->\nn: 4.5',
    '<p>One</p><!--more--><p>Two</p>\n',
  ),
  '_docs/intro.md': post('title: Intro\norder: 2\ndate: 2019-01-01'),
  '_docs/sub/deep.md': post('order: 1\ntags: [x]'),
  '_docs/data.txt': 'static in a collection\n',
  '_docs/plain.md': 'no front matter\n',
  '_members/ada.md': post('name: Ada\nrole: author\nn: 1', ''),
  '_members/bob.md': post('title: Bob B.\nrole: ~\nn: 2'),
  'index.html': '---\ntitle: Home\n---\n{% for post in paginator.posts %}{{ post.title }},{% endfor %}\n',
  'about.md': '---\ntitle: About\nlayout: default\ntags: [t1]\nnested: {a: [1, {b: ~}]}\n---\nAbout *us*.\n',
  'pages/deep.html': '---\npermalink: /deep/\nlayout: none\n---\nDeep.\n',
  'pages/titleless.md': '---\n---\ntext\n',
  'feed.xml': '---\nlayout: ~\n---\n<feed/>\n',
  'assets/data.txt': 'data\n',
  'assets/Ünï côde.png': 'png\n',
  'robots.txt': 'User-agent: *\n',
  '_data/list.yml': '- {name: Cay, n: 3}\n- {name: abe, n: 1}\n- {name: Bob, n: ~}\n',
  '_data/people.json': '{"ada": {"name": "Ada", "born": 1815}, "bob": null}\n',
  '_data/numbers.csv': 'name,value\none,1\ntwo,2.5\n',
  '_data/sub/deep.yaml': 'key: value\nwhen: 2020-01-02\nat: 2020-01-02 03:04:05\n',
};

/** A page with the keys of every class of drop, in the order of a loop over it. */
export const KEYS_PAGE = 'keys.json';
const KEYS_OF: Readonly<Record<string, string>> = {
  SiteDrop: 'site',
  DocumentDrop: 'site.posts.first',
  CollectionDrop: 'site.collections.first',
  StaticFileDrop: 'site.static_files.first',
  JekyllDrop: 'jekyll',
  UnifiedPayloadDrop: 'to_liquid',
};
const keysPage = `---\n---\n{${Object.entries(KEYS_OF)
  .map(
    ([name, value]) =>
      `"Jekyll::Drops::${name}": [{% assign drop = ${value} %}{% for key in drop %}{{ key | jsonify }},{% endfor %}""]`,
  )
  .join(',\n')}}\n`;

/** Writes the site's sources into a folder. */
export function writeSite(folder: string): void {
  for (const [path, text] of Object.entries({ ...FILES, [KEYS_PAGE]: keysPage })) {
    mkdirSync(dirname(join(folder, path)), { recursive: true });
    writeFileSync(join(folder, path), text);
  }
}

export interface SiteAnswer {
  readonly text?: string;
  readonly ascii?: boolean;
  readonly warnings?: readonly string[];
  readonly error?: string;
  readonly class?: string;
}

/** A site that has been built, with what its pages see. */
export class RenderedSite {
  readonly #renderer: Renderer;
  readonly #site: Site;
  readonly #warnings: Diagnostic[];
  readonly #items: readonly (Document | Page)[];

  private constructor(renderer: Renderer, warnings: Diagnostic[]) {
    this.#renderer = renderer;
    this.#warnings = warnings;
    const site = renderer.payload().site.get('pages') as Page[];
    this.#site = site[0]!.site as Site;
    this.#items = [...[...this.#site.collections.values()].flatMap(({ docs }) => docs), ...this.#site.pages];
  }

  static async build(source: string, compat: Compat, now: number): Promise<RenderedSite> {
    const warnings: Diagnostic[] = [];
    let renderer: Renderer | undefined;
    const { finish } = Renderer.prototype;
    // The renderer knows the site, which a build doesn't hand out.
    Renderer.prototype.finish = function (this: Renderer) {
      renderer = this;
      return finish.call(this);
    };
    try {
      await build({
        source,
        destination: join(source, '_site'),
        compat,
        environment: 'production',
        now,
        report: (diagnostic) => warnings.push(diagnostic),
      });
    } finally {
      Renderer.prototype.finish = finish;
    }
    return new RenderedSite(renderer!, warnings);
  }

  /** A template as the document or page of that number would render it. */
  render(template: string, number: number): SiteAnswer {
    const site = this.#site;
    this.#warnings.length = 0;
    try {
      const item = this.#items[number % this.#items.length]!;
      const parsed = parseTemplate(template, site.liquid, {
        source: { path: 'template.html', text: template },
        offset: 0,
      });
      const warnings = this.#warnings.map(({ message }) => message.replace(/^Liquid syntax error: /, ''));
      const payload = this.#payload(item);
      const registers = { host: site.host!, page: payload.get('page') ?? null };
      const text = renderTemplate(parsed, { payload, registers });
      return { text: String(text), ascii: text instanceof UsAscii, warnings };
    } catch (error) {
      if (!(error instanceof BuildError)) return { error: String((error as Error).stack), class: 'CRASH' };
      const { message, span, path, code } = error.diagnostic;
      return { error: message, class: span === undefined && path === undefined ? 'NO PLACE' : code };
    }
  }

  #payload(item: Document | Page): PayloadDrop {
    const payload = this.#renderer.payload();
    payload.set('page', item.toLiquid());
    payload.set('paginator', item instanceof Page ? item.pager : null);
    payload.site.currentDocument = item instanceof Document ? item : null;
    const fix = this.#renderer.convertersFor(item.extname)[0]!.highlighterPrefix ?? null;
    payload.set('highlighter_prefix', fix);
    payload.set('highlighter_suffix', fix);
    const layout = this.#site.layouts.get(String(item.field('layout')));
    if (layout !== undefined) payload.set('layout', layout.data);
    payload.set('content', item.content);
    return payload;
  }
}
