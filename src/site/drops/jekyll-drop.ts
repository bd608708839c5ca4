// `jekyll` in templates (Jekyll::Drops::JekyllDrop of 3.10.0 and 4.4.1).

import { Drop, type Value } from '../../ruby/values.ts';

export class JekyllDrop extends Drop {
  readonly className = 'Jekyll::Drops::JekyllDrop';
  readonly #values: Readonly<Record<string, string>>;

  constructor(version: string, environment: string) {
    super();
    this.#values = { version, environment };
  }

  override get(key: string): Value | undefined {
    if (key === 'to_liquid') return this;
    if (key === 'to_h') return this.toJson();
    return Object.hasOwn(this.#values, key) ? this.#values[key] : undefined;
  }

  /** A Liquid::Drop: not a hash, but with its own to_json. */
  override toJson(): Value {
    return new Map(Object.entries(this.#values));
  }
}
