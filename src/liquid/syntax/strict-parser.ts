// Liquid's strict grammar over the tokens of markup (Liquid 4.0.4, Parser). An expression is returned as a string with
// spaces removed, since Liquid parses that string again (expression.ts): both passes together define the grammar.

import { MarkupError, type Word, type WordType, words } from './lexer.ts';

export class StrictParser {
  private readonly words: Word[];
  private at = 0;

  constructor(markup: string) {
    this.words = words(markup);
  }

  consume(type: WordType): string {
    const word = this.words[this.at];
    if (word === undefined || word.type !== type) {
      throw new MarkupError(`Expected ${type} but found ${word?.type ?? 'nothing'}`);
    }
    this.at++;
    return word.text;
  }

  /** Consumes the next token if it has this type, otherwise returns null. */
  accept(type: WordType): string | null {
    const word = this.words[this.at];
    if (word === undefined || word.type !== type) return null;
    this.at++;
    return word.text;
  }

  /** Consumes the next token if it is this name. */
  acceptId(name: string): boolean {
    const word = this.words[this.at];
    if (word === undefined || word.type !== 'id' || word.text !== name) return false;
    this.at++;
    return true;
  }

  look(type: WordType, ahead = 0): boolean {
    return this.words[this.at + ahead]?.type === type;
  }

  expression(): string {
    const word = this.words[this.at]!;
    if (word.type === 'id') return this.signature();
    if (word.type === 'string' || word.type === 'number') {
      this.at++;
      return word.text;
    }
    if (word.type === 'open_round') {
      this.at++;
      const first = this.expression();
      this.consume('dotdot');
      const last = this.expression();
      this.consume('close_round');
      return `(${first}..${last})`;
    }
    const shown = word.type === 'end_of_string' ? `[:${word.type}]` : `[:${word.type}, ${JSON.stringify(word.text)}]`;
    throw new MarkupError(`${shown} is not a valid expression`);
  }

  /** An expression, or `key: expression`. */
  argument(): string {
    const key = this.look('id') && this.look('colon', 1) ? `${this.consume('id')}${this.consume('colon')} ` : '';
    return key + this.expression();
  }

  private signature(): string {
    let text = this.consume('id');
    while (true) {
      while (this.look('open_square')) {
        text += this.consume('open_square');
        text += this.expression();
        text += this.consume('close_square');
      }
      if (!this.look('dot')) return text;
      text += this.consume('dot');
      text += this.consume('id');
    }
  }
}
