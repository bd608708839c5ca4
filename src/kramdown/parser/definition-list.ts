// Definition lists: terms, one per line, followed by lines that start with a colon.

import { splitLines } from '../characters.ts';
import type { Definition, Element } from '../element.ts';
import { isEobMarker } from './boundary.ts';
import { blankLinesEnd, skipIndent } from './lines.ts';
import { firstText } from './list.ts';
import { firstLine, innerLine, isContentLine, isLazyLine, takeItemIal } from './list-item.ts';
import type { Parser } from './parser.ts';
import type { BlockConstruct } from './tables.ts';

function markerEnd(text: string, at: number): number {
  if (text.charCodeAt(at) !== 58) return -1;
  const behind = text.charCodeAt(at + 1);
  return behind === 9 || behind === 32 || behind === 124 ? at + 1 : -1;
}

/** Whether a definition starts at a line. */
function isDefinitionStart(text: string, at: number): boolean {
  return markerEnd(text, skipIndent(text, at)) >= 0;
}

/** Definitions of the terms in the paragraph before them, one term per line. */
function parseDefinitionList(parser: Parser): boolean {
  const { src, tree } = parser;
  const { text } = src;
  if (!isDefinitionStart(text, src.pos)) return false;
  const before = tree.children[tree.children.length - 1];
  const blank = before?.type === 'blank' && before.value === '\n';
  const term = blank ? tree.children[tree.children.length - 2] : before;
  if (term?.type !== 'p') return false;

  const list = parser.makeBlock('dl', null, null, term.at);
  tree.children.length -= blank ? 2 : 1;
  for (const line of splitLines(firstText(term).value)) {
    const dt = parser.make('dt', null, { rawText: '' }, term.at);
    const name = takeItemIal(parser, dt, line);
    dt.detail.rawText = name;
    dt.children.push(parser.make('raw_text', name, null, term.at));
    list.children.push(dt);
  }
  list.ial = term.ial;

  const items = parseLines(parser, blank);
  let last: Element | null = null;
  for (const { el, text: inner, start, asParagraph } of items) {
    list.children.push(el);
    parser.parseBlocks(el, parser.part(inner, start));
    const { children } = el;
    if (children.length === 0) continue;
    last = children[children.length - 1]!.type === 'blank' ? children.pop()! : null;
    const [first] = children;
    if (first?.type === 'p' && !asParagraph) {
      if (children.length > 1) firstText(first).value += '\n';
      first.detail.transparent = true;
    }
  }
  appendList(tree.children, list);
  if (last) parser.append(last);
  return true;
}

interface Item {
  readonly el: Definition;
  text: string;
  readonly start: number;
  asParagraph: boolean;
}

function parseLines(parser: Parser, blankBefore: boolean): Item[] {
  const { src } = parser;
  const { text } = src;
  const items: Item[] = [];
  let asParagraph = blankBefore;
  let indentation = 0;
  let maxIndent = 3;
  let afterBlank = false;
  while (!src.done) {
    const { pos } = src;
    let start = pos;
    while (start - pos < maxIndent && text.charCodeAt(start) === 32) start++;
    const marker = markerEnd(text, start);
    const item = items[items.length - 1];
    if (marker >= 0 && text.indexOf('\n', marker) >= 0) {
      const el = parser.make('dd', null, null);
      const end = src.lineEnd(marker);
      const first = firstLine(marker - pos, text.slice(marker, end));
      indentation = first.indentation;
      items.push({ el, text: takeItemIal(parser, el, first.line), start: pos, asParagraph });
      maxIndent = Math.min(indentation, 4) - 1;
      asParagraph = false;
      afterBlank = false;
      src.pos = end;
    } else if (!item || isEobMarker(text, pos)) break;
    else if (isContentLine(parser, indentation) || (!afterBlank && isLazyLine(parser, indentation))) {
      const end = src.lineEnd(pos);
      item.text += innerLine(text.slice(pos, end), indentation).line;
      asParagraph = false;
      afterBlank = false;
      src.pos = end;
    } else {
      const end = blankLinesEnd(text, pos);
      if (end < 0) break;
      asParagraph = true;
      afterBlank = true;
      item.text += text.slice(pos, end);
      src.pos = end;
    }
  }
  return items;
}

// A list directly after another one, or after a blank line, continues it.
function appendList(children: Element[], list: Element): void {
  const before = children[children.length - 1];
  const last = before?.type === 'blank' ? children[children.length - 2] : before;
  if (last?.type !== 'dl') {
    children.push(list);
    return;
  }
  if (before !== last) children.pop();
  for (const child of list.children) last.children.push(child);
}

export const DEFINITION_LIST: BlockConstruct<Parser> = {
  name: 'definition_list',
  starts: ':',
  isStart: isDefinitionStart,
  parse: parseDefinitionList,
};
