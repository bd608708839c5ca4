// HTML within text: tags, comments, declarations, instructions and CDATA sections. Searches that reached the end of the
// text in vain aren't repeated.

import { TAG } from './html-tags.ts';

const DECLARATION = /<![A-Z]+[ \t\v\f\r\n]+/y;
const INSTRUCTION_END = '?>';

export class HtmlScanner {
  readonly #text: string;
  /** Ends that don't occur any more in the rest of the text. */
  readonly #gone = new Set<string>();

  constructor(text: string) {
    this.#text = text;
  }

  /**
   * Where the HTML that starts with the `<` at an offset ends, or -1.
   * @param liberal whether anything up to the last `>` of the line counts as HTML
   */
  end(at: number, liberal: boolean): number {
    const end = this.#strict(at);
    return end < 0 && liberal ? this.#liberal(at) : end;
  }

  #strict(at: number): number {
    const text = this.#text;
    // Once the search for the end of a comment has failed, cmark doesn't look for declarations and sections either.
    if (text[at + 1] === '!' && this.#gone.has('-->')) return -1;
    if (text.startsWith('<!--', at)) {
      if (text.startsWith('>', at + 4)) return at + 5;
      return text.startsWith('->', at + 4) ? at + 6 : this.#commentEnd(at + 4);
    }
    if (/^<!\[cdata\[/i.test(text.slice(at, at + 9))) return this.#behind(']]>', at + 9);
    if (text.startsWith('<?', at)) return this.#behind(INSTRUCTION_END, at + 2);
    DECLARATION.lastIndex = at;
    if (DECLARATION.test(text)) return this.#behind('>', DECLARATION.lastIndex);
    TAG.lastIndex = at;
    return TAG.test(text) ? TAG.lastIndex : -1;
  }

  /** The offset after the next `-->`, or -1. As in cmark's expression, a hyphen right before it hides it. */
  #commentEnd(from: number): number {
    if (this.#gone.has('-->')) return -1;
    for (let at = this.#text.indexOf('-', from); at >= 0; ) {
      let next = at + 2;
      if (this.#text[at + 1] === '-') {
        if (this.#text[at + 2] === '>') return at + 3;
        next = at + 3;
      }
      at = this.#text.indexOf('-', next);
    }
    this.#gone.add('-->');
    return -1;
  }

  #behind(end: string, from: number): number {
    if (this.#gone.has(end)) return -1;
    const at = this.#text.indexOf(end, from);
    if (at < 0) this.#gone.add(end);
    return at < 0 ? -1 : at + end.length;
  }

  #liberal(at: number): number {
    const line = this.#text.indexOf('\n', at);
    const end = this.#text.lastIndexOf('>', line < 0 ? this.#text.length : line);
    return end > at + 1 ? end + 1 : -1;
  }
}
