// Scalars, as libyaml 0.2.5 scans them.

import { type Cursor, isBlankOrEnd, isBreak, isBreakOrEnd, isSpaceOrTab, YamlFault } from './cursor.ts';

/** The folding of line breaks between two words of a flow scalar. */
class Folding {
  blanks = '';
  first = '';
  more = '';
  folded = false;

  /** Passes over white space and line breaks. `onTab` may refuse a tab in a line's indentation. */
  read(cursor: Cursor, onTab?: () => void): void {
    this.blanks = this.first = this.more = '';
    while (isSpaceOrTab(cursor.peek()) || isBreak(cursor.peek())) {
      if (isBreak(cursor.peek())) {
        if (this.folded) this.more += cursor.nextBreak();
        else {
          this.blanks = '';
          this.first = cursor.nextBreak();
          this.folded = true;
        }
      } else if (this.folded) {
        if (onTab !== undefined && cursor.peek() === '\t') onTab();
        cursor.skip();
      } else this.blanks += cursor.next();
    }
  }

  /** What stands for it in the value: a space for a break, breaks for blank lines. */
  text(): string {
    if (!this.folded) return this.blanks;
    if (this.first !== '\n') return this.first + this.more;
    return this.more === '' ? ' ' : this.more;
  }
}

/** A scalar without quotes. Tells whether a line break followed it. */
export function scanPlain(
  cursor: Cursor,
  inFlow: boolean,
  indent: number,
): { value: string; end: number; broken: boolean } {
  const start = cursor.mark();
  let value = '';
  let end = cursor.offset;
  let fold = new Folding();
  for (;;) {
    if (cursor.atDocumentMarker() || cursor.peek() === '#') break;
    const from = cursor.offset;
    while (!isBlankOrEnd(cursor.peek())) {
      const c = cursor.peek();
      if (inFlow && c === ':' && ',?[]{}'.includes(cursor.peek(1)) && cursor.peek(1) !== '') {
        throw new YamlFault("found unexpected ':'", 'while scanning a plain scalar', start, cursor.mark());
      }
      if ((c === ':' && isBlankOrEnd(cursor.peek(1))) || (inFlow && ',[]{}'.includes(c))) break;
      cursor.next();
    }
    if (cursor.offset > from) {
      value += fold.text() + cursor.text.slice(from, cursor.offset);
      end = cursor.offset;
      fold = new Folding();
    }
    if (!isSpaceOrTab(cursor.peek()) && !isBreak(cursor.peek())) break;
    fold.read(cursor, () => {
      if (cursor.column >= indent) return;
      const problem = 'found a tab character that violates indentation';
      throw new YamlFault(problem, 'while scanning a plain scalar', start, cursor.mark());
    });
    if (!inFlow && cursor.column < indent) break;
  }
  return { value, end, broken: fold.folded };
}

const ESCAPES: Readonly<Record<string, string>> = {
  '0': '\0',
  a: '\x07',
  b: '\b',
  t: '\t',
  '\t': '\t',
  n: '\n',
  v: '\v',
  f: '\f',
  r: '\r',
  e: '\x1b',
  ' ': ' ',
  '"': '"',
  '/': '/',
  '\\': '\\',
  N: '\x85',
  _: '\xa0',
  L: '\u2028',
  P: '\u2029',
};
const HEX_DIGITS: Readonly<Record<string, number>> = { x: 2, u: 4, U: 8 };

/** A scalar in quotes; the cursor stands on the first. */
export function scanQuoted(cursor: Cursor): string {
  const start = cursor.mark();
  const quote = cursor.next();
  let value = '';
  const fault = (problem: string, context = 'while scanning a quoted scalar'): YamlFault =>
    new YamlFault(problem, context, start, cursor.mark());
  for (;;) {
    if (cursor.atDocumentMarker()) throw fault('found unexpected document indicator');
    if (cursor.peek() === '') throw fault('found unexpected end of stream');
    const fold = new Folding();
    while (!isBlankOrEnd(cursor.peek())) {
      const c = cursor.peek();
      if (c === quote) {
        if (quote === '"' || cursor.peek(1) !== "'") break;
        value += "'";
        cursor.skip(2);
      } else if (quote === '"' && c === '\\') {
        if (isBreak(cursor.peek(1))) {
          // An escaped line break is none.
          cursor.skip();
          cursor.nextBreak();
          fold.folded = true;
          break;
        }
        value += scanEscape(cursor, (problem) => fault(problem, 'while parsing a quoted scalar'));
      } else value += cursor.next();
    }
    if (cursor.peek() === quote) break;
    const escaped = fold.folded;
    fold.read(cursor);
    // After an escaped break further ones are kept as they are.
    value += escaped ? fold.more : fold.text();
  }
  cursor.skip();
  return value;
}

function scanEscape(cursor: Cursor, fault: (problem: string) => YamlFault): string {
  const letter = cursor.peek(1);
  const simple = Object.hasOwn(ESCAPES, letter) ? ESCAPES[letter] : undefined;
  const length = Object.hasOwn(HEX_DIGITS, letter) ? HEX_DIGITS[letter] : undefined;
  if (simple !== undefined) {
    cursor.skip(2);
    return simple;
  }
  if (length === undefined) throw fault('found unknown escape character');
  cursor.skip(2);
  const digits = cursor.text.slice(cursor.offset, cursor.offset + length);
  if (digits.length < length || !/^[0-9a-fA-F]+$/.test(digits)) throw fault('did not find expected hexdecimal number');
  const code = Number.parseInt(digits, 16);
  if ((code >= 0xd800 && code <= 0xdfff) || code > 0x10ffff) throw fault('found invalid Unicode character escape code');
  cursor.skip(length);
  return String.fromCodePoint(code);
}

/** A block scalar; the cursor stands on its `|` or `>`. `parent` is the indentation around it, -1 for none. */
export function scanBlock(cursor: Cursor, parent: number): { value: string; end: number } {
  const start = cursor.mark();
  const context = 'while scanning a block scalar';
  const fault = (problem: string): YamlFault => new YamlFault(problem, context, start, cursor.mark());
  const folded = cursor.next() === '>';
  const header = scanHeader(cursor, fault);
  let end = cursor.offset;
  if (isBreak(cursor.peek())) {
    cursor.nextBreak();
    end = cursor.offset;
  }
  let indent = header.indent === 0 ? 0 : Math.max(parent, 0) + header.indent;

  // Blank lines, and the indentation of the line after them; an indentation that isn't known yet is that line's.
  const scanBreaks = (): string => {
    let breaks = '';
    let widest = 0;
    for (;;) {
      while ((indent === 0 || cursor.column < indent) && cursor.peek() === ' ') cursor.skip();
      widest = Math.max(widest, cursor.column);
      if ((indent === 0 || cursor.column < indent) && cursor.peek() === '\t') {
        throw fault('found a tab character where an indentation space is expected');
      }
      if (!isBreak(cursor.peek())) break;
      breaks += cursor.nextBreak();
      end = cursor.offset;
    }
    if (indent === 0) indent = Math.max(widest, parent + 1, 1);
    return breaks;
  };

  let value = '';
  let lastBreak = '';
  let wasIndented = false;
  let breaks = scanBreaks();
  while (cursor.column === indent && cursor.peek() !== '') {
    const isIndented = isSpaceOrTab(cursor.peek());
    if (folded && lastBreak === '\n' && !wasIndented && !isIndented) {
      if (breaks === '') value += ' ';
    } else value += lastBreak;
    value += breaks;
    wasIndented = isIndented;
    const from = cursor.offset;
    while (!isBreakOrEnd(cursor.peek())) cursor.next();
    value += cursor.text.slice(from, cursor.offset);
    end = cursor.offset;
    lastBreak = isBreak(cursor.peek()) ? cursor.nextBreak() : '';
    breaks = scanBreaks();
  }
  if (header.chomping !== '-') value += lastBreak;
  if (header.chomping === '+') value += breaks;
  return { value, end };
}

// `-` or `+` and a digit, in either order, and a comment.
function scanHeader(cursor: Cursor, fault: (problem: string) => YamlFault): { chomping: string; indent: number } {
  let chomping = '';
  let indent = 0;
  const scanChomping = (): void => {
    if (chomping === '' && (cursor.peek() === '+' || cursor.peek() === '-')) chomping = cursor.next();
  };
  scanChomping();
  if (/^\d$/.test(cursor.peek())) {
    if (cursor.peek() === '0') throw fault('found an indentation indicator equal to 0');
    indent = Number(cursor.next());
    scanChomping();
  }
  while (isSpaceOrTab(cursor.peek())) cursor.skip();
  if (cursor.peek() === '#') while (!isBreakOrEnd(cursor.peek())) cursor.next();
  if (!isBreakOrEnd(cursor.peek())) throw fault('did not find expected comment or line break');
  return { chomping, indent };
}
