// Reading a page (Jekyll::PageReader of 3.10.0 and 4.4.1).

import { hasFrontMatter, splitFrontMatter } from '../content/front-matter.ts';
import { Page } from '../content/page.ts';
import { BuildError } from '../diagnostics/diagnostic.ts';
import { toS } from '../ruby/to-s.ts';
import { frontMatter, readTextOrBytes, WITHOUT_FRONT_MATTER } from './read-text.ts';
import type { Site } from './site.ts';

/** A file without front matter is copied. */
export const isPage = (site: Site, path: string): boolean => hasFrontMatter(site.files.head(path, 256));

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
