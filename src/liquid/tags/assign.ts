import type { TagDefinition } from '../definitions.ts';
import { SIGNATURE, SPACE } from '../patterns.ts';
import type { AssignTag } from '../tree.ts';
import { compileEdit } from './assign-edit.ts';

const SYNTAX = new RegExp(`(${SIGNATURE})${SPACE}*=${SPACE}*([^]*)`);

/** `{% assign name = value | filters %}`: into the outermost scope, under the name as written, dots included. */
export const assignTag: TagDefinition<AssignTag> = {
  parse(markup, parser) {
    const match = SYNTAX.exec(markup);
    if (match === null) {
      throw parser.error("Syntax Error in 'assign' - Valid syntax: assign [var] = [source]", 'Is the = missing?');
    }
    return { kind: 'assign', name: match[1]!, value: parser.variable(match[2]!), blank: true, block: false };
  },
  compile({ name, value }, compiler) {
    const evaluate = compiler.variable(value);
    const edit = compileEdit(name, value, compiler);
    return (context) => {
      if (edit?.(context) === true) return '';
      const result = evaluate(context);
      context.assign(name, result, context.usAscii);
      context.usAscii = false;
      return '';
    };
  },
};
