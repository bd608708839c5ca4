// Limits of a rendering: far more than any page needs, less than what exhausts memory or an author's patience.

import { RubyFloat, type Value } from '../../ruby/values.ts';
import { LiquidError } from '../errors.ts';

export interface LimitSettings {
  /** Maximum seconds for rendering a template (`render_time_limit`). */
  readonly seconds: number;
  /** Maximum characters of a string (`render_length_limit`, a name that Liquid uses for a limit of its own). */
  readonly length: number;
  /**
   * Maximum characters of a filter's input; a string of only quotes takes many times its length while it is escaped.
   */
  readonly input: number;
  /** Maximum items of a list. */
  readonly items: number;
  /** A clock in milliseconds. The default stands still, so that no time is measured. */
  readonly clock: () => number;
}

/** Maximum items of a list or loop. */
export const MAX_ITEMS = 1_000_000;

export const DEFAULT_LIMITS: LimitSettings = {
  seconds: 60,
  length: 100_000_000,
  input: 32_000_000,
  items: MAX_ITEMS,
  clock: () => 0,
};

interface WrittenLimits {
  readonly renderTimeLimit: Value | undefined;
  readonly renderLengthLimit: Value | undefined;
}

/** The limits set in `liquid:`. */
export function readLimits(settings: WrittenLimits): Pick<LimitSettings, 'seconds' | 'length' | 'input'> {
  const length = positive(settings.renderLengthLimit);
  return {
    seconds: positive(settings.renderTimeLimit) ?? DEFAULT_LIMITS.seconds,
    length: length ?? DEFAULT_LIMITS.length,
    input: length ?? DEFAULT_LIMITS.input,
  };
}

function positive(value: Value | undefined): number | null {
  const number = value instanceof RubyFloat ? value.value : value;
  return typeof number === 'number' && number > 0 ? number : null;
}

/** Integers with more bits take too long to print. */
const MAX_BITS = 1_000_000;

/** Steps between two readings of the clock. */
const EVERY = 64;

/** Characters or items that take about as long as one iteration of a loop. */
const STEP = 256;

/** The limits of one rendering. */
export class Limits {
  /** Maximum characters of a string. */
  readonly length: number;
  readonly items: number;
  readonly #settings: LimitSettings;
  readonly #started: number;
  #steps = 0;

  constructor(settings: LimitSettings) {
    this.length = settings.length;
    this.items = settings.items;
    this.#settings = settings;
    this.#started = settings.clock();
  }

  /** Called wherever a template can run for long: at each iteration of a loop, at each include. */
  tick(): void {
    if (++this.#steps >= EVERY) this.#look();
  }

  /** Called after many characters or items were processed at once. */
  work(size: number): void {
    if (size < STEP) return;
    this.#steps += size / STEP;
    if (this.#steps >= EVERY) this.#look();
  }

  #look(): void {
    this.#steps = 0;
    const { clock, seconds } = this.#settings;
    if (clock() - this.#started <= seconds * 1000) return;
    throw new LiquidError(
      'liquid-limit',
      `Rendering takes longer than ${seconds} seconds`,
      'Check whether a loop has too many items, or raise liquid.render_time_limit in _config.yml (in seconds).',
    );
  }

  /** Called before a filter processes a string. */
  checkInput(text: string): void {
    if (text.length > this.#settings.input) this.exceedLength(this.#settings.input);
  }

  checkLength(text: string): void {
    if (text.length > this.length) this.exceedLength();
  }

  exceedLength(most = this.length): never {
    throw new LiquidError(
      'liquid-limit',
      `A string has more than ${most} characters`,
      'Check whether a loop keeps adding to it, or raise liquid.render_length_limit in _config.yml (in characters).',
    );
  }

  exceedItems(): never {
    throw new LiquidError(
      'liquid-limit',
      `A list has more than ${this.items} items`,
      'Check whether a loop keeps doubling it.',
    );
  }

  checkInteger(value: bigint): void {
    if (BigInt.asIntN(MAX_BITS, value) === value) return;
    throw new LiquidError(
      'liquid-limit',
      `An integer has more than ${MAX_BITS} bits`,
      'Check whether a loop keeps doubling it.',
    );
  }
}
