// Highlights code: tokens, and HTML with Rouge's markup.

import { CompiledLexer } from './compiled.ts';
import { formatWhile } from './formatter.ts';
import { guessLanguage } from './guess.ts';
import { type LexerDefinition, type LexerSource, splitName, type ThemeFinder } from './lexer.ts';
import { LexerRun, type Library } from './lexing.ts';
import { type Language, languagesOf } from './registry.ts';
import type { Theme } from './themes.ts';
import { Output, type Piece } from './tokens.ts';
import { type RougeVersion, type RougeVersionName, rougeVersion } from './versions.ts';

export {
  escapeCode,
  formatHtml,
  formatInline,
  formatLineTable,
  formatMarkedLines,
  formatTable,
  linesOf,
  type TableOptions,
  wrapAsPygments,
} from './formatter.ts';
export type { LexerDefinition, LexerSource, ThemeFinder } from './lexer.ts';
export type { Theme } from './themes.ts';
export { type Piece, TOKEN_NAMES, type Token } from './tokens.ts';
export { ROUGE_3, ROUGE_4, type RougeVersion, type RougeVersionName } from './versions.ts';

/** Highlights code like one version of Rouge. */
export interface Highlighter {
  readonly rouge: RougeVersion;
  /** Whether there is a lexer with this tag or alias (case-sensitive; options after `?` are ignored). */
  known(name: string): boolean;
  /** The lexer's tag (`python` for `py`), or null. */
  tag(name: string): string | null;
  /**
   * The code's tokens, with adjacent equal tokens merged; null if there is no such lexer. `name` is a tag or an alias,
   * with the lexer's options after a `?` (`php?start_inline=1`).
   */
  lex(code: string, name: string): Piece[] | null;
  /** Like `lex`, as HTML: the output of Rouge::Formatters::HTML. */
  html(code: string, name: string): string | null;
  /** The theme with this name; null if Rouge has none. */
  theme(name: string): Theme | null;
}

export function createHighlighter(rouge: RougeVersion | RougeVersionName, source: LexerSource): Highlighter {
  return new LoadingHighlighter(rougeVersion(rouge), source);
}

/** A lexer, and its compiled forms for ASCII and for other code. */
interface Loaded {
  readonly definition: LexerDefinition;
  ascii?: CompiledLexer;
  any?: CompiledLexer;
}

class LoadingHighlighter implements Highlighter {
  readonly rouge: RougeVersion;
  readonly #source: LexerSource;
  readonly #languages: ReadonlyMap<string, Language>;
  readonly #loaded = new Map<Language, Loaded>();
  #themes: ThemeFinder | null = null;

  constructor(rouge: RougeVersion, source: LexerSource) {
    this.rouge = rouge;
    this.#source = source;
    this.#languages = languagesOf(rouge);
  }

  known(name: string): boolean {
    const { tag } = splitName(name);
    return tag === 'guess' || this.#languages.has(tag);
  }

  tag(name: string): string | null {
    return this.#languages.get(splitName(name).tag)?.tag ?? null;
  }

  lex(code: string, name: string): Piece[] | null {
    const pieces: Piece[] = [];
    const output = new Output((token, text) => pieces.push({ token, text }));
    if (!this.#read(code, name, output)) return null;
    output.flush();
    return pieces;
  }

  html(code: string, name: string): string | null {
    let known = true;
    const html = formatWhile((output) => {
      known = this.#read(code, name, output);
    });
    return known ? html : null;
  }

  theme(name: string): Theme | null {
    this.#themes ??= this.#source.themes();
    return this.#themes(name, this.rouge);
  }

  #read(code: string, name: string, output: Output): boolean {
    const { tag: asked, options } = splitName(name);
    const tag = asked === 'guess' ? guessLanguage(code, this.rouge, (guess) => this.#languages.has(guess)) : asked;
    const library = this.#library(/^[\x00-\x7f]*$/.test(code) ? 'ascii' : 'any');
    const lexer = library.find(tag);
    if (lexer === null) return false;
    new LexerRun(lexer, library, options).read(code, output);
    return true;
  }

  #library(kind: 'ascii' | 'any'): Library {
    return {
      rouge: this.rouge,
      guess: (code) => guessLanguage(code, this.rouge, (name) => this.#languages.has(name)),
      find: (tag) => {
        const language = this.#languages.get(tag);
        if (language === undefined) return null;
        let loaded = this.#loaded.get(language);
        if (loaded === undefined) {
          loaded = { definition: this.#source.lexer(language.file) };
          this.#loaded.set(language, loaded);
        }
        return (loaded[kind] ??= new CompiledLexer(loaded.definition, this.rouge, kind === 'ascii'));
      },
    };
  }
}
