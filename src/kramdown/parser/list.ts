// Ordered and unordered lists, and GFM's task lists.

import { isDigit } from '../characters.ts';
import type { Element, ElementOf, ListItem } from '../element.ts';
import { attributesOf } from '../element.ts';
import { KramdownError } from '../error.ts';
import { isEobMarker } from './boundary.ts';
import { isHorizontalRule } from './horizontal-rule.ts';
import { blankLinesEnd, skipIndent } from './lines.ts';
import { firstLine, innerLine, isContentLine, isLazyLine, takeItemIal } from './list-item.ts';
import type { Parser } from './parser.ts';
import type { BlockConstruct } from './tables.ts';

/** The end of the list marker at an offset (after the indentation), or -1. */
function markerEnd(text: string, at: number, type: 'ul' | 'ol'): number {
  const c = text.charCodeAt(at);
  let end = at;
  if (type === 'ul') {
    if (c !== 42 && c !== 43 && c !== 45) return -1;
    end++;
  } else {
    while (isDigit(text.charCodeAt(end))) end++;
    if (end === at || text.charCodeAt(end) !== 46) return -1;
    end++;
  }
  // kramdown's character class accidentally includes the pipe.
  const behind = text.charCodeAt(end);
  return behind === 9 || behind === 32 || behind === 124 ? end : -1;
}

/** The type of list whose item starts at a line, or null. */
function listTypeAt(text: string, at: number): 'ul' | 'ol' | null {
  const start = skipIndent(text, at);
  if (markerEnd(text, start, 'ul') >= 0) return 'ul';
  return markerEnd(text, start, 'ol') >= 0 ? 'ol' : null;
}

interface Piece {
  text: string;
  readonly start: number;
}

/**
 * A list. As in kramdown, the lines are split into items first, and each item's lines are parsed as blocks afterwards.
 */
function parseList(parser: Parser): boolean {
  const { src } = parser;
  const type = listTypeAt(src.text, src.pos);
  if (!type) return false;
  const list = parser.makeBlock(type, null, null);
  const split = splitItems(parser, list);
  parser.append(list);
  const last = parseItems(parser, list, split);
  if (last && !split.endFound) parser.append(last);
  return true;
}

interface Split {
  /** The pieces of each item, which are parsed one after another. */
  readonly pieces: Piece[][];
  /** Whether the list ends at an end-of-block marker. */
  readonly endFound: boolean;
}

// Adds the list's items, without their content. This is a function of its own because lists are parsed recursively, and
// its variables would take most of the stack.
function splitItems(parser: Parser, list: ElementOf<'ul' | 'ol'>): Split {
  const { src } = parser;
  const { text } = src;
  const pieces: Piece[][] = [];
  let indentation = 0;
  let maxIndent = 3;
  let endFound = false;
  let nested = false;
  let afterBlank = false;
  while (!src.done) {
    const { pos } = src;
    if (afterBlank && isHorizontalRule(parser)) break;
    if (isEobMarker(text, pos)) {
      src.pos = src.lineEnd(pos);
      endFound = true;
      break;
    }
    const start = skipSpaces(text, pos, maxIndent);
    const marker = markerEnd(text, start, list.type);
    if (marker >= 0 && text.indexOf('\n', marker) >= 0) {
      const item = parser.make('li', null, null);
      const end = src.lineEnd(marker);
      const first = firstLine(marker - pos, text.slice(marker, end));
      indentation = first.indentation;
      list.children.push(item);
      const line = takeItemIal(parser, item, first.line);
      pieces.push([{ text: line, start: pos }]);
      maxIndent = Math.min(indentation, 4) - 1;
      nested = listTypeAt(line, 0) !== null;
      afterBlank = false;
      src.pos = end;
      continue;
    }
    const item = pieces[pieces.length - 1];
    if (!item) break;
    if (isContentLine(parser, indentation) || (!afterBlank && isLazyLine(parser, indentation))) {
      const end = src.lineEnd(pos);
      let { line, indented } = innerLine(text.slice(pos, end), indentation);
      const begins = listTypeAt(line, 0) !== null;
      if (!nested && indented && begins) {
        // A nested list starts a new piece, so that it needs no blank line before it.
        item.push({ text: '', start: pos });
        nested = true;
      } else if (nested && !indented && begins) line = ' '.repeat(indentation + 4) + line;
      item[item.length - 1]!.text += line;
      afterBlank = false;
      src.pos = end;
    } else {
      const end = blankLinesEnd(text, pos);
      if (end < 0) break;
      nested = true;
      afterBlank = true;
      item[item.length - 1]!.text += text.slice(pos, end);
      src.pos = end;
    }
  }
  return { pieces, endFound };
}

function skipSpaces(text: string, at: number, most: number): number {
  let i = at;
  while (i - at < most && text.charCodeAt(i) === 32) i++;
  return i;
}

// Parses the items. Returns the blank element that ended the last item with content, or null.
function parseItems(parser: Parser, list: ElementOf<'ul' | 'ol'>, { pieces, endFound }: Split): Element | null {
  let last: Element | null = null;
  const items = list.children as ListItem[];
  // Whether an earlier item doesn't start with an ordinary paragraph.
  let irregular = false;
  for (let i = 0; i < items.length; i++) {
    const item = items[i]!;
    const own = pieces[i]!;
    for (let n = 0; n < own.length; n++) parser.parseBlocks(item, parser.part(own[n]!.text, own[n]!.start));
    const { children } = item;
    const isLast = i === items.length - 1;
    if (children.length > 0) {
      const [first] = children as [Element];
      // The end-of-block that an attribute list for the first paragraph left.
      if (first.type === 'p' && children[1]?.type === 'eob' && first.ial) children.splice(1, 1);
      if (first.type === 'p' && isTight(children, isLast, endFound) && (!isLast || items.length === 1 || irregular)) {
        if (children.length > 1 && children[1]!.type !== 'blank') firstText(first).value += '\n';
        first.detail.transparent = true;
      }
      last = children[children.length - 1]!.type === 'blank' ? children.pop()! : null;
    }
    const [first] = children;
    if (first?.type !== 'p' || first.detail.transparent) irregular = true;
  }
  return last;
}

function isTight(children: readonly Element[], isLast: boolean, endFound: boolean): boolean {
  return children.length < 2 || children[1]!.type !== 'blank' || (isLast && children.length === 2 && !endFound);
}

/** A paragraph's text before its spans are parsed. */
export function firstText(p: Element): ElementOf<'raw_text'> {
  const [text] = p.children;
  // A paragraph of NUL characters is empty; kramdown fails on it in a list.
  if (!text) throw new KramdownError('A paragraph in a list is empty');
  // An HTML paragraph already has elements (`html_to_native`) instead of raw text.
  if (typeof text.value !== 'string') throw new KramdownError('A paragraph in a list begins with HTML');
  return text as ElementOf<'raw_text'>;
}

const UNCHECKED = '<input type="checkbox" class="task-list-item-checkbox" disabled="disabled" />';
const CHECKED = '<input type="checkbox" class="task-list-item-checkbox" disabled="disabled" checked="checked" />';
const TASK = /^[ \t\r\n\f\v]*\[([ xX])\][ \t\r\n\f\v]+/;

/** GFM's list: items may be tasks. From the first task on, each item that starts with a paragraph gets the class. */
function parseListGfm(parser: Parser): boolean {
  if (!parseList(parser)) return false;
  const { children } = parser.tree;
  let at = children.length - 1;
  while (children[at]!.type !== 'ul' && children[at]!.type !== 'ol') at--;
  const list = children[at]!;
  let tasks = false;
  for (const item of list.children) {
    const [first] = item.children;
    if (first?.type !== 'p') continue;
    const text = firstText(first);
    const task = TASK.exec(text.value);
    if (task) {
      tasks = true;
      text.value = (task[1] === ' ' ? UNCHECKED : CHECKED) + text.value.slice(task[0].length);
      // The gem then looks for the other form, but after a replacement the text starts with the box.
    }
    if (tasks) attributesOf(item).set('class', 'task-list-item');
  }
  if (tasks) attributesOf(list).set('class', 'task-list');
  return true;
}

export const LIST: BlockConstruct<Parser> = {
  name: 'list',
  starts: '*+-0123456789',
  parse: parseList,
};

export const LIST_GFM: BlockConstruct<Parser> = {
  name: 'list_gfm',
  starts: '*+-0123456789',
  isStart: (text, at) => listTypeAt(text, at) !== null,
  parse: parseListGfm,
};
