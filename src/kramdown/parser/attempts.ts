// What failed attempts at spans teach. kramdown tries an emphasis or a link at every mark, reads on to the end of the text
// and takes everything back where no end is found: quadratic for many marks, exponential for nested images. What happens
// behind a place hangs on the place and on what is around it alone, so a later attempt that comes to a place where an
// earlier one of its kind failed has failed, too.

import type { Element } from '../element.ts';
import type { Source } from '../source.ts';

export interface Attempt {
  /** Asked before each step: whether going on from here is known to fail. */
  hopeless(pos: number, el: Element): boolean;
}

interface Memory {
  /** By kind of emphasis and what is around: 1 for places from which no end was found. */
  readonly emphasis: Map<number, Uint8Array>;
  /** By what is around: how many brackets more than are opened get closed behind a place. */
  readonly links: Map<number, Map<number, number>>;
  /** By what is around: the closing bracket of an opening one. Keys are places behind the opening bracket. */
  readonly brackets: Map<number, Map<number, number>>;
  /** By what is around: places of start tags whose elements go on to the end of the text. */
  readonly unclosed: Map<number, Set<number>>;
}

function memoryOf(src: Source): Memory {
  return (src.memory ??= {
    emphasis: new Map(),
    links: new Map(),
    brackets: new Map(),
    unclosed: new Map(),
  }) as Memory;
}

/** Forgets everything, since the text has changed an option. */
export function forget(src: Source): void {
  src.memory = null;
}

function entry<V>(map: Map<number, V>, key: number, make: () => V): V {
  let found = map.get(key);
  if (found === undefined) {
    found = make();
    map.set(key, found);
  }
  return found;
}

/** An attribute list is one behind an element, and text behind text. */
const hangsOnWhatIsBefore = (text: string, pos: number): boolean => text.charCodeAt(pos) === 123;

/** One attempt to read an emphasis. */
export class EmphasisAttempt implements Attempt {
  readonly #src: Source;
  readonly #key: number;
  #failed: Uint8Array | undefined;
  readonly #visited: number[] = [];

  /** @param key the kind of emphasis and what is around it, as a small number */
  constructor(src: Source, key: number) {
    this.#src = src;
    this.#key = key;
    this.#failed = (src.memory as Memory | null)?.emphasis.get(key);
  }

  hopeless(pos: number, el: Element): boolean {
    if (hangsOnWhatIsBefore(this.#src.text, pos)) return false;
    if (this.#failed?.[pos] === 1) return true;
    // An emphasis can't be empty, so as long as this one is, it fails where another need not.
    if (el.children.length > 0) this.#visited.push(pos);
    return false;
  }

  failed(): void {
    const { text } = this.#src;
    this.#failed ??= entry(memoryOf(this.#src).emphasis, this.#key, () => new Uint8Array(text.length + 1));
    for (const pos of this.#visited) this.#failed[pos] = 1;
  }
}

/** Remembers that the element of the start tag at a place has no end tag. */
export function learnUnclosed(src: Source, key: number, at: number): void {
  entry(memoryOf(src).unclosed, key, () => new Set()).add(at);
}

/** Whether the element of the start tag at a place is known to have no end tag. */
export function isUnclosed(src: Source, key: number, at: number): boolean {
  return (src.memory as Memory | null)?.unclosed.get(key)?.has(at) ?? false;
}

/** One attempt to read a link's or image's text, up to the bracket that closes it. */
export class LinkAttempt implements Attempt {
  readonly #slack: Map<number, number>;
  readonly #pairs: Map<number, number>;
  readonly #places: number[] = [];
  readonly #counts: number[] = [];
  readonly #open: number[];
  readonly #text: string;
  readonly #found: number[] = [];
  #count = 1;
  #images = 0;
  #seen = 0;
  /** An image of HTML is among the children. */
  isOdd = false;

  /** @param start behind the opening bracket; key: what is around, as a small number */
  constructor(src: Source, key: number, start: number) {
    const memory = memoryOf(src);
    this.#slack = entry(memory.links, key, () => new Map());
    this.#pairs = entry(memory.brackets, key, () => new Map());
    this.#open = [start];
    this.#text = src.text;
  }

  /** Where the bracket that closes is, if an earlier attempt has seen it. */
  static known(src: Source, key: number, start: number): number | undefined {
    return memoryOf(src).brackets.get(key)?.get(start);
  }

  hopeless(pos: number, el: Element): boolean {
    this.#countImages(el);
    if (hangsOnWhatIsBefore(this.#text, pos)) return false;
    const count = this.#count - this.#images;
    const slack = this.#slack.get(pos);
    if (slack !== undefined && count > slack) return true;
    this.#places.push(pos);
    this.#counts.push(count);
    return false;
  }

  // An image among the children has taken its brackets with it.
  #countImages(el: Element): void {
    const { children } = el;
    for (; this.#seen < children.length; this.#seen++) {
      const child = children[this.#seen]!;
      if (child.type !== 'img') continue;
      this.#images++;
      // One of HTML has no brackets, and counts all the same: from there on this attempt is no measure for others.
      if (child.source?.text[child.at] === '<') this.isOdd = true;
      else this.#open.pop();
    }
  }

  /** Takes children whose brackets have been counted by the attempt that read them. */
  adopted(el: Element): void {
    this.#seen = el.children.length;
  }

  /** A bracket: whether it closes the text. */
  bracket(el: Element, pos: number, closing: boolean, length: number): boolean {
    this.#countImages(el);
    if (closing) {
      this.#count--;
      const start = this.#open.pop();
      if (start !== undefined && !hangsOnWhatIsBefore(this.#text, start)) this.#found.push(start, pos);
    } else {
      this.#count++;
      this.#open.push(pos + length);
    }
    return this.#count - this.#images === 0;
  }

  /** Keeps what has been seen, unless the attempt had effects that another has to have again. */
  learn(found: boolean, el: Element): void {
    this.#countImages(el);
    if (this.isOdd) return;
    for (let i = 0; i < this.#found.length; i += 2) this.#pairs.set(this.#found[i]!, this.#found[i + 1]!);
    if (found) return;
    let lowest = this.#count - this.#images;
    for (let i = this.#places.length - 1; i >= 0; i--) {
      const count = this.#counts[i]!;
      lowest = Math.min(lowest, count);
      this.#slack.set(this.#places[i]!, count - lowest);
    }
  }
}
