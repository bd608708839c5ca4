// How much one rendering may take: far more than any page needs, less than what exhausts memory or an author's patience.

import { RubyFloat, type RubyHash, type Value } from '../../ruby/values.ts';
import { LiquidError } from '../errors.ts';

export interface LimitSettings {
  /** Seconds that one template may render (`render_time_limit`). */
  readonly seconds: number;
  /** Characters that a string may have (`render_length_limit`, a name that Liquid gives to a limit of its own). */
  readonly length: number;
  /** Characters that a filter may be given; a text of nothing but quotes takes many times its length while it is escaped. */
  readonly input: number;
  /** Items that a list may have. */
  readonly items: number;
  /** A clock in milliseconds. By default it stands still, so that no time is measured. */
  readonly clock: () => number;
}

/** As many items as a list or a loop may have. */
export const MAX_ITEMS = 1_000_000;

export const DEFAULT_LIMITS: LimitSettings = {
  seconds: 60,
  length: 100_000_000,
  input: 32_000_000,
  items: MAX_ITEMS,
  clock: () => 0,
};

/** The limits that `liquid:` sets. */
export function readLimits(settings: RubyHash): Pick<LimitSettings, 'seconds' | 'length' | 'input'> {
  const length = positive(settings.get('render_length_limit'));
  return {
    seconds: positive(settings.get('render_time_limit')) ?? DEFAULT_LIMITS.seconds,
    length: length ?? DEFAULT_LIMITS.length,
    input: length ?? DEFAULT_LIMITS.input,
  };
}

function positive(value: Value | undefined): number | null {
  const number = value instanceof RubyFloat ? value.value : value;
  return typeof number === 'number' && number > 0 ? number : null;
}

/** Integers of so many bits take long to print. */
const MAX_BITS = 1_000_000;

/** The clock is looked at after so many steps. */
const EVERY = 64;

/** So many characters or items take about as long as a loop's turn. */
const STEP = 256;

/** The limits of one rendering. */
export class Limits {
  /** Characters. */
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

  /** Called wherever a template can go on for long: a loop's turn, an include. */
  tick(): void {
    if (++this.#steps >= EVERY) this.#look();
  }

  /** Called where so many characters or items have been gone through at once. */
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
      'Does a loop go over more than it should? liquid.render_time_limit in _config.yml sets how many seconds it may take.',
    );
  }

  /** Called before a filter goes through a string. */
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
      'Does a loop add to it again and again? liquid.render_length_limit in _config.yml sets how many characters it may have.',
    );
  }

  exceedItems(): never {
    throw new LiquidError('liquid-limit', `A list has more than ${this.items} items`, 'Does it double at every turn?');
  }

  checkInteger(value: bigint): void {
    if (BigInt.asIntN(MAX_BITS, value) === value) return;
    throw new LiquidError('liquid-limit', `An integer has more than ${MAX_BITS} bits`, 'Does it double at every turn?');
  }
}
