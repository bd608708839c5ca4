// Compiles the stylesheets of a site, each once.

import type { Document } from '../../content/document.ts';
import { Page } from '../../content/page.ts';
import { dirName, sanitizedPath } from '../../files/paths.ts';
import type { Item } from '../converter.ts';
import {
  type OpenSass,
  type SassEngine,
  type SassRequest,
  type SassResult,
  SheetTooSlow,
  type Syntax,
  type Warn,
} from './engine.ts';
import { type Sheet, sassError, sassWarning } from './failure.ts';
import type { SassRequests, SassSite } from './requests.ts';
import { printSourceMap } from './source-map.ts';

export class Stylesheets {
  readonly #site: SassSite;
  readonly #requests: SassRequests;
  readonly #compilers: OpenSass;
  #engine: SassEngine | null = null;
  readonly #started = new Map<Page | Document, { readonly text: string; readonly css: Promise<string> }>();
  readonly #sheets = new Map<SassRequest, Sheet>();
  readonly #maps = new Map<Page, Promise<string>>();
  /** Cache of `compileSync`: a layout's head requests the same on every page. */
  readonly #compiled = new Map<string, string>();

  constructor(site: SassSite, requests: SassRequests, compilers: OpenSass) {
    this.#site = site;
    this.#requests = requests;
    this.#compilers = compilers;
  }

  /** Loads the compiler; required before `start`. */
  async load(): Promise<void> {
    this.#engine = await this.#compilers.load();
  }

  /** For filters, and for documents and excerpts, which are rendered synchronously. @throws BuildError */
  compileSync(text: string, syntax: Syntax, item: Item | null): string {
    const key = `${syntax} ${text}`;
    const known = this.#compiled.get(key);
    if (known !== undefined) return known;
    const request = this.#requests.of(text, syntax, null);
    const sheet: Sheet = { text, url: undefined, item };
    try {
      const result = this.#compilers.compileSync(request, this.#warnOf(sheet));
      this.#site.debug?.(
        'sass',
        `a string of ${text.length} characters was compiled by ${result.compiler}, for a filter`,
      );
      const css = this.#requests.css(result, request, null);
      this.#compiled.set(key, css);
      return css;
    } catch (error) {
      throw sassError(error, sheet, this.#site);
    }
  }

  /** The CSS of a page or document; compiles it again only if its text has changed. */
  start(text: string, syntax: Syntax, item: Page | Document): Promise<string> {
    const known = this.#started.get(item);
    if (known?.text === text) return known.css;
    const css = this.#compile(text, syntax, item);
    this.#started.set(item, { text, css });
    return css;
  }

  /** The source map of a page that was started; undefined if it gets none. */
  sourceMap(page: Page): Promise<string> | undefined {
    return this.#maps.get(page);
  }

  #compile(text: string, syntax: Syntax, item: Page | Document): Promise<string> {
    const page = item instanceof Page ? item : null;
    const request = this.#requests.of(text, syntax, page);
    const sheet: Sheet = { text, url: request.url, item };
    this.#sheets.set(request, sheet);
    const result = this.#engine!.compile(request, this.#warnOf(sheet)).catch((error: unknown) => {
      const slow = error instanceof SheetTooSlow ? this.#sheets.get(error.request) : undefined;
      throw sassError(error, slow ?? sheet, this.#site);
    });
    if (page !== null && request.sourceMap) this.#maps.set(page, silent(this.#printMap(result, request, page)));
    return silent(
      result.then((done) => {
        this.#site.debug?.('sass', `${item.relativePath} was compiled by ${done.compiler}`);
        return this.#requests.css(done, request, page);
      }),
    );
  }

  async #printMap(result: Promise<SassResult>, { loadPaths }: SassRequest, page: Page): Promise<string> {
    const { source, theme } = this.#site;
    const folder = sanitizedPath(source, dirName(page.relativePath));
    const { sourceMap } = await result;
    return printSourceMap(sourceMap!, folder, `${page.basename}.css`, { source, theme, loadPaths });
  }

  #warnOf(sheet: Sheet): Warn {
    return (message, at) => this.#site.report(sassWarning(message, at, sheet, this.#site));
  }
}

/** A failure is reported where the promise is awaited, which may be much later. */
function silent<T>(promise: Promise<T>): Promise<T> {
  promise.catch(() => {});
  return promise;
}
