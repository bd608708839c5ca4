// {% cycle %} (Liquid 4.0.4, Cycle).

import { inspect } from '../../ruby/inspect.ts';
import { hashGet, hashSet, RubyObject, type Value } from '../../ruby/values.ts';
import { printedText } from '../compile/encoded.ts';
import type { TagDefinition } from '../compile/environment.ts';
import type { TagParser } from '../syntax/parser.ts';
import { FRAGMENT, SPACE } from '../syntax/patterns.ts';
import type { CycleTag, Expression } from '../syntax/tree.ts';

const NAMED = new RegExp(`^(${FRAGMENT})${SPACE}*:${SPACE}*([^]*)`);
const SIMPLE = new RegExp(`^${FRAGMENT}`);
const VALUE = new RegExp(FRAGMENT);

/** `{% cycle "a", "b" %}` or `{% cycle group: a, b %}`: prints one value after the other. */
export const cycleTag: TagDefinition<CycleTag> = {
  parse(markup, parser) {
    const named = NAMED.exec(markup);
    if (named !== null) {
      const values = readValues(named[2]!, parser);
      return { kind: 'cycle', group: parser.expression(named[1]), values, blank: false, block: false };
    }
    if (!SIMPLE.test(markup)) {
      throw parser.error("Syntax Error in 'cycle' - Valid syntax: cycle [name :] var [, var2, var3 ...]");
    }
    const values = readValues(markup, parser);
    return { kind: 'cycle', group: { kind: 'literal', value: ownGroup(values) }, values, blank: false, block: false };
  },
  compile(tag, compiler) {
    const groupOf = compiler.expression(tag.group);
    const values = tag.values.map((value) => compiler.expression(value));
    return (context) => {
      const { cycles } = context.state;
      const group = groupOf(context);
      const index = Number(hashGet(cycles, group) ?? 0);
      const value = values[index]?.(context) ?? null;
      hashSet(cycles, group, index + 1 >= values.length ? 0 : index + 1);
      return printedText(value);
    };
  },
};

function readValues(markup: string, parser: TagParser): Expression[] {
  const values: Expression[] = [];
  for (const part of markup.split(',')) {
    const match = VALUE.exec(part);
    if (match === null) continue;
    const value = parser.expression(match[0]);
    if (value.kind !== 'literal' || value.value !== null) values.push(value);
  }
  return values;
}

// Ruby names the group by `inspect` of the values: tags with the same literals share their position, but a variable
// inspects with its object's address, so a tag with a variable has its own.
function ownGroup(values: readonly Expression[]): Value {
  const literals: Value[] = [];
  for (const value of values) {
    if (value.kind !== 'literal') return new Alone();
    literals.push(value.value);
  }
  return inspect(literals);
}

/** Only equal to itself. */
class Alone extends RubyObject {
  readonly className = 'Liquid::VariableLookup';
  toLiquid(): Value {
    return this;
  }
}
