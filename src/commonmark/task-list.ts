// Task list items, cmark-gfm's extension `tasklist` (0.29.0.gfm.11).

import type { BlockParser, Node } from './library.ts';

const ITEM = /^[ \t\v\f]*(?:[-+*]|[0-9]+.)[ \t\v\f]+\[[ xX]\][ \t\v\f]+/;

/** Marks an item, and skips its checkbox. Doesn't start a block. */
export function taskListStart(parser: BlockParser, container: Node): 0 {
  const line = parser.currentLine;
  if (container.type === 'item' && ITEM.test(line)) {
    container.checked = /\[[xX]\]/.test(line);
    parser.advanceOffset(3);
  }
  return 0;
}
