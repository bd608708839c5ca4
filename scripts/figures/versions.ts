// Questions about versions outside the version objects:
// - each literal that names a stack or a version of a gem that the stacks differ by, be it compared, a case, a key of a
//   table or a cell
// - each use of a name like `isJekyll4`
// - each comparison, look-up or `startsWith` of the name or the number of a version object

import { type Node, SyntaxKind } from 'typescript/unstable/ast';
import {
  isBinaryExpression,
  isCaseClause,
  isElementAccessExpression,
  isIdentifier,
  isPropertyAccessExpression,
  isStringLiteral,
  isSwitchStatement,
} from 'typescript/unstable/ast/is';
import type { Checker } from 'typescript/unstable/sync';
import { type Figure, type Place, place, sources, visit } from './program.ts';

const VERSIONS = new Set(['github-pages', 'jekyll-4', '3.10.0', '4.4.1', '2.4.0', '2.5.2', '3.30.0', '4.7.0']);
const QUESTION = /^is(?:Jekyll|Kramdown|Rouge)?[34]$/;
const OBJECTS = new Set(['Stack', 'KramdownVersion', 'RougeVersion']);
const EQUALITY: ReadonlySet<SyntaxKind> = new Set([
  SyntaxKind.EqualsEqualsEqualsToken,
  SyntaxKind.ExclamationEqualsEqualsToken,
  SyntaxKind.EqualsEqualsToken,
  SyntaxKind.ExclamationEqualsToken,
]);

/** Where the version objects are. */
const VERSION_OBJECTS = /^src\/(?:config\/(?:versions\/.*|stacks)|kramdown\/versions|highlight\/versions)\.ts$/;

export const versions: Figure = {
  name: 'versions',
  title: 'version comparisons outside the version objects',
  measure(program) {
    const places: Place[] = [];
    for (const file of sources(program)) {
      if (VERSION_OBJECTS.test(file.path)) continue;
      visit(file.tree, (node) => {
        if (isStringLiteral(node) ? VERSIONS.has(node.text) : asks(node, program.checker)) {
          places.push(place(file, node.parent));
        }
      });
    }
    return { value: String(places.length), places };
  },
};

function asks(node: Node, checker: Checker): boolean {
  if (isIdentifier(node)) return QUESTION.test(node.text);
  if (!isPropertyAccessExpression(node) || !/^(?:name|jekyll)$/.test(node.name.text)) return false;
  const { parent } = node;
  const decides =
    (isBinaryExpression(parent) && EQUALITY.has(parent.operatorToken.kind)) ||
    isSwitchStatement(parent) ||
    isCaseClause(parent) ||
    (isElementAccessExpression(parent) && parent.argumentExpression === node) ||
    (isPropertyAccessExpression(parent) && /^(?:startsWith|endsWith|includes)$/.test(parent.name.text));
  return decides && OBJECTS.has(checker.getTypeAtLocation(node.expression)?.getSymbol()?.name ?? '');
}
