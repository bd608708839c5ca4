// HTML as libxml2's HTML 4 parser reads it (2.13.9, which Nokogiri 1.18.10 has): what it closes, drops and moves.

import { closes, endPriority, RAW, VOID } from './elements.ts';
import { decodeEntity } from './entities.ts';
import type { Element, Node } from './tree.ts';

const TAG_NAME = /[A-Za-z_:.][A-Za-z0-9_:.-]{0,99}/y;
/** The part of a tag's name that decides which open elements it closes: up to the first dot. */
const CLOSING_NAME = /[A-Za-z_:][A-Za-z0-9_:-]{0,99}/y;
const INSTRUCTION = /<\?([\p{L}_:][\p{L}\p{N}_:.-]*)[ \t\n\r]*([^>]*)(>?)/uy;
const LITERAL = `(?:"[^"\0]*"?|'[^'\0]*'?)?`;
const DOCTYPE = new RegExp(
  `<!doctype[ \t\n\r]*[\\w:.-]*[ \t\n\r]*(?:system[ \t\n\r]*${LITERAL}|public[ \t\n\r]*${LITERAL}[ \t\n\r]*${LITERAL})?[^>\0]*>?`,
  'iy',
);
const SPACE = /[ \t\n\r]*/y;
const JUNK = /(?:(?!\/>)[^ \t\n\r>\0])+/y;
const UNQUOTED = /[^ \t\n\r>\0]*/y;
const IN_DOUBLE_QUOTES = /[^"\0]*/y;
const IN_SINGLE_QUOTES = /[^'\0]*/y;
const TO_TAG_END = /[^>\0]*>?/y;
const CONTROL = /[\x01-\x08\x0b\x0c\x0e-\x1f\ufffe\uffff]/g;
/** At this depth libxml2 gives up, and the rest of the text is lost. */
const DEEPEST = 256;
/** Text up to a reference followed by a NUL: there libxml2 ends the document, as it does between nodes. */
const ENDING_REFERENCE = /^[\s\S]*?&(?:#[xX][0-9a-fA-F]*;?|#[0-9]*;?|[\p{L}_:][\p{L}\p{N}_:.-]*;?)?(?=\0)/u;

/** The nodes of a fragment, as Nokogiri's HTML4::DocumentFragment has them: parsed as the content of a body. */
export function parseFragment(html: string): Node[] {
  const body = element('body');
  const root = element('html', [body]);
  const bodies = new Parser(html, [root], [root, body])
    .run()
    .flatMap(({ children }) => children.filter((child) => child.kind === 'element' && child.name === 'body'));
  // If a line of the fragment starts with `<body`, Nokogiri keeps the body element itself.
  if (/(?:^|\n)[ \t\r\f\v]*<body/i.test(html)) return bodies;
  return bodies.flatMap((one) => (one as Element).children).map(withColonsLast);
}

/** The nodes of HTML that is inserted into an element. */
export const parseInside = (html: string): Node[] =>
  new Parser(`<div>${html}</div>`, [], []).run()[0]!.children.map(withColonsLast);

/** Nokogiri moves attributes with a colon in their name to the end when a node becomes part of a fragment. */
function withColonsLast(node: Node): Node {
  if (node.kind !== 'element' || ![...node.attributes.keys()].some((name) => name.includes(':'))) return node;
  const all = [...node.attributes];
  const moved = all.filter(([name]) => name.includes(':')).map(([name, value]) => [name, value ?? ''] as const);
  return { ...node, attributes: new Map([...all.filter(([name]) => !name.includes(':')), ...moved]) };
}

const element = (name: string, children: Node[] = []): Element => ({
  kind: 'element',
  name,
  attributes: new Map(),
  children,
});

/** Drops the control characters that libxml2 drops. It reads a NUL as a space. */
const printable = (text: string): string => text.replaceAll('\0', ' ').replace(CONTROL, '');

class Parser {
  readonly #html: string;
  readonly #roots: Element[];
  /** The open elements, outermost first. */
  readonly #open: Element[];
  /** Only a document has a root that a start tag can imply. */
  readonly #isDocument: boolean;
  #at = 0;
  /** The number of misplaced start tags (html, head, body). As many end tags are ignored. */
  #misplaced = 0;

  constructor(html: string, roots: Element[], open: Element[]) {
    this.#html = html;
    this.#roots = roots;
    this.#open = open;
    this.#isDocument = roots.length > 0;
  }

  /** The top-level elements. */
  run(): Element[] {
    const html = this.#html;
    while (!this.#atEnd) {
      const next = html[this.#at] === '<' ? (html[this.#at + 1] ?? '') : null;
      if (next === '/') {
        this.#endTag();
        continue;
      }
      if (next !== null) this.#close(this.#peek(CLOSING_NAME, this.#at + 1));
      if (RAW.has(this.#current?.name ?? '')) this.#rawText();
      else if (next === null) this.#text(html.indexOf('<', this.#at));
      else if (next === '!') this.#declaration();
      else if (next === '?') this.#instruction();
      else if (/[A-Za-z]/.test(next)) this.#startTag();
      else this.#addText(html[this.#at++]!);
    }
    return this.#roots;
  }

  /** libxml2 ends the document at a NUL, except within text, comments, instructions and scripts. */
  get #atEnd(): boolean {
    return this.#at >= this.#html.length || this.#html[this.#at] === '\0';
  }

  get #current(): Element | undefined {
    return this.#open[this.#open.length - 1];
  }

  #peek(pattern: RegExp, at: number): string {
    pattern.lastIndex = at;
    return pattern.exec(this.#html)?.[0].toLowerCase() ?? '';
  }

  #match(pattern: RegExp): RegExpExecArray | null {
    pattern.lastIndex = this.#at;
    const match = pattern.exec(this.#html);
    if (match !== null) this.#at += match[0].length;
    return match;
  }

  /** Outside every element, only elements are kept. */
  #add(node: Node): void {
    const current = this.#current;
    if (current !== undefined) current.children.push(node);
    else if (node.kind === 'element') this.#roots.push(node);
  }

  #push(node: Element): void {
    if (this.#open.length > DEEPEST) {
      this.#at = this.#html.length;
      return;
    }
    this.#add(node);
    this.#open.push(node);
  }

  /** Closes the elements that a start tag of this name closes. */
  #close(name: string): void {
    while (this.#open.length > 0 && closes(name, this.#current!.name)) this.#open.pop();
  }

  #imply(): void {
    if (this.#isDocument && this.#open.length === 0) this.#push(element('html'));
  }

  #declaration(): void {
    const html = this.#html;
    if (html.startsWith('<!--', this.#at)) this.#comment();
    else if (this.#match(DOCTYPE) === null) this.#match(TO_TAG_END);
  }

  #comment(): void {
    const html = this.#html;
    const start = this.#at + 4;
    const abrupt = /-?>/y;
    abrupt.lastIndex = start;
    const end = abrupt.test(html) ? { index: start, stop: abrupt.lastIndex } : commentEnd(html, start);
    this.#at = end?.stop ?? html.length;
    if (end !== null) this.#add({ kind: 'other', source: `<!--${printable(html.slice(start, end.index))}-->` });
  }

  #instruction(): void {
    const start = this.#at;
    const match = this.#match(INSTRUCTION);
    // A name at the very end of the input is ignored.
    if (match === null || start + 2 + match[1]!.length === this.#html.length) {
      this.#at = start + 2;
      return;
    }
    const [, target, content, end] = match;
    if (end === '') return;
    const hasContent = match[0].length > target!.length + 3;
    this.#add({ kind: 'other', source: `<?${target}${hasContent ? ` ${printable(content!)}` : ''}>` });
  }

  #startTag(): void {
    this.#at++;
    const name = this.#match(TAG_NAME)![0].toLowerCase();
    this.#close(name);
    if (name !== 'html') this.#imply();
    const misplaced = this.#isMisplaced(name);
    if (misplaced) this.#misplaced++;
    const attributes = this.#attributes();
    if (!misplaced) this.#push({ ...element(name), attributes });
    // From here on, a misplaced tag counts as the element that contains it.
    const current = this.#current;
    const closed = this.#html.startsWith('/>', this.#at);
    if (closed || this.#html[this.#at] !== '>' || VOID.has(current?.name ?? '')) this.#open.pop();
    if (closed) this.#at += 2;
    else if (this.#html[this.#at] === '>') this.#at++;
  }

  #isMisplaced(name: string): boolean {
    if (name === 'html') return this.#open.length > 0;
    if (name === 'head') return this.#open.length !== 1;
    return name === 'body' && this.#open.some((open) => open.name === 'body');
  }

  /** Reads attributes up to the end of the tag. */
  #attributes(): Map<string, string | null> {
    const html = this.#html;
    const attributes = new Map<string, string | null>();
    for (;;) {
      this.#match(SPACE);
      if (this.#atEnd || html[this.#at] === '>' || html.startsWith('/>', this.#at)) return attributes;
      const name = this.#match(TAG_NAME)?.[0].toLowerCase();
      if (name === undefined) {
        this.#match(JUNK);
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
  }

  #attributeValue(): string {
    const quote = this.#html[this.#at];
    if (quote !== '"' && quote !== "'") return decodeAttribute(this.#match(UNQUOTED)![0]);
    this.#at++;
    const value = this.#match(quote === '"' ? IN_DOUBLE_QUOTES : IN_SINGLE_QUOTES)![0];
    if (!this.#atEnd) this.#at++;
    return decodeAttribute(value);
  }

  #endTag(): void {
    this.#at += 2;
    const name = this.#match(TAG_NAME)?.[0].toLowerCase();
    if (name === undefined) return;
    this.#match(TO_TAG_END);
    if (this.#misplaced > 0 && (name === 'html' || name === 'head' || name === 'body')) {
      this.#misplaced--;
      return;
    }
    const priority = endPriority(name);
    for (let i = this.#open.length - 1; i >= 0; i--) {
      const open = this.#open[i]!;
      if (open.name === name) {
        this.#open.length = i;
        return;
      }
      if (endPriority(open.name) > priority) return;
    }
  }

  #rawText(): void {
    const pattern = new RegExp(`</${this.#current!.name}`, 'gi');
    pattern.lastIndex = this.#at;
    const end = pattern.exec(this.#html)?.index ?? this.#html.length;
    this.#addText(printable(this.#html.slice(this.#at, end)));
    this.#at = end;
  }

  #text(end: number): void {
    const stop = end < 0 ? this.#html.length : end;
    const whole = this.#html.slice(this.#at, stop);
    const source = whole.includes('\0') ? (ENDING_REFERENCE.exec(whole)?.[0] ?? whole) : whole;
    this.#at += source.length;
    const name = this.#current?.name ?? 'html';
    if ((name === 'html' || name === 'head') && /[^ \t\n\r]/.test(source)) {
      this.#close('p');
      this.#imply();
      this.#push(element('p'));
    }
    this.#addText(printable(decode(source)));
  }

  #addText(text: string): void {
    const last = this.#current?.children.at(-1);
    if (last?.kind === 'text') last.text += text;
    else if (text !== '') this.#add({ kind: 'text', text });
  }
}

/** Where a comment's text ends, and where the comment ends; null if it isn't closed. */
function commentEnd(html: string, start: number): { index: number; stop: number } | null {
  const pattern = /--!?>/g;
  pattern.lastIndex = start;
  const match = pattern.exec(html);
  return match === null ? null : { index: match.index, stop: pattern.lastIndex };
}

/** A reference to an invalid character ends an attribute's value. */
const decodeAttribute = (value: string): string => printable(decode(value, '\0').replace(/\0[\s\S]*/, ''));

/** Decodes character references and the entities of HTML 4. An entity needs its semicolon. */
function decode(text: string, invalid = ''): string {
  if (!text.includes('&')) return text;
  return text.replace(
    /&(?:#[xX]([0-9a-fA-F]*);?|#([0-9]*);?|([A-Za-z][A-Za-z0-9]*);)/g,
    (whole, hex: string | undefined, decimal: string | undefined, name: string | undefined) => {
      if (name !== undefined) return decodeEntity(name) ?? whole;
      const code = hex !== undefined ? Number.parseInt(`0${hex}`, 16) : Number(decimal);
      return isCharacter(code) ? String.fromCodePoint(code) : invalid;
    },
  );
}

const isCharacter = (code: number): boolean =>
  code === 9 ||
  code === 10 ||
  code === 13 ||
  (code >= 0x20 && code <= 0xd7ff) ||
  (code >= 0xe000 && code <= 0x10ffff && code !== 0xfffe && code !== 0xffff);
