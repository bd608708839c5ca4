// The footnotes in use: their markers, and at the end of the text their content with links back.

import type { Attributes, Element, Footnote, FootnoteDefinition } from './element.ts';
import { element } from './element.ts';
import { KramdownError } from './error.ts';
import { escapeText } from './escape.ts';
import { indentedBlock } from './markup.ts';
import type { KramdownOptions } from './options.ts';

/** A footnote with at least one marker. */
interface UsedFootnote {
  readonly name: string;
  readonly content: FootnoteDefinition;
  readonly number: number;
  /** How many more markers it has. */
  repeats: number;
}

export class Footnotes {
  /** In the order of their first markers. */
  readonly used: UsedFootnote[] = [];
  readonly #byName = new Map<string, UsedFootnote>();
  readonly #options: KramdownOptions;
  readonly #definitions: ReadonlyMap<string, FootnoteDefinition>;

  constructor(options: KramdownOptions, definitions: ReadonlyMap<string, FootnoteDefinition>) {
    this.#options = options;
    this.#definitions = definitions;
  }

  /** The HTML of a marker; assigns the footnote's number. */
  mark(el: Footnote): string {
    const options = this.#options;
    const name = options.footnotePrefix + el.value;
    let footnote = this.#byName.get(name);
    let repeat = '';
    if (footnote) repeat = `:${++footnote.repeats}`;
    else {
      const content = this.#definitions.get(el.value)!;
      footnote = { name, content, number: options.footnoteNr + this.used.length, repeats: 0 };
      this.used.push(footnote);
      this.#byName.set(name, footnote);
    }
    const hasFormat = !options.version.missingOptions.has('footnote_link_text');
    const text = formatNumber(hasFormat ? options.footnoteLinkText : '%s', footnote.number);
    if (options.version.footnoteRoles === 'mark-and-item') {
      return (
        `<sup id="fnref:${name}${repeat}" role="doc-noteref">` +
        `<a href="#fn:${name}" class="footnote" rel="footnote">${text}</a></sup>`
      );
    }
    return (
      `<sup id="fnref:${name}${repeat}">` +
      `<a href="#fn:${name}" class="footnote" rel="footnote" role="doc-noteref">${text}</a></sup>`
    );
  }
}

/** The part of the HTML converter that writes the footnotes' content. */
interface Writer {
  readonly options: KramdownOptions;
  readonly footnotes: Footnotes;
  convert(el: Element, indent: number, parent: Element | null): string;
  namedEntity(name: string): string;
}

/** All footnotes as HTML, or ''. Converting one may add others, which then follow. */
export function footnoteContent(converter: Writer): string {
  const { options } = converter;
  const { used } = converter.footnotes;
  let items = '';
  for (let i = 0; i < used.length; i++) {
    const footnote = used[i]!;
    const attributes: Attributes = new Map([['id', `fn:${footnote.name}`]]);
    if (options.version.footnoteRoles === 'mark-and-item') attributes.set('role', 'doc-endnote');
    const item: Element = element('li', null, null);
    item.attributes = attributes;
    item.children = withBacklinks(converter, footnote);
    items += converter.convert(item, 4, item);
  }
  if (items === '') return '';
  const start: Attributes | null = options.footnoteNr === 1 ? null : new Map([['start', String(options.footnoteNr)]]);
  const list = indentedBlock('ol', start, items, 2);
  return indentedBlock(
    'div',
    new Map([
      ['class', 'footnotes'],
      ['role', 'doc-endnotes'],
    ]),
    list,
    0,
  );
}

function withBacklinks(converter: Writer, footnote: UsedFootnote): Element[] {
  const { children } = footnote.content;
  const last = children[children.length - 1];
  // kramdown fails on a footnote without content.
  if (!last) throw new KramdownError(`The footnote '${footnote.name}' is empty`);
  const inText = (last.type === 'p' || converter.options.footnoteBacklinkInline) && hasParagraph(children);
  const links = backlinks(converter, footnote, inText);
  if (inText) return appendToParagraph(children, links);
  const p = element('p', null, { transparent: false });
  p.children = links;
  return [...children, p];
}

// Whether the last element, or its last descendant, is a paragraph or header.
function hasParagraph(children: readonly Element[]): boolean {
  let last = children[children.length - 1];
  while (last && last.type !== 'p' && last.type !== 'header') last = last.children[last.children.length - 1];
  return last !== undefined;
}

/** Copies the elements on the path to the last paragraph, which gets the links. */
function appendToParagraph(children: readonly Element[], links: readonly Element[]): Element[] {
  const result = [...children];
  const last = result.pop()!;
  const isEnd = last.type === 'p' || last.type === 'header';
  const inner = isEnd ? [...last.children, ...links] : appendToParagraph(last.children, links);
  result.push({ ...last, children: inner });
  return result;
}

function backlinks(converter: Writer, { name, repeats }: UsedFootnote, inText: boolean): Element[] {
  const { footnoteBacklink } = converter.options;
  if (footnoteBacklink === '') return [];
  const text = escapeText(footnoteBacklink);
  const space = converter.namedEntity('nbsp');
  const link = (to: string, inner: string) =>
    `<a href="#fnref:${to}" class="reversefootnote" role="doc-backlink">${inner}</a>`;
  const links = [raw((inText ? space : '') + link(name, text))];
  for (let i = 1; i <= repeats; i++) links.push(raw(space + link(`${name}:${i}`, `${text}<sup>${i + 1}</sup>`)));
  return links;
}

const raw = (html: string) => element('raw', html, { category: null, formats: [] });

/**
 * sprintf with one number: one directive for it (`%s`, `%03d`), and `%%`. Fails on a second directive, as Ruby does.
 */
function formatNumber(format: string, number: number): string {
  let used = false;
  return format.replace(/%(?:%|([-0]*)(\d*)([sdiu])|)/g, (directive, flags, width, type) => {
    if (directive === '%%') return '%';
    if (type === undefined || used) throw new KramdownError(`footnote_link_text has a '%' without a number`);
    used = true;
    if (flags.includes('-')) return String(number).padEnd(Number(width));
    return String(number).padStart(Number(width), type !== 's' && flags.includes('0') ? '0' : ' ');
  });
}
