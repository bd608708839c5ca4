// kramdown's options: one table with names, types, defaults, checks and documentation. The defaults are kramdown's own,
// not Jekyll's. Source: kramdown 2.4.0/2.5.2 (options.rb) and kramdown-parser-gfm 1.1.0.

import { KramdownError } from './error.ts';
import { flowValue } from './flow-yaml.ts';
import { KRAMDOWN_2_4, type KramdownVersion, type KramdownVersionName, kramdownVersion } from './versions.ts';

/** The result of a syntax highlighter. */
export interface Highlighted {
  /** HTML: for a block including its wrapper (`<div class="highlight">…`), for a span the inner HTML. */
  html: string;
  /** The language to show if the code doesn't name one: the highlighter's `default_lang`. */
  language: string | null;
}

/**
 * Takes the place of kramdown's syntax highlighters. `language` is the one that the code names, or null. `options` is
 * `syntax_highlighter_opts`. Returns null if the code should be printed without highlighting; a plain string is short
 * for { html, language: null }.
 */
export type Highlighter = (
  code: string,
  language: string | null,
  kind: 'block' | 'span',
  options: ReadonlyMap<string, unknown>,
) => Highlighted | string | null;

/** The parsers, by kramdown's names. */
export type Input = 'kramdown' | 'GFM' | 'Markdown' | 'Html' | 'SmartyPants';

export type Encoding = 'UTF-8' | 'US-ASCII';

export interface KramdownOptions {
  version: KramdownVersion;
  input: Input;
  /** The source's encoding in Ruby. With US-ASCII, all other characters are written as entities. */
  encoding: Encoding;
  highlighter: Highlighter | null;
  template: string;
  autoIds: boolean;
  autoIdStripping: boolean;
  autoIdPrefix: string;
  headerLinks: boolean;
  transliteratedHeaderIds: boolean;
  parseBlockHtml: boolean;
  parseSpanHtml: boolean;
  htmlToNative: boolean;
  linkDefs: ReadonlyMap<string, readonly [string | null, string | null]>;
  footnoteNr: number;
  entityOutput: string | null;
  tocLevels: readonly number[];
  smartQuotes: readonly (string | number)[];
  typographicSymbols: ReadonlyMap<string, string>;
  headerOffset: number;
  syntaxHighlighter: string | null;
  syntaxHighlighterOpts: ReadonlyMap<string, unknown>;
  mathEngine: string | null;
  mathEngineOpts: ReadonlyMap<string, unknown>;
  footnoteBacklink: string;
  footnoteBacklinkInline: boolean;
  footnotePrefix: string;
  footnoteLinkText: string;
  removeLineBreaksForCjk: boolean;
  forbiddenInlineOptions: readonly string[];
  hardWrap: boolean;
  gfmQuirks: readonly string[];
}

/** What callers pass: any of the options, and optionally the version by its name. */
export type GivenOptions = Partial<Omit<KramdownOptions, 'version'>> & {
  version?: KramdownVersion | KramdownVersionName;
};

type HashKey = Exclude<keyof KramdownOptions, 'version' | 'encoding' | 'highlighter' | 'input'>;
type Kind = 'boolean' | 'string' | 'integer' | 'symbol' | 'object';

interface Row<K extends HashKey = HashKey> {
  readonly key: K;
  /** The name in kramdown. */
  readonly name: string;
  readonly kind: Kind;
  readonly default: KramdownOptions[K];
  /** Converts a value to the option's type, or throws. */
  readonly check?: (value: unknown) => KramdownOptions[K];
  readonly doc: string;
}

const row = <K extends HashKey>(
  key: K,
  name: string,
  kind: Kind,
  value: KramdownOptions[K],
  doc: string,
  check?: (value: unknown) => KramdownOptions[K],
): Row => ({ key, name, kind, default: value, doc, ...(check && { check }) }) as Row;

/** All options that affect the HTML, by kramdown's names. */
export const OPTIONS: readonly Row[] = [
  row('template', 'template', 'string', '', 'A template around the output; unsupported.', noTemplate),
  row('autoIds', 'auto_ids', 'boolean', true, 'Make ids for headers from their text.'),
  row('autoIdStripping', 'auto_id_stripping', 'boolean', false, 'Strip the markup from that text.'),
  row('autoIdPrefix', 'auto_id_prefix', 'string', '', 'The prefix of these ids.'),
  row('headerLinks', 'header_links', 'boolean', false, 'Add an empty link to each header (2.5).'),
  row('transliteratedHeaderIds', 'transliterated_header_ids', 'boolean', false, 'Make these ids ASCII. Unsupported.'),
  row('parseBlockHtml', 'parse_block_html', 'boolean', false, 'Parse Markdown in block HTML elements.'),
  row('parseSpanHtml', 'parse_span_html', 'boolean', true, 'Parse Markdown in span HTML elements.'),
  row('htmlToNative', 'html_to_native', 'boolean', false, 'Convert HTML elements to those of kramdown.'),
  row('linkDefs', 'link_defs', 'object', new Map(), 'Link definitions for every document.', linkDefs),
  row('footnoteNr', 'footnote_nr', 'integer', 1, 'The number of the first footnote.'),
  row(
    'entityOutput',
    'entity_output',
    'symbol',
    'as_char',
    'How entities are written: as_char, as_input, numeric, symbolic.',
  ),
  row('tocLevels', 'toc_levels', 'object', [1, 2, 3, 4, 5, 6], 'The header levels in a table of contents.', tocLevels),
  row(
    'smartQuotes',
    'smart_quotes',
    'object',
    ['lsquo', 'rsquo', 'ldquo', 'rdquo'],
    'Entities for the four quotes.',
    smartQuotes,
  ),
  row(
    'typographicSymbols',
    'typographic_symbols',
    'object',
    new Map(),
    'Replacements for symbols, e.g. hellip.',
    symbols,
  ),
  row('headerOffset', 'header_offset', 'integer', 0, 'A number to add to the level of every header.'),
  row('syntaxHighlighter', 'syntax_highlighter', 'symbol', 'rouge', 'The code highlighter: rouge, or null for none.'),
  row(
    'syntaxHighlighterOpts',
    'syntax_highlighter_opts',
    'object',
    new Map(),
    'Options of the highlighter, such as `line_numbers`.',
    symbolHash('syntax_highlighter_opts'),
  ),
  row('mathEngine', 'math_engine', 'symbol', 'mathjax', 'The engine for formulas: mathjax, or null for none.'),
  row(
    'mathEngineOpts',
    'math_engine_opts',
    'object',
    new Map(),
    'Options of the math engine.',
    symbolHash('math_engine_opts'),
  ),
  row('footnoteBacklink', 'footnote_backlink', 'string', '&#8617;', 'The text of the link back; empty for none.'),
  row(
    'footnoteBacklinkInline',
    'footnote_backlink_inline',
    'boolean',
    false,
    'Put the link back in a nested paragraph.',
  ),
  row('footnotePrefix', 'footnote_prefix', 'string', '', 'The prefix of footnote names.'),
  row('footnoteLinkText', 'footnote_link_text', 'string', '%s', 'The text of a footnote mark (2.5).', linkText),
  row('removeLineBreaksForCjk', 'remove_line_breaks_for_cjk', 'boolean', false, 'Join lines between CJK letters.'),
  row(
    'forbiddenInlineOptions',
    'forbidden_inline_options',
    'object',
    ['template'],
    'Options that may not be set inline.',
    names,
  ),
  row('hardWrap', 'hard_wrap', 'boolean', true, 'GFM: turn every line end into a line break.'),
  row('gfmQuirks', 'gfm_quirks', 'object', ['paragraph_end'], 'GFM: paragraph_end, no_auto_typographic.', quirks),
];

/** Options of kramdown that don't affect HTML: they have no effect, but their values are checked. */
const OTHERS: ReadonlyMap<string, (value: unknown) => void> = new Map<string, (value: unknown) => void>([
  ['line_width', (value) => integer(value, 'line_width')],
  ['list_indent', (value) => integer(value, 'list_indent')],
  ['latex_headers', (value) => array(value, 'latex_headers', 6)],
  ['remove_block_html_tags', () => {}],
  ['remove_span_html_tags', () => {}],
]);

const BY_NAME: ReadonlyMap<string, Row> = new Map(OPTIONS.map((r) => [r.name, r]));

export const DEFAULTS: KramdownOptions = Object.freeze({
  version: KRAMDOWN_2_4,
  input: 'kramdown',
  encoding: 'UTF-8',
  highlighter: null,
  ...Object.fromEntries(OPTIONS.map((r) => [r.key, r.default])),
} as KramdownOptions);

/** kramdown's defaults, overridden by the given options. */
export function withDefaults({ version, ...options }: GivenOptions): KramdownOptions {
  const all = { ...DEFAULTS };
  if (version !== undefined) all.version = kramdownVersion(version);
  for (const [key, value] of Object.entries(options)) {
    if (value !== undefined) (all as unknown as Record<string, unknown>)[key] = value;
  }
  return all;
}

/** Whether kramdown has an option of that name. */
export function isOption(name: string, version: KramdownVersion): boolean {
  return !version.missingOptions.has(name) && (BY_NAME.has(name) || OTHERS.has(name));
}

/**
 * Reads a site's `kramdown:` options (with Jekyll's defaults merged in). Unknown keys are ignored.
 * @throws KramdownError where kramdown rejects a value
 */
export function readOptions(
  hash: ReadonlyMap<unknown, unknown> | Readonly<Record<string, unknown>>,
): Partial<KramdownOptions> {
  const result: Record<string, unknown> = {};
  const entries = hash instanceof Map ? [...hash] : Object.entries(hash);
  for (const [key, value] of entries) {
    const name = nameOf(key);
    if (name === 'input') result.input = readInput(value);
    else Object.assign(result, readOption(name, value));
  }
  return result as Partial<KramdownOptions>;
}

/** Reads one option by kramdown's name; {} for an unknown name. Throws where kramdown rejects the value. */
export function readOption(name: string, value: unknown): Partial<KramdownOptions> {
  OTHERS.get(name)?.(value);
  const found = BY_NAME.get(name);
  return found ? { [found.key]: convertValue(found, value) } : {};
}

/** By the names of kramdown's parser classes, and of Jekyll's own. */
const PARSERS: ReadonlyMap<string, Input> = new Map<string, Input>([
  ['GFM', 'GFM'],
  ['Kramdown', 'kramdown'],
  ['Markdown', 'Markdown'],
  ['Html', 'Html'],
  ['SmartyPants', 'SmartyPants'],
]);

function readInput(value: unknown): KramdownOptions['input'] {
  const name = value === null || value === undefined || value === false ? 'kramdown' : toS(value);
  const found = PARSERS.get(name.charAt(0).toUpperCase() + name.slice(1));
  if (found) return found;
  throw new KramdownError(`kramdown has no parser to handle the specified input format: ${name}`);
}

function convertValue({ name, kind, check }: Row, given: unknown): unknown {
  let value = given;
  if (kind === 'boolean' && typeof value !== 'boolean') {
    const text = toS(value);
    value = text.toLowerCase().trim() !== 'false' && text !== '';
  } else if (kind === 'string') value = toS(value);
  else if (kind === 'integer') value = integer(value, name);
  else if (kind === 'symbol') value = toSymbol(toS(value));
  return check ? check(value) : value;
}

function integer(value: unknown, name: string): number {
  if (typeof value === 'number' && Number.isInteger(value)) return value;
  const number = rubyInteger(toS(value));
  if (number === null) throw new KramdownError(`Invalid integer value for option '${name}': '${toS(value)}'`);
  return number;
}

/** Kernel#Integer of a string; null if it raises an error. */
function rubyInteger(text: string): number | null {
  const trimmed = text.trim();
  if (/^[+-]?(0|[1-9][0-9]*(_[0-9]+)*)$/.test(trimmed)) return Number(trimmed.replaceAll('_', ''));
  const radix = /^([+-]?)0([xXbBoO]?)([0-9a-fA-F]+)$/.exec(trimmed);
  if (!radix) return null;
  const base = { x: 16, b: 2, o: 8, '': 8 }[radix[2]!.toLowerCase()]!;
  const number = Number.parseInt(radix[3]!, base);
  if (Number.isNaN(number) || number.toString(base) !== (radix[3]!.toLowerCase().replace(/^0+(?=.)/, '') || '0'))
    return null;
  return radix[1] === '-' ? -number : number;
}

/** A symbol's name; null for an empty string and "nil". */
function toSymbol(text: string): string | null {
  const name = text.trim().replace(/^:/, '');
  return name === '' || name === 'nil' ? null : name;
}

// A key or value as Ruby prints it: a YAML scalar, or one of the engine's symbols and floats.
function toS(value: unknown): string {
  if (value === null || value === undefined) return '';
  if (Array.isArray(value)) return `[${value.map(inspect).join(', ')}]`;
  if (value instanceof Map)
    return `{${[...value].map(([key, item]) => `${inspect(key)}=>${inspect(item)}`).join(', ')}}`;
  const map = nested(value);
  if (map instanceof Map) return toS(map);
  if (typeof value === 'object' && 'name' in value) return String(value.name);
  const float = floatOf(value);
  if (float !== null) return Number.isInteger(float) ? `${float}.0` : String(float);
  return String(value);
}

function floatOf(value: unknown): number | null {
  const isFloat = typeof value === 'object' && value !== null && 'value' in value && typeof value.value === 'number';
  return isFloat ? (value.value as number) : null;
}

const inspect = (value: unknown): string => {
  if (typeof value === 'string') return JSON.stringify(value);
  return value === null || value === undefined ? 'nil' : toS(value);
};

const nameOf = toS;

function hash(value: unknown, name: string): Map<string, unknown> {
  const found = typeof value === 'string' ? flowValue(value) : value;
  if (found instanceof Map) return new Map([...found].map(([key, item]) => [nameOf(key), item]));
  if (typeof found === 'object' && found !== null && Object.getPrototypeOf(found) === Object.prototype) {
    return new Map(Object.entries(found).map(([key, item]) => [key, nested(item)]));
  }
  throw new KramdownError(`Invalid type for option ${name}`);
}

/** Turns a plain object, such as a nested option (`span: { disable: true }`), into a map. */
function nested(value: unknown): unknown {
  const isPlain = typeof value === 'object' && value !== null && Object.getPrototypeOf(value) === Object.prototype;
  return isPlain ? new Map(Object.entries(value)) : value;
}

function array(value: unknown, name: string, size?: number): unknown[] {
  const list = typeof value === 'string' ? splitCommas(value) : value;
  if (!Array.isArray(list)) throw new KramdownError(`Invalid type for option ${name}`);
  if (size !== undefined && list.length !== size) {
    throw new KramdownError(`Option ${name} needs exactly ${size} values`);
  }
  return list;
}

function splitCommas(text: string): string[] {
  const list = text.split(',');
  while (list.length > 0 && list[list.length - 1] === '') list.pop();
  return list;
}

function linkDefs(value: unknown): KramdownOptions['linkDefs'] {
  const result = new Map<string, readonly [string | null, string | null]>();
  for (const [key, item] of hash(value, 'link_defs')) {
    if (!Array.isArray(item) || item.length === 0 || item.length > 2) {
      throw new KramdownError('Invalid structure for hash value of option link_defs');
    }
    const text = (x: unknown) => (x === null || x === undefined ? null : toS(x));
    result.set(key, [text(item[0]), text(item[1])]);
  }
  return result;
}

const TOC_LEVELS_HINT =
  'Write one level in quotes, `toc_levels: "2"`, several as `toc_levels: "2,3"`, or a range, `toc_levels: 2..3`.';

function tocLevels(value: unknown): readonly number[] {
  let levels: number[];
  if (typeof value === 'string') {
    const range = /(?<![^\n])(\d)\.\.(\d)(?![^\n])/.exec(value);
    if (range) {
      levels = [];
      for (let i = Number(range[1]); i <= Number(range[2]); i++) levels.push(i);
    } else if (/(?<![^\n])\d(?:,\d)*(?![^\n])/.test(value))
      levels = value.split(',').map((x) => Number.parseInt(x, 10) || 0);
    else throw new KramdownError('Invalid syntax for option toc_levels', TOC_LEVELS_HINT);
  } else if (Array.isArray(value)) levels = value.map((x) => Number.parseInt(toS(x), 10) || 0);
  else throw new KramdownError('Invalid type for option toc_levels', TOC_LEVELS_HINT);
  if (levels.some((level) => level < 1 || level > 6)) {
    throw new KramdownError('Level numbers for option toc_levels have to be integers from 1 to 6', TOC_LEVELS_HINT);
  }
  return [...new Set(levels)];
}

function smartQuotes(value: unknown): readonly (string | number)[] {
  return array(value, 'smart_quotes', 4).map((item) => {
    // Kernel#Integer truncates a float, but rejects a string with a fraction.
    const number = typeof item === 'number' ? item : floatOf(item);
    return number === null ? (rubyInteger(toS(item)) ?? toS(item)) : Math.trunc(number);
  });
}

function symbols(value: unknown): ReadonlyMap<string, string> {
  const result = new Map<string, string>();
  for (const [key, item] of hash(value, 'typographic_symbols')) result.set(toSymbol(key) ?? '', toS(item));
  return result;
}

function symbolHash(name: string): (value: unknown) => ReadonlyMap<string, unknown> {
  return (value) => new Map([...hash(value, name)].map(([key, item]) => [toSymbol(key) ?? '', item]));
}

function noTemplate(value: unknown): string {
  const text = toS(value);
  if (text !== '') throw new KramdownError(`Templates are not supported (template: ${text})`);
  return text;
}

function linkText(value: unknown): string {
  const text = toS(value);
  if (!text.includes('%s')) throw new KramdownError("option footnote_link_text needs to contain a '%s'");
  return text;
}

function names(value: unknown): readonly string[] {
  // Unlike in the other lists, a string is an error: kramdown calls map on the value before it checks the type.
  if (!Array.isArray(value)) throw new KramdownError('Invalid type for option forbidden_inline_options');
  return value.map((item) => toSymbol(toS(item)) ?? '');
}

function quirks(value: unknown): readonly string[] {
  return array(value, 'gfm_quirks').map((item) => toSymbol(toS(item)) ?? '');
}
