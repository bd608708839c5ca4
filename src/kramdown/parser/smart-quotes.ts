// Typographic quotes.

import { characterAt, isAsciiWord, isDigit, isSpace, isWordAtBoundary } from '../characters.ts';
import type { SmartQuote } from '../element.ts';
import type { Parser } from './parser.ts';
import type { SpanConstruct } from './tables.ts';

// RubyPants' rules, tried in order at a quote or at the character before it.

const isQuote = (c: number) => c === 34 || c === 39;
const isMark = (c: number) => c === 42 || c === 95;
const isPunctuation = (c: number) =>
  (c >= 33 && c <= 47) || (c >= 58 && c <= 64) || (c >= 91 && c <= 96) || (c >= 123 && c <= 126);
const PUNCTUATION_LEFT_OUT = 38;
// A quote opens after these.
const OPENS_BEHIND: ReadonlySet<number> = new Set([32, 92, 9, 13, 10, 91, 123, 40, 45]);

const opening = (c: number): SmartQuote => (c === 34 ? 'ldquo' : 'lsquo');
const closing = (c: number): SmartQuote => (c === 34 ? 'rdquo' : 'rsquo');

/** A straight quote, possibly with the character before it, becomes a typographic quote. */
function parseSmartQuotes(parser: Parser): boolean {
  const { text, pos } = parser.src;
  const c = text.charCodeAt(pos);
  const next = text.charCodeAt(pos + 1);
  if (isQuote(c)) return atQuote(parser, text, pos, c, next);
  // After a surrogate pair, the quote is one unit further on.
  const before = characterAt(text, pos);
  const quoteAt = pos + before.length;
  const quote = text.charCodeAt(quoteAt);
  if (c === 92 || !isQuote(quote)) return false;
  return behindCharacter(parser, text, before, quoteAt, quote);
}

function atQuote(parser: Parser, text: string, pos: number, c: number, next: number): boolean {
  const third = text.charCodeAt(pos + 2);
  if (isMark(next) && !Number.isNaN(third) && !isSpace(third)) return put(parser, '', [opening(c)], 1);
  if (isPunctuation(next) && next !== PUNCTUATION_LEFT_OUT && !(third === 46 && text.charCodeAt(pos + 3) === 46)) {
    // \B: on both sides is a word character, or on neither.
    const wordBehind = pos + 2 < text.length && isWordAtBoundary(text, pos + 2);
    if ((next === 95) === wordBehind) return put(parser, '', [closing(c)], 1);
  }
  const pair = pairAt(text, pos);
  if (pair) return put(parser, '', pair, 2);
  if (isDecade(text, pos)) return put(parser, '', ['rsquo'], 1);
  if (isQuote(next)) return put(parser, text.charAt(pos), [closing(next)], 2);
  if (closesBefore(text, pos + 1)) return put(parser, '', [closing(c)], 1);
  return put(parser, '', [opening(c)], 1);
}

function behindCharacter(parser: Parser, text: string, before: string, quoteAt: number, quote: number): boolean {
  const length = before.length + 1;
  if (isSpace(before.charCodeAt(0))) {
    const pair = pairAt(text, quoteAt);
    if (pair) return put(parser, before, pair, length + 1);
    if (isDecade(text, quoteAt)) return put(parser, before, ['rsquo'], length);
    if (isAsciiWord(text.charCodeAt(quoteAt + 1))) return put(parser, before, [opening(quote)], length);
  }
  if (!OPENS_BEHIND.has(before.charCodeAt(0))) return put(parser, before, [closing(quote)], length);
  return put(parser, before, [opening(quote)], length);
}

// Two quotes before a word.
function pairAt(text: string, at: number): SmartQuote[] | null {
  if (!isAsciiWord(text.charCodeAt(at + 2))) return null;
  if (text.startsWith(`"'`, at)) return ['ldquo', 'lsquo'];
  return text.startsWith(`'"`, at) ? ['lsquo', 'ldquo'] : null;
}

// '80s
function isDecade(text: string, at: number): boolean {
  return (
    text.charCodeAt(at) === 39 &&
    isDigit(text.charCodeAt(at + 1)) &&
    isDigit(text.charCodeAt(at + 2)) &&
    text.charCodeAt(at + 3) === 115
  );
}

// White space, an s at the end of a word, or the end of the line.
function closesBefore(text: string, at: number): boolean {
  if (at >= text.length) return true;
  const c = text.charCodeAt(at);
  return isSpace(c) || (c === 115 && !(at + 1 < text.length && isWordAtBoundary(text, at + 1)));
}

function put(parser: Parser, before: string, quotes: readonly SmartQuote[], length: number): true {
  const { src } = parser;
  const { pos } = src;
  if (before !== '') parser.addText(before);
  src.pos = pos + length;
  const first = src.pos - quotes.length;
  for (let i = 0; i < quotes.length; i++) parser.append(parser.make('smart_quote', quotes[i]!, null, first + i));
  return true;
}

const fromCharacterBefore = (text: string, at: number, from: number): number =>
  at > from && text.charAt(at - 1) !== '\\' ? at - 1 : at;

export const SMART_QUOTES: SpanConstruct<Parser> = {
  name: 'smart_quotes',
  starts: null,
  finds: { '"': fromCharacterBefore, "'": fromCharacterBefore },
  parse: parseSmartQuotes,
};
