// jekyll-optional-front-matter 0.3.2 (github-pages) and 0.3.4 (jekyll-4): Markdown files without front matter become
// pages.

import { Page } from '../content/page.ts';
import type { StaticFile } from '../content/static-file.ts';
import type { ExactSite } from '../contract/exact.ts';
import { definePlugin } from '../contract/plugin.ts';
import { BuildError, type Diagnostic } from '../diagnostics/diagnostic.ts';
import { isFile } from '../files/kinds.ts';
import { baseName, joinPath } from '../files/paths.ts';
import { compareStrings } from '../ruby/values.ts';
import { isMarkdown } from './markdown-files.ts';
import { isSwitchedOff, options } from './values.ts';

/** Files for visitors of the repository; `include` turns one into a page. */
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

export const plugin = definePlugin({
  api: 1,
  name: 'jekyll-optional-front-matter',
  options: {
    section: 'optional_front_matter',
    doc: 'Markdown files without front matter.',
    fields: {
      enabled: { type: 'boolean', default: true, doc: 'Turn them into pages.' },
      remove_originals: { type: 'boolean', default: false, doc: "Don't copy the files themselves." },
    },
  },
  generators: {
    pages: {
      takes: ['static files'],
      makes: ['pages', 'static files'],
      generate: ({ exact }) => generate(exact),
    },
  },
});

function generate(site: ExactSite): void {
  if (isSwitchedOff(site) || site.config.known.requireFrontMatter) return;
  const own = options(site);
  const isLeftAlone = (file: StaticFile): boolean => {
    const relative = file.relativePath.replace(/^\//, '');
    const included = [relative, baseName(relative)].some((path) => site.matches(site.include, path));
    return !included && LEFT_ALONE.has(file.basename.toUpperCase());
  };
  const files = site.staticFiles.filter((file) => isMarkdown(site, file.extname) && !isLeftAlone(file));
  site.addPages(...files.map((file) => pageOf(site, file)));
  if (site.stack.plugins.optionalFrontMatter.sortsPages)
    site.arrangePages((pages) => [...pages].sort((a, b) => compareStrings(a.name, b.name)));
  if (own.get('remove_originals') === true) site.removeStaticFiles((file) => files.includes(file));
}

function pageOf(site: ExactSite, file: StaticFile): Page {
  const { dir, name, collection } = file;
  // The gem looks for a collection's file next to the folder `collections_dir`, not inside it.
  const path = collection === null ? file.file : joinPath(site.source, dir, name);
  if (collection === null || isFile(site.files, path)) return site.readPage(path, dir, name);
  const lost: Diagnostic = {
    code: 'optional-front-matter-lost',
    severity: 'warning',
    message: `The page of ${file.relativePath} is empty: jekyll-optional-front-matter can't read files in collections_dir`,
    path: file.relativePath,
    hint: 'Add front matter to the file: two lines of `---` at its start.',
  };
  if (site.config.known.strictFrontMatter) throw new BuildError(lost);
  site.report(lost);
  return new Page({ site: site.context, dir, name });
}
