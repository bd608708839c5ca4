// What failed attempts to parse spans have learned. kramdown tries emphasis or a link at each marker, parses to the end
// of the text, and backtracks if there is no end: quadratic for many markers, exponential for nested images. But what
// happens from an offset on depends only on the offset and on the enclosing elements, so an attempt fails when it comes
// to an offset where an earlier one of its kind failed.

import type { Element } from '../element.ts';
import type { Source } from '../source.ts';

export interface Attempt {
  /** Called before each step: whether going on from here is known to fail. */
  hopeless(pos: number, el: Element): boolean;
}

interface Memory {
  /** By kind of emphasis and enclosing elements: 1 at the offsets from which no end was found. */
  readonly emphasis: Map<number, Uint8Array>;
  /** By enclosing elements: what was learned from unclosed links. */
  readonly links: Map<number, Unended>;
  /** By enclosing elements: maps the offset after an opening bracket to its closing bracket. */
  readonly brackets: Map<number, Map<number, number>>;
  /** By enclosing elements: start tags whose elements extend to the end of the text. */
  readonly unclosed: Map<number, Set<number>>;
}

/** Unclosed links. Depths are numbers of open brackets, relative to the number at the end of the text. */
interface Unended {
  /** The depth at an offset. */
  readonly depths: Map<number, number>;
  /** The last bracket that each depth follows. */
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

/** At `{` the result depends on what comes before: an attribute list must follow an element, not text. */
const hangsOnWhatIsBefore = (text: string, pos: number): boolean => text.charCodeAt(pos) === 123;

export class EmphasisAttempt implements Attempt {
  readonly #src: Source;
  readonly #key: number;
  #failed: Uint8Array | undefined;
  readonly #visited: number[] = [];

  /** @param key the kind of emphasis and the enclosing elements, as a small number */
  constructor(src: Source, key: number) {
    this.#src = src;
    this.#key = key;
    this.#failed = (src.memory as Memory | null)?.emphasis.get(key);
  }

  hopeless(pos: number, el: Element): boolean {
    if (hangsOnWhatIsBefore(this.#src.text, pos)) return false;
    if (this.#failed?.[pos] === 1) return true;
    // Emphasis can't be empty, so an empty one fails where another may succeed.
    if (el.children.length > 0) this.#visited.push(pos);
    return false;
  }

  failed(): void {
    const { text } = this.#src;
    this.#failed ??= entry(memoryOf(this.#src).emphasis, this.#key, () => new Uint8Array(text.length + 1));
    for (const pos of this.#visited) this.#failed[pos] = 1;
  }
}

/** Remembers that the start tag at an offset has no end tag. */
export function learnUnclosed(src: Source, key: number, at: number): void {
  entry(memoryOf(src).unclosed, key, () => new Set()).add(at);
}

/** Whether the start tag at an offset is known to have no end tag. */
export function isUnclosed(src: Source, key: number, at: number): boolean {
  return (src.memory as Memory | null)?.unclosed.get(key)?.has(at) ?? false;
}

/**
 * An attempt to parse the text of a link or image, up to the closing bracket: the first after which no bracket is open.
 * An image among the children accounts for the bracket that opened it. An HTML image has no bracket, but kramdown
 * subtracts one all the same; so the depth can become negative, and the bracket that opens another image can be the
 * closing one.
 */
export class LinkAttempt implements Attempt {
  readonly #unended: Unended;
  readonly #pairs: Map<number, number>;
  readonly #text: string;
  // Offsets between steps, and the number of open brackets there.
  readonly #places: number[] = [];
  readonly #depths: number[] = [];
  // Brackets, the number of open ones after each, and the offsets after those that open one (else -1).
  readonly #brackets: number[];
  readonly #behind: number[] = [1];
  readonly #starts: number[];
  readonly #adopted: { attempt: LinkAttempt; by: number }[] = [];
  #depth = 1;
  #seen = 0;
  // The depth at the end of the text, if known.
  #atEnd: number | null = null;
  /** Whether there is an HTML image among the children. */
  isOdd = false;

  /** @param start the offset after the opening bracket; `key`: the enclosing elements, as a small number */
  constructor(src: Source, key: number, start: number) {
    const memory = memoryOf(src);
    this.#unended = entry(memory.links, key, () => ({ depths: new Map(), last: new Map() }));
    this.#pairs = entry(memory.brackets, key, () => new Map());
    this.#brackets = [start - 1];
    this.#starts = [start];
    this.#text = src.text;
  }

  /** The closing bracket, if an earlier attempt has found it. */
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
      if (this.#text[child.at] === '<') this.isOdd = true;
      else this.#starts[this.#starts.length - 1] = -1;
    }
  }

  /** Whether the brackets in the text of an image (one without HTML images) are sure not to close this text. */
  get mayAdopt(): boolean {
    return this.#depth > 0;
  }

  /** Takes over children whose brackets were counted by the attempt that parsed them. */
  adopted(el: Element, attempt: LinkAttempt | null): void {
    this.#seen = el.children.length;
    if (attempt) this.#adopted.push({ attempt, by: this.#depth - 1 });
  }

  /** Counts a bracket. Returns whether it closes the text. */
  bracket(el: Element, pos: number, closing: boolean, length: number): boolean {
    this.#countImages(el);
    this.#depth += closing ? -1 : 1;
    this.#brackets.push(pos);
    this.#behind.push(this.#depth);
    this.#starts.push(closing ? -1 : pos + length);
    return this.#depth === 0;
  }

  /** Remembers what was learned. Not called if the attempt had effects that later attempts must repeat. */
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
