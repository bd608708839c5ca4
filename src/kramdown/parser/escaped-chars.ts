import type { Parser } from './parser.ts';
import type { SpanConstruct } from './tables.ts';

const ESCAPED = '\\.*_+`<>()[]{}#!:|"\'$=-';

/** A backslash before a character with a special meaning. */
function parseEscapedChars(parser: Parser): boolean {
  return parseEscaped(parser, ESCAPED);
}

/** GFM also allows the tilde. */
function parseEscapedCharsGfm(parser: Parser): boolean {
  return parseEscaped(parser, `${ESCAPED}~`);
}

function parseEscaped(parser: Parser, escaped: string): boolean {
  const { src } = parser;
  const next = src.text.charAt(src.pos + 1);
  if (next === '' || !escaped.includes(next)) return false;
  src.pos += 2;
  parser.addText(next);
  return true;
}

export const ESCAPED_CHARS: SpanConstruct<Parser> = {
  name: 'escaped_chars',
  starts: '\\',
  parse: parseEscapedChars,
};

export const ESCAPED_CHARS_GFM: SpanConstruct<Parser> = {
  name: 'escaped_chars_gfm',
  starts: '\\',
  parse: parseEscapedCharsGfm,
};
