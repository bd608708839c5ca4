// Source maps as jekyll-sass-converter 3.1.0 writes them: one line of JSON, with sources relative to the stylesheet's
// folder.

import { Page } from '../../content/page.ts';
import type { Value } from '../../ruby/values.ts';
import { percentDecode, percentEncode } from '../../text/percent.ts';
import { normalizeUri } from '../../text/uri.ts';

export interface RawSourceMap {
  readonly version: string | number;
  readonly sourceRoot?: string;
  readonly sources: readonly string[];
  readonly names: readonly string[];
  readonly mappings: string;
  readonly sourcesContent?: readonly string[];
}

/** The page for a stylesheet's source map, `main.css.map`, with the stylesheet's own data. */
export class SourceMapPage extends Page {
  readonly map: Promise<string>;
  readonly #sheet: Page;

  /** @param map the content of the file */
  constructor(sheet: Page, map: Promise<string>) {
    super({
      site: sheet.site,
      dir: sheet.urlDir,
      name: `${sheet.basename}.css.map`,
      data: sheet.data,
      className: 'Jekyll::SourceMapPage',
    });
    this.map = map;
    this.#sheet = sheet;
  }

  /** Uses the stylesheet's data, including its defaults. */
  override field(key: string): Value {
    return this.#sheet.field(key);
  }

  override get isAsset(): boolean {
    return true;
  }
}

/** Absolute paths that a stylesheet's sources may be in. */
export interface SourcePlaces {
  /** The site's folder. */
  readonly source: string;
  readonly theme: { readonly name: string; readonly root: string } | null;
  readonly loadPaths: readonly string[];
}

/**
 * Prints a source map. The order of keys is the gem's, and so are the URLs of the site's own files, relative to the
 * stylesheet's folder. Other paths would reveal the author's machine: a theme's file becomes
 * 'theme:///NAME/_sass/x.scss', one below a load path 'load-path:///x.scss', any other 'outside:///x.scss'.
 * @param folder absolute folder of the stylesheet
 * @param file name of the compiled stylesheet, such as 'main.css'
 */
export function printSourceMap(map: RawSourceMap, folder: string, file: string, places: SourcePlaces): string {
  const from = fileUrl(`${folder.replace(/\/+$/, '')}/`);
  return JSON.stringify({
    version: Number(map.version),
    sourceRoot: map.sourceRoot ?? '',
    sources: map.sources.map((source) => (source.startsWith('file:') ? sourceAddress(source, from, places) : source)),
    names: map.names,
    mappings: map.mappings,
    sourcesContent: map.sourcesContent,
    file: encodePath(file),
  });
}

// Characters that stay unencoded in a path (RFC 3986).
const PATH = /[A-Za-z0-9\-._~!$&'()*+,;=:@/]/;

/** Addressable::URI.encode of a file name. */
export const encodePath = (path: string): string => percentEncode(path, PATH);

/** The `file:` URL of an absolute path. */
export const fileUrl = (path: string): string => `file://${path.startsWith('/') ? '' : '/'}${encodePath(path)}`;

function sourceAddress(url: string, from: string, { source, theme, loadPaths }: SourcePlaces): string {
  const path = percentDecode(url.replace(/^file:\/\//, ''));
  const below = (folder: string): string | null =>
    path.startsWith(`${folder}/`) ? encodePath(path.slice(folder.length + 1)) : null;
  // Checked first, so that it doesn't matter whether the theme is in a cache or in the site's vendor/bundle.
  const inTheme = theme === null ? null : below(theme.root);
  if (inTheme !== null) return `theme:///${encodePath(theme!.name)}/${inTheme}`;
  if (below(source) !== null) return routeFrom(from, url);
  for (const folder of loadPaths) {
    const found = below(folder);
    if (found !== null) return `load-path:///${found}`;
  }
  return `outside:///${encodePath(path.slice(path.lastIndexOf('/') + 1))}`;
}

/** Addressable::URI#route_from: the relative URL from a folder to a file. */
function routeFrom(folder: string, file: string): string {
  const own = normalizeUri(file).split('/');
  const base = normalizeUri(folder).split('/');
  let shared = 0;
  while (shared < own.length - 1 && shared < base.length - 1 && own[shared] === base[shared]) shared++;
  const path = [...Array<string>(base.length - 1 - shared).fill('..'), ...own.slice(shared)].join('/');
  return /^[^/]*:/.test(path) ? `./${path}` : path;
}
