// {% assign %} (Liquid 4.0.4, Assign).

import type { TagDefinition } from '../compile/environment.ts';
import { SIGNATURE, SPACE } from '../syntax/patterns.ts';
import type { AssignTag } from '../syntax/tree.ts';
import { compileEdit } from './assign-edit.ts';

const NAME = new RegExp(SIGNATURE, 'g');
const VALUE = new RegExp(`${SPACE}*=${SPACE}*([^]*)`, 'y');

/** The first name followed by an equals sign, with everything after the sign. */
function readAssignment(markup: string): { name: string; value: string } | null {
  for (const match of markup.matchAll(NAME)) {
    VALUE.lastIndex = match.index + match[0].length;
    const value = VALUE.exec(markup);
    if (value !== null) return { name: match[0], value: value[1]! };
  }
  return null;
}

/**
 * `{% assign name = value | filters %}`: sets a variable in the outermost scope, under the name as written, including
 * dots.
 */
export const assignTag: TagDefinition<AssignTag> = {
  parse(markup, parser) {
    const read = readAssignment(markup);
    if (read === null) {
      throw parser.error("Syntax Error in 'assign' - Valid syntax: assign [var] = [source]", 'Is the = missing?');
    }
    return { kind: 'assign', name: read.name, value: parser.variable(read.value), blank: true, block: false };
  },
  compile({ name, value }, compiler) {
    const evaluate = compiler.assigned(value);
    const edit = compileEdit(name, value, compiler);
    return (context) => {
      if (edit?.(context) === true) return '';
      context.assign(name, evaluate(context));
      return '';
    };
  },
};
