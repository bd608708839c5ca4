import { isSpace } from '../characters.ts';
import type { Source } from '../source.ts';
import type { Parser } from './parser.ts';
import type { SpanConstruct } from './tables.ts';

/** Code between runs of backticks of equal length. */
function parseCodespan(parser: Parser): boolean {
  const { src } = parser;
  const { pos } = src;
  const { text, start, end } = codespanAt(src, pos);
  if (end < 0) {
    src.pos = start;
    parser.addText(text, parser.tree, parser.textType, start);
    return true;
  }
  parser.append(parser.make('codespan', text, null, pos));
  src.pos = end;
  return true;
}

interface Code {
  /** The code, or the backticks if they aren't closed. */
  readonly text: string;
  /** The offset after the opening backticks. */
  readonly start: number;
  /** The offset after the code; -1 if the backticks aren't closed. */
  readonly end: number;
}

/** The code that starts at a backtick. */
export function codespanAt(src: Source, pos: number): Code {
  const { text } = src;
  let start = pos + 1;
  while (text.charCodeAt(start) === 96) start++;
  const run = text.slice(pos, start);
  const simple = run.length === 1;
  const alone = simple && (pos === 0 || isSpace(text.charCodeAt(pos - 1))) && isSpace(text.charCodeAt(start));
  const end = alone ? -1 : src.find(run, start);
  if (end < 0) return { text: run, start, end };
  let code = text.slice(start, end);
  if (!simple) {
    if (code.startsWith(' ')) code = code.slice(1);
    if (code.endsWith(' ')) code = code.slice(0, -1);
  }
  return { text: code, start, end: end + run.length };
}

export const CODESPAN: SpanConstruct<Parser> = {
  name: 'codespan',
  starts: '`',
  parse: parseCodespan,
};
