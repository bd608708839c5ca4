// kramdown and its GFM dialect: text and options in; HTML, tree and warnings out. It knows nothing about sites, so it
// could be published as a package of its own.

import { Budget, MOST_STEPS } from './budget.ts';
import { chomp } from './characters.ts';
import type { Element, Root } from './element.ts';
import { KramdownError } from './error.ts';
import { updateElements } from './gfm.ts';
import { type Expansion, HtmlConverter, type Surroundings } from './html.ts';
import type { GivenOptions, Input, KramdownOptions } from './options.ts';
import { DEFAULTS, withDefaults } from './options.ts';
import { parseDocument } from './parser/document.ts';
import { parseHtmlDocument } from './parser/html-document.ts';
import { dialect } from './parser/order.ts';
import type { AbbreviationEntry, Limits, Warning } from './parser/parser.ts';
import { Parser } from './parser/parser.ts';
import { type ParsedText, Places } from './places.ts';

export type { Element, ElementOf, ElementType, Root } from './element.ts';
export { KramdownError } from './error.ts';
export type { Encoding, GivenOptions, Highlighted, Highlighter, KramdownOptions } from './options.ts';
export { OPTIONS, readOptions } from './options.ts';
export type { Warning } from './parser/parser.ts';
export { KRAMDOWN_2_4, KRAMDOWN_2_5, type KramdownVersion, type KramdownVersionName } from './versions.ts';

/** A parsed document. It is plain data: it can be cloned, serialised or sent to a worker. */
export interface ParsedDocument {
  readonly root: Root;
  readonly warnings: Warning[];
  /** What the HTML converter needs in addition to the tree. */
  readonly context: DocumentContext;
  /** The text that was parsed. */
  readonly text: string;
  /** It and its parts, of which the elements were made, with \n as their line ends. */
  readonly texts: readonly ParsedText[];
}

export interface DocumentContext extends Surroundings {
  /** Options that the text sets itself. */
  readonly inlineOptions: Partial<KramdownOptions>;
}

/**
 * Parses Markdown or HTML.
 * @throws KramdownError where kramdown fails, too
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
  // The text may set options, but line breaks are determined by the option as it was at the start.
  const { hardWrap } = options;
  const parser = new Parser(adapted, options, dialect(input, options), limits);
  const { root, footnotes } = input === 'Html' ? parseHtmlDocument(parser) : parseDocument(parser);
  const { texts } = parser;
  const places = new Places(texts, text);
  return {
    root: input === 'GFM' ? updateElements(root, { ...parser.options, hardWrap }, adapted, limits.budget) : root,
    warnings: parser.warnings.map(({ message, source, at }) => ({ message, at: places.of(source, at) })),
    context: {
      footnotes,
      abbreviations: new Map(Array.from(parser.abbreviations, ([name, entry]) => [name, expansionOf(entry)])),
      inlineOptions: parser.inlineOptions,
      mark: unusedMark(text),
    },
    text,
    texts,
  };
}

const expansionOf = ({ text, element }: AbbreviationEntry): Expansion => ({ text, attributes: element.attributes });

/**
 * Converts a tree to HTML, under the options that it was parsed with. The result ends with a newline.
 * @throws KramdownError where kramdown fails, too
 */
export function toHtml(document: ParsedDocument, options: GivenOptions = {}): { html: string; warnings: Warning[] } {
  return withinStack(() => print(document, options));
}

function print({ root, context }: ParsedDocument, options: GivenOptions): { html: string; warnings: Warning[] } {
  const all = { ...withDefaults(options), ...context.inlineOptions };
  const converter = new HtmlConverter(all, context);
  const html = converter.convertRoot(root);
  // Ruby can't convert the HTML back to the source's encoding.
  if (all.encoding === 'US-ASCII' && /[^\0-\x7f]/.test(html))
    throw new KramdownError('The HTML has characters that US-ASCII lacks');
  return { html, warnings: converter.warnings.map((message) => ({ message, at: null })) };
}

/**
 * Converts Markdown to HTML.
 * @param most how much memory parsing may take; see Budget
 * @throws KramdownError where kramdown fails, too, and beyond `most`
 */
export function convert(
  text: string,
  options: GivenOptions = {},
  most = MOST_STEPS,
): { html: string; warnings: Warning[] } {
  return convertAs(inputOf(options), text, options, most);
}

/** Typographic quotes, dashes and symbols, as Jekyll's `smartify` makes them. Without a newline at the end. */
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

// How many levels of elements are parsed: Ruby's stack overflows between 800 (lists) and 2000 (HTML). If ours
// overflows, the text is parsed again with a lower limit.
const LEVELS = [2000, 400, 100];

function withinStack<T>(run: (deepest: number) => T): T {
  for (const deepest of LEVELS) {
    try {
      return run(deepest);
    } catch (error) {
      if (!(error instanceof RangeError)) throw error;
      // A few lines can ask for gigabytes (a repeated link that gains a class each time). kramdown fails on them, too.
      if (!error.message.includes('stack')) throw new KramdownError('The HTML gets too long');
    }
  }
  throw new KramdownError('The text is nested too deeply');
}

/** Returns a function that finds where an element starts in the parsed text; null if it wasn't parsed. */
export function placesOf({ texts, text }: ParsedDocument): (el: Element) => number | null {
  const places = new Places(texts, text);
  return ({ source, at }) => (source < 0 ? null : places.of(source, at));
}

// Normalises line ends to \n, and makes sure that the text ends with one.
function adapt(text: string): string {
  const unified = text.includes('\r') ? text.replace(/\r\n?/g, '\n') : text;
  return unified.endsWith('\n') ? unified : `${unified}\n`;
}

function unusedMark(text: string): string {
  let mark = '\uE000kd';
  while (text.includes(mark)) mark += '\uE000';
  return mark;
}
