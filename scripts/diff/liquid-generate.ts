// Random templates: mostly well-formed, sometimes with typing mistakes.

import { DATA, type Encoded } from '../../test/liquid/site.ts';
import { pipeline } from './liquid-pipeline.ts';
import { soupNode } from './liquid-soup.ts';
import { KINDS, Values } from './liquid-values.ts';
import {
  ARGUMENTS,
  FILTERS,
  INCLUDES,
  LANGUAGES,
  LINKS,
  OPERATORS,
  PARAMETERS,
  POSTS,
  SITUATIONAL,
  SLIPS,
  STEPS,
  TAGS,
  TEXTS,
  UNKNOWN_FILTERS,
  WRONG_OPERATORS,
} from './liquid-vocabulary.ts';
import { Random } from './random.ts';

/** The payload of every template; `v0` to `v3` are made for one. */
const BASE = (DATA as { $hash: [Encoded, Encoded][] }).$hash;
const VARIABLES = ['v0', 'v1', 'v2', 'v3'];
/** What templates look up in the site where they are rendered for one. */
const SITE_NAMES = [
  'first',
  'count',
  'keys',
  'min',
  'max',
  'sort',
  'content_methods',
  'to_liquid.page',
  'keys[0]',
  'size',
  'page',
  'site.posts',
  'site.pages',
  'site.docs',
  'site.static_files',
  'site.collections',
  'site.documents',
  'site.tags',
  'site.categories',
  'site.data',
  'site.related_posts',
  'site.html_pages',
  'site.time',
  'site.config',
  'site.source',
  'layout',
  'paginator',
  'jekyll',
  'jekyll.version',
  'theme',
  'content',
  'page.next',
  'page.previous',
  'page.excerpt',
  'page.content',
  'page.url',
  'page.date',
  'page.tags',
  'page.categories',
  'page.collection',
  'page.path',
  'page.relative_path',
  'page.id',
  'page.name',
  'page.dir',
  'page.title',
  'page.layout',
  'page.permalink',
  'page.output',
  'site.posts.first',
  'site.posts[1]',
  'site.pages[0]',
  'site.static_files[0]',
  'site.collections[0]',
  'site.docs[0]',
  'site.data.list',
  'site.data.people',
  'site.data.numbers',
  'site.defaults',
  'site.html_files',
  'site.members',
];
const SITE_STEPS = [
  '.title',
  '.url',
  '.path',
  '.date',
  '.excerpt',
  '.content',
  '.tags',
  '.next',
  '.previous',
  '.label',
  '.docs',
  '.files',
  '.output',
  '.relative_directory',
  '.directory',
  '.name',
  '.basename',
  '.extname',
  '.modified_time',
  '.collection',
  '.id',
  '.size',
  '.first',
  '.last',
  '.categories',
  '.layout',
  '.dir',
  '.slug',
  '.draft',
  '.ext',
  '.permalink',
  '[0]',
  '[-1]',
  '["title"]',
  '.news',
  '.environment',
  '.page',
  '.missing',
];
const SITE_PROPERTIES = [
  '"title"',
  '"url"',
  '"date"',
  '"tags"',
  '"categories"',
  '"n"',
  '"name"',
  '"path"',
  '"collection"',
  '"extname"',
  '"label"',
  '"layout"',
  '"sub.v"',
  '"missing"',
  '"draft"',
  '"id"',
];

/** Every filter with every kind of input. */
const CELLS = Object.keys(FILTERS).flatMap((filter) => KINDS.map((kind) => ({ filter, kind })));

/** What a loop gives to its body. */
const LOOP_NAMES = SITUATIONAL.filter((name) => /^(?:forloop|tablerowloop|item|x$)/.test(name));

/** What a run has reached, by name. */
export type Reached = Map<string, number>;

export class Generator {
  readonly random: Random;
  readonly values: Values;
  readonly reached: Reached = new Map();
  readonly #mistakes: number;
  readonly #inSite: boolean;
  readonly #names: readonly string[];
  readonly #filters: readonly string[];
  #kinds = new Map<string, string>();
  #turn = 0;
  #loops = 0;
  /** How often a tag strips white space. */
  #dashes = 0.1;

  /** @param mistakes how often something is mistyped, from 0 to 1  @param inSite for a real site's payload */
  constructor(seed: number, mistakes: number, inSite = false) {
    this.random = new Random(seed);
    this.values = new Values(this.random);
    this.#mistakes = mistakes;
    this.#inSite = inSite;
    // Stylesheets are compiled for pages alone.
    this.#filters = Object.keys(FILTERS).filter((name) => !(inSite && /^s[ac]ssify$/.test(name)));
    // That a symbol's text is US-ASCII isn't followed.
    this.#names = inSite ? SITE_NAMES : [...BASE.map(([key]) => String(key)).filter((name) => name !== 'sym')];
  }

  /** The payload of the template that comes next: kinds of all sorts under v0 to v3. */
  data(): Encoded {
    this.#kinds = new Map();
    // Every filter meets every kind in its turn.
    const cell = CELLS[(this.#turn * 61) % CELLS.length]!;
    const own = VARIABLES.map((name): [Encoded, Encoded] => {
      const made = name === 'v0' ? { kind: cell.kind, value: this.values.of(cell.kind) } : this.values.any();
      this.#kinds.set(name, made.kind);
      return [name, made.value];
    });
    return { $hash: [...BASE, ...own] };
  }

  template(): string {
    // A slip may have cut a character in two.
    return this.#template().replace(/\p{Surrogate}/gu, '?');
  }

  #template(): string {
    const { random } = this;
    const turn = this.#turn++;
    if (turn % 3 === 0 && !this.#inSite) {
      this.#count(`kind ${this.#kinds.get('v0')}`);
      return `${random.pick(['', '', ' '])}{{ v0 | ${this.filter(this.#kinds.get('v0'), CELLS[(turn * 61) % CELLS.length]!.filter)} }}`;
    }
    const shape = random.next();
    if (shape < 0.12 && !this.#inSite) {
      this.#count('shape pipeline');
      return pipeline(random);
    }
    if (shape < 0.12 + this.#mistakes) {
      this.#count('shape soup');
      return random.pick(['', '', ' ', 'a']) + soupNode(random);
    }
    if (shape > 0.85) {
      this.#count('shape dense');
      return this.#dense();
    }
    const roll = random.next();
    // One filter, alone, so that nothing before it spoils it.
    if (roll < 0.25) return `${random.pick(['', '', ' '])}{{ ${this.variable(1)} }}`;
    if (roll < 0.31) return `{{ ${this.#dateCall()} }}`;
    let text = '';
    const count = 1 + random.below(3);
    for (let i = 0; i < count; i++) text += this.node(3);
    return random.chance(this.#mistakes * 0.5) ? this.#slip(text) : text;
  }

  // Many tags in each other, with white space and its control around each of them.
  #dense(): string {
    const { random } = this;
    this.#dashes = random.pick([0, 0.3, 0.6]);
    let text = '';
    for (let n = 2 + random.below(4); n > 0; n--)
      text += random.pick(['', ' ', '\n', ' \n\t', 'a', 'é ']) + this.tag(4);
    this.#dashes = 0.1;
    return text;
  }

  node(depth: number): string {
    const { random } = this;
    const roll = random.next();
    if (this.#loops > 0 && random.chance(0.2)) return `{{ ${random.pick(LOOP_NAMES)} }}`;
    if (roll < 0.25) return random.pick(TEXTS);
    if (roll < 0.55 || depth === 0) return this.output();
    return this.tag(depth - 1);
  }

  output(): string {
    return `{{${this.#dash()}${this.#space()}${this.#markup(this.variable())}${this.#space()}${this.#dash()}}}`;
  }

  variable(filters = this.random.below(4)): string {
    const input = this.#value();
    let { kind } = input;
    let { text } = input;
    for (let n = filters; n > 0; n--) {
      text += `${this.random.chance(0.05) ? '' : ' '}|${this.random.chance(0.05) ? '' : ' '}${this.filter(kind)}`;
      kind = 'filtered';
    }
    return text;
  }

  #dateCall(): string {
    const { random } = this;
    const text = Values.quoted(this.values.dateString()) ?? '"now"';
    const name = random.pick([
      'date',
      'date',
      'date',
      'date',
      'date_to_string',
      'date_to_xmlschema',
      'date_to_rfc822',
      'date_to_long_string',
    ]);
    this.#count(`filter ${name}`);
    const input = random.chance(0.6)
      ? text
      : random.pick([
          'date',
          'time',
          'local',
          'utc',
          'v0',
          'i',
          'neg',
          '"2020-03-04 05:06:07 +0800"',
          '"1583020805"',
          '1583020805',
          '-1',
          'f',
        ]);
    if (name !== 'date') return `${input} | ${name}`;
    const format = random.chance(0.3)
      ? '"%Y-%m-%d %H:%M:%S.%N %z %Z"'
      : (Values.quoted(this.values.format()) ?? '"%c"');
    return `${input} | date: ${format}`;
  }

  filter(inputKind = 'any', wanted?: string): string {
    const { random } = this;
    if (wanted === undefined && random.chance(0.02)) {
      this.#count('filter (unknown)');
      const name = random.pick(UNKNOWN_FILTERS);
      return random.chance(0.5) ? name : `${name}: ${this.value()}`;
    }
    const name = wanted ?? random.pick(this.#filters);
    const [least, most] = FILTERS[name]!;
    this.#count(`filter ${name}`);
    this.#count(`input ${name} ${inputKind}`);
    if (
      this.#inSite &&
      random.chance(0.5) &&
      /^(?:where|find|group_by|sort|map|uniq|compact|sort_natural)$/.test(name)
    ) {
      const property = random.pick(SITE_PROPERTIES);
      return least === 2 ? `${name}: ${property}, ${this.value()}` : `${name}: ${property}`;
    }
    const known = ARGUMENTS[name];
    if (known && random.chance(0.6)) {
      const args = random.pick(known);
      return args === '' ? name : `${name}:${this.#space()}${args}`;
    }
    if (name === 'date' && random.chance(0.8)) return `date: ${Values.quoted(this.values.format()) ?? '"%Y"'}`;
    let count = least + random.below(most - least + 1);
    if (random.chance(0.04)) {
      count = random.below(4);
      if (count < least || count > most) this.#count('argument (wrong number)');
    }
    const args = Array.from({ length: count }, (_, i) => {
      const { kind, text } = this.#value();
      this.#count(`argument ${name} ${i + 1} ${kind}`);
      if (!random.chance(0.03)) return text;
      this.#count('argument (keyword)');
      return `${random.pick(['key', 'a', 'allow_false', 'k-y'])}: ${text}`;
    });
    if (args.length === 0) return name;
    return `${name}${random.chance(0.04) ? ' ' : ''}:${this.#space()}${args.join(random.chance(0.9) ? ', ' : random.pick([',', ' ,', ' ', ': ', ', ,']))}`;
  }

  value(): string {
    return this.#value().text;
  }

  #value(): { kind: string; text: string } {
    const { random } = this;
    const roll = random.next();
    if (roll < 0.3) {
      const made = this.values.literal();
      this.#count(`literal ${made.kind}`);
      return made;
    }
    if (roll < 0.6 && !this.#inSite) {
      const name = random.pick(VARIABLES);
      const kind = this.#kinds.get(name) ?? 'nil';
      this.#count(`kind ${kind}`);
      return random.chance(0.2) ? { kind: 'looked up', text: name + this.#step() } : { kind, text: name };
    }
    const situational = random.chance(this.#inSite ? 0.15 : 0.12);
    let text = situational ? random.pick(SITUATIONAL) : random.pick(this.#names);
    this.#count(situational ? `name ${text}` : 'name of the payload');
    if (random.chance(this.#inSite ? 0.6 : 0.3)) for (let n = 1 + random.below(2); n > 0; n--) text += this.#step();
    return { kind: 'looked up', text };
  }

  #step(): string {
    const { random } = this;
    const step = random.pick(this.#inSite && random.chance(0.8) ? SITE_STEPS : STEPS);
    this.#count(step.startsWith('.') ? 'step dot' : 'step bracket');
    return step;
  }

  condition(): string {
    const { random } = this;
    const operator = random.chance(this.#mistakes * 0.4) ? random.pick(WRONG_OPERATORS) : random.pick(OPERATORS);
    const gap = random.chance(0.95) ? ' ' : '';
    let text = random.chance(0.3) ? this.value() : `${this.value()}${gap}${operator}${gap}${this.value()}`;
    if (text.includes(operator)) this.#count(`operator ${operator}`);
    if (random.chance(0.03)) text = random.pick([`(${text})`, `!${text}`, `not ${text}`, `${text} | size`]);
    while (random.chance(0.25)) {
      const join = random.chance(0.96) ? random.pick(['and', 'or']) : random.pick(['AND', '&&', '||', 'xor']);
      this.#count(`join ${join}`);
      text += ` ${join} ${this.condition()}`;
    }
    return text;
  }

  body(depth: number): string {
    let text = '';
    for (let n = this.random.below(4); n > 0; n--) text += this.node(depth);
    return text;
  }

  tag(depth: number): string {
    const { random } = this;
    const kind = random.pick(TAGS);
    this.#count(`tag ${kind}`);
    switch (kind) {
      case 'assign':
        return this.#tag(
          `assign ${random.pick(['x', 'y', 's', 'list', 'a.b', 'page', 'x-y', 'forloop', 'v0', 'a[0]', 'c', '"q"'])}${random.pick([' = ', ' = ', ' = ', '=', ' == ', ' '])}${this.variable()}`,
        );
      case 'capture':
        return this.#block(
          `capture ${random.pick(['x', 'y', "'caught'", '"caught"', 's', 'a.b', 'caught extra', ''])}`,
          'capture',
          this.body(depth),
        );
      case 'if':
      case 'unless': {
        let body = this.body(depth);
        while (random.chance(0.25)) {
          this.#count(`tag ${kind} elsif`);
          body += this.#tag(`elsif ${this.condition()}`) + this.body(depth);
        }
        if (random.chance(0.4)) {
          this.#count(`tag ${kind} else`);
          body +=
            this.#tag(random.pick(['else', 'else', 'else', 'else', 'else if x', 'elseif x', 'else '])) +
            this.body(depth);
          if (random.chance(0.05))
            body += this.#tag(random.pick(['else', `elsif ${this.condition()}`])) + this.body(depth);
        }
        return this.#block(`${kind} ${this.condition()}`, kind, body);
      }
      case 'for':
        return this.#forLoop(depth);
      case 'case': {
        let body = random.chance(0.3) ? random.pick([' ', '\n', 'text', '{{ s }}']) : '';
        for (let n = random.below(4); n > 0; n--) {
          const values = Array.from({ length: 1 + random.below(3) }, () => this.value()).join(
            random.pick([', ', ' or ', ',', ' and ', ' ']),
          );
          body += this.#tag(`when ${values}`) + this.body(depth);
        }
        if (random.chance(0.4)) {
          this.#count('tag case else');
          body += this.#tag(random.pick(['else', 'else', 'else', 'else x'])) + this.body(depth);
          if (random.chance(0.15)) body += this.#tag(`when ${this.value()}`) + this.body(depth);
        }
        return this.#block(`case ${random.chance(0.05) ? '' : this.value()}`, 'case', body);
      }
      case 'cycle': {
        const values = Array.from({ length: 1 + random.below(3) }, () =>
          random.chance(0.2) ? this.value() : random.pick(['"a"', '"b"', 'i', '1', 'nil', 's', "'c'"]),
        ).join(random.pick([', ', ', ', ',', ' ']));
        const group = random.chance(0.35);
        if (group) this.#count('tag cycle group');
        const one = this.#tag(
          `cycle ${group ? `${random.pick(['"g"', 'key', '1', 'nil', 'list', 'h', 'f'])}: ` : ''}${values}`,
        );
        return random.chance(0.4) ? one + one : one;
      }
      case 'comment':
        return this.#block('comment', 'comment', this.body(depth) + (random.chance(0.2) ? this.#tag('nosuch') : ''));
      case 'raw':
        return this.#block(
          random.chance(0.95) ? 'raw' : 'raw x',
          'raw',
          this.body(depth) +
            (random.chance(0.3)
              ? random.pick(['{{', '{{ open', '{% nosuch %}', '{% raw %}', '}}', '{%', '{{ a }', '{% endraw'])
              : ''),
        );
      case 'increment':
      case 'decrement':
        return this.#tag(`${kind} ${random.pick(['c', 'd', 'i', 'x', 's', 'f', 'list', '', 'a b', 'n', 'big'])}`);
      case 'tablerow':
        return this.#tableRow(depth);
      case 'ifchanged': {
        const one = this.#block('ifchanged', 'ifchanged', this.body(depth));
        return random.chance(0.3) ? one + one : one;
      }
      case 'include':
      case 'include_relative': {
        const gap = random.chance(0.97) ? ' ' : '';
        let text = `${kind}${gap}${random.chance(0.6) ? random.pick(INCLUDES.slice(0, 12)) : random.pick(INCLUDES)}`;
        while (random.chance(0.4)) {
          this.#count(`tag ${kind} parameter`);
          const equals = random.chance(0.9) ? '=' : random.pick([' = ', ' =', '= ', ':', '==']);
          text += ` ${random.pick(['text', 'kind', 'n', 'a-b', 'x.y', 'file'])}${equals}${random.pick(PARAMETERS)}`;
        }
        return this.#tag(text);
      }
      case 'link':
        return this.#tag(`link ${random.pick(LINKS)}`);
      case 'post_url':
        return this.#tag(`post_url ${random.pick(POSTS)}`);
      case 'highlight':
        return this.#block(
          `highlight ${random.pick(this.#inSite ? LANGUAGES.filter((name) => name !== 'c++ linenos=1') : LANGUAGES)}`,
          'highlight',
          `\n${this.body(depth)}\n`,
        );
      case 'unknown':
        if (!random.chance(0.3)) return this.output();
        return random.pick([
          ...[
            'nosuch',
            'elseif x',
            'endif',
            'else',
            'end',
            'render "x"',
            'echo s',
            'when 1',
            '# note',
            'elsif t',
            'endfor',
          ].map((name) => `{% ${name} %}`),
          ...[
            '{% %}',
            '{%%}',
            '{{}}',
            '{{ }}',
            '{%-%}',
            '{{-}}',
            '{{--}}',
            '{{',
            '{%',
            '{% if',
            '{{ s',
            '{{ s }',
            '{{{ s }}}',
            '{{ {{ s }} }}',
            '{%if t%}x{%endif%}',
            '{% If t %}',
            '{% é %}',
            '{%\nassign x = 1\n%}',
            '{{\ns\n}}',
            '{%- -%}',
            '{% seo %}',
            '{% gist a/b %}',
          ],
        ]);
      default:
        return this.#tag(random.chance(0.9) ? kind : `${kind} x`);
    }
  }

  #forLoop(depth: number): string {
    const { random } = this;
    let head = `for ${random.pick(['x', 'item', 's', 'y', 'a-b', 'forloop', 'page'])} ${random.chance(0.98) ? 'in' : random.pick(['of', 'IN', ''])} ${this.value()}`;
    const option = (name: string, text: string): void => {
      this.#count(`tag for ${name}`);
      head += random.chance(0.06) ? `,${text}` : text;
    };
    if (random.chance(0.2)) option('reversed', ' reversed');
    const colon = (): string => random.pick([':', ': ', ': ', ' : ', '=']);
    if (random.chance(0.3))
      option(
        'limit',
        ` limit${colon()}${random.chance(0.6) ? random.pick(['2', '1', '0', '-1', 'i', '100', '"2"', 'nil']) : this.value()}`,
      );
    if (random.chance(0.3)) {
      const continues = random.chance(0.35);
      option(
        continues ? 'offset continue' : 'offset',
        ` offset${colon()}${continues ? 'continue' : random.chance(0.6) ? random.pick(['1', '0', '-1', 'idx', '100', '"1"']) : this.value()}`,
      );
    }
    if (random.chance(0.05)) option('reversed late', ' reversed');
    if (random.chance(0.03))
      option('unknown', random.pick([' cols:2', ' nosuch', ' limit', ' offset:', ' reversed reversed']));
    this.#loops++;
    let body = this.body(depth);
    if (random.chance(0.15)) body += this.#tag(random.pick(['break', 'continue'])) + this.body(depth);
    this.#loops--;
    if (random.chance(0.3)) {
      this.#count('tag for else');
      body += this.#tag('else') + this.body(depth);
      if (random.chance(0.05)) body += this.#tag('else') + this.body(depth);
    }
    const loop = this.#block(head, 'for', body);
    return random.chance(0.15) ? loop + loop : loop;
  }

  #tableRow(depth: number): string {
    const { random } = this;
    const option = (name: string, text: string): string => {
      this.#count(`tag tablerow ${name}`);
      return text;
    };
    let head = `tablerow x in ${this.value()}`;
    if (random.chance(0.5))
      head += option('cols', ` cols:${random.pick(['2', '3', 'i', '0', '1', '-1', '"2"', 'nil', 'f', 's'])}`);
    if (random.chance(0.3))
      head += option(
        'limit',
        ` limit:${random.chance(0.5) ? random.pick(['1', '2', '0', 'nil', '-1']) : this.value()}`,
      );
    if (random.chance(0.2))
      head += option('offset', ` offset:${random.pick(['1', '0', '-1', 'idx', '"1"', 'nil', '100'])}`);
    this.#loops++;
    let body = this.body(depth);
    this.#loops--;
    if (random.chance(0.1)) body += this.#tag(random.pick(['break', 'continue']));
    return this.#block(head, 'tablerow', body);
  }

  #dash(): string {
    if (!this.random.chance(this.#dashes)) return '';
    this.#count('whitespace control');
    return '-';
  }

  #space(): string {
    const { random } = this;
    return random.chance(0.94) ? ' ' : random.pick(['', '', '  ', '\n', '\t']);
  }

  #tag(markup: string): string {
    return `{%${this.#dash()}${this.#space()}${this.#markup(markup)}${this.#space()}${this.#dash()}%}`;
  }

  #block(head: string, name: string, body: string): string {
    const { random } = this;
    let end = `{%${this.#dash()} end${name} ${this.#dash()}%}`;
    if (random.chance(this.#mistakes * 0.15)) {
      this.#count('end tag wrong');
      end = random.pick([
        '',
        '{% endwrong %}',
        '{% end %}',
        `{% end${name}`,
        `{% end ${name} %}`,
        `{% end${name} x %}`,
        `{%end${name}%}`,
        `{% END${name} %}`,
        `{{ end${name} }}`,
        `{% /${name} %}`,
        end + end,
      ]);
    }
    return this.#tag(head) + body + end;
  }

  #markup(markup: string): string {
    return this.random.chance(this.#mistakes) ? this.#slip(markup) : markup;
  }

  // One character or word too much, too few, or other than meant.
  #slip(text: string): string {
    const { random } = this;
    const at = random.below(text.length + 1);
    const kind = random.below(7);
    this.#count(`slip ${['left out', 'put in', 'mistaken', 'word', 'cut', 'doubled', 'swapped'][kind]}`);
    switch (kind) {
      case 0:
        return text.slice(0, at) + text.slice(at + 1);
      case 1:
        return text.slice(0, at) + random.pick(SLIPS) + text.slice(at);
      case 2:
        return text.slice(0, at) + random.pick(SLIPS) + text.slice(at + 1);
      case 3: {
        const space = text.indexOf(' ', at);
        return space < 0 ? text : `${text.slice(0, space)} ${random.pick(SLIPS)} ${text.slice(space + 1)}`;
      }
      case 4:
        return text.slice(0, at);
      case 5:
        return text.slice(0, at) + text.slice(Math.max(0, at - 1 - random.below(3)));
      default:
        return text.slice(0, at) + (text[at + 1] ?? '') + (text[at] ?? '') + text.slice(at + 2);
    }
  }

  #count(what: string): void {
    this.reached.set(what, (this.reached.get(what) ?? 0) + 1);
  }

  /** What was never reached, of what there is. */
  unreached(): string[] {
    const pairs = this.#inSite ? [] : CELLS.map(({ filter, kind }) => `input ${filter} ${kind}`);
    const all = [...this.#filters.map((name) => `filter ${name}`), ...pairs, ...TAGS.map((tag) => `tag ${tag}`)];
    return [...new Set(all)].filter((cell) => !this.reached.has(cell));
  }
}
