// HTML within text: tags, comments, declarations, instructions and CDATA sections. What has been looked for to the text's
// end in vain isn't looked for again.

import { TAG } from './html-tags.ts';

const DECLARATION = /<![A-Z]+[ \t\v\f\r\n]+/y;
const INSTRUCTION_END = '?>';

export class HtmlScanner {
  readonly #text: string;
  /** Ends that don't come any more. */
  readonly #gone = new Set<string>();

  constructor(text: string) {
    this.#text = text;
  }

  /** Where the HTML ends that begins with the `<` at a place; -1 where none does. @param liberal anything up to the last `>` of the line counts */
  end(at: number, liberal: boolean): number {
    const end = this.#strict(at);
    return end < 0 && liberal ? this.#liberal(at) : end;
  }

  #strict(at: number): number {
    const text = this.#text;
    // Where no comment ends any more, cmark doesn't look for declarations and sections either.
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

  /** Behind `-->` where a hyphen that comes right before it doesn't take it apart. */
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
