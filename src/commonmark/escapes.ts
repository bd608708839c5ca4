// Resolves entities and backslash escapes as cmark-gfm does, and escapes its output.

import { decodeHTMLStrict } from 'entities';
import { isPunctuation } from './characters.ts';

/** A character reference: named, decimal or hexadecimal. */
export const ENTITY = /&(?:#([0-9]{1,8})|#[xX]([0-9A-Fa-f]{1,8})|[A-Za-z][A-Za-z0-9]{1,31});/y;

const ANY_ENTITY = new RegExp(ENTITY.source, 'g');

/** The character of a reference; null if the reference is invalid. */
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

/** Resolves character references. */
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

/** Removes backslashes before punctuation. */
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

/** Resolves references first, then backslashes, in titles, destinations and info strings. */
export const resolve = (text: string): string => unescapeBackslashes(unescapeEntities(text));

const HTML = /[&<>"]/g;
const HTML_ESCAPES: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' };

export const escapeHtml = (text: string): string => text.replace(HTML, (c) => HTML_ESCAPES[c]!);

const UNSAFE_IN_HREF = /[^\w.+!*(),%#@?=;:/$~-]/gu;

/**
 * Escapes a destination for an attribute: percent-encodes what URLs don't allow, and everything beyond ASCII as UTF-8.
 */
export const escapeHref = (text: string): string =>
  text.replace(UNSAFE_IN_HREF, (c) => {
    if (c === '&') return '&amp;';
    if (c === "'") return '&#x27;';
    if (c < '\x80') return `%${c.charCodeAt(0).toString(16).toUpperCase().padStart(2, '0')}`;
    return encodeURIComponent(c);
  });
