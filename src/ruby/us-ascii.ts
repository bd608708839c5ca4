// Which strings are US-ASCII to Ruby. It shows in a single place: kramdown writes an entity where a source in US-ASCII
// would need another character. Nearly all strings are UTF-8, and are plain strings here. A number's or nil's to_s isn't,
// nor is what filters make of it, nor a template's output that starts with it and has only such characters: those are
// wrapped, up to the Markdown converter, which asks. To everybody else they are what they wrap.

import { toS } from './to-s.ts';
import { Drop, isHash, NameList, RubyObject, type Value } from './values.ts';

/** A string that is US-ASCII to Ruby; or an array, or another value, whose strings are. */
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

  /** So that it can be added to a string. */
  override toString(): string {
    return this.toS();
  }
}

/** What a template prints. `String(text)` is the plain string. */
export type Text = string | UsAscii;

export const isAscii = (text: string): boolean => !/[^\x00-\x7f]/.test(text);

/** Ruby's to_s. */
export function toText(value: Value): Text {
  if (typeof value === 'string') return value;
  const plain = value instanceof UsAscii ? value.value : value;
  if (typeof plain === 'string') return value as UsAscii;
  const text = toS(plain);
  return isAsciiToRuby(plain) && isAscii(text) ? new UsAscii(text) : text;
}

/** Whether Array#join starts with a string in US-ASCII: its first string decides, which an array within it hasn't. */
export function isJoinAscii(list: readonly Value[], ofStrings: boolean): boolean {
  const first = list[0];
  if (first === undefined || Array.isArray(first)) return true;
  return typeof first === 'string' ? ofStrings || isName(list, 0) : isAsciiToRuby(first);
}

/** Whether an array's item is a method's name. */
export const isName = (list: Value | readonly Value[], index: number): boolean =>
  list instanceof NameList && index >= 0 && index < list.names;

/** Whether a value's to_s is US-ASCII (Ruby 3.1); of an array or a hash the first item or key decides. */
export function isAsciiToRuby(value: Value): boolean {
  if (typeof value === 'string') return false;
  // A drop that prints its class's name: names of classes are US-ASCII.
  if (value instanceof RubyObject) return value instanceof Drop && value.toS() === value.className;
  if (!Array.isArray(value) && !isHash(value)) return true;
  const [first] = Array.isArray(value) ? value : value.keys();
  return first === undefined || (isAsciiToRuby(first) && isAscii(toS(value)));
}
