import type { RubyDate, RubyTime } from '../../ruby/values.ts';

const MOST = 20_000;

/**
 * Caches parsed and formatted dates: the same posts are listed on many pages, and the time and zone of a build are
 * fixed.
 */
export class DateTexts {
  readonly #read = new Map<string, RubyTime | null>();
  readonly #formatted = new Map<unknown, WeakMap<RubyDate | RubyTime, string>>();

  read(text: string, parse: () => RubyTime | null): RubyTime | null {
    let time = this.#read.get(text);
    if (time === undefined) {
      if (this.#read.size >= MOST) this.#read.clear();
      time = parse();
      this.#read.set(text, time);
    }
    return time;
  }

  /** @param format the format, or an object that represents it */
  format(time: RubyDate | RubyTime, format: unknown, make: () => string): string {
    let texts = this.#formatted.get(format);
    if (texts === undefined) {
      if (this.#formatted.size >= MOST) this.#formatted.clear();
      texts = new WeakMap();
      this.#formatted.set(format, texts);
    }
    let text = texts.get(time);
    if (text === undefined) {
      text = make();
      texts.set(time, text);
    }
    return text;
  }
}
