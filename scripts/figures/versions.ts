// Questions about versions outside the version objects: each literal that names a stack or a version of a gem that the
// stacks differ by, be it compared, a case, a key of a table or a cell, and each use of a name like `isJekyll4`.

import { isIdentifier, isStringLiteral } from 'typescript/unstable/ast/is';
import { type Figure, type Place, place, sources, visit } from './program.ts';

const VERSIONS = new Set(['github-pages', 'jekyll-4', '3.10.0', '4.4.1', '2.4.0', '2.5.2', '3.30.0', '4.7.0']);
const QUESTION = /^is(?:Jekyll|Kramdown|Rouge)?[34]$/;

/** Where the version objects are. */
export const VERSION_OBJECTS = /^src\/(?:config\/(?:versions\/.*|stacks)|kramdown\/versions|highlight\/versions)\.ts$/;

export const versions: Figure = {
  name: 'versions',
  title: 'version comparisons outside the version objects',
  measure(program) {
    const places: Place[] = [];
    for (const file of sources(program)) {
      if (VERSION_OBJECTS.test(file.path)) continue;
      visit(file.tree, (node) => {
        const asks = isStringLiteral(node) ? VERSIONS.has(node.text) : isIdentifier(node) && QUESTION.test(node.text);
        if (asks) places.push(place(file, isStringLiteral(node) ? node.parent : node));
      });
    }
    return { value: String(places.length), places };
  },
};
