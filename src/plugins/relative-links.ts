// jekyll-relative-links 0.6.1 (github-pages) and 0.9.1 (jekyll-4): links to Markdown files become links to their pages.

import type { Document } from '../content/document.ts';
import type { Page } from '../content/page.ts';
import { StaticFile } from '../content/static-file.ts';
import type { ExactSite } from '../contract/exact.ts';
import type { PluginPage } from '../contract/facade.ts';
import type { PluginParts } from '../contract/parts.ts';
import { definePlugin } from '../contract/plugin.ts';
import { BuildError } from '../diagnostics/diagnostic.ts';
import { dirName } from '../files/paths.ts';
import { expandWrittenPath, PathError } from '../files/written-path.ts';
import type { Context } from '../liquid/runtime/context.ts';
import { toS } from '../ruby/to-s.ts';
import { truthy } from '../ruby/truth.ts';
import type { Value } from '../ruby/values.ts';
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

export const plugin = definePlugin({
  api: 1,
  name: 'jekyll-relative-links',
  options: {
    section: 'relative_links',
    doc: 'Links to Markdown files.',
    fields: {
      enabled: { type: 'boolean', default: true, doc: 'Turn them into links to the pages of these files.' },
      collections: { type: 'boolean', default: false, doc: 'Also in documents.' },
      exclude: { type: 'list', doc: 'Files whose links stay unchanged.' },
    },
  },
  perBuild: ({ exact }) => partsFor(exact),
});

function partsFor(site: ExactSite): PluginParts {
  const { changesHtml } = site.stack.plugins.relativeLinks;
  const links = new Links(site);
  const filters: PluginParts['filters'] = changesHtml
    ? {
        rellinks: { exact: { arity: [0, 0], apply: (input, _args, context) => links.filter(input, context) } },
      }
    : {};
  if (!links.isEnabled) return { filters };
  const generators: PluginParts['generators'] = {
    links: {
      priority: 'lowest',
      takes: ['pages', 'documents', 'static files'],
      makes: ['text', 'fields'],
      generate: () => links.generate(),
    },
  };
  const post_render = (page: PluginPage): void => {
    page.setOutput(links.mendOutput(page.output ?? '', page.exact));
  };
  const hooks: PluginParts['hooks'] = changesHtml
    ? { site: { pre_render: () => links.forget() }, pages: { post_render }, documents: { post_render } }
    : {};
  // The hooks of 0.9.1 ignore `relative_links: false`.
  return { filters, hooks, generators: isSwitchedOff(site) ? {} : generators };
}

/** 0.9.1 regenerates the excerpt even if the author set one, unless that is a string. */
const isNoText = (excerpt: Value | undefined): boolean => truthy(excerpt) && typeof excerpt !== 'string';

class Links {
  readonly #site: ExactSite;
  readonly #exclude: Value;
  readonly #collections: boolean;
  readonly isEnabled: boolean;
  #targets: Map<string, Page | Document | StaticFile> | null = null;

  constructor(site: ExactSite) {
    const own = options(site);
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
      if (content !== item.content) item.setContent(content);
      if (
        this.#site.stack.plugins.relativeLinks.renewsExcerpts &&
        isDocument(item) &&
        isNoText(item.data.get('excerpt'))
      ) {
        item.renewExcerpt();
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
    const exclude = listOption(this.#exclude, 'relative_links: exclude', this.#site.config).map(toS);
    return exclude.length === 0 || !this.#site.matches(exclude, item.relativePath);
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
