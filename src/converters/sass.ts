// Compiles Sass stylesheets like jekyll-sass-converter: 1.5.2 on github-pages, 3.1.0 on jekyll-4.
//
// Rendering is synchronous but the compiler isn't. So compilation starts before the first page is rendered; rendering a
// stylesheet only stores the promise of its CSS; the renderer awaits all of them at the end.

import { Page } from '../content/page.ts';
import { loadGlob } from '../files/glob.ts';
import type { Converter } from './converter.ts';
import type { OpenSass, Syntax } from './sass/engine.ts';
import { SassRequests, type SassSite } from './sass/requests.ts';
import { needsGlob } from './sass/settings.ts';
import { SourceMapPage } from './sass/source-map.ts';
import { Stylesheets } from './sass/stylesheets.ts';

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
  const glob = needsGlob(site.config.known.sass) ? await loadGlob(site.files) : () => [];
  const sheets = new Stylesheets(site, new SassRequests(site, glob), compilers);
  const converters = EXTENSIONS.map(([syntax, extension]) => sassConverter(syntax, extension, sheets));
  return {
    converters: site.stack.sass.compiler === 'dart' ? [...converters, sourceMaps] : converters,
    async prepare(items) {
      const isSheet = ({ extname }: { readonly extname: string }): boolean =>
        EXTENSIONS.some(([, extension]) => extension.test(extname));
      if ([...items].some(isSheet)) await sheets.load();
    },
    sassify: (text, syntax) => sheets.compileSync(text, syntax, null),
  };
}

const sassConverter = (syntax: Syntax, extension: RegExp, sheets: Stylesheets): Converter => ({
  name: syntax,
  priority: -10,
  matches: (ext) => extension.test(ext),
  outputExtension: () => '.css',
  convert: (content, item) => sheets.compileSync(content, syntax, item instanceof Page ? null : item),
  start: (content, item) => void sheets.start(content, syntax, item),
  convertLater(content, item, add) {
    const css = sheets.start(content, syntax, item);
    const map = item instanceof Page ? sheets.sourceMap(item) : undefined;
    if (map !== undefined) add(new SourceMapPage(item as Page, map));
    return css;
  },
});

/** Fills in the content of source map pages. */
const sourceMaps: Converter = {
  name: 'source-map',
  priority: -90,
  matches: (extension) => extension === '.map',
  outputExtension: (extension) => extension,
  convert: (content) => content,
  convertLater: async (content, item) => (item instanceof SourceMapPage ? item.map : content),
};
