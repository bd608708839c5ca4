import { isSpace } from '../characters.ts';
import type { Parser } from './parser.ts';

/** Code between runs of backticks of one length. */
export function parseCodespan(parser: Parser): boolean {
  const { src } = parser;
  const { text, pos } = src;
  let start = pos + 1;
  while (text.charCodeAt(start) === 96) start++;
  const run = text.slice(pos, start);
  const simple = run.length === 1;
  src.pos = start;
  const alone = simple && (pos === 0 || isSpace(text.charCodeAt(pos - 1))) && isSpace(text.charCodeAt(start));
  const end = alone ? -1 : src.find(run, start);
  if (end < 0) {
    parser.addText(run);
    return true;
  }
  let code = text.slice(start, end);
  if (!simple) {
    if (code.startsWith(' ')) code = code.slice(1);
    if (code.endsWith(' ')) code = code.slice(0, -1);
  }
  parser.append(parser.make('codespan', code, null, pos));
  src.pos = end + run.length;
  return true;
}
