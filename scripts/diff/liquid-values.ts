// Random values, by kind: everything that a template can contain, as data and as markup.

import type { Encoded } from '../../test/liquid/site.ts';
import type { Random } from './random.ts';

const float = (text: string): Encoded => ({ $float: text });
const integer = (text: string): Encoded => ({ $integer: text });
const hash = (...pairs: [Encoded, Encoded][]): Encoded => ({ $hash: pairs });

const INTEGERS = [
  '0',
  '1',
  '-1',
  '2',
  '3',
  '5',
  '7',
  '10',
  '-7',
  '16',
  '50',
  '100',
  '255',
  '1000',
  '86400',
  '-86401',
  '1583020805',
  '2147483647',
  '-2147483649',
  '4294967296',
  '99999999999',
];
const BIG_INTEGERS = [
  '9007199254740991',
  '9007199254740992',
  '9007199254740993',
  '-9007199254740993',
  '4611686018427387904',
  '9223372036854775807',
  '9223372036854775808',
  '-9223372036854775809',
  '18446744073709551616',
  '99999999999999999999',
  '123456789012345678901234567890',
  '-100000000000000000000000000000000000001',
];
const FLOATS = [
  '0.0',
  '-0.0',
  '0.5',
  '1.5',
  '2.5',
  '-2.5',
  '0.1',
  '0.2',
  '3.0',
  '-7.25',
  '1.005',
  '2.675',
  '1234.5678',
  '-0.001',
  '0.0001',
  '0.00001',
  '1e15',
  '1e16',
  '123456789012345680.0',
  '1e20',
  '-1.5e22',
  '1e100',
  '1.7976931348623157e308',
  '5e-324',
  '1e-7',
  '9007199254740993.0',
  '1e23',
  '99.99',
  '1583020805.75',
];
const NOT_FINITE = ['NaN', 'Infinity', '-Infinity'];
const NUMERIC_STRINGS = [
  '10',
  '3.70',
  '-4.5',
  '12abc',
  ' 42 ',
  '1e3',
  '-1.5e-3',
  '1_000',
  '1__0',
  '0x1A',
  '0b11',
  '017',
  '08',
  '+5',
  '-',
  '1.',
  '1.5.2',
  '.5',
  '-.5',
  '9007199254740993',
  '123456789012345678901234567890.5',
  '-0',
  '-0.0',
  '0.0',
  '0',
  'NaN',
  'Infinity',
  '１２',
  '1,000.5',
  '٣',
  '12\n34',
  '1.5\n',
  '2 ',
];
const BLANK_STRINGS = ['', ' ', '\n', '  \n\t ', '\u00a0', '\u2003', '\0', '\u0000 x \u0000', '\v\f'];
const PLAIN_STRINGS = [
  'a',
  'Hello World',
  'hello',
  'ELEPHANT',
  'the quick  brown fox jumps over the lazy dog, again and again, until the text is longer than fifty characters',
  'a, b,c,,d,,',
  'one two  three ',
  'title',
  'name',
  'n',
  'tags',
  'x.y',
  'first',
  'size',
  'true',
  'nil',
  'empty',
  'a-b_c',
  'abcabc',
  'O\'Neil "quoted"',
  'it\'s "it"',
];
const UNICODE_STRINGS = [
  'Ünïcödé ß Ǆ 日本語 🎉',
  'ΣΑΣ ΟΔΥΣΣΕΥΣ',
  'İstanbul ıI',
  'ﬁne ﬂag ŉ ǰ',
  'ǆ ǉ ᾳ ΐ',
  'e\u0301cole',
  '👩‍👩‍👧‍👦 🇩🇪',
  '𝔘𝔫𝔦 𐐨𐐀',
  'עברית عربى',
  'ひらがな カタカナ 漢字 한글 word',
  'ＦＵＬＬ ｗｉｄｔｈ',
  'ไทย १२३',
  '\u2028\u2029\u0085',
  '\ufeffbom\u200b',
  '\ue000 private \u{10ffff}',
  'naïve—“quote”… ©™½²',
  'Ⅷ ⓐ ª º',
  'Čeština žluťoučký ŁÓDŹ Øre Æon Þorn',
  'ß',
  '🎉',
  'Ω Ω K Å',
];
const CONTROL_STRINGS = ['a\u0001b\u001b\u007f', 'tab\there', 'cr\rlf\r\nend', 'nul\0nul', '\u0008\u0007'];
const LINES = ['one\ntwo\r\nthree\n', '\n\na\n\n\nb\n', 'a\\\nb', ' indented\n  more\n'];
const HTML_STRINGS = [
  '<p class="a">Fish & "chips" <!-- no --> it\'s</p><script>x < 1</script>',
  '1 < 2 > 0 & &amp; &#39; &#x27; &nope; &copy',
  '<br/><b',
  '<style>a{}</style>b<STYLE>c</STYLE>',
  '<!-- a -- > b --> c',
  '<script>a</script\n>b</script>',
  '<a\nhref="x>y">z</a>',
  '<<b>>',
  'a<!-->b-->c',
  '&lt;p&gt;',
  '</p>text<p/>',
  '<scripty>x</script>',
];
const BACKSLASHES = [
  '\\0',
  '\\\\',
  '\\1',
  "\\'",
  '\\`',
  '\\&',
  '[\\0]\\',
  '$1$&$$',
  '\\\\0',
  '\\k<x>',
  '\\n',
  '\\\\\\0',
];
const REGEXES = ['.', '.*', '(', '[a-', '^a', 'a|b', '\\d', '+', '$', '*?', '{1}', '/'];
const URLS = [
  '/blog/Über uns/index.html?q=a b#top',
  'mailto:a@example.org',
  'https://Example.ORG:443/a/../b/./c',
  'http://example.org',
  'http://bücher.example/ä?ö=ü#ß',
  '//cdn.example.org/x.js',
  '/a%20b%2Fc%7e%zz',
  '#frag',
  '?q=1&r=[2]',
  'a/b/index.html',
  '/index.htm',
  'a:b',
  ':x',
  'javascript:alert(1)',
  '../up/x',
  '/a//b///c',
  'ftp://user:pw@host/~x',
  'http://[::1]:4000/x',
  'data:text/plain,hi there',
  'http://exa mple.org/',
  'x y/z"<>{}|^`\\',
  'http://example.org:80',
  '/文/',
  'index.html',
  '/x/index.html/',
  'https://example.org/base/p',
  'HTTP://A.B/C D',
  'tel:+49 30',
  'http:///x',
  'http://xn--bcher-kva.example/',
  '%E4%B8',
  '/é',
  '%2e%2e/a',
  'a+b%20c',
];
const DATES = ['2020-02-29', '1970-01-01', '1999-12-31', '2024-12-30', '0001-01-01', '2021-01-03', '1582-10-15'];
const TIMES: readonly [number, number, number | null][] = [
  [1583020805, 0, 0],
  [1583020805, 500000000, 28800],
  [1583020805, 0, null],
  [0, 0, 0],
  [-1, 999999999, -12600],
  [4102444799, 1, 50400],
  [951782400, 120000000, 19800],
  [1609459199, 0, -43200],
  [1704067200, 1000, 3600],
];

export const STRING_KINDS: Readonly<Record<string, readonly string[]>> = {
  numeric: NUMERIC_STRINGS,
  blank: BLANK_STRINGS,
  plain: PLAIN_STRINGS,
  unicode: UNICODE_STRINGS,
  control: CONTROL_STRINGS,
  lines: LINES,
  html: HTML_STRINGS,
  backslash: BACKSLASHES,
  regex: REGEXES,
  url: URLS,
};

/** The kinds of a value that data can have. */
export const KINDS = [
  'nil',
  'true',
  'false',
  'integer',
  'bignum',
  'float',
  'not-finite',
  ...Object.keys(STRING_KINDS).map((kind) => `string-${kind}`),
  'string-date',
  'date',
  'time',
  'array-empty',
  'array-numbers',
  'array-strings',
  'array-mixed',
  'array-nil',
  'array-nested',
  'array-hashes',
  'hash-empty',
  'hash',
  'hash-odd-keys',
  'hash-nested',
] as const;
export type Kind = (typeof KINDS)[number] | (string & {});

export interface Made {
  readonly kind: Kind;
  readonly value: Encoded;
}

const PROPERTIES = ['name', 'n', 'tags', 'on', 'd', 'k', 'sub', 'title', 'a'];

export class Values {
  readonly #random: Random;
  constructor(random: Random) {
    this.#random = random;
  }

  /** A value of any kind. */
  any(depth = 2): Made {
    const kind = this.#random.pick(KINDS);
    return { kind, value: this.of(kind, depth) };
  }

  of(kind: Kind, depth = 2): Encoded {
    const random = this.#random;
    const list = (make: () => Encoded, least = 1): Encoded[] =>
      Array.from({ length: least + random.below(5) }, () => make());
    if (kind === 'string-date') return this.dateString();
    if (kind.startsWith('string-')) return this.string(kind.slice(7));
    switch (kind) {
      case 'nil':
        return null;
      case 'true':
        return true;
      case 'false':
        return false;
      case 'integer':
        return random.chance(0.7) ? integer(random.pick(INTEGERS)) : random.below(2000) - 1000;
      case 'bignum':
        return integer(random.pick(BIG_INTEGERS));
      case 'float':
        return float(random.chance(0.7) ? random.pick(FLOATS) : this.#randomFloat());
      case 'not-finite':
        return float(random.pick(NOT_FINITE));
      case 'date':
        return { $date: random.pick(DATES) };
      case 'time':
        return { $time: random.pick(TIMES) };
      case 'array-empty':
        return [];
      case 'array-numbers':
        return list(() => this.of(random.pick(['integer', 'integer', 'float', 'bignum']), 0));
      case 'array-strings':
        return list(() => this.string(random.pick(Object.keys(STRING_KINDS))));
      case 'array-nil':
        return list(() => (random.chance(0.5) ? null : this.of(random.pick(['integer', 'string-plain']), 0)));
      case 'array-mixed':
        return list(() => (depth === 0 ? this.string('plain') : this.any(depth - 1).value));
      case 'array-nested':
        return list(() =>
          depth === 0
            ? [1, [2, ['x']]]
            : this.of(random.pick(['array-nested', 'array-mixed', 'array-strings', 'array-empty']), depth - 1),
        );
      case 'array-hashes':
        return list(() => this.record(depth), 2);
      case 'hash-empty':
        return hash();
      case 'hash':
        return this.record(depth);
      case 'hash-odd-keys':
        return hash(
          [5, 'five'],
          [{ $symbol: 'sy' }, 1],
          [float('1.5'), 'f'],
          [null, 'nil'],
          [true, 'yes'],
          [['a', 1], 'array'],
          ['size', 'own'],
          ['first', 'F'],
          [this.string('unicode'), this.string('control')],
        );
      default:
        return hash(
          ['a', hash(['b', depth === 0 ? 1 : this.any(depth - 1).value])],
          ['list', ['q', hash(['r', null])]],
        );
    }
  }

  /** A hash with some of the properties that the filters are asked for. */
  record(depth: number): Encoded {
    const random = this.#random;
    const pairs: [Encoded, Encoded][] = [];
    for (const key of PROPERTIES) {
      if (random.chance(0.35)) continue;
      const value =
        random.chance(0.15) && depth > 0
          ? this.any(depth - 1).value
          : key === 'n'
            ? random.chance(0.8)
              ? random.below(4)
              : this.of(random.pick(['float', 'string-numeric', 'nil']), 0)
            : key === 'tags'
              ? random.chance(0.7)
                ? ['x', 'y', 'z'].slice(random.below(3))
                : random.pick(['x', null, ''])
              : key === 'on'
                ? random.pick([true, false, null, 'true'])
                : key === 'd'
                  ? random.chance(0.7)
                    ? { $date: random.pick(DATES) }
                    : random.pick([null, '2020-01-02', { $time: random.pick(TIMES) }])
                  : key === 'k'
                    ? random.pick<Encoded>(['01', '1.50', 2, '3', 'x', float('1.5'), '1.5', '10', '.5'])
                    : key === 'sub'
                      ? hash(['v', random.below(3)], ['w', random.pick(['a', null])])
                      : random.pick(['abe', 'Bob', 'cay', 'Zoë', 'bob', '', 'Élan', 'a']);
      pairs.push([key, value]);
    }
    return hash(...pairs);
  }

  string(kind: string): string {
    const random = this.#random;
    const text = random.pick(STRING_KINDS[kind]!);
    if (!random.chance(0.25)) return text;
    const other = random.pick(STRING_KINDS[random.pick(Object.keys(STRING_KINDS))]!);
    return random.chance(0.5) ? text + other : [...text].sort(() => random.next() - 0.5).join('');
  }

  #randomFloat(): string {
    const random = this.#random;
    const digits = random.next() * 10 ** random.below(4);
    return String(Number((random.chance(0.5) ? digits : -digits).toFixed(random.below(7)))).replace(
      /^(-?\d+)$/,
      '$1.0',
    );
  }

  /** What looks like a date, more or less. */
  dateString(): string {
    const random = this.#random;
    const pad = (n: number): string => (random.chance(0.8) ? String(n).padStart(2, '0') : String(n));
    const year = random.pick(['2020', '1999', '2021', '20', '99', '0005', '-4', '12020', "'07", '2020']);
    const m = 1 + random.below(random.chance(0.9) ? 12 : 15);
    const d = 1 + random.below(random.chance(0.9) ? 28 : 34);
    const months = ['Jan', 'February', 'mar', 'APRIL', 'May', 'Jun.', 'july', 'Aug', 'Sept', 'october', 'Nov', 'Dec'];
    const month = months[(m - 1) % 12]!;
    const day = random.pick(['Mon', 'Tuesday', 'wed', 'Thu,', 'fri.', 'Saturday,', 'SUN']);
    const ordinal = `${d}${random.pick(['st', 'nd', 'rd', 'th', ''])}`;
    const separator = random.pick(['-', '/', '.', ' ', '-', '']);
    const shapes = [
      () => `${year}-${pad(m)}-${pad(d)}`,
      () => `${year}${separator}${pad(m)}${separator}${pad(d)}`,
      () => `${pad(d)}${separator}${pad(m)}${separator}${year}`,
      () => `${pad(m)}/${pad(d)}/${year}`,
      () => `${month} ${ordinal}, ${year}`,
      () => `${ordinal} ${month} ${year}`,
      () => `${day} ${ordinal} ${month} ${year}`,
      () => `${month} ${year}`,
      () => `${year} ${month} ${d}`,
      () => `${d}-${month}-${year}`,
      () => `${month}-${d}-${year}`,
      () => `${year}-${pad(m)}`,
      () => `${year}-${String(1 + random.below(400)).padStart(3, '0')}`,
      () => `${year}-W${pad(1 + random.below(53))}-${1 + random.below(7)}`,
      () => `${year}W${pad(1 + random.below(53))}${1 + random.below(7)}`,
      () => `-W${pad(1 + random.below(53))}-${1 + random.below(7)}`,
      () => `${year}${String(m).padStart(2, '0')}${String(d).padStart(2, '0')}`,
      () =>
        `${year}${String(m).padStart(2, '0')}${String(d).padStart(2, '0')}T${'123456'.slice(0, 2 * random.below(4))}`,
      () => `--${pad(m)}-${pad(d)}`,
      () => `---${pad(d)}`,
      () => `${day}`,
      () => `${month}`,
      () => `${ordinal}`,
      () =>
        random.pick([
          'now',
          'today',
          'Now',
          'TODAY',
          'tomorrow',
          'noon',
          'bogus',
          'h31.01.02',
          's45.03.04',
          'r2.3.4',
          'BC 5 Jan',
          '5 Jan 44 BCE',
          'jd 2458851',
          '@1583020805',
          '1583020805',
          '-1583020805',
          '99999999999',
          '158302080.5',
          '12',
          '1234',
          '12345',
          '123456',
          '1234567',
          '20200102030405',
          '200102030405',
          '2020-1',
          '1/2',
          'H2.3.4',
          'X2020',
          'sat aug 28 02:55:50 2000',
          '10/10/10/10',
        ]),
      () => '',
    ];
    let text = random.pick(shapes)();
    if (random.chance(0.5)) {
      text += random.pick([' ', 'T', 't', ', ', ' at ', '  ', '']) + this.#clock();
      if (random.chance(0.6)) text += this.#zone();
    } else if (random.chance(0.05)) text = `${this.#clock()} ${text}`;
    if (random.chance(0.05)) text = ` ${text} `;
    if (random.chance(0.04)) text += random.pick([' x', '\n', ' (comment)', ' !', 'Z', '.', ' 5', ' 2019-03-04']);
    return text;
  }

  #clock(): string {
    const random = this.#random;
    const h = String(random.below(random.chance(0.9) ? 24 : 27)).padStart(random.chance(0.8) ? 2 : 1, '0');
    const m = String(random.below(random.chance(0.95) ? 60 : 63)).padStart(2, '0');
    const s = String(random.below(random.chance(0.95) ? 60 : 62)).padStart(2, '0');
    return random.pick([
      `${h}:${m}`,
      `${h}:${m}:${s}`,
      `${h}:${m}:${s}`,
      `${h}:${m}:${s}.${random.pick(['5', '123', '123456789', '1234567890123'])}`,
      `${h}:${m}:${s},25`,
      `${h}:${m} ${random.pick(['am', 'PM', 'a.m.', 'p'])}`,
      `${h}${random.pick(['am', ' pm', 'h'])}`,
      `${h}h${m}m${s}s`,
      `${h}${m}${s}`,
      `${h}.${m}`,
    ]);
  }

  #zone(): string {
    return this.#random.pick([
      'Z',
      ' UTC',
      ' GMT',
      ' +0100',
      '+01:00',
      ' -08:30',
      '-05',
      ' EST',
      ' PDT',
      ' CET',
      ' cest',
      ' UTC+3',
      ' GMT-2:30',
      ' +5.5',
      ' JST',
      ' Eastern Standard Time',
      ' A',
      ' z',
      ' +123456',
      ' America/New_York',
      ' XYZ',
      ' [-9]',
      ' [+3EST]',
      ' utc daylight time',
      ' EST dst',
      ' +99',
      ' -0000',
      ' +2460',
    ]);
  }

  /** A format of strftime's. */
  format(): string {
    const random = this.#random;
    let text = '';
    for (let n = 1 + random.below(4); n > 0; n--) {
      if (random.chance(0.3)) text += random.pick([' ', '-', '/', 'at ', 'é', '%%', ': ', '🎉', 'T', '\n', '%']);
      text += '%';
      while (random.chance(0.25)) text += random.pick(['-', '_', '0', '^', '#', ':', '::', ':::']);
      if (random.chance(0.12)) text += random.pick(['1', '3', '6', '9', '10', '12', '024', '20', '2', '5', '15']);
      if (random.chance(0.03)) text += random.pick(['E', 'O']);
      text += random.pick([...'YCymBbhdejHkIlMSLNzZAauwGgVUWsntcDFTRrvxXPp+QEOfJKqi%', 'N', 'z', 'Y', 'L']);
    }
    return text;
  }

  /** A string as markup writes it, in quotes; null if none would do. */
  static quoted(text: string): string | null {
    if (/[{}]|%\}/.test(text)) return null;
    if (!text.includes('"')) return `"${text}"`;
    return text.includes("'") ? null : `'${text}'`;
  }

  /** A value as markup: a literal. */
  literal(): { kind: Kind; text: string } {
    const random = this.#random;
    const kind = random.pick([
      'nil',
      'true',
      'false',
      'empty',
      'blank',
      'integer',
      'bignum',
      'float',
      'range',
      'range',
      'string-date',
      ...Object.keys(STRING_KINDS).map((name) => `string-${name}`),
      'string-plain',
    ]);
    switch (kind) {
      case 'nil':
        return { kind, text: random.pick(['nil', 'null', 'NIL']) };
      case 'true':
      case 'false':
      case 'empty':
      case 'blank':
        return { kind, text: kind };
      case 'integer':
        return { kind, text: random.pick(INTEGERS) };
      case 'bignum':
        return { kind, text: random.pick(BIG_INTEGERS) };
      case 'float':
        return {
          kind,
          text: random.chance(0.2)
            ? random.pick(['5.', '1.2.3', '-.5', '1e5', '-0.0', '00.5', '0.10'])
            : this.#randomFloat(),
        };
      case 'range':
        return { kind, text: this.range() };
      default: {
        const text = kind === 'string-date' ? this.dateString() : this.string(kind.slice(7));
        return { kind, text: Values.quoted(text) ?? '"text"' };
      }
    }
  }

  range(): string {
    const random = this.#random;
    const end = (): string =>
      random.pick([
        '1',
        '3',
        '0',
        '-2',
        'i',
        'idx',
        'f',
        '"4"',
        's',
        'n',
        'list.size',
        '10',
        'missing',
        'ten',
        '2.7',
        'v0',
        'page.title',
        'nil',
        'true',
      ]);
    return `(${random.chance(0.6) ? random.pick(['1', '0', '-1', 'idx']) : end()}..${random.chance(0.6) ? random.pick(['3', '5', 'i']) : end()})`;
  }
}
