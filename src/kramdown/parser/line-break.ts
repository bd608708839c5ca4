import type { Parser } from './parser.ts';
import { beforeSame, type SpanConstruct } from './tables.ts';

/** Two spaces or two backslashes right before the end of a line. */
function parseLineBreak(parser: Parser): boolean {
  const { src } = parser;
  if (src.text.charCodeAt(src.pos + 2) !== 10) return false;
  if (!src.text.startsWith('  ', src.pos) && !src.text.startsWith('\\\\', src.pos)) return false;
  parser.append(parser.make('br', null, null));
  src.pos += 2;
  return true;
}

const afterTwoSpaces = (text: string, at: number, from: number): number =>
  at - 2 >= from && text.charAt(at - 1) === ' ' && text.charAt(at - 2) === ' ' ? at - 2 : -1;

export const LINE_BREAK: SpanConstruct<Parser> = {
  name: 'line_break',
  starts: ' \\',
  finds: { '\n': afterTwoSpaces, ' ': null, '\\': beforeSame },
  parse: parseLineBreak,
};
