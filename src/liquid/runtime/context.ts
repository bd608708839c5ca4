// The state of a rendering: scopes, payload, registers (Liquid 4.0.4, Context). Filter types are here too, since
// filters take the context and the context refers to them.

import type { Stack } from '../../config/stacks.ts';
import type { Debug } from '../../diagnostics/debug.ts';
import type { Diagnostic, Report, Source, Span } from '../../diagnostics/diagnostic.ts';
import type { Text } from '../../ruby/us-ascii.ts';
import { type RubyHash, toLiquid, type Value } from '../../ruby/values.ts';
import { LiquidError, undefinedVariable } from '../errors.ts';
import type { FilterCall } from '../syntax/tree.ts';
import type { DateTexts } from './date-texts.ts';
import type { LiquidHost } from './host.ts';
import { type LimitSettings, Limits } from './limits.ts';
import type { ForloopDrop } from './loop-drops.ts';

/** site, page, layout, content …, and the counters of increment and decrement, which persist from page to page. */
export interface Payload {
  get(key: string): Value | undefined;
  set(key: string, value: Value): unknown;
}

/** What all templates of a site share. */
export interface Runtime {
  readonly stack: Stack;
  readonly report: Report;
  /** `liquid.error_mode`: how to treat markup outside the strict grammar. */
  readonly errorMode: 'warn' | 'strict' | 'lax';
  /** `liquid.strict_filters`: an unknown filter stops the build. */
  readonly strictFilters: boolean;
  /** `liquid.strict_variables`: an unknown variable stops the build. */
  readonly strictVariables: boolean;
  readonly limits: LimitSettings;
  readonly debug: Debug;
  readonly filters: ReadonlyMap<string, FilterDefinition>;
  readonly encodings: ReadonlyMap<FilterDefinition, FilterEncoding>;
  readonly dates: DateTexts;
}

export interface FilterDefinition {
  /** Minimum and maximum number of arguments after the input. Any other number is an ArgumentError, as in Ruby. */
  readonly arity: readonly [least: number, most: number];
  /** Throws a LiquidError (errors.ts) where Ruby raises an exception. */
  apply(input: Value, args: readonly Value[], context: Context): Value;
  /** A function that runs this filter and the next in one step; null if they can't be combined. */
  fuse?(call: FilterCall, next: FilterCall, nextFilter: FilterDefinition | undefined): Fused | null;
}

/** Two filters combined, for a string. */
export type Fused = (text: string) => string;

/** A filter's effect on encodings. Without it, the result is UTF-8 unless it is the input itself. */
export interface FilterEncoding {
  /** Whether strings in the result are US-ASCII in Ruby; `before` is the answer for the input. */
  isAscii(before: boolean, input: Value, args: readonly Value[], result: Value, context: Context): boolean;
  /** The filter receives its input with the encoding (ruby/us-ascii.ts). */
  readonly asks?: boolean;
}

/** Renders a body, tag or output. */
export type Render = (context: Context) => Text;

/** A compiled template. */
export interface Template {
  readonly env: Runtime;
  readonly source: Source;
  readonly render: Render;
  /**
   * The state of cycle, ifchanged and `offset: continue`. Jekyll 4 parses a file once and keeps this state from page to
   * page; 3.10 parses the file for every page and starts afresh.
   */
  readonly state: TagState;
}

/** The surroundings of a rendering. */
export interface Registers {
  readonly host: LiquidHost;
  /** The page or document as templates see it (`include_relative` starts from it); null without one. */
  readonly page: Value;
  /** The files included so far for this page, for the profiler. */
  readonly included?: Set<string>;
}

/** The state of tags. On Jekyll 4 it lives as long as the parsed template, on 3.10 as long as one rendering. */
export class TagState {
  /** cycle: the next index, by group. */
  readonly cycles: RubyHash = new Map();
  /** for: where `offset: continue` resumes, by the loop's name. */
  readonly offsets = new Map<string, number>();
  /** ifchanged: its last output. */
  ifChanged: string | null = null;
}

const MAX_SCOPES = 100;

/** A scope other than the outermost: its names, and their previous values (undefined if there was none). */
interface Scope {
  readonly names: Value[];
  readonly before: (Value | undefined)[];
}

export class Context {
  readonly env: Runtime;
  readonly host: LiquidHost;
  readonly registers: Registers;
  readonly state: TagState;
  readonly payload: Payload;
  readonly limits: Limits;
  /**
   * The current values of all variables, whichever scope they are in, so that one look-up finds them; undefined if the
   * name was only in a scope that has ended.
   */
  readonly variables = new Map<Value, Value | undefined>();
  /** break and continue that no loop has handled yet. */
  readonly interrupts: ('break' | 'continue')[] = [];
  /** The enclosing loops, innermost last. */
  readonly loops: ForloopDrop[] = [];
  /** The node being rendered, for positions in errors. */
  place: { start: number; end: number } | null = null;
  /** The file being rendered. */
  source: Span['source'];
  /** Where that file was included, innermost last. */
  readonly includes: Span[] = [];
  /** The scopes other than the outermost, innermost last. */
  readonly #scopes: Scope[] = [];
  #scopePushed = false;

  constructor(env: Runtime, payload: Payload, registers: Registers, source: Span['source'], state = new TagState()) {
    this.env = env;
    this.host = registers.host;
    this.payload = payload;
    this.registers = registers;
    this.state = state;
    this.source = source;
    this.limits = new Limits(env.limits);
  }

  /** The current position: the node and the includes that lead to it, innermost first. */
  get at(): Pick<Diagnostic, 'span' | 'path' | 'includedFrom'> {
    const chain = this.includes.length > 0 ? { includedFrom: [...this.includes].reverse() } : {};
    if (this.place === null) return { path: this.source.path, ...chain };
    return { span: { source: this.source, start: this.place.start, end: this.place.end }, ...chain };
  }

  /** The value of a variable in the innermost scope that has it, otherwise in the payload; null if undefined. */
  find(name: Value): Value {
    let value = this.variables.get(name);
    if (value === undefined && typeof name === 'string') value = this.payload.get(name);
    if (value !== undefined) return typeof value === 'object' ? toLiquid(value) : value;
    if (this.env.strictVariables) throw undefinedVariable(name);
    return null;
  }

  /** Opens a scope, which is created by the first `set`. Pass the result to `leave`. */
  enter(): boolean {
    const outer = this.#scopePushed;
    this.#scopePushed = false;
    return outer;
  }

  leave(outer: boolean): void {
    if (this.#scopePushed) {
      const { names, before } = this.#scopes.pop()!;
      for (let i = 0; i < names.length; i++) this.variables.set(names[i]!, before[i]);
    }
    this.#scopePushed = outer;
  }

  /**
   * Sets a variable in the scope that `enter` opened. The name is a string unless a filter got another value as the
   * name.
   */
  set(name: Value, value: Value): void {
    if (!this.#scopePushed) {
      // The outermost scope counts too.
      if (this.#scopes.length + 1 >= MAX_SCOPES) {
        throw new LiquidError('liquid-nesting', 'Nesting too deep', 'Check whether a file includes itself.');
      }
      this.#scopePushed = true;
      this.#scopes.push({ names: [], before: [] });
    }
    const { names, before } = this.#scopes[this.#scopes.length - 1]!;
    if (!names.includes(name)) {
      names.push(name);
      before.push(this.variables.get(name));
    }
    this.variables.set(name, value);
  }

  /** The value in the outermost scope, as assigned; undefined if an inner scope has the name too. */
  outermost(name: string): Value | undefined {
    return this.#scopes.some(({ names }) => names.includes(name)) ? undefined : this.variables.get(name);
  }

  /** Sets a variable in the outermost scope, like assign and capture. */
  assign(name: string, value: Value): void {
    for (const { names, before } of this.#scopes) {
      const at = names.indexOf(name);
      if (at < 0) continue;
      before[at] = value;
      return;
    }
    this.variables.set(name, value);
  }
}
