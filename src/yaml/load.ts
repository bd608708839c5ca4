// YAML as Jekyll reads it: libyaml's syntax (js-yaml parses), SafeYAML 1.0.5's values.

import {
  type AliasEvent,
  EVENT_ID,
  type Event,
  getScalarValue,
  parseEvents,
  SCALAR_STYLE,
  type ScalarEvent,
  YAMLException,
} from 'js-yaml';
import { BuildError, type Source, type Span } from '../diagnostics/diagnostic.ts';
import { conversionName } from '../ruby/class-name.ts';
import { ArgumentError } from '../ruby/errors.ts';
import { hashSet, isHash, type RubyHash, type Value } from '../ruby/values.ts';
import { typeScalar } from './scalar.ts';
import { explain } from './syntax-error.ts';

export interface LoadOptions {
  /** Where in the source the YAML starts (front matter). */
  readonly offset?: number;
  /** The YAML, where it isn't all of the source from `offset` on. */
  readonly text?: string;
}

/**
 * SafeYAML.load: the first document's value, or false where there is none.
 *
 * Keeps SafeYAML's ways: tags are ignored, an alias of a quoted scalar is typed anew, `<<` merges where it stands, of equal
 * keys the last one's value stands in the first one's place, and a nil key puts the keys after it out of step.
 *
 * @throws BuildError 'yaml-syntax' with psych's message, or 'yaml-value' for what Ruby raises while it makes the values
 *   (a merge of no mapping, a number that is none): Jekyll reports the two differently.
 */
export function loadYaml(source: Source, options: LoadOptions = {}): Value | false {
  const { offset = 0 } = options;
  const text = firstDocument(options.text ?? source.text.slice(offset));
  return new Builder(text, source, offset).build(parse(text, source, offset));
}

/** The span of a top-level key, so that a diagnostic can point at it; null where there is no such key. */
export function keySpan(source: Source, key: string, options: LoadOptions = {}): Span | null {
  const { offset = 0 } = options;
  const text = firstDocument(options.text ?? source.text.slice(offset));
  let depth = 0;
  let isKey = true;
  for (const event of parse(text, source, offset)) {
    if (event.type === EVENT_ID.POP) {
      depth--;
      if (depth === 2) isKey = !isKey;
      continue;
    }
    if (depth === 2 && isKey && event.type === EVENT_ID.SCALAR && getScalarValue(text, event) === key) {
      return { source, start: offset + event.valueStart, end: offset + event.valueEnd };
    }
    const opens = event.type !== EVENT_ID.SCALAR && event.type !== EVENT_ID.ALIAS;
    if (depth === 2 && !opens) isKey = !isKey;
    if (opens) depth++;
  }
  return null;
}

function parse(text: string, source: Source, offset: number): Event[] {
  try {
    return parseEvents(text, {});
  } catch (error) {
    if (!(error instanceof YAMLException)) throw error;
    const { message, start, end, hint } = explain(text, error);
    const span = { source, start: offset + start, end: offset + end };
    throw new BuildError({ code: 'yaml-syntax', message, span, hint }, error);
  }
}

// A line that starts or ends a document.
const MARKER = /^(?:---|\.\.\.)(?=[ \t\r\n]|$)/gm;

/** What belongs to the first document: what comes after it may be anything, as SafeYAML stops there. */
function firstDocument(text: string): string {
  MARKER.lastIndex = 0;
  let match = MARKER.exec(text);
  if (match !== null && match[0] === '---' && isPreamble(text.slice(0, match.index))) match = MARKER.exec(text);
  return match === null ? text : text.slice(0, match.index);
}

// Comments, directives and blank lines may come before a document's start.
const isPreamble = (text: string): boolean => /^(?:\ufeff?[ \t]*(?:[#%].*)?\r?\n)*$/.test(text);

/** Makes values of events. The names are SafeYAML's: its state is what makes its oddities. */
class Builder {
  private readonly text: string;
  private readonly source: Source;
  private readonly offset: number;
  private readonly anchors = new Map<string, Value>();
  private readonly stack: (Value[] | RubyHash)[] = [];
  private current: Value[] | RubyHash | undefined;
  private key: Value = null;
  private begun = false;
  private result: Value | false = false;

  constructor(text: string, source: Source, offset: number) {
    this.text = text;
    this.source = source;
    this.offset = offset;
  }

  build(events: readonly Event[]): Value | false {
    for (const event of events) {
      switch (event.type) {
        case EVENT_ID.SCALAR:
          this.scalar(event);
          break;
        case EVENT_ID.ALIAS:
          this.alias(event);
          break;
        case EVENT_ID.MAPPING:
        case EVENT_ID.SEQUENCE: {
          const collection: Value[] | RubyHash = event.type === EVENT_ID.MAPPING ? new Map() : [];
          this.add(collection, this.anchor(event), event.start);
          this.current = collection;
          this.stack.push(collection);
          break;
        }
        case EVENT_ID.POP:
          // The document's own.
          if (this.stack.length === 0) return this.result;
          this.stack.pop();
          this.current = this.stack[this.stack.length - 1];
          break;
        case EVENT_ID.DOCUMENT:
          break;
      }
    }
    return this.result;
  }

  private scalar(event: ScalarEvent): void {
    const text = getScalarValue(this.text, event);
    const tag = event.tagStart < 0 ? '' : this.text.slice(event.tagStart, event.tagEnd);
    // A tag, whatever it says, makes a quoted scalar as good as a plain one.
    const typed = tag !== '' || event.style === SCALAR_STYLE.PLAIN;
    const value = BINARY_TAGS.has(tag) ? decodeBase64(text) : typed ? this.type(text, event.valueStart) : text;
    this.add(value, this.anchor(event), event.valueStart);
  }

  private alias(event: AliasEvent): void {
    const value = this.anchors.get(this.text.slice(event.anchorStart, event.anchorEnd)) ?? null;
    this.add(typeof value === 'string' ? this.type(value, event.anchorStart) : value, undefined, event.anchorStart);
  }

  private anchor(event: { anchorStart: number; anchorEnd: number }): string | undefined {
    return event.anchorStart < 0 ? undefined : this.text.slice(event.anchorStart, event.anchorEnd);
  }

  private type(text: string, at: number): Value {
    try {
      return typeScalar(text);
    } catch (error) {
      if (!(error instanceof ArgumentError)) throw error;
      throw this.fault(error.message, at, text.length, 'Put quotes around the value to make it a text.');
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
    // So a nil key is taken for none, and its value becomes the next key.
    if (this.key === null) {
      this.key = value;
      return;
    }
    if (this.key !== '<<') hashSet(hash, this.key, value);
    else if (isHash(value)) for (const [key, item] of value) hashSet(hash, key, item);
    else {
      const message = `no implicit conversion of ${conversionName(value)} into Hash`;
      throw this.fault(message, at, 1, 'Merge mappings one at a time, each with a `<<: *name` of its own.');
    }
    this.key = null;
  }

  private fault(message: string, at: number, length: number, hint: string): BuildError {
    const start = this.offset + Math.max(at, 0);
    return new BuildError({ code: 'yaml-value', message, span: { source: this.source, start, end: start + length }, hint });
  }
}

const BINARY_TAGS: ReadonlySet<string> = new Set([
  '!!binary',
  '!binary',
  '!<tag:yaml.org,2002:binary>',
  '!<!binary>',
  '!<x-private:binary>',
]);

// Base64.decode64, which passes over what doesn't belong.
function decodeBase64(text: string): string {
  const digits = text.replace(/[^A-Za-z0-9+/]/g, '');
  const binary = atob(digits.slice(0, digits.length % 4 === 1 ? -1 : undefined));
  return new TextDecoder().decode(Uint8Array.from(binary, (character) => character.charCodeAt(0)));
}
