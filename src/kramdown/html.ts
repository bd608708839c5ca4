// kramdown's HTML converter: writes the tree as HTML. Sources: kramdown 2.4.0 and 2.5.2, converter/html.rb and base.rb.

import type { Entity, EntityTable } from '../text/html-entities.ts';
import { entityCharacter, namedEntity, numericEntity } from '../text/html-entities.ts';
import { chomp, downcase, hasWord, lstrip } from './characters.ts';
import type {
  Alignment,
  Attributes,
  Element,
  ElementOf,
  ElementType,
  FootnoteDefinition,
  Header,
  HtmlElement,
  SmartQuote,
  TypographicSymbol,
} from './element.ts';
import { element } from './element.ts';
import { KramdownError } from './error.ts';
import { escapeHtml, escapeText } from './escape.ts';
import { Footnotes, footnoteContent } from './footnotes.ts';
import { CodeConverter } from './html-code.ts';
import { block, htmlAttributes, indentedBlock, spaces, span } from './markup.ts';
import type { KramdownOptions } from './options.ts';
import { abbreviationKey } from './parser/abbreviations.ts';
import { ELEMENTS_WITHOUT_BODY } from './parser/html-elements.ts';
import type { TocEntry } from './toc.ts';
import { tocTree } from './toc.ts';

const INDENT = 2;

const ENDS: Readonly<Partial<Record<ElementType, string>>> = Object.fromEntries([
  ...['a', 'em', 'strong'].map((type) => [type, '>']),
  ...'p header blockquote ul ol li dl dt dd table thead tbody tfoot tr'.split(' ').map((type) => [type, '>\n']),
]);

const SYMBOLS: Readonly<Record<TypographicSymbol, readonly string[]>> = {
  mdash: ['mdash'],
  ndash: ['ndash'],
  hellip: ['hellip'],
  laquo_space: ['laquo', 'nbsp'],
  raquo_space: ['nbsp', 'raquo'],
  laquo: ['laquo'],
  raquo: ['raquo'],
};

/** What an abbreviation stands for, and the attributes of its definition. */
export interface Expansion {
  readonly text: string;
  readonly attributes: Attributes | null;
}

/** What belongs to a document in addition to its tree. */
export interface Surroundings {
  readonly footnotes: ReadonlyMap<string, FootnoteDefinition>;
  readonly abbreviations: ReadonlyMap<string, Expansion>;
  /** A string that doesn't occur in the source. */
  readonly mark: string;
}

export class HtmlConverter {
  readonly options: KramdownOptions;
  readonly warnings: string[] = [];
  readonly footnotes: Footnotes;
  readonly #code: CodeConverter;
  readonly #entities: EntityTable;
  readonly #abbreviations: ReadonlyMap<string, Expansion>;
  readonly #toc: TocEntry[] = [];
  #tocList: { readonly type: 'ul' | 'ol'; readonly attributes: Attributes | null } | null = null;
  #footnotePlace = false;
  readonly #signs = new Map<TypographicSymbol | SmartQuote, string>();
  readonly #usedIds = new Map<string, number>();
  // The end of the last converted HTML. Inspecting a long concatenated string instead would copy it at each level.
  #last = '';
  /** Whether a reference to an invalid character has been converted. */
  #hasInvalid = false;
  // The alignment of the table being converted.
  #alignment: readonly Alignment[] | null = null;
  // Placeholders in the output for the table of contents and the footnotes.
  readonly #tocMark: string;
  readonly #footnoteMark: string;

  constructor(options: KramdownOptions, { footnotes, abbreviations, mark }: Surroundings) {
    this.options = options;
    this.footnotes = new Footnotes(options, footnotes);
    this.#code = new CodeConverter(options, this.warnings);
    this.#entities = options.version.entities;
    this.#abbreviations = abbreviations;
    this.#tocMark = `${mark}t`;
    this.#footnoteMark = `${mark}f`;
  }

  convertRoot(root: Element): string {
    let result = this.inner(root, -INDENT);
    const isPlaced = this.#footnotePlace;
    const content = footnoteContent(this);
    if (isPlaced) this.#check(result, content);
    // A footnote can't contain the place for footnotes: there kramdown leaves random letters.
    result = isPlaced
      ? result.replace(this.#footnoteMark, () => content)
      : result + content.replace(this.#footnoteMark, '');
    const list = this.#tocList;
    if (list) {
      const tree = tocTree(this.#toc, list.type, list.attributes);
      const toc = tree.children.length > 0 ? this.convert(tree, 0, root) : '';
      this.#check(result, toc);
      result = result.replace(this.#tocMark, () => toc);
    }
    return result;
  }

  /** kramdown matches this HTML with a regular expression, which Ruby refuses for invalid UTF-8. */
  #check(...html: readonly string[]): void {
    if (this.#hasInvalid && html.some((part) => !part.isWellFormed()))
      throw new KramdownError(
        'A list item, or a document with a table of contents or placed footnotes, has an invalid character reference',
        'Remove invalid character references, such as `&#xD800;`.',
      );
  }

  /** The HTML of an element's children. `indent` is the element's own indentation. */
  inner(el: Element, indent: number): string {
    const { children } = el;
    let result = '';
    for (let i = 0; i < children.length; i++) {
      const child = children[i]!;
      const html = this.convert(child, indent + INDENT, el);
      result += html;
      if (html === '' || (child.type === 'p' && child.detail.transparent)) continue;
      this.#last = html.length < 100 ? html : (endOf(child, el) ?? html);
    }
    return result;
  }

  convert(el: Element, indent: number, parent: Element): string {
    switch (el.type) {
      case 'text':
        return this.#text(el.value);
      case 'blank':
        return '\n';
      case 'p':
        return this.#paragraph(el, indent);
      case 'header':
        return this.#header(el, indent);
      case 'blockquote':
      case 'dl':
      case 'thead':
      case 'tbody':
      case 'tfoot':
        return indentedBlock(el.type, el.attributes, this.inner(el, indent), indent);
      case 'table':
        return this.#table(el, indent);
      case 'tr':
        return indentedBlock('tr', el.attributes, this.#row(el, indent, parent), indent);
      case 'codeblock':
        return this.#code.block(el, indent);
      case 'ul':
      case 'ol':
        return this.#list(el, indent);
      case 'li':
      case 'dd':
        return this.#item(el, indent);
      case 'dt':
        return this.#term(el, indent, parent);
      case 'hr':
        return `${spaces(indent)}<hr${htmlAttributes(el.attributes)} />\n`;
      case 'html_element':
        return this.#htmlElement(el, indent, parent);
      case 'xml_comment':
      case 'xml_pi':
        return el.detail.category === 'block' && !isRaw(parent) ? `${spaces(indent)}${el.value}\n` : el.value;
      case 'comment':
        return el.detail.category === 'block' ? `${spaces(indent)}<!-- ${el.value} -->\n` : `<!-- ${el.value} -->`;
      case 'raw':
        if (el.detail.formats.length > 0 && !el.detail.formats.includes('html')) return '';
        return el.detail.category === 'block' ? `${el.value}\n` : el.value;
      case 'br':
        return '<br />';
      case 'a':
      case 'em':
      case 'strong':
        return span(el.type, el.attributes, this.inner(el, indent));
      case 'img':
        return `<img${htmlAttributes(el.attributes)} />`;
      case 'codespan':
        return this.#code.span(el);
      case 'footnote':
        return this.footnotes.mark(el);
      case 'entity':
        return this.entity(el.value, el.detail.original);
      case 'typographic_sym':
        return this.#symbol(el.value);
      case 'smart_quote':
        return this.#quote(el.value);
      case 'math':
        return this.#math(el, indent);
      case 'abbreviation':
        return this.#abbreviation(el.value);
    }
    // A table cell without a row; HTML converted to kramdown's elements can leave one.
    throw new KramdownError(`There is no HTML for an element of type ${el.type}`);
  }

  /** An entity, as the option entity_output and the encoding require. */
  entity(entity: Entity, original: string | null = null): string {
    const { entityOutput, encoding } = this.options;
    const character = entityCharacter(entity);
    const special = character === '<' || character === '>' || character === '&' || character === '"';
    if (entityOutput === 'as_char' && character !== null && (character === '"' || !special)) {
      if (encoding === 'UTF-8' || entity.codePoint < 128) {
        if (!character.isWellFormed()) this.#hasInvalid = true;
        return character;
      }
    }
    if ((entityOutput === 'as_input' || entityOutput === 'as_char') && original !== null) return original;
    if ((entityOutput === 'symbolic' || special) && entity.name !== null) return `&${entity.name};`;
    return `&#${entity.codePoint};`;
  }

  namedEntity(name: string): string {
    return this.entity(namedEntity(this.#entities, name)!);
  }

  #text(value: string): string {
    const escaped = escapeText(value);
    return this.options.removeLineBreaksForCjk ? escaped.replace(CJK_BREAK, '') : escaped;
  }

  #paragraph(el: ElementOf<'p'>, indent: number): string {
    if (el.detail.transparent) return this.inner(el, indent);
    const [only] = el.children;
    if (el.children.length === 1 && only!.type === 'img' && only!.ial?.refs?.includes('standalone')) {
      return this.#standaloneImage(el, only!, indent);
    }
    return block('p', el.attributes, this.inner(el, indent), indent);
  }

  #standaloneImage(el: Element, image: Element, indent: number): string {
    const figure: Attributes = new Map(el.attributes ?? []);
    const inner: Attributes = new Map(image.attributes ?? []);
    for (const name of ['class', 'id']) {
      if (!inner.has(name) || figure.has(name)) continue;
      figure.set(name, inner.get(name)!);
      inner.delete(name);
    }
    const space = spaces(indent + INDENT);
    const body = `${space}<img${htmlAttributes(inner)} />\n${space}<figcaption>${inner.get('alt') ?? ''}</figcaption>\n`;
    return indentedBlock('figure', figure, body, indent);
  }

  #header(el: Header, indent: number): string {
    const { options } = this;
    let { attributes } = el;
    let id = attributes?.get('id') ?? null;
    if (options.autoIds && id === null) {
      id = this.#generateId(el.detail.rawText);
      attributes = new Map(attributes ?? []).set('id', id);
    }
    let { children } = el;
    const hasHeaderLinks = options.headerLinks && !options.version.missingOptions.has('header_links');
    if (hasHeaderLinks && id !== null && id !== '') {
      const link = element('a', null, null);
      link.attributes = new Map([['href', `#${id}`]]);
      children = [link, ...children];
    }
    const { level } = el.detail;
    const classes = el.attributes?.get('class') ?? '';
    if (id !== null && options.tocLevels.includes(level) && !hasWord(classes, 'no_toc')) {
      this.#toc.push({ level, id, header: { ...el, children } });
    }
    let inner = '';
    for (const child of children) inner += this.convert(child, indent + INDENT, el);
    return block(`h${Math.max(1, Math.min(6, level + options.headerOffset))}`, attributes, inner, indent);
  }

  #generateId(text: string): string {
    if (this.options.transliteratedHeaderIds) {
      throw new KramdownError('The option transliterated_header_ids needs the library stringex');
    }
    const base = basicId(text) || 'section';
    const count = this.#usedIds.get(base);
    this.#usedIds.set(base, count === undefined ? 0 : count + 1);
    return this.options.autoIdPrefix + (count === undefined ? base : `${base}-${count + 1}`);
  }

  #list(el: ElementOf<'ul' | 'ol'>, indent: number): string {
    const refs = el.ial?.refs;
    if (!this.#tocList && refs?.includes('toc')) {
      this.#tocList = { type: el.type, attributes: el.attributes };
      return this.#tocMark;
    }
    if (!this.#footnotePlace && refs?.includes('footnotes')) {
      this.#footnotePlace = true;
      return this.#footnoteMark;
    }
    return indentedBlock(el.type, el.attributes, this.inner(el, indent), indent);
  }

  #item(el: ElementOf<'li' | 'dd'>, indent: number): string {
    const start = `${spaces(indent)}<${el.type}${htmlAttributes(el.attributes)}>`;
    const inner = this.inner(el, indent);
    const [first] = el.children;
    if (!first || (first.type === 'p' && first.detail.transparent)) {
      this.#check(inner);
      return `${start}${inner}${inner !== '' && this.#last.endsWith('\n') ? spaces(indent) : ''}</${el.type}>\n`;
    }
    return `${start}\n${inner}${spaces(indent)}</${el.type}>\n`;
  }

  #term(el: ElementOf<'dt'>, indent: number, parent: Element): string {
    const attributes: Attributes = new Map(el.attributes ?? []);
    const own = attributes.get('id');
    if (own === undefined || own === null) {
      for (const ref of parent.ial?.refs ?? []) {
        const match = /^auto_ids(?:-([\w-]+))?/.exec(ref);
        if (!match) continue;
        attributes.set('id', lstrip(`${match[1] ?? ''}${basicId(el.detail.rawText)}`));
        break;
      }
    }
    return block('dt', attributes, this.inner(el, indent), indent);
  }

  #table(el: ElementOf<'table'>, indent: number): string {
    const around = this.#alignment;
    this.#alignment = el.detail.alignment;
    const result = indentedBlock('table', el.attributes, this.inner(el, indent), indent);
    this.#alignment = around;
    return result;
  }

  #row(row: Element, indent: number, group: Element): string {
    const head = group.type === 'thead';
    let result = '';
    const alignment = this.#alignment;
    for (let i = 0; i < row.children.length; i++) {
      const cell = row.children[i]!;
      if (cell.type !== 'td') {
        result += this.convert(cell, indent + INDENT, row);
        continue;
      }
      if (!alignment) throw new KramdownError('A table cell is outside a table');
      const inner = this.inner(cell, indent + INDENT);
      let attributes = cell.attributes;
      const align = alignment[i] ?? '';
      if (align !== 'default') {
        attributes = new Map(attributes ?? []);
        const style = attributes.get('style');
        attributes.set('style', `${style === undefined ? '' : `${style ?? ''}; `}text-align: ${align}`);
      }
      result += block(head ? 'th' : 'td', attributes, inner === '' ? this.namedEntity('nbsp') : inner, indent + INDENT);
    }
    return result;
  }

  #htmlElement(el: HtmlElement, indent: number, parent: Element): string {
    const inner = this.inner(el, indent);
    const start = `<${el.value}${htmlAttributes(el.attributes)}`;
    const end = `</${el.value}>`;
    const { category, contentModel, closed } = el.detail;
    if (category === 'span') {
      return inner === '' && ELEMENTS_WITHOUT_BODY.has(el.value) ? `${start} />` : `${start}>${inner}${end}`;
    }
    const raw = isRaw(parent);
    let result = raw ? start : spaces(indent) + start;
    if (closed && contentModel === 'raw') result += ' />';
    else if (inner !== '' && contentModel !== 'block') result += `>${inner}${end}`;
    else if (inner !== '') result += `>\n${this.#withNewline(inner)}${spaces(indent)}${end}`;
    else if (ELEMENTS_WITHOUT_BODY.has(el.value)) result += ' />';
    else result += `>${end}`;
    return raw ? result : `${result}\n`;
  }

  // The last converted HTML, with one newline at the end.
  #withNewline(inner: string): string {
    const last = this.#last;
    return last.length > 1 && last.endsWith('\n') && !last.endsWith('\r\n') ? inner : `${chomp(inner)}\n`;
  }

  // Cached: there are few symbols and quotes, and they occur often.
  #symbol(symbol: TypographicSymbol): string {
    let html = this.#signs.get(symbol);
    if (html === undefined) {
      html = this.#symbolHtml(symbol);
      this.#signs.set(symbol, html);
    }
    return html;
  }

  #symbolHtml(symbol: TypographicSymbol): string {
    const own = this.options.typographicSymbols.get(symbol);
    return own !== undefined ? escapeText(own) : SYMBOLS[symbol].map((name) => this.namedEntity(name)).join('');
  }

  #quote(quote: SmartQuote): string {
    let html = this.#signs.get(quote);
    if (html === undefined) {
      html = this.#quoteHtml(quote);
      this.#signs.set(quote, html);
    }
    return html;
  }

  #quoteHtml(quote: SmartQuote): string {
    const which = this.options.smartQuotes[['lsquo', 'rsquo', 'ldquo', 'rdquo'].indexOf(quote)]!;
    const entity =
      typeof which === 'number' ? numericEntity(this.#entities, which) : namedEntity(this.#entities, which);
    if (!entity) throw new KramdownError(`Can't handle generic non-integer character reference '${which}'`);
    return this.entity(entity);
  }

  #math(el: ElementOf<'math'>, indent: number): string {
    const { mathEngine } = this.options;
    const isBlockMath = el.detail.category === 'block';
    if (mathEngine === 'mathjax') {
      const value = escapeHtml(el.value);
      const result = isBlockMath ? `\\[${value}\\]\n` : `\\(${value}\\)`;
      if (!el.attributes || el.attributes.size === 0) return result;
      return isBlockMath ? block('div', el.attributes, result, indent) : span('span', el.attributes, `$${el.value}$`);
    }
    if (mathEngine !== null) this.warnings.push(`The configured math engine ${mathEngine} is not available.`);
    const attributes: Attributes = new Map(el.attributes ?? []);
    attributes.set('class', lstrip(`${attributes.get('class') ?? ''} kdmath`));
    if (isBlockMath) return block('div', attributes, `$$\n${el.value}\n$$`, indent);
    return span('span', attributes, `$${el.value}$`);
  }

  #abbreviation(written: string): string {
    const key = abbreviationKey(written, this.#abbreviations, this.options.version.hasFlexibleAbbreviations);
    const entry = this.#abbreviations.get(key);
    if (!entry) throw new KramdownError(`The abbreviation '${written}' has no definition`);
    const attributes: Attributes = new Map(entry.attributes ?? []);
    if (entry.text !== '') attributes.set('title', entry.text);
    return span('abbr', attributes, written);
  }
}

// How the HTML of an element with content ends; undefined for elements that contain no others.
function endOf(el: Element, parent: Element): string | undefined {
  if (el.type === 'html_element') return el.detail.category === 'span' || isRaw(parent) ? '>' : '>\n';
  return ENDS[el.type];
}

const isRaw = (el: Element) => el.type === 'html_element' && el.detail.contentModel === 'raw';

/** kramdown's own ids: ASCII letters, digits, spaces and hyphens, starting at the first letter of a line. */
export function basicId(text: string): string {
  return downcase(
    text
      .replace(/(?<![^\n])[^a-zA-Z]+/g, '')
      .replace(/[^a-zA-Z0-9 -]/g, '')
      .replaceAll(' ', '-'),
  );
}

// A line break between two letters. (kramdown looks for whole runs of such letters repeatedly, with the same result.)
const CJK_BREAK =
  /\n(?<=[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}]\n)(?=[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}])/gu;
