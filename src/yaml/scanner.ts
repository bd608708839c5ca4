// Tokens, as libyaml 0.2.5's scanner finds them. They are queued while one of them may turn out to start a key.

import { BYTE_ORDER_MARK, HASH, isBlankOrEnd, isBreak, isWord, SPACE, TAB } from './characters.ts';
import { Cursor, YamlFault } from './cursor.ts';
import { scanBlock } from './scan-block.ts';
import { scanPlain, scanQuoted } from './scan-scalar.ts';
import { type Directive, scanDirective, scanTag, type Tag } from './scan-tag.ts';
import { SimpleKeys } from './simple-keys.ts';

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
  readonly mark: number;
  readonly end: number;
  /** A scalar's value; an anchor's or alias's name. */
  readonly value: string;
  /** For scalars: neither quoted nor a block. */
  readonly plain: boolean;
  readonly detail: Tag | Directive | null;
}

// The length from which an exhausted queue is emptied, to free its memory.
const QUEUE_LENGTH = 256;

export class Scanner {
  readonly #cursor: Cursor;
  readonly #keys: SimpleKeys;
  readonly #queue: Token[] = [];
  #head = 0;
  /** The number of tokens taken. */
  #taken = 0;
  /** Whether it is certain that the head of the queue is the next token. */
  #available = false;
  #flowLevel = 0;
  #indent = -1;
  readonly #indents: number[] = [];
  #keyAllowed = true;

  constructor(text: string) {
    this.#cursor = new Cursor(text);
    this.#keys = new SimpleKeys(this.#cursor);
  }

  /** How far libyaml has looked ahead. */
  get reach(): number {
    return this.#cursor.reach;
  }

  /** The next token, without taking it. */
  peek(): Token {
    if (!this.#available) {
      while (this.#head === this.#queue.length || this.#keys.oldest() === this.#taken) this.#fetch();
      this.#available = true;
    }
    return this.#queue[this.#head]!;
  }

  take(): Token {
    const token = this.peek();
    this.#available = false;
    this.#taken++;
    if (++this.#head === this.#queue.length && this.#head >= QUEUE_LENGTH) {
      this.#queue.length = 0;
      this.#head = 0;
    }
    return token;
  }

  #fault(problem: string, context = ''): YamlFault {
    return new YamlFault(problem, context, this.#cursor.offset, this.#cursor.offset);
  }

  #fetch(): void {
    const cursor = this.#cursor;
    this.#skipSpace();
    this.#keys.oldest();
    this.#unroll(cursor.column);
    cursor.lookFour();
    const c = cursor.text.charAt(cursor.offset);
    const next = cursor.code(1);
    const inFlow = this.#flowLevel > 0;
    if (c === '') this.#fetchEnd();
    else if (isWord(cursor.code()) && c !== '-') this.#fetchPlain();
    else if (cursor.column === 0 && c === '%') this.#fetchDirective();
    else if (cursor.atDocumentMarker()) this.#fetchMarker(c);
    else if (c === '[') this.#fetchFlowStart('flow-sequence-start');
    else if (c === '{') this.#fetchFlowStart('flow-mapping-start');
    else if (c === ']') this.#fetchFlowEnd('flow-sequence-end');
    else if (c === '}') this.#fetchFlowEnd('flow-mapping-end');
    else if (c === ',') this.#fetchIndicator('flow-entry', true);
    else if (c === '-' && isBlankOrEnd(next)) this.#fetchBlockEntry();
    else if (c === '?' && (inFlow || isBlankOrEnd(next))) this.#fetchKey();
    else if (c === ':' && (inFlow || isBlankOrEnd(next))) this.#fetchValue();
    else if (c === '*') this.#fetchAnchor('alias');
    else if (c === '&') this.#fetchAnchor('anchor');
    else if (c === '!') this.#fetchTag();
    else if (!inFlow && (c === '|' || c === '>')) this.#fetchBlockScalar();
    else if (c === "'" || c === '"') this.#fetchQuoted();
    else if (!'\t|>%@`'.includes(c)) this.#fetchPlain();
    else throw this.#fault('found character that cannot start any token', 'while scanning for the next token');
  }

  #skipSpace(): void {
    const cursor = this.#cursor;
    for (;;) {
      // A byte order mark is ignored at the start of any line, but takes up a column.
      if (cursor.column === 0 && cursor.code() === BYTE_ORDER_MARK) cursor.offset++;
      let c = cursor.code();
      while (c === SPACE || (c === TAB && (this.#flowLevel > 0 || !this.#keyAllowed))) {
        cursor.offset++;
        c = cursor.code();
      }
      if (c === HASH) {
        cursor.skipLine();
        c = cursor.code();
      }
      if (!isBreak(c)) return;
      cursor.nextBreak();
      if (this.#flowLevel === 0) this.#keyAllowed = true;
    }
  }

  #push(
    type: TokenType,
    mark: number,
    value = '',
    end = this.#cursor.offset,
    plain = false,
    detail: Token['detail'] = null,
  ): void {
    this.#queue.push({ type, mark, end, value, plain, detail });
  }

  #insert(type: TokenType, mark: number, number: number): void {
    const at = this.#head + number - this.#taken;
    this.#queue.splice(at, 0, { type, mark, end: mark, value: '', plain: false, detail: null });
  }

  // Closes the block collections that are indented further than `column`.
  #unroll(column: number): void {
    if (this.#flowLevel > 0) return;
    while (this.#indent > column) {
      this.#push('block-end', this.#cursor.offset);
      this.#indent = this.#indents.pop()!;
    }
  }

  // Opens a block collection at the column of `mark`, before the token with that number.
  #roll(type: 'block-sequence-start' | 'block-mapping-start', mark: number, number?: number): void {
    const column = mark - this.#cursor.lineStart;
    if (this.#flowLevel > 0 || this.#indent >= column) return;
    this.#indents.push(this.#indent);
    this.#indent = column;
    if (number === undefined) this.#push(type, mark, '', mark);
    else this.#insert(type, mark, number);
  }

  #saveKey(): void {
    if (!this.#keyAllowed) return;
    const required = this.#flowLevel === 0 && this.#indent === this.#cursor.column;
    this.#keys.save(this.#taken + this.#queue.length - this.#head, required);
  }

  #fetchEnd(): void {
    const cursor = this.#cursor;
    // The last line is ended even if the text doesn't end with a line break.
    if (cursor.column !== 0) cursor.lineStart = ++cursor.offset;
    this.#unroll(-1);
    this.#keys.remove();
    this.#keyAllowed = false;
    this.#push('stream-end', cursor.offset);
  }

  #fetchDirective(): void {
    this.#unroll(-1);
    this.#keys.remove();
    this.#keyAllowed = false;
    const mark = this.#cursor.offset;
    const directive = scanDirective(this.#cursor);
    this.#push('directive', mark, '', this.#cursor.offset, false, directive);
  }

  #fetchMarker(c: string): void {
    this.#unroll(-1);
    this.#keys.remove();
    this.#keyAllowed = false;
    const mark = this.#cursor.offset;
    this.#cursor.offset += 3;
    this.#push(c === '-' ? 'document-start' : 'document-end', mark);
  }

  #fetchFlowStart(type: TokenType): void {
    this.#saveKey();
    this.#keys.push();
    this.#flowLevel++;
    this.#fetchOne(type, true);
  }

  #fetchFlowEnd(type: TokenType): void {
    this.#keys.remove();
    if (this.#flowLevel > 0) {
      this.#flowLevel--;
      this.#keys.pop();
    }
    this.#fetchOne(type, false);
  }

  #fetchIndicator(type: TokenType, keyAllowed: boolean): void {
    this.#keys.remove();
    this.#fetchOne(type, keyAllowed);
  }

  #fetchOne(type: TokenType, keyAllowed: boolean): void {
    this.#keyAllowed = keyAllowed;
    this.#push(type, this.#cursor.offset++);
  }

  #fetchBlockEntry(): void {
    if (this.#flowLevel === 0) {
      if (!this.#keyAllowed) throw this.#fault('block sequence entries are not allowed in this context');
      this.#roll('block-sequence-start', this.#cursor.offset);
    }
    this.#fetchIndicator('block-entry', true);
  }

  #fetchKey(): void {
    if (this.#flowLevel === 0) {
      if (!this.#keyAllowed) throw this.#fault('mapping keys are not allowed in this context');
      this.#roll('block-mapping-start', this.#cursor.offset);
    }
    this.#fetchIndicator('key', this.#flowLevel === 0);
  }

  #fetchValue(): void {
    const key = this.#keys.top;
    if (key.possible) {
      this.#insert('key', key.mark, key.number);
      this.#roll('block-mapping-start', key.mark, key.number);
      key.possible = false;
      this.#fetchOne('value', false);
      return;
    }
    if (this.#flowLevel === 0) {
      if (!this.#keyAllowed) throw this.#fault('mapping values are not allowed in this context');
      this.#roll('block-mapping-start', this.#cursor.offset);
    }
    this.#fetchOne('value', this.#flowLevel === 0);
  }

  #fetchAnchor(type: 'anchor' | 'alias'): void {
    const cursor = this.#cursor;
    this.#saveKey();
    this.#keyAllowed = false;
    const mark = cursor.offset++;
    while (isWord(cursor.code())) cursor.offset++;
    const name = cursor.text.slice(mark + 1, cursor.offset);
    const after = cursor.code();
    if (name === '' || !(isBlankOrEnd(after) || '?:,]}%@`'.includes(String.fromCharCode(after)))) {
      const problem = 'did not find expected alphabetic or numeric character';
      throw new YamlFault(problem, `while scanning an ${type}`, mark, cursor.offset);
    }
    this.#push(type, mark, name);
  }

  #fetchTag(): void {
    this.#saveKey();
    this.#keyAllowed = false;
    const mark = this.#cursor.offset;
    const tag = scanTag(this.#cursor, this.#flowLevel > 0);
    this.#push('tag', mark, '', this.#cursor.offset, false, tag);
  }

  #fetchBlockScalar(): void {
    this.#keys.remove();
    this.#keyAllowed = true;
    const mark = this.#cursor.offset;
    const { value, end } = scanBlock(this.#cursor, this.#indent);
    this.#push('scalar', mark, value, end);
  }

  #fetchQuoted(): void {
    this.#saveKey();
    this.#keyAllowed = false;
    const mark = this.#cursor.offset;
    this.#push('scalar', mark, scanQuoted(this.#cursor));
  }

  #fetchPlain(): void {
    this.#saveKey();
    this.#keyAllowed = false;
    const mark = this.#cursor.offset;
    const { value, end, broken } = scanPlain(this.#cursor, this.#flowLevel > 0, this.#indent + 1);
    if (broken) this.#keyAllowed = true;
    this.#push('scalar', mark, value, end, true);
  }
}
