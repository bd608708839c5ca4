// Jekyll::LiquidExtensions: variables in tags that parse their own markup.

import { evaluateMarkup } from '../liquid/compile/expression.ts';
import { noMethod } from '../liquid/errors.ts';
import type { Context } from '../liquid/runtime/context.ts';
import { truthy } from '../ruby/truth.ts';
import { toLiquid, type Value } from '../ruby/values.ts';
import { read } from './values.ts';

/**
 * The value of a variable; its name if the value is nil or false.
 * @param name words separated by dots
 * @throws LiquidError when looking up a word in nil
 */
export function lookupVariable(name: string, context: Context): Value {
  const [start, ...steps] = name.split('.').filter((step, i, all) => step !== '' || i < all.length - 1);
  let value = evaluateMarkup(start!, context);
  for (const step of steps) {
    if (value === null) throw noMethod('[]', null, `No variable '${name}' is known here.`);
    value = toLiquid(read(value, step));
  }
  return truthy(value) ? value : name;
}
