// Reading posts, drafts and the documents of collections (Jekyll::PostReader and Jekyll::Collection#read of 3.10.0 and
// 4.4.1).

import { Collection } from '../content/collection.ts';
import type { CollectionSettings } from '../content/collection-settings.ts';
import { compareDocuments, DATELESS_FILENAME, Document } from '../content/document.ts';
import { StaticFile } from '../content/static-file.ts';
import { BuildError } from '../diagnostics/diagnostic.ts';
import { isFolder } from '../files/kinds.ts';
import { baseName, dirName, joinPath, sanitizedPath } from '../files/paths.ts';
import { compare } from '../ruby/compare.ts';
import { mergeSort } from '../ruby/merge-sort.ts';
import { toS } from '../ruby/to-s.ts';
import { EntryFilter } from './entry-filter.ts';
import { isPage } from './read-page.ts';
import { readSource } from './read-source.ts';
import { isSyntaxError, readTextOrBytes, reportUnlessStrict } from './read-text.ts';
import type { Site } from './site.ts';
import { walk } from './walk.ts';

/** The posts and drafts directly below a folder. */
export function readPosts(site: Site, dir: string): Document[] {
  const root = site.config.collectionsDir;
  if (root !== '' && !dir.startsWith(`/${root}`)) return [];
  const posts = readPostsIn(site, dir, '_posts', site.stack.content.datedPath);
  return site.config.known.showDrafts ? [...posts, ...readPostsIn(site, dir, '_drafts', DATELESS_FILENAME)] : posts;
}

function readPostsIn(site: Site, dir: string, folder: '_posts' | '_drafts', name: RegExp): Document[] {
  const base = joinPath(site.source, dir, folder);
  if (!isFolder(site.files, base)) return [];
  const posts: Document[] = [];
  const filter = new EntryFilter(site, joinPath(dir, folder));
  for (const entry of filter.filter(walk(site, base, false))) {
    const path = joinPath(base, entry);
    if (isFolder(site.files, path) || !name.test(entry)) continue;
    const post = new Document(site, site.posts.settings, path);
    if (!readDocument(site, post)) continue;
    if (post.isPublishable) posts.push(post);
    else if (post.isInTheFuture) {
      site.report({
        code: 'future-post',
        severity: site.stack.reading.futurePosts,
        message: `Skipping: ${post.relativePath} has a future date`,
        path: post.source?.path ?? post.relativePath,
        span: post.keySpan('date'),
        hint: 'Build with --future, or set `future: true` in _config.yml, to publish it now.',
      });
    }
  }
  return posts;
}

/** Reads a document; false if it isn't valid text (a post is then skipped). */
function readDocument(site: Site, document: Document): boolean {
  const { keepsUnreadable } = site.stack.reading;
  site.hooks.triggerItem('post_init', document);
  const { source, hasBytes } = readTextOrBytes(site, document.file);
  if (hasBytes && document.collection.label === 'posts') return false;
  if (hasBytes && document.isYaml) readSource(site, document.file);
  try {
    document.read(source, hasBytes);
  } catch (error) {
    if (document.isYaml || (error instanceof BuildError && error.diagnostic.code === 'invalid-date')) throw error;
    if (document.content === null && keepsUnreadable && document.collection.label === 'posts') throw error;
    reportUnlessStrict(
      site,
      error,
      `${isSyntaxError(error) ? 'YAML Exception reading' : 'could not read file'} ${source.path}`,
    );
  }
  return document.content !== null || keepsUnreadable;
}

export function readCollection(site: Site, settings: CollectionSettings): Collection {
  const { directory, relativeDirectory } = settings;
  if (!isFolder(site.files, directory)) return new Collection(settings);
  const filter = new EntryFilter(site, relativeDirectory);
  const entries = filter.filter(walk(site, directory, true));
  if (entries.length > 0) site.config.check.collectionsDir();
  const documents: Document[] = [];
  const files: StaticFile[] = [];
  for (const entry of entries) {
    const path = joinPath(directory, entry);
    if (isFolder(site.files, path)) continue;
    if (isPage(site, path)) {
      const document = new Document(site, settings, path);
      readDocument(site, document);
      if (site.config.known.unpublished || document.isPublished) documents.push(document);
    } else {
      const dir = sanitizedPath(relativeDirectory, dirName(entry)).replace(/\/\.$/, '');
      files.push(new StaticFile(site, path, dir, baseName(entry), settings));
    }
  }
  const sorted = mergeSort(documents, compareDocuments);
  if (!site.stack.reading.sortsCollections) return new Collection(settings, sorted, files);
  site.addStaticFiles(...files);
  return new Collection(settings, arranged(site, settings, sorted), files);
}

/** Applies a collection's `order:` and `sort_by:`. */
function arranged(site: Site, settings: CollectionSettings, documents: Document[]): Document[] {
  const order = settings.metadata.get('order');
  const key = settings.metadata.get('sort_by');
  if (Array.isArray(order)) {
    const byPath = new Map(documents.map((doc) => [doc.relativePath, doc]));
    const listed = order.map((entry) => joinPath(settings.relativeDirectory, toS(entry)));
    const first = new Set(listed.flatMap((path) => byPath.get(path) ?? []));
    return [...first, ...documents.filter((doc) => !first.has(doc))];
  }
  return typeof key === 'string' ? sortedBy(key, site, documents) : documents;
}

function sortedBy(key: string, site: Site, documents: Document[]): Document[] {
  const warned = new Set<Document>();
  const missing = (doc: Document): void => {
    if (warned.has(doc)) return;
    warned.add(doc);
    const path = doc.source?.path ?? doc.relativePath;
    site.report({
      code: 'sort-by-missing',
      severity: 'warning',
      message: `'${key}' not defined in ${doc.relativePath}`,
      path,
      hint: `The collection is sorted by it (\`sort_by\` in _config.yml): set \`${key}:\` in the front matter.`,
    });
  };
  return mergeSort(documents, (a, b) => {
    const x = a.field(key);
    const y = b.field(key);
    if (x === null && y !== null) missing(a);
    if (x !== null && y === null) missing(b);
    const known = x === null && y !== null ? 1 : x !== null && y === null ? -1 : compare(x, y);
    return known === null || known === 0 ? compareDocuments(a, b) : known;
  });
}
