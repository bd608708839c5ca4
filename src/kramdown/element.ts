// The document tree: one discriminated union of plain objects, with kramdown's own names for elements. It can be cloned,
// serialised or sent to a worker. All elements have the same properties, so that reading `type` and `children` stays fast;
// the types differ in `value` and `detail`.

import type { Entity } from '../text/html-entities.ts';

/** Attributes in printing order; null is printed as an empty string. */
export type Attributes = Map<string, string | null>;

/** An inline attribute list: its own attributes, and the names of the definitions that it refers to. */
export interface AttributeList {
  refs: string[] | null;
  readonly attributes: Map<string, string>;
}

/** Block or span, for elements that can be either. */
export type Category = 'block' | 'span';

/** How the content of an HTML element is parsed. */
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
}

/** One type of element: its value and its other data. */
interface Of<Type extends string, V, Detail = null> {
  readonly type: Type;
  value: V;
  detail: Detail;
  attributes: Attributes | null;
  /** Inline attribute lists; applied to the attributes once the whole text has been parsed. */
  ial: AttributeList | null;
  children: Element[];
  /** The index of the source that it was parsed from; -1 for none. */
  readonly source: number;
  /** An offset in that text; `placesOf` converts it to an offset in the whole text. */
  readonly at: number;
}

export type Root = Of<'root', null>;
export type Blank = Of<'blank', string>;
/** A paragraph. If transparent, its spans are printed without a `<p>` (in a list item). */
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
/** A table's header cells are `td`, too. A `th` is one that HTML has outside a table, which has no HTML of its own. */
export type TableCell = Of<'td', null> | Of<'th', null>;
export type MathElement = Of<'math', string, { readonly category: Category }>;
/** Ends a block. Prints nothing. */
export type EndOfBlockElement = Of<'eob', EndOfBlock>;
/** Text whose spans haven't been parsed yet. */
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
/** A footnote marker. Its value is the footnote's name. */
export type Footnote = Of<'footnote', string>;
/** A footnote's content. It is not in the tree, but with the document's footnotes. */
export type FootnoteDefinition = Of<'footnote_def', null>;
export type HtmlElement = Of<'html_element', string, HtmlElementDetail>;
export type XmlComment = Of<'xml_comment', string, { category: Category }>;
export type XmlInstruction = Of<'xml_pi', string, { category: Category }>;
export type Comment = Of<'comment', string, { readonly category: Category }>;
/** Output printed verbatim; `formats` lists the output formats that it is for, empty for all. */
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
export type ElementOf<T extends ElementType> = Extract<Element, { type: T }>;

// Most elements are leaves, which share one empty array.
const LEAVES: ReadonlySet<string> = new Set('text smart_quote typographic_sym entity blank br codespan eob'.split(' '));
const NO_CHILDREN = Object.freeze([]) as unknown as Element[];

export type ValueOf<T extends ElementType> = ElementOf<T>['value'];
export type DetailOf<T extends ElementType> = ElementOf<T>['detail'];

export function element<T extends ElementType>(
  type: T,
  value: ValueOf<T>,
  detail: DetailOf<T>,
  source = -1,
  at = 0,
): ElementOf<T> {
  const children = LEAVES.has(type) ? NO_CHILDREN : [];
  return { type, value, detail, attributes: null, ial: null, children, source, at } as unknown as ElementOf<T>;
}

/** Adds a child. The first one gets an array literal, which reserves no further space: most elements have one child. */
export function addChild(el: Element, child: Element): void {
  if (el.children.length === 0) el.children = [child];
  else el.children.push(child);
}

/** The element's attributes, created if needed. */
export function attributesOf(el: Element): Attributes {
  return (el.attributes ??= new Map());
}

/** The element's attribute list, created if needed. */
export function ialOf(el: Element): AttributeList {
  return (el.ial ??= newAttributeList());
}

export function newAttributeList(): AttributeList {
  return { refs: null, attributes: new Map() };
}

const BLOCK_TYPES: ReadonlySet<string> = new Set<ElementType>(
  'blank p header blockquote codeblock ul ol li dl dt dd table td hr'.split(' ') as ElementType[],
);

/** Whether an element is a block, by its type or by how it was parsed. */
export function isBlock(el: Element): boolean {
  if (BLOCK_TYPES.has(el.type)) return true;
  const detail = el.detail as { category?: Category | null } | null;
  return detail !== null && detail.category === 'block';
}

/** Joins class names as kramdown does: appends one, and removes leading white space. */
export class ClassJoiner {
  // The last result, which is known to be trimmed: inspecting a concatenated string would flatten (copy) it.
  #joined = '';

  join(classes: string | null | undefined, more: string): string {
    const isTrimmed = classes && (classes === this.#joined || classes.charCodeAt(0) > 32);
    const joined = `${classes ?? ''} ${more}`;
    this.#joined = isTrimmed ? joined : joined.replace(/^[ \t\r\n\f\v\0]+/, '');
    return this.#joined;
  }
}
