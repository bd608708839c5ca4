// Shared by all constructs: the parser's state, and the two loops over the tables of constructs. Each construct is a
// row in its own file; order.ts lists them.

import type { EntityTable } from '../../text/html-entities.ts';
import type { Budget } from '../budget.ts';
import { characterAt } from '../characters.ts';
import type { AttributeList, DetailOf, Element, ElementOf, FootnoteDefinition, ValueOf } from '../element.ts';
import { addChild, attributesOf, ClassJoiner, element, ialOf } from '../element.ts';
import { KramdownError } from '../error.ts';
import { toNative } from '../html-to-native.ts';
import type { KramdownOptions } from '../options.ts';
import type { ParsedText } from '../places.ts';
import { Source } from '../source.ts';
import type { Attempt } from './attempts.ts';
import type { BlockTable, SpanTable } from './tables.ts';
import { nextStart, OTHERS } from './tables.ts';

/** A possible mistake. `at` is an offset (UTF-16) in the source; null if it has no place. */
export interface Warning {
  readonly message: string;
  readonly at: number | null;
}

/** What ends a sequence of spans. */
export interface Stop {
  /** The characters that it can start with. */
  readonly starts: string;
  /** Whether it is at an offset. */
  at(text: string, pos: number): boolean;
  /** Called where it was found: whether it really ends the spans. Called once for each place, in order. */
  accept(el: Element): boolean;
  /** What earlier attempts of this kind have learned. */
  readonly attempt?: Attempt;
}

export interface LinkDefinition {
  readonly url: string | null;
  readonly title: string | null;
  /** The element in the definition's place, which collects attribute lists. */
  readonly element: Element | null;
}

interface FootnoteEntry {
  readonly content: FootnoteDefinition;
  /** The text that it is defined in. */
  readonly src: Source;
  /** Collects attribute lists until the first marker. */
  element: Element | null;
  marked: boolean;
}

export interface AbbreviationEntry {
  readonly text: string;
  readonly element: Element;
}

/** The constructs of a dialect. */
export interface Dialect {
  readonly blocks: BlockTable<Parser>;
  readonly spans: SpanTable<Parser>;
  /** Whether attribute lists are supported, and lazy lines continue indented code. */
  readonly isExtended: boolean;
  /** The blocks that end a paragraph without a blank line before them. */
  readonly paragraphEnds: BlockTable<Parser>;
  /** The text from which a header's id is made. */
  readonly rawText: (el: Element) => string;
}

const MAX_REFERENCES = 1500;
/** The maximum number of references followed. Definitions that each refer to the next one twice double them. */
const MOST_REFERENCES = 2 ** 22;
/** The maximum number of characters of attributes from attribute lists. */
const MOST_ATTRIBUTES = 2 ** 26;

/** Each level of nested blocks may copy a long text. From this many levels on, MOST_COPIED characters are the limit. */
const SURE_LEVELS = 400;
const MOST_COPIED = 2e8;
/** The limit for fewer levels, though still more than any author writes. It is higher; all copies stay in memory. */
const LEAST_LEVELS = 40;
const MOST_COPIED_SURELY = 3e8;

/** What `raw` elements have that are part of HTML. */
const VERBATIM = { category: null, formats: [] };

export interface Limits {
  /** How many levels of elements are parsed. */
  readonly deepest: number;
  readonly budget: Budget;
}

export class Parser {
  readonly options: KramdownOptions;
  /** The options that the text itself sets, which also apply to printing. */
  readonly inlineOptions: Partial<KramdownOptions> = {};
  readonly entities: EntityTable;
  /** `at` is an offset in the document's text with the index `source`. */
  readonly warnings: { message: string; source: number; at: number }[] = [];
  readonly root = element('root', null, null);
  readonly definitions = new Map<string, AttributeList>();
  readonly footnotes = new Map<string, FootnoteEntry>();
  readonly linkDefs = new Map<string, LinkDefinition>();
  readonly abbreviations = new Map<string, AbbreviationEntry>();
  /** The text, and the parts of it that have been parsed. */
  readonly texts: ParsedText[] = [];

  src: Source;
  tree: Element = this.root;
  blockIal: AttributeList | null = null;
  textType: 'raw_text' | 'text' = 'raw_text';
  // How many of the enclosing elements (including `tree`) have each type.
  inEm = 0;
  inStrong = 0;
  inLink = 0;
  depth = 0;
  /** The attempt that the current spans belong to. */
  attempt: Attempt | null = null;
  /** The number of attempts under way in the current text. */
  attempts = 0;
  #isCut = false;
  // The total length of the sources of nested blocks.
  #copied = 0;
  #attributeLength = 0;
  #references = 0;
  readonly #applied = new ClassJoiner();
  readonly #merged = new ClassJoiner();
  /** Joins the classes of one attribute list. */
  readonly classes = new ClassJoiner();
  /** Counts effects that can't be undone: attribute lists on shared elements, options set by the text. */
  effects = 0;
  /** The number of characters parsed again because attempts have set options. */
  reread = 0;

  readonly dialect: Dialect;

  /** Whether raw HTML may be kept as one string, since nothing in the options or in the text asks for its elements. */
  readonly copiesHtml: boolean;

  /** The nesting depth from which the content is read as plain text. */
  readonly deepest: number;
  readonly budget: Budget;

  constructor(text: string, options: KramdownOptions, dialect: Dialect, { deepest, budget }: Limits) {
    this.deepest = deepest;
    this.budget = budget;
    this.options = { ...options };
    this.entities = options.version.entities;
    this.src = this.part(text, 0, -1);
    this.dialect = dialect;
    const isSet = text.includes('{::options') && /html_to_native|remove_line_breaks_for_cjk/.test(text);
    this.copiesHtml = !isSet && !options.htmlToNative && !options.removeLineBreaksForCjk;
  }

  /** Whether no further element may be opened here. */
  get tooDeep(): boolean {
    const { depth } = this;
    const isLong = this.#copied >= (depth < SURE_LEVELS ? MOST_COPIED_SURELY : MOST_COPIED) && depth >= LEAST_LEVELS;
    if (depth < this.deepest && !isLong) return false;
    if (!this.#isCut) this.warn(`Nested more than ${this.depth} levels deep - reading what is inside as plain text`);
    this.#isCut = true;
    return true;
  }

  warn(message: string, at = this.src.pos): void {
    this.budget.spend();
    this.warnings.push({ message, source: this.src.index, at });
  }

  /**
   * A source for part of another, by default of the current one.
   * @param start where the first line starts in that text
   */
  part(text: string, start: number, parent = this.src.index): Source {
    this.texts.push({ text, parent, start });
    return new Source(text, this.texts.length - 1);
  }

  /** Creates an element at an offset of the current text. */
  make<T extends Element['type']>(type: T, value: ValueOf<T>, detail: DetailOf<T>, at = this.src.pos): ElementOf<T> {
    this.budget.spend();
    return element(type, value, detail, this.src.index, at);
  }

  /** Creates a block element, which takes the attribute list before it. */
  makeBlock<T extends Element['type']>(
    type: T,
    value: ValueOf<T>,
    detail: DetailOf<T>,
    at = this.src.pos,
  ): ElementOf<T> {
    this.budget.spend();
    const el = element(type, value, detail, this.src.index, at);
    this.takeBlockIal(el);
    return el;
  }

  takeBlockIal(el: Element): void {
    if (!this.blockIal) return;
    el.ial = this.blockIal;
    this.blockIal = null;
  }

  append(el: Element): void {
    addChild(this.tree, el);
  }

  /** Replaces the last child by kramdown's element for it, if it is HTML that has an equivalent. */
  convertLast(): void {
    const { children } = this.tree;
    children.push(toNative(children.pop()!, this.options.version));
  }

  /** Adds text to an element: to its last child if that is text of the same type. */
  addText(
    text: string,
    to: Element = this.tree,
    type: 'raw_text' | 'text' | 'raw' = this.textType,
    at = this.src.pos,
  ): void {
    this.budget.spend();
    const { children } = to;
    const last = children[children.length - 1];
    if (last?.type === type) last.value = (last.value as string) + text;
    else if (text !== '') {
      addChild(
        to,
        type === 'raw'
          ? element('raw', text, VERBATIM, this.src.index, at)
          : element(type, text, null, this.src.index, at),
      );
    }
  }

  /** Adds the current character as text. */
  addCharacter(): void {
    const character = characterAt(this.src.text, this.src.pos);
    this.addText(character);
    this.src.pos += character.length;
  }

  /**
   * Parses blocks into an element: all of `source`, or the rest of the current text.
   * @returns whether the element's end tag was found
   */
  parseBlocks(el: Element, source: Source | null = null): boolean {
    const { tree, src, blockIal } = this;
    this.tree = el;
    this.blockIal = null;
    if (source) {
      this.src = source;
      this.#copied += source.text.length;
    }
    this.depth++;
    let stopped = false;
    if (this.tooDeep) this.#asItStands();
    while (!this.src.done && !stopped) {
      const { text, pos } = this.src;
      let at = pos;
      while (at - pos < 3 && text.charCodeAt(at) === 32) at++;
      const c = text.charCodeAt(at);
      const constructs = this.dialect.blocks[c] ?? this.dialect.blocks[OTHERS]!;
      let done: boolean | 'stop' = false;
      for (let i = 0; i < constructs.length && !done; i++) done = constructs[i]!.parse(this);
      if (done === 'stop') stopped = true;
      else if (!done) {
        const end = this.src.lineEnd(this.src.pos);
        this.warn('Warning: this should not occur - no block parser handled the line');
        this.addText(text.slice(this.src.pos, end));
        this.src.pos = end;
      }
      if (this.src.pos === pos) throw new Error('A construct of blocks took nothing');
    }
    this.depth--;
    this.tree = tree;
    this.src = src;
    this.blockIal = blockIal;
    source?.release();
    return stopped;
  }

  #asItStands(): void {
    const { src } = this;
    const p = this.make('p', null, { transparent: false });
    this.append(p);
    this.addText(src.text.slice(src.pos), p);
    src.pos = src.text.length;
  }

  /**
   * Parses spans into an element, up to `stop` or the end of the text.
   * @returns whether `stop` was found; the position is then before it
   */
  parseSpans(el: Element, stop: Stop | null = null, table: SpanTable<Parser> = this.dialect.spans): boolean {
    const { tree, src } = this;
    const { text } = src;
    this.#enter(el, 1);
    this.tree = el;
    this.depth++;
    const attempt = stop?.attempt ?? null;
    const outerAttempt = this.attempt;
    this.attempt = attempt;
    if (attempt) this.attempts++;
    const stopStarts = stop?.starts ?? '';
    let found = false;
    while (src.pos < text.length && !found) {
      if (attempt?.hopeless(src.pos, el)) break;
      const at = nextStart(text, src.pos, table, stopStarts);
      if (at < 0) {
        if (!stop) {
          this.addText(text.slice(src.pos));
          src.pos = text.length;
        }
        break;
      }
      if (at > src.pos) {
        this.addText(text.slice(src.pos, at));
        src.pos = at;
      }
      if (stop?.at(text, at)) found = stop.accept(el);
      if (!found && !this.#parseSpan(table, text.charCodeAt(at))) this.addCharacter();
      if (!found && src.pos === at) throw new Error('A construct of spans took nothing');
    }
    this.depth--;
    if (attempt) this.attempts--;
    this.attempt = outerAttempt;
    this.#enter(el, -1);
    this.tree = tree;
    return found;
  }

  #parseSpan(table: SpanTable<Parser>, c: number): boolean {
    const constructs = table.byCharacter[c] ?? table.byCharacter[OTHERS]!;
    for (let i = 0; i < constructs.length; i++) if (constructs[i]!.parse(this)) return true;
    return false;
  }

  #enter(el: Element, by: number): void {
    if (el.type === 'em') this.inEm += by;
    else if (el.type === 'strong') this.inStrong += by;
    else if (el.type === 'a' || el.type === 'img') this.inLink += by;
  }

  /** Parses the spans of another text into an element, without any enclosing elements. */
  parseSpansApart(
    el: Element,
    source: Source,
    type: 'raw_text' | 'text',
    table: SpanTable<Parser> = this.dialect.spans,
  ): void {
    const { src, tree, textType, inEm, inStrong, inLink, attempts } = this;
    this.src = source;
    this.textType = type;
    this.inEm = this.inStrong = this.inLink = this.attempts = 0;
    this.parseSpans(el, null, table);
    source.release();
    this.src = src;
    this.tree = tree;
    this.textType = textType;
    this.inEm = inEm;
    this.inStrong = inStrong;
    this.inLink = inLink;
    this.attempts = attempts;
  }

  /** Applies an attribute list to an element, after the definitions that it refers to. */
  applyAttributes(el: Element, ial: AttributeList, within = new Set<AttributeList>()): void {
    if (ial.refs) {
      within.add(ial);
      for (const name of ial.refs) {
        const definition = this.definitions.get(name);
        if (!definition) continue;
        // kramdown's stack overflows on such a definition.
        if (within.has(definition) || within.size > MAX_REFERENCES) {
          throw new KramdownError(`The attribute list definition '${name}' refers to itself, or is nested too deep`);
        }
        if (++this.#references > MOST_REFERENCES) {
          throw new KramdownError(`The attribute list definition '${name}' is used too often`);
        }
        this.applyAttributes(el, definition, within);
      }
      within.delete(ial);
    }
    if (ial.attributes.size === 0) return;
    // One long definition with many references to it.
    if (this.#attributeLength > MOST_ATTRIBUTES) throw new KramdownError('The HTML gets too long');
    const attributes = attributesOf(el);
    for (const [key, value] of ial.attributes) {
      attributes.set(key, key === 'class' ? this.#applied.join(attributes.get(key), value) : value);
      this.#attributeLength += value.length;
    }
  }

  /** Merges an attribute list into an element's own. */
  mergeIal(el: Element, list: AttributeList): void {
    const ial = ialOf(el);
    if (list.refs) {
      ial.refs ??= [];
      for (const ref of list.refs) ial.refs.push(ref);
    }
    for (const [key, value] of list.attributes) {
      ial.attributes.set(key, key === 'class' ? this.#merged.join(ial.attributes.get(key), value) : value);
    }
  }
}
