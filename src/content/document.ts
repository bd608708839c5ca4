// A post or another collection's document (Jekyll::Document of 3.10.0 and 4.4.1).

import { BuildError, type Source, type Span } from '../diagnostics/diagnostic.ts';
import { baseName, dirName, extName, joinPath, relativeTo, sanitizedPath } from '../files/paths.ts';
import { compare } from '../ruby/compare.ts';
import { inspect } from '../ruby/inspect.ts';
import { deepMerge } from '../ruby/merge.ts';
import { capitalize, split } from '../ruby/strings.ts';
import { fromEpoch, toLocal } from '../ruby/time.ts';
import { parseTime } from '../ruby/time-parse.ts';
import { toS } from '../ruby/to-s.ts';
import { truthy } from '../ruby/truth.ts';
import { compareStrings, type Drop, isHash, type RubyHash, RubyObject, RubyTime, type Value } from '../ruby/values.ts';
import { unescapePath } from '../text/uri.ts';
import { loadYaml } from '../yaml/load.ts';
import type { CollectionSettings } from './collection-settings.ts';
import { documentUrl } from './document-url.ts';
import { Excerpt, type ExcerptSite } from './excerpt.ts';
import { firstLineHint, frontMatterSpan, loadFrontMatter, splitFrontMatter } from './front-matter.ts';
import { flatten, pluralized, unique } from './lists.ts';
import { permalinkExtension, permalinkText } from './permalink.ts';
import type { DropsOf } from './site-context.ts';

export const DATELESS_FILENAME = /^(?:.+\/)*(.*)(\.[^.]+)$/m;

export interface DocumentSite extends ExcerptSite {
  readonly drops: DropsOf<Document | DocumentExcerpt>;
  renderExcerpt(excerpt: DocumentExcerpt): string;
  /** The next (1) or previous (-1) document of its collection. */
  neighbour(document: Document, step: 1 | -1): Document | null;
}

export class Document extends RubyObject {
  readonly className = 'Jekyll::Document';
  readonly site: DocumentSite;
  readonly collection: CollectionSettings;
  /** The absolute path of the file. */
  readonly file: string;
  /** Relative to the folder of the collections: '_posts/2020-01-02-x.md'. */
  readonly relativePath: string;
  readonly extname: string;
  readonly basename: string;
  #data: RubyHash = new Map();
  #text: string | null = null;
  #source: Source | null = null;
  #contentStart = 0;
  #hasBytes = false;
  /** False for a YAML file, whose data Jekyll uses without defaults. */
  #takesDefaults = true;
  #url: string | null = null;
  #drop: Drop | null = null;

  constructor(site: DocumentSite, collection: CollectionSettings, file: string) {
    super();
    this.site = site;
    this.collection = collection;
    this.file = file;
    site.config.check.collectionsDir();
    const { collectionsDir } = site.config;
    this.relativePath = relativeTo(
      collectionsDir === '' ? site.source : sanitizedPath(site.source, collectionsDir),
      file,
    );
    this.extname = extName(file);
    this.basename = baseName(file);
    this.#data.set('draft', this.isDraft);
    this.#categoriesFromPath(this.isDraft ? '_drafts' : collection.relativeDirectory);
  }

  /** The front matter, and what is derived from the file's path. */
  get data(): RubyHash {
    return this.#data;
  }

  /** The file; null before it is read. */
  get source(): Source | null {
    return this.#source;
  }

  get contentStart(): number {
    return this.#contentStart;
  }

  /** The file isn't valid text: `content` is the result of decodeWithBytes. */
  get hasBytes(): boolean {
    return this.#hasBytes;
  }

  /** The source text; after rendering, the converted content without layouts. Null for a YAML file. */
  get content(): string | null {
    return this.site.results.contentOf(this) ?? this.#text;
  }

  /** Replaces the text, for a plugin. */
  setContent(content: string): void {
    this.site.results.noteChange(this, 'content');
    this.site.results.setContent(this, content);
  }

  /** The finished file; null before rendering. */
  get output(): string | null {
    return this.site.results.outputOf(this);
  }

  get isDraft(): boolean {
    const known = this.#data.get('draft');
    if (known !== undefined && known !== null && known !== false) return true;
    return this.collection.label === 'posts' && !this.relativePath.includes(this.collection.relativeDirectory);
  }

  get stem(): string {
    return this.basename.slice(0, this.basename.length - this.extname.length);
  }

  get isYaml(): boolean {
    return this.extname === '.yaml' || this.extname === '.yml';
  }

  get isAsset(): boolean {
    return ['.sass', '.scss', '.coffee'].includes(this.extname);
  }

  get type(): string {
    return this.collection.label;
  }

  /** A front matter value or its default. */
  field(key: string): Value {
    const own = this.#data.get(key);
    if (own === undefined && !this.#takesDefaults) return null;
    return own === undefined ? this.site.defaults.find(this.relativePath, this.type, key) : own;
  }

  /** Sets a front matter value, for a plugin. A new permalink changes the URL. */
  setField(key: string, value: Value): void {
    this.site.results.noteChange(this, key);
    this.#data.set(key, value);
    if (key === 'permalink') this.#url = null;
  }

  /** Takes the excerpt from the content again, after a plugin changed that. */
  renewExcerpt(): void {
    this.setField('excerpt', new DocumentExcerpt(this));
  }

  /**
   * The document's date, or otherwise the build's (for a draft, its file's). The `date` of a YAML file may have any
   * type.
   */
  get date(): RubyTime {
    return this.#takeDate();
  }

  /** Jekyll's Document#date stores the date (`data["date"] ||= …`), and templates see it from then on. */
  #takeDate(): RubyTime {
    const own = this.field('date');
    if (own instanceof RubyTime) return own;
    const time = this.isDraft ? this.#fileTime() : this.site.time;
    if (own === null || own === false) this.#data.set('date', time);
    return time;
  }

  /** Stores a missing date where Jekyll asks whether the document is written. */
  settleDate(): void {
    if (this.collection.isWritten && this.#mayBePublished && !this.site.config.known.future) this.#takeDate();
  }

  #fileTime(): RubyTime {
    const milliseconds = this.site.files.stat(this.file)?.mtime ?? 0;
    return fromEpoch(Math.floor(milliseconds / 1000), 0, this.site.zone);
  }

  /**
   * Reads the file: front matter, defaults, and what is derived from the file name.
   * @param hasBytes the file isn't valid text: `source` is the result of decodeWithBytes, and Jekyll stops reading
   * there
   * @throws BuildError where Jekyll stops (an invalid date), or where it warns and leaves the document without data;
   * `content` is null if the text wasn't reached
   */
  read(source: Source, hasBytes = false): void {
    this.#source = source;
    this.#hasBytes = hasBytes;
    if (this.isYaml) {
      this.#takesDefaults = false;
      const value = loadYaml(source);
      const isEmpty = value === false || value === null;
      if (!isEmpty && !isHash(value)) throw noMapping(source, value, `The YAML in ${source.path}`);
      this.#data = isEmpty ? new Map() : value;
      this.#text = null;
      return;
    }
    const defaults = this.site.defaults.all(this.relativePath, this.type);
    if (defaults.size > 0) this.#merge(defaults, 'front matter defaults');
    if (hasBytes) {
      this.#text = source.text;
      return;
    }
    const { yaml, contentStart } = splitFrontMatter(source.text);
    this.#contentStart = contentStart;
    this.#text = source.text.slice(contentStart);
    if (yaml !== null) {
      const value = loadFrontMatter(source, yaml);
      if (value !== false && value !== null) {
        if (!isHash(value)) {
          throw noMapping(source, value, `Invalid YAML front matter in ${source.path}: it`, firstLineHint(yaml));
        }
        this.#merge(value, 'YAML front matter');
      }
    }
    this.#populateTitle();
    this.#populateCategories();
    this.#merge(new Map([['tags', flatten([pluralized((key) => this.field(key), 'tag', 'tags')])]]), 'tags');
    if (this.excerptSeparator !== '' && !truthy(this.field('excerpt')))
      this.#data.set('excerpt', new DocumentExcerpt(this));
  }

  /** Merges a hash into the data, by Jekyll's rules for categories and dates. */
  #merge(other: RubyHash, source: string): void {
    let merged = other;
    const categories = other.get('categories');
    if (categories !== undefined && categories !== null) {
      const list = typeof categories === 'string' ? split(categories) : categories;
      // Array#| only accepts arrays: otherwise Jekyll reads no front matter at all.
      if (!Array.isArray(list)) throw this.#noCategories(list);
      const own = this.#data.get('categories');
      const known = Array.isArray(own) ? own : [];
      merged = new Map(other).set('categories', unique([...known, ...list]));
    }
    this.#data = deepMerge(this.#data, merged);
    const date = this.#data.get('date');
    if (date !== undefined) this.#data.set('date', this.#parseDate(date, source));
  }

  #noCategories(value: Value): BuildError {
    return new BuildError({
      code: 'categories-no-list',
      message: `The categories of ${this.relativePath} are ${inspect(value)}, neither a string nor a list; its front matter is ignored`,
      span: this.keySpan('categories'),
      path: this.source?.path ?? this.relativePath,
      hint: 'Write `categories: [one, two]`, or put a single one in quotes.',
    });
  }

  /** 3.10 derives the title from the file name, split at the extension. */
  #noName(): BuildError {
    return new BuildError({
      code: 'document-without-extension',
      message: `${this.relativePath} has no file extension, and so no title, slug and excerpt`,
      path: this.source?.path ?? this.relativePath,
      hint: 'Give the file an extension, or a `title:` in its front matter.',
    });
  }

  #parseDate(value: Value, source: string): RubyTime {
    const text = toS(value);
    const time = parseTime(text, this.site.time, this.site.zone);
    if (time !== null) return toLocal(time, this.site.zone);
    throw new BuildError({
      code: 'invalid-date',
      message: `Invalid date '${text}': Document '${this.relativePath}' does not have a valid date in the ${source}.`,
      span: this.keySpan('date'),
      path: this.source?.path ?? this.relativePath,
      hint: 'Write a date as `2020-01-31`, or with a time: `2020-01-31 18:30:00 +0100`.',
    });
  }

  /** The position of a front matter key in the file, or of its default in the configuration. */
  keySpan(key: string): Span | undefined {
    return frontMatterSpan(this.source, key) ?? this.site.defaults.keySpan(this.relativePath, this.type, key);
  }

  #categoriesFromPath(folder: string): void {
    const path = this.relativePath;
    const at = path.indexOf(folder);
    const before = at < 0 ? path : path.slice(0, at);
    const names = before.split('/').filter((name) => name !== '' && name !== folder && name !== this.basename);
    this.#merge(new Map([['categories', names]]), 'file path');
  }

  #populateTitle(): void {
    const dated = this.site.stack.content.datedPath.exec(this.relativePath);
    let slug: string | null = null;
    let extension: string | null = null;
    if (dated !== null) {
      slug = dated[2]!;
      extension = dated[3]!;
      const date = this.field('date');
      if (!truthy(date) || (date instanceof RubyTime && date.seconds === this.site.time.seconds)) {
        this.#merge(new Map([['date', dated[1]!]]), 'filename');
      }
    } else {
      const plain = DATELESS_FILENAME.exec(this.relativePath);
      if (plain !== null) {
        slug = plain[1]!;
        extension = plain[2]!;
      }
    }
    if (this.site.stack.content.trimsTrailingDots) slug = (slug ?? this.stem).replace(/\.+$/, '');
    const orSet = (key: string, value: () => Value): void => {
      if (!truthy(this.field(key))) this.#data.set(key, value());
    };
    orSet('title', () => {
      if (slug === null) throw this.#noName();
      return titleize(slug);
    });
    orSet('slug', () => slug);
    orSet('ext', () => extension);
  }

  #populateCategories(): void {
    const own = this.field('categories');
    const listed = own === null ? [] : Array.isArray(own) ? own : isHash(own) ? [...own] : [own];
    const all = [...listed, ...pluralized((key) => this.field(key), 'category', 'categories')].map(toS);
    this.#merge(new Map([['categories', unique(all)]]), 'categories');
  }

  get excerptSeparator(): string {
    const own = this.field('excerpt_separator');
    return truthy(own) ? toS(own) : this.site.config.known.excerptSeparator;
  }

  get permalink(): string | null {
    return permalinkText(this.field('permalink'), this);
  }

  get outputExtension(): string {
    return permalinkExtension(this.permalink) ?? this.site.outputExtension(this.extname);
  }

  get url(): string {
    this.#url ??= documentUrl(this);
    return this.#url;
  }

  destination(): string {
    const path = sanitizedPath(this.site.destination, unescapePath(this.url));
    if (this.url.endsWith('/')) return joinPath(path, 'index.html');
    const extension = this.outputExtension;
    return path.endsWith(extension) ? path : path + extension;
  }

  get id(): string {
    return joinPath(dirName(this.url), this.slug);
  }

  get slug(): string {
    const slug = this.field('slug');
    return truthy(slug) ? toS(slug) : this.stem;
  }

  get isPublished(): boolean {
    return this.#data.get('published') !== false;
  }

  /** Publisher#publish?: neither `published: false` nor in the future. */
  get isPublishable(): boolean {
    return this.#mayBePublished && !this.isInTheFuture;
  }

  get #mayBePublished(): boolean {
    const published = this.#data.get('published');
    return published === undefined || truthy(published) || this.site.config.known.unpublished;
  }

  get isInTheFuture(): boolean {
    return !this.site.config.known.future && this.date.seconds > this.site.time.seconds;
  }

  get isWritten(): boolean {
    return this.collection.isWritten && this.isPublishable;
  }

  get next(): Document | null {
    return this.site.neighbour(this, 1);
  }

  get previous(): Document | null {
    return this.site.neighbour(this, -1);
  }

  override toLiquid(): Drop {
    this.#drop ??= this.site.drops.of(this);
    return this.#drop;
  }

  /** Document#to_s. */
  override toS(): string {
    return this.output ?? this.content ?? 'NO CONTENT';
  }

  override inspect(): string {
    return `#<Jekyll::Document ${this.relativePath} collection=${this.collection.label}>`;
  }

  /** Document#<=>. */
  override compareTo(other: Value): number | null {
    return other instanceof Document ? compareDocuments(this, other) : null;
  }
}

/** The beginning of a document (Jekyll::Excerpt). */
export class DocumentExcerpt extends Excerpt<Document> {
  readonly className = 'Jekyll::Excerpt';
  #drop: Drop | null = null;

  protected override render(): string {
    return this.document.site.renderExcerpt(this);
  }

  override inspect(): string {
    const { id, site } = this.document;
    return `<${site.stack.excerpts.inspectPrefix}${id}#excerpt>`;
  }

  override toLiquid(): Drop {
    this.#drop ??= this.document.site.drops.of(this);
    return this.#drop;
  }
}

/** Document#<=>: by date, then by path. */
export function compareDocuments(a: Document, b: Document): number {
  const order = compare(a.field('date'), b.field('date'));
  return order === null || order === 0 ? compareStrings(a.file, b.file) : order;
}

const noMapping = (source: Source, value: Value, what: string, hint?: string): BuildError =>
  new BuildError({
    code: 'front-matter-not-a-mapping',
    message: `${what} is ${inspect(value)}, not a mapping`,
    span: { source, start: 0, end: Math.min(3, source.text.length) },
    hint: hint ?? 'Write `key: value` lines; front matter is between two lines of `---`.',
  });

/** Utils.titleize_slug. */
function titleize(slug: string): string {
  return split(slug, '-').map(capitalize).join(' ');
}
