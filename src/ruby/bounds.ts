// A list that is put into itself again and again has more parts than any memory holds, though it takes hardly any itself.

/** Parts and characters together. */
const MOST = 100_000_000;
/** What a part counts besides its characters. */
const PART = 100;

/** What a walk through a value has come to. */
export class Bounds {
  #left = MOST;

  /** Counts a part with its characters. Throws a RangeError beyond all bounds. */
  count(characters = 0): void {
    this.#left -= PART + characters;
    if (this.#left < 0) throw new RangeError(`a value with more than ${MOST / PART} parts or ${MOST} characters`);
  }
}
