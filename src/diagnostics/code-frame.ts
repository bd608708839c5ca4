// The source line of a diagnostic, with carets below the span.

import { position, type Span } from './diagnostic.ts';
import { redactInPlace } from './redact.ts';
import { visibleLine } from './visible.ts';

export interface FrameOptions {
  /** Maximum line width in columns; longer lines are cut around the span. */
  readonly width: number;
  /** Colours the carets and the margin; by default they stay plain. */
  readonly paint?: (text: string, as: 'caret' | 'margin') => string;
}

const TAB = '  ';
const NARROWEST = 20;

/** The span's first line, numbered as in the author's file, with carets under the span. No trailing '\n'. */
export function codeFrame(span: Span, options: FrameOptions): string {
  const paint = options.paint ?? ((text: string) => text);
  const { text } = span.source;
  const start = Math.max(0, Math.min(span.start, text.length));
  const { line } = position(span.source, start);
  const from = text.lastIndexOf('\n', start - 1) + 1;
  const next = text.indexOf('\n', start);
  const end = next < 0 ? text.length : next;
  const whole = redactInPlace(text.slice(from, end).replace(/\r$/, ''));
  const number = String(line);
  const room = Math.max(NARROWEST, options.width - number.length - 5);
  const at = Math.min(start - from, whole.length);
  const to = Math.max(at, Math.min(span.end - from, whole.length));
  const shown = cut(whole, at, to, room);
  const before = displayWidth(shown.before);
  const carets = Math.max(1, Math.min(displayWidth(shown.marked), room - before));
  const margin = (label: string): string => paint(` ${label.padStart(number.length)} |`, 'margin');
  const below = `${margin('')} ${' '.repeat(before)}${paint('^'.repeat(carets), 'caret')}`;
  return `${margin(number)} ${shown.before}${shown.marked}${shown.after}\n${below}`;
}

/** Cuts a line to `room` columns, keeping the marked part in view; '…' shows a cut. */
function cut(line: string, at: number, to: number, room: number): { before: string; marked: string; after: string } {
  let before = visible(line.slice(0, at));
  let marked = visible(line.slice(at, to));
  let after = visible(line.slice(to));
  if (displayWidth(before) + displayWidth(marked) + displayWidth(after) <= room) return { before, marked, after };
  const lead = Math.max(Math.floor(room / 3), room - displayWidth(marked) - displayWidth(after) - 1);
  if (displayWidth(before) > lead) before = `…${last(before, lead - 1)}`;
  const left = room - displayWidth(before);
  if (displayWidth(marked) > left) {
    marked = `${first(marked, left - 1)}…`;
    after = '';
  } else if (displayWidth(marked) + displayWidth(after) > left) {
    after = `${first(after, left - displayWidth(marked) - 1)}…`;
  }
  return { before, marked, after };
}

const visible = (text: string): string => visibleLine(text.replaceAll('\t', TAB));

/** The longest prefix that fits into the columns. */
function first(text: string, columns: number): string {
  let [result, width] = ['', 0];
  for (const character of text) {
    width += characterWidth(character);
    if (width > columns) break;
    result += character;
  }
  return result;
}

function last(text: string, columns: number): string {
  const characters = [...text];
  let [from, width] = [characters.length, 0];
  while (from > 0 && (width += characterWidth(characters[from - 1]!)) <= columns) from--;
  return characters.slice(from).join('');
}

/** The width of a string in a terminal: CJK and emoji take two columns, combining marks none. */
export function displayWidth(text: string): number {
  if (/^[\x20-\x7e]*$/.test(text)) return text.length;
  let width = 0;
  for (const character of text) width += characterWidth(character);
  return width;
}

const WIDE =
  /^(?:[\u1100-\u115f\u2e80-\u303e\u3041-\ua4cf\uac00-\ud7a3\uf900-\ufaff\ufe30-\ufe6f\uff00-\uff60\uffe0-\uffe6\u{20000}-\u{3fffd}]|\p{Emoji_Presentation})/u;
const NONE = /^[\p{Mn}\p{Me}\p{Cf}]/u;

function characterWidth(character: string): number {
  if (character <= '~') return 1;
  return NONE.test(character) ? 0 : WIDE.test(character) ? 2 : 1;
}
