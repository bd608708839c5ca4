// jekyll-mentions 1.6.0: `@name` becomes a link to the profile, and the page is rewritten as libxml2 writes it.

import type { Document } from '../content/document.ts';
import type { Page } from '../content/page.ts';
import type { ExactSite } from '../contract/exact.ts';
import type { PluginPage, PluginSite } from '../contract/facade.ts';
import { definePlugin } from '../contract/plugin.ts';
import { BuildError } from '../diagnostics/diagnostic.ts';
import { escapeText } from '../html4/serialize.ts';
import { className } from '../ruby/class-name.ts';
import { toS } from '../ruby/to-s.ts';
import { isHash, type Value } from '../ruby/values.ts';
import { bodyOf, checkText, filterOutput, isFolderPermalink, isPageOrWritten } from './html-filter.ts';
import { either } from './values.ts';

const IGNORED: ReadonlySet<string> = new Set(['pre', 'code', 'a', 'style', 'script']);
// The name must not be followed by a slash, but by dots and then something else, by a character that can't be in a
// name, or by a line end. Ruby matches the name possessively: the look-ahead prevents backtracking into it.
const MENTION = /(^|\W)@(?=(\w[\w-]*))\2(?!\/)(?=\.+[ \t\W]|\.+(?![^\n])|[^0-9a-zA-Z_.]|(?![^\n]))/gm;
/** Names that are about mentioning, not about a person. */
const NOBODY: ReadonlySet<string> = new Set(['mention', 'mentions', 'mentioned', 'mentioning']);

const post_render = (page: PluginPage, { exact }: PluginSite): void => {
  page.setOutput(mentionify(page.output ?? '', page.exact, exact));
};

export const plugin = definePlugin({
  api: 1,
  name: 'jekyll-mentions',
  options: {
    section: 'jekyll-mentions',
    doc: 'The URL that mentions link to, or a mapping with it.',
    json: ['object', 'string'],
    fields: { base_url: { type: 'string', default: 'https://github.com', doc: 'The URL that mentions link to.' } },
  },
  hooks: {
    site: { after_init: ({ exact }) => exact.loadActiveSupport() },
    pages: { post_render },
    documents: { post_render },
  },
});

function mentionify(output: string, item: Page | Document, site: ExactSite): string {
  // Checked first, as in the gem: this gives a document without a date the build's, which sitemaps and feeds show.
  if (!isPageOrWritten(item)) return output;
  const isHtml = item.outputExtension === '.html' || isFolderPermalink(item);
  if (!isHtml || item.field('jekyll-mentions') === false) return output;
  if (!output.includes('@')) return output;
  checkText(item, site);
  const own = item.data.has('jekyll-mentions') ? item.data.get('jekyll-mentions') : site.section;
  return withLinks(output, baseUrl(own ?? null, site)) ?? output;
}

/** A page with its mentions linked; null if it has none. */
export function withLinks(output: string, base: string): string | null {
  if (bodyOf(output).body.search(MENTION) < 0) return null;
  return filterOutput(output, IGNORED, (text) => {
    if (!text.includes('@')) return null;
    const html = escapeText(text);
    const linked = html.replace(MENTION, (whole, before: string, name: string) => {
      if (NOBODY.has(name.toLowerCase())) return whole;
      return `${before}<a href='${base}${/[/~]$/.test(base) ? '' : '/'}${name}' class='user-mention'>@${name}</a>`;
    });
    return linked === html ? null : linked;
  });
}

/** The base URL of profiles. */
function baseUrl(own: Value, { env, config, sectionName }: ExactSite): string {
  const { SSL, GITHUB_HOSTNAME } = env;
  const isElsewhere = SSL !== undefined && SSL !== '' && GITHUB_HOSTNAME !== undefined && GITHUB_HOSTNAME !== '';
  const github = isElsewhere
    ? `${SSL === 'true' ? 'https' : 'http'}://${GITHUB_HOSTNAME.replace(/\/$/, '')}`
    : 'https://github.com';
  if (own === null) return github;
  if (typeof own === 'string') return own;
  if (isHash(own)) return own.has('base_url') ? toS(either(own.get('base_url')!, '/')) : github;
  throw new BuildError({
    code: 'mentions-config',
    message: `Your jekyll-mentions config has to either be a string or a hash. It's a ${className(own)} right now.`,
    ...config.locate(sectionName),
    hint: 'Write `jekyll-mentions: https://github.com`.',
  });
}
