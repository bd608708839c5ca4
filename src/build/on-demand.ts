// What a build loads at the moment when a page turns out to need it: lexers, Rouge's themes, compilers for Sass in filters.
// Rendering is synchronous and happens once, so these are CommonJS files (scripts/compile.js), which Node.js loads at once.

import { createRequire } from 'node:module';
import { fileURLToPath } from 'node:url';
import { dartSassSync } from '../converters/sass/dart.ts';
import type { CompileSync } from '../converters/sass/engine.ts';
import type { rubySassSync } from '../converters/sass/ruby-engine.ts';
import { bundleFile } from '../files/bundle-file.ts';
import type { SourceFiles } from '../files/file-system.ts';
import type { LexerDefinition, LexerSource } from '../highlight/index.ts';
import type { themeOf } from '../highlight/themes.ts';

const require = createRequire(import.meta.url);

/** @param source the module's path in src/, without its extension; from sources it is loaded as it is (by tsx) */
function load<T>(bundle: string, source: string): T {
  const file = bundleFile(`${bundle}.cjs`);
  return require(file === null ? `../${source}.ts` : fileURLToPath(file)) as T;
}

export const lexerSource: LexerSource = {
  lexer: (file) => load<{ lexer: LexerDefinition }>(`lexers/${file}`, `highlight/lexers/${file}`).lexer,
  themes: () => load<{ themeOf: typeof themeOf }>('rouge-themes', 'highlight/themes').themeOf,
};

/**
 * The compiler for sheets that can't wait, in this thread: those of the filters `scssify` and `sassify`, where there is no
 * compiler beside it.
 */
export function loadSassSync(files: SourceFiles, isRuby: boolean): CompileSync {
  const dart = dartSassSync(require);
  if (!isRuby) return dart;
  const ruby = load<{ rubySassSync: typeof rubySassSync }>('ruby-sass', 'converters/sass/ruby-engine');
  return ruby.rubySassSync(files, dart);
}
