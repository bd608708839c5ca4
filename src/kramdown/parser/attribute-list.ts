// The content of `{:…}`: attributes, classes, ids, names of definitions.

import { isAsciiWord, strip } from '../characters.ts';
import type { AttributeList } from '../element.ts';
import type { Source } from '../source.ts';
import { restIsBlank, skipIndent } from './lines.ts';
import type { Parser } from './parser.ts';

const NAME = '\\w[\\w-]*';
const SPACE = '[ \\t\\r\\n\\f\\v]';
const ID_OR_CLASS = '#[A-Za-z][\\w:-]*|\\.[^ \\t\\r\\n\\f\\v.#]+';
const ITEM = new RegExp(
  `(?:^|${SPACE})(?:(${NAME})=("|')((?:\\\\\\}|\\\\\\2|[^}\\x02])*?)\\2|(${NAME})|((?:${ID_OR_CLASS})+))(?=${SPACE}|$)`,
  'g',
);
const ID_OR_CLASS_ITEM = new RegExp(ID_OR_CLASS, 'g');

/** Parses the content of an attribute list, and adds it to `list`. */
export function parseAttributeList(parser: Parser, text: string, list: AttributeList, at = parser.src.pos): void {
  const trimmed = strip(text);
  if (trimmed === '' || trimmed === ':') return;
  let any = false;
  // Further classes are collected, and joined only once.
  let classes: string[] = [];
  const join = () => {
    if (classes.length > 0)
      list.attributes.set('class', parser.classes.join(list.attributes.get('class'), classes.join(' ')));
    classes = [];
  };
  for (const [, key, quote, value, ref, idsAndClasses] of text.matchAll(ITEM)) {
    any = true;
    if (ref !== undefined) (list.refs ??= []).push(ref);
    else if (idsAndClasses !== undefined) {
      for (const [item] of idsAndClasses.matchAll(ID_OR_CLASS_ITEM)) {
        const name = item.slice(1);
        if (item.startsWith('#')) list.attributes.set('id', name);
        else if (list.attributes.has('class')) classes.push(name);
        else list.attributes.set('class', parser.classes.join(null, name));
      }
    } else {
      join();
      list.attributes.set(key!, value!.replace(quote === '"' ? /\\([}"])/g : /\\([}'])/g, '$1'));
    }
  }
  join();
  if (!any) parser.warn(`No or invalid attributes found in IAL/ALD content: ${text}`, at);
}

/**
 * Finds the `}` that ends content starting at `start`, in which any other `}` must be escaped: the last one that
 * `accept` allows, or -1.
 */
export function contentEnd(src: Source, start: number, accept: (brace: number) => boolean): number {
  const { text } = src;
  let brace = src.find('}', start);
  if (brace < 0) return -1;
  if (brace === start || text.charCodeAt(brace - 1) !== 92) return accept(brace) ? brace : -1;
  const candidates: number[] = [];
  for (; brace >= 0; brace = src.find('}', brace + 1)) {
    candidates.push(brace);
    if (text.charCodeAt(brace - 1) !== 92) break;
  }
  for (let i = candidates.length - 1; i >= 0; i--) if (accept(candidates[i]!)) return candidates[i]!;
  return -1;
}

/** The closing brace of an attribute list that stands alone on its line(s), or -1. */
export function blockIalEnd(src: Source, at: number): number {
  const { text } = src;
  const start = skipIndent(text, at);
  if (text.charCodeAt(start) !== 123 || text.charCodeAt(start + 1) !== 58) return -1;
  const c = text.charCodeAt(start + 2);
  if (c === 58 || c === 47) return -1;
  return contentEnd(src, start + 2, (brace) => brace > start + 2 && restIsBlank(text, brace + 1));
}

/** The end of the name (`\w[\w-]*`) at an offset, or -1. */
export function attributeNameEnd(text: string, at: number): number {
  if (!isAsciiWord(text.charCodeAt(at))) return -1;
  let i = at + 1;
  while (isAsciiWord(text.charCodeAt(i)) || text.charCodeAt(i) === 45) i++;
  return i;
}
