// Block scalars, as libyaml 0.2.5 scans them.

import { GREATER, HASH, isBlank, isBreak, isBreakOrEnd, isDigit, SPACE, TAB, ZERO } from './characters.ts';
import { type Cursor, YamlFault } from './cursor.ts';

/**
 * Scans a block scalar; the cursor is on its `|` or `>`.
 * @param parent the indentation of the enclosing collection, or -1
 */
export function scanBlock(cursor: Cursor, parent: number): { value: string; end: number } {
  const { text } = cursor;
  const start = cursor.offset;
  const fault = (problem: string): YamlFault =>
    new YamlFault(problem, 'while scanning a block scalar', start, cursor.offset);
  const isFolded = text.charCodeAt(cursor.offset++) === GREATER;
  const header = scanHeader(cursor, fault);
  if (isBreak(cursor.code())) cursor.nextBreak();
  let end = cursor.offset;
  let indent = header.indent === 0 ? 0 : Math.max(parent, 0) + header.indent;

  // Reads blank lines and the next line's indentation, which sets the scalar's indentation if it isn't known yet.
  const scanBreaks = (): string => {
    let breaks = '';
    let widest = 0;
    for (;;) {
      while ((indent === 0 || cursor.column < indent) && cursor.code() === SPACE) cursor.offset++;
      widest = Math.max(widest, cursor.column);
      const c = cursor.code();
      if ((indent === 0 || cursor.column < indent) && c === TAB) {
        throw fault('found a tab character where an indentation space is expected');
      }
      if (!isBreak(c)) break;
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
  while (cursor.column === indent && !Number.isNaN(cursor.code())) {
    const isIndented = isBlank(cursor.code());
    if (isFolded && lastBreak === '\n' && !wasIndented && !isIndented) {
      if (breaks === '') value += ' ';
    } else value += lastBreak;
    value += breaks;
    wasIndented = isIndented;
    const from = cursor.offset;
    cursor.skipLine();
    value += text.slice(from, cursor.offset);
    end = cursor.offset;
    lastBreak = isBreak(cursor.code()) ? cursor.nextBreak() : '';
    breaks = scanBreaks();
  }
  if (header.chomping !== '-') value += lastBreak;
  if (header.chomping === '+') value += breaks;
  return { value, end };
}

// `-` or `+`, and a digit, in either order; then a comment.
function scanHeader(cursor: Cursor, fault: (problem: string) => YamlFault): { chomping: string; indent: number } {
  const { text } = cursor;
  let chomping = '';
  let indent = 0;
  const scanChomping = (): void => {
    const c = text.charAt(cursor.offset);
    if (chomping !== '' || (c !== '+' && c !== '-')) return;
    chomping = c;
    cursor.offset++;
  };
  scanChomping();
  const digit = cursor.code();
  if (isDigit(digit)) {
    if (digit === ZERO) throw fault('found an indentation indicator equal to 0');
    indent = digit - ZERO;
    cursor.offset++;
    scanChomping();
  }
  cursor.skipBlanks();
  if (cursor.code() === HASH) cursor.skipLine();
  if (!isBreakOrEnd(cursor.code())) throw fault('did not find expected comment or line break');
  return { chomping, indent };
}
