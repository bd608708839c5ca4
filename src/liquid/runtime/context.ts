// What a template sees while it renders: scopes, payload, registers (Liquid 4.0.4, Context). Filters are here too, since
// they are given the context, and the context knows them.

import type { Stack } from '../../config/stacks.ts';
import type { Diagnostic, Report, Source, Span } from '../../diagnostics/diagnostic.ts';
import type { Text } from '../../ruby/us-ascii.ts';
import { type RubyHash, toLiquid, type Value } from '../../ruby/values.ts';
import { LiquidError, undefinedVariable } from '../errors.ts';
import type { FilterCall } from '../syntax/tree.ts';
import type { DateTexts } from './date-texts.ts';
import type { LiquidHost } from './host.ts';
import { type LimitSettings, Limits } from './limits.ts';
import type { ForloopDrop } from './loop-drops.ts';

/** site, page, layout, content … and the counters of increment and decrement, which go on from page to page. */
export interface Payload {
  get(key: string): Value | undefined;
  set(key: string, value: Value): unknown;
}

/** What stays the same for all templates of a site. */
export interface Runtime {
  readonly stack: Stack;
  readonly report: Report;
  /** `liquid.error_mode`: what to do if markup doesn't follow the strict grammar. */
  readonly errorMode: 'warn' | 'strict' | 'lax';
  /** `liquid.strict_filters`: an unknown filter stops the build. */
  readonly strictFilters: boolean;
  /** `liquid.strict_variables`: an unknown variable stops the build. */
  readonly strictVariables: boolean;
  readonly limits: LimitSettings;
  readonly filters: ReadonlyMap<string, FilterDefinition>;
  readonly encodings: ReadonlyMap<FilterDefinition, FilterEncoding>;
  readonly dates: DateTexts;
}

export interface FilterDefinition {
  /** The least and the greatest number of arguments after the input. Any other number is an ArgumentError, as in Ruby. */
  readonly arity: readonly [least: number, most: number];
  /** Throws a LiquidError (errors.ts) where Ruby raises. */
  apply(input: Value, args: readonly Value[], context: Context): Value;
  /** What does the work of this filter and the next one at once; null if the two need to run one after the other. */
  fuse?(call: FilterCall, next: FilterCall, nextFilter: FilterDefinition | undefined): Fused | null;
}

/** Two filters in one, for a string. */
export type Fused = (text: string) => string;

/** How a filter deals with encodings. Without one its result is UTF-8, unless it is the input itself. */
export interface FilterEncoding {
  /** Whether the strings of the result are US-ASCII to Ruby; `before` says so of the input's. */
  isAscii(before: boolean, input: Value, args: readonly Value[], result: Value, context: Context): boolean;
  /** The filter is given its input with its encoding (ruby/us-ascii.ts). */
  readonly asks?: boolean;
}

/** The text of a body, a tag or an output. */
export type Render = (context: Context) => Text;

/** A compiled template. */
export interface Template {
  readonly env: Runtime;
  readonly source: Source;
  readonly render: Render;
  /**
   * What cycle, ifchanged and `offset: continue` remember. Jekyll 4 parses a file once and keeps this from page to page;
   * 3.10 parses it for every page and forgets.
   */
  readonly state: TagState;
}

/** What one rendering is given. */
export interface Registers {
  readonly host: LiquidHost;
  /** The page or document as a template sees it (`include_relative` starts there); null without one. */
  readonly page: Value;
  /** The files that have been included so far for that page, for the environment's profiler. */
  readonly included?: Set<string>;
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

const MAX_SCOPES = 100;

/** A scope inside the outermost: which names it has, and what they stood for before (undefined: nothing). */
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
   * The variables as they stand at this moment, whichever scope they are in, so that one look finds any of them; undefined
   * where a scope had the name and is gone.
   */
  readonly variables = new Map<Value, Value | undefined>();
  /** break and continue that no loop has dealt with yet. */
  readonly interrupts: ('break' | 'continue')[] = [];
  /** The loops around, the innermost last. */
  readonly loops: ForloopDrop[] = [];
  /** The node that is being rendered, for the place of a fault. */
  place: { start: number; end: number } | null = null;
  /** The file that is being rendered. */
  source: Span['source'];
  /** Where that file was included from, the innermost last. */
  readonly includes: Span[] = [];
  /** The scopes inside the outermost, the innermost last. */
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

  /** Where the rendering is now: the node, and the includes that lead to it, innermost first. */
  get at(): Pick<Diagnostic, 'span' | 'path' | 'includedFrom'> {
    const chain = this.includes.length > 0 ? { includedFrom: [...this.includes].reverse() } : {};
    if (this.place === null) return { path: this.source.path, ...chain };
    return { span: { source: this.source, start: this.place.start, end: this.place.end }, ...chain };
  }

  /** A variable: in the innermost scope that has it, else in the payload. Null where nobody knows it. */
  find(name: Value): Value {
    let value = this.variables.get(name);
    if (value === undefined && typeof name === 'string') value = this.payload.get(name);
    if (value !== undefined) return typeof value === 'object' ? toLiquid(value) : value;
    if (this.env.strictVariables) throw undefinedVariable(name);
    return null;
  }

  /** Opens a scope; it comes into being with the first `set`. Returns what `leave` wants back. */
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

  /** Writes to the scope that `enter` opened. The name is a string, unless a filter was given something else for it. */
  set(name: Value, value: Value): void {
    if (!this.#scopePushed) {
      // The outermost scope counts.
      if (this.#scopes.length + 1 >= MAX_SCOPES) {
        throw new LiquidError('liquid-nesting', 'Nesting too deep', 'Does a file include itself?');
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

  /** What the outermost scope has, as it was assigned; undefined where an inner scope has the name, too. */
  outermost(name: string): Value | undefined {
    return this.#scopes.some(({ names }) => names.includes(name)) ? undefined : this.variables.get(name);
  }

  /** Writes to the outermost scope, as assign and capture do. */
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
