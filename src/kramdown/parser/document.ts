// Parses a whole text: blocks, then the spans of each block, then attributes and abbreviations.

import type { Element, RawText } from '../element.ts';
import { isCopied } from '../element.ts';
import type { KramdownOptions } from '../options.ts';
import { Source } from '../source.ts';
import { replaceAbbreviations } from './abbreviations.ts';
import { normalizeLinkId } from './link-definition.ts';
import type { Dialect, Limits } from './parser.ts';
import { Parser } from './parser.ts';

/** Parses Markdown into the parser's root, as far as `limits` allow. `adapted` has \n line ends, and ends with one. */
export function parseDocument(adapted: string, options: KramdownOptions, dialect: Dialect, limits: Limits): Parser {
  const parser = new Parser(adapted, options, dialect, limits);
  for (const [name, [url, title]] of options.linkDefs) {
    parser.linkDefs.set(normalizeLinkId(name), { url, title, element: null });
  }
  parser.parseBlocks(parser.root);
  updateTree(parser, parser.root);
  replaceAbbreviations(parser, parser.root);
  // A footnote may contain a marker of a later one, whose definition it then fixes.
  for (const { content } of parser.footnotes.values()) {
    updateTree(parser, content);
    replaceAbbreviations(parser, content);
  }
  for (const [name, { content, marked }] of parser.footnotes) {
    if (marked) continue;
    parser.src = content.source ?? parser.src;
    parser.warn(`Footnote definition for '${name}' is unreferenced - ignoring`, content.at);
  }
  return parser;
}

/** Replaces raw text with its spans, and applies the attribute lists. */
function updateTree(parser: Parser, el: Element): void {
  const { children } = el;
  // The content of HTML is already final.
  if (children.every(isSettled)) return;
  if (children.length === 1 && children[0]!.type === 'raw_text') {
    el.children = spansOf(parser, children[0]);
    return;
  }
  const result: Element[] = [];
  let lastBlank: Element | null = null;
  for (const child of children) {
    switch (child.type) {
      case 'raw_text':
        lastBlank = null;
        for (const span of spansOf(parser, child)) result.push(span);
        break;
      case 'eob':
        if (child.ial) parser.applyAttributes(child, child.ial);
        break;
      case 'blank':
        if (lastBlank) lastBlank.value += child.value;
        else {
          lastBlank = child;
          result.push(child);
        }
        break;
      default:
        lastBlank = null;
        if (!isCopied(child) && child.children.length > 0) updateTree(parser, child);
        if (child.ial) parser.applyAttributes(child, child.ial);
        if (child.type === 'dt' || (child.type === 'header' && parser.options.autoIdStripping)) {
          child.detail.rawText = parser.dialect.rawText(child);
        }
        result.push(child);
    }
  }
  el.children = result;
}

function spansOf(parser: Parser, raw: RawText): Element[] {
  parser.parseSpansApart(raw, new Source(raw.value, raw.source, raw.at), 'text');
  const { children } = raw;
  // Copied to size, since a growing array reserves room for many more.
  return children.length > 1 && children.length < 12 ? children.slice() : children;
}

const isSettled = (el: Element) => el.type === 'text' && el.ial === null;

/** The text of an element without markup, and without entities and symbols. */
export function plainText(el: Element): string {
  if (el.type === 'text') return el.value;
  let result = '';
  for (const child of el.children) result += plainText(child);
  return result;
}
