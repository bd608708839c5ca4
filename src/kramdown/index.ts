// kramdown and its GFM dialect: text and options in; HTML, tree and warnings out. Liftable as a package: it knows nothing
// of a site, and files of other rooms are never imported.

import { Budget, MOST_STEPS } from './budget.ts';
import { chomp } from './characters.ts';
import type { Element, Root } from './element.ts';
import { KramdownError } from './error.ts';
import { updateElements } from './gfm.ts';
import { HtmlConverter } from './html.ts';
import type { GivenOptions, Input, KramdownOptions } from './options.ts';
import { DEFAULTS, withDefaults } from './options.ts';
import { parseDocument } from './parser/document.ts';
import { parseHtmlDocument } from './parser/html-document.ts';
import { dialect } from './parser/order.ts';
import type { AbbreviationEntry, Limits, Warning } from './parser/parser.ts';

export type { Element, ElementOf, ElementType, Root } from './element.ts';
export { KramdownError } from './error.ts';
export type { Encoding, GivenOptions, Highlighted, Highlighter, KramdownOptions } from './options.ts';
export { OPTIONS, readOptions } from './options.ts';
export type { Warning } from './parser/parser.ts';
export { KRAMDOWN_2_4, KRAMDOWN_2_5, type KramdownVersion, type KramdownVersionName } from './versions.ts';

/** A text that has been read. */
export interface ParsedDocument {
  readonly root: Root;
  readonly warnings: Warning[];
  /** What the HTML needs beside the tree. */
  readonly context: DocumentContext;
}

export interface DocumentContext {
  readonly abbreviations: ReadonlyMap<string, AbbreviationEntry>;
  /** Options that the text set itself. */
  readonly inlineOptions: Partial<KramdownOptions>;
  /** A text that doesn't occur in the source. */
  readonly mark: string;
  /** The offset in the source of an offset in the text that was read. */
  readonly original: (at: number) => number;
}

/**
 * Reads a text.
 * @throws KramdownError where kramdown fails as well
 */
export function parse(text: string, options: GivenOptions = {}): ParsedDocument {
  return withinStack((deepest) => parseAs(inputOf(options), text, options, limitsOf(deepest)));
}

const limitsOf = (deepest: number, most = MOST_STEPS): Limits => ({ deepest, budget: new Budget(most) });

const inputOf = ({ input }: GivenOptions): Input => input ?? DEFAULTS.input;

function parseAs(input: Input, text: string, given: GivenOptions, limits: Limits): ParsedDocument {
  const options = withDefaults(given);
  if (input === 'GFM') options.autoIdStripping = true;
  const adapted = adapt(text);
  // The text may set options, but how lines break is settled before.
  const { hardWrap } = options;
  const parser =
    input === 'Html'
      ? parseHtmlDocument(adapted, options, limits)
      : parseDocument(adapted, options, dialect(input, options), limits);
  if (input === 'GFM') updateElements(parser.root, { ...parser.options, hardWrap }, adapted, limits.budget);
  const original = text.includes('\r') ? (at: number) => beforeLineEnds(text, at) : (at: number) => at;
  const warnings = parser.warnings.map(({ message, source, at }) => ({
    message,
    at: source === null ? null : Math.min(text.length, original(source.trace(at))),
  }));
  const { abbreviations, inlineOptions } = parser;
  return { root: parser.root, warnings, context: { abbreviations, inlineOptions, mark: unusedMark(text), original } };
}

/**
 * The HTML of a tree. It ends with a newline.
 * @throws KramdownError where kramdown fails as well
 */
export function toHtml(document: ParsedDocument, options: GivenOptions = {}): { html: string; warnings: Warning[] } {
  return withinStack(() => print(document, options));
}

function print({ root, context }: ParsedDocument, options: GivenOptions): { html: string; warnings: Warning[] } {
  const all = { ...withDefaults(options), ...context.inlineOptions };
  const converter = new HtmlConverter(all, context.abbreviations, context.mark);
  const html = converter.convertRoot(root);
  // Ruby can't turn it back into the source's encoding.
  if (all.encoding === 'US-ASCII' && /[^\0-\x7f]/.test(html))
    throw new KramdownError('The HTML has characters that US-ASCII lacks');
  return { html, warnings: converter.warnings.map((message) => ({ message, at: null })) };
}

/**
 * Text to HTML.
 * @param most how much the text may leave in memory; see Budget
 * @throws KramdownError where kramdown fails as well, and for more than that
 */
export function convert(
  text: string,
  options: GivenOptions = {},
  most = MOST_STEPS,
): { html: string; warnings: Warning[] } {
  return convertAs(inputOf(options), text, options, most);
}

/** Typographic quotes, dashes and symbols, as Jekyll's `smartify` makes them. Without the newline at the end. */
export function smartify(text: string, options: GivenOptions = {}): string {
  return chomp(convertAs('SmartyPants', text, options).html);
}

function convertAs(input: Input, text: string, options: GivenOptions, most = MOST_STEPS) {
  return withinStack((deepest) => {
    const document = parseAs(input, text, options, limitsOf(deepest, most));
    const { html, warnings } = print(document, options);
    return { html, warnings: [...document.warnings, ...warnings] };
  });
}

// How many levels of elements are read: Ruby runs out of stack between 800 (lists) and 2000 (HTML). What our stack can't
// hold is read anew with fewer.
const LEVELS = [2000, 400, 100];

function withinStack<T>(run: (deepest: number) => T): T {
  for (const deepest of LEVELS) {
    try {
      return run(deepest);
    } catch (error) {
      if (!(error instanceof RangeError)) throw error;
      // A text of a few lines can ask for gigabytes (a link that is repeated, with one class more each time). kramdown fails
      // on it as well.
      if (!error.message.includes('stack')) throw new KramdownError('The HTML gets too long');
    }
  }
  throw new KramdownError('The text is nested too deeply');
}

/** Where an element begins, as an offset (UTF-16) in the text that was read; null for one that no text has. */
export function placeOf(document: ParsedDocument, el: Element): number | null {
  return el.source ? document.context.original(el.source.trace(el.at)) : null;
}

// \n for line ends, and exactly one more at the end than there would be without the last one.
function adapt(text: string): string {
  const unified = text.includes('\r') ? text.replace(/\r\n?/g, '\n') : text;
  return unified.endsWith('\n') ? unified : `${unified}\n`;
}

// The offset before \r\n became \n.
function beforeLineEnds(text: string, at: number): number {
  let i = 0;
  for (let n = 0; n < at && i < text.length; n++)
    i += text.charCodeAt(i) === 13 && text.charCodeAt(i + 1) === 10 ? 2 : 1;
  return i;
}

function unusedMark(text: string): string {
  let mark = '\uE000kd';
  while (text.includes(mark)) mark += '\uE000';
  return mark;
}
