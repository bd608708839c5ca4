// Plain and quoted scalars, as libyaml 0.2.5 scans them.

import {
  BACKSLASH,
  CLOSE_BRACE,
  CLOSE_BRACKET,
  COLON,
  COMMA,
  DOUBLE_QUOTE,
  HASH,
  isBlank,
  isBlankOrEnd,
  isBreak,
  OPEN_BRACE,
  OPEN_BRACKET,
  QUESTION,
  TAB,
} from './characters.ts';
import { type Cursor, YamlFault } from './cursor.ts';

/**
 * Skips white space and line breaks between two words.
 * @returns what replaces them in the value: a space for one line break, or the breaks of the blank lines; null without
 *   a line break
 */
function fold(cursor: Cursor, onTab?: () => void): string | null {
  let first = '';
  let more = '';
  for (;;) {
    const c = cursor.code();
    if (isBreak(c)) {
      if (first === '') first = cursor.nextBreak();
      else more += cursor.nextBreak();
    } else if (isBlank(c)) {
      if (c === TAB && first !== '') onTab?.();
      cursor.offset++;
    } else break;
  }
  if (first === '') return null;
  if (first !== '\n') return first + more;
  return more === '' ? ' ' : more;
}

/**
 * Scans a plain (unquoted) scalar.
 * @param indent the minimum column of continuation lines, outside flow collections
 * @returns its value, its end, and whether a line break followed
 */
export function scanPlain(
  cursor: Cursor,
  inFlow: boolean,
  indent: number,
): { value: string; end: number; broken: boolean } {
  const { text } = cursor;
  const start = cursor.offset;
  const onTab = (): void => {
    if (cursor.column >= indent) return;
    const problem = 'found a tab character that violates indentation';
    throw new YamlFault(problem, 'while scanning a plain scalar', start, cursor.offset);
  };
  let value = '';
  // `from`: where the text after the last line break starts.
  let from = start;
  let end = start;
  let folded: string | null = null;
  for (;;) {
    cursor.lookFour();
    if (cursor.atDocumentMarker() || cursor.code() === HASH) break;
    const wordStart = cursor.offset;
    let at = wordStart;
    for (let c = text.charCodeAt(at); !isBlankOrEnd(c); c = text.charCodeAt(++at)) {
      if (c === COLON) {
        const next = text.charCodeAt(at + 1);
        if (inFlow && isFlowIndicatorOrQuestion(next)) {
          throw new YamlFault("found unexpected ':'", 'while scanning a plain scalar', start, at);
        }
        if (isBlankOrEnd(next)) break;
      } else if (inFlow && isFlowIndicator(c)) break;
    }
    cursor.offset = at;
    cursor.lookTwo();
    if (at > wordStart) {
      if (folded !== null) {
        value += text.slice(from, end) + folded;
        from = wordStart;
        folded = null;
      }
      end = at;
    }
    const c = cursor.code();
    if (!isBlank(c) && !isBreak(c)) break;
    folded = fold(cursor, onTab);
    if (!inFlow && cursor.column < indent) break;
  }
  return { value: value + text.slice(from, end), end, broken: folded !== null };
}

const isFlowIndicator = (c: number): boolean =>
  c === COMMA || c === OPEN_BRACKET || c === CLOSE_BRACKET || c === OPEN_BRACE || c === CLOSE_BRACE;
const isFlowIndicatorOrQuestion = (c: number): boolean => isFlowIndicator(c) || c === QUESTION;

const ESCAPES: ReadonlyMap<string, string> = new Map([
  ['0', '\0'],
  ['a', '\x07'],
  ['b', '\b'],
  ['t', '\t'],
  ['\t', '\t'],
  ['n', '\n'],
  ['v', '\v'],
  ['f', '\f'],
  ['r', '\r'],
  ['e', '\x1b'],
  [' ', ' '],
  ['"', '"'],
  ['/', '/'],
  ['\\', '\\'],
  ['N', '\x85'],
  ['_', '\xa0'],
  ['L', '\u2028'],
  ['P', '\u2029'],
]);
const HEX_DIGITS: ReadonlyMap<string, number> = new Map([
  ['x', 2],
  ['u', 4],
  ['U', 8],
]);

/** Scans a quoted scalar; the cursor is on the opening quote. */
export function scanQuoted(cursor: Cursor): string {
  const { text } = cursor;
  const start = cursor.offset++;
  const quote = text.charCodeAt(start);
  const isDouble = quote === DOUBLE_QUOTE;
  const fault = (problem: string): YamlFault =>
    new YamlFault(problem, 'while scanning a quoted scalar', start, cursor.offset);
  let value = '';
  for (;;) {
    cursor.lookFour();
    if (cursor.atDocumentMarker()) throw fault('found unexpected document indicator');
    if (Number.isNaN(cursor.code())) throw fault('found unexpected end of stream');
    let escaped = false;
    let from = cursor.offset;
    for (let c = cursor.code(); !isBlankOrEnd(c); c = cursor.code()) {
      if (c === quote) {
        if (isDouble || cursor.code(1) !== quote) break;
        value += text.slice(from, cursor.offset + 1);
        from = cursor.offset += 2;
      } else if (isDouble && c === BACKSLASH) {
        value += text.slice(from, cursor.offset);
        if (isBreak(cursor.code(1))) {
          // An escaped line break is dropped.
          cursor.offset++;
          cursor.nextBreak();
          from = cursor.offset;
          escaped = true;
          break;
        }
        value += scanEscape(cursor, start);
        from = cursor.offset;
      } else cursor.offset++;
    }
    value += text.slice(from, cursor.offset);
    if (cursor.code() === quote) break;
    const blanks = cursor.offset;
    if (escaped) value += breaksAfterEscaped(cursor);
    else {
      const folded = fold(cursor);
      value += folded ?? text.slice(blanks, cursor.offset);
    }
  }
  cursor.offset++;
  return value;
}

// Blank lines after an escaped line break are kept.
function breaksAfterEscaped(cursor: Cursor): string {
  let breaks = '';
  for (let c = cursor.code(); isBlank(c) || isBreak(c); c = cursor.code()) {
    if (isBreak(c)) breaks += cursor.nextBreak();
    else cursor.offset++;
  }
  return breaks;
}

// The cursor is on the backslash.
function scanEscape(cursor: Cursor, start: number): string {
  const { text, offset } = cursor;
  const letter = text.charAt(offset + 1);
  const simple = ESCAPES.get(letter);
  if (simple !== undefined) {
    cursor.offset += 2;
    return simple;
  }
  const fault = (problem: string): YamlFault =>
    new YamlFault(problem, 'while parsing a quoted scalar', start, cursor.offset);
  const length = HEX_DIGITS.get(letter);
  if (length === undefined) throw fault('found unknown escape character');
  cursor.lookAtEscape(offset + 2, length);
  const digits = text.slice(offset + 2, offset + 2 + length);
  if (digits.length < length || !/^[0-9a-fA-F]+$/.test(digits)) throw fault('did not find expected hexdecimal number');
  const code = Number.parseInt(digits, 16);
  if ((code >= 0xd800 && code <= 0xdfff) || code > 0x10ffff) throw fault('found invalid Unicode character escape code');
  cursor.offset += 2 + length;
  return String.fromCodePoint(code);
}
