// Bare addresses, cmark-gfm's extension `autolink` (0.29.0.gfm.11): http://, https://, ftp:// and www. while spans are
// parsed, mail addresses once all text is there.

import { isLetter, isLetterOrDigit, isSpace, isWidePunctuation, isWideSpace } from './characters.ts';
import { type Node, NodeClass, textNode, walk } from './library.ts';
import type { SpanReader } from './span-reader.ts';

const SCHEME = /(?:https?|ftp):\/\//iy;

/** `://` at the current position, with a scheme before it. */
export function matchUrl(parser: SpanReader): boolean {
  const { text, at } = parser;
  if (!text.startsWith('//', at + 1) || at + 4 > text.length) return false;
  let start = at;
  while (start > 0 && isLetter(text.charCodeAt(start - 1))) start--;
  SCHEME.lastIndex = start;
  if (!SCHEME.test(text) || SCHEME.lastIndex !== at + 3 || !isHostCharacter(text, at + 3)) return false;
  const domain = domainEnd(text, at + 3, true);
  if (domain < 0) return false;
  const end = trimmedEnd(text, at, addressEnd(text, domain));
  if (end <= at) return false;
  parser.at = end;
  takeBack(parser.block, at - start);
  const address = text.slice(start, end);
  parser.appendLink(address, address);
  return true;
}

/** `www.` at the current position. */
export function matchWww(parser: SpanReader): boolean {
  const { text, at } = parser;
  if (!text.startsWith('www.', at)) return false;
  if (at > 0 && !'*_~('.includes(text[at - 1]!) && !isSpace(text.charCodeAt(at - 1))) return false;
  const domain = domainEnd(text, at, false);
  if (domain < 0) return false;
  const end = trimmedEnd(text, at, addressEnd(text, domain));
  if (end <= at) return false;
  parser.at = end;
  const address = text.slice(at, end);
  parser.appendLink(`http://${address}`, address);
  return true;
}

/** Removes characters from the end of the text parsed so far. */
function takeBack(block: Node, count: number): void {
  let left = count;
  for (let node = block.lastChild; left > 0 && node?.type === 'text'; node = node.prev) {
    const literal = node.literal!;
    node.literal = literal.slice(0, Math.max(0, literal.length - left));
    left -= Math.min(left, literal.length);
  }
}

function isHostCharacter(text: string, at: number): boolean {
  const c = text.codePointAt(at);
  return c !== undefined && !isWideSpace(c) && !isWidePunctuation(c);
}

/**
 * Where a domain ends. Returns -1 if it can't be linked: it has no dot (unless `short`), or an underscore in its last
 * two parts. As in cmark, the check stops at the first character that isn't ASCII.
 */
function domainEnd(text: string, start: number, short: boolean): number {
  let dots = 0;
  let before = 0;
  let last = 0;
  let at = start + 1;
  if (text.charCodeAt(start) < 128) {
    for (; at < text.length - 1; at++) {
      if (text[at] === '\\' && at < text.length - 2) at++;
      const c = text.charCodeAt(at);
      if (c === 95) last++;
      else if (c === 46) {
        before = last;
        last = 0;
        dots++;
      } else if (c !== 45 && (c > 127 || !isHostCharacter(text, at))) break;
    }
  }
  if ((before > 0 || last > 0) && dots <= 10) return -1;
  return short || dots > 0 ? at : -1;
}

function addressEnd(text: string, from: number): number {
  let at = from;
  while (at < text.length && !isSpace(text.charCodeAt(at)) && text[at] !== '<') at++;
  return at;
}

/** Excludes punctuation at the end that probably belongs to the sentence. */
function trimmedEnd(text: string, start: number, from: number): number {
  let end = from;
  let closing = count(text, ')', start, end);
  const opening = count(text, '(', start, end);
  while (end > start) {
    const c = text[end - 1]!;
    if (c === ')') {
      if (closing <= opening) break;
      closing--;
      end--;
    } else if (c === ';') end = withoutEntity(text, start, end);
    else if ('?!.,:*_~\'"'.includes(c)) end--;
    else break;
  }
  return end;
}

function withoutEntity(text: string, start: number, end: number): number {
  let at = end - 2;
  while (at > start && isLetter(text.charCodeAt(at))) at--;
  return at < end - 2 && text[at] === '&' ? at : end - 1;
}

function count(text: string, character: string, start: number, end: number): number {
  let found = 0;
  for (let at = start; at < end; at++) if (text[at] === character) found++;
  return found;
}

/** Turns the mail addresses in all text outside links into links. */
export function linkMailAddresses(document: Node): void {
  let links = 0;
  const texts: Node[] = [];
  for (const { node, entering } of walk(document)) {
    if (node.type === 'link') links += entering ? 1 : -1;
    if (!entering || node.type !== 'text') continue;
    joinTexts(node);
    if (links === 0 && node.literal!.includes('@')) texts.push(node);
  }
  for (const node of texts) linkIn(node);
}

/** Merges a text node with the text nodes after it. */
function joinTexts(node: Node): void {
  for (let next = node.next; next?.type === 'text'; next = node.next) {
    node.literal += next.literal!;
    next.unlink();
  }
}

function linkIn(node: Node): void {
  const text = node.literal!;
  let done = 0;
  let last = node;
  for (let from = 0; ; ) {
    const at = text.indexOf('@', from);
    if (at < 0) return;
    const { start, end, hasScheme } = mailAddress(text, from, at);
    from = end;
    if (start < 0) continue;
    const link = new NodeClass('link');
    const address = text.slice(start, end);
    link.destination = hasScheme ? address : `mailto:${address}`;
    link.title = '';
    link.appendChild(textNode(address));
    last.literal = text.slice(done, start);
    last.insertAfter(link);
    done = end;
    last = textNode(text.slice(done));
    link.insertAfter(last);
  }
}

interface Mail {
  readonly start: number;
  readonly end: number;
  /** Whether the address, or an invalid one before it, starts with `mailto:` or `xmpp:`. */
  readonly hasScheme: boolean;
}

/**
 * The mail address around an `@`; it may start at `floor`. If there is none, `start` is -1, and the search continues at
 * `end`.
 */
function mailAddress(text: string, floor: number, firstAt: number): Mail {
  let from = floor;
  let at = firstAt;
  let dots = 0;
  let hasScheme = false;
  let isXmpp = false;
  for (;;) {
    let start = at;
    for (; start > from; start--) {
      const c = text.charCodeAt(start - 1);
      if (isLetterOrDigit(c) || '.+-_'.includes(text[start - 1]!)) continue;
      if (endsWithScheme(text, 'xmpp:', from, start)) isXmpp = true;
      else if (!endsWithScheme(text, 'mailto:', from, start)) break;
      hasScheme = true;
    }
    if (start === at) return { start: -1, end: at + 1, hasScheme };
    let end = at + 1;
    for (; end < text.length; end++) {
      const c = text[end]!;
      if (isLetterOrDigit(text.charCodeAt(end))) continue;
      if (c === '.' && isLetterOrDigit(text.charCodeAt(end + 1))) dots++;
      else if (c !== '-' && c !== '_' && !(c === '/' && isXmpp)) break;
    }
    if (text[end] === '@') {
      from = at + 1;
      at = end;
      continue;
    }
    if (end - at < 2 || dots === 0 || !(isLetter(text.charCodeAt(end - 1)) || text[end - 1] === '.')) {
      return { start: -1, end, hasScheme };
    }
    const trimmed = trimmedEnd(text, at, end);
    return trimmed === at ? { start: -1, end: at + 1, hasScheme } : { start, end: trimmed, hasScheme };
  }
}

/** Whether the scheme ends at `end`, without a letter or digit before it. */
function endsWithScheme(text: string, scheme: string, from: number, end: number): boolean {
  const start = end - scheme.length;
  if (start < from || !text.startsWith(scheme, start)) return false;
  return start === from || !isLetterOrDigit(text.charCodeAt(start - 1));
}
