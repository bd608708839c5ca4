// Guards against exponential blow-up: nested lists that share structure take little memory, but would print endlessly.

/** Parts and characters together. */
const MOST = 100_000_000;
/** The cost of a part, in addition to its characters. */
const PART = 100;

/** Counts what a walk through a value has visited. */
export class Bounds {
  #left = MOST;

  /** Counts a part with its characters. Throws a RangeError once there are too many. */
  count(characters = 0): void {
    this.#left -= PART + characters;
    if (this.#left < 0) throw new RangeError(`a value with more than ${MOST / PART} parts or ${MOST} characters`);
  }
}
