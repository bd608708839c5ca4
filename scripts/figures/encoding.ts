// Files that know the encoding flag (whether a string that Liquid makes is still US-ASCII to Ruby): those in which an
// identifier names it.

import { isIdentifier } from 'typescript/unstable/ast/is';
import { type Figure, type Place, place, sources, visit } from './program.ts';

const FLAG = /us_?ascii|keepsAscii|startsAscii|isJoinAscii|isItemsAscii/i;

export const encoding: Figure = {
  name: 'encoding',
  title: 'files that know the encoding flag',
  measure(program) {
    const places: Place[] = [];
    for (const file of sources(program)) {
      let first: Place | null = null;
      visit(file.tree, (node) => {
        if (first === null && isIdentifier(node) && FLAG.test(node.text)) first = place(file, node);
      });
      if (first !== null) places.push(first);
    }
    return { value: String(places.length), places };
  },
};
