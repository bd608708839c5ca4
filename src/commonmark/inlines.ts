// Parses spans by cmark-gfm's rules (0.29.0.gfm.11): CommonMark 0.29 with that version's emphasis, links and HTML, the
// extensions `autolink` and `strikethrough`, and the options SMART and FOOTNOTES.

import { matchUrl, matchWww } from './autolink.ts';
import type { Budget } from './budget.ts';
import { isPunctuation, isSpaceOrTab, trimEnd } from './characters.ts';
import { Delimiters, type Sides, sides } from './emphasis.ts';
import { decodeEntity, ENTITY, unescapeEntities } from './escapes.ts';
import { HtmlScanner } from './html-spans.ts';
import { type Node, NodeClass, textNode } from './library.ts';
import { closeBracket } from './links.ts';
import type { CommonMarkOptions } from './options.ts';
import type { References } from './references.ts';
import type { Bracket, SpanReader } from './span-reader.ts';

const MOST_BACKTICKS = 80;
const MOST_TILDES = 100;
/** The length of a typographic quote, which cmark counts in bytes. */
const QUOTE_BYTES = 3;
const ADDRESS = /<([A-Za-z][A-Za-z0-9.+-]{1,31}:[^\0- <>]*)>/y;
const MAIL =
  /<([a-zA-Z0-9.!#$%&'*+/=?^_`{|}~-]+@[a-zA-Z0-9](?:[a-zA-Z0-9-]{0,61}[a-zA-Z0-9])?(?:\.[a-zA-Z0-9](?:[a-zA-Z0-9-]{0,61}[a-zA-Z0-9])?)*)>/y;

/** The span parser of one document. */
export class InlineParser implements SpanReader {
  readonly options: CommonMarkOptions;
  readonly references: References;
  /** The text of the current block. */
  text = '';
  at = 0;
  block!: Node;
  delimiters = new Delimiters();
  bracket: Bracket | null = null;
  /** No link may start before the next bracket, since one has just ended. */
  noLinkOpeners = true;
  /** Where the current line starts. */
  lineStart = 0;
  readonly #special: RegExp;
  readonly #budget: Budget;
  #html = new HtmlScanner('');
  /** Where the last known run of each length starts. */
  readonly #backticks = new Map<number, number>();
  #backticksSeen = false;

  constructor(options: CommonMarkOptions, references: References, budget: Budget) {
    this.#budget = budget;
    this.options = options;
    this.references = references;
    const { extensions } = options;
    this.#special = new RegExp(
      `[\\n\\\\\`&_*[\\]<!${extensions.has('strikethrough') ? '~' : ''}${extensions.has('autolink') ? ':w' : ''}` +
        `${options.options.has('SMART') ? '"\'.-' : ''}]`,
      'g',
    );
  }

  /** Parses a block's text into children. */
  parse(block: Node): void {
    this.block = block;
    this.text = trimEnd(block._string_content!);
    block._string_content = null;
    this.at = 0;
    this.lineStart = 0;
    this.delimiters = new Delimiters();
    this.bracket = null;
    this.noLinkOpeners = true;
    this.#html = new HtmlScanner(this.text);
    this.#backticks.clear();
    this.#backticksSeen = false;
    while (this.at < this.text.length) this.#parseSpan();
    this.delimiters.settle(0);
  }

  append(node: Node): void {
    this.block.appendChild(node);
  }

  /** Adds the next `length` characters as text. */
  take(length: number): Node {
    const node = textNode(this.text.slice(this.at, this.at + length));
    this.at += length;
    this.append(node);
    return node;
  }

  #parseSpan(): void {
    this.#budget.spend();
    const c = this.text[this.at]!;
    const { extensions, options } = this.options;
    if (c === '\n') this.#lineEnd();
    else if (c === '`') this.#code();
    else if (c === '\\') this.#backslash();
    else if (c === '&') this.#entity();
    else if (c === '<') this.#pointed();
    else if (c === '*' || c === '_') this.#delimiter(c);
    else if (c === '[') this.#openBracket(false);
    else if (c === ']') closeBracket(this);
    else if (c === '!') this.#bang();
    else if (c === '~' && extensions.has('strikethrough')) this.#tildes();
    else if ((c === ':' || c === 'w') && extensions.has('autolink')) this.#address(c);
    else if ((c === "'" || c === '"') && options.has('SMART')) this.#quote(c);
    else if (c === '-' && options.has('SMART')) this.#hyphens();
    else if (c === '.' && options.has('SMART')) this.#periods();
    else this.#text();
  }

  /** Adds the text up to the next special character. */
  #text(): void {
    this.#special.lastIndex = this.at + 1;
    const end = this.#special.exec(this.text)?.index ?? this.text.length;
    const text = this.text.slice(this.at, end);
    this.at = end;
    this.append(textNode(this.text[end] === '\n' ? trimEnd(text) : text));
  }

  #lineEnd(): void {
    const { text, at } = this;
    const isHard = at > 1 && text[at - 1] === ' ' && text[at - 2] === ' ';
    this.lineStart = ++this.at;
    this.#skipSpace();
    this.append(new NodeClass(isHard ? 'linebreak' : 'softbreak'));
  }

  #skipSpace(): void {
    while (isSpaceOrTab(this.text.charCodeAt(this.at))) this.at++;
  }

  #backslash(): void {
    const next = this.text.charCodeAt(this.at + 1);
    if (isPunctuation(next)) {
      this.at++;
      this.take(1);
    } else if (next === 10) {
      this.at += 2;
      this.append(new NodeClass('linebreak'));
    } else this.take(1);
  }

  #bang(): void {
    if (this.text[this.at + 1] === '[' && this.text[this.at + 2] !== '^') this.#openBracket(true);
    else this.take(1);
  }

  /** Within brackets, closed or not, bare addresses aren't linked. */
  #address(c: ':' | 'w'): void {
    const isLink = this.bracket === null && (c === ':' ? matchUrl(this) : matchWww(this));
    if (!isLink) this.#text();
  }

  #entity(): void {
    ENTITY.lastIndex = this.at;
    const match = ENTITY.exec(this.text);
    const decoded = match && decodeEntity(match);
    if (decoded === null) {
      this.take(1);
      return;
    }
    this.at += match![0].length;
    this.append(textNode(decoded));
  }

  #code(): void {
    const start = this.at;
    let after = start;
    while (this.text[after] === '`') after++;
    const closing = this.#closingBackticks(after, after - start);
    if (closing < 0) {
      this.take(after - start);
      return;
    }
    const node = new NodeClass('code');
    node.literal = codeText(this.text.slice(after, closing));
    this.at = closing + after - start;
    this.append(node);
  }

  /**
   * Where the next run of `count` backticks starts, or -1. Once the text has been scanned to its end, only the last
   * known run of each length decides whether to search. As in cmark, this can miss a run.
   */
  #closingBackticks(from: number, count: number): number {
    if (count > MOST_BACKTICKS || (this.#backticksSeen && (this.#backticks.get(count) ?? 0) <= from)) return -1;
    for (let at = this.text.indexOf('`', from); at >= 0; at = this.text.indexOf('`', at)) {
      const start = at;
      while (this.text[at] === '`') at++;
      this.#backticks.set(at - start, start);
      if (at - start === count) return start;
    }
    this.#backticksSeen = true;
    return -1;
  }

  #pointed(): void {
    for (const pattern of [ADDRESS, MAIL]) {
      pattern.lastIndex = this.at;
      const match = pattern.exec(this.text);
      if (match === null) continue;
      const text = unescapeEntities(match[1]!);
      this.appendLink(pattern === MAIL ? `mailto:${text}` : text, text);
      this.at += match[0].length;
      return;
    }
    const end = this.#html.end(this.at, this.options.options.has('LIBERAL_HTML_TAG'));
    if (end < 0) {
      this.take(1);
      return;
    }
    const node = new NodeClass('html_inline');
    node.literal = this.text.slice(this.at, end);
    this.at = end;
    this.append(node);
  }

  appendLink(destination: string, text: string): void {
    const link = new NodeClass('link');
    link.destination = destination;
    link.title = '';
    link.appendChild(textNode(text));
    this.append(link);
  }

  #delimiter(c: '*' | '_'): void {
    const start = this.at;
    let end = start;
    while (this.text[end] === c) end++;
    const { left, right, before, after } = this.#sides(start, end);
    const node = this.take(end - start);
    const canOpen = c === '*' ? left : left && (!right || before === 'punctuation');
    const canClose = c === '*' ? right : right && (!left || after === 'punctuation');
    this.delimiters.push({ character: c, node, at: end, length: end - start, canOpen, canClose });
  }

  #tildes(): void {
    const start = this.at;
    let end = start;
    while (this.text[end] === '~' && end - start < MOST_TILDES) end++;
    const { left, right } = sides(this.text, start, end, '');
    const node = this.take(end - start);
    const length = end - start;
    if (length > 2 || (length === 1 && this.options.options.has('STRIKETHROUGH_DOUBLE_TILDE'))) return;
    this.delimiters.push({ character: '~', node, at: end, length, canOpen: left, canClose: right });
  }

  #quote(c: "'" | '"'): void {
    const start = this.at;
    const { left, right } = this.#sides(start, start + 1);
    const node = this.take(1);
    const canOpen = left && !right && !')]'.includes(this.text[start - 1] ?? ' ');
    node.literal = c === "'" ? '’' : right ? '”' : '“';
    this.delimiters.push({ character: c, node, at: start + 1, length: QUOTE_BYTES, canOpen, canClose: right });
  }

  #sides(start: number, end: number): Sides {
    return sides(this.text, start, end, this.options.extensions.has('strikethrough') ? '~' : '');
  }

  #hyphens(): void {
    const start = this.at;
    while (this.text[this.at] === '-') this.at++;
    const count = this.at - start;
    this.append(textNode(count === 1 ? '-' : dashes(count)));
  }

  #periods(): void {
    if (this.text.startsWith('...', this.at)) {
      this.at += 3;
      this.append(textNode('…'));
    } else this.take(this.text[this.at + 1] === '.' ? 2 : 1);
  }

  #openBracket(isImage: boolean): void {
    const node = this.take(isImage ? 2 : 1);
    if (this.bracket !== null) this.bracket.hasBracketAfter = true;
    const { at, lineStart } = this;
    this.bracket = { node, at, lineStart, isImage, previous: this.bracket, hasBracketAfter: false };
    if (!isImage) this.noLinkOpeners = false;
  }
}

/** Line ends become spaces, and one space is removed from each end, unless there are only spaces. */
function codeText(text: string): string {
  const line = text.replaceAll('\n', ' ');
  return line.startsWith(' ') && line.endsWith(' ') && /[^ ]/.test(line) ? line.slice(1, -1) : line;
}

/** Only em dashes if that works out, otherwise only en dashes, otherwise as few en dashes as possible. */
function dashes(count: number): string {
  const en = count % 3 === 0 ? 0 : count % 2 === 0 ? count / 2 : count % 3 === 2 ? 1 : 2;
  return '—'.repeat((count - 2 * en) / 3) + '–'.repeat(en);
}
