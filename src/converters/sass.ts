// Compiles Sass stylesheets like jekyll-sass-converter: 1.5.2 on github-pages, 3.1.0 on jekyll-4.
//
// Rendering is synchronous but the compiler isn't. So compilation starts before the first page is rendered; rendering a
// stylesheet only stores the promise of its CSS; the renderer awaits all of them at the end.

import type { Document } from '../content/document.ts';
import type { Excerpt } from '../content/excerpt.ts';
import { Page } from '../content/page.ts';
import type { SiteContext } from '../content/site-context.ts';
import { ContainedFiles } from '../files/contained.ts';
import { loadGlob } from '../files/glob.ts';
import { dirName, sanitizedPath } from '../files/paths.ts';
import type { Converter } from './converter.ts';
import {
  type OpenSass,
  type SassEngine,
  type SassRequest,
  type SassResult,
  SheetTooSlow,
  type Syntax,
  type Warn,
} from './sass/engine.ts';
import { type Sheet, sassError, sassWarning } from './sass/failure.ts';
import { loadPaths, needsGlob, readSettings } from './sass/settings.ts';
import { encodePath, fileUrl, printSourceMap, SourceMapPage } from './sass/source-map.ts';

/** What Sass needs from a site. */
export interface SassSite extends Pick<SiteContext, 'stack' | 'config' | 'source' | 'files' | 'report'> {
  readonly environment: string;
  readonly safe: boolean;
  readonly theme: { readonly name: string; readonly root: string; folder(name: string): string | null } | null;
}

export interface Sass {
  readonly converters: readonly Converter[];
  /** Loads the compiler if one of the items is a stylesheet. Must be called once before they are rendered. */
  prepare(items: Iterable<{ readonly extname: string }>): Promise<void>;
  /** Compiles CSS for a filter. */
  sassify(text: string, syntax: Syntax): string;
}

const EXTENSIONS: readonly (readonly [Syntax, RegExp])[] = [
  ['scss', /^\.scss$/i],
  ['sass', /^\.sass$/i],
];

export async function createSass(site: SassSite, compilers: OpenSass): Promise<Sass> {
  const section = site.config.known.sass;
  const isDart = site.stack.sass.compiler === 'dart';
  const settings = readSettings(section, isDart, site.environment);
  const started = new Map<Page | Document, { readonly text: string; readonly css: Promise<string> }>();
  let engine: SassEngine | null = null;
  const glob = needsGlob(section) ? await loadGlob(site.files) : () => [];
  let folders: readonly string[] | null = null;
  const loadPathsOf = (): readonly string[] => {
    const { source, files, safe, theme } = site;
    folders ??= loadPaths(section, { source, files, safe, themeFolder: theme?.folder('_sass') ?? null, glob });
    return folders;
  };

  const readable = site.files instanceof ContainedFiles ? site.files.folders : null;

  const warnOf =
    (sheet: Sheet): Warn =>
    (message, at) =>
      site.report(sassWarning(message, at, sheet, site));

  const requestFor = (text: string, syntax: Syntax, item: Page | null): SassRequest => {
    const { check } = site.config;
    check.sass();
    check.sass('load_paths');
    if (isDart && item !== null) check.sass('sourcemap');
    const { style, rubyStyle, sourceMap, quietDeps, verbose, ...deprecations } = settings;
    const common = { text, syntax, style, loadPaths: loadPathsOf(), ...(readable === null ? {} : { readable }) };
    // Ruby Sass starts a compressed stylesheet that isn't ASCII with a byte order mark, which the gem removes.
    if (!isDart) return { ...common, rubyStyle, charset: style === 'expanded', sourceMap: false };
    const { fatalDeprecations, futureDeprecations, silenceDeprecations } = deprecations;
    const options = { quietDeps, verbose, fatalDeprecations, futureDeprecations, silenceDeprecations };
    if (item === null) return { ...common, ...options, charset: false, sourceMap: false };
    const url = fileUrl(sanitizedPath(site.source, item.relativePath));
    return { ...common, ...options, charset: true, sourceMap, url };
  };

  const finished = ({ css }: SassResult, request: SassRequest, item: Page | null): string => {
    if (!isDart) {
      if (css === '') return '';
      const charset = settings.addCharset && settings.style === 'compressed' && !isAscii(css);
      return `${charset ? '@charset "UTF-8";' : ''}${css}\n`;
    }
    if (!request.sourceMap || item === null) return css;
    const gap = settings.style === 'compressed' ? '' : '\n\n';
    return `${css}${gap}/*# sourceMappingURL=${encodePath(`${item.basename}.css.map`)} */`;
  };

  /** Cache of filter results: a layout's head requests the same on every page. */
  const asked = new Map<string, string>();
  const compileSync = (text: string, syntax: Syntax, item: Document | Excerpt | null): string => {
    const key = `${syntax} ${text}`;
    const known = asked.get(key);
    if (known !== undefined) return known;
    const request = requestFor(text, syntax, null);
    const sheet: Sheet = { text, url: undefined, item };
    try {
      const css = finished(compilers.compileSync(request, warnOf(sheet)), request, null);
      asked.set(key, css);
      return css;
    } catch (error) {
      throw sassError(error, sheet, site);
    }
  };

  const sheets = new Map<SassRequest, Sheet>();
  const maps = new Map<Page, Promise<string>>();
  const compile = (text: string, syntax: Syntax, item: Page | Document): Promise<string> => {
    const page = item instanceof Page ? item : null;
    const request = requestFor(text, syntax, page);
    const sheet: Sheet = { text, url: request.url, item };
    sheets.set(request, sheet);
    const result = engine!.compile(request, warnOf(sheet)).catch((error: unknown) => {
      const slow = error instanceof SheetTooSlow ? sheets.get(error.request) : undefined;
      throw sassError(error, slow ?? sheet, site);
    });
    if (page !== null && request.sourceMap) {
      const folder = sanitizedPath(site.source, dirName(page.relativePath));
      const places = { source: site.source, theme: site.theme, loadPaths: request.loadPaths };
      maps.set(
        page,
        silent(result.then((done) => printSourceMap(done.sourceMap!, folder, `${page.basename}.css`, places))),
      );
    }
    return silent(result.then((done) => finished(done, request, page)));
  };

  const start = (text: string, syntax: Syntax, item: Page | Document): Promise<string> => {
    const known = started.get(item);
    if (known?.text === text) return known.css;
    const css = compile(text, syntax, item);
    started.set(item, { text, css });
    return css;
  };

  const converters = EXTENSIONS.map(
    ([syntax, extension]): Converter => ({
      name: syntax,
      priority: -10,
      matches: (ext) => extension.test(ext),
      outputExtension: () => '.css',
      convert: (content, item) => compileSync(content, syntax, item instanceof Page ? null : item),
      start: (content, item) => void start(content, syntax, item),
      convertLater(content, item, add) {
        const css = start(content, syntax, item);
        const map = item instanceof Page ? maps.get(item) : undefined;
        if (map !== undefined) add(new SourceMapPage(item as Page, map));
        return css;
      },
    }),
  );

  return {
    converters: isDart ? [...converters, sourceMaps] : converters,
    async prepare(items) {
      const isSheet = ({ extname }: { readonly extname: string }): boolean =>
        EXTENSIONS.some(([, extension]) => extension.test(extname));
      if ([...items].some(isSheet)) engine = await compilers.load();
    },
    sassify: (text, syntax) => compileSync(text, syntax, null),
  };
}

/** Fills in the content of source map pages. */
const sourceMaps: Converter = {
  name: 'source-map',
  priority: -90,
  matches: (extension) => extension === '.map',
  outputExtension: (extension) => extension,
  convert: (content) => content,
  convertLater: async (content, item) => (item instanceof SourceMapPage ? item.map : content),
};

const isAscii = (text: string): boolean => !/[^\0-\x7f]/.test(text);

/** A failure is reported where the promise is awaited, which may be much later. */
function silent<T>(promise: Promise<T>): Promise<T> {
  promise.catch(() => {});
  return promise;
}
