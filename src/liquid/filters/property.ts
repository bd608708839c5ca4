// Reads a property of an item, as Jekyll's where, sort, group_by and find do (jekyll, filters.rb#item_property).

import type { Stack } from '../../config/stacks.ts';
import { inspect } from '../../ruby/inspect.ts';
import { toF, toI } from '../../ruby/integer.ts';
import { sliceCodePoints, split } from '../../ruby/strings.ts';
import { toS } from '../../ruby/to-s.ts';
import { RubyFloat, toLiquid, type Value } from '../../ruby/values.ts';
import { typeError } from '../errors.ts';
import { toInteger } from '../runtime/convert.ts';
import { index, isIndexable } from './index-of.ts';

export type ReadProperty = (item: Value, property: string) => Value;

/** Reads properties as the stack does. Dots access nested hashes. */
export const propertyReader = (stack: Stack): ReadProperty => (stack.filters.readsNumbers ? readNumeric : readDotted);

function readDotted(item: Value, property: string): Value {
  let value = toLiquid(item);
  if (!property.includes('.')) return property === '' ? value : index(value, property);
  for (const name of split(property, '.')) value = index(value, name);
  return value;
}

function readNumeric(item: Value, property: string): Value {
  const object = toLiquid(item);
  if (Array.isArray(object) && property !== '') {
    const start = sliceCodePoints(toS(object), 0, 20);
    throw typeError(
      `Error accessing object (${start}) with given key. Expected an integer but got ${inspect(property)} instead.`,
      'The items here are lists themselves, which have no properties.',
    );
  }
  return numeric(property.includes('.') ? readSafely(object, property) : index(object, property));
}

// `data.respond_to?(:[]) && data[key]`: false if the value can't be indexed.
function readSafely(item: Value, property: string): Value {
  let value = item;
  for (const name of split(property, '.')) value = isIndexable(value) ? index(value, name) : false;
  return value;
}

const FLOAT = /^[ \t\r\n\f\v]*-?(?:[0-9]+\.?[0-9]*|\.[0-9]+)[ \t\r\n\f\v]*$/;
const INTEGER = /^[ \t\r\n\f\v]*-?[0-9]+[ \t\r\n\f\v]*$/;

function numeric(value: Value): Value {
  if (typeof value === 'number' || value === null || typeof value === 'boolean') return value;
  if (typeof value === 'string') {
    const code = value.charCodeAt(0);
    // No other character starts a number; nearly all strings return here.
    if (code > 57 || Number.isNaN(code)) return value;
  }
  const text = toS(value);
  if (INTEGER.test(text)) return typeof value === 'string' ? toI(value) : toInteger(value);
  if (!FLOAT.test(text)) return value;
  if (typeof value !== 'string') return value;
  // String#to_f requires a digit before the point, except for a leading point.
  return /^[ \t\r\n\f\v]*-?\./.test(value) ? new RubyFloat(Number(value.trim())) : toF(value);
}
