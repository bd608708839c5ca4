// Entities and backslashes as cmark-gfm resolves them, and the escapes of what it prints.

import { decodeHTMLStrict } from 'entities';
import { isPunctuation } from './characters.ts';

/** A character reference: named, decimal or hexadecimal. */
export const ENTITY = /&(?:#([0-9]{1,8})|#[xX]([0-9A-Fa-f]{1,8})|[A-Za-z][A-Za-z0-9]{1,31});/y;

const ANY_ENTITY = new RegExp(ENTITY.source, 'g');

/** What a character reference stands for; null where it is none. */
export function decodeEntity(match: RegExpExecArray): string | null {
  const digits = match[1] ?? match[2];
  if (digits === undefined) {
    const text = decodeHTMLStrict(match[0]);
    return text === match[0] ? null : text;
  }
  const code = Number.parseInt(digits, match[1] === undefined ? 16 : 10);
  const isCharacter = code > 0 && code < 0x110000 && !(code >= 0xd800 && code < 0xe000);
  return isCharacter ? String.fromCodePoint(code) : '\ufffd';
}

/** With character references resolved. */
export function unescapeEntities(text: string): string {
  if (!text.includes('&')) return text;
  let result = '';
  let from = 0;
  for (const match of text.matchAll(ANY_ENTITY)) {
    const decoded = decodeEntity(match);
    if (decoded === null) continue;
    result += text.slice(from, match.index) + decoded;
    from = match.index + match[0].length;
  }
  return result + text.slice(from);
}

/** Without the backslashes before punctuation. */
export function unescapeBackslashes(text: string): string {
  let at = text.indexOf('\\');
  if (at < 0) return text;
  let result = '';
  let from = 0;
  for (; at >= 0; at = text.indexOf('\\', at + 2)) {
    if (!isPunctuation(text.charCodeAt(at + 1))) continue;
    result += text.slice(from, at);
    from = at + 1;
  }
  return result + text.slice(from);
}

/** References first, then backslashes: what titles, targets and info strings mean. */
export const resolve = (text: string): string => unescapeBackslashes(unescapeEntities(text));

const HTML = /[&<>"]/g;
const HTML_ESCAPES: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' };

export const escapeHtml = (text: string): string => text.replace(HTML, (c) => HTML_ESCAPES[c]!);

const UNSAFE_IN_HREF = /[^\w.+!*(),%#@?=;:/$~-]/gu;

/** A target in an attribute: per cent signs for what addresses don't hold, UTF-8 for what is beyond ASCII. */
export const escapeHref = (text: string): string =>
  text.replace(UNSAFE_IN_HREF, (c) => {
    if (c === '&') return '&amp;';
    if (c === "'") return '&#x27;';
    if (c < '\x80') return `%${c.charCodeAt(0).toString(16).toUpperCase().padStart(2, '0')}`;
    return encodeURIComponent(c);
  });
