// jekyll-relative-links 0.6.1 (github-pages) and 0.9.1 (jekyll-4): links to Markdown files become links to their pages.

import type { Document } from '../content/document.ts';
import { Excerpt } from '../content/excerpt.ts';
import type { Page } from '../content/page.ts';
import { StaticFile } from '../content/static-file.ts';
import { BuildError } from '../diagnostics/diagnostic.ts';
import { dirName } from '../files/paths.ts';
import { expandWrittenPath, PathError } from '../files/written-path.ts';
import type { Context } from '../liquid/runtime/context.ts';
import { toS } from '../ruby/to-s.ts';
import { truthy } from '../ruby/truth.ts';
import type { Value } from '../ruby/values.ts';
import { EntryFilter } from '../site/entry-filter.ts';
import { type Plugin, PRIORITY } from '../site/plugin.ts';
import type { Site } from '../site/site.ts';
import { isAbsoluteUri, relativeUrl, unescapePath } from '../text/uri.ts';
import { documentsToWrite, isDocument, isMarkdown } from './markdown-files.ts';
import { isSwitchedOff, listOption, options, read } from './values.ts';

// Inline links and reference definitions, even inside code. In Ruby, `.` and `$` treat only \n as a line end.
const S = '[ \\t\\r\\n\\f\\v]';
const [LINK, LINK_WITH_TITLE] = [
  links('([^\\n]*?)', '(#[^\\n]+?)?()'),
  links(
    '((?:!\\[[^\\]]*\\](?:\\([^)]*\\))?|(?!\\]\\()[^\\n])*?)',
    `(#[^\\n]+?|)?(${S}+"(?:\\\\"|[^"])*(?<!\\\\)"|${S}+"(?:\\\\'|[^'])*(?<!\\\\)')?`,
  ),
];

function links(text: string, end: string): RegExp {
  const inline = `\\[${text}\\]\\(([^)]+?)${end}\\)`;
  const reference = `(?<![^\\n])${S}*?\\[${text}\\]: ([^\\n]+?)${end}${S}*?(?![^\\n])`;
  return new RegExp(`${inline}|${reference}`, 'g');
}

const MARKDOWN_LINK_IN_HTML =
  /<a[ \t\r\n\f\v]+([^>]*?[ \t\r\n\f\v]+)?href="([^"]+\.md)(#[^"]*)?"[ \t\r\n\f\v]*([^>]*)>/g;

export const plugin: Plugin = {
  name: 'jekyll-relative-links',
  setup(site, registry) {
    const links = new Links(site);
    if (site.stack.plugins.relativeLinks.changesHtml) {
      site.liquid.filters.set('rellinks', {
        arity: [0, 0],
        apply: (input, _args, context) => links.filter(input, context),
      });
    }
    if (!links.isEnabled) return;
    const generate = (): void => links.generate();
    // The hooks of 0.9.1 ignore `relative_links: false`.
    if (!isSwitchedOff(site, 'relative_links')) {
      registry.addGenerator({
        name: 'jekyll-relative-links',
        priority: PRIORITY.lowest,
        takes: ['pages', 'documents', 'static files'],
        makes: ['text', 'fields'],
        generate,
      });
    }
    if (!site.stack.plugins.relativeLinks.changesHtml) return;
    site.hooks.onSite('pre_render', () => links.forget());
    for (const owner of ['pages', 'documents']) {
      site.hooks.onOutput(owner, (output, item) => links.mendOutput(output, item));
    }
  },
};

/** 0.9.1 regenerates the excerpt even if the author set one, unless that is a string. */
const isNoText = (excerpt: Value | undefined): boolean => truthy(excerpt) && typeof excerpt !== 'string';

class Links {
  readonly #site: Site;
  readonly #exclude: Value;
  readonly #collections: boolean;
  readonly isEnabled: boolean;
  #targets: Map<string, Page | Document | StaticFile> | null = null;

  constructor(site: Site) {
    const own = options(site, 'relative_links');
    this.#site = site;
    this.#exclude = own.get('exclude') ?? null;
    this.#collections = own.get('collections') === true;
    this.isEnabled = own.get('enabled') !== false;
  }

  forget(): void {
    this.#targets = null;
  }

  generate(): void {
    const documents = this.#collections ? documentsToWrite(this.#site) : [];
    for (const item of [...this.#site.pages, ...documents]) {
      if (item instanceof StaticFile || !this.#concerns(item) || item.content === null) continue;
      const content = this.#mend(item.content, item.relativePath);
      if (content !== item.content) this.#site.results.setContent(item, content);
      if (
        this.#site.stack.plugins.relativeLinks.renewsExcerpts &&
        isDocument(item) &&
        isNoText(item.data.get('excerpt'))
      ) {
        item.data.set('excerpt', new Excerpt(item));
      }
    }
  }

  /** 0.9.1 also fixes links that come from includes and layouts. */
  mendOutput(output: string, item: Page | Document): string {
    if (isDocument(item) && !this.#collections) return output;
    return this.#concerns(item) && output !== '' ? this.#mendHtml(output, item.relativePath) : output;
  }

  filter(input: Value, context: Context): Value {
    if (typeof input !== 'string' || input === '') return input;
    const { page } = context.registers;
    return this.#mendHtml(input, page === null ? null : toS(read(page, 'path')));
  }

  #concerns(item: Page | Document): boolean {
    if (!isMarkdown(this.#site, item.extname)) return false;
    const exclude = listOption(this.#exclude, 'relative_links: exclude', this.#site).map(toS);
    return exclude.length === 0 || !new EntryFilter(this.#site).matches(exclude, item.relativePath);
  }

  #mend(content: string, from: string): string {
    if (!content.includes('](') && !content.includes(']: ')) return content;
    return content.replace(
      this.#site.stack.plugins.relativeLinks.readsWholeLinks ? LINK_WITH_TITLE : LINK,
      (whole, ...found: (string | undefined)[]) => {
        const inline = found[0] !== undefined;
        const [text, path, fragment, title] = inline ? found.slice(0, 4) : found.slice(4, 8);
        if (path!.startsWith('#') || isAbsolute(path!)) return whole;
        const url = this.#urlFor(path!, from);
        if (url === null) return whole;
        const target = `${url}${fragment ?? ''}${title ?? ''}`;
        return inline ? `[${text}](${target})` : `\n[${text}]: ${target}`;
      },
    );
  }

  #mendHtml(html: string, from: string | null): string {
    checkValid(html, from);
    return html.replace(MARKDOWN_LINK_IN_HTML, (whole, before, path: string, fragment, after) => {
      if (isAbsolute(path)) return whole;
      const url = this.#urlFor(path, from);
      if (url === null) return whole;
      const parts = [before, `href="${url}${fragment ?? ''}"`, after].map((part) => (part ?? '').trim());
      return `<a ${parts.filter((part) => part !== '').join(' ')}>`;
    });
  }

  /** The URL of the file that a path points to; null if there is no such file. `from` is the file with the link. */
  #urlFor(path: string, from: string | null): string | null {
    const full = this.#expand(path, from);
    const target = full?.startsWith(`${ROOT}/`) ? this.#targetAt(full.slice(ROOT.length + 1)) : undefined;
    const { config } = this.#site;
    const baseurl = (config.raw.baseurl ?? null) === null ? null : config.known.baseurl;
    return target === undefined ? null : relativeUrl(target.url, baseurl);
  }

  #expand(path: string, from: string | null): string | null {
    const { readsWholeLinks } = this.#site.stack.plugins.relativeLinks;
    const plain = readsWholeLinks ? unescapePath(path.replaceAll('+', ' ')) : path;
    // 0.6.1 resolves a path with a leading slash relative to the page's folder.
    const base = from === null || (readsWholeLinks && plain.startsWith('/')) ? '' : dirName(from);
    try {
      return expandWrittenPath(plain.replace(/^\//, ''), base, ROOT);
    } catch (error) {
      if (!(error instanceof PathError)) throw error;
      throw new BuildError({
        code: 'relative-links-path',
        message: `jekyll-relative-links can't follow the link ${path}: ${error.message}`,
        ...(from === null ? {} : { path: from }),
        hint: '`~name` is the home folder of the user `name`: write `./~name` for a file of that name.',
      });
    }
  }

  #targetAt(path: string): Page | Document | StaticFile | undefined {
    if (this.#targets === null) {
      this.#targets = new Map();
      for (const item of [...this.#site.pages, ...this.#site.staticFiles, ...documentsToWrite(this.#site)]) {
        const key = item.relativePath.replace(/^\//, '');
        if (!this.#targets.has(key)) this.#targets.set(key, item);
      }
    }
    return this.#targets.get(path);
  }
}

/** A stand-in for the site's root folder; no real path can have this name. */
const ROOT = '/\0';

/** Ruby can't search for links in a string that isn't valid UTF-8. */
function checkValid(html: string, from: string | null): void {
  if (html.isWellFormed()) return;
  throw new BuildError({
    code: 'output-not-utf-8',
    message: `jekyll-relative-links can't read the output${from === null ? '' : ` of ${from}`}: it is not valid UTF-8`,
    ...(from === null ? {} : { path: from }),
    hint: 'Remove invalid character references, such as `&#xD800;`.',
  });
}

function isAbsolute(path: string): boolean {
  try {
    return isAbsoluteUri(path);
  } catch {
    return false;
  }
}
