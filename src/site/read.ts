// Reading a site: layouts, folders, collections, the theme's assets, data (Jekyll::Reader of 3.10.0 and 4.4.1).

import { Collection } from '../content/collection.ts';
import { compareDocuments, type Document } from '../content/document.ts';
import type { Page } from '../content/page.ts';
import { StaticFile } from '../content/static-file.ts';
import { isFile, isFolder, WalkedFolder } from '../files/kinds.ts';
import { baseName, dirName, joinPath, relativeTo, sanitizedPath } from '../files/paths.ts';
import { mergeSort } from '../ruby/merge-sort.ts';
import { compareStrings } from '../ruby/values.ts';
import { readData } from './data.ts';
import { EntryFilter } from './entry-filter.ts';
import { readCollection, readPosts } from './read-documents.ts';
import { readLayouts } from './read-layouts.ts';
import { isPage, readPage } from './read-page.ts';
import type { Site } from './site.ts';
import { walk } from './walk.ts';

export function readSite(site: Site): void {
  new EntryFilter(site).checkInclude();
  for (const [name, layout] of readLayouts(site)) site.addLayout(name, layout);
  const found = readFolder(site, '', WalkedFolder.start(site.files, site.source));
  if (site.stack.reading.readsIncludedFiles) readIncludedFiles(site);
  const posts = mergeSort(found, compareDocuments);
  site.arrangePages((pages) => mergeSort(pages, (a, b) => compareStrings(a.name, b.name)));
  site.arrangeStaticFiles((files) => mergeSort(files, (a, b) => compareStrings(a.relativePath, b.relativePath)));
  const collections = new Map(site.collections);
  for (const [name, { label, settings }] of site.collections) {
    if (label !== 'posts' && label !== 'data') collections.set(name, readCollection(site, settings));
  }
  readThemeAssets(site);
  site.setData(readData(site));
  const limit = site.config.limitPosts;
  collections.set('posts', new Collection(site.posts.settings, limit > 0 ? posts.slice(-limit) : posts));
  site.setCollections(collections);
  site.hooks.triggerSite('post_read');
}

/** Adds the pages and static files of a folder and those below it to the site; returns the posts. */
function readFolder(site: Site, dir: string, walked: WalkedFolder): Document[] {
  const base = joinPath(site.source, dir).replace(/\/$/, '');
  const entries = new EntryFilter(site, dir).filter(site.files.list(base));
  const folders = entries.filter((name) => isFolder(site.files, joinPath(base, name)));
  const files = entries.filter((name) => !folders.includes(name));
  const posts = readPosts(site, dir);
  for (const name of folders) {
    const path = joinPath(base, name);
    if (path === site.destination) continue;
    for (const post of readFolder(site, joinPath(dir, name), walked.enter(name, path))) posts.push(post);
  }
  const pages = files.filter((name) => isPage(site, joinPath(base, name)));
  for (const name of pages) addPage(site, dir, name);
  for (const name of files) if (!pages.includes(name)) addStaticFile(site, dir, name);
  return posts;
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
