// Tracks strings whose encoding in Ruby is US-ASCII. It matters in one place: in a US-ASCII source, kramdown writes
// entities for all other characters. Nearly all strings are UTF-8, and are plain strings here. Ruby's to_s of a number
// or nil is US-ASCII, and so is what filters make of it, and a template's output that starts with it and is ASCII only:
// those are wrapped until they reach the Markdown converter, which checks. All other code uses the wrapped value.

import { toS } from './to-s.ts';
import { Drop, isHash, NameList, RubyObject, type Value } from './values.ts';

/** A string that is US-ASCII in Ruby; or an array or other value whose strings are. */
export class UsAscii extends RubyObject {
  readonly className = 'String';
  readonly value: Value;

  constructor(value: Value) {
    super();
    this.value = value;
  }

  override toLiquid(): Value {
    return this.value;
  }

  override toS(): string {
    return toS(this.value);
  }

  /** Allows concatenation with a string. */
  override toString(): string {
    return this.toS();
  }
}

/** A template's output. `String(text)` is the plain string. */
export type Text = string | UsAscii;

export const isAscii = (text: string): boolean => !/[^\x00-\x7f]/.test(text);

/** Ruby's to_s, with its encoding. */
export function toText(value: Value): Text {
  if (typeof value === 'string') return value;
  const plain = value instanceof UsAscii ? value.value : value;
  if (typeof plain === 'string') return value as UsAscii;
  const text = toS(plain);
  return isAsciiToRuby(plain) && isAscii(text) ? new UsAscii(text) : text;
}

/** Whether Array#join's result starts out as US-ASCII: the first item decides; a nested array counts as US-ASCII. */
export function isJoinAscii(list: readonly Value[], ofStrings: boolean): boolean {
  const first = list[0];
  if (first === undefined || Array.isArray(first)) return true;
  return typeof first === 'string' ? ofStrings || isName(list, 0) : isAsciiToRuby(first);
}

/** Whether an array's item is a method name. */
export const isName = (list: Value | readonly Value[], index: number): boolean =>
  list instanceof NameList && index >= 0 && index < list.names;

/** Whether a value's to_s is US-ASCII (Ruby 3.1). For an array or a hash, the first item or key decides. */
export function isAsciiToRuby(value: Value): boolean {
  if (typeof value === 'string') return false;
  // A drop that prints its class name: class names are US-ASCII.
  if (value instanceof RubyObject) return value instanceof Drop && value.toS() === value.className;
  if (!Array.isArray(value) && !isHash(value)) return true;
  const [first] = Array.isArray(value) ? value : value.keys();
  return first === undefined || (isAsciiToRuby(first) && isAscii(toS(value)));
}
