// What a template sees while it renders: scopes, payload, registers (Liquid 4.0.4, Context).

import type { Span } from '../diagnostics/diagnostic.ts';
import { type RubyHash, RubyObject, RubySymbol, type Value } from '../ruby/values.ts';
import type { LiquidEnvironment } from './environment.ts';
import { LiquidError } from './errors.ts';
import { parseExpression } from './expression.ts';
import type { LiquidHost } from './host.ts';
import type { ForloopDrop } from './loop-drops.ts';
import type { Condition, Variable } from './tree.ts';

/** site, page, layout, content … and the counters of increment and decrement, which go on from page to page. */
export interface Payload {
  get(key: string): Value | undefined;
  set(key: string, value: Value): unknown;
}

/** What one rendering is given. */
export interface RegisterInput {
  readonly host: LiquidHost;
  /** The page or document as a template sees it (`include_relative` starts there); null without one. */
  readonly page: Value;
}

/** What tags remember. Under Jekyll 4 it lives as long as the parsed template, under 3.10 as long as one rendering. */
export class TagState {
  /** cycle: the next index, by group. */
  readonly cycles: RubyHash = new Map();
  /** for: where `offset: continue` goes on, by the loop's name. */
  readonly offsets = new Map<string, number>();
  /** ifchanged: what it last printed. */
  ifChanged: string | null = null;
}

/** Registers, as tags and filters see them. */
export interface Registers extends RegisterInput {
  readonly state: TagState;
}

const MAX_SCOPES = 100;

export class Context {
  readonly env: LiquidEnvironment;
  readonly host: LiquidHost;
  readonly registers: Registers;
  readonly payload: Payload;
  /** The outermost first. assign and capture write to the outermost. */
  readonly scopes: Map<Value, Value>[] = [new Map()];
  /** break and continue that no loop has dealt with yet. */
  readonly interrupts: ('break' | 'continue')[] = [];
  /** The loops around, the innermost last. */
  readonly loops: ForloopDrop[] = [];
  /**
   * The text (or value) that was made last is US-ASCII to Ruby. Every function that renders leaves its result's here;
   * see Rendered in values.ts.
   */
  usAscii = false;
  /** The node that is being rendered, for the place of a fault. */
  place: { start: number; end: number } | null = null;
  /** The file that is being rendered. */
  source: Span['source'];
  /** Where that file was included from, the innermost last. */
  readonly includes: Span[] = [];
  /** Expressions that filters parse (where_exp), by their text. */
  readonly conditions = new Map<string, Condition>();
  readonly variables = new Map<string, Variable>();
  /** Outermost variables that hold a US-ASCII string. */
  readonly asciiNames = new Set<string>();
  private scopePushed = false;

  constructor(env: LiquidEnvironment, payload: Payload, registers: Registers, source: Span['source']) {
    this.env = env;
    this.host = registers.host;
    this.payload = payload;
    this.registers = registers;
    this.source = source;
  }

  /** A variable: in the innermost scope that has it, else in the payload. Null where nobody knows it. */
  find(name: Value): Value {
    const { scopes } = this;
    for (let i = scopes.length - 1; i >= 0; i--) {
      const value = scopes[i]!.get(name);
      if (value !== undefined) return toLiquid(value);
    }
    const value = typeof name === 'string' ? this.payload.get(name) : undefined;
    if (value === undefined) {
      if (this.env.strictVariables) {
        throw new LiquidError(
          'liquid-undefined-variable',
          `undefined variable ${String(name)}`,
          'liquid.strict_variables is set in _config.yml: every variable has to exist.',
        );
      }
      return null;
    }
    return toLiquid(value);
  }

  /** A variable as markup names it: `page.title`, `include.x`. */
  get(markup: string): Value {
    const expression = parseExpression(markup);
    if (expression.kind === 'lookup' && expression.steps.length === 0 && typeof expression.name === 'string') {
      return this.find(expression.name);
    }
    return this.evaluate(expression);
  }

  /** Set by the renderer (evaluate.ts), so that context and evaluation don't import each other. */
  evaluate: (expression: ReturnType<typeof parseExpression>) => Value = () => null;

  /** Opens a scope; it comes into being with the first `set`. Returns what `leave` wants back. */
  enter(): boolean {
    const outer = this.scopePushed;
    this.scopePushed = false;
    return outer;
  }

  leave(outer: boolean): void {
    if (this.scopePushed) this.scopes.pop();
    this.scopePushed = outer;
  }

  /** Writes to the scope that `enter` opened. */
  set(name: string, value: Value): void {
    if (!this.scopePushed) {
      if (this.scopes.length >= MAX_SCOPES) {
        throw new LiquidError('liquid-nesting', 'Nesting too deep', 'Does a file include itself?');
      }
      this.scopePushed = true;
      this.scopes.push(new Map());
    }
    this.scopes[this.scopes.length - 1]!.set(name, value);
  }

  /** Writes to the outermost scope, as assign and capture do. */
  assign(name: string, value: Value, usAscii: boolean): void {
    this.scopes[0]!.set(name, value);
    if (usAscii && typeof value === 'string') this.asciiNames.add(name);
    else if (this.asciiNames.size > 0) this.asciiNames.delete(name);
  }
}

/** to_liquid: an object as a template sees it; anything else is itself. */
export function toLiquid(value: Value): Value {
  if (typeof value !== 'object' || value === null) return value;
  if (value instanceof RubyObject) return value.toLiquid();
  return value instanceof RubySymbol ? value.name : value;
}
