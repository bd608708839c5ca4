// Parses SCSS as Ruby Sass 3.7.4 does: text in, statements out.

import { type Blocks, type Context, parseAtRule } from './at-rule-parser.ts';
import { parseComment } from './comment-parser.ts';
import { RubySassError } from './error.ts';
import { BLANK, IDENTIFIER_START, LOUD_COMMENT, SILENT_COMMENT, STATIC_VALUE, trimmed } from './lexical.ts';
import { type Parts, stripped } from './parts.ts';
import { parseQueryList } from './query-parser.ts';
import { Reader } from './reader.ts';
import { normalizeName } from './script-parser.ts';
import type { Expression, MediaQuery, Statement } from './tree.ts';
import { unquoted } from './values.ts';

/** Throws a RubySassError. */
export function parseScss(source: string): readonly Statement[] {
  const reader = new Reader(source);
  const body = new Parser(reader).contents('sheet');
  if (!reader.isAtEnd) reader.fail('selector or at-rule');
  return body;
}

/** Parses media queries whose `#{}` have been replaced. */
export function parseQueries(source: string): readonly MediaQuery[] {
  const reader = new Reader(source);
  const found = parseQueryList(reader);
  if (found === null || !reader.isAtEnd) return reader.fail('media query list');
  return found;
}

class Parser implements Blocks {
  readonly reader: Reader;

  constructor(reader: Reader) {
    this.reader = reader;
  }

  block(context: Context): Statement[] {
    const { reader } = this;
    reader.expect('{');
    const body = this.contents(context);
    reader.expect('}');
    return body;
  }

  contents(context: Context): Statement[] {
    const { reader } = this;
    const body: Statement[] = [];
    for (;;) {
      this.#comments(body, context === 'sheet');
      const found = this.#statement(context);
      if (found !== null) body.push(...found);
      const last = found?.at(-1);
      const hasBlock =
        last !== undefined && 'body' in last && last.body !== null && reader.source[reader.at - 1] === '}';
      if (!reader.take(';') && !hasBlock) return body;
    }
  }

  #comments(body: Statement[], marks: boolean): void {
    const { reader } = this;
    for (;;) {
      if (reader.match(BLANK) !== null || reader.match(SILENT_COMMENT) !== null) continue;
      if (marks && (reader.take('<!--') || reader.take('-->'))) continue;
      const comment = parseComment(reader);
      if (comment === null) return;
      body.push(comment);
    }
  }

  #statement(context: Context): readonly Statement[] | null {
    const { reader } = this;
    if (reader.is('$')) return [this.#variable()];
    if (reader.is('@')) return parseAtRule(this);
    if (context === 'function') return null;
    if (context === 'sheet') {
      const selector = reader.loose();
      return selector === null ? null : [this.rule(selector)];
    }
    return this.#declarationOrRule();
  }

  rule(selector: Parts): Statement {
    return { kind: 'rule', selector: stripped(selector), body: this.block('block') };
  }

  #variable(): Statement {
    const { reader } = this;
    reader.at++;
    const name = normalizeName(reader.word());
    reader.space();
    reader.expect(':');
    reader.space();
    const value = reader.expression();
    let isDefault = false;
    let isGlobal = false;
    while (reader.take('!')) {
      const flag = reader.word();
      if (flag === 'default') isDefault = true;
      else if (flag === 'global') isGlobal = true;
      else throw new RubySassError(`Invalid flag "!${flag}".`);
      reader.space();
    }
    return { kind: 'variable', name, value, isDefault, isGlobal };
  }

  #declarationOrRule(): readonly Statement[] | null {
    const found = this.#declaration();
    if (found !== null && !Array.isArray(found)) return [found as Statement];
    const selector: Parts = [...((found as Parts | null) ?? [])];
    const more = this.reader.loose();
    if (found === null && more === null) return null;
    return [this.rule([...selector, ...(more ?? [])])];
  }

  /** A declaration, or the start of a selector that looked like one; null if nothing was read. */
  #declaration(): Statement | Parts | null {
    const { reader } = this;
    const name: Parts = [];
    const sign = reader.source[reader.at];
    if (sign === ':' || sign === '*' || sign === '.' || (sign === '#' && !reader.is('#{'))) {
      reader.at++;
      name.push(sign, reader.space());
      const word = reader.looseWord();
      if (word === null) return name;
      name.push(...word);
    } else {
      const word = reader.looseWord();
      if (word === null) return null;
      name.push(...word);
    }
    const comment = reader.match(LOUD_COMMENT);
    if (comment !== null) name.push(comment);
    const gap = reader.space();
    if (!reader.take(':')) return [...name, gap];
    if (typeof name[0] === 'string' && name[0].startsWith('--')) {
      return { kind: 'declaration', name: stripped(name), value: reader.raw(true), body: [] };
    }
    if (reader.take(':')) return [...name, gap, '::'];
    const space = reader.space();
    const middle = [...name, gap, ':', space];
    const maySelect = space === '' && (reader.looksAt(IDENTIFIER_START) || reader.is('#{'));
    const start = reader.at;
    let value: Expression;
    try {
      value = this.#value();
      const next = reader.source[reader.at];
      if (next === '{' ? maySelect : next !== ';' && next !== '}' && next !== undefined) reader.fail('";"');
    } catch (error) {
      if (!maySelect || !(error instanceof RubySassError)) throw error;
      reader.at = start;
      const more = reader.loose();
      if (reader.is(';')) throw error;
      return [...middle, ...(more ?? [])];
    }
    reader.space();
    const body = reader.is('{') ? this.block('block') : [];
    return { kind: 'declaration', name: stripped(name), value, body };
  }

  #value(): Expression {
    const { reader } = this;
    if (reader.is('{')) return { kind: 'literal', value: unquoted('') };
    const plain = reader.match(STATIC_VALUE);
    if (plain !== null) return { kind: 'literal', value: unquoted(trimmed(plain)) };
    return reader.expression();
  }
}
