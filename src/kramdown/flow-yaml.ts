// The subset of YAML that fits into an inline option: `{::options syntax_highlighter_opts="{line_numbers: true}" /}`.
// One line of flow style, or one `key: value`. (Options in a site's configuration are parsed by the real YAML parser.)

import { KramdownError } from './error.ts';

/** Parses a flow mapping, a flow sequence, one `key: value`, or a scalar. Throws KramdownError for anything else. */
export function flowValue(text: string): unknown {
  const reader = new FlowReader(text.trim());
  const value = reader.value(false);
  if (reader.done) return value;
  if (value instanceof Object || !reader.takeColon()) throw new KramdownError('Invalid YAML value');
  return new Map([[value, flowValue(reader.rest)]]);
}

class FlowReader {
  readonly text: string;
  pos = 0;
  constructor(text: string) {
    this.text = text;
  }

  get done(): boolean {
    this.space();
    return this.pos >= this.text.length;
  }

  get rest(): string {
    return this.text.slice(this.pos);
  }

  /** Skips the colon after a key, if it is here. */
  takeColon(): boolean {
    this.space();
    return /\s/.test(this.text.charAt(this.pos + 1)) && this.take(':');
  }

  private space(): void {
    while (/\s/.test(this.text.charAt(this.pos))) this.pos++;
  }

  /** @param within whether this is within a mapping or sequence, where brackets and commas end a plain scalar */
  value(within: boolean): unknown {
    this.space();
    const c = this.text.charAt(this.pos);
    if (c === '{') return this.mapping();
    if (c === '[') return this.sequence();
    if (c === '"' || c === "'") return this.quoted(c);
    const start = this.pos;
    const end = within ? /[,{}[\]]|:(?=[\s,{}[\]]|$)/g : /:(?=\s)/g;
    end.lastIndex = start;
    this.pos = end.exec(this.text)?.index ?? this.text.length;
    return scalar(this.text.slice(start, this.pos).trim());
  }

  private mapping(): Map<unknown, unknown> {
    const result = new Map<unknown, unknown>();
    this.pos++;
    for (;;) {
      this.space();
      if (this.take('}')) return result;
      const key = this.value(true);
      this.space();
      result.set(key, this.take(':') ? this.value(true) : null);
      this.space();
      if (!this.take(',') && this.text.charAt(this.pos) !== '}') throw new KramdownError('Invalid YAML value');
    }
  }

  private sequence(): unknown[] {
    const result: unknown[] = [];
    this.pos++;
    for (;;) {
      this.space();
      if (this.take(']')) return result;
      result.push(this.value(true));
      this.space();
      if (!this.take(',') && this.text.charAt(this.pos) !== ']') throw new KramdownError('Invalid YAML value');
    }
  }

  private quoted(quote: string): string {
    let end = this.text.indexOf(quote, this.pos + 1);
    // Within single quotes, two single quotes stand for one.
    while (quote === "'" && end >= 0 && this.text.charAt(end + 1) === quote) end = this.text.indexOf(quote, end + 2);
    if (end < 0) throw new KramdownError('Invalid YAML value');
    const inner = this.text.slice(this.pos + 1, end);
    this.pos = end + 1;
    return quote === "'" ? inner.replaceAll("''", "'") : inner;
  }

  private take(c: string): boolean {
    if (this.text.charAt(this.pos) !== c) return false;
    this.pos++;
    return true;
  }
}

function scalar(text: string): unknown {
  if (text === '' || text === '~' || text === 'null') return null;
  if (text === 'true' || text === 'false') return text === 'true';
  if (/^-?\d+$/.test(text)) return Number(text);
  return text;
}
