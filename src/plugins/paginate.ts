// jekyll-paginate 1.1.0: splits the posts of index.html into pages, with `paginator`.

import type { Document } from '../content/document.ts';
import { compareDocuments } from '../content/document.ts';
import { Page } from '../content/page.ts';
import type { ExactSite } from '../contract/exact.ts';
import { definePlugin } from '../contract/plugin.ts';
import { BuildError, type Diagnostic } from '../diagnostics/diagnostic.ts';
import { isFile } from '../files/kinds.ts';
import { dirName, joinPath } from '../files/paths.ts';
import { expandWrittenPath, PathError } from '../files/written-path.ts';
import { toI } from '../ruby/integer.ts';
import { mergeSort } from '../ruby/merge-sort.ts';
import { toS } from '../ruby/to-s.ts';
import { truthy } from '../ruby/truth.ts';
import { isHash, RubyDate, RubySymbol, type Value } from '../ruby/values.ts';
import { textOption } from './values.ts';

export const plugin = definePlugin({
  api: 1,
  name: 'jekyll-paginate',
  generators: {
    pages: {
      priority: 'lowest',
      takes: ['pages', 'documents'],
      makes: ['pages', 'fields'],
      generate: ({ exact }) => generate(exact),
    },
  },
});

function generate(site: ExactSite): void {
  const wanted = site.config.raw.paginate ?? null;
  if (wanted === null || site.pages.length === 0) return;
  const template = templatePage(site);
  if (template === null) {
    site.report({
      code: 'paginate-no-template',
      severity: 'warning',
      message:
        "Pagination is enabled, but I couldn't find an index.html page to use as the pagination template. Skipping pagination.",
      path: '_config.yml',
      hint: `The template is an index.html (not .md) with front matter, in the folder of paginate_path (${site.config.known.paginatePath}) or above it.`,
    });
    return;
  }
  // Ruby's Date has no to_i.
  const perPage = wanted instanceof RubyDate ? 0 : Number(toI(toS(wanted)));
  const posts = mergeSort(site.posts.docs, (a, b) => compareDocuments(b, a)).filter(
    (post) => !truthy(post.field('hidden')),
  );
  // A negative number makes no pages and no error.
  if (perPage === 0) {
    throw new BuildError({
      code: 'paginate-number',
      message: `paginate: ${toS(wanted)} is not a number of posts per page`,
      ...site.config.place.paginate(),
      hint: 'Write `paginate: 10`, or remove the key.',
    });
  }
  const total = Math.ceil(posts.length / perPage);
  for (let number = 1; number <= total; number++) {
    const page = number === 1 ? template : nextPage(site, template, pagePath(site, template, number)!);
    page.setPager(pager(site, template, posts, perPage, number, total));
    if (number > 1) site.addPages(page);
  }
}

/** index.html in the folder of paginate_path or above; the one with the longest path wins. */
function templatePage(site: ExactSite): Page | null {
  const written = site.config.raw.paginatePath ?? null;
  const text = hasFirst(written) ? toS(written) : pathText(site);
  const folder = folderOf(text, site, () => ({
    message: `paginate_path: ${text}`,
    ...site.config.place.paginatePath(),
  }));
  const candidates = site.pages.filter((page) => {
    if (!hasFirst(page.ownPath)) page.checkPath();
    const own = folderOf(page.path, site, () => ({
      message: `The path of ${page.relativePath} is ${page.path}`,
      path: page.relativePath,
      span: page.keySpan('path'),
    }));
    if (page.name !== 'index.html') return false;
    if (own === folder) return own !== null;
    if (own === null || folder === null || own === '/') return false;
    return folder.startsWith(`${own}/`) && own.startsWith(site.source);
  });
  return candidates.sort((a, b) => b.path.length - a.path.length)[0] ?? null;
}

/** The folder of a path relative to the source; null if it is outside the site. */
function folderOf(path: string, site: ExactSite, what: () => Omit<Diagnostic, 'code' | 'severity'>): string | null {
  try {
    const full = expandWrittenPath(withoutSlash(path), site.source, '/');
    return full === null ? null : dirName(full);
  } catch (error) {
    if (!(error instanceof PathError)) throw error;
    const { message, ...place } = what();
    throw new BuildError({
      code: 'paginate-path',
      message: `${message}: ${error.message}`,
      ...place,
      hint: "Write a path from the site's root. `~name` would be the home folder of the user `name`.",
    });
  }
}

/** Values that respond to `[0]` or `first` in Ruby, which checks for a leading slash. */
const hasFirst = (value: Value): boolean =>
  ['string', 'number', 'bigint'].includes(typeof value) ||
  Array.isArray(value) ||
  isHash(value) ||
  value instanceof RubySymbol;

const pathText = (site: ExactSite): string =>
  textOption(site.config.raw.paginatePath ?? null, 'paginate_path', site.config);

const withoutSlash = (path: string): string => path.replace(/^\//, '');

/** The template, read again from its file, at another URL. */
function nextPage(site: ExactSite, template: Page, dir: string): Page {
  const moved = joinPath(template.urlDir, template.name).replace(/^\//, '');
  const path = joinPath(site.source, moved);
  const kept = site.stack.plugins.paginate.keepsPath ? moved : undefined;
  if (isFile(site.files, path)) return site.readPage(path, dir, template.name, kept);
  site.report({
    code: 'paginate-template-moved',
    severity: 'warning',
    message: `The pagination template ${template.relativePath} has a permalink, so the pages after the first are empty`,
    path: template.relativePath,
    hint: 'Remove the permalink, and move index.html to the folder where the list should appear.',
  });
  return new Page({
    site: site.context,
    dir,
    name: template.name,
    ...(kept === undefined ? {} : { relativePath: kept }),
  });
}

function pagePath(site: ExactSite, template: Page, number: number | null): string | null {
  if (number === null) return null;
  if (number <= 1) return template.url;
  const path = pathText(site).replace(':num', String(number));
  return path.startsWith('/') ? path : `/${path}`;
}

function pager(
  site: ExactSite,
  template: Page,
  posts: readonly Document[],
  perPage: number,
  number: number,
  total: number,
): Value {
  const previous = number === 1 ? null : number - 1;
  const next = number === total ? null : number + 1;
  return new Map<Value, Value>([
    ['page', number],
    ['per_page', perPage],
    ['posts', posts.slice((number - 1) * perPage, number * perPage)],
    ['total_posts', posts.length],
    ['total_pages', total],
    ['previous_page', previous],
    ['previous_page_path', pagePath(site, template, previous)],
    ['next_page', next],
    ['next_page_path', pagePath(site, template, next)],
  ]);
}
