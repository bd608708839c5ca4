// Footnotes, cmark-gfm's option FOOTNOTES (0.29.0.gfm.11): a definition is a block, which moves to the end of the
// document if it is referenced.

import type { BlockParser, BlockRule, Node } from './library.ts';
import { textNode, walk } from './library.ts';
import { normalizeLabel } from './references.ts';

const DEFINITION = /^\[\^([^\] \t]+)\]:[ \t]*/;

export const footnoteDefinition: BlockRule = {
  continue(parser) {
    if (parser.indent >= 4) parser.advanceOffset(4, true);
    else if (parser.currentLine !== '') return 1;
    return 0;
  },
  finalize: () => {},
  canContain: (type) => type !== 'item',
  acceptsLines: false,
};

export function footnoteStart(parser: BlockParser): 0 | 1 {
  if (parser.indented) return 0;
  const match = DEFINITION.exec(parser.currentLine.slice(parser.nextNonspace));
  if (match === null) return 0;
  const from = parser.nextNonspace;
  parser.advanceNextNonspace();
  parser.advanceOffset(match[0].length);
  parser.closeUnmatchedBlocks();
  parser.addChild('footnote_definition', from).literal = match[1]!;
  return 1;
}

/**
 * Numbers the references in the order of the text, and moves their definitions to the end of the document in that
 * order. Undefined references become text; unused definitions are removed.
 */
export function settleFootnotes(document: Node): void {
  const definitions = new Map<string, Node>();
  const references: Node[] = [];
  const found: Node[] = [];
  for (const { node, entering } of walk(document)) {
    if (entering) continue;
    if (node.type === 'footnote_reference') references.push(node);
    if (node.type !== 'footnote_definition') continue;
    found.push(node);
    const label = normalizeLabel(node.literal!);
    if (label !== '' && !definitions.has(label)) definitions.set(label, node);
  }
  const used = new Map<Node, number>();
  for (const node of references) {
    const definition = definitions.get(normalizeLabel(node.literal!));
    if (definition === undefined) {
      node.insertAfter(textNode(`[^${node.literal}]`));
      node.unlink();
      continue;
    }
    if (!used.has(definition)) used.set(definition, used.size + 1);
    node.literal = String(used.get(definition));
  }
  for (const node of found) if (!used.has(node)) node.unlink();
  for (const node of used.keys()) document.appendChild(node);
}
