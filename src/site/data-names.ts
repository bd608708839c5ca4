// Wraps `site.data` to warn if a template asks for a name that a data file has in different case: the value is nil.

import type { Report } from '../diagnostics/diagnostic.ts';
import type { RubyHash, Value } from '../ruby/values.ts';

/** The same data, wrapped only if a name has upper-case letters. */
export function withNameHints(data: RubyHash, folder: string, report: Report): RubyHash {
  const names = [...data.keys()].filter((name) => typeof name === 'string' && name !== name.toLowerCase());
  return names.length === 0 ? data : new NamedData(data, folder, report);
}

class NamedData extends Map<Value, Value> {
  readonly #folder: string;
  readonly #report: Report;
  readonly #missed = new Set<Value>();

  constructor(data: RubyHash, folder: string, report: Report) {
    super(data);
    this.#folder = folder;
    this.#report = report;
  }

  override get(key: Value): Value | undefined {
    const value = super.get(key);
    if (value === undefined && typeof key === 'string') this.#look(key);
    return value;
  }

  #look(key: string): void {
    if (this.#missed.has(key)) return;
    this.#missed.add(key);
    const lower = key.toLowerCase();
    for (const name of this.keys()) {
      if (typeof name !== 'string' || name.toLowerCase() !== lower) continue;
      this.#report({
        code: 'data-name',
        severity: 'info',
        message: `A template uses site.data.${key}, which doesn't exist: the file (or folder) in ${this.#folder} is called ${name}`,
        hint: `Names are case-sensitive: write site.data.${name}, or rename the file.`,
      });
      return;
    }
  }
}
