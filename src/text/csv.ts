// Comma- and tab-separated values as Ruby's CSV reads them (csv 3.3, with `headers: true`).

import { BuildError, type Source } from '../diagnostics/diagnostic.ts';

/** A row's fields; null for an empty unquoted field. An empty line is a row without fields. */
export type Row = (string | null)[];

/**
 * Parses the rows.
 * @throws BuildError 'csv-malformed' for a misplaced quote, where Ruby raises CSV::MalformedCSVError
 */
export const parseCsv = (source: Source, separator: ',' | '\t'): Row[] => new CsvReader(source, separator).read();

class CsvReader {
  readonly #source: Source;
  readonly #text: string;
  readonly #separator: string;
  /** What ends an unquoted field, or must not be in one. */
  readonly #end: RegExp;
  readonly #rows: Row[] = [];
  #at = 0;

  constructor(source: Source, separator: ',' | '\t') {
    this.#source = source;
    this.#text = source.text;
    this.#separator = separator;
    this.#end = separator === ',' ? /[,\n\r"]/g : /[\t\n\r"]/g;
  }

  read(): Row[] {
    while (this.#at < this.#text.length) this.#rows.push(this.#row());
    return this.#rows;
  }

  #row(): Row {
    const row: Row = [];
    if (this.#skipLineEnd()) return row;
    for (;;) {
      row.push(this.#text[this.#at] === '"' ? this.#quoted() : this.#bare());
      if (this.#text[this.#at] !== this.#separator) break;
      this.#at++;
    }
    this.#skipLineEnd();
    return row;
  }

  #quoted(): string {
    const text = this.#text;
    const start = this.#at;
    let field = '';
    for (;;) {
      const close = text.indexOf('"', this.#at + 1);
      if (close < 0) this.#fail('Unclosed quoted field', start);
      field += text.slice(this.#at + 1, close);
      this.#at = close + 1;
      if (text[this.#at] !== '"') break;
      field += '"';
    }
    const next = text[this.#at] ?? '\n';
    if (next !== this.#separator && next !== '\n' && next !== '\r')
      this.#fail("Any value after quoted field isn't allowed", this.#at);
    return field;
  }

  #bare(): string | null {
    const start = this.#at;
    this.#end.lastIndex = start;
    this.#at = this.#end.exec(this.#text)?.index ?? this.#text.length;
    if (this.#text[this.#at] === '"') this.#fail('Illegal quoting', this.#at);
    return this.#at === start ? null : this.#text.slice(start, this.#at);
  }

  #skipLineEnd(): boolean {
    const next = this.#text[this.#at];
    if (next !== '\n' && next !== '\r') return false;
    this.#at += this.#text.startsWith('\r\n', this.#at) ? 2 : 1;
    return true;
  }

  #fail(message: string, at: number): never {
    throw new BuildError({
      code: 'csv-malformed',
      message: `${message} in line ${this.#rows.length + 1}.`,
      span: { source: this.#source, start: at, end: at + 1 },
      hint: 'Put fields with a quote, a separator or a line break in double quotes, and double the quotes inside them.',
    });
  }
}
