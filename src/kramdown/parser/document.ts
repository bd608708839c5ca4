// Parses a whole text: blocks, then the spans of each block, then attributes and abbreviations.

import type { Element, FootnoteDefinition, RawText, Root } from '../element.ts';
import { AbbreviationFinder } from './abbreviations.ts';
import { normalizeLinkId } from './link-definition.ts';
import type { Parser } from './parser.ts';

/** A document's elements: the tree, and the footnotes' content by name. */
export interface Trees {
  readonly root: Root;
  readonly footnotes: ReadonlyMap<string, FootnoteDefinition>;
}

/** Parses the parser's text as Markdown. It has \n line ends, and ends with one. */
export function parseDocument(parser: Parser): Trees {
  for (const [name, [url, title]] of parser.options.linkDefs) {
    parser.linkDefs.set(normalizeLinkId(name), { url, title, element: null });
  }
  parser.parseBlocks(parser.root);
  settle(parser, parser.root);
  for (const { content } of parser.footnotes.values()) settle(parser, content);
  for (const [name, { content, src, marked }] of parser.footnotes) {
    if (marked) continue;
    parser.src = src;
    parser.warn(`Footnote definition for '${name}' is unreferenced - ignoring`, content.at);
  }
  return withAbbreviations(parser);
}

function withAbbreviations({ root, footnotes, abbreviations, options, budget }: Parser): Trees {
  const contents = new Map(Array.from(footnotes, ([name, { content }]) => [name, content]));
  if (abbreviations.size === 0) return { root, footnotes: contents };
  const finder = new AbbreviationFinder(abbreviations.keys(), options.version.hasFlexibleAbbreviations, budget);
  for (const [name, content] of contents) contents.set(name, finder.replaceIn(content));
  return { root: finder.replaceIn(root), footnotes: contents };
}

/** Replaces raw text with its spans, and applies the attribute lists: the last step of building the tree. */
function settle(parser: Parser, el: Element): void {
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
        if (child.children.length > 0) settle(parser, child);
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
  parser.parseSpansApart(raw, parser.part(raw.value, raw.at, raw.source), 'text');
  const { children } = raw;
  // Copied to size, since a growing array reserves room for many more.
  return children.length > 1 && children.length < 12 ? children.slice() : children;
}

const isSettled = (el: Element) => (el.type === 'text' || el.type === 'raw') && el.ial === null;
