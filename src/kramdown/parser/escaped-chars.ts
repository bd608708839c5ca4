import type { Parser } from './parser.ts';

const ESCAPED = '\\.*_+`<>()[]{}#!:|"\'$=-';

/** A backslash before a character with a special meaning. */
export function parseEscapedChars(parser: Parser): boolean {
  return parseEscaped(parser, ESCAPED);
}

/** GFM also allows the tilde. */
export function parseEscapedCharsGfm(parser: Parser): boolean {
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
