// Loads modules at the moment when a page turns out to need them: lexers, Rouge's themes, Sass compilers for filters.
// Rendering is synchronous, so these are CommonJS files (scripts/compile.js), which Node.js can load synchronously.

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

/** @param source the module's path in src/ without extension, for running from sources (through tsx) */
function load<T>(bundle: string, source: string): T {
  const file = bundleFile(`${bundle}.cjs`);
  return require(file === null ? `../${source}.ts` : fileURLToPath(file)) as T;
}

export const lexerSource: LexerSource = {
  lexer: (file) => load<{ lexer: LexerDefinition }>(`lexers/${file}`, `highlight/lexers/${file}`).lexer,
  themes: () => load<{ themeOf: typeof themeOf }>('rouge-themes', 'highlight/themes').themeOf,
};

/**
 * The compiler for the filters `scssify` and `sassify`, which are synchronous, in this thread if there is no separate
 * one.
 */
export function loadSassSync(files: SourceFiles, isRuby: boolean): CompileSync {
  const dart = dartSassSync(require);
  if (!isRuby) return dart;
  const ruby = load<{ rubySassSync: typeof rubySassSync }>('ruby-sass', 'converters/sass/ruby-engine');
  return ruby.rubySassSync(files, dart);
}
