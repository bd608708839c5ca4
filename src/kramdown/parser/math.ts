import { strip } from '../characters.ts';
import { afterBlockBoundary, beforeBlockBoundary } from './boundary.ts';
import { restIsBlank, skipIndent } from './lines.ts';
import type { Parser } from './parser.ts';
import { type BlockConstruct, beforeSame, type SpanConstruct } from './tables.ts';

/** `$$…$$` between block boundaries. After a backslash it isn't math, and the backslash is dropped. */
function parseBlockMath(parser: Parser): boolean {
  const { src } = parser;
  const { text, pos } = src;
  let start = skipIndent(text, pos);
  const escaped = text.charCodeAt(start) === 92;
  if (escaped) start++;
  if (!text.startsWith('$$', start)) return false;
  const close = src.find('$$', start + 2);
  if (close < 0 || !afterBlockBoundary(parser)) return false;
  const alone = restIsBlank(text, close + 2);
  if (escaped) {
    if (alone) src.pos = start;
    return false;
  }
  src.pos = alone ? src.lineEnd(close + 2) : close + 2;
  if (beforeBlockBoundary(parser)) {
    parser.append(parser.makeBlock('math', strip(text.slice(start + 2, close)), { category: 'block' }, pos));
    return true;
  }
  src.pos = pos;
  return false;
}

/** `$$…$$` within text. */
function parseInlineMath(parser: Parser): boolean {
  const { src } = parser;
  const { text, pos } = src;
  if (text.charCodeAt(pos + 1) !== 36) return false;
  const close = src.find('$$', pos + 2);
  if (close < 0) return false;
  parser.append(parser.make('math', strip(text.slice(pos + 2, close)), { category: 'span' }));
  src.pos = close + 2;
  return true;
}

export const BLOCK_MATH: BlockConstruct<Parser> = {
  name: 'block_math',
  starts: '$\\',
  parse: parseBlockMath,
};

export const INLINE_MATH: SpanConstruct<Parser> = {
  name: 'inline_math',
  starts: '$',
  finds: { $: beforeSame },
  parse: parseInlineMath,
};
