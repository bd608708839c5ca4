// Comments that may be printed: `/* */`.

import { LOUD_COMMENT } from './lexical.ts';
import { merged, type Parts } from './parts.ts';
import type { Reader } from './reader.ts';
import { parseTemplate } from './template-parser.ts';
import type { Statement, Template } from './tree.ts';

/** Null if there is no comment here. */
export function parseComment(reader: Reader): Statement | null {
  const { at: start, source } = reader;
  const text = reader.match(LOUD_COMMENT);
  if (text === null) return null;
  // A one-line comment has no indentation to remove.
  const lineStart = text.includes('\n') ? source.lastIndexOf('\n', start - 1) + 1 : start;
  const indent = source.slice(lineStart, start).replace(/[^\s]/g, ' ');
  return { kind: 'comment', text: unindented(merged([indent, ...parseTemplate(text)])), loud: text.startsWith('/*!') };
}

/** Removes the common indentation of a comment's lines. */
export function unindented(parts: Parts): Template {
  const text = parts.map((part) => (typeof part === 'string' ? part : '\u0001')).join('');
  const lines = text.split('\n');
  let shared = /^[ \t]*/.exec(lines[0]!)![0];
  for (const line of lines) {
    const own = /^[ \t]*/.exec(line)![0];
    let length = 0;
    while (length < shared.length && own[length] === shared[length]) length++;
    shared = shared.slice(0, length);
  }
  if (shared === '') return parts;
  let isStart = true;
  return parts.map((part) => {
    if (typeof part !== 'string') {
      isStart = false;
      return part;
    }
    const clean = part
      .split('\n')
      .map((line, i) => ((i > 0 || isStart) && line.startsWith(shared) ? line.slice(shared.length) : line))
      .join('\n');
    isStart = false;
    return clean;
  });
}
