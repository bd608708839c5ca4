// Links, images and footnote references: what a closing bracket does with the text since its opening one.

import { byteLength, isSpace, trim } from './characters.ts';
import { NodeClass } from './library.ts';
import { cleanDestination, cleanTitle, scanDestination, scanLabel, scanTitle, type Target } from './references.ts';
import type { Bracket, SpanReader } from './span-reader.ts';

export function closeBracket(parser: SpanReader): void {
  const { bracket } = parser;
  if (bracket === null || (!bracket.isImage && parser.noLinkOpeners)) {
    parser.bracket = bracket?.previous ?? null;
    parser.take(1);
    return;
  }
  const found = inlineTarget(parser, parser.at + 1) ?? referenceTarget(parser, bracket);
  if (found !== null) makeLink(parser, bracket, found);
  else if (!makeFootnoteReference(parser, bracket)) {
    parser.bracket = bracket.previous;
    parser.take(1);
  }
}

interface Found {
  readonly target: Target;
  readonly end: number;
}

/** `(destination "title")` at an offset. */
function inlineTarget({ text }: SpanReader, at: number): Found | null {
  if (text[at] !== '(') return null;
  const destination = scanDestination(text, skipSpace(text, at + 1));
  if (destination === null) return null;
  const titleStart = skipSpace(text, destination.end);
  const titleEnd = titleStart === destination.end ? -1 : scanTitle(text, titleStart);
  const end = skipSpace(text, titleEnd < 0 ? titleStart : titleEnd);
  if (text[end] !== ')') return null;
  const title = titleEnd < 0 ? '' : cleanTitle(text.slice(titleStart, titleEnd));
  return { target: { destination: cleanDestination(destination.text), title }, end: end + 1 };
}

/** `[label]` after the bracket or, without a label, the text in the brackets; null if undefined. */
function referenceTarget({ text, at, references }: SpanReader, bracket: Bracket): Found | null {
  const labelEnd = scanLabel(text, at + 1);
  const label = labelEnd < 0 ? '' : trim(text.slice(at + 2, labelEnd - 1));
  const end = labelEnd < 0 ? at + 1 : labelEnd;
  const isShort = label === '' && !bracket.hasBracketAfter;
  const target = references.find(isShort ? text.slice(bracket.at, at) : label);
  return target && { target, end };
}

function makeLink(parser: SpanReader, bracket: Bracket, { target, end }: Found): void {
  const link = new NodeClass(bracket.isImage ? 'image' : 'link');
  link.destination = target.destination;
  link.title = target.title;
  bracket.node.insertBefore(link);
  for (let node = bracket.node.next; node; node = bracket.node.next) link.appendChild(node);
  bracket.node.unlink();
  parser.delimiters.settle(bracket.at);
  parser.bracket = bracket.previous;
  parser.at = end;
  if (!bracket.isImage) parser.noLinkOpeners = true;
}

/**
 * `[^label]`, whether it is defined or not. As in cmark, the label's length results from the columns of the brackets,
 * which are counted from the start of their lines.
 */
function makeFootnoteReference(parser: SpanReader, bracket: Bracket): boolean {
  const first = bracket.node.next;
  if (!parser.options.options.has('FOOTNOTES') || first?.type !== 'text' || !first.literal!.startsWith('^'))
    return false;
  if (first.literal!.length === 1 && first.next === null) return false;
  const reference = new NodeClass('footnote_reference');
  reference.literal = labelText(parser, bracket);
  bracket.node.insertBefore(reference);
  parser.delimiters.settle(bracket.at);
  for (let node = reference.next; node; node = reference.next) node.unlink();
  parser.bracket = bracket.previous;
  parser.at++;
  return true;
}

function labelText({ text, at, lineStart }: SpanReader, bracket: Bracket): string {
  // The label starts after the caret. A backslash before it doesn't change the length.
  const escaped = text[bracket.at] === '\\' ? 1 : 0;
  const from = bracket.at + 1 + escaped;
  if (lineStart === bracket.lineStart) return text.slice(from, at + escaped);
  const column = byteLength(text.slice(bracket.lineStart, bracket.at));
  const length = byteLength(text.slice(lineStart, at + 1)) - column - 2;
  return length <= 0 ? '' : firstBytes(text.slice(from), length);
}

function firstBytes(text: string, length: number): string {
  return new TextDecoder('utf-8', { ignoreBOM: true }).decode(
    new TextEncoder().encode(text.slice(0, length)).slice(0, length),
  );
}

function skipSpace(text: string, at: number): number {
  let i = at;
  while (isSpace(text.charCodeAt(i)) || text[i] === '\v' || text[i] === '\f') i++;
  return i;
}
