// jekyll-readme-index 0.3.0 (github-pages) and 0.5.1 (jekyll-4): a README becomes the index of a folder that has none.

import type { Page } from '../content/page.ts';
import type { StaticFile } from '../content/static-file.ts';
import { dirName, joinPath } from '../files/paths.ts';
import { toS } from '../ruby/to-s.ts';
import { truthy } from '../ruby/truth.ts';
import { type Plugin, PRIORITY } from '../site/plugin.ts';
import { readPage } from '../site/read.ts';
import type { Site } from '../site/site.ts';
import { isSwitchedOff, options } from './values.ts';

type File = Page | StaticFile;

export const plugin: Plugin = {
  name: 'jekyll-readme-index',
  setup(_site, registry) {
    registry.addGenerator({
      name: 'jekyll-readme-index',
      priority: PRIORITY.low,
      takes: ['pages', 'static files'],
      makes: ['pages', 'static files', 'fields'],
      generate,
    });
  },
};

function generate(site: Site): void {
  if (isSwitchedOff(site, 'readme_index')) return;
  const own = options(site, 'readme_index');
  const pattern = readmePattern(site);
  for (const readme of foremost(
    site,
    site.staticFiles.filter((file) => pattern.test(file.relativePath)),
  )) {
    const folder = targetFolder(site, readme);
    if (hasIndex(site, folder)) continue;
    const page = readPage(site, readme.file, readme.dir, readme.name);
    page.data.set('permalink', site.stack.plugins.readmeIndex.choosesAsGitHub ? folder : `${dirName(readme.url)}/`);
    page.resetUrl();
    site.addPages(page);
    if (own.get('remove_originals') === true) site.removeStaticFiles((file) => file === readme);
  }
  if (own.get('with_frontmatter') !== true) return;
  for (const readme of foremost(
    site,
    site.pages.filter((page) => {
      page.checkPath();
      return pattern.test(`/${page.path}`);
    }),
  )) {
    const folder = targetFolder(site, readme);
    if (hasIndex(site, folder)) continue;
    const { url } = readme;
    const kept = site.stack.plugins.readmeIndex.choosesAsGitHub && url.endsWith('/') ? url : folder;
    readme.data.set('permalink', site.stack.plugins.readmeIndex.choosesAsGitHub ? kept : `${dirName(url)}/`);
    readme.resetUrl();
  }
}

function readmePattern(site: Site): RegExp {
  const own = options(site, 'readme_index').get('readme_pattern');
  if (site.stack.plugins.readmeIndex.choosesAsGitHub && truthy(own)) return new RegExp(toS(own), 'im');
  const extensions = site.config.markdownExtensions.map((extension) =>
    extension.replace(/[.+*?^$()[\]{}|\\]/g, '\\$&'),
  );
  return new RegExp(`/readme(?:${extensions.join('|')})$`, 'im');
}

/** 0.5.1 uses one README for each folder; as on GitHub, the root's may be in .github, in the root or in docs. */
function foremost<T extends File>(site: Site, readmes: readonly T[]): readonly T[] {
  if (!site.stack.plugins.readmeIndex.choosesAsGitHub) return readmes;
  const groups = new Map<string, T[]>();
  for (const readme of readmes) {
    const own = dirName(readme.url);
    const folder = own === '/.github' || own === '/docs' ? '/' : own;
    groups.set(folder, [...(groups.get(folder) ?? []), readme]);
  }
  return [...groups.values()].map((group) => group.reduce((best, one) => (rank(one) < rank(best) ? one : best)));
}

const pathOf = (file: File): string => file.relativePath.replace(/^\/?/, '/');

function rank(file: File): number {
  const at = [/^\/\.github\/readme/i, /^\/readme/i, /^\/docs\/readme/i].findIndex((known) => known.test(pathOf(file)));
  return at < 0 ? 3 : at;
}

/** The folder whose index the README would become, with a trailing slash. */
function targetFolder(site: Site, file: File): string {
  if (site.stack.plugins.readmeIndex.choosesAsGitHub && /^\/(?:\.github|docs)\/readme/i.test(pathOf(file))) return '/';
  return joinPath(dirName(file.url), '/');
}

function hasIndex(site: Site, folder: string): boolean {
  const start = folder.toLowerCase();
  return [...site.pages, ...site.staticFiles].some((file) => {
    const url = file.url.toLowerCase();
    return url.startsWith(start) && /^(?:index\.(?:html?|xhtml|xml))?$/.test(url.slice(start.length));
  });
}
