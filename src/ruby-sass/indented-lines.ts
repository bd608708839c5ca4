// Reads the lines of the indented syntax and their nesting, as Ruby Sass 3.7.4 does.

import { RubySassError } from './error.ts';

export interface Line {
  /** Without white space at both ends. A comment's text includes the more deeply indented lines below it. */
  text: string;
  children: readonly Line[];
  /** The indentation of a comment's lines. */
  commentIndent: string;
}

interface Placed extends Line {
  readonly depth: number;
}

/** Throws a RubySassError for inconsistent indentation. */
export function readLines(source: string): readonly Line[] {
  const text = source.replace(/\r\n?|\f/g, '\n').replaceAll('\0', '\ufffd');
  return nested(placed(text.split('\n')), 0).lines;
}

function placed(source: readonly string[]): Placed[] {
  const lines: Placed[] = [];
  let unit: string | null = null;
  let commentIndent: string | null = null;
  for (const line of source) {
    const last = lines.at(-1);
    const text = line.trim();
    if (text === '') {
      if (last !== undefined && isComment(last)) last.text += '\n';
      continue;
    }
    const indent = /^\s*/.exec(line)![0];
    if (indent !== '' && unit === null) {
      commentIndent ??= indent;
      if (last !== undefined && continuesComment(line, last, '', commentIndent)) continue;
      commentIndent = null;
      unit = indent;
      if (last === undefined) throw new RubySassError('Indenting at the beginning of the document is illegal.');
      if (unit.includes(' ') && unit.includes('\t')) {
        throw new RubySassError("Indentation can't use both tabs and spaces.");
      }
    }
    let depth = 0;
    if (unit !== null) {
      commentIndent ??= indent;
      if (continuesComment(line, last!, unit.repeat(last!.depth), commentIndent)) continue;
      commentIndent = null;
      depth = Math.floor(indent.length / unit.length);
      if (unit.repeat(depth) !== indent) {
        const was = `${described(indent)} ${indent.length === 1 ? 'was' : 'were'}`;
        throw new RubySassError(
          `Inconsistent indentation: ${was} used for indentation, but the rest of the document was indented using ${described(unit)}.`,
        );
      }
    }
    lines.push({ text, depth, children: [], commentIndent: '' });
  }
  return lines;
}

const isComment = ({ text }: Line): boolean => text.startsWith('//') || text.startsWith('/*');

/** Appends the line to the comment before it, if it is indented more deeply. */
function continuesComment(line: string, last: Line, outer: string, indent: string): boolean {
  if (!isComment(last) || !line.startsWith(outer) || !/\s/.test(line[outer.length] ?? '')) return false;
  if (!line.startsWith(indent)) {
    const own = described(/^\s*/.exec(line)![0]);
    throw new RubySassError(
      `Inconsistent indentation: previous line was indented by ${described(indent)}, but this line was indented by ${own}.`,
    );
  }
  last.commentIndent ||= indent;
  last.text += `\n${line}`;
  return true;
}

function described(indent: string): string {
  const noun = !indent.includes('\t') ? 'space' : !indent.includes(' ') ? 'tab' : null;
  return noun === null ? JSON.stringify(indent) : `${indent.length} ${noun}${indent.length === 1 ? '' : 's'}`;
}

/** The lines from `at` on with the same depth, and the lines below them. */
function nested(all: readonly Placed[], at: number): { readonly lines: readonly Placed[]; readonly end: number } {
  const lines: Placed[] = [];
  const depth = all[at]?.depth ?? 0;
  let end = at;
  for (let line = all[end]; line !== undefined && line.depth >= depth; line = all[end]) {
    if (line.depth > depth) {
      // As in Ruby Sass, lines at a depth in between replace the more deeply indented ones before them.
      const below = nested(all, end);
      lines.at(-1)!.children = below.lines;
      end = below.end;
    } else {
      lines.push(line);
      end++;
    }
  }
  return { lines, end };
}
