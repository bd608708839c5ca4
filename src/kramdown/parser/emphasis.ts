// Emphasis and strong emphasis.

import { isAlnumAt, isAlphaAt, isSpace, previousCharacter } from '../characters.ts';
import type { ElementOf } from '../element.ts';
import type { Source } from '../source.ts';
import { EmphasisAttempt } from './attempts.ts';
import type { Parser, Stop } from './parser.ts';
import { nextStart, type SpanConstruct } from './tables.ts';

/** `*`, `_`, `**`, `__`. Unclosed markers are text; for two of them, a single one is tried first. */
function parseEmphasis(parser: Parser): boolean {
  const { src } = parser;
  const { text, pos } = src;
  const c = text.charCodeAt(pos);
  const double = text.charCodeAt(pos + 1) === c;
  const mark = text.slice(pos, pos + (double ? 2 : 1));
  const around = double ? parser.inStrong : parser.inEm;
  const behind = pos + mark.length;
  if (around > 0 || isSpace(text.charCodeAt(behind)) || parser.tooDeep || (c === 95 && isInsideWord(parser, pos))) {
    src.pos = behind;
    parser.addText(mark);
    return true;
  }
  const plain = plainEmphasis(parser, double ? 'strong' : 'em', mark, pos);
  if (plain) {
    parser.append(plain);
    return true;
  }
  const inEm = parser.tree.type === 'em';
  const found =
    attempt(parser, double ? 'strong' : 'em', mark, pos) ??
    (double && !inEm ? attempt(parser, 'em', mark.charAt(0), pos) : null);
  if (found) parser.append(found);
  else {
    src.pos = behind;
    parser.addText(mark);
  }
  return true;
}

// A fast path: most emphasis contains only text, and needs no attempt.
function plainEmphasis(
  parser: Parser,
  type: 'em' | 'strong',
  mark: string,
  at: number,
): ElementOf<'em' | 'strong'> | null {
  const { src } = parser;
  const { text } = src;
  const start = at + mark.length;
  const stop = nextStart(text, start, parser.dialect.spans, '');
  if (stop <= start || !text.startsWith(mark, stop) || !closes(src, type, mark, stop)) return null;
  const el = parser.make(type, null, null, at);
  parser.addText(text.slice(start, stop), el, parser.textType, start);
  src.pos = stop + mark.length;
  return el;
}

/** Whether the marker at an offset ends the emphasis. */
function closes({ text }: Source, type: 'em' | 'strong', mark: string, at: number): boolean {
  const c = mark.charCodeAt(0);
  if (at > 0 && isSpace(text.charCodeAt(at - 1))) return false;
  if (type === 'em' && text.charCodeAt(at + 1) === c && text.charCodeAt(at + 2) !== c) return false;
  const behind = at + mark.length;
  return !(c === 95 && behind < text.length && isAlnumAt(text, behind));
}

/**
 * Whether letters (or letters and a hyphen) precede an underscore; from 2.5 on, precede its whole run of underscores.
 */
function isInsideWord(parser: Parser, at: number): boolean {
  const { text } = parser.src;
  let end = at;
  if (parser.options.version.skipsUnderscoreRuns && text.charCodeAt(end - 1) === 95)
    end = runStart(parser.src, end - 1);
  if (end === 0) return false;
  if (text.charCodeAt(end - 1) === 45) end--;
  return end > 0 && isAlphaAt(text, previousCharacter(text, end));
}

// The start of a run of underscores. The last run is cached, so that a long one is scanned only once.
function runStart(src: Source, at: number): number {
  const start = src.failures.get('_start');
  const end = src.failures.get('_end');
  let i = at;
  while (i > 0 && text95(src, i - 1)) {
    i--;
    if (start !== undefined && end !== undefined && i >= start && i <= end) {
      i = start;
      break;
    }
  }
  src.failures.set('_start', i);
  src.failures.set('_end', at);
  return i;
}

const text95 = (src: Source, at: number) => src.text.charCodeAt(at) === 95;

function attempt(parser: Parser, type: 'em' | 'strong', mark: string, at: number): ElementOf<'em' | 'strong'> | null {
  const { src } = parser;
  const el = parser.make(type, null, null, at);
  const { effects } = parser;
  const key = (mark === '*' ? 0 : mark === '_' ? 1 : mark === '**' ? 2 : 3) * 8 + surroundings(parser);
  const memory = new EmphasisAttempt(src, key);
  const stop: Stop = {
    starts: '',
    at: (text, pos) => text.startsWith(mark, pos),
    accept: () => el.children.length > 0 && closes(src, type, mark, src.pos),
    attempt: memory,
  };
  src.pos = at + mark.length;
  if (parser.parseSpans(el, stop)) {
    src.pos += mark.length;
    return el;
  }
  if (parser.effects === effects) memory.failed();
  src.pos = at;
  return null;
}

/** The enclosing elements as far as they affect how spans are parsed, as a number below 8. */
export function surroundings(parser: Parser): number {
  return (parser.inEm > 0 ? 1 : 0) + (parser.inStrong > 0 ? 2 : 0) + (parser.inLink > 0 ? 4 : 0);
}

export const EMPHASIS: SpanConstruct<Parser> = {
  name: 'emphasis',
  starts: '*_',
  parse: parseEmphasis,
};
