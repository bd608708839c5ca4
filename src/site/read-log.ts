// Records which item reads what during rendering, if the session asks for it.

import type { OutputReads } from '../publish/output.ts';

interface Noted {
  readonly files: Set<string>;
  readonly site: Set<string>;
}

export class ReadLog {
  readonly #reads = new Map<object, Noted>();
  /** The items being rendered, innermost last: an excerpt is rendered when a page first prints it. */
  readonly #open: Noted[] = [];

  /** Starts an item: everything read until `end` is attributed to it. @param file its own file; null if it has none */
  begin(item: object, file: string | null): void {
    const noted: Noted = { files: new Set(file === null ? [] : [file]), site: new Set() };
    this.#reads.set(item, noted);
    this.#open.push(noted);
  }

  /** What an excerpt has read also counts for the page that prints it. */
  end(): void {
    const inner = this.#open.pop()!;
    const outer = this.#open.at(-1);
    if (outer === undefined) return;
    for (const path of inner.files) outer.files.add(path);
    for (const key of inner.site) outer.site.add(key);
  }

  file(path: string): void {
    this.#open.at(-1)?.files.add(path);
  }

  siteKey(key: string): void {
    this.#open.at(-1)?.site.add(key);
  }

  /** Null for items that weren't rendered. */
  of(item: object): OutputReads | null {
    return this.#reads.get(item) ?? null;
  }
}
