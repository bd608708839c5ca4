// jekyll-coffeescript 1.2.2, which GitHub Pages always enables: `.coffee` becomes `.js`. The package is the same
// compiler as in the gem coffee-script-source 1.12.2; it is loaded only if a site has such a file.

import type { Document } from '../content/document.ts';
import type { Page } from '../content/page.ts';
import { definePlugin } from '../contract/plugin.ts';
import { BuildError, type Span } from '../diagnostics/diagnostic.ts';

type Compile = (source: string, options: { bare: boolean }) => string;

/** The compiler's exception, with a position counted from 0. */
interface SyntaxFault extends Error {
  readonly location?: { readonly first_line: number; readonly first_column: number };
}

const EXTENSIONS = ['.coffee'];

export const plugin = definePlugin({
  api: 1,
  name: 'jekyll-coffeescript',
  perBuild() {
    let compile: Compile | undefined;
    return {
      async prepare({ pages, documents }) {
        if (![...pages, ...documents].some(({ extension }) => EXTENSIONS.includes(extension.toLowerCase()))) return;
        ({ compile } = (await import('coffeescript')).default);
      },
      converters: {
        coffeescript: {
          extensions: EXTENSIONS,
          outputExtension: '.js',
          priority: 'low',
          convert: (text, { exact }) => convert(text, exact, compile!),
        },
      },
    };
  },
});

function convert(text: string, item: Page | Document, compile: Compile): string {
  try {
    return compile(text, { bare: false });
  } catch (error) {
    const { location, message } = error as SyntaxFault;
    if (location === undefined) throw error;
    const span = placeOf(text, item, location.first_line, location.first_column);
    throw new BuildError(
      {
        code: 'coffeescript-syntax',
        message: `CoffeeScript: ${message}`,
        ...(span === undefined ? {} : { span }),
        path: item.source?.path ?? item.relativePath,
        hint: 'Use the syntax of CoffeeScript 1.12.2.',
      },
      error,
    );
  }
}

/** Maps a position to the file; undefined if Liquid changed the content. */
function placeOf(text: string, item: Page | Document, line: number, column: number): Span | undefined {
  const { source, contentStart } = item;
  if (!source?.text.startsWith(text, contentStart)) return undefined;
  const before = text.split('\n').slice(0, line);
  const start = contentStart + before.reduce((length, one) => length + one.length + 1, 0) + column;
  return { source, start, end: start + 1 };
}
