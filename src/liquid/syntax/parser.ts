// Builds the tree from tokens (Liquid 4.0.4, BlockBody and Block). Errors are BuildErrors with a position.

import type { DiagnosticCode } from '../../diagnostics/catalogue.ts';
import { BuildError, type Report, type Source, type Span } from '../../diagnostics/diagnostic.ts';
import { lstrip, rstrip, strip } from '../../ruby/strings.ts';
import { LiquidError } from '../errors.ts';
import { parseConditionLaxly, parseConditionStrictly } from './condition.ts';
import { parseExpression } from './expression.ts';
import { MarkupError } from './lexer.ts';
import { isBlank } from './patterns.ts';
import { type Token, tokenize } from './tokenizer.ts';
import type { Body, Condition, Expression, TagContent, TagNode, Variable } from './tree.ts';
import { parseVariableLaxly, parseVariableStrictly } from './variable.ts';

/** The part of a site's Liquid that the parser needs. */
export interface Grammar {
  /** By name. End tags have no entry: an unknown name ends the current body. */
  readonly tags: ReadonlyMap<string, TagSyntax>;
  readonly errorMode: 'warn' | 'strict' | 'lax';
  readonly report: Report;
}

/** How a tag is parsed. */
export interface TagSyntax<Content extends TagContent = TagContent> {
  /**
   * Parses a tag. `markup` is everything after the name, without leading whitespace. A block parses its body with
   * `parser.block()`; errors are created with `parser.error()`.
   */
  parse(markup: string, parser: TagParser): Content;
}

/** A tag that isn't registered: the end or a branch of the enclosing block, or a mistake. */
export interface UnknownTag {
  readonly name: string;
  readonly markup: string;
}

/** The position of a template in its source. */
export interface Where {
  readonly source: Source;
  /** The offset in the source where the template starts. */
  readonly offset: number;
  /** Where the file was included, innermost first. */
  readonly includedFrom?: readonly Span[];
}

const TAG = /^\{%-?[ \t\r\n\f\v]*([A-Za-z0-9_]+)[ \t\r\n\f\v]*([\s\S]*?)-?%\}$/;
const OUTPUT = /^\{\{-?([\s\S]*?)-?\}\}$/;
const MAX_DEPTH = 100;

/** Parses one template. Tags parse their own part through a TagParser. */
export class TemplateParser {
  readonly grammar: Grammar;
  readonly where: Where;
  private readonly text: string;
  private readonly tokens: Token[];
  private at = 0;
  private depth = 0;
  private trim = false;
  /** No warning for lax parsing: Jekyll doesn't warn in includes, or in templates inside a tag. */
  private readonly quiet: boolean;

  constructor(text: string, grammar: Grammar, where: Where, quiet = where.includedFrom !== undefined) {
    this.grammar = grammar;
    this.where = where;
    this.quiet = quiet;
    this.text = text;
    this.tokens = tokenize(text);
  }

  /** Parses the whole template. */
  document(): Body {
    const body = newBody();
    const unknown = this.fill(body);
    if (unknown !== null) {
      const token = this.tokens[this.at - 1]!;
      if (unknown.name === 'else' || unknown.name === 'end') {
        const hint = 'No block is open here: remove the tag, or open the block before it.';
        this.fail('liquid-unknown-tag', `Unexpected outer '${unknown.name}' tag`, token, hint);
      }
      throw this.unknownTag(unknown.name, token);
    }
    return body;
  }

  /** Parses nodes into a body up to an unregistered tag; returns null at the end of the template. */
  fill(body: Body): UnknownTag | null {
    while (this.at < this.tokens.length) {
      const token = this.tokens[this.at++]!;
      const { text } = token;
      if (text.startsWith('{%')) {
        this.trimAround(body, text);
        const match = TAG.exec(text);
        if (match === null) {
          this.fail(
            'liquid-unterminated',
            `Tag '${text}' was not properly terminated with regexp: /\\%\\}/`,
            token,
            text.length > 2 ? 'A tag needs a name: {% name … %}.' : 'Close the tag with %}.',
          );
        }
        const name = match[1]!;
        const definition = this.grammar.tags.get(name);
        if (definition === undefined) return { name, markup: match[2]! };
        const node = this.tag(name, match[2]!, definition, token);
        body.blank &&= node.blank;
        body.nodes.push(node);
      } else if (text.startsWith('{{')) {
        this.trimAround(body, text);
        const match = OUTPUT.exec(text);
        if (match === null) {
          this.fail(
            'liquid-unterminated',
            `Variable '${text}' was not properly terminated with regexp: /\\}\\}/`,
            token,
            'Close the output with }}. To print braces as they are, put them between {% raw %} and {% endraw %}.',
          );
        }
        const variable = this.variable(match[1]!, token);
        body.nodes.push({ kind: 'output', variable, start: this.start(token), end: this.end(token) });
        body.blank = false;
      } else {
        const shown = this.trim ? lstrip(text) : text;
        this.trim = false;
        body.nodes.push({ kind: 'text', text: shown });
        body.blank &&= isBlank(shown);
      }
    }
    return null;
  }

  /** The next token unchanged, for a tag that parses its body itself (raw); null at the end. */
  shift(): string | null {
    return this.tokens[this.at++]?.text ?? null;
  }

  textFrom(token: Token): string {
    return this.text.slice(token.start);
  }

  /** Continues with the first token at or after an offset. */
  goTo(offset: number): void {
    while (this.at < this.tokens.length && this.tokens[this.at]!.start < offset) this.at++;
  }

  /** Parses a block one level deeper. */
  deeper<T>(token: Token, read: () => T): T {
    if (this.depth >= MAX_DEPTH) {
      this.fail('liquid-nesting', 'Nesting too deep', token, 'Blocks may be nested 100 levels deep.');
    }
    this.depth++;
    const result = read();
    this.depth--;
    return result;
  }

  variable(markup: string, token: Token): Variable {
    return this.switching(
      token,
      `in "{{${markup}}}"`,
      () => parseVariableStrictly(markup),
      () => parseVariableLaxly(markup),
    );
  }

  /** Tries strict parsing, then lax parsing with Liquid's warning (error_mode: warn). */
  switching<T>(token: Token, context: string, strictly: () => T, laxly: () => T): T {
    const mode = this.grammar.errorMode;
    try {
      if (mode !== 'lax') {
        try {
          return strictly();
        } catch (error) {
          if (!(error instanceof MarkupError)) throw error;
          if (mode === 'strict') {
            this.fail(
              'liquid-syntax',
              `${error.message} ${context}`,
              token,
              'liquid.error_mode is strict in _config.yml.',
            );
          }
          if (this.quiet) return laxly();
          this.grammar.report({
            code: 'liquid-lax-syntax',
            severity: 'warning',
            message: `Liquid syntax error: ${error.message} ${context}`,
            span: this.span(token),
            hint: 'Liquid ignores the part that it does not understand. Correct it, or put it between {% raw %} and {% endraw %} to print it as it is.',
          });
        }
      }
      return laxly();
    } catch (error) {
      if (error instanceof MarkupError) this.fail('liquid-syntax', error.message, token);
      if (error instanceof LiquidError) this.fail(error.code, error.message, token, error.hint, error);
      throw error;
    }
  }

  fail(code: DiagnosticCode, message: string, token: Token, hint?: string, cause?: unknown): never {
    throw this.error(code, message, token, hint, cause);
  }

  /** Creates an error with a position. */
  error(
    code: DiagnosticCode,
    message: string,
    token: Token,
    hint?: string,
    cause?: unknown,
    about?: string,
  ): BuildError {
    return new BuildError(
      {
        code,
        message,
        span: this.span(token),
        ...(hint === undefined ? {} : { hint }),
        ...(about === undefined ? {} : { about }),
        ...(this.where.includedFrom ? { includedFrom: this.where.includedFrom } : {}),
      },
      cause,
    );
  }

  /** The token read last. */
  lastToken(): Token {
    return this.tokens[this.at - 1]!;
  }

  start(token: Token): number {
    return this.where.offset + token.start;
  }

  end(token: Token): number {
    return this.where.offset + token.start + token.text.length;
  }

  /** Creates the error for an unknown tag. Its likely origin is only looked up after the build has failed. */
  unknownTag(name: string, token: Token): BuildError {
    const isElsif = name === 'elseif' || name === 'elif';
    const hint = isElsif
      ? 'Liquid calls it elsif.'
      : /^end./.test(name)
        ? `No ${name.slice(3)} block is open here.`
        : undefined;
    return this.error('liquid-unknown-tag', `Unknown tag '${name}'`, token, hint, undefined, name);
  }

  private span(token: Token): Span {
    return { source: this.where.source, start: this.start(token), end: this.end(token) };
  }

  private tag(name: string, markup: string, definition: TagSyntax, token: Token): TagNode {
    const parser = new TagParser(this, name, token);
    let content: TagContent;
    try {
      content = definition.parse(markup, parser);
    } catch (error) {
      if (error instanceof LiquidError) this.fail(error.code, error.message, token, error.hint, error);
      throw error;
    }
    return {
      kind: 'tag',
      name,
      content,
      blank: content.blank ?? false,
      block: content.block ?? false,
      start: this.start(token),
      end: this.end(token),
    };
  }

  // `{%-` strips the text before it, `-%}` the text after it; the flag applies to the next token.
  private trimAround(body: Body, token: string): void {
    if (token[2] === '-') {
      const last = body.nodes[body.nodes.length - 1];
      if (last?.kind === 'text') last.text = rstrip(last.text);
    }
    this.trim = token[token.length - 3] === '-';
  }
}

export const newBody = (): Body => ({ nodes: [], blank: true });

/** Passed to a tag's parse: its position, and parsers for markup and bodies. */
export class TagParser {
  readonly name: string;
  /** Everything parsed so far is blank. */
  blank = true;
  private readonly template: TemplateParser;
  private readonly token: Token;

  constructor(template: TemplateParser, name: string, token: Token) {
    this.template = template;
    this.name = name;
    this.token = token;
  }

  /** Parses the body of a block up to its end tag. Any other unregistered tag is an error. */
  block(): Body {
    const body = newBody();
    const unknown = this.fill(body);
    if (unknown !== null) throw this.unexpected(unknown);
    return body;
  }

  /**
   * Parses into a body up to the block's end tag (returns null) or an unregistered tag, which the caller handles: as
   * its own branch, or with `unexpected`.
   */
  fill(body: Body): UnknownTag | null {
    return this.template.deeper(this.token, () => {
      const unknown = this.template.fill(body);
      this.blank &&= body.blank;
      if (unknown === null) {
        throw this.error(
          `'${this.name}' tag was never closed`,
          `Close it with {% end${this.name} %}.`,
          'liquid-unclosed',
        );
      }
      return unknown.name === `end${this.name}` ? null : unknown;
    });
  }

  /** Creates the error for an unregistered tag in this block, with Liquid's wording. */
  unexpected(tag: UnknownTag): BuildError {
    const at = this.template.lastToken();
    if (tag.name === 'else') {
      return this.template.error('liquid-unexpected-else', `${this.name} tag does not expect 'else' tag`, at);
    }
    if (tag.name.startsWith('end')) {
      return this.template.error(
        'liquid-wrong-end',
        `'${tag.name}' is not a valid delimiter for ${this.name} tags. use end${this.name}`,
        at,
        `Close the ${this.name} block first.`,
      );
    }
    return this.template.unknownTag(tag.name, at);
  }

  /** The next token unchanged; null at the end of the template. */
  shift(): string | null {
    return this.template.shift();
  }

  /** The template from this tag on, for a tag with its own grammar. */
  rest(): string {
    return this.template.textFrom(this.token);
  }

  /** Continues after the given number of characters of `rest`. */
  skip(length: number): void {
    this.template.goTo(this.token.start + length);
  }

  /** Parses a value: quoted string, number or name. Never fails. */
  expression(markup: string | undefined): Expression {
    return parseExpression(markup);
  }

  /** Parses a value with filters. */
  variable(markup: string): Variable {
    return this.template.variable(markup, this.token);
  }

  condition(markup: string): Condition {
    return this.switching(
      markup,
      () => parseConditionStrictly(markup),
      () => parseConditionLaxly(markup),
    );
  }

  /** Tries strict parsing, then lax parsing with a warning, depending on errorMode. */
  switching<T>(markup: string, strictly: () => T, laxly: () => T): T {
    return this.template.switching(this.token, `in "${strip(markup)}"`, strictly, laxly);
  }

  /** Parses a template inside the tag's markup, such as an include's computed name. */
  inner(text: string): Body {
    const offset = Math.max(this.template.start(this.token) + this.token.text.indexOf(text), 0);
    return new TemplateParser(text, this.template.grammar, { ...this.template.where, offset }, true).document();
  }

  /** Creates an error at this tag. */
  error(message: string, hint?: string, code: DiagnosticCode = 'liquid-syntax'): BuildError {
    return this.template.error(code, message, this.token, hint);
  }
}
