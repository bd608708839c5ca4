// Finishes blocks when they end.

import { trim } from './characters.ts';
import { unescapeBackslashes, unescapeEntities } from './escapes.ts';
import type { Node } from './library.ts';
import type { References } from './references.ts';

/** A list is loose if there is a blank line between two of its items, or between two blocks of an item. */
export function settleList(list: Node): void {
  list._listData.tight = !(list.endsLoose || isLoose(list));
}

/**
 * Whether the last paragraph makes a list loose even if it turns out to contain only definitions: a new block that ends
 * the list ends it before its content.
 */
export function endsLoose(list: Node): boolean {
  const last = list.lastChild?.lastChild;
  return last?.type === 'paragraph' && last.prev !== null && endsBlank(last.prev);
}

function isLoose(list: Node): boolean {
  for (let item = list.firstChild; item; item = item.next) {
    if (item.lastLineBlank && item.next) return true;
    for (let block = item.firstChild; block; block = block.next) {
      if ((item.next || block.next) && endsBlank(block)) return true;
    }
  }
  return false;
}

function endsBlank(block: Node): boolean {
  let last = block;
  while ((last.type === 'list' || last.type === 'item') && last.lastChild) last = last.lastChild;
  return last.lastLineBlank === true;
}

/** The first line of fenced code is its info string; indented code loses blank lines at its end. */
export function settleCode(block: Node): void {
  const text = block._string_content!;
  if (block._isFenced) {
    const end = text.indexOf('\n');
    block.info = unescapeBackslashes(trim(unescapeEntities(text.slice(0, end))));
    block.literal = text.slice(end + 1);
  } else {
    let last = text.length - 1;
    while (last >= 0 && (text[last] === '\n' || text[last] === ' ' || text[last] === '\t')) last--;
    block.literal = last < 0 ? '\n' : text.slice(0, text.indexOf('\n', last) + 1);
  }
  block._string_content = null;
}

export function settleHtml(block: Node): void {
  block.literal = block._string_content;
  block._string_content = null;
}

/** Removes a paragraph that contains only definitions. */
export function settleParagraph(block: Node, references: References): void {
  block._string_content = withoutDefinitions(block._string_content!, references);
  if (isBlank(block._string_content)) block.unlink();
}

/** A paragraph's text without the definitions at its start, which are added to `references`. */
export function withoutDefinitions(text: string, references: References): string {
  let at = 0;
  for (let end = 0; text[at] === '['; at = end) {
    end = references.define(text, at);
    if (end < 0) break;
  }
  return text.slice(at);
}

export const isBlank = (text: string): boolean => !/[^ \t\n]/.test(text);
