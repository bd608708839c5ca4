// YAML as Jekyll reads it: libyaml's syntax, SafeYAML 1.0.5's values.

import { BuildError, type Source, type Span } from '../diagnostics/diagnostic.ts';
import { conversionName } from '../ruby/class-name.ts';
import { ArgumentError } from '../ruby/errors.ts';
import { KeyMap } from '../ruby/key-map.ts';
import { isHash, type RubyHash, type Value } from '../ruby/values.ts';
import { decodeWithBytes } from '../text/decode.ts';
import type { ScalarEvent, YamlEvent } from './events.ts';
import { YamlText } from './parse.ts';
import { typeScalar } from './scalar.ts';

export interface LoadOptions {
  /** Where in the source the YAML starts (front matter). */
  readonly offset?: number;
  /** The YAML, if it isn't everything in the source after `offset`. */
  readonly text?: string;
}

/**
 * SafeYAML.load: the value of the first document, or false if there is none.
 *
 * Reproduces SafeYAML's quirks: tags are ignored, except binary; an alias of a quoted scalar is typed again; `<<`
 * merges at its position; of equal keys, the last value is kept at the first position; and a nil key counts as missing,
 * so its value becomes the next key.
 *
 * @throws BuildError 'yaml-syntax' with psych's message, or 'yaml-value' for what Ruby raises while it builds the
 *   values (a merge with something that isn't a mapping, an invalid number): Jekyll reports the two differently.
 */
export function loadYaml(source: Source, options: LoadOptions = {}): Value | false {
  const { offset = 0 } = options;
  const text = new YamlText(options.text ?? source.text.slice(offset), source, offset);
  const builder = new Builder(text);
  text.parse((event) => builder.take(event));
  return builder.result;
}

/**
 * SafeYAML.load_file: like {@link loadYaml}, for the bytes of a file in UTF-8. Invalid ones are only an error if libyaml
 * reads that far.
 * @throws BuildError 'not-utf-8', besides those of loadYaml
 */
export const loadYamlFile = (bytes: Uint8Array, path: string): Value | false =>
  loadYaml({ path, text: decodeWithBytes(bytes) });

/** A path into a value: keys of mappings, indexes of lists from 0. */
export type KeyPath = readonly [string, ...(string | number)[]];

/** The span of the last key of a path, for diagnostics; null if the key is missing. */
export function keySpan(source: Source, path: KeyPath, options: LoadOptions = {}): Span | null {
  const { offset = 0 } = options;
  const text = new YamlText(options.text ?? source.text.slice(offset), source, offset);
  let found: Span | null = null;
  // The open collections, outermost first: for a list, the index of the next item; for a mapping, the key whose value
  // comes next, or null before a key.
  const open: { readonly isList: boolean; at: number | string | null }[] = [];
  const isOnPath = (depth: number): boolean => open.slice(0, depth).every(({ at }, i) => at === path[i]);
  text.parse((event) => {
    if (event.type === 'end') open.pop();
    const own = open.at(-1);
    const isKey = own !== undefined && !own.isList && own.at === null;
    const isWhole = event.type === 'scalar' || event.type === 'alias' || event.type === 'end';
    if (found === null && isKey && event.type === 'scalar' && event.value === path.at(-1)) {
      if (open.length === path.length && isOnPath(path.length - 1)) found = text.span(event.start, event.end);
    }
    if (own !== undefined && isWhole) {
      if (own.isList) own.at = (own.at as number) + 1;
      else own.at = isKey ? (event.type === 'scalar' ? event.value : '') : null;
    }
    if (event.type === 'mapping' || event.type === 'sequence') {
      const isList = event.type === 'sequence';
      open.push({ isList, at: isList ? 0 : null });
    }
  });
  return found;
}

/** Ruby has no limit; no real data comes near this one. */
const MOST_VALUES = 10_000_000;

/** Builds values from events. The names are SafeYAML's, whose state machine causes its quirks. */
class Builder {
  private readonly text: YamlText;
  private readonly anchors = new Map<string, Value>();
  private readonly stack: (Value[] | RubyHash)[] = [];
  /** The keys that are JavaScript objects (floats, dates, collections), for the mappings that have some. */
  private readonly keys = new Map<RubyHash, KeyMap<Value>>();
  private current: Value[] | RubyHash | undefined;
  /** The number of values if every alias is expanded. */
  private values = 0;
  /** The number of values in each collection with an anchor; while it is open, minus the number of values before it. */
  private readonly sizes = new Map<Value, number>();
  private key: Value = null;
  private begun = false;
  /** False until there is a value. */
  result: Value | false = false;

  constructor(text: YamlText) {
    this.text = text;
  }

  take(event: YamlEvent): void {
    switch (event.type) {
      case 'scalar':
        this.values++;
        this.add(this.scalar(event), event.anchor, event.start);
        break;
      case 'alias': {
        const value = this.anchors.get(event.anchor) ?? null;
        this.count(value, event);
        this.add(typeof value === 'string' ? this.type(value, event.start) : value, undefined, event.start);
        break;
      }
      case 'mapping':
      case 'sequence': {
        const collection: Value[] | RubyHash = event.type === 'mapping' ? new Map() : [];
        if (event.anchor !== undefined) this.sizes.set(collection, -this.values);
        this.values++;
        this.add(collection, event.anchor, event.start);
        this.current = collection;
        this.stack.push(collection);
        break;
      }
      case 'end': {
        const ended = this.stack.pop()!;
        const start = this.sizes.get(ended);
        if (start !== undefined) this.sizes.set(ended, this.values + start);
        this.current = this.stack[this.stack.length - 1];
        break;
      }
    }
  }

  /** An alias costs nothing here, but whatever walks through the values later visits each copy. */
  private count(value: Value, { start, end }: { readonly start: number; readonly end: number }): void {
    this.values += Math.max(this.sizes.get(value) ?? 1, 1);
    if (this.values <= MOST_VALUES) return;
    const message = `aliases repeat more than ${MOST_VALUES} values`;
    throw this.fault(message, start, end - start, 'Use fewer aliases: each repeats all values of its anchor.');
  }

  private scalar(event: ScalarEvent): Value {
    if (BINARY_TAGS.has(event.tag)) return decodeBase64(event.value);
    return event.quoted ? event.value : this.type(event.value, event.start);
  }

  private type(text: string, at: number): Value {
    try {
      return typeScalar(text);
    } catch (error) {
      // A RangeError: the number has too many digits.
      if (!(error instanceof ArgumentError || error instanceof RangeError)) throw error;
      throw this.fault(error.message, at, text.length, 'Put quotes around the value to make it a string.');
    }
  }

  private add(value: Value, anchor: string | undefined, at: number): void {
    if (anchor !== undefined) this.anchors.set(anchor, value);
    if (!this.begun) {
      this.begun = true;
      this.result = value;
    } else if (Array.isArray(this.current)) this.current.push(value);
    else if (this.current !== undefined) this.addToHash(this.current, value, at);
  }

  private addToHash(hash: RubyHash, value: Value, at: number): void {
    // SafeYAML takes a nil key for a missing one, so the value of a nil key becomes the next key.
    if (this.key === null) {
      this.key = value;
      return;
    }
    if (this.key !== '<<') this.set(hash, this.key, value);
    else if (isHash(value)) for (const [key, item] of value) this.set(hash, key, item);
    else {
      const message = `no implicit conversion of ${conversionName(value)} into Hash`;
      throw this.fault(message, at, 1, 'Merge mappings one at a time, each with a `<<: *name` of its own.');
    }
    this.key = null;
  }

  /** Hash#[]=: an equal key keeps its position. */
  private set(hash: RubyHash, key: Value, value: Value): void {
    if (typeof key !== 'object' || key === null) {
      hash.set(key, value);
      return;
    }
    let keys = this.keys.get(hash);
    if (keys === undefined) {
      keys = new KeyMap();
      this.keys.set(hash, keys);
    }
    const same = keys.get(key);
    if (same === undefined) keys.add(key, key);
    hash.set(same ?? key, value);
  }

  private fault(message: string, at: number, length: number, hint: string): BuildError {
    const start = Math.max(at, 0);
    return new BuildError({ code: 'yaml-value', message, span: this.text.span(start, start + length), hint });
  }
}

const BINARY_TAGS: ReadonlySet<string> = new Set(['tag:yaml.org,2002:binary', '!binary', 'x-private:binary']);

const BASE64 = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/';

// Base64.decode64: skips invalid characters; stops at `=` after the second or third digit of a group.
function decodeBase64(text: string): string {
  const bytes: number[] = [];
  let group = 0;
  let digits = 0;
  for (const character of text) {
    if (character === '=' && digits >= 2) break;
    const digit = BASE64.indexOf(character);
    if (digit < 0) continue;
    group = (group << 6) | digit;
    if (++digits < 4) continue;
    bytes.push(group >> 16, (group >> 8) & 0xff, group & 0xff);
    group = digits = 0;
  }
  if (digits >= 2) bytes.push((group << (24 - digits * 6)) >> 16);
  if (digits === 3) bytes.push((group >> 2) & 0xff);
  return new TextDecoder().decode(Uint8Array.from(bytes));
}
