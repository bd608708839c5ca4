// Templates by chance: mostly well-formed, now and then with the mistakes that people make when they type.

import { DATA, type Encoded } from '../../test/liquid/site.ts';

export class Random {
  #state: number;
  constructor(seed: number) {
    this.#state = seed >>> 0;
  }
  next(): number {
    this.#state = (this.#state + 0x6d2b79f5) >>> 0;
    let t = this.#state;
    t = Math.imul(t ^ (t >>> 15), t | 1);
    t ^= t + Math.imul(t ^ (t >>> 7), t | 61);
    return ((t ^ (t >>> 14)) >>> 0) / 4294967296;
  }
  below(n: number): number {
    return Math.floor(this.next() * n);
  }
  pick<T>(list: readonly T[]): T {
    return list[this.below(list.length)]!;
  }
  chance(p: number): boolean {
    return this.next() < p;
  }
}

const names = (DATA as { $hash: [Encoded, Encoded][] }).$hash
  .map(([key]) => String(key))
  // That a symbol's text is US-ASCII isn't followed.
  .filter((name) => name !== 'sym');
const STEPS = [
  '.a',
  '.b',
  '.size',
  '.first',
  '.last',
  '[0]',
  '[-1]',
  '["a"]',
  '[key]',
  '[idx]',
  '.deep.er.x',
  '.name',
  '.n',
  '.tags',
  '.list',
  '[5]',
  '.title',
  '["5"]',
  '.items',
  '.0',
  '.path',
  '[9]',
  '.sub.v',
  '.missing.x',
];
const LITERALS = [
  '"text"',
  "'a'",
  '""',
  '" "',
  '","',
  '1',
  '0',
  '-2',
  '3.5',
  '5.',
  '1.2.3',
  'nil',
  'true',
  'false',
  'empty',
  'blank',
  '(1..3)',
  '(idx..i)',
  '"2020-01-02"',
  '"%Y-%m-%d %H:%M"',
  '"now"',
  '"12"',
  '"1.5"',
  '"x y z"',
  '"é"',
  '100',
  '12345678901234567890',
  '"n"',
  '"name"',
  '"on"',
  '"tags"',
  '"k"',
  '"<b>"',
  "'it\\'s'",
  '"%b %-d, %Y"',
  '(f..i)',
  '("1".."3")',
  '(s..3)',
  'null',
  '-0',
  '0.0',
  '10.25',
  '"a,b;c"',
  '"\\\\0"',
];
/** Filters with how many arguments they take. */
export const FILTERS: readonly (readonly [string, number, number])[] = [
  ['size', 0, 0],
  ['downcase', 0, 0],
  ['upcase', 0, 0],
  ['capitalize', 0, 0],
  ['escape', 0, 0],
  ['h', 0, 0],
  ['escape_once', 0, 0],
  ['url_encode', 0, 0],
  ['url_decode', 0, 0],
  ['slice', 1, 2],
  ['truncate', 0, 2],
  ['truncatewords', 0, 2],
  ['split', 1, 1],
  ['strip', 0, 0],
  ['lstrip', 0, 0],
  ['rstrip', 0, 0],
  ['strip_html', 0, 0],
  ['strip_newlines', 0, 0],
  ['newline_to_br', 0, 0],
  ['replace', 1, 2],
  ['replace_first', 1, 2],
  ['remove', 1, 1],
  ['remove_first', 1, 1],
  ['append', 1, 1],
  ['prepend', 1, 1],
  ['default', 0, 1],
  ['join', 0, 1],
  ['sort_natural', 0, 1],
  ['uniq', 0, 1],
  ['compact', 0, 1],
  ['reverse', 0, 0],
  ['map', 1, 1],
  ['concat', 1, 1],
  ['first', 0, 0],
  ['last', 0, 0],
  ['plus', 1, 1],
  ['minus', 1, 1],
  ['times', 1, 1],
  ['divided_by', 1, 1],
  ['modulo', 1, 1],
  ['round', 0, 1],
  ['ceil', 0, 0],
  ['floor', 0, 0],
  ['abs', 0, 0],
  ['at_least', 1, 1],
  ['at_most', 1, 1],
  ['date', 1, 1],
  ['slugify', 0, 1],
  ['xml_escape', 0, 0],
  ['cgi_escape', 0, 0],
  ['uri_escape', 0, 0],
  ['normalize_whitespace', 0, 0],
  ['number_of_words', 0, 1],
  ['array_to_sentence_string', 0, 1],
  ['jsonify', 0, 0],
  ['inspect', 0, 0],
  ['where', 2, 2],
  ['where_exp', 2, 2],
  ['group_by', 1, 1],
  ['group_by_exp', 2, 2],
  ['find', 2, 2],
  ['find_exp', 2, 2],
  ['sort', 0, 2],
  ['to_integer', 0, 0],
  ['pop', 0, 1],
  ['push', 1, 1],
  ['shift', 0, 1],
  ['unshift', 1, 1],
  ['relative_url', 0, 0],
  ['absolute_url', 0, 0],
  ['strip_index', 0, 0],
  ['date_to_string', 0, 2],
  ['date_to_long_string', 0, 2],
  ['date_to_xmlschema', 0, 0],
  ['date_to_rfc822', 0, 0],
  ['nosuch', 0, 2],
  ['sum', 0, 1],
];
const ARGUMENTS: Readonly<Record<string, readonly string[]>> = {
  where: [
    '"n", 1',
    '"name", "abe"',
    '"tags", "x"',
    '"on", true',
    '"k", "01"',
    '"k", 2',
    '"n", nil',
    '"sub.v", 9',
    '"name", empty',
    '"d", nil',
    's, i',
    '"on", "true"',
    '"tags", "y"',
    '"n", "2"',
  ],
  find: ['"n", 1', '"name", "abe"', '"n", nil', '"k", 1.5', '"name", "zzz"'],
  where_exp: [
    '"x", "x.n > 1"',
    '"x", "x.name == \'abe\'"',
    '"x", "x.on"',
    '"x", "x.tags contains \'x\'"',
    '"x", "x.n > 1 and x.on"',
    '"x", "x.n == i or x.on == true"',
    '"x", "x == 1"',
    '"x", "x.d < date"',
    '"x", "x.n <"',
    '"i", "i.n != nil"',
  ],
  find_exp: ['"x", "x.n > 1"', '"x", "x.name == \'zzz\'"', '"x", "x.on == false"'],
  group_by: ['"name"', '"n"', '"on"', '"k"', '"tags"', '"sub.v"', '"missing"'],
  group_by_exp: [
    '"x", "x.n"',
    '"x", "x.name | downcase"',
    '"x", "x.name | size"',
    '"x", "x"',
    '"x", "x.d | date: \'%Y\'"',
  ],
  sort: ['', '"n"', '"name"', '"n", "last"', '"d"', '"k"', '"on"', '"n", "middle"', '"sub.v"', '"tags"'],
  map: ['"name"', '"n"', '"tags"', '"sub"', '"e"', '0', 'nil'],
  slugify: ['', '"pretty"', '"raw"', '"ascii"', '"latin"', '"none"', '"default"'],
  date: [
    '"%Y"',
    '"%b %d, %Y"',
    '"%H:%M:%S %z %Z"',
    '"%-d.%-m.%y %j %U"',
    '"%s %L %N %p %P %^a %10Y"',
    '""',
    'nil',
    '"%D %F %T %c %x"',
    'i',
  ],
  uniq: ['', '"name"', '"n"'],
  compact: ['', '"n"', '"d"'],
  sort_natural: ['', '"name"', '"n"'],
  date_to_string: ['', '"ordinal"', '"ordinal", "US"'],
  date_to_long_string: ['', '"ordinal"', '"ordinal", "US"'],
  number_of_words: ['', '"cjk"', '"auto"'],
  truncate: ['', '5', '5, ""', '3, "......"', '"4"', 'f'],
  truncatewords: ['', '1', '2, "--"', '0', '"x"'],
  slice: ['0', '1, 3', '-3, 2', '20', '-20, 3', '"1"', '1, -1', 'f'],
  round: ['', '1', '2', '-1', '"1"', '0', 'nil'],
  split: ['","', '" "', '""', '"l"', 'nil', '"\\n"', '"o W"'],
  replace: ['"o", "0"', '"l"', '"", "-"', '" ", "\\\\0\\\\0"', '"World", "\\\\`"', '"a", nil', 'nil, "x"'],
  divided_by: ['2', '0', '2.0', '0.0', '"3"', 'f', 'nil', '-2'],
  modulo: ['2', '0', '2.5', '-3', '"3"'],
  default: ['', '"d"', 'nil', 'i', 'list'],
};
const TEXTS = ['text', ' ', '\n', '  \n', 'a b\n', '<p>', '"q"', 'é', 'x', '-', ' | ', '{', '}', '%', '\n\n  ', '. '];
const OPERATORS = ['==', '!=', '<', '>', '<=', '>=', '<>', 'contains'];
const SLIPS = [
  '=',
  '===',
  '&&',
  '||',
  '!',
  '%',
  '#',
  '“',
  '(',
  ')',
  '[',
  ']',
  '..',
  ',',
  ':',
  '|',
  '.',
  '$',
  '"',
  "'",
  '{',
  '}',
  '-',
  'and',
  'or',
  ' ',
  '@',
  '?',
  '*',
  '+',
  '\\',
];

/** What a run has reached. */
export type Reached = Map<string, number>;

export class Generator {
  readonly random: Random;
  readonly reached: Reached = new Map();
  #mistakes: number;

  constructor(seed: number, mistakes: number) {
    this.random = new Random(seed);
    this.#mistakes = mistakes;
  }

  template(): string {
    let text = '';
    const count = 1 + this.random.below(3);
    for (let i = 0; i < count; i++) text += this.node(3);
    return this.random.chance(this.#mistakes * 0.5) ? this.#slip(text) : text;
  }

  node(depth: number): string {
    const { random } = this;
    const roll = random.next();
    if (roll < 0.25) return random.pick(TEXTS);
    if (roll < 0.6 || depth === 0) return this.output();
    return this.tag(depth - 1);
  }

  output(): string {
    return `{{${this.#dash()} ${this.#markup(this.variable())} ${this.#dash()}}}`;
  }

  variable(): string {
    let text = this.value();
    for (let n = this.random.below(4); n > 0; n--) text += ` | ${this.filter()}`;
    return text;
  }

  filter(): string {
    const { random } = this;
    const [name, least, most] = random.pick(FILTERS);
    this.#count(`filter ${name}`);
    const known = ARGUMENTS[name];
    if (known && random.chance(0.8)) {
      const args = random.pick(known);
      return args === '' ? name : `${name}: ${args}`;
    }
    let count = least + random.below(most - least + 1);
    if (random.chance(0.02)) count = random.below(4);
    const args = Array.from({ length: count }, () => (random.chance(0.03) ? `key: ${this.value()}` : this.value()));
    return args.length === 0 ? name : `${name}: ${args.join(', ')}`;
  }

  value(): string {
    const { random } = this;
    if (random.chance(0.35)) {
      this.#count('value literal');
      return random.pick(LITERALS);
    }
    let text = random.chance(0.08)
      ? random.pick([
          'missing',
          'x',
          'forloop',
          'forloop.index',
          'forloop.last',
          'include',
          'tablerowloop.col',
          'caught',
          'leaked',
          'page.title',
          'site.url',
          '["s"]',
          '[key]',
        ])
      : random.pick(names);
    for (let n = random.chance(0.3) ? 1 + random.below(2) : 0; n > 0; n--) text += random.pick(STEPS);
    this.#count('value lookup');
    return text;
  }

  condition(): string {
    const { random } = this;
    let text = random.chance(0.3) ? this.value() : `${this.value()} ${random.pick(OPERATORS)} ${this.value()}`;
    while (random.chance(0.25)) text += ` ${random.pick(['and', 'or'])} ${this.condition()}`;
    return text;
  }

  body(depth: number): string {
    let text = '';
    for (let n = this.random.below(4); n > 0; n--) text += this.node(depth);
    return text;
  }

  tag(depth: number): string {
    const { random } = this;
    const kind = random.pick([
      'assign',
      'assign',
      'capture',
      'if',
      'if',
      'if',
      'unless',
      'for',
      'for',
      'for',
      'case',
      'cycle',
      'comment',
      'raw',
      'increment',
      'decrement',
      'tablerow',
      'ifchanged',
      'include',
      'include',
      'break',
      'continue',
      'link',
      'post_url',
      'highlight',
      'unknown',
    ]);
    this.#count(`tag ${kind}`);
    switch (kind) {
      case 'assign':
        return this.#tag(`assign ${random.pick(['x', 'y', 's', 'list', 'a.b', 'page', 'x-y'])} = ${this.variable()}`);
      case 'capture':
        return this.#block(`capture ${random.pick(['x', 'y', "'caught'", 's'])}`, 'capture', this.body(depth));
      case 'if':
      case 'unless': {
        let body = this.body(depth);
        while (random.chance(0.25)) body += this.#tag(`elsif ${this.condition()}`) + this.body(depth);
        if (random.chance(0.4)) body += this.#tag(random.chance(0.1) ? 'else if x' : 'else') + this.body(depth);
        return this.#block(`${kind} ${this.condition()}`, kind, body);
      }
      case 'for': {
        let head = `for ${random.pick(['x', 'item', 's', 'y'])} in ${this.value()}`;
        if (random.chance(0.2)) head += ' reversed';
        if (random.chance(0.3)) head += ` limit:${this.value()}`;
        if (random.chance(0.3)) head += ` offset: ${random.chance(0.3) ? 'continue' : this.value()}`;
        if (random.chance(0.05)) head += ' reversed';
        let body = this.body(depth);
        if (random.chance(0.15)) body += this.#tag(random.pick(['break', 'continue'])) + this.body(depth);
        if (random.chance(0.3)) body += this.#tag('else') + this.body(depth);
        return this.#block(head, 'for', body);
      }
      case 'case': {
        let body = random.chance(0.3) ? ' ' : '';
        for (let n = random.below(4); n > 0; n--) {
          const values = Array.from({ length: 1 + random.below(3) }, () => this.value()).join(
            random.pick([', ', ' or ', ',']),
          );
          body += this.#tag(`when ${values}`) + this.body(depth);
        }
        if (random.chance(0.4)) body += this.#tag('else') + this.body(depth);
        return this.#block(`case ${this.value()}`, 'case', body);
      }
      case 'cycle': {
        const values = Array.from({ length: 1 + random.below(3) }, () =>
          random.pick(['"a"', '"b"', 'i', '1', 'nil', 's']),
        ).join(', ');
        return this.#tag(`cycle ${random.chance(0.3) ? `${random.pick(['"g"', 'key', '1'])}: ` : ''}${values}`);
      }
      case 'comment':
        return this.#block('comment', 'comment', this.body(depth));
      case 'raw':
        return this.#block('raw', 'raw', this.body(depth));
      case 'increment':
      case 'decrement':
        return this.#tag(`${kind} ${random.pick(['c', 'd', 'i', 'x'])}`);
      case 'tablerow':
        return this.#block(
          `tablerow x in ${this.value()}${random.chance(0.5) ? ` cols:${random.pick(['2', '3', 'i', '0'])}` : ''}${random.chance(0.3) ? ` limit:${this.value()}` : ''}${random.chance(0.2) ? ' offset:1' : ''}`,
          'tablerow',
          this.body(depth),
        );
      case 'ifchanged':
        return this.#block('ifchanged', 'ifchanged', this.body(depth));
      case 'include': {
        const file = random.pick([
          'plain.html',
          'bare',
          'note.html',
          'nothing.html',
          'outer.html',
          'sets.html',
          'sub/deep.md',
          '{{ file }}',
          '{{ "bare" }}',
          'breaks.html',
          'none.html',
          '../x',
          'broken.html',
          'fails.html',
        ]);
        let text = `include ${file}`;
        while (random.chance(0.4))
          text += ` ${random.pick(['text', 'kind', 'n'])}=${random.pick(['"a b"', "'c'", 's', 'i', 'page.title', '2', 'include.text', '"say \\"hi\\""', 'x y', '"open'])}`;
        return this.#tag(text);
      }
      case 'link':
        return this.#tag(
          `link ${random.pick(['about.md', 'pages/deep.html', 'assets/data.txt', '/about.md', '_posts/2020-01-02-first-post.md', 'gone.md', '{{ "about.md" }}'])}`,
        );
      case 'post_url':
        return this.#tag(
          `post_url ${random.pick(['2020-01-02-first-post', '2021-05-06-second', 'sub/2021-07-08-third', '2021-07-08-third', '/2021-05-06-second', '2022-01-01-none', 'second'])}`,
        );
      case 'highlight':
        return this.#block(
          `highlight ${random.pick(['text', 'nosuchlang', 'no+such', 'plaintext'])}`,
          'highlight',
          `\n${this.body(depth)}\n`,
        );
      case 'unknown':
        return random.chance(0.3)
          ? this.#tag(random.pick(['nosuch', 'elseif x', 'endif', 'else', 'end', 'render "x"', 'echo s']))
          : this.output();
      default:
        return this.#tag(kind);
    }
  }

  #dash(): string {
    return this.random.chance(0.1) ? '-' : '';
  }

  #tag(markup: string): string {
    const { random } = this;
    return `{%${this.#dash()}${random.chance(0.95) ? ' ' : ''}${this.#markup(markup)}${random.chance(0.95) ? ' ' : ''}${this.#dash()}%}`;
  }

  #block(head: string, name: string, body: string): string {
    const end = this.random.chance(this.#mistakes * 0.1)
      ? ''
      : this.random.chance(this.#mistakes * 0.1)
        ? '{% endwrong %}'
        : `{%${this.#dash()} end${name} ${this.#dash()}%}`;
    return this.#tag(head) + body + end;
  }

  #markup(markup: string): string {
    return this.random.chance(this.#mistakes) ? this.#slip(markup) : markup;
  }

  // One character or word too much, too few, or other than meant.
  #slip(text: string): string {
    const { random } = this;
    this.#count('slip');
    const at = random.below(text.length + 1);
    switch (random.below(4)) {
      case 0:
        return text.slice(0, at) + text.slice(at + 1);
      case 1:
        return text.slice(0, at) + random.pick(SLIPS) + text.slice(at);
      case 2:
        return text.slice(0, at) + random.pick(SLIPS) + text.slice(at + 1);
      default: {
        const space = text.indexOf(' ', at);
        return space < 0 ? text : `${text.slice(0, space)} ${random.pick(SLIPS)} ${text.slice(space + 1)}`;
      }
    }
  }

  #count(what: string): void {
    this.reached.set(what, (this.reached.get(what) ?? 0) + 1);
  }
}
