// The contract for lexers: what a file in lexers/ exports, and what its rules can do.

import type { Theme } from './themes.ts';
import type { Output, Token } from './tokens.ts';
import type { RougeVersion } from './versions.ts';
import type { Words } from './words.ts';

/**
 * What a matching rule does: emits one token for the whole match; or one token per group (together, the groups are the
 * whole match); or looks the match up in lists of words; or calls a function, which can return `false` to reject the
 * match.
 */
// biome-ignore lint/suspicious/noExplicitAny: a lexer's memory is its own affair
export type Action = Token | readonly Token[] | Words | ((lexing: Lexing<any>) => unknown);

/**
 * A rule: a pattern to try at the current position, its action, and the changes to the stack of states that follow. The
 * changes are separated by spaces: `pop` leaves the state, `push` enters it again, `goto x` replaces it with x, and any
 * other word enters the state with that name. A rule that is only a name stands for all rules of that state.
 *
 * Patterns have the meaning that they have in Ruby's StringScanner: see regex/translate.ts.
 */
export type Rule = string | readonly [RegExp, Action] | readonly [RegExp, Action, string];

/** The rules of each state by name; lexing starts in `root`. */
export type States = { readonly [name: string]: readonly Rule[] };

/** Options after a language's name (`php?start_inline=1`). */
export type LexerOptions = { readonly [name: string]: string | true };

/** Splits `php?start_inline=1` into the language's name and its options, as Rouge's Lexer.find_fancy does. */
export function splitName(name: string): { tag: string; options: LexerOptions } {
  const at = name.indexOf('?');
  if (at < 0) return { tag: name, options: {} };
  return { tag: name.slice(0, at), options: Object.fromEntries(new URLSearchParams(name.slice(at + 1))) };
}

/** One run of a lexer over its input, as a rule's function sees it: the match, the stack of states, the output. */
export interface Lexing<Memory = unknown> {
  readonly rouge: RougeVersion;
  memory: Memory;
  readonly input: string;
  /** The UTF-16 offset after the match; a rule's function may advance it. */
  position: number;
  /** The match of the current rule, with its groups. */
  readonly match: RegExpExecArray | null;
  /** The matched text. */
  readonly text: string;
  /** The text after the match. */
  readonly rest: string;
  /** The current state's name. */
  readonly state: string;
  readonly depth: number;
  /** Whether the state is anywhere on the stack. */
  within(state: string): boolean;
  /**
   * The next occurrence of any of the characters, from `from` on (a UTF-16 offset; the text's length if there is none).
   * With ascending offsets, the text is searched only once.
   */
  nextOf(characters: string, from?: number): number;
  /** Emits a token, by default for the whole match. */
  token(token: Token, text?: string): void;
  /** Emits one token per group of the match; groups that didn't take part emit nothing. */
  groups(...tokens: readonly Token[]): void;
  /** Enters a state; without a name, the current one again. */
  push(state?: string): void;
  /** Enters the state in which code starts. */
  begin(state: string): void;
  /** Enters a state that is generated for this text; created once per name. */
  pushMade(name: string, make: () => readonly Rule[]): void;
  pop(times?: number): void;
  /** Replaces the current state with another. */
  goto(state: string): void;
  /** Resets the stack to `root`. */
  resetStack(): void;
  /** Guesses the code's language. */
  guess(code: string): string;
  /** A separate lexer, which keeps its states from one `delegate` to the next; null for an unknown language. */
  open(language: string): Lexing | null;
  /** A separate lexer for a part of this language, which starts in one of its states. */
  part(state: string): Lexing;
  /** Lexes `text`, starting in the states in which the previous text ended. */
  read(text: string, output: Output): void;
  /** Passes `text` (by default the match) to another lexer: one from `open`, or a new one for a language. */
  delegate(to: Lexing | string, text?: string): void;
  /** Lexes `text` in the current states, and keeps the states that it leads to. */
  reread(text: string): void;
  /** Passes `text` (by default the match) to a new lexer for this language. */
  recurse(text?: string): void;
}

/** A language. Each file in lexers/ exports one of these as `lexer`. */
// biome-ignore lint/suspicious/noExplicitAny: a lexer's memory is its own affair
export interface LexerDefinition<Memory = any> {
  /** The states for a version of Rouge: differences between versions are decided here. */
  readonly states: (rouge: RougeVersion) => States;
  /** The tags of lexers that its rules always delegate to: whoever loads lexers in advance must load these, too. */
  readonly delegates?: readonly string[];
  /** Creates the lexer's state for one code. */
  readonly start?: (options: LexerOptions, lexing: Lexing<Memory>) => Memory;
}

/** Loads what the highlighter needs, when it needs it. It must be synchronous, since rendering is. */
export interface LexerSource {
  /** The lexer in a file of lexers/ (without extension). It may use its own copy of the modules used here. */
  lexer(file: string): LexerDefinition;
  /** themes.ts */
  themes(): ThemeFinder;
}

/** The theme with this name; null if Rouge has none. */
export type ThemeFinder = (name: string, rouge: RougeVersion) => Theme | null;
