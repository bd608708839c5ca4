import type { Parser } from './parser.ts';

/** Two spaces or two backslashes right before the end of a line. */
export function parseLineBreak(parser: Parser): boolean {
  const { src } = parser;
  if (src.text.charCodeAt(src.pos + 2) !== 10) return false;
  if (!src.text.startsWith('  ', src.pos) && !src.text.startsWith('\\\\', src.pos)) return false;
  parser.append(parser.make('br', null, null));
  src.pos += 2;
  return true;
}
