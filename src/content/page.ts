// A page: a file with front matter outside the collections, or one that a plugin makes (Jekyll::Page of 3.10.0, 4.4.1).

import { BuildError, type Source, type Span } from '../diagnostics/diagnostic.ts';
import { dirName, extName, joinPath, sanitizedPath } from '../files/paths.ts';
import { inspect } from '../ruby/inspect.ts';
import { deepMerge } from '../ruby/merge.ts';
import { toS } from '../ruby/to-s.ts';
import { type Drop, type RubyHash, RubyObject, type Value } from '../ruby/values.ts';
import { unescapePath } from '../text/uri.ts';
import { PageExcerpt } from './excerpt.ts';
import { frontMatterSpan } from './front-matter.ts';
import { permalinkText, urlFromTable, withPermalinkSuffix } from './permalink.ts';
import type { SiteContext } from './site-context.ts';

const HTML_EXTENSIONS: readonly string[] = ['.html', '.xhtml', '.htm'];

export interface PageInput {
  readonly site: SiteContext;
  /** '' for the root, else with a leading slash, e.g. '/about'. */
  readonly dir: string;
  /** File name with extension. */
  readonly name: string;
  /** Where `name` is without it. */
  readonly extname?: string;
  readonly data?: RubyHash;
  readonly content?: string;
  /** The file, and where its content begins; null for a page without one. */
  readonly source?: Source | null;
  readonly contentStart?: number;
  /** The file's absolute path; null for a page without one. */
  readonly file?: string | null;
  readonly className?: string;
  /** What asked for a page without a file, for messages: 'redirect_from in a.md', 'feed.xml of jekyll-feed'. */
  readonly origin?: string;
  /** Where its file lies below the source, where `dir` says otherwise. */
  readonly relativePath?: string;
  readonly hasBytes?: boolean;
}

export class Page extends RubyObject {
  readonly className: string;
  readonly site: SiteContext;
  readonly dir: string;
  readonly name: string;
  readonly extname: string;
  readonly basename: string;
  readonly file: string | null;
  /** See PageInput. */
  readonly origin: string | null;
  readonly source: Source | null;
  readonly contentStart: number;
  /** Its file isn't text: `content` is what decodeWithBytes makes of it. */
  readonly hasBytes: boolean;
  data: RubyHash;
  /** `paginator` while this page is rendered. */
  pager: Value = null;
  readonly #text: string;
  #outputExtension: string | null = null;
  #url: string | null = null;
  readonly #relativePath: string | null;

  constructor(input: PageInput) {
    super();
    this.className = input.className ?? 'Jekyll::Page';
    this.site = input.site;
    this.dir = input.dir;
    this.name = input.name;
    this.extname = input.extname ?? extName(input.name);
    const stem =
      input.extname === undefined ? input.name.slice(0, input.name.length - this.extname.length) : input.name;
    this.basename = input.site.stack.content.trimsTrailingDots ? stem.replace(/\.+$/, '') : stem;
    this.data = input.data ?? new Map();
    this.#text = input.content ?? '';
    this.source = input.source ?? null;
    this.contentStart = input.contentStart ?? 0;
    this.file = input.file ?? null;
    this.origin = input.origin ?? null;
    this.hasBytes = input.hasBytes ?? false;
    this.#relativePath = input.relativePath ?? null;
  }

  /** Its text; once it is rendered, what it is converted to, without layouts. */
  get content(): string {
    return this.site.results.contentOf(this) ?? this.#text;
  }

  /** The finished file; null before it is rendered. */
  get output(): string | null {
    return this.site.results.outputOf(this);
  }

  /** 'about/index.md': where it lies below the source. */
  get relativePath(): string {
    return this.#relativePath ?? joinPath(this.dir, this.name).replace(/^\/+/, '');
  }

  /** page.path, as a text: front matter may override it. */
  get path(): string {
    return toS(this.ownPath);
  }

  /** page.path as templates see it: of whatever type the front matter has it. */
  get ownPath(): Value {
    const own = this.data.get('path');
    return own === undefined ? this.relativePath : own;
  }

  /** @throws BuildError where a `path:` is no text: Jekyll stops there once it takes the path for one. */
  checkPath(): void {
    const own = this.ownPath;
    if (typeof own === 'string') return;
    throw new BuildError({
      code: 'path-no-text',
      message: `The path of ${this.relativePath} is ${inspect(own)}, not a string`,
      span: this.keySpan('path'),
      path: this.relativePath,
      hint: 'Leave `path:` out of the front matter: Jekyll knows it.',
    });
  }

  /** Where a front matter key stands in the file, or its default in the configuration. */
  keySpan(key: string): Span | undefined {
    return frontMatterSpan(this.source, key) ?? this.site.defaults.keySpan(this.relativePath, 'pages', key);
  }

  /** A front matter value, or its default. */
  field(key: string): Value {
    const own = this.data.get(key);
    return own === undefined ? this.site.defaults.find(this.relativePath, 'pages', key) : own;
  }

  get permalink(): string | null {
    return permalinkText(this.field('permalink'), this);
  }

  /** Settled when it is first asked for, as the gem's renderer keeps it: another permalink later doesn't change it. */
  get outputExtension(): string {
    this.#outputExtension ??= permalinkExtension(this.permalink) ?? this.site.outputExtension(this.extname);
    return this.#outputExtension;
  }

  get isHtml(): boolean {
    return HTML_EXTENSIONS.includes(this.outputExtension);
  }

  get url(): string {
    this.#url ??= urlFromTable(
      this.permalink ?? this.#template(),
      [
        ['path', this.dir],
        ['basename', this.basename],
        ['output_ext', this.outputExtension],
      ],
      this.relativePath,
    );
    return this.#url;
  }

  /** Forgets the URL, but not the extension, after a plugin gave the page another permalink. */
  resetUrl(): void {
    this.#url = null;
    this.site.results.forgetView(this);
  }

  #template(): string {
    if (!this.isHtml) return '/:path/:basename:output_ext';
    if (this.basename === 'index') return '/:path/';
    return withPermalinkSuffix('/:path/:basename', this.site.config.permalinkStyle);
  }

  /** page.dir: the URL's folder, with a slash at its end. */
  get urlDir(): string {
    if (this.url.endsWith('/')) return this.url;
    const dir = dirName(this.url);
    return dir.endsWith('/') ? dir : `${dir}/`;
  }

  /** The absolute path that it is written to. */
  destination(): string {
    let path = sanitizedPath(this.site.destination, unescapePath(this.url));
    if (this.url.endsWith('/')) path = joinPath(path, 'index');
    const extension = this.outputExtension;
    return path.endsWith(extension) ? path : path + extension;
  }

  get isPublished(): boolean {
    return this.data.get('published') !== false;
  }

  get isAsset(): boolean {
    return ['.sass', '.scss', '.coffee'].includes(this.extname);
  }

  /** Its name in Jekyll's hooks and defaults. */
  get type(): 'pages' {
    return 'pages';
  }

  /** `page_excerpts: true` of 4.x: a page of HTML without an excerpt gets one of its text. Defaults don't count yet. */
  generateExcerpt(): void {
    if (this.excerptSeparator === '') return;
    const permalink = permalinkText(this.data.get('permalink') ?? null, this);
    this.#outputExtension = permalinkExtension(permalink) ?? this.site.outputExtension(this.extname);
    const own = this.data.get('excerpt') ?? null;
    if (this.isHtml && (own === null || own === false)) this.data.set('excerpt', new PageExcerpt(this));
  }

  get excerptSeparator(): string {
    const own = this.data.get('excerpt_separator') ?? null;
    return own === null || own === false ? this.site.config.known.excerptSeparator : toS(own);
  }

  override toLiquid(): RubyHash | Drop {
    return this.site.results.viewOf(this, () => this.#toHash(this.site.stack.content.hasPageExcerpts));
  }

  /** What the template of its excerpt sees: the excerpt isn't rendered for it. */
  withoutExcerpt(): RubyHash {
    return this.#toHash(false);
  }

  #toHash(excerpt: boolean): RubyHash {
    const attributes: RubyHash = new Map<Value, Value>([
      ['content', this.content],
      ['dir', this.urlDir],
      ...(excerpt ? ([['excerpt', this.#excerpt()]] as [Value, Value][]) : []),
      ['name', this.name],
      ['path', this.ownPath],
      ['url', this.url],
    ]);
    const defaults = this.site.defaults.all(this.relativePath, 'pages');
    return deepMerge(defaults, deepMerge(this.data, attributes));
  }

  #excerpt(): Value {
    const own = this.field('excerpt');
    if (own === null || own === false) return null;
    return toS(own);
  }

  /** Convertible#to_s. */
  override toS(): string {
    return this.content;
  }

  override inspect(): string {
    if (this.site.stack.content.inspectsPaths)
      return `#<${this.className} @relative_path=${inspect(this.relativePath)}>`;
    const name = this.className === 'Jekyll::PageWithoutAFile' ? 'Jekyll:PageWithoutAFile' : 'Jekyll::Page';
    return `#<${name} @name=${inspect(this.name)}>`;
  }
}

/** A permalink that names a file decides the extension: '/feed.xml' -> '.xml'. */
export function permalinkExtension(permalink: string | null): string | null {
  if (permalink === null || permalink.endsWith('/')) return null;
  return extName(permalink) || null;
}
