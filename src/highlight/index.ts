/** Code to tokens and HTML in Rouge's markup: the package's export `build-site/highlight`. */
import { CompiledLexer } from './compiled.ts';
import { formatWhile } from './formatter.ts';
import { guessLanguage } from './guess.ts';
import { type LexerDefinition, LexerNotLoaded, type RougeVersion, splitName } from './lexer.ts';
import { Lexing, type Library } from './lexing.ts';
import { type Language, languagesOf } from './registry.ts';
import type { Theme } from './themes.ts';
import { Output, type Piece } from './tokens.ts';

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
export { LexerNotLoaded, type RougeVersion } from './lexer.ts';
export type { Theme } from './themes.ts';
export { type Piece, TOKEN_NAMES, type Token } from './tokens.ts';

/** Highlights code as one version of Rouge does. */
export interface Highlighter {
  readonly rouge: RougeVersion;
  /** Whether there is a lexer of that tag or alias (upper and lower case count, options after `?` don't). */
  known(name: string): boolean;
  /** Whether `lex` and `html` can do without a `load`; true as well where there is no such lexer. */
  loaded(name: string): boolean;
  /** Loads the lexers of these names and those that they hand text to; unknown names are passed over. */
  load(names: Iterable<string>): Promise<void>;
  /** The lexer's tag: `python` for `py`; null where there is none. */
  tag(name: string): string | null;
  /**
   * The code's tokens, adjacent ones different, or null where there is no such lexer. `name` is a tag or an alias,
   * with the lexer's options behind a `?` where there are any (`php?start_inline=1`).
   * Throws LexerNotLoaded where a lexer is needed that hasn't been loaded.
   */
  lex(code: string, name: string): Piece[] | null;
  /** As `lex`, in HTML: what Rouge::Formatters::HTML gives. */
  html(code: string, name: string): string | null;
  /** The theme of that name, null where there is none. Throws LexerNotLoaded where the themes haven't been loaded. */
  theme(name: string): Theme | null;
}

export function createHighlighter(rouge: RougeVersion): Highlighter {
  return new LoadingHighlighter(rouge);
}

/** What loads the themes, among the names of languages. */
const THEMES = 'theme:';

class LoadingHighlighter implements Highlighter {
  readonly rouge: RougeVersion;
  readonly #languages: ReadonlyMap<string, Language>;
  readonly #definitions = new Map<Language, LexerDefinition>();
  readonly #compiled = new Map<Language, { ascii?: CompiledLexer; any?: CompiledLexer }>();

  #themes: ((name: string, rouge: RougeVersion) => Theme | null) | null = null;

  constructor(rouge: RougeVersion) {
    this.rouge = rouge;
    this.#languages = languagesOf(rouge);
  }

  known(name: string): boolean {
    const { tag } = splitName(name);
    return tag === 'guess' || this.#languages.has(tag);
  }

  tag(name: string): string | null {
    return this.#languages.get(splitName(name).tag)?.tag ?? null;
  }

  loaded(name: string): boolean {
    const language = this.#languages.get(splitName(name).tag);
    return language === undefined || this.#definitions.has(language);
  }

  async load(names: Iterable<string>): Promise<void> {
    await Promise.all(Array.from(names, (name) => this.#load(splitName(name).tag)));
  }

  async #load(tag: string): Promise<void> {
    if (tag === THEMES) this.#themes ??= (await import('./themes.ts')).themeOf;
    const language = this.#languages.get(tag);
    if (language === undefined || this.#definitions.has(language)) return;
    const { lexer } = await language.load();
    if (this.#definitions.has(language)) return;
    this.#definitions.set(language, lexer);
    await this.load(lexer.delegates ?? []);
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
    if (this.#themes === null) throw new LexerNotLoaded(THEMES);
    return this.#themes(name, this.rouge);
  }

  #read(code: string, name: string, output: Output): boolean {
    const { tag: asked, options } = splitName(name);
    const tag = asked === 'guess' ? guessLanguage(code, this.rouge, (guess) => this.#languages.has(guess)) : asked;
    const library = this.#library(/^[\x00-\x7f]*$/.test(code) ? 'ascii' : 'any');
    const lexer = library.find(tag);
    if (lexer === null) return false;
    new Lexing(lexer, library, options).read(code, output);
    return true;
  }

  #library(kind: 'ascii' | 'any'): Library {
    return {
      rouge: this.rouge,
      guess: (code) => guessLanguage(code, this.rouge, (name) => this.#languages.has(name)),
      find: (tag) => {
        const language = this.#languages.get(tag);
        if (language === undefined) return null;
        const definition = this.#definitions.get(language);
        if (definition === undefined) throw new LexerNotLoaded(language.tag);
        let compiled = this.#compiled.get(language);
        if (compiled === undefined) this.#compiled.set(language, (compiled = {}));
        return (compiled[kind] ??= new CompiledLexer(definition, this.rouge, kind === 'ascii'));
      },
    };
  }
}
