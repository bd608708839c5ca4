// Tokens, as libyaml 0.2.5's scanner finds them. What makes a mapping's key is known only when its colon is seen, so
// tokens are kept back while one of them may turn out to be a key.

import { Cursor, isBlankOrEnd, isBreak, isBreakOrEnd, isSpaceOrTab, type Mark, YamlFault } from './cursor.ts';
import { scanBlock, scanPlain, scanQuoted } from './scan-scalar.ts';
import { scanDirective, scanTag } from './scan-tag.ts';

export type TokenType =
  | 'stream-end'
  | 'directive'
  | 'document-start'
  | 'document-end'
  | 'block-sequence-start'
  | 'block-mapping-start'
  | 'block-end'
  | 'flow-sequence-start'
  | 'flow-sequence-end'
  | 'flow-mapping-start'
  | 'flow-mapping-end'
  | 'block-entry'
  | 'flow-entry'
  | 'key'
  | 'value'
  | 'alias'
  | 'anchor'
  | 'tag'
  | 'scalar';

export interface Token {
  readonly type: TokenType;
  readonly mark: Mark;
  readonly end: number;
  /** A scalar's value, an anchor's or alias's name, a tag, a directive's name. */
  readonly value: string;
  /** A plain scalar. */
  readonly plain: boolean;
}

/** A place where a key without `?` may have begun. */
interface SimpleKey {
  readonly possible: boolean;
  /** It must be a key: nothing else can stand at its column. */
  readonly required: boolean;
  readonly number: number;
  readonly mark: Mark;
}

const NO_KEY: Omit<SimpleKey, 'mark'> = { possible: false, required: false, number: 0 };

/** A key without `?` must end on its line, and within so many characters. */
const KEY_LENGTH = 1024;

export class Scanner {
  private readonly cursor: Cursor;
  private readonly queue: Token[] = [];
  /** How many tokens were handed out. */
  private taken = 0;
  private flowLevel = 0;
  private indent = -1;
  private readonly indents: number[] = [];
  private keyAllowed = true;
  private readonly keys: SimpleKey[];
  private ended = false;

  constructor(text: string) {
    this.cursor = new Cursor(text);
    this.keys = [{ ...NO_KEY, mark: this.cursor.mark() }];
    if (text.startsWith('\ufeff')) this.cursor.offset = 1;
  }

  /** The next token, which stays. */
  peek(): Token {
    while (this.queue.length === 0 || this.headMayBeKey()) this.fetch();
    return this.queue[0]!;
  }

  /** Takes the next token. */
  take(): Token {
    const token = this.peek();
    this.queue.shift();
    this.taken++;
    return token;
  }

  private headMayBeKey(): boolean {
    for (let i = 0; i < this.keys.length; i++) if (this.isValid(i) && this.keys[i]!.number === this.taken) return true;
    return false;
  }

  // Whether the key of a level may still become one; it may not on a later line.
  private isValid(level: number): boolean {
    const key = this.keys[level]!;
    if (!key.possible) return false;
    if (key.mark.line === this.cursor.line && key.mark.index + KEY_LENGTH >= this.cursor.index) return true;
    if (key.required) throw this.fault("could not find expected ':'", 'while scanning a simple key', key.mark);
    this.keys[level] = { ...key, possible: false };
    return false;
  }

  private fault(problem: string, context = '', mark = this.cursor.mark()): YamlFault {
    return new YamlFault(problem, context, mark, this.cursor.mark());
  }

  private fetch(): void {
    const { cursor } = this;
    if (this.ended) {
      this.push('stream-end', cursor.mark());
      return;
    }
    this.skipSpace();
    this.unroll(cursor.column);
    const c = cursor.peek();
    const next = cursor.peek(1);
    const inFlow = this.flowLevel > 0;
    if (c === '') this.fetchEnd();
    else if (cursor.column === 0 && c === '%') this.fetchDirective();
    else if (cursor.atDocumentMarker()) this.fetchMarker();
    else if (c === '[' || c === '{') this.fetchFlowStart(c);
    else if (c === ']' || c === '}') this.fetchFlowEnd(c);
    else if (c === ',') this.fetchIndicator('flow-entry', true);
    else if (c === '-' && isBlankOrEnd(next)) this.fetchBlockEntry();
    else if (c === '?' && (inFlow ? isBlankOrEnd(next) : isBlankOrEnd(next))) this.fetchKey();
    else if (c === ':' && (inFlow || isBlankOrEnd(next))) this.fetchValue();
    else if (c === '*' || c === '&') this.fetchAnchor(c);
    else if (c === '!') this.fetchTag();
    else if (!inFlow && (c === '|' || c === '>')) this.fetchBlockScalar();
    else if (c === "'" || c === '"') this.fetchQuoted();
    else if (this.startsPlain(c, next)) this.fetchPlain();
    else throw this.fault('found character that cannot start any token', 'while scanning for the next token');
  }

  private startsPlain(c: string, next: string): boolean {
    if (c === '-') return !isSpaceOrTab(next);
    if (c === '?' || c === ':') return !isBlankOrEnd(next) && (this.flowLevel === 0 || c === '?');
    return !isBlankOrEnd(c) && !',[]{}#&*!|>\'"%@`'.includes(c);
  }

  private skipSpace(): void {
    const { cursor } = this;
    for (;;) {
      while (cursor.peek() === ' ' || (cursor.peek() === '\t' && (this.flowLevel > 0 || !this.keyAllowed)))
        cursor.skip();
      if (cursor.peek() === '#') while (!isBreakOrEnd(cursor.peek())) cursor.next();
      if (!isBreak(cursor.peek())) return;
      cursor.nextBreak();
      if (this.flowLevel === 0) this.keyAllowed = true;
    }
  }

  private push(type: TokenType, mark: Mark, value = '', plain = false, end = this.cursor.offset): void {
    this.queue.push({ type, mark, end, value, plain });
  }

  // Closes the block collections that are indented more than a column.
  private unroll(column: number): void {
    if (this.flowLevel > 0) return;
    while (this.indent > column) {
      this.push('block-end', this.cursor.mark());
      this.indent = this.indents.pop()!;
    }
  }

  // Opens a block collection at a column, before the token of that number.
  private roll(
    column: number,
    type: 'block-sequence-start' | 'block-mapping-start',
    mark: Mark,
    number?: number,
  ): void {
    if (this.flowLevel > 0 || this.indent >= column) return;
    this.indents.push(this.indent);
    this.indent = column;
    const token: Token = { type, mark, end: mark.offset, value: '', plain: false };
    if (number === undefined) this.queue.push(token);
    else this.queue.splice(number - this.taken, 0, token);
  }

  private saveKey(): void {
    if (!this.keyAllowed) return;
    this.removeKey();
    const required = this.flowLevel === 0 && this.indent === this.cursor.column;
    const number = this.taken + this.queue.length;
    this.keys[this.keys.length - 1] = { possible: true, required, number, mark: this.cursor.mark() };
  }

  private removeKey(): void {
    const key = this.keys[this.keys.length - 1]!;
    if (key.possible && key.required) {
      throw this.fault("could not find expected ':'", 'while scanning a simple key', key.mark);
    }
    this.keys[this.keys.length - 1] = { ...key, possible: false };
  }

  private fetchEnd(): void {
    if (this.cursor.column !== 0) {
      this.cursor.column = 0;
      this.cursor.line++;
    }
    this.unroll(-1);
    this.removeKey();
    this.keyAllowed = false;
    this.ended = true;
    this.push('stream-end', this.cursor.mark());
  }

  private fetchDirective(): void {
    this.unroll(-1);
    this.removeKey();
    this.keyAllowed = false;
    const mark = this.cursor.mark();
    this.push('directive', mark, scanDirective(this.cursor));
  }

  private fetchMarker(): void {
    this.unroll(-1);
    this.removeKey();
    this.keyAllowed = false;
    const mark = this.cursor.mark();
    const type = this.cursor.peek() === '-' ? 'document-start' : 'document-end';
    this.cursor.skip(3);
    this.push(type, mark);
  }

  private fetchFlowStart(c: string): void {
    this.saveKey();
    this.keys.push({ ...NO_KEY, mark: this.cursor.mark() });
    this.flowLevel++;
    this.fetchOne(c === '[' ? 'flow-sequence-start' : 'flow-mapping-start', true);
  }

  private fetchFlowEnd(c: string): void {
    this.removeKey();
    if (this.flowLevel > 0) {
      this.flowLevel--;
      this.keys.pop();
    }
    this.fetchOne(c === ']' ? 'flow-sequence-end' : 'flow-mapping-end', false);
  }

  private fetchIndicator(type: TokenType, keyAllowed: boolean): void {
    this.removeKey();
    this.fetchOne(type, keyAllowed);
  }

  private fetchOne(type: TokenType, keyAllowed: boolean): void {
    this.keyAllowed = keyAllowed;
    const mark = this.cursor.mark();
    this.cursor.skip();
    this.push(type, mark);
  }

  private fetchBlockEntry(): void {
    if (this.flowLevel === 0) {
      if (!this.keyAllowed) throw this.fault('block sequence entries are not allowed in this context');
      this.roll(this.cursor.column, 'block-sequence-start', this.cursor.mark());
    }
    this.fetchIndicator('block-entry', true);
  }

  private fetchKey(): void {
    if (this.flowLevel === 0) {
      if (!this.keyAllowed) throw this.fault('mapping keys are not allowed in this context');
      this.roll(this.cursor.column, 'block-mapping-start', this.cursor.mark());
    }
    this.fetchIndicator('key', this.flowLevel === 0);
  }

  private fetchValue(): void {
    const level = this.keys.length - 1;
    if (this.isValid(level)) {
      const key = this.keys[level]!;
      this.queue.splice(key.number - this.taken, 0, {
        type: 'key',
        mark: key.mark,
        end: key.mark.offset,
        value: '',
        plain: false,
      });
      this.roll(key.mark.column, 'block-mapping-start', key.mark, key.number);
      this.keys[level] = { ...key, possible: false };
      this.fetchOne('value', false);
      return;
    }
    if (this.flowLevel === 0) {
      if (!this.keyAllowed) throw this.fault('mapping values are not allowed in this context');
      this.roll(this.cursor.column, 'block-mapping-start', this.cursor.mark());
    }
    this.fetchOne('value', this.flowLevel === 0);
  }

  private fetchAnchor(c: string): void {
    this.saveKey();
    this.keyAllowed = false;
    const mark = this.cursor.mark();
    this.cursor.skip();
    const from = this.cursor.offset;
    while (/^[\w-]$/.test(this.cursor.peek())) this.cursor.skip();
    const name = this.cursor.text.slice(from, this.cursor.offset);
    const after = this.cursor.peek();
    if (name === '' || !(isBlankOrEnd(after) || '?:,]}%@`'.includes(after))) {
      const context = c === '&' ? 'while scanning an anchor' : 'while scanning an alias';
      throw this.fault('did not find expected alphabetic or numeric character', context, mark);
    }
    this.push(c === '&' ? 'anchor' : 'alias', mark, name);
  }

  private fetchTag(): void {
    this.saveKey();
    this.keyAllowed = false;
    const mark = this.cursor.mark();
    this.push('tag', mark, scanTag(this.cursor, this.flowLevel > 0));
  }

  private fetchBlockScalar(): void {
    this.removeKey();
    this.keyAllowed = true;
    const mark = this.cursor.mark();
    const { value, end } = scanBlock(this.cursor, this.indent);
    this.push('scalar', mark, value, false, end);
  }

  private fetchQuoted(): void {
    this.saveKey();
    this.keyAllowed = false;
    const mark = this.cursor.mark();
    this.push('scalar', mark, scanQuoted(this.cursor));
  }

  private fetchPlain(): void {
    this.saveKey();
    this.keyAllowed = false;
    const mark = this.cursor.mark();
    const { value, end, broken } = scanPlain(this.cursor, this.flowLevel > 0, this.indent + 1);
    if (broken) this.keyAllowed = true;
    this.push('scalar', mark, value, true, end);
  }
}
