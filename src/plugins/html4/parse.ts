// HTML as libxml2's HTML 4 parser reads it inside of <body> (2.13, through Nokogiri's DocumentFragment).

import { closes, endPriority, RAW, VOID } from './elements.ts';
import { decodeEntity } from './entities.ts';
import type { Element, Node } from './tree.ts';

const TAG_NAME = /[A-Za-z_:][A-Za-z0-9_:.-]*/y;
const SPACE = /[ \t\n\r]*/y;
const CONTROL = /[\0-\x08\x0b\x0c\x0e-\x1f\ufffe\uffff]/g;
const UNQUOTED = /[^ \t\n\r>]*/y;

/** The nodes of a piece of HTML. */
export const parseFragment = (html: string): Node[] => new Parser(html).run();

/** Without the control characters that libxml2 leaves out. */
const printable = (text: string): string => text.replace(CONTROL, '');

class Parser {
  readonly #html: string;
  #at = 0;
  readonly #root: Element = { kind: 'element', name: 'body', attributes: new Map(), children: [] };
  readonly #open: Element[] = [this.#root];

  constructor(html: string) {
    this.#html = html;
  }

  run(): Node[] {
    const html = this.#html;
    while (this.#at < html.length) {
      const current = this.#current;
      if (RAW.has(current.name) && !html.startsWith('</', this.#at)) this.#rawText(current);
      else if (html[this.#at] === '<') this.#markup();
      else this.#textUpTo(html.indexOf('<', this.#at));
    }
    return this.#root.children;
  }

  get #current(): Element {
    return this.#open[this.#open.length - 1]!;
  }

  #match(pattern: RegExp): string | null {
    pattern.lastIndex = this.#at;
    const match = pattern.exec(this.#html);
    if (match === null) return null;
    this.#at += match[0].length;
    return match[0];
  }

  #markup(): void {
    const html = this.#html;
    const next = html[this.#at + 1] ?? '';
    if (next === '!') this.#declaration();
    else if (next === '?') this.#instruction();
    else if (next === '/') this.#endTag();
    else if (/[A-Za-z_:]/.test(next)) this.#startTag();
    else this.#textUpTo(html.indexOf('<', this.#at + 1));
  }

  #declaration(): void {
    const html = this.#html;
    if (html.startsWith('<!--', this.#at)) {
      const end = html.indexOf('-->', this.#at + 4);
      const stop = end < 0 ? html.length : end + 3;
      if (end >= 0) this.#current.children.push({ kind: 'other', source: html.slice(this.#at, stop) });
      this.#at = stop;
      return;
    }
    const end = html.indexOf('>', this.#at);
    this.#at = end < 0 ? html.length : end + 1;
  }

  #instruction(): void {
    const end = this.#html.indexOf('>', this.#at);
    const stop = end < 0 ? this.#html.length : end + 1;
    if (end >= 0) this.#current.children.push({ kind: 'other', source: this.#html.slice(this.#at, stop) });
    this.#at = stop;
  }

  #startTag(): void {
    this.#at++;
    const name = this.#match(TAG_NAME)!.toLowerCase();
    const attributes = this.#attributes();
    // A second body or html only adds attributes to the one that there is.
    if (name === 'html' || name === 'body' || name === 'head') return;
    while (this.#open.length > 1 && closes(name, this.#current.name)) this.#open.pop();
    const element: Element = { kind: 'element', name, attributes, children: [] };
    this.#current.children.push(element);
    const closed = this.#html[this.#at - 2] === '/';
    if (!closed && !VOID.has(name)) this.#open.push(element);
  }

  /** Up to the tag's end, which is read too. */
  #attributes(): Map<string, string | null> {
    const html = this.#html;
    const attributes = new Map<string, string | null>();
    for (;;) {
      this.#match(SPACE);
      const c = html[this.#at];
      if (c === undefined) break;
      if (c === '>') {
        this.#at++;
        break;
      }
      if (c === '/' && html[this.#at + 1] === '>') {
        this.#at += 2;
        break;
      }
      const name = this.#match(TAG_NAME)?.toLowerCase();
      if (name === undefined) {
        // Junk up to the next blank or the tag's end.
        while (this.#at < html.length && !/[ \t\n\r>]/.test(html[this.#at]!) && !html.startsWith('/>', this.#at))
          this.#at++;
        continue;
      }
      this.#match(SPACE);
      let value: string | null = null;
      if (html[this.#at] === '=') {
        this.#at++;
        this.#match(SPACE);
        value = this.#attributeValue();
      }
      if (!attributes.has(name)) attributes.set(name, value);
    }
    return attributes;
  }

  #attributeValue(): string {
    const quote = this.#html[this.#at];
    if (quote !== '"' && quote !== "'") return decode(printable(this.#match(UNQUOTED)!));
    const end = this.#html.indexOf(quote, this.#at + 1);
    const stop = end < 0 ? this.#html.length : end;
    const value = this.#html.slice(this.#at + 1, stop);
    this.#at = Math.min(stop + 1, this.#html.length);
    return decode(printable(value));
  }

  #endTag(): void {
    this.#at += 2;
    const name = this.#match(TAG_NAME)?.toLowerCase();
    if (name === undefined) return;
    const end = this.#html.indexOf('>', this.#at);
    this.#at = end < 0 ? this.#html.length : end + 1;
    const priority = endPriority(name);
    for (let i = this.#open.length - 1; i > 0; i--) {
      const open = this.#open[i]!;
      if (open.name === name) {
        this.#open.length = i;
        return;
      }
      if (endPriority(open.name) > priority) return;
    }
  }

  #rawText(element: Element): void {
    const pattern = new RegExp(`</${element.name}`, 'gi');
    pattern.lastIndex = this.#at;
    const end = pattern.exec(this.#html)?.index ?? this.#html.length;
    if (end > this.#at) element.children.push({ kind: 'text', text: printable(this.#html.slice(this.#at, end)) });
    this.#at = end;
  }

  #textUpTo(end: number): void {
    const stop = end < 0 ? this.#html.length : end;
    const text = decode(printable(this.#html.slice(this.#at, stop)));
    this.#at = stop;
    const { children } = this.#current;
    const last = children[children.length - 1];
    if (last?.kind === 'text') last.text += text;
    else if (text !== '') children.push({ kind: 'text', text });
  }
}

/** Character references and the entities of HTML 4; an entity needs its semicolon. */
function decode(text: string): string {
  if (!text.includes('&')) return text;
  return text.replace(
    /&(?:#[xX]([0-9a-fA-F]+);?|#([0-9]+);?|([A-Za-z][A-Za-z0-9]*);)/g,
    (whole, hex, decimal, name) => {
      if (name !== undefined) return decodeEntity(name) ?? whole;
      const code = hex !== undefined ? Number.parseInt(hex, 16) : Number(decimal);
      return isCharacter(code) ? String.fromCodePoint(code) : '';
    },
  );
}

const isCharacter = (code: number): boolean =>
  code === 9 || code === 10 || code === 13 || (code >= 0x20 && code <= 0xd7ff) || (code >= 0xe000 && code <= 0x10ffff);
