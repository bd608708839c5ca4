// Splits markup into tokens for the strict parser (Liquid 4.0.4, Lexer).

/** Has Liquid's message; the caller falls back to lax parsing, or adds the position. */
export class MarkupError extends Error {}

export type WordType =
  | 'comparison'
  | 'string'
  | 'number'
  | 'id'
  | 'dotdot'
  | 'pipe'
  | 'dot'
  | 'colon'
  | 'comma'
  | 'open_square'
  | 'close_square'
  | 'open_round'
  | 'close_round'
  | 'question'
  | 'dash'
  | 'end_of_string';

export interface Word {
  readonly type: WordType;
  readonly text: string;
}

const SPACES = /[ \t\r\n\f\v]*/y;
const WORDS: ReadonlyArray<readonly [WordType, RegExp]> = [
  ['comparison', /==|!=|<>|<=?|>=?|contains(?=[ \t\r\n\f\v])/y],
  ['string', /'[^']*'|"[^"]*"/y],
  ['number', /-?[0-9]+(?:\.[0-9]+)?/y],
  ['id', /[a-zA-Z_][\w-]*\??/y],
  ['dotdot', /\.\./y],
];
const SPECIALS: Readonly<Record<string, WordType>> = {
  '|': 'pipe',
  '.': 'dot',
  ':': 'colon',
  ',': 'comma',
  '[': 'open_square',
  ']': 'close_square',
  '(': 'open_round',
  ')': 'close_round',
  '?': 'question',
  '-': 'dash',
};

/** The tokens, followed by 'end_of_string'. Throws a MarkupError at an unexpected character. */
export function words(markup: string): Word[] {
  const out: Word[] = [];
  let at = 0;
  next: while (true) {
    SPACES.lastIndex = at;
    at += SPACES.exec(markup)![0].length;
    if (at >= markup.length) break;
    for (const [type, pattern] of WORDS) {
      pattern.lastIndex = at;
      const match = pattern.exec(markup);
      if (match === null) continue;
      out.push({ type, text: match[0] });
      at += match[0].length;
      continue next;
    }
    const character = String.fromCodePoint(markup.codePointAt(at)!);
    const type = Object.hasOwn(SPECIALS, character) ? SPECIALS[character] : undefined;
    if (type === undefined) throw new MarkupError(`Unexpected character ${character}`);
    out.push({ type, text: character });
    at++;
  }
  out.push({ type: 'end_of_string', text: '' });
  return out;
}
