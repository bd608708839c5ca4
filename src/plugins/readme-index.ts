// jekyll-readme-index 0.3.0 (github-pages) and 0.5.1 (jekyll-4): a README becomes the index of a folder that has none.

import type { Page } from '../content/page.ts';
import type { StaticFile } from '../content/static-file.ts';
import type { ExactSite } from '../contract/exact.ts';
import { definePlugin } from '../contract/plugin.ts';
import { dirName, joinPath } from '../files/paths.ts';
import { toS } from '../ruby/to-s.ts';
import { truthy } from '../ruby/truth.ts';
import { isSwitchedOff, options } from './values.ts';

type File = Page | StaticFile;

export const plugin = definePlugin({
  api: 1,
  name: 'jekyll-readme-index',
  options: {
    section: 'readme_index',
    doc: 'Which READMEs become the index of their folder.',
    fields: {
      enabled: { type: 'boolean', default: true, doc: 'Use READMEs without front matter.' },
      with_frontmatter: { type: 'boolean', default: false, doc: 'Use READMEs with front matter, too.' },
      remove_originals: { type: 'boolean', default: false, doc: "Don't copy the files themselves." },
      readme_pattern: { type: 'string', doc: 'A regular expression for their paths (Jekyll 4).' },
    },
  },
  generators: {
    indexes: {
      priority: 'low',
      takes: ['pages', 'static files'],
      makes: ['pages', 'static files', 'fields'],
      generate: ({ exact }) => generate(exact),
    },
  },
});

function generate(site: ExactSite): void {
  if (isSwitchedOff(site)) return;
  const own = options(site);
  const pattern = readmePattern(site);
  for (const readme of foremost(
    site,
    site.staticFiles.filter((file) => pattern.test(file.relativePath)),
  )) {
    const folder = targetFolder(site, readme);
    if (hasIndex(site, folder)) continue;
    const page = site.readPage(readme.file, readme.dir, readme.name);
    page.setField('permalink', site.stack.plugins.readmeIndex.choosesAsGitHub ? folder : `${dirName(readme.url)}/`);
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
    readme.setField('permalink', site.stack.plugins.readmeIndex.choosesAsGitHub ? kept : `${dirName(url)}/`);
  }
}

function readmePattern(site: ExactSite): RegExp {
  const own = options(site).get('readme_pattern');
  if (site.stack.plugins.readmeIndex.choosesAsGitHub && truthy(own)) return new RegExp(toS(own), 'im');
  const extensions = site.config.markdownExtensions.map((extension) =>
    extension.replace(/[.+*?^$()[\]{}|\\]/g, '\\$&'),
  );
  return new RegExp(`/readme(?:${extensions.join('|')})$`, 'im');
}

/** 0.5.1 uses one README for each folder; as on GitHub, the root's may be in .github, in the root or in docs. */
function foremost<T extends File>(site: ExactSite, readmes: readonly T[]): readonly T[] {
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
function targetFolder(site: ExactSite, file: File): string {
  if (site.stack.plugins.readmeIndex.choosesAsGitHub && /^\/(?:\.github|docs)\/readme/i.test(pathOf(file))) return '/';
  return joinPath(dirName(file.url), '/');
}

function hasIndex(site: ExactSite, folder: string): boolean {
  const start = folder.toLowerCase();
  return [...site.pages, ...site.staticFiles].some((file) => {
    const url = file.url.toLowerCase();
    return url.startsWith(start) && /^(?:index\.(?:html?|xhtml|xml))?$/.test(url.slice(start.length));
  });
}
