// A site's settings for Sass as requests to a compiler, and its answers as the CSS that the gem writes.

import type { Page } from '../../content/page.ts';
import type { SiteContext } from '../../content/site-context.ts';
import type { Debug } from '../../diagnostics/debug.ts';
import { ContainedFiles } from '../../files/contained.ts';
import type { Glob } from '../../files/glob.ts';
import { sanitizedPath } from '../../files/paths.ts';
import type { SassRequest, SassResult, Syntax } from './engine.ts';
import { loadPaths, readSettings, type SassSettings } from './settings.ts';
import { encodePath, fileUrl } from './source-map.ts';

/** What Sass needs from a site. */
export interface SassSite extends Pick<SiteContext, 'stack' | 'config' | 'source' | 'files' | 'report'> {
  readonly environment: string;
  readonly safe: boolean;
  readonly debug: Debug;
  readonly theme: { readonly name: string; readonly root: string; folder(name: string): string | null } | null;
}

export class SassRequests {
  readonly #site: SassSite;
  readonly #glob: Glob;
  readonly #isDart: boolean;
  readonly #settings: SassSettings;
  readonly #readable: readonly string[] | null;
  #folders: readonly string[] | null = null;

  constructor(site: SassSite, glob: Glob) {
    this.#site = site;
    this.#glob = glob;
    this.#isDart = site.stack.sass.compiler === 'dart';
    this.#settings = readSettings(site.config.known.sass, this.#isDart, site.environment);
    this.#readable = site.files instanceof ContainedFiles ? site.files.folders : null;
  }

  /**
   * @param page the page that the stylesheet is; null for anything else, which has no source map
   * @throws BuildError if an option has a type that the gem rejects
   */
  of(text: string, syntax: Syntax, page: Page | null): SassRequest {
    this.#checkOptions(page);
    const { style, rubyStyle, sourceMap, quietDeps, verbose, ...deprecations } = this.#settings;
    const readable = this.#readable === null ? {} : { readable: this.#readable };
    const common = { text, syntax, style, loadPaths: this.#loadPaths(), ...readable };
    // Ruby Sass starts a compressed stylesheet that isn't ASCII with a byte order mark, which the gem removes.
    if (!this.#isDart) return { ...common, rubyStyle, charset: style === 'expanded', sourceMap: false };
    const { fatalDeprecations, futureDeprecations, silenceDeprecations } = deprecations;
    const options = { quietDeps, verbose, fatalDeprecations, futureDeprecations, silenceDeprecations };
    if (page === null) return { ...common, ...options, charset: false, sourceMap: false };
    const url = fileUrl(sanitizedPath(this.#site.source, page.relativePath));
    return { ...common, ...options, charset: true, sourceMap, url };
  }

  css({ css }: SassResult, { sourceMap }: SassRequest, page: Page | null): string {
    const { addCharset, style } = this.#settings;
    if (!this.#isDart) {
      if (css === '') return '';
      const charset = addCharset && style === 'compressed' && !isAscii(css);
      return `${charset ? '@charset "UTF-8";' : ''}${css}\n`;
    }
    if (!sourceMap || page === null) return css;
    const gap = style === 'compressed' ? '' : '\n\n';
    return `${css}${gap}/*# sourceMappingURL=${encodePath(`${page.basename}.css.map`)} */`;
  }

  #checkOptions(page: Page | null): void {
    const { check } = this.#site.config;
    check.sass();
    check.sass('load_paths');
    if (this.#isDart && page !== null) check.sass('sourcemap');
  }

  #loadPaths(): readonly string[] {
    const { config, source, files, safe, theme } = this.#site;
    const themeFolder = theme?.folder('_sass') ?? null;
    this.#folders ??= loadPaths(config.known.sass, { source, files, safe, themeFolder, glob: this.#glob });
    return this.#folders;
  }
}

const isAscii = (text: string): boolean => !/[^\0-\x7f]/.test(text);
