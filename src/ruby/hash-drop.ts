// A Jekyll::Drops::Drop: it goes for a hash in loops, in JSON, and inspected.

import { prettyGenerate } from './json-value.ts';
import { Drop } from './values.ts';

export abstract class HashDrop extends Drop {
  /** In the order in which Ruby lists the drop's methods, then the keys of its data. */
  abstract override keys(): string[];

  /** Drop#inspect: its JSON, on many lines. */
  override inspect(): string {
    return prettyGenerate(this);
  }
}
