// How filters affect encodings (ruby/us-ascii.ts), like Ruby's methods. The filters themselves work on plain strings.

import { HashDrop } from '../../ruby/hash-drop.ts';
import { codePointLength } from '../../ruby/strings.ts';
import { toS } from '../../ruby/to-s.ts';
import { isAsciiToRuby, isJoinAscii, isName } from '../../ruby/us-ascii.ts';
import { isHash, toLiquid, type Value } from '../../ruby/values.ts';
import { compileWithEncoding } from '../compile/variable.ts';
import type { FilterDefinition, FilterEncoding } from '../runtime/context.ts';
import { enumerable } from '../runtime/lookup.ts';
import { toDate } from './date.ts';
import { expressionReader } from './expressions.ts';
import { iterate } from './list.ts';
import { propertyReader } from './property.ts';
import { isAbsent, slicedString } from './text.ts';

type Rule = FilterEncoding['isAscii'];

/** Ruby works on the input's to_s; the result has the same encoding. */
const ofInput: Rule = (before, input, _args, result) => typeof result === 'string' && isTextAscii(before, input);

const isTextAscii = (before: boolean, input: Value): boolean =>
  typeof input === 'string' ? before : isAsciiToRuby(input);

/** The result is an item of the input, or an array of its items. */
const ofItems: Rule = (before, input, _args, result) => {
  if (result === input) return before;
  if (Array.isArray(input)) return before || isName(input, input.indexOf(Array.isArray(result) ? result[0]! : result));
  // The names of a drop's methods, which are its first keys, are US-ASCII.
  return typeof input === 'string' ? before : input instanceof HashDrop || isAsciiToRuby(input);
};

const INPUT = [
  ...['append', 'capitalize', 'cgi_escape', 'downcase', 'escape', 'escape_once', 'h', 'lstrip', 'newline_to_br'],
  ...['normalize_whitespace', 'remove', 'remove_first', 'replace', 'replace_first', 'rstrip', 'slugify', 'smartify'],
  ...['strip', 'strip_html', 'strip_newlines', 'truncate', 'truncatewords', 'upcase', 'url_encode', 'xml_escape'],
];

const ITEMS = [
  ...['compact', 'find_exp', 'first', 'last', 'pop', 'push', 'reverse', 'shift', 'sort', 'sort_natural', 'uniq'],
  'where_exp',
];

const OTHERS: Readonly<Record<string, Rule>> = {
  array_to_sentence_string: (before, input) => {
    if (typeof input === 'string') return before && codePointLength(input) === 1;
    const only = isHash(input) ? (input.get(0) ?? null) : Array.isArray(input) ? input[0] : undefined;
    const length = isHash(input) ? input.size : Array.isArray(input) ? input.length : 0;
    return length === 1 && only !== undefined && isTextAscii(before, only);
  },
  concat: (before, input) => before && iterate(input).length > 0,
  date: (before, input, [format], _result, context) => {
    const own = isAsciiToRuby(format!);
    return own !== before && (toS(format!) === '' || toDate(input, context) === null) ? before : own;
  },
  default: (before, input) => before && !isAbsent(input),
  group_by: (before, input, [property], _result, { env }) => {
    const list = enumerable(input);
    if (list === null) return before;
    // Decided by the name of the first group.
    const name = toS(property!);
    return (before && name === '') || (list.length > 0 && isAsciiToRuby(propertyReader(env.stack)(list[0]!, name)));
  },
  inspect: (_before, input) => isAsciiToRuby(input),
  join: (before, input) => isJoinAscii(firstItems(input), before || input instanceof HashDrop || isName(input, 0)),
  map: (before, input, [property]) => {
    // A string's `[]` returns the argument if found, in the argument's encoding; an index returns the string's own
    // characters.
    const isAsked = typeof property === 'string' && property !== 'to_liquid';
    return before && !(isAsked && !isHash(iterate(input)[0] ?? null));
  },
  markdownify: (before, input, _args, result, { env }) =>
    isTextAscii(before, input) && !(result === '\n' && env.stack.kramdown.ownsEmptyLine),
  prepend: (_before, _input, [text]) => isAsciiToRuby(text!),
  slice: (before, input, args, result) => {
    if (Array.isArray(input)) return before;
    return isTextAscii(before, input) && (result !== '' || slicedString(input, args) !== null);
  },
  split: isTextAscii,
};

/** The items up to the first that join uses, without traversing a long array. */
function firstItems(input: Value): readonly Value[] {
  const first = Array.isArray(input) ? input[0] : undefined;
  return first === undefined || Array.isArray(first) ? iterate(input) : [toLiquid(first)];
}

/** group_by_exp: decided by the name of the last item. */
function groupByExpression(): Rule {
  const read = expressionReader(compileWithEncoding);
  return (before, input, [variable, expression], _result, context) => {
    const list = enumerable(input);
    if (list === null || list.length === 0 || (before && expression === variable)) return before;
    const evaluate = read(expression!, context);
    const scope = context.enter();
    context.set(variable!, list[list.length - 1]!);
    const name = evaluate(context);
    context.leave(scope);
    return name !== toLiquid(name);
  };
}

/** Encoding rules of all filters that Jekyll has without plugins. */
export function filterEncodings(filters: ReadonlyMap<string, FilterDefinition>): Map<FilterDefinition, FilterEncoding> {
  const encodings = new Map<FilterDefinition, FilterEncoding>();
  const add = (name: string, isAscii: Rule): void => {
    const filter = filters.get(name);
    // Jekyll 3.10 lacks find_exp.
    if (filter !== undefined) encodings.set(filter, { isAscii, asks: name === 'markdownify' });
  };
  for (const name of INPUT) add(name, ofInput);
  for (const name of ITEMS) add(name, ofItems);
  for (const [name, rule] of Object.entries(OTHERS)) add(name, rule);
  add('group_by_exp', groupByExpression());
  return encodings;
}
