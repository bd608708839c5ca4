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
  /** By what is around: what texts of links without an end have shown. */
  readonly links: Map<number, Unended>;
  /** By what is around: the closing bracket of an opening one. Keys are places behind the opening bracket. */
  readonly brackets: Map<number, Map<number, number>>;
  /** By what is around: places of start tags whose elements go on to the end of the text. */
  readonly unclosed: Map<number, Set<number>>;
}

/** Texts of links without an end. Depths are brackets open, compared with how many are at the end of the text. */
interface Unended {
  /** The depth at a place. */
  readonly depths: Map<number, number>;
  /** The last bracket behind which a depth was. */
  readonly last: Map<number, number>;
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

/**
 * One attempt to read a link's or image's text, up to the bracket that closes it: the first behind which none is open. An
 * image among the children takes its bracket with it. One of HTML has none and takes one all the same, and so there may
 * be fewer than none, and the bracket that opens another image may be what closes the text.
 */
export class LinkAttempt implements Attempt {
  readonly #unended: Unended;
  readonly #pairs: Map<number, number>;
  readonly #text: string;
  // Places between steps, and how many brackets were open there.
  readonly #places: number[] = [];
  readonly #depths: number[] = [];
  // Brackets, how many were open behind them, and the places behind those that opened one (else -1).
  readonly #brackets: number[];
  readonly #behind: number[] = [1];
  readonly #starts: number[];
  readonly #adopted: { attempt: LinkAttempt; by: number }[] = [];
  #depth = 1;
  #seen = 0;
  // The depth at the end of the text, where it is known.
  #atEnd: number | null = null;
  /** An image of HTML is among the children. */
  isOdd = false;

  /** @param start behind the opening bracket; key: what is around, as a small number */
  constructor(src: Source, key: number, start: number) {
    const memory = memoryOf(src);
    this.#unended = entry(memory.links, key, () => ({ depths: new Map(), last: new Map() }));
    this.#pairs = entry(memory.brackets, key, () => new Map());
    this.#brackets = [start - 1];
    this.#starts = [start];
    this.#text = src.text;
  }

  /** Where the bracket that closes is, if an earlier attempt has seen it. */
  static known(src: Source, key: number, start: number): number | undefined {
    return memoryOf(src).brackets.get(key)?.get(start);
  }

  hopeless(pos: number, el: Element): boolean {
    this.#countImages(el);
    if (hangsOnWhatIsBefore(this.#text, pos)) return false;
    const depth = this.#unended.depths.get(pos);
    if (depth !== undefined) {
      const atEnd = this.#depth - depth;
      if ((this.#unended.last.get(-atEnd) ?? -1) < pos) {
        this.#atEnd = atEnd;
        return true;
      }
    }
    this.#places.push(pos);
    this.#depths.push(this.#depth);
    return false;
  }

  #countImages(el: Element): void {
    const { children } = el;
    for (; this.#seen < children.length; this.#seen++) {
      const child = children[this.#seen]!;
      if (child.type !== 'img') continue;
      this.#depth--;
      if (child.source?.text[child.at] === '<') this.isOdd = true;
      else this.#starts[this.#starts.length - 1] = -1;
    }
  }

  /** Whether no bracket of an image's text that has none of HTML could be the one that closes this text. */
  get mayAdopt(): boolean {
    return this.#depth > 0;
  }

  /** Takes children whose brackets have been counted by the attempt that read them. */
  adopted(el: Element, attempt: LinkAttempt | null): void {
    this.#seen = el.children.length;
    if (attempt) this.#adopted.push({ attempt, by: this.#depth - 1 });
  }

  /** A bracket: whether it closes the text. */
  bracket(el: Element, pos: number, closing: boolean, length: number): boolean {
    this.#countImages(el);
    this.#depth += closing ? -1 : 1;
    this.#brackets.push(pos);
    this.#behind.push(this.#depth);
    this.#starts.push(closing ? -1 : pos + length);
    return this.#depth === 0;
  }

  /** Keeps what has been seen, unless the attempt had effects that another has to have again. */
  learn(found: boolean, el: Element): void {
    this.#countImages(el);
    this.#learnPairs();
    if (found) return;
    const atEnd = this.#atEnd ?? this.#depth;
    const { depths } = this.#unended;
    for (let i = 0; i < this.#places.length; i++) depths.set(this.#places[i]!, this.#depths[i]! - atEnd);
    this.#learnLast(-atEnd);
  }

  #learnPairs(): void {
    const next = new Map<number, number>();
    for (let i = this.#brackets.length - 1; i >= 0; i--) {
      const behind = this.#behind[i]!;
      const start = this.#starts[i]!;
      const close = start < 0 || hangsOnWhatIsBefore(this.#text, start) ? undefined : next.get(behind - 1);
      if (close !== undefined) this.#pairs.set(start, close);
      next.set(behind, this.#brackets[i]!);
    }
  }

  #learnLast(by: number): void {
    const { last } = this.#unended;
    for (let i = 1; i < this.#brackets.length; i++) {
      const depth = this.#behind[i]! + by;
      last.set(depth, Math.max(last.get(depth) ?? -1, this.#brackets[i]!));
    }
    for (const { attempt, by: more } of this.#adopted) attempt.#learnLast(by + more);
  }
}
