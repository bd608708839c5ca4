// jekyll-titles-from-headings 0.5.3 (github-pages) and 0.5.7 (jekyll-4): a page without a title takes its first heading.

import type { Document } from '../content/document.ts';
import type { Page } from '../content/page.ts';
import { StaticFile } from '../content/static-file.ts';
import type { ExactSite } from '../contract/exact.ts';
import { definePlugin } from '../contract/plugin.ts';
import { strip } from '../ruby/strings.ts';
import { toS } from '../ruby/to-s.ts';
import { documentsToWrite, isDocument, isMarkdown } from './markdown-files.ts';
import { Filters, isSwitchedOff, options } from './values.ts';

// A heading at the document's start: up to three `#` and a title, or an underlined line.
const HEADING = /^[ \t\r\n\f\v]*(?:#{1,3}[ \t\r\n\f\v]+([^\n]*)|([^\n]*)\r?\n[-=]+[ \t\r\n\f\v]*)(?![^\n])/;
const HEADING_WITHOUT_MARKS =
  /^[ \t\r\n\f\v]*(?:#{1,3}[ \t\r\n\f\v]+([^\n]*?)(?:[ \t]+#+)?[ \t]*\r?|([^\n]*)\r?\n[-=]+[ \t\r\n\f\v]*)(?![^\n])/;

export const plugin = definePlugin({
  api: 1,
  name: 'jekyll-titles-from-headings',
  options: {
    section: 'titles_from_headings',
    doc: 'Titles from the first heading of a page.',
    fields: {
      enabled: { type: 'boolean', default: true, doc: 'Give pages without a title one.' },
      strip_title: { type: 'boolean', default: false, doc: 'Remove the heading from the text.' },
      collections: { type: 'boolean', default: false, doc: 'Give documents a title, too.' },
    },
  },
  generators: {
    titles: {
      priority: 'lowest',
      takes: ['pages', 'documents'],
      makes: ['fields', 'text'],
      generate: ({ exact }) => generate(exact),
    },
  },
});

function generate(site: ExactSite): void {
  if (isSwitchedOff(site)) return;
  const own = options(site);
  const heading = site.stack.plugins.titlesFromHeadings.dropsClosingMarks ? HEADING_WITHOUT_MARKS : HEADING;
  const documents = own.get('collections') === true ? documentsToWrite(site) : [];
  for (const item of [...site.pages, ...documents]) {
    if (item instanceof StaticFile || !isMarkdown(site, item.extname)) continue;
    // A document's title may be derived from its file name, so a heading replaces it.
    if (!isDocument(item) && item.field('title') !== null) continue;
    const match = heading.exec(item.content ?? '');
    const title = match === null ? item.field('title') : plainText(site, match[1] ?? match[2] ?? '');
    item.setField('title', title);
    if (stripsTitle(item, own.get('strip_title') === true)) stripTitle(item, heading);
  }
}

/** Without Markdown markup and footnotes; entities and smart quotes stay. */
function plainText(site: ExactSite, heading: string): string {
  const text = toS(
    new Filters(site.templateContext()).chain(heading, 'markdownify', 'strip_html', 'normalize_whitespace'),
  );
  return text.replace(/\[\^[^\]]*\]/g, '');
}

function stripsTitle(item: Page | Document, option: boolean): boolean {
  return item.data.has('strip_title') ? item.data.get('strip_title') === true : option;
}

function stripTitle(item: Page | Document, heading: RegExp): void {
  if (item.content === null) return;
  item.setContent(strip(item.content.replace(heading, '')));
  if (!isDocument(item) || item.excerptSeparator === '') return;
  if (item.site.stack.plugins.titlesFromHeadings.renewsEveryExcerpt || item.collection.label === 'posts') {
    item.renewExcerpt();
  }
}
