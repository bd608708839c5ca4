// Reading a site: layouts, folders, collections, the theme's assets, data (Jekyll::Reader of 3.10.0 and 4.4.1).

import type { Collection } from '../content/collection.ts';
import { compareDocuments, DATELESS_FILENAME, Document } from '../content/document.ts';
import { firstLineHint, hasFrontMatter, loadFrontMatter, splitFrontMatter } from '../content/front-matter.ts';
import type { Layout } from '../content/layout.ts';
import { Page } from '../content/page.ts';
import { StaticFile } from '../content/static-file.ts';
import { BuildError, type Source } from '../diagnostics/diagnostic.ts';
import { isFile, isFolder, WalkedFolder } from '../files/kinds.ts';
import { baseName, dirName, joinPath, relativeTo, sanitizedPath } from '../files/paths.ts';
import { compare } from '../ruby/compare.ts';
import { mergeSort } from '../ruby/merge-sort.ts';
import { toS } from '../ruby/to-s.ts';
import { compareStrings, isHash, type RubyHash, type Value } from '../ruby/values.ts';
import { decodeWithBytes } from '../text/decode.ts';
import { readData } from './data.ts';
import { EntryFilter } from './entry-filter.ts';
import { readSource } from './read-source.ts';
import type { Site } from './site.ts';

export function readSite(site: Site): void {
  new EntryFilter(site).checkInclude();
  for (const [name, layout] of readLayouts(site)) site.addLayout(name, layout);
  readFolder(site, '', WalkedFolder.start(site.files, site.source));
  if (site.stack.reading.readsIncludedFiles) readIncludedFiles(site);
  for (const collection of site.collections.values()) collection.docs = mergeSort(collection.docs, compareDocuments);
  site.arrangePages((pages) => mergeSort(pages, (a, b) => compareStrings(a.name, b.name)));
  site.arrangeStaticFiles((files) => mergeSort(files, (a, b) => compareStrings(a.relativePath, b.relativePath)));
  for (const collection of site.collections.values()) {
    if (collection.label !== 'posts' && collection.label !== 'data') readCollection(site, collection);
  }
  readThemeAssets(site);
  site.setData(readData(site));
  const limit = site.config.limitPosts;
  if (limit > 0) site.posts.docs = site.posts.docs.slice(-limit);
  site.hooks.triggerSite('post_read');
}

const WITHOUT_FRONT_MATTER = { yaml: null, contentStart: 0 };

const isPage = (site: Site, path: string): boolean => hasFrontMatter(site.files.head(path, 256));

function readFolder(site: Site, dir: string, walked: WalkedFolder): void {
  const base = joinPath(site.source, dir).replace(/\/$/, '');
  const entries = new EntryFilter(site, dir).filter(site.files.list(base));
  const folders = entries.filter((name) => isFolder(site.files, joinPath(base, name)));
  const files = entries.filter((name) => !folders.includes(name));
  readPosts(site, dir);
  for (const name of folders) {
    const path = joinPath(base, name);
    if (path !== site.destination) readFolder(site, joinPath(dir, name), walked.enter(name, path));
  }
  const pages = files.filter((name) => isPage(site, joinPath(base, name)));
  for (const name of pages) addPage(site, dir, name);
  for (const name of files) if (!pages.includes(name)) addStaticFile(site, dir, name);
}

function addPage(site: Site, dir: string, name: string): void {
  const page = readPage(site, joinPath(site.source, dir, name), dir, name);
  if (isPublishable(site, page)) site.addPages(page);
}

const addStaticFile = (site: Site, dir: string, name: string): void => {
  site.addStaticFiles(new StaticFile(site, joinPath(site.source, dir, name), dir, name));
};

/** Publisher#publish? for a page, which has no date. */
function isPublishable(site: Site, page: Page): boolean {
  const published = page.data.get('published');
  return published === undefined || (published !== null && published !== false) || site.config.known.unpublished;
}

/**
 * Reads a page. An error in its YAML is a warning (with `strict_front_matter` an error); the page is kept without its
 * data.
 * @throws BuildError if the front matter isn't a mapping or the permalink is empty
 */
export function readPage(site: Site, path: string, dir: string, name: string, relativePath?: string): Page {
  const { source, hasBytes } = readTextOrBytes(site, path);
  const { yaml, contentStart } = hasBytes ? WITHOUT_FRONT_MATTER : splitFrontMatter(source.text);
  const data = yaml === null ? new Map() : frontMatter(site, source, yaml);
  const page = new Page({
    site,
    dir,
    name,
    data,
    source,
    contentStart,
    file: path,
    content: source.text.slice(contentStart),
    hasBytes,
    ...(relativePath === undefined ? {} : { relativePath }),
  });
  const permalink = data.get('permalink');
  if (permalink !== undefined && permalink !== null && permalink !== false && toS(permalink) === '') {
    throw new BuildError({
      code: 'permalink-empty',
      message: `Invalid permalink in ${source.path}`,
      span: { source, start: 0, end: 3 },
      hint: 'Write a path such as `permalink: /about/`, or remove the key.',
    });
  }
  if (site.stack.content.hasPageExcerpts && site.config.known.pageExcerpts) page.generateExcerpt();
  site.hooks.triggerItem('post_init', page);
  return page;
}

/** Jekyll reads no front matter in a file that isn't valid text; whether it can be rendered is decided later. */
function readTextOrBytes(site: Site, path: string, shown?: string): { source: Source; hasBytes: boolean } {
  try {
    return { source: readSource(site, path, shown), hasBytes: false };
  } catch (error) {
    const { diagnostic } = error instanceof BuildError ? error : { diagnostic: undefined };
    if (diagnostic?.code !== 'not-utf-8') throw error;
    const source = { path: diagnostic.span!.source.path, text: decodeWithBytes(site.files.read(path)) };
    reportUnlessStrict(site, error, `Error reading file ${source.path}`);
    return { source, hasBytes: true };
  }
}

function frontMatter(site: Site, source: Source, yaml: string): RubyHash {
  let value: Value | false;
  try {
    value = loadFrontMatter(source, yaml);
  } catch (error) {
    reportUnlessStrict(
      site,
      error,
      `${isSyntaxError(error) ? 'YAML Exception reading' : 'Error reading file'} ${source.path}`,
    );
    return new Map();
  }
  if (value === false || value === null) return new Map();
  if (isHash(value)) return value;
  throw new BuildError({
    code: 'front-matter-not-a-mapping',
    message: `Invalid YAML front matter in ${source.path}`,
    span: { source, start: 0, end: 3 },
    hint: firstLineHint(yaml) ?? 'Write front matter as `key: value` lines between two lines of `---`.',
  });
}

/** Psych::SyntaxError, which Jekyll reports differently from other exceptions in loading YAML. */
const isSyntaxError = (error: unknown): boolean =>
  error instanceof BuildError && error.diagnostic.code === 'yaml-syntax';

/** Turns an error that Jekyll reports and survives into a warning, unless `strict_front_matter` is set. */
function reportUnlessStrict(site: Site, error: unknown, context: string): void {
  if (!(error instanceof BuildError) || site.config.known.strictFrontMatter) throw error;
  const { diagnostic } = error;
  site.report({ ...diagnostic, severity: 'warning', message: `${context}: ${diagnostic.message}` });
}

// Posts and drafts

function readPosts(site: Site, dir: string): void {
  const root = site.config.collectionsDir;
  if (root !== '' && !dir.startsWith(`/${root}`)) return;
  readPostsIn(site, dir, '_posts', site.stack.content.datedPath);
  if (site.config.known.showDrafts) readPostsIn(site, dir, '_drafts', DATELESS_FILENAME);
}

function readPostsIn(site: Site, dir: string, folder: '_posts' | '_drafts', name: RegExp): void {
  const base = joinPath(site.source, dir, folder);
  if (!isFolder(site.files, base)) return;
  const filter = new EntryFilter(site, joinPath(dir, folder));
  for (const entry of filter.filter(walk(site, base, false))) {
    const path = joinPath(base, entry);
    if (isFolder(site.files, path) || !name.test(entry)) continue;
    const post = new Document(site, site.posts, path);
    if (!readDocument(site, post)) continue;
    if (post.isPublishable) site.posts.docs.push(post);
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

/** The result of Dir.glob for `**` and a file name pattern: folders before their contents, in byte order. */
function walk(site: Site, base: string, dotFiles: boolean, prefix = ''): string[] {
  const found: string[] = [];
  for (const name of site.files.list(joinPath(base, prefix))) {
    if (!dotFiles && name.startsWith('.')) continue;
    const entry = prefix === '' ? name : `${prefix}/${name}`;
    found.push(entry);
    const path = joinPath(base, entry);
    // Dir.glob's `**` skips hidden folders (unless requested) and doesn't follow links.
    if (site.files.stat(path)?.kind === 'directory' && !site.files.isLink(path))
      found.push(...walk(site, base, dotFiles, entry));
  }
  return found;
}

// Collections

function readCollection(site: Site, collection: Collection): void {
  const { directory } = collection;
  if (!isFolder(site.files, directory)) return;
  const filter = new EntryFilter(site, collection.relativeDirectory);
  const entries = filter.filter(walk(site, directory, true));
  if (entries.length > 0) site.config.check.collectionsDir();
  for (const entry of entries) {
    const path = joinPath(directory, entry);
    if (isFolder(site.files, path)) continue;
    if (isPage(site, path)) {
      const document = new Document(site, collection, path);
      readDocument(site, document);
      if (site.config.known.unpublished || document.isPublished) collection.docs.push(document);
    } else {
      const dir = sanitizedPath(collection.relativeDirectory, dirName(entry)).replace(/\/\.$/, '');
      collection.files.push(new StaticFile(site, path, dir, baseName(entry), collection));
    }
  }
  if (site.stack.reading.sortsCollections) {
    site.addStaticFiles(...collection.files);
    sortCollection(site, collection);
  } else {
    collection.docs = mergeSort(collection.docs, compareDocuments);
  }
}

/** Applies a collection's `order:` and `sort_by:`. */
function sortCollection(site: Site, collection: Collection): void {
  const order = collection.metadata.get('order');
  const key = collection.metadata.get('sort_by');
  collection.docs = mergeSort(collection.docs, compareDocuments);
  if (Array.isArray(order)) {
    const byPath = new Map(collection.docs.map((doc) => [doc.relativePath, doc]));
    const listed = order.map((entry) => joinPath(collection.relativeDirectory, toS(entry)));
    const first = new Set(listed.flatMap((path) => byPath.get(path) ?? []));
    collection.docs = [...first, ...collection.docs.filter((doc) => !first.has(doc))];
  } else if (typeof key === 'string') {
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
    collection.docs = mergeSort(collection.docs, (a, b) => {
      const x = a.field(key);
      const y = b.field(key);
      if (x === null && y !== null) missing(a);
      if (x !== null && y === null) missing(b);
      const known = x === null && y !== null ? 1 : x !== null && y === null ? -1 : compare(x, y);
      return known === null || known === 0 ? compareDocuments(a, b) : known;
    });
  }
}

// Layouts

function readLayouts(site: Site): Map<string, Layout> {
  const layouts = new Map<string, Layout>();
  const own = sanitizedPath(site.source, site.config.known.layoutsDir);
  for (const entry of layoutFiles(site, own)) layouts.set(layoutName(entry), readLayout(site, own, entry, site.source));
  const themed = site.theme?.folder('_layouts');
  if (themed) {
    for (const entry of layoutFiles(site, themed)) {
      const name = layoutName(entry);
      if (!layouts.has(name)) layouts.set(name, readLayout(site, themed, entry, site.theme!.root));
    }
  }
  return layouts;
}

const layoutName = (entry: string): string => entry.split('.').slice(0, -1).join('.');

function layoutFiles(site: Site, folder: string): string[] {
  const names = walk(site, folder, false).filter((entry) => baseName(entry).includes('.'));
  return new EntryFilter(site, '', folder)
    .filter(names)
    .filter((entry) => !isFolder(site.files, joinPath(folder, entry)));
}

function readLayout(site: Site, folder: string, entry: string, root: string): Layout {
  const file = joinPath(folder, entry);
  const shown = file.startsWith(`${site.source}/`) ? relativeTo(site.source, file) : relativeTo(dirName(root), file);
  const { source, hasBytes } = readTextOrBytes(site, file, shown);
  const { yaml, contentStart } = hasBytes ? WITHOUT_FRONT_MATTER : splitFrontMatter(source.text);
  const data = yaml === null ? new Map() : frontMatter(site, source, yaml);
  const content = source.text.slice(contentStart);
  return {
    name: layoutName(entry),
    relativePath: file.slice(root.length),
    file,
    data,
    content,
    source,
    contentStart,
    hasBytes,
  };
}

// The theme's assets, and files that `include` names

function readThemeAssets(site: Site): void {
  const folder = site.theme?.folder('assets');
  if (!folder) return;
  const { root } = site.theme!;
  for (const entry of walk(site, folder, true)) {
    const path = joinPath(folder, entry);
    if (isFolder(site.files, path) || site.files.isLink(path)) continue;
    const dir = dirName(relativeTo(root, path));
    const name = baseName(path);
    if (isPage(site, path)) {
      const page = readPage(site, path, dir, name);
      if (!site.pages.some((other) => other.relativePath === page.relativePath)) site.addPages(page);
    } else {
      const file = new StaticFile(site, path, `/${dir}`, name);
      if (!site.staticFiles.some((other) => other.relativePath === file.relativePath)) site.addStaticFiles(file);
    }
  }
}

/** 4.x reads a file that `include` names in any folder. */
function readIncludedFiles(site: Site): void {
  for (const entry of site.include) {
    const path = sanitizedPath(site.source, entry);
    if (!isFile(site.files, path)) continue;
    const relative = relativeTo(site.source, path);
    const dir = relative.includes('/') ? `/${dirName(relative)}` : '';
    const name = baseName(path);
    if (isPage(site, path)) {
      if (!site.pages.some((page) => page.relativePath === relative)) addPage(site, dir, name);
    } else if (!site.staticFiles.some((file) => file.relativePath.replace(/^\//, '') === relative)) {
      addStaticFile(site, dir, name);
    }
  }
}
