// Link definitions, and how links refer to them.

import { downcase, isSpace } from '../characters.ts';
import { skipIndent } from './lines.ts';
import type { Parser } from './parser.ts';
import type { BlockConstruct } from './tables.ts';

/** Normalises a link's name for lookup. */
export function normalizeLinkId(id: string): string {
  return downcase(id.replace(/[ \t\r\n\f\v]+/g, ' '));
}

/** `[name]: url "title"`. Prints nothing. */
function parseLinkDefinition(parser: Parser): boolean {
  const { src } = parser;
  const { text, pos } = src;
  const start = skipIndent(text, pos);
  if (text.charCodeAt(start) !== 91) return false;
  const close = src.find(']', start + 1);
  if (close <= start + 1 || text.charCodeAt(close + 1) !== 58) return false;
  const line = src.find('\n', start);
  if (line < close) return false;
  const found = targetAt(text, close + 2, line);
  if (!found || (!found.inAngles && /[ \t]["']/.test(found.url))) return false;
  const name = normalizeLinkId(text.slice(start + 1, close));
  if (parser.linkDefs.has(name)) parser.warn(`Duplicate link ID '${name}' - overwriting`);
  const element = parser.makeBlock('eob', 'link_def', null);
  parser.append(element);
  parser.linkDefs.set(name, { url: found.url, title: found.title, element });
  src.pos = found.end;
  return true;
}

interface Target {
  readonly url: string;
  readonly inAngles: boolean;
  readonly title: string | null;
  /** The offset after the definition's last line. */
  readonly end: number;
}

/** Parses a definition from an offset to the end of its line, or of the next line, which may contain the title. */
function targetAt(text: string, from: number, line: number): Target | null {
  const start = skipBlanks(text, from);
  const last = lastOf(text, start, line);
  if (text.charCodeAt(start) === 60) {
    for (let close = text.indexOf('>', start + 1); close >= 0 && close < line; close = text.indexOf('>', close + 1)) {
      const url = text.slice(start + 1, close);
      const title = titleAt(text, close + 1, last);
      if (title) return { url, inAngles: true, title: text.slice(title + 1, last), end: line + 1 };
      if (skipBlanks(text, close + 1) === line) return { url, inAngles: true, ...nextLine(text, line) };
    }
  }
  // The URL's first character isn't white space; form feeds before it are skipped.
  let first = start;
  while (first < line && isSpace(text.charCodeAt(first))) first++;
  if (first >= line) return null;
  const quote = text.charCodeAt(last);
  if (quote === 34 || quote === 39) {
    for (
      let i = text.indexOf(text.charAt(last), first + 2);
      i >= 0 && i <= last - 2;
      i = text.indexOf(text.charAt(last), i + 1)
    ) {
      if (!isBlank(text.charCodeAt(i - 1))) continue;
      let end = i;
      while (end > first + 1 && isBlank(text.charCodeAt(end - 1))) end--;
      return { url: text.slice(start, end), inAngles: false, title: text.slice(i + 1, last), end: line + 1 };
    }
  }
  return { url: text.slice(start, Math.max(last + 1, first + 1)), inAngles: false, ...nextLine(text, line) };
}

const isBlank = (c: number) => c === 32 || c === 9;

function skipBlanks(text: string, at: number): number {
  let i = at;
  while (isBlank(text.charCodeAt(i))) i++;
  return i;
}

// The last character of the line that is neither a space nor a tab.
function lastOf(text: string, start: number, line: number): number {
  let last = line - 1;
  while (last > start && isBlank(text.charCodeAt(last))) last--;
  return last;
}

// The quote that starts a title which extends to the end of the line, after blanks; 0 if there is no title.
function titleAt(text: string, at: number, last: number): number {
  const quote = skipBlanks(text, at);
  const c = text.charCodeAt(quote);
  return quote > at && quote <= last - 2 && (c === 34 || c === 39) && text.charCodeAt(last) === c ? quote : 0;
}

// A title alone on the next line.
function nextLine(text: string, line: number): { title: string | null; end: number } {
  const stop = text.indexOf('\n', line + 1);
  const quote = skipBlanks(text, line + 1);
  const c = text.charCodeAt(quote);
  if (stop < 0 || (c !== 34 && c !== 39)) return { title: null, end: line + 1 };
  const last = lastOf(text, quote, stop);
  if (last < quote + 2 || text.charCodeAt(last) !== c) return { title: null, end: line + 1 };
  return { title: text.slice(quote + 1, last), end: stop + 1 };
}

export const LINK_DEFINITION: BlockConstruct<Parser> = {
  name: 'link_definition',
  starts: '[',
  parse: parseLinkDefinition,
};
