// Random YAML: documents of a grammar in random styles, tokens in any order, and real files with their
// characters, lines and indentation disturbed.

import { readFileSync } from 'node:fs';
import { filesBelow } from './differential.ts';
import type { Random } from './random.ts';

const words = (text: string) => text.split(' ');

/** Plain scalars of every type, and strings that only look like one. */
const PLAIN: readonly string[] = [
  ...words('a b word two-words x_y true False YES no On oFF ~ null Null nULL y n t é 漢字 😀 a:b a#b -a ?a :a <<'),
  ...words(
    '0 1 -1 +2 12 010 08 0x1F -0x1f 0X_1 0b101 0b2 0o17 1_000 1,000 1, _1 1__0 12:30 1:30:45 -1:30 1:60 1:2:3.5',
  ),
  ...words(
    '1.5 -.5 1. .5 1e3 1.5e3 1.5e+3 1.5E-3 6.02e23 ._5 . .. -. 1_0.5 1._5 .inf -.inf +.inf .Inf .nan .NaN 1.5.2',
  ),
  ...words('2020-01-02 2020-1-2 2020-13-45 2020-02-30 2020-01-02T10:00:00Z 2020-01-02t1:02:03+5 99999999999999999999'),
  '2020-01-02 10:00:00',
  '2020-01-02 10:00:00 +0800',
  '2020-01-02 10:00:00.5 -5:30',
  '2020-01-02 24:00:00',
  '2020-01-02 10:60:00',
  '2020-01-02 10:00',
  'some words here',
  'a b  c',
  'http://example.org/a?b=c&d#e',
  'it\'s "so"',
  'a, b',
  'C:\\dir\\file',
  '{{ page.title }}',
  '[a](b)',
  '%x',
  '@x',
  '`x`',
  '=',
  '!x',
  '&x',
  '*x',
  '- x',
  '? x',
  ': x',
  'x:',
  'x: y',
  'x #y',
  '#x',
  '---',
  '...',
  '--- x',
  '|',
  '>',
];
const QUOTED_PARTS: readonly string[] = [
  ...words('a word é 😀 # : - , [ ] { } % @ ` ! & * | > yes 1 {{x}}'),
  ' ',
  '  ',
  ': ',
  ' #',
  '\n',
  '\n  ',
  '\n\n',
  '\n\t',
  '\t',
  '\r\n',
];
const ESCAPES: readonly string[] = [
  ...words(
    '\\n \\t \\" \\\\ \\/ \\x41 \\u00e9 \\U0001F600 \\ud83d\\ude00 \\0 \\a \\b \\e \\f \\v \\r \\N \\_ \\L \\P \\d \\x',
  ),
  ...words('\\u12 \\ \\\n \\xff \\U00110000 \\ud800'),
  '\\ ',
  '\\\t',
];
const ANCHORS = words('&a &b &long-name *a *b *long-name *none &é &a: *a: &');
const TAGS = words(
  '!!str !!int !!binary !binary !x !<tag:yaml.org,2002:binary> ! !a!b !!map !!set !%41 !%4 !<> !<x !e!x !!',
);
const KEYS: readonly string[] = [
  ...words(
    'a b c title date tags layout permalink url list "a" \'b\' "q q" 1 1.0 yes ~ null 2020-01-02 << é ? - .nan 0.0 -0.0',
  ),
  'two words',
  '"<<"',
  '[a, b]',
  '{a: 1}',
  '&a a',
  '*a ',
  '!!str a',
  '? a',
  '',
];
const COMMENTS = ['', '', '', '', '', ' # c', ' #c', ' #', '#c', '\t# c', ' '];
const BREAKS = ['\r\n', '\r', '\u0085', '\u2028', '\u2029'];

/** What soup is made of, and what mutations put in. */
const TOKENS: readonly string[] = [
  ...words(': - ? , [ ] { } " \' # | > & * ! % @ ` ~ \\ --- ... :: -- << a b é 😀 {} [] "" \'\' a: b: - '),
  ...words('|- |+ |2 >- >+ |1- >9 |0 |x "a" \'b\' &a *a !!str !x %YAML %TAG 1 1.5 yes // /* http://x.y'),
  ': ',
  ' #',
  ' ',
  '  ',
  '\n',
  '\n',
  '\n  ',
  '\n    ',
  '\n- ',
  '\n  - ',
  '- ',
  '? ',
  'a: b',
  'a:\n',
  '\t',
  '\n\t',
  '\r\n',
  '\r',
  '\n---\n',
  '\n...\n',
  '--- ',
  '%YAML 1.1\n',
  '%YAML 1.2\n---\n',
  '%TAG ! tag:x,2000:\n',
  '%TAG !e! tag:yaml.org,2002:\n--- ',
  '%TAG !e x:\n',
  '%TAG !e! \n',
  '%YAML 1.1 # c\n---\n',
  '%YAML 1234567890.1\n',
  '!a%c3%a9 ',
  '!a%ff ',
  '!a%c3x ',
  '\\\n\n  ',
  '\\\n \t\n',
  '\ufeff',
  '\u00a0',
  '\u0085',
  '\u2028',
  '\0',
  '\x1b',
  '\x7f',
  '\ufffe',
  '\\u00e9',
];

/** A random string that looks like a number, a date or a time; unchanged or repeated by an alias, with the end of its line. */
function typed(random: Random): string {
  const number = (most: number) => String(random.below(most)).padStart(random.pick([1, 2, 2, 2]), '0');
  let text = '';
  if (random.chance(0.6))
    for (let i = random.below(9) + 1; i > 0; i--) text += random.pick([...'0123456789.,_:-+xbeE']);
  else {
    const year = random.chance(0.9) ? 1583 + random.below(1000) : random.below(10_000);
    text = `${String(year).padStart(4, '0')}-${number(14)}-${number(33)}`;
    if (random.chance(0.8)) {
      text += random.pick([' ', ' ', 'T', 't', '  ', '\t', ' '.repeat(110), ' '.repeat(120)]);
      text += `${number(26)}:${number(62)}:${number(62)}`;
      if (random.chance(0.3)) text += `.${'123456789012'.slice(0, random.below(13))}`;
      if (random.chance(0.5)) text += random.pick(['Z', ' Z', ' ', 'z', ' UTC', '', '+', ' -']);
      if (random.chance(0.5)) text += `${random.pick(['', ' '])}${random.pick(['+', '-'])}${number(26)}`;
      if (random.chance(0.4)) text += random.pick(['', ':']) + number(100);
    }
  }
  if (random.chance(0.1)) text = random.pick(['- ', 'a: ', '"', "'", '!x ']) + text;
  return random.chance(0.2) ? `a: &a ${random.pick(['|', '>', '|-', '|+'])}\n  ${text}\nb: *a\n` : `a: ${text}\n`;
}

class Writer {
  readonly #random: Random;
  /** How often something unusual is written. */
  readonly #wild: number;

  constructor(random: Random) {
    this.#random = random;
    this.#wild = random.pick([0, 0.02, 0.1, 0.3]);
  }

  document(): string {
    const random = this.#random;
    let text = '';
    if (random.chance(0.4))
      text += random.pick(['---\n', '---\n', '---\n', '--- ', '--- # c\n', '---\t', '%YAML 1.1\n---\n']);
    text += random.chance(0.85) ? this.#mapping(0, 0) : this.#block(0, 0);
    if (random.chance(0.05)) text += random.pick(['...\n', '---\n', '---\nb: c\n', '... x\n', '--- x']);
    if (random.chance(0.1)) text = text.replace(/\n+$/, '');
    if (random.chance(0.08)) text = text.replaceAll('\n', random.chance(0.5) ? '\r\n' : random.pick(BREAKS));
    return text;
  }

  #isWild(): boolean {
    return this.#random.chance(this.#wild);
  }

  #mapping(indent: number, depth: number): string {
    const random = this.#random;
    let text = '';
    for (let i = random.below(5) + 1; i > 0; i--) {
      text += `${this.#indent(indent)}${this.#key()}:${this.#value(indent, depth)}`;
      if (random.chance(0.05)) text += random.pick(['\n', '# comment\n', '  # comment\n', ' \n', '\t\n']);
    }
    return text;
  }

  #sequence(indent: number, depth: number): string {
    const random = this.#random;
    let text = '';
    for (let i = random.below(4) + 1; i > 0; i--) {
      text += `${this.#indent(indent)}-`;
      if (random.chance(0.3) && depth < 4) {
        const gap = random.pick([1, 1, 1, 2, 3]);
        const nested = random.chance(0.8)
          ? this.#mapping(indent + 1 + gap, depth + 1)
          : this.#sequence(indent + 1 + gap, depth + 1);
        text += ' '.repeat(gap) + nested.replace(/^ */, '');
      } else text += this.#value(indent, depth);
    }
    return text;
  }

  #indent(indent: number): string {
    if (!this.#isWild()) return ' '.repeat(indent);
    return this.#random.pick([
      ' '.repeat(indent + 1),
      ' '.repeat(Math.max(0, indent - 1)),
      '\t',
      `${' '.repeat(indent)}\t`,
    ]);
  }

  #key(): string {
    const random = this.#random;
    if (this.#isWild()) return random.pick([...PLAIN, ...KEYS, 'k'.repeat(1020 + random.below(10))]);
    return random.chance(0.8) ? random.pick(['a', 'b', 'c', 'd', 'title', 'tags', 'date', 'x-y']) : random.pick(KEYS);
  }

  // What follows a colon or a dash, up to and with the line's end.
  #value(indent: number, depth: number): string {
    const random = this.#random;
    const properties =
      this.#isWild() || random.chance(0.04) ? ` ${random.pick(random.chance(0.6) ? ANCHORS : TAGS)}` : '';
    const kind = random.below(depth > 3 ? 6 : 12);
    if (kind < 6 || kind === 11) return `${properties}${this.#gap()}${this.#inline(indent)}${random.pick(COMMENTS)}\n`;
    if (kind === 6) return `${properties} ${this.#blockScalar(indent)}`;
    const deeper = indent + random.pick([1, 2, 2, 2, 4]);
    if (kind === 7)
      return `${properties}${random.pick(COMMENTS)}\n${this.#sequence(random.chance(0.4) ? indent : deeper, depth + 1)}`;
    if (kind === 8) return `${properties}${random.pick(COMMENTS)}\n${this.#sequence(deeper, depth + 1)}`;
    return `${properties}${random.pick(COMMENTS)}\n${this.#mapping(deeper, depth + 1)}`;
  }

  #gap(): string {
    return this.#isWild() ? this.#random.pick(['', '  ', '\t', ' \t', '\n', '\n ', '\n  ']) : ' ';
  }

  #block(indent: number, depth: number): string {
    const random = this.#random;
    if (random.chance(0.4)) return this.#sequence(indent, depth);
    return random.chance(0.5) ? this.#blockScalar(-1) : `${this.#inline(indent)}\n`;
  }

  #inline(indent: number): string {
    const random = this.#random;
    const kind = random.below(10);
    if (kind < 4) return this.#plain(indent);
    if (kind < 5) return this.#quoted('"');
    if (kind < 6) return this.#quoted("'");
    if (kind < 8) return this.#flow(0);
    return kind < 9 ? random.pick(['', '~', 'x']) : random.pick(ANCHORS);
  }

  #plain(indent: number): string {
    const random = this.#random;
    let text = random.pick(PLAIN);
    if (!this.#isWild() && /^[-?:#&*!|>%@`]|: |:$| #/.test(text)) text = 'plain';
    if (random.chance(0.12)) text += `\n${' '.repeat(indent + 1 + random.below(3))}${random.pick(PLAIN)}`;
    if (random.chance(0.02)) text += `\n\n${' '.repeat(indent + 1)}${random.pick(PLAIN)}`;
    return text;
  }

  #quoted(quote: string): string {
    const random = this.#random;
    let text = '';
    for (let i = random.below(4); i > 0; i--) {
      text += random.pick(QUOTED_PARTS);
      if (quote === '"' && random.chance(0.4))
        text += this.#isWild() ? random.pick(ESCAPES) : random.pick(['\\n', '\\"', '\\u00e9']);
      if (quote === "'" && random.chance(0.2)) text += "''";
    }
    return quote + text + (this.#isWild() && random.chance(0.3) ? '' : quote);
  }

  #flow(depth: number): string {
    const random = this.#random;
    const isMapping = random.chance(0.5);
    const items: string[] = [];
    for (let i = random.below(4); i > 0; i--) {
      const item = depth < 3 && random.chance(0.2) ? this.#flow(depth + 1) : this.#flowScalar();
      if (!isMapping) items.push(random.chance(0.1) ? `${this.#flowScalar()}: ${item}` : item);
      else items.push(this.#flowScalar() + (this.#isWild() ? random.pick(['', ':', ' :', ':\n', '? ']) : ': ') + item);
    }
    const comma = this.#isWild() ? random.pick([',', ' , ', ',\n', ',\n  ', ', # c\n ', ',,', '', ' ']) : ', ';
    let text = items.join(comma) + (random.chance(0.05) ? random.pick([',', ', ', '\n', ' # c\n']) : '');
    if (random.chance(0.15)) text = `\n  ${text}\n`;
    if (this.#isWild() && random.chance(0.2)) return (isMapping ? '{' : '[') + text;
    return isMapping ? `{${text}}` : `[${text}]`;
  }

  #flowScalar(): string {
    const random = this.#random;
    if (this.#isWild()) return random.pick(random.chance(0.5) ? PLAIN : [...ANCHORS, ...TAGS, ...KEYS]);
    const kind = random.below(8);
    if (kind === 0) return this.#quoted('"');
    if (kind === 1) return this.#quoted("'");
    return random.pick(['a', 'b', 'two words', '1', '1.5', 'yes', 'http://x.y', '2020-01-02', 'a:b', '', '~']);
  }

  #blockScalar(indent: number): string {
    const random = this.#random;
    const style = random.pick(['|', '>']);
    const mark = this.#isWild()
      ? random.pick(['1', '2', '9', '0', '-1', '2+', '+2', '--', 'x', ' x', '10'])
      : random.pick(['', '', '', '-', '+']);
    const deeper = Math.max(0, indent) + random.pick([1, 2, 2, 4]);
    let text = `${style}${mark}${random.pick(COMMENTS)}${random.chance(0.97) ? '\n' : ''}`;
    for (let i = random.below(5); i > 0; i--) {
      const extra = random.pick(['', '', '', '', ' ', '  ', '\t']);
      const line = random.pick(['text', 'a: b', '- c', '# no comment', '', '', ' ', '\t', '---', '...', '"', 'é 😀']);
      const margin = this.#isWild() ? random.below(deeper + 2) : deeper;
      text += `${line === '' ? '' : ' '.repeat(margin)}${extra}${line}\n`;
    }
    return text;
  }
}

function soup(random: Random): string {
  let text = random.chance(0.3) ? '---\n' : '';
  for (let i = random.below(14) + 1; i > 0; i--) text += random.pick(random.chance(0.8) ? TOKENS : PLAIN);
  return text;
}

/** JSON as other programs write it, with what only JavaScript allows. */
function json(random: Random, depth = 0): string {
  const kind = random.below(depth > 3 ? 5 : 8);
  if (kind === 0) return random.pick(['1', '-1.5', '1e5', '1.5E+3', '0', 'true', 'null', 'undefined', 'NaN', '.5']);
  if (kind < 5) {
    const text = random.pick([
      '',
      'a',
      'a b',
      '\\u00e9',
      '\\ud83d\\ude00',
      '\\/',
      '\\n',
      '\\"',
      "it's",
      '2020-01-02',
      '//x',
      ': ',
    ]);
    return random.chance(0.97) ? `"${text}"` : `'${text}'`;
  }
  const gap = random.pick(['', ' ', '\n', '\n  ', '\n\t']);
  const items: string[] = [];
  for (let i = random.below(4); i > 0; i--) {
    const note = random.chance(0.04) ? random.pick([' // c "b"\n', ' /* c */ ', ' # c\n', '// c\n']) : '';
    const item = note + json(random, depth + 1);
    const colon = random.pick([':', ': ', ': ', ' : ', ':\t', ':\n']);
    items.push(kind === 5 ? item : `"${random.pick(['a', 'b', 'c d', '', '@id'])}"${colon}${item}`);
  }
  const list = gap + items.join(`,${gap}`) + (random.chance(0.04) ? ',' : '') + gap;
  return kind === 5 ? `[${list}]` : `{${list}}`;
}

/** A few changes at random places. */
function mutate(random: Random, start: string, corpus: readonly string[]): string {
  let text = start;
  for (let i = random.pick([1, 1, 1, 2, 3, 5]); i > 0; i--) {
    const at = random.below(text.length + 1);
    const kind = random.below(10);
    if (kind < 3) text = text.slice(0, at) + random.pick(TOKENS) + text.slice(at);
    else if (kind === 3) text = text.slice(0, at) + text.slice(at + 1 + random.below(3));
    else if (kind === 4) text = text.slice(0, at) + random.pick(TOKENS) + text.slice(at + 1);
    else if (kind === 5) text = text.slice(0, at) + random.pick(PLAIN) + text.slice(at);
    else {
      const lines = text.split('\n');
      const line = random.below(lines.length);
      const own = lines[line]!;
      if (kind === 6)
        lines[line] = random.chance(0.5) ? `${' '.repeat(random.below(4) + 1)}${own}` : own.replace(/^ {1,2}/, '');
      else if (kind === 7) lines.splice(line, random.below(2), ...lines.slice(random.below(lines.length)).slice(0, 2));
      else if (kind === 8) lines.splice(line, 0, ...fragment(random, random.pick(corpus)).split('\n').slice(0, 3));
      else
        lines[line] =
          own.trimEnd() + random.pick([' # c', ':', ' |', ' >', ' "', ',', ' ', '\t', '\r', ' - x', ': x', ' x: y']);
      text = lines.join('\n');
    }
  }
  return text;
}

// libyaml reads 16 KiB at a time.
function long(random: Random, text: string): string {
  const padding = random.pick(['x', 'é', '😀', 'x ', '\n', '# c\n', 'a: b\n', '- a\n', '[a],']);
  const width = Buffer.byteLength(padding);
  const filler = padding.repeat(Math.floor((16_384 * random.pick([1, 1, 2]) - 10 + random.below(20)) / width));
  return random.pick([filler + text, text + filler, `${text}${filler}\u0001`, `# ${filler}\u0001`]);
}

// So many lines that it stays small, from anywhere.
function fragment(random: Random, text: string): string {
  const lines = text.split('\n');
  if (lines.length <= 30) return text;
  const start = random.below(lines.length - 20);
  return lines.slice(start, start + 5 + random.below(20)).join('\n');
}

/** How YAML is passed to SafeYAML. */
export type Mode = 'text' | 'page' | 'file';

export interface YamlCase {
  readonly mode: Mode;
  readonly text: string;
  /** Of a file: how its bytes are made of the text. */
  readonly encoding?: 'utf-8' | 'bom' | 'utf-16le' | 'utf-16be' | 'broken';
}

export function randomCase(random: Random, corpus: readonly string[]): YamlCase {
  const kind = random.below(22);
  let text: string;
  if (kind < 5) text = soup(random);
  else if (kind < 7) text = json(random);
  else if (kind < 12 || corpus.length === 0) text = new Writer(random).document();
  else if (kind < 14) text = mutate(random, new Writer(random).document(), corpus);
  else if (kind < 20) text = mutate(random, fragment(random, random.pick(corpus)), corpus);
  else text = typed(random) + typed(random) + typed(random);
  if (text.length > 4000) text = text.slice(0, 4000);
  if (random.chance(0.002)) text = long(random, text);
  const mode = random.below(10);
  if (mode < 6) return { mode: 'text', text };
  if (mode < 9) {
    const open = text.startsWith('---') && random.chance(0.8) ? '' : '---\n';
    return {
      mode: 'page',
      text: `${open}${text}${random.pick(['\n', '', ' \n'])}${random.pick(['---\n', '---\nx\n', '...\n', '---  \n\n', ''])}`,
    };
  }
  const encoding = random.pick(['utf-8', 'utf-8', 'bom', 'utf-16le', 'utf-16be', 'broken'] as const);
  // Where libyaml's reader has stopped by then decides whether it sees the invalid byte.
  if (encoding === 'broken' && random.chance(0.1)) text = long(random, text);
  return { mode: 'file', text, encoding };
}

/** The YAML of a folder: data files, configurations and front matters. */
export function yamlTexts(folder: string): string[] {
  const texts: string[] = [];
  for (const path of filesBelow(folder, /\.(ya?ml|json|md|markdown|html)$/)) {
    const text = readFileSync(path).toString('utf8');
    if (text.includes('\ufffd') || text.length > 1_000_000) continue;
    if (/\.(ya?ml|json)$/.test(path)) texts.push(text);
    else {
      const front = /^---\s*\n.*?\n(?=(?:---|\.\.\.)\s*$)/ms.exec(text);
      if (front !== null && front.index === 0) texts.push(front[0]);
    }
  }
  return texts;
}
