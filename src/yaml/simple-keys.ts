// Places where a mapping's key without `?` may have begun, one for each level of flow collections. libyaml knows that
// something was a key only when it finds the colon.

import { type Cursor, YamlFault } from './cursor.ts';

export interface SimpleKey {
  possible: boolean;
  /** It must be a key, because nothing else may be in its column. */
  required: boolean;
  /** The number of its first token. */
  number: number;
  /** Its offset. */
  mark: number;
}

/** A key without `?` must end in its line, and within so many characters. */
const KEY_LENGTH = 1024;

export class SimpleKeys {
  readonly #cursor: Cursor;
  readonly #levels: SimpleKey[] = [{ possible: false, required: false, number: 0, mark: 0 }];
  // No level below this one has a possible key. Outer keys are older, so they become stale first, and a check costs the
  // same at any depth.
  #first = 0;

  constructor(cursor: Cursor) {
    this.#cursor = cursor;
  }

  get top(): SimpleKey {
    return this.#levels[this.#levels.length - 1]!;
  }

  /** Sets the key of the innermost level. */
  save(number: number, required: boolean): void {
    this.remove();
    const { top } = this;
    top.possible = true;
    top.required = required;
    top.number = number;
    top.mark = this.#cursor.offset;
    if (this.#first >= this.#levels.length) this.#first = this.#levels.length - 1;
  }

  remove(): void {
    const { top } = this;
    if (top.possible && top.required) throw this.#fault(top);
    top.possible = false;
  }

  push(): void {
    if (this.#first > this.#levels.length) this.#first = this.#levels.length;
    this.#levels.push({ possible: false, required: false, number: 0, mark: 0 });
  }

  pop(): void {
    this.#levels.pop();
  }

  /** Drops the keys that didn't end in time, and returns the number of the oldest that is left; -1 without any. */
  oldest(): number {
    while (this.#first < this.#levels.length) {
      const key = this.#levels[this.#first]!;
      if (key.possible) {
        if (this.#isInTime(key)) return key.number;
        if (key.required) throw this.#fault(key);
        key.possible = false;
      }
      this.#first++;
    }
    return -1;
  }

  #isInTime({ mark }: SimpleKey): boolean {
    const { text, offset, lineStart } = this.#cursor;
    if (mark < lineStart) return false;
    // Characters, of which there are at most as many as UTF-16 units.
    if (offset - mark <= KEY_LENGTH) return true;
    return offset - mark <= 2 * KEY_LENGTH && [...text.slice(mark, offset)].length <= KEY_LENGTH;
  }

  #fault({ mark }: SimpleKey): YamlFault {
    return new YamlFault("could not find expected ':'", 'while scanning a simple key', mark, this.#cursor.offset);
  }
}
