// Comments in the indented syntax: adds stars to the lines below `/*`, and the closing mark.

import { unindented } from './comment-parser.ts';
import type { Line } from './indented-lines.ts';
import type { Parts } from './parts.ts';
import { parseTemplate } from './template-parser.ts';
import type { Statement } from './tree.ts';

/** Stands for a `#{}`; a lone surrogate can't occur in decoded UTF-8. */
const PLACE = '\ud800';

export function parseIndentedComment({ text, commentIndent }: Line): Statement {
  if (text.startsWith('//')) return { kind: 'silent-comment', body: [] };
  const parts = parseTemplate(text);
  const plain = parts.map((part) => (typeof part === 'string' ? part : PLACE)).join('');
  const lines = plain
    .split('\n')
    .map((line) => (line.startsWith(commentIndent) ? line.slice(commentIndent.length) : line));
  const expressions = parts.filter((part) => typeof part !== 'string');
  const filled: Parts = formatted(lines.join('\n').slice(2))
    .split(PLACE)
    .flatMap((piece, i) => (i === 0 ? [piece] : [expressions[i - 1]!, piece]));
  return { kind: 'comment', text: unindented(filled), loud: text[2] === '!' };
}

/** @param text the comment without its `/*` */
function formatted(text: string): string {
  const lines = text.replace(/\n+$/, '').split('\n');
  const isFirstBlank = lines[0]!.trim() === '';
  if (isFirstBlank) lines.shift();
  if (lines.length === 0) return '/* */';
  lines.push(lines.pop()!.replace(/ ?\*\/ *$/, ''));
  const starred = lines.map((line, i) => {
    if (i === 0 && !isFirstBlank) return line;
    return line.startsWith('*') ? line.slice(1) : `${line === '' ? '' : ' '}${line}`;
  });
  return `/*${starred.join('\n *').replace(/ \*$/, '')} */`;
}
