// SCSS as Ruby Sass 3.7.4 reads it: text in, statements out.

import {
  BLANK,
  HYPHENS_BEFORE_INTERPOLATION,
  IDENTIFIER,
  IDENTIFIER_START,
  LOOSE_TEXT,
  LOUD_COMMENT,
  NAME,
  normalizeEscapes,
  RAW_VALUE,
  RAW_VALUE_IN_BRACKETS,
  SILENT_COMMENT,
  STATIC_VALUE,
  STRING,
  trimmed,
  URL_CHARACTER,
  URL_END,
  URL_START,
  unescapeString,
} from './lexical.ts';
import { normalizeName, ScriptParser } from './script-parser.ts';
import type { Condition, Expression, MediaQuery, Statement, Template } from './tree.ts';
import { quoted, RubySassError, unquoted } from './values.ts';

type Context = 'sheet' | 'block' | 'function';
type Parts = (string | Expression)[];

const COMPARISONS = ['=', '<', '<=', '>', '>='];
const AND = /and/iy;
const AND_OR = /and|or/iy;
const NOT = /not/iy;
const ELSE = /@else/y;
const OPTIONAL = /![ \t\r\n\f]*optional/iy;
const SUPPORTS_CALL = /supports\(/iy;
const URL_CALL = /url\(/iy;
const COMPARISON = /=|[<>]=?/y;

/** Strings that follow each other made one. */
function merged(parts: Template): Parts {
  const result: Parts = [];
  for (const part of parts) {
    const last = result.length - 1;
    if (typeof part === 'string' && typeof result[last] === 'string') result[last] += part;
    else result.push(part);
  }
  return result;
}

/** Without space at both ends. */
function stripped(parts: Parts): Parts {
  const result = merged(parts);
  if (typeof result[0] === 'string') result[0] = result[0].replace(/^[\0 \t\r\n\f\v]+/, '');
  const last = result.length - 1;
  if (typeof result[last] === 'string') result[last] = result[last].replace(/(?<!\\)[ \t\r\n\f\v]+$/, '');
  return result;
}

class Parser {
  readonly #source: string;
  #at = 0;

  constructor(source: string) {
    this.#source = source.includes('\r') ? source.replaceAll('\r', '') : source;
  }

  sheet(): Statement[] {
    const body = this.#contents('sheet');
    if (this.#at < this.#source.length) this.#fail('selector or at-rule');
    return body;
  }

  queries(): readonly MediaQuery[] {
    const found = this.#queryList();
    if (found === null || this.#at < this.#source.length) this.#fail('media query list');
    return found;
  }

  // Text

  #match(pattern: RegExp): string | null {
    pattern.lastIndex = this.#at;
    const found = pattern.exec(this.#source);
    if (found === null) return null;
    this.#at = pattern.lastIndex;
    return found[0];
  }

  #looksAt(pattern: RegExp): boolean {
    pattern.lastIndex = this.#at;
    return pattern.test(this.#source);
  }

  #is(character: string): boolean {
    return this.#source.startsWith(character, this.#at);
  }

  #take(text: string): boolean {
    if (!this.#is(text)) return false;
    this.#at += text.length;
    return true;
  }

  #expect(text: string): void {
    if (!this.#take(text)) this.#fail(`"${text}"`);
  }

  #fail(expected: string): never {
    const was = this.#source.slice(this.#at, this.#at + 20).split('\n')[0];
    throw new RubySassError(`Invalid CSS: expected ${expected}, was "${was}"`);
  }

  /** White space; comments are passed over. */
  #space(): string {
    let text = '';
    for (;;) {
      const blank = this.#match(BLANK);
      if (blank !== null) text += blank;
      else if (this.#match(SILENT_COMMENT) === null && this.#match(LOUD_COMMENT) === null) return text;
    }
  }

  #script<T>(read: (parser: ScriptParser) => T, stop: readonly string[] = []): T {
    const parser = new ScriptParser(this.#source, this.#at, stop);
    const found = read(parser);
    this.#at = parser.position;
    return found;
  }

  #expression(stop?: readonly string[]): Expression {
    return this.#script((parser) => parser.expression(), stop);
  }

  #interpolation(): Expression | null {
    return this.#take('#{') ? this.#script((parser) => parser.interpolated()) : null;
  }

  #word(): string {
    return normalizeEscapes(this.#match(IDENTIFIER) ?? this.#fail('identifier'));
  }

  /** A word with `#{}` in it. */
  #looseWord(): Parts | null {
    const word = this.#match(IDENTIFIER);
    const first =
      word !== null ? normalizeEscapes(word) : (this.#interpolation() ?? this.#match(HYPHENS_BEFORE_INTERPOLATION));
    if (first === null) return null;
    const parts: Parts = [first];
    for (;;) {
      const name = this.#match(NAME);
      const next = name !== null ? normalizeEscapes(name) : this.#interpolation();
      if (next === null) return parts;
      parts.push(next);
    }
  }

  /** A string with its quotes, or a `url()`, as it is written but for its `#{}`. */
  #looseString(): Parts | null {
    const mark = this.#source[this.#at];
    if (mark === '"' || mark === "'") {
      const start = this.#at;
      const parts: Parts = [];
      let from = this.#at++;
      for (;;) {
        const character = this.#source[this.#at];
        if (character === undefined) {
          this.#at = start;
          return null;
        }
        if (character === '\\') this.#at += 2;
        else if (character === mark) {
          parts.push(this.#source.slice(from, ++this.#at));
          return parts;
        } else if (this.#is('#{')) {
          parts.push(this.#source.slice(from, this.#at), this.#interpolation()!);
          from = this.#at;
        } else this.#at++;
      }
    }
    if (mark !== 'u') return null;
    const start = this.#at;
    const head = this.#match(URL_START);
    if (head === null) return null;
    const parts: Parts = [head];
    for (;;) {
      const end = this.#match(URL_END);
      if (end !== null) return [...parts, end];
      const part = this.#interpolation() ?? this.#match(URL_CHARACTER);
      if (part === null) {
        this.#at = start;
        return null;
      }
      parts.push(part);
    }
  }

  /** A selector, or what an at-rule says, up to its block or end. */
  #loose(): Parts | null {
    const parts: Parts = [];
    for (;;) {
      const text = this.#match(LOOSE_TEXT) ?? this.#match(LOUD_COMMENT) ?? this.#match(SILENT_COMMENT);
      if (text !== null) {
        parts.push(text);
        continue;
      }
      const more = this.#looseString() ?? this.#interpolation();
      if (more === null) return parts.length === 0 ? null : merged(parts);
      if (Array.isArray(more)) parts.push(...more);
      else parts.push(more as Expression);
    }
  }

  /** A custom property's value. */
  #raw(outer: boolean): Parts {
    const parts: Parts = [];
    const pairs: Readonly<Record<string, string>> = { '(': ')', '[': ']', '{': '}' };
    for (;;) {
      const text = this.#match(outer ? RAW_VALUE : RAW_VALUE_IN_BRACKETS);
      if (text !== null) {
        parts.push(text);
        continue;
      }
      const more = this.#looseString() ?? this.#interpolation() ?? this.#match(LOUD_COMMENT);
      if (more !== null) {
        if (Array.isArray(more)) parts.push(...more);
        else parts.push(more as Expression | string);
        continue;
      }
      const blank = this.#match(BLANK);
      if (blank !== null) {
        parts.push(blank.includes('\n') ? blank.slice(blank.indexOf('\n')) : ' ');
        continue;
      }
      const open = this.#source[this.#at];
      const close = open === undefined ? undefined : pairs[open];
      if (close === undefined) return merged(parts);
      this.#at++;
      parts.push(open!, ...this.#raw(false), close);
      this.#expect(close);
    }
  }

  // Blocks

  #block(context: Context): Statement[] {
    this.#expect('{');
    const body = this.#contents(context);
    this.#expect('}');
    return body;
  }

  #contents(context: Context): Statement[] {
    const body: Statement[] = [];
    for (;;) {
      this.#comments(body, context === 'sheet');
      const found = this.#statement(context);
      if (found !== null) body.push(...found);
      const last = found?.at(-1);
      const hasBlock = last !== undefined && 'body' in last && last.body !== null && this.#source[this.#at - 1] === '}';
      if (!this.#take(';') && !hasBlock) return body;
    }
  }

  #comments(body: Statement[], marks: boolean): void {
    for (;;) {
      if (this.#match(BLANK) !== null || this.#match(SILENT_COMMENT) !== null) continue;
      if (marks && (this.#take('<!--') || this.#take('-->'))) continue;
      const start = this.#at;
      const text = this.#match(LOUD_COMMENT);
      if (text === null) return;
      const lineStart = this.#source.lastIndexOf('\n', start - 1) + 1;
      const indent = this.#source.slice(lineStart, start).replace(/[^\s]/g, ' ');
      body.push({ kind: 'comment', text: this.#comment(indent, text, start), loud: text.startsWith('/*!') });
    }
  }

  #comment(indent: string, text: string, start: number): Template {
    const parts: Parts = [indent];
    let from = 0;
    const open = /(\\*)#\{/g;
    for (let found = open.exec(text); found !== null; found = open.exec(text)) {
      const escapes = found[1]!.length;
      parts.push(text.slice(from, found.index));
      if (escapes % 2 === 1) parts.push(`${'\\'.repeat(escapes - 1)}#{`);
      else {
        parts.push('\\'.repeat(Math.max(0, escapes - 1)));
        const parser = new ScriptParser(this.#source, start + open.lastIndex);
        parts.push(parser.interpolated());
        open.lastIndex = parser.position - start;
      }
      from = open.lastIndex;
    }
    parts.push(text.slice(from));
    return unindented(merged(parts));
  }

  #statement(context: Context): readonly Statement[] | null {
    if (this.#is('$')) return [this.#variable()];
    if (this.#is('@')) return this.#directive();
    if (context === 'function') return null;
    if (context === 'sheet') {
      const selector = this.#loose();
      return selector === null ? null : [this.#rule(selector)];
    }
    return this.#declarationOrRule();
  }

  #rule(selector: Parts): Statement {
    return { kind: 'rule', selector: stripped(selector), body: this.#block('block') };
  }

  #variable(): Statement {
    this.#at++;
    const name = normalizeName(this.#word());
    this.#space();
    this.#expect(':');
    this.#space();
    const value = this.#expression();
    let isDefault = false;
    let isGlobal = false;
    while (this.#take('!')) {
      const flag = this.#word();
      if (flag === 'default') isDefault = true;
      else if (flag === 'global') isGlobal = true;
      else throw new RubySassError(`Invalid flag "!${flag}".`);
      this.#space();
    }
    return { kind: 'variable', name, value, isDefault, isGlobal };
  }

  #declarationOrRule(): readonly Statement[] | null {
    const found = this.#declaration();
    if (found !== null && !Array.isArray(found)) return [found as Statement];
    const selector: Parts = [...((found as Parts | null) ?? [])];
    const more = this.#loose();
    if (found === null && more === null) return null;
    return [this.#rule([...selector, ...(more ?? [])])];
  }

  /** A declaration, or the start of a selector that looked like one; null where nothing was read. */
  #declaration(): Statement | Parts | null {
    const name: Parts = [];
    const sign = this.#source[this.#at];
    if (sign === ':' || sign === '*' || sign === '.' || (sign === '#' && !this.#is('#{'))) {
      this.#at++;
      name.push(sign, this.#space());
      const word = this.#looseWord();
      if (word === null) return name;
      name.push(...word);
    } else {
      const word = this.#looseWord();
      if (word === null) return null;
      name.push(...word);
    }
    const comment = this.#match(LOUD_COMMENT);
    if (comment !== null) name.push(comment);
    const gap = this.#space();
    if (!this.#take(':')) return [...name, gap];
    if (typeof name[0] === 'string' && name[0].startsWith('--')) {
      return { kind: 'declaration', name: stripped(name), value: this.#raw(true), body: [] };
    }
    if (this.#take(':')) return [...name, gap, '::'];
    const space = this.#space();
    const middle = [...name, gap, ':', space];
    const maySelect = space === '' && (this.#looksAt(IDENTIFIER_START) || this.#is('#{'));
    const start = this.#at;
    let value: Expression;
    try {
      value = this.#value();
      const next = this.#source[this.#at];
      if (next === '{' ? maySelect : next !== ';' && next !== '}' && next !== undefined) this.#fail('";"');
    } catch (error) {
      if (!maySelect || !(error instanceof RubySassError)) throw error;
      this.#at = start;
      const more = this.#loose();
      if (this.#is(';')) throw error;
      return [...middle, ...(more ?? [])];
    }
    this.#space();
    const body = this.#is('{') ? this.#block('block') : [];
    return { kind: 'declaration', name: stripped(name), value, body };
  }

  #value(): Expression {
    if (this.#is('{')) return { kind: 'literal', value: unquoted('') };
    const plain = this.#match(STATIC_VALUE);
    if (plain !== null) return { kind: 'literal', value: unquoted(trimmed(plain)) };
    return this.#expression();
  }

  // At-rules

  #directive(): readonly Statement[] {
    this.#at++;
    const name = this.#word();
    this.#space();
    switch (name.replaceAll('_', '-')) {
      case 'mixin':
      case 'function': {
        const own = normalizeName(this.#word());
        const parameters = this.#script((parser) => parser.parameters(name === 'function'));
        this.#space();
        if (name === 'mixin') return [{ kind: 'mixin', name: own, parameters, body: this.#block('block') }];
        return [{ kind: 'function', name: own, parameters, body: this.#block('function') }];
      }
      case 'include': {
        const own = normalizeName(this.#word());
        const args = this.#script((parser) => parser.includeArguments());
        this.#space();
        return [{ kind: 'include', name: own, args, body: this.#is('{') ? this.#block('block') : null }];
      }
      case 'content':
        return [{ kind: 'content' }];
      case 'return':
        return [{ kind: 'return', value: this.#expression() }];
      case 'debug':
      case 'warn':
      case 'error':
        return [{ kind: 'message', level: name as 'warn', value: this.#expression() }];
      case 'for':
        return [this.#for()];
      case 'each':
        return [this.#each()];
      case 'while': {
        const test = this.#expression();
        this.#space();
        return [{ kind: 'while', test, body: this.#block('block') }];
      }
      case 'if': {
        const test = this.#expression();
        this.#space();
        return [this.#if(test)];
      }
      case 'else':
        throw new RubySassError('Invalid CSS: @else must come after @if');
      case 'extend': {
        const selector = stripped(this.#loose() ?? this.#fail('selector'));
        const optional = this.#match(OPTIONAL) !== null;
        this.#space();
        return [{ kind: 'extend', selector, optional }];
      }
      case 'import':
        return this.#imports();
      case 'media':
        return [{ kind: 'media', queries: this.#queryList() ?? this.#fail('media query'), body: this.#block('block') }];
      case 'charset':
        if (this.#match(STRING) === null) this.#fail('string');
        this.#space();
        return [{ kind: 'charset' }];
      case 'at-root':
        return [this.#atRoot()];
    }
    if (name.replace(/^-[a-zA-Z0-9]+-/, '') === 'supports') {
      const condition = this.#condition();
      return [{ kind: 'supports', name, condition, body: this.#block('block') }];
    }
    const value = this.#loose();
    const head = merged(value === null ? [`@${name}`] : [`@${name} `, ...stripped(value)]);
    const body = this.#is('{') ? this.#block('block') : null;
    return [{ kind: 'directive', name: `@${name}`, value: head, body }];
  }

  #for(): Statement {
    this.#expect('$');
    const name = normalizeName(this.#word());
    this.#space();
    this.#expect('from');
    const from = this.#expression(['to', 'through']);
    this.#space();
    const exclusive = !this.#take('through');
    if (exclusive) this.#expect('to');
    const to = this.#expression();
    this.#space();
    return { kind: 'for', name, from, to, exclusive, body: this.#block('block') };
  }

  #each(): Statement {
    const names: string[] = [];
    do {
      this.#space();
      this.#expect('$');
      names.push(normalizeName(this.#word()));
      this.#space();
    } while (this.#take(','));
    this.#expect('in');
    const list = this.#expression();
    this.#space();
    return { kind: 'each', names, list, body: this.#block('block') };
  }

  #if(test: Expression | null): Statement {
    const body = this.#block('block');
    const after = this.#at;
    let otherwise: Statement | null = null;
    this.#space();
    if (this.#match(ELSE) === null) this.#at = after;
    else {
      this.#space();
      const next = this.#take('if') ? this.#expression() : null;
      this.#space();
      otherwise = this.#if(next);
    }
    return { kind: 'if', test, body, otherwise };
  }

  #imports(): Statement[] {
    const found: Statement[] = [];
    do {
      this.#space();
      if (this.#looksAt(URL_CALL)) {
        const uri = this.#script((parser) => parser.string());
        found.push(this.#cssImport(uri));
        continue;
      }
      const text = this.#match(STRING) ?? this.#fail('file to import (string or url())');
      const path = unescapeString(text.slice(1, -1));
      this.#space();
      const css = this.#cssImport({ kind: 'literal', value: quoted(path) });
      const isCss = css.kind === 'css-import' && (css.queries !== null || css.supports !== null);
      if (isCss || /^(?:https?:)?\/\//.test(path)) found.push(css);
      else found.push({ kind: 'import', name: path.trim() });
    } while (this.#take(','));
    return found;
  }

  #cssImport(uri: Expression): Statement {
    this.#space();
    let supports: Condition | null = null;
    if (this.#match(SUPPORTS_CALL) !== null) {
      this.#space();
      supports = this.#looksAt(NOT) || this.#is('(') || this.#is('#{') ? this.#condition() : this.#declared();
      this.#space();
      this.#expect(')');
    }
    this.#space();
    return { kind: 'css-import', uri, supports, queries: this.#queryList() };
  }

  #atRoot(): Statement {
    if (this.#is('(')) {
      const query = this.#feature();
      return { kind: 'at-root', query, body: this.#block('block') };
    }
    const selector = this.#loose();
    if (selector !== null) return { kind: 'at-root', query: null, body: [this.#rule(selector)] };
    return { kind: 'at-root', query: null, body: this.#block('sheet') };
  }

  // Media queries and conditions

  #queryList(): readonly MediaQuery[] | null {
    const first = this.#query();
    if (first === null) return null;
    const queries = [first];
    this.#space();
    while (this.#take(',')) {
      this.#space();
      queries.push(this.#query() ?? this.#fail('media query'));
    }
    this.#space();
    return queries;
  }

  #query(): MediaQuery | null {
    const first = this.#looseWord();
    let modifier: Parts = [];
    let type: Parts = [];
    if (first !== null) {
      this.#space();
      const second = this.#looseWord();
      this.#space();
      if (second?.length === 1 && typeof second[0] === 'string' && second[0].toLowerCase() === 'and') type = first;
      else {
        if (second === null) type = first;
        else [modifier, type] = [first, second];
        if (this.#match(AND) === null) return { modifier, type, features: [] };
        this.#space();
      }
    }
    const feature = this.#feature();
    if (feature === null) return first === null ? null : this.#fail('media expression');
    const features = [feature];
    this.#space();
    while (this.#match(AND) !== null) {
      this.#space();
      features.push(this.#feature() ?? this.#fail('media expression'));
    }
    return { modifier, type, features };
  }

  #feature(): Parts | null {
    const interpolation = this.#interpolation();
    if (interpolation !== null) {
      this.#space();
      return [interpolation];
    }
    if (!this.#take('(')) return null;
    this.#space();
    const parts: Parts = ['(', this.#expression(COMPARISONS)];
    this.#space();
    if (this.#take(':')) {
      this.#space();
      parts.push(': ', this.#expression());
    } else {
      for (let sign = this.#match(COMPARISON); sign !== null; sign = this.#match(COMPARISON)) {
        this.#space();
        parts.push(` ${sign} `, this.#expression(COMPARISONS));
        this.#space();
      }
    }
    this.#space();
    this.#expect(')');
    this.#space();
    parts.push(')');
    return parts;
  }

  #condition(): Condition {
    if (this.#match(NOT) !== null) {
      this.#space();
      return { kind: 'not', condition: this.#conditionInParentheses() };
    }
    let left = this.#conditionInParentheses();
    let pattern = AND_OR;
    for (let operator = this.#match(pattern); operator !== null; operator = this.#match(pattern)) {
      pattern = operator.toLowerCase() === 'and' ? AND : /or/iy;
      this.#space();
      left = { kind: 'operator', operator, left, right: this.#conditionInParentheses() };
    }
    return left;
  }

  #conditionInParentheses(): Condition {
    const value = this.#interpolation();
    if (value !== null) {
      this.#space();
      return { kind: 'interpolation', value };
    }
    this.#expect('(');
    this.#space();
    const inner =
      this.#is('(') || this.#is('#{') || this.#looksAt(/not[ \t\r\n\f(]/iy) ? this.#condition() : this.#declared();
    this.#space();
    this.#expect(')');
    this.#space();
    return inner;
  }

  #declared(): Condition {
    const name = this.#expression();
    this.#space();
    this.#expect(':');
    this.#space();
    return { kind: 'declaration', name, value: this.#expression() };
  }
}

/** A comment's lines without the indentation that all of them share. */
function unindented(parts: Parts): Template {
  const text = parts.map((part) => (typeof part === 'string' ? part : '\u0001')).join('');
  const lines = text.split('\n');
  let shared = /^[ \t]*/.exec(lines[0]!)![0];
  for (const line of lines) {
    const own = /^[ \t]*/.exec(line)![0];
    let length = 0;
    while (length < shared.length && own[length] === shared[length]) length++;
    shared = shared.slice(0, length);
  }
  if (shared === '') return parts;
  let isStart = true;
  return parts.map((part) => {
    if (typeof part !== 'string') {
      isStart = false;
      return part;
    }
    const clean = part
      .split('\n')
      .map((line, i) => ((i > 0 || isStart) && line.startsWith(shared) ? line.slice(shared.length) : line))
      .join('\n');
    isStart = false;
    return clean;
  });
}

/** Throws a RubySassError. */
export const parseScss = (source: string): readonly Statement[] => new Parser(source).sheet();

/** Media queries whose `#{}` have been replaced. */
export const parseQueries = (source: string): readonly MediaQuery[] => new Parser(source).queries();
