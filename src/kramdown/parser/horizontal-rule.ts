import type { Parser } from './parser.ts';
import type { BlockConstruct } from './tables.ts';

const HR = / {0,3}([*_-])[ \t]*\1[ \t]*\1(?:\1|[ \t])*\n/y;

/** Whether there is a rule here. */
export function isHorizontalRule(parser: Parser): boolean {
  return parser.src.check(HR) !== null;
}

/** Three or more of `*`, `-` or `_` on a line. */
function parseHorizontalRule(parser: Parser): boolean {
  const { src } = parser;
  if (!isHorizontalRule(parser)) return false;
  parser.append(parser.makeBlock('hr', null, null));
  src.pos = src.lineEnd(src.pos);
  return true;
}

export const HORIZONTAL_RULE: BlockConstruct<Parser> = {
  name: 'horizontal_rule',
  starts: '*-_',
  parse: parseHorizontalRule,
};
