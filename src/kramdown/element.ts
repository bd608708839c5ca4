// The tree: one discriminated union under kramdown's own names of elements. All elements are objects of one shape, so
// that reading `type` and `children` stays fast; `value` and `detail` tell the types apart.

import type { Entity } from '../text/html-entities.ts';
import type { Source } from './source.ts';

/** Attributes in the order in which they are printed. null is printed as nothing. */
export type Attributes = Map<string, string | null>;

/** An inline attribute list: what it says itself, and the names of the definitions that it refers to. */
export interface AttributeList {
  refs: string[] | null;
  readonly attributes: Map<string, string>;
}

/** Block or span: the elements that can be either carry it. */
export type Category = 'block' | 'span';

/** How the content of an HTML element is read. */
export type ContentModel = 'block' | 'span' | 'raw';

export type Alignment = 'default' | 'left' | 'right' | 'center';
export type TypographicSymbol = 'mdash' | 'ndash' | 'hellip' | 'laquo' | 'raquo' | 'laquo_space' | 'raquo_space';
export type SmartQuote = 'lsquo' | 'rsquo' | 'ldquo' | 'rdquo';
/** Why a block ends here. null: an end-of-block marker. */
export type EndOfBlock = null | 'extension' | 'ald' | 'ial' | 'link_def' | 'abbrev_def' | 'footnote_def';

export interface HtmlElementDetail {
  readonly category: Category;
  contentModel: ContentModel;
  /** Written as `<x />`. */
  closed: boolean;
  /** The content as it's printed, where no element of it has been made yet: asked for, they are, and this is null. */
  copy: string | null;
}

/** One type of element: its value, and what else it carries. */
interface Of<Type extends string, V, Detail = null> {
  readonly type: Type;
  value: V;
  detail: Detail;
  attributes: Attributes | null;
  /** What inline attribute lists said; applied to the attributes when the whole text has been read. */
  ial: AttributeList | null;
  children: Element[];
  /** Where it stands: an offset in the text that it was read from; placeOf makes it one in the whole text. */
  readonly source: Source | null;
  readonly at: number;
}

export type Root = Of<'root', null>;
export type Blank = Of<'blank', string>;
/** A paragraph. Transparent: its spans stand in a list item without a `<p>`. */
export type Paragraph = Of<'p', null, { transparent: boolean }>;
export type Header = Of<'header', null, { readonly level: number; rawText: string }>;
export type Blockquote = Of<'blockquote', null>;
export type Codeblock = Of<'codeblock', string, { lang: string | null; readonly fenced: boolean }>;
export type List = Of<'ul', null> | Of<'ol', null>;
export type ListItem = Of<'li', null>;
export type DefinitionList = Of<'dl', null>;
export type DefinitionTerm = Of<'dt', null, { rawText: string }>;
export type Definition = Of<'dd', null>;
export type HorizontalRule = Of<'hr', null>;
export type Table = Of<'table', null, { alignment: Alignment[] }>;
export type TableRows = Of<'thead', null> | Of<'tbody', null> | Of<'tfoot', null>;
export type TableRow = Of<'tr', null>;
export type TableCell = Of<'td', null>;
export type MathElement = Of<'math', string, { readonly category: Category }>;
/** Ends a block and prints nothing. */
export type EndOfBlockElement = Of<'eob', EndOfBlock>;
/** Text whose spans have not been read yet. */
export type RawText = Of<'raw_text', string>;
export type Text = Of<'text', string>;
export type LineBreak = Of<'br', null>;
export type Link = Of<'a', null>;
export type Image = Of<'img', null>;
export type Codespan = Of<'codespan', string>;
export type Emphasis = Of<'em', null> | Of<'strong', null>;
export type EntityElement = Of<'entity', Entity, { readonly original: string | null }>;
export type SymbolElement = Of<'typographic_sym', TypographicSymbol>;
export type Quote = Of<'smart_quote', SmartQuote>;
export type Abbreviation = Of<'abbreviation', string>;
/** The mark of a footnote; its value holds the footnote's content as children. */
export type Footnote = Of<'footnote', FootnoteDefinition, { readonly name: string }>;
export type FootnoteDefinition = Of<'footnote_def', null>;
export type HtmlElement = Of<'html_element', string, HtmlElementDetail>;
export type XmlComment = Of<'xml_comment', string, { category: Category }>;
export type XmlInstruction = Of<'xml_pi', string, { category: Category }>;
export type Comment = Of<'comment', string, { readonly category: Category }>;
/** What is printed as it is; `formats` names the formats that it is meant for, empty for all. */
export type Raw = Of<'raw', string, { readonly category: Category | null; readonly formats: readonly string[] }>;

export type Element =
  | Root
  | Blank
  | Paragraph
  | Header
  | Blockquote
  | Codeblock
  | List
  | ListItem
  | DefinitionList
  | DefinitionTerm
  | Definition
  | HorizontalRule
  | Table
  | TableRows
  | TableRow
  | TableCell
  | MathElement
  | EndOfBlockElement
  | RawText
  | Text
  | LineBreak
  | Link
  | Image
  | Codespan
  | Emphasis
  | EntityElement
  | SymbolElement
  | Quote
  | Abbreviation
  | Footnote
  | FootnoteDefinition
  | HtmlElement
  | XmlComment
  | XmlInstruction
  | Comment
  | Raw;

export type ElementType = Element['type'];
/** The element of one type. */
export type ElementOf<T extends ElementType> = Extract<Element, { type: T }>;

// Most elements are leaves, which share one array.
const LEAVES: ReadonlySet<string> = new Set('text smart_quote typographic_sym entity blank br codespan eob'.split(' '));
const NO_CHILDREN = Object.freeze([]) as unknown as Element[];

class Node {
  type: string;
  value: unknown;
  detail: unknown;
  attributes: Attributes | null = null;
  ial: AttributeList | null = null;
  children: Element[];
  source: Source | null;
  at: number;
  constructor(type: string, value: unknown, detail: unknown, source: Source | null, at: number) {
    this.type = type;
    this.value = value;
    this.children = LEAVES.has(type) ? NO_CHILDREN : [];
    this.detail = detail;
    this.source = source;
    this.at = at;
  }
}

export type ValueOf<T extends ElementType> = ElementOf<T>['value'];
export type DetailOf<T extends ElementType> = ElementOf<T>['detail'];

/** Makes an element without attributes and children. */
export function element<T extends ElementType>(
  type: T,
  value: ValueOf<T>,
  detail: DetailOf<T>,
  source: Source | null = null,
  at = 0,
): ElementOf<T> {
  return new Node(type, value, detail, source, at) as unknown as ElementOf<T>;
}

/** An HTML element that makes its children when they are asked for. */
class CopiedNode {
  type = 'html_element';
  value: string;
  detail: HtmlElementDetail;
  attributes: Attributes | null;
  ial: AttributeList | null;
  source: Source | null;
  at: number;
  made: Element[] = [];
  readonly make: (el: HtmlElement) => void;
  constructor({ value, detail, attributes, ial, source, at }: HtmlElement, make: (el: HtmlElement) => void) {
    this.value = value;
    this.detail = detail;
    this.attributes = attributes;
    this.ial = ial;
    this.source = source;
    this.at = at;
    this.make = make;
  }
  get children(): Element[] {
    if (this.detail.copy !== null) {
      this.detail.copy = null;
      this.make(this as unknown as HtmlElement);
    }
    return this.made;
  }
  set children(children: Element[]) {
    this.detail.copy = null;
    this.made = children;
  }
}

/**
 * An HTML element, its content copied instead of read.
 * @param make adds the children, when they are asked for
 */
export function copiedElement(el: HtmlElement, copy: string, make: (el: HtmlElement) => void): HtmlElement {
  el.detail.copy = copy;
  return new CopiedNode(el, make) as unknown as HtmlElement;
}

/** Whether an element's content was copied, so that there is nothing in it to be looked at. */
export function isCopied(el: Element): boolean {
  return el.type === 'html_element' && el.detail.copy !== null;
}

/** Adds a child. Most elements have one: the array for it has no room to spare, as one that grows from nothing has. */
export function addChild(el: Element, child: Element): void {
  if (el.children.length === 0) el.children = [child];
  else el.children.push(child);
}

/** The element's attributes, made where there are none yet. */
export function attributesOf(el: Element): Attributes {
  return (el.attributes ??= new Map());
}

/** The element's attribute list, made where there is none yet. */
export function ialOf(el: Element): AttributeList {
  return (el.ial ??= newAttributeList());
}

export function newAttributeList(): AttributeList {
  return { refs: null, attributes: new Map() };
}

const BLOCK_TYPES: ReadonlySet<string> = new Set<ElementType>(
  'blank p header blockquote codeblock ul ol li dl dt dd table td hr'.split(' ') as ElementType[],
);

/** Whether an element is a block, by its type or as it was read. */
export function isBlock(el: Element): boolean {
  if (BLOCK_TYPES.has(el.type)) return true;
  const detail = el.detail as { category?: Category | null } | null;
  return detail !== null && detail.category === 'block';
}

/** Joins classes as kramdown does: one more behind those that there are, without whitespace before the first. */
export class ClassJoiner {
  // What was joined last, whose beginning needn't be looked at: to look at joined text copies it.
  #joined = '';

  join(classes: string | null | undefined, more: string): string {
    const isTrimmed = classes && (classes === this.#joined || classes.charCodeAt(0) > 32);
    const joined = `${classes ?? ''} ${more}`;
    this.#joined = isTrimmed ? joined : joined.replace(/^[ \t\r\n\f\v\0]+/, '');
    return this.#joined;
  }
}
