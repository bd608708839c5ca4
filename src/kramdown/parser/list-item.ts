// The lines of list items and definitions: which lines belong to an item, and what remains of them inside it.

import { isSpace } from '../characters.ts';
import type { Element } from '../element.ts';
import { ialOf } from '../element.ts';
import { contentEnd, parseAttributeList } from './attribute-list.ts';
import { endsAtHtml } from './boundary.ts';
import { indentEnd } from './codeblock.ts';
import { restIsBlank } from './lines.ts';
import type { Parser } from './parser.ts';

/** Whether the line has a character that isn't white space after an offset, and ends with a newline. */
function hasText(text: string, at: number, end: number): boolean {
  if (text.charCodeAt(end - 1) !== 10) return false;
  // Backwards: in nested lists, the front of a line is the indentation of all inner levels.
  for (let i = end - 2; i >= at; i--) if (!isSpace(text.charCodeAt(i))) return true;
  return false;
}

/** Whether the current line is indented as much as the item's content. */
export function isContentLine(parser: Parser, indentation: number): boolean {
  const { text, pos } = parser.src;
  const behind = contentStart(text, pos, indentation);
  return behind >= 0 && hasText(text, behind, parser.src.lineEnd(pos));
}

// After tabs or groups of four spaces, and then single spaces or one more tab.
function contentStart(text: string, at: number, indentation: number): number {
  let i = at;
  for (let n = Math.floor(indentation / 4); n > 0; n--) {
    i = indentEnd(text, i);
    if (i < 0) return -1;
  }
  let spaces = 0;
  while (spaces < indentation % 4 && text.charCodeAt(i + spaces) === 32) spaces++;
  return spaces === indentation % 4 ? i + spaces : indentEnd(text, i);
}

/** Whether the current line belongs to the item without being indented: not an attribute list, and not block HTML. */
export function isLazyLine(parser: Parser, indentation: number): boolean {
  const { src } = parser;
  const { text, pos } = src;
  if (!hasText(text, pos, src.lineEnd(pos))) return false;
  // What ends the item may be indented up to the item's indentation (at most three spaces).
  let i = pos;
  const most = pos + Math.min(indentation, 3);
  while (i < most && text.charCodeAt(i) === 32) i++;
  if (text.charCodeAt(i) === 60) return !endsAtHtml(parser, i);
  if (text.charCodeAt(i) !== 123 || text.charCodeAt(i + 1) !== 58) return true;
  const c = text.charCodeAt(i + 2);
  if (c === 58 || c === 47) return true;
  return contentEnd(src, i + 2, (brace) => brace > i + 2 && restIsBlank(text, brace + 1)) < 0;
}

/** The line as it is inside the item, and whether it had the item's indentation. */
export function innerLine(line: string, indentation: number): { line: string; indented: boolean } {
  let tabs = 0;
  while (line.charCodeAt(tabs) === 9) tabs++;
  const expanded = tabs === 0 ? line : ' '.repeat(4 * tabs) + line.slice(tabs);
  for (let i = 0; i < indentation; i++) if (expanded.charCodeAt(i) !== 32) return { line: expanded, indented: false };
  return { line: expanded.slice(indentation), indented: true };
}

// The attribute list at the start of an item. With a second colon after \w[\w-]*, it is a definition or an extension.
const ITEM_IAL = /^[ \t\r\n\f\v]*\{:(?!(?:\w[\w-]*)?:|\/)((?:\\\}|[^}])+)\}[ \t\r\n\f\v]*/;
const ONLY_IAL = /^(?:[ \t\r\n\f\v]*\{:(?!(?:\w[\w-]*)?:|\/)(?:\\\}|[^}])+\}[ \t\r\n\f\v]*)?[ \t\r\n\f\v]*\n/;

/** The text after an item's marker, and the indentation of the item's content. */
export function firstLine(markerLength: number, content: string): { line: string; indentation: number } {
  let start = 0;
  while (isSpace(content.charCodeAt(start))) start++;
  if (ONLY_IAL.test(content)) return { line: content.slice(start), indentation: 4 };
  // Tab stops are multiples of four.
  let indentation = markerLength;
  for (let i = 0; ; i++) {
    const c = content.charCodeAt(i);
    if (c === 32) indentation++;
    else if (c === 9) indentation += 4 - (indentation % 4);
    else return { line: content.slice(start), indentation };
  }
}

/** Removes the attribute list from the start of an item's text, and applies it. */
export function takeItemIal(parser: Parser, el: Element, text: string): string {
  const match = parser.dialect.isExtended && text.includes('{:') ? ITEM_IAL.exec(text) : null;
  if (!match) return text;
  parseAttributeList(parser, match[1]!, ialOf(el));
  return text.slice(match[0].length);
}
