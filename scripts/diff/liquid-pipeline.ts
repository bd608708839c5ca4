// Chains of filters as sites have them: lists narrowed, sorted, grouped, mapped and joined, with expressions of all sorts.

import type { Random } from './random.ts';

const PROPERTIES = [
  'name',
  'n',
  'tags',
  'on',
  'd',
  'k',
  'sub',
  'sub.v',
  'sub.w',
  'title',
  'a',
  'missing',
  'size',
  'first',
];
const VALUES = [
  '1',
  '2',
  '0',
  '"1"',
  '"abe"',
  '"x"',
  '""',
  'nil',
  'true',
  'false',
  '1.5',
  '"1.50"',
  'i',
  's',
  'v0',
  'v1',
  'list',
  'empty',
  'blank',
  'date',
  '"01"',
  '"2020-01-03"',
  '-1',
  '(1..3)',
];
const INNER = [
  '1',
  '2',
  '0',
  "'abe'",
  "'x'",
  "''",
  'nil',
  'true',
  'false',
  '1.5',
  "'1.50'",
  'i',
  's',
  'v0',
  'list',
  'empty',
  'blank',
  'date',
  "'a b'",
  'x.n',
  'item.n',
  'page.title',
  'missing',
  '(1..3)',
  '-1',
  "'é'",
];
const OPERATORS = ['==', '!=', '<', '>', '<=', '>=', '<>', 'contains'];
const INNER_FILTERS = [
  'upcase',
  'downcase',
  'size',
  'first',
  'last',
  'strip',
  'plus: 1',
  'times: 2',
  "append: '!'",
  "date: '%Y'",
  'slice: 0, 2',
  "split: 'b'",
  "join: '-'",
  "default: 'none'",
  'sort',
  'reverse',
  'to_integer',
  'jsonify',
  "map: 'v'",
  'nosuch',
  'divided_by: 2',
  'modulo: 2',
  'round',
  "truncate: 3, ''",
  'slugify',
  "where: 'n', 1",
  "replace: 'a', 'b'",
  'compact',
  'abs',
  'escape',
];
const LISTS = [
  'items',
  'items',
  'items',
  'v0',
  'v1',
  'v2',
  'words',
  'list',
  'nested',
  'mixed',
  'nils',
  'h',
  'h2',
  '(1..5)',
  'csv | split: ","',
  's | split: ""',
  'items[0].tags',
  'empty_a',
  'h2.list',
  'site',
  'page',
  's',
  'missing',
  'date',
  'time',
  'items | map: "tags"',
  'items | map: "sub"',
];
const NAMES = ['x', 'item', 'post', 'i', 's', 'x-y', 'n'];

function operand(random: Random, name: string): string {
  if (random.chance(0.3)) return random.pick(INNER);
  const step = random.chance(0.85)
    ? `.${random.pick(PROPERTIES)}`
    : random.pick(['', '', '[0]', "['n']", '.sub["v"]', '[key]', '.tags[0]', '.tags.first', '.name.size']);
  return name + step;
}

/** What where_exp and find_exp take. */
function condition(random: Random, name: string): string {
  let text = operand(random, name);
  if (random.chance(0.8))
    text += `${random.pick([' ', ' ', ' ', ''])}${random.pick(OPERATORS)} ${operand(random, name)}`;
  while (random.chance(0.2))
    text += ` ${random.pick(['and', 'or'])} ${operand(random, name)}${random.chance(0.6) ? ` ${random.pick(OPERATORS)} ${operand(random, name)}` : ''}`;
  if (random.chance(0.04))
    text = random.pick([
      `(${text})`,
      `!${text}`,
      `not ${text}`,
      `${text} | size`,
      `${text} x`,
      ` ${text} `,
      `${text} &&`,
      '',
    ]);
  return text;
}

/** What group_by_exp takes. */
function expression(random: Random, name: string): string {
  let text = operand(random, name);
  while (random.chance(0.5)) text += ` | ${random.pick(INNER_FILTERS)}`;
  if (random.chance(0.04)) text = random.pick([`${text} |`, `${text} == 1`, `(${text})`, `${text} ${text}`, '']);
  return text;
}

const quoted = (text: string): string => (text.includes('"') ? `'${text.replaceAll("'", '')}'` : `"${text}"`);

function call(random: Random): string {
  const property = `"${random.pick(PROPERTIES)}"`;
  const name = random.pick(NAMES);
  const value = random.pick(VALUES);
  switch (random.below(22)) {
    case 0:
    case 1:
      return `where: ${property}, ${value}`;
    case 2:
    case 3:
    case 4:
      return `where_exp: "${name}", ${quoted(condition(random, name))}`;
    case 5:
      return `find: ${property}, ${value}`;
    case 6:
      return `find_exp: "${name}", ${quoted(condition(random, name))}`;
    case 7:
      return `group_by: ${property}`;
    case 8:
    case 9:
      return `group_by_exp: "${name}", ${quoted(expression(random, name))}`;
    case 10:
      return random.pick([`sort: ${property}`, `sort: ${property}, "last"`, `sort: ${property}, "first"`, 'sort']);
    case 11:
      return random.pick([`sort_natural: ${property}`, 'sort_natural']);
    case 12:
      return `map: ${random.pick([property, property, '"items"', '"name"', '"size"'])}`;
    case 13:
      return random.pick(['uniq', `uniq: ${property}`, 'compact', `compact: ${property}`]);
    case 14:
      return random.pick(['first', 'last', 'size', 'reverse']);
    case 15:
      return random.pick(['push: 1', 'pop', 'shift', 'unshift: "u"', 'pop: 2', 'shift: 2', `push: ${value}`]);
    case 16:
      return `concat: ${random.pick(['list', 'words', 'items', 'nils', 'v1', 'nested'])}`;
    case 17:
      return random.pick(['join', 'join: ", "', `join: ${value}`, 'array_to_sentence_string']);
    case 18:
      return random.pick(['jsonify', 'inspect', 'to_integer', 'size']);
    case 19:
      return random.pick(['slice: 1, 2', 'slice: -2, 2', 'slice: 0', 'default: list', 'split: " "']);
    default:
      return random.pick(INNER_FILTERS);
  }
}

/** A list through some filters, printed as sites print such. */
export function pipeline(random: Random): string {
  let text = random.pick(LISTS);
  for (let n = 1 + random.below(4); n > 0; n--) text += ` | ${call(random)}`;
  switch (random.below(6)) {
    case 0:
      return `{{ ${text} }}`;
    case 1:
      return `{{ ${text} | jsonify }}`;
    case 2:
      return `{{ ${text} | inspect }}`;
    case 3:
      return `{% assign r = ${text} %}{{ r.size }}:{% for x in r %}[{{ x.name }}{{ x.n }}{{ x[0] }}|{{ x.items.size }}]{% endfor %}`;
    case 4:
      return `{% assign r = ${text} %}{% for x in r ${random.pick(['', 'limit:2', 'offset:1', 'reversed'])} %}{% if x.n > 1 %}{{ forloop.index }}{% endif %}{{ x }}{% unless forloop.last %},{% endunless %}{% endfor %}{{ r.first }}{{ r.last.name }}`;
    default:
      return `{% assign r = ${text} %}{% if r == empty %}e{% elsif r contains ${random.pick(VALUES)} %}c{% else %}{{ r | join: "/" }}{% endif %}`;
  }
}
