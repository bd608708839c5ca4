// Reads of the configuration by a string: `config.get('x')`, also of text, flag, list, section, isOwn, place and locate,
// on a Configuration, and `.get('y')` on the hash that such a read, or `config.hash`, gives.

import type { CallExpression, Node } from 'typescript/unstable/ast';
import { isCallExpression, isPropertyAccessExpression, isStringLiteral } from 'typescript/unstable/ast/is';
import type { Checker } from 'typescript/unstable/sync';
import { type Figure, type Place, place, sources, visit } from './program.ts';

const READ = /^(?:get|has|text|flag|list|section|isOwn|place|locate)$/;

export const configuration: Figure = {
  name: 'configuration',
  title: 'configuration reads by string',
  measure(program) {
    const places: Place[] = [];
    for (const file of sources(program)) {
      visit(file.tree, (node) => {
        if (isRead(node, program.checker)) places.push(place(file, node));
      });
    }
    return { value: String(places.length), places };
  },
};

function isRead(node: Node, checker: Checker): node is CallExpression {
  if (!isCallExpression(node) || !isPropertyAccessExpression(node.expression)) return false;
  const [argument] = node.arguments;
  if (argument === undefined || !isStringLiteral(argument) || !READ.test(node.expression.name.text)) return false;
  const object = node.expression.expression;
  if (isConfiguration(object, checker)) return true;
  if (isRead(object, checker)) return true;
  return (
    isPropertyAccessExpression(object) && object.name.text === 'hash' && isConfiguration(object.expression, checker)
  );
}

const isConfiguration = (node: Node, checker: Checker): boolean =>
  checker.getTypeAtLocation(node)?.getSymbol()?.name === 'Configuration';
