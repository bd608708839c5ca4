// Ruby's inspect.

import { Bounds } from './bounds.ts';
import { dateToJd } from './calendar.ts';
import { formatFloat } from './float.ts';
import { formatDate, strftime } from './strftime.ts';
import { isHash, RubyDate, RubyFloat, type RubyHash, RubyRange, RubySymbol, RubyTime, type Value } from './values.ts';

/**
 * inspect, as Ruby before 3.4 prints it: `{"a"=>1, :b=>nil}`. A collection within itself is `[...]` or `{...}`. Throws
 * a RangeError if the result would be too long.
 */
export function inspect(value: Value): string {
  if (Array.isArray(value) || isHash(value)) return showCollection(value, [], new Bounds());
  return showOne(value);
}

type Collection = Value[] | RubyHash;

function show(value: Value, outer: readonly Collection[], bounds: Bounds): string {
  if (Array.isArray(value) || isHash(value)) {
    bounds.count();
    return showCollection(value, outer, bounds);
  }
  const text = showOne(value);
  bounds.count(text.length);
  return text;
}

function showCollection(value: Collection, outer: readonly Collection[], bounds: Bounds): string {
  if (Array.isArray(value)) {
    if (outer.includes(value)) return '[...]';
    const within = [...outer, value];
    return `[${value.map((item) => show(item, within, bounds)).join(', ')}]`;
  }
  if (value.size === 0) return '{}';
  if (outer.includes(value)) return '{...}';
  const within = [...outer, value];
  const pairs: string[] = [];
  for (const [key, item] of value) pairs.push(`${show(key, within, bounds)}=>${show(item, within, bounds)}`);
  return `{${pairs.join(', ')}}`;
}

function showOne(value: Exclude<Value, Collection>): string {
  if (value === null) return 'nil';
  if (typeof value === 'string') return inspectString(value);
  if (typeof value !== 'object') return String(value);
  if (value instanceof RubyFloat) return formatFloat(value.value);
  if (value instanceof RubySymbol) return inspectSymbol(value.name);
  if (value instanceof RubyDate) {
    const jd = dateToJd(value.year, value.month, value.day);
    return `#<Date: ${formatDate(value)} ((${jd}j,0s,0n),+0s,2299161j)>`;
  }
  if (value instanceof RubyTime) return inspectTime(value);
  if (value instanceof RubyRange) return `${value.first}..${value.last}`;
  return value.inspect();
}

/** Time#inspect: to_s with the fraction of the second. */
function inspectTime(time: RubyTime): string {
  const fraction = time.nanoseconds === 0 ? '' : `.${String(time.nanoseconds).padStart(9, '0').replace(/0+$/, '')}`;
  return strftime(time, '%Y-%m-%d %H:%M:%S') + fraction + (time.utc ? ' UTC' : strftime(time, ' %z'));
}

const ESCAPES: Readonly<Record<string, string>> = {
  '"': '\\"',
  '\\': '\\\\',
  '\n': '\\n',
  '\t': '\\t',
  '\r': '\\r',
  '\f': '\\f',
  '\v': '\\v',
  '\b': '\\b',
  '\x07': '\\a',
  '\x1b': '\\e',
};

// Characters to escape: quotes, backslashes, interpolation, and characters that Ruby considers unprintable.
const SPECIAL = /["\\]|#(?=[{$@])|[\p{Cc}\p{Cn}\p{Cs}\p{Co}\p{Zl}\p{Zp}]/gu;

/** String#inspect of a UTF-8 string. */
export function inspectString(text: string): string {
  return `"${text.replace(SPECIAL, escapeCharacter)}"`;
}

function escapeCharacter(character: string): string {
  const short = ESCAPES[character];
  if (short !== undefined) return short;
  if (character === '#') return '\\#';
  const code = character.codePointAt(0)!;
  if (code === 0x85) return character;
  if (code >= 0xe000 && code <= 0xf8ff) return character;
  if (code >= 0xf0000 && code <= 0x10ffff && (code & 0xfffe) !== 0xfffe) return character;
  const hex = code.toString(16).toUpperCase();
  return code > 0xffff ? `\\u{${hex}}` : `\\u${hex.padStart(4, '0')}`;
}

// Symbols that need no quotes after the colon: words, variables, operators.
const PLAIN_SYMBOL =
  /^(?:(?:@@?|\$)?[A-Za-z_\u0080-\u{10ffff}][\w\u0080-\u{10ffff}]*|[A-Za-z_\u0080-\u{10ffff}][\w\u0080-\u{10ffff}]*[?!=]|\[\]=?|[+\-~!]@?|\*\*?|[/%`^&|]|<=>|<=?|<<|>=?|>>|={2,3}|=~|![=~])$/u;

function inspectSymbol(name: string): string {
  const quoted = inspectString(name);
  return PLAIN_SYMBOL.test(name) && quoted.length === name.length + 2 ? `:${name}` : `:${quoted}`;
}
