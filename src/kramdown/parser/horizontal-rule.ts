import type { Parser } from './parser.ts';

const HR = / {0,3}([*_-])[ \t]*\1[ \t]*\1(?:\1|[ \t])*\n/y;

/** Whether a rule stands at the place. */
export function isHorizontalRule(parser: Parser): boolean {
  return parser.src.check(HR) !== null;
}

/** Three or more of one of `* - _` on a line. */
export function parseHorizontalRule(parser: Parser): boolean {
  const { src } = parser;
  if (!isHorizontalRule(parser)) return false;
  parser.append(parser.makeBlock('hr', null, null));
  src.pos = src.lineEnd(src.pos);
  return true;
}
