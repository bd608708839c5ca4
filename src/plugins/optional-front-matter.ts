// jekyll-optional-front-matter 0.3.2 (github-pages) and 0.3.4 (jekyll-4): Markdown files without front matter are pages.

import type { StaticFile } from '../content/static-file.ts';
import { baseName } from '../files/paths.ts';
import { compareStrings } from '../ruby/values.ts';
import { EntryFilter } from '../site/entry-filter.ts';
import { type Plugin, PRIORITY } from '../site/plugin.ts';
import { readPage } from '../site/read.ts';
import type { Site } from '../site/site.ts';
import { isMarkdown } from './markdown-files.ts';
import { isSwitchedOff, options } from './values.ts';

/** Files that speak to visitors of the repository; `include` makes a page of one. */
const LEFT_ALONE: ReadonlySet<string> = new Set([
  'README',
  'LICENSE',
  'LICENCE',
  'COPYING',
  'CODE_OF_CONDUCT',
  'CONTRIBUTING',
  'ISSUE_TEMPLATE',
  'PULL_REQUEST_TEMPLATE',
]);

export const plugin: Plugin = {
  name: 'jekyll-optional-front-matter',
  setup(_site, registry) {
    registry.addGenerator({ name: 'jekyll-optional-front-matter', priority: PRIORITY.normal, generate });
  },
};

function generate(site: Site): void {
  if (isSwitchedOff(site, 'optional_front_matter') || site.config.flag('require_front_matter')) return;
  const own = options(site, 'optional_front_matter');
  const filter = new EntryFilter(site);
  const isLeftAlone = (file: StaticFile): boolean => {
    const relative = file.relativePath.replace(/^\//, '');
    const included = [relative, baseName(relative)].some((path) => filter.matches(site.include, path));
    return !included && LEFT_ALONE.has(file.basename.toUpperCase());
  };
  const files = site.staticFiles.filter((file) => isMarkdown(site, file.extname) && !isLeftAlone(file));
  site.pages.push(...files.map((file) => readPage(site, file.file, file.dir, file.name)));
  if (site.stack.plugins.optionalFrontMatter.sortsPages) site.pages.sort((a, b) => compareStrings(a.name, b.name));
  if (own.get('remove_originals') === true) site.staticFiles = site.staticFiles.filter((file) => !files.includes(file));
}
