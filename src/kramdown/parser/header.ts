// Headers: underlined (setext), and with hashes (atx).

import { rstrip } from '../characters.ts';
import { attributesOf } from '../element.ts';
import { afterBlockBoundary } from './boundary.ts';
import type { Parser } from './parser.ts';
import type { BlockConstruct } from './tables.ts';

const SETEXT = / {0,3}([^ \t][^\n]*)\n([-=])[-=]*[ \t\r\f\v]*\n/y;
const ATX = /(#{1,6})[\t ]*([^ \t][^\n]*)\n/y;
const ATX_GFM = /(#{1,6})[\t ]+([^\n]*)\n/y;

const NAME_START =
  ':A-Z_a-z\\u00C0-\\u00D6\\u00D8-\\u00F6\\u00F8-\\u02FF\\u0370-\\u037D\\u037F-\\u1FFF\\u200C-\\u200D\\u2070-\\u218F' +
  '\\u2C00-\\u2FEF\\u3001-\\uD7FF\\uF900-\\uFDCF\\uFDF0-\\uFFFD\\u{10000}-\\u{EFFFF}';
const HEADER_ID = new RegExp(
  `[\\t ]\\{#([${NAME_START}][${NAME_START}\\-.0-9\\u00B7\\u0300-\\u036F\\u203F-\\u2040]*)\\}$`,
  'u',
);

/** A header by its underline. */
function parseSetextHeader(parser: Parser): boolean {
  const { src } = parser;
  const under = src.lineEnd(src.pos);
  const c = src.text.charCodeAt(under);
  if ((c !== 45 && c !== 61) || !afterBlockBoundary(parser)) return false;
  const match = src.check(SETEXT);
  if (!match) return false;
  const { text, id } = contents(match[1]!);
  if (text === '') return false;
  addHeader(parser, match[2] === '-' ? 2 : 1, text, id, match[0].length);
  return true;
}

/** A header with hashes, in kramdown's form: after a boundary, and without a required space. */
function parseAtxHeader(parser: Parser): boolean {
  return parseAtx(parser, ATX, true);
}

/** The same in GFM without the quirk paragraph_end: a space is required. */
function parseAtxHeaderGfm(parser: Parser): boolean {
  return parseAtx(parser, ATX_GFM, true);
}

/** The same with the quirk: it may follow a paragraph, and closing hashes need white space before them. */
function parseAtxHeaderGfmQuirk(parser: Parser): boolean {
  return parseAtx(parser, ATX_GFM, false);
}

/** Whether a GFM header starts at a line. */
function isAtxHeaderGfm(text: string, at: number): boolean {
  let i = at;
  while (i - at < 6 && text.charCodeAt(i) === 35) i++;
  const c = text.charCodeAt(i);
  return i > at && (c === 32 || c === 9);
}

function parseAtx(parser: Parser, re: RegExp, boundary: boolean): boolean {
  const match = parser.src.check(re);
  if (!match || (boundary && !afterBlockBoundary(parser))) return false;
  const { text: inner, id } = contents(match[2]!);
  const text = boundary ? withoutHashes(inner) : withoutSpacedHashes(inner);
  if (text === '') return false;
  addHeader(parser, match[1]!.length, text, id, match[0].length);
  return true;
}

// Removes the hashes at the end, except an escaped one.
function withoutHashes(text: string): string {
  let start = text.length;
  while (text.charCodeAt(start - 1) === 35) start--;
  if (start > 0 && start < text.length && text.charCodeAt(start - 1) === 92) start++;
  return start < text.length ? rstrip(text.slice(0, start)) : text;
}

function withoutSpacedHashes(text: string): string {
  let start = text.length;
  while (text.charCodeAt(start - 1) === 35) start--;
  const c = text.charCodeAt(start - 1);
  return start < text.length && (c === 32 || c === 9) ? rstrip(text.slice(0, start - 1)) : text;
}

function contents(line: string): { text: string; id: string | null } {
  const text = rstrip(line);
  const match = text.endsWith('}') ? HEADER_ID.exec(text) : null;
  return match ? { text: rstrip(text.slice(0, match.index)), id: match[1]! } : { text, id: null };
}

function addHeader(parser: Parser, level: number, text: string, id: string | null, length: number): void {
  const el = parser.makeBlock('header', null, { level, rawText: text });
  const { src } = parser;
  parser.addText(text, el, 'raw_text', Math.max(src.pos, src.text.indexOf(text, src.pos)));
  if (id !== null) attributesOf(el).set('id', id);
  parser.append(el);
  src.pos += length;
}

export const ATX_HEADER: BlockConstruct<Parser> = {
  name: 'atx_header',
  starts: '#',
  parse: parseAtxHeader,
};

export const ATX_HEADER_GFM: BlockConstruct<Parser> = {
  name: 'atx_header_gfm',
  starts: '#',
  parse: parseAtxHeaderGfm,
};

export const ATX_HEADER_GFM_QUIRK: BlockConstruct<Parser> = {
  name: 'atx_header_gfm_quirk',
  starts: '#',
  isStart: (text, at, start) => start === at && isAtxHeaderGfm(text, at),
  parse: parseAtxHeaderGfmQuirk,
};

export const SETEXT_HEADER: BlockConstruct<Parser> = {
  name: 'setext_header',
  starts: null,
  parse: parseSetextHeader,
};
