import type { Theme } from './themes.ts';
import type { Output, Token } from './tokens.ts';
import type { RougeVersion } from './versions.ts';
import type { Words } from './words.ts';

/**
 * What a matching rule does: one token for the whole match; one token a group (the groups, joined, are the match);
 * a look-up of the match in lists of words; or a function that does as it likes, and says `false` to have the rule
 * count as one that doesn't match.
 */
// biome-ignore lint/suspicious/noExplicitAny: a lexer's memory is its own affair
export type Action = Token | readonly Token[] | Words | ((lexing: Lexing<any>) => unknown);

/**
 * A rule: a pattern that is tried at the current place, its action, and the steps on the stack of states that follow:
 * words with blanks between, of which `pop` leaves the state, `push` enters it once more, `goto x` swaps it for x,
 * and any other enters the state of that name. A rule that is only a name stands for all rules of that state.
 *
 * Patterns are read as Ruby's StringScanner reads them, see regex/translate.ts.
 */
export type Rule = string | readonly [RegExp, Action] | readonly [RegExp, Action, string];

/** The rules of every state by its name; a code begins in `root`. */
export type States = { readonly [name: string]: readonly Rule[] };

/** Options that stand behind a language's name (`php?start_inline=1`). */
export type LexerOptions = { readonly [name: string]: string | true };

/** A language's name and the options behind it, as Rouge's Lexer.find_fancy takes `php?start_inline=1` apart. */
export function splitName(name: string): { tag: string; options: LexerOptions } {
  const at = name.indexOf('?');
  if (at < 0) return { tag: name, options: {} };
  return { tag: name.slice(0, at), options: Object.fromEntries(new URLSearchParams(name.slice(at + 1))) };
}

/** One text being read by one lexer, as a rule's function sees it: what matched, the stack of states, what comes out. */
export interface Lexing<Memory = unknown> {
  readonly rouge: RougeVersion;
  memory: Memory;
  /** The text that is being read. */
  readonly input: string;
  /** UTF-16 offset after the match; a rule's function may move it on. */
  position: number;
  /** The match of the rule whose function runs, with its groups. */
  readonly match: RegExpExecArray | null;
  /** The text of the match. */
  readonly text: string;
  /** What lies ahead, from the end of the match. */
  readonly rest: string;
  /** The present state's name. */
  readonly state: string;
  readonly depth: number;
  /** Whether the state is anywhere on the stack. */
  within(state: string): boolean;
  /**
   * Where one of the characters occurs next, from `from` on (UTF-16 offset; the text's length if none does). Asked
   * from ever later places, a text is looked through once.
   */
  nextOf(characters: string, from?: number): number;
  /** Gives out a token, for the whole match unless a text is given. */
  token(token: Token, text?: string): void;
  /** Gives out the match's groups, one token each; groups that took no part give nothing. */
  groups(...tokens: readonly Token[]): void;
  /** Enters a state; without a name, the present one once more. */
  push(state?: string): void;
  /** Enters the state in which every code begins. */
  begin(state: string): void;
  /** Enters a state that is made for this text, once for each name. */
  pushMade(name: string, make: () => readonly Rule[]): void;
  pop(times?: number): void;
  /** Swaps the present state for another. */
  goto(state: string): void;
  /** Back to `root` alone. */
  resetStack(): void;
  /** The language that a code seems to be in. */
  guess(code: string): string;
  /** A lexer of its own, which keeps its states from one `delegate` to the next; null if there is no such language. */
  open(language: string): Lexing | null;
  /** A lexer of its own for a part of this language, which begins in one of its states. */
  part(state: string): Lexing;
  /** Reads `text` from the states that an earlier text left. */
  read(text: string, output: Output): void;
  /** Hands a text, the match if none is given, to another lexer: one that `open` gave, or a language afresh. */
  delegate(to: Lexing | string, text?: string): void;
  /** Reads a text from the present states, and stays in those that it leads to. */
  reread(text: string): void;
  /** Hands a text, the match if none is given, to this language afresh. */
  recurse(text?: string): void;
}

/** A language: one file of lexers/ exports one of these as `lexer`. */
// biome-ignore lint/suspicious/noExplicitAny: a lexer's memory is its own affair
export interface LexerDefinition<Memory = any> {
  /** The states under a version of Rouge: what differs between versions is decided here. */
  readonly states: (rouge: RougeVersion) => States;
  /** Tags of lexers that a rule always hands text to: whoever loads lexers ahead of time needs these, too. */
  readonly delegates?: readonly string[];
  /** What the lexer remembers while it reads one code. */
  readonly start?: (options: LexerOptions, lexing: Lexing<Memory>) => Memory;
}

/** What the highlighter loads at the moment when a code needs it. It must answer at once: rendering doesn't wait. */
export interface LexerSource {
  /** The lexer of a file in lexers/, named without its extension. It may be another copy of the modules used here. */
  lexer(file: string): LexerDefinition;
  /** themes.ts */
  themes(): ThemeFinder;
}

/** The theme of that name; null if Rouge has none. */
export type ThemeFinder = (name: string, rouge: RougeVersion) => Theme | null;
