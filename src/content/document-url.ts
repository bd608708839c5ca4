// The URL of a document, from its permalink or its collection's (Jekyll::Drops::UrlDrop of 3.10.0 and 4.4.1).

import { BuildError, type Source, type Span } from '../diagnostics/diagnostic.ts';
import { inspect } from '../ruby/inspect.ts';
import { strftime } from '../ruby/strftime.ts';
import { toS } from '../ruby/to-s.ts';
import type { RubyTime, Value } from '../ruby/values.ts';
import { emptySlug, slugify } from '../text/slugify.ts';
import type { CollectionSettings } from './collection-settings.ts';
import { unique } from './lists.ts';
import { urlFromDocument } from './permalink.ts';
import type { SiteContext } from './site-context.ts';

/** What a URL is made of. */
interface Addressed {
  readonly site: SiteContext;
  readonly collection: CollectionSettings;
  readonly source: Source | null;
  readonly relativePath: string;
  readonly extname: string;
  readonly stem: string;
  readonly permalink: string | null;
  readonly outputExtension: string;
  readonly date: RubyTime;
  field(key: string): Value;
  keySpan(key: string): Span | undefined;
}

/** @throws BuildError for an unknown placeholder, or a value that a URL can't contain */
export const documentUrl = (document: Addressed): string =>
  urlFromDocument(
    document.permalink ?? document.collection.urlTemplate,
    (name) => placeholder(document, name),
    shownPath(document),
  );

function placeholder(document: Addressed, name: string): string | null | undefined {
  const { datePlaceholders, slugifiesCategories } = document.site.stack.content;
  const pattern = Object.hasOwn(datePlaceholders, name) ? datePlaceholders[name] : undefined;
  if (pattern !== undefined) return strftime(document.date, pattern);
  switch (name) {
    case 'collection':
      return document.collection.label;
    case 'path':
      return pathInCollection(document);
    case 'output_ext':
      return document.outputExtension;
    case 'name':
      return slugOf(document, document.stem, 'default', false);
    case 'title':
      return slugOf(document, ownSlug(document) ?? document.stem, 'pretty', true);
    case 'slug':
      return slugOf(document, ownSlug(document) ?? document.stem, 'default', false);
    case 'categories':
      return unique(categoryNames(document).map((category) => category.toLowerCase())).join('/');
    case 'slugified_categories':
      if (!slugifiesCategories) return undefined;
      return unique(categoryNames(document).map((category) => slugOf(document, category, 'default', false))).join('/');
    default:
      return undefined;
  }
}

/** The path in the collection's folder without the extension, with a leading slash. */
function pathInCollection({ site, collection, relativePath, extname }: Addressed): string {
  const stem = relativePath.slice(0, relativePath.length - extname.length);
  const path = stem.replace(collection.relativeDirectory, '');
  return site.stack.content.trimsTrailingDots ? path.replace(/\.+$/, '') : path;
}

function ownSlug(document: Addressed): string | null {
  const value = document.field('slug');
  if (value === null || typeof value === 'string') return value;
  throw new BuildError({
    code: 'slug-no-text',
    message: `The slug of ${document.relativePath} is ${inspect(value)}, not a string`,
    span: document.keySpan('slug'),
    path: shownPath(document),
    hint: 'Put it in quotes.',
  });
}

function slugOf(document: Addressed, text: string, mode: 'default' | 'pretty', cased: boolean): string {
  const { stack, report } = document.site;
  const result = slugify(text, mode, cased, stack.slugs);
  const empty = emptySlug(result, text, mode, stack.slugs);
  if (empty !== null) report({ ...empty, path: shownPath(document) });
  return result;
}

function categoryNames(document: Addressed): string[] {
  const value = document.field('categories');
  return value === null ? [] : Array.isArray(value) ? value.map(toS) : [toS(value)];
}

/** For messages. */
const shownPath = ({ source, relativePath }: Addressed): string => source?.path ?? relativePath;
