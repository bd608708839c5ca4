// The results of a build. Sources stay as they were read; what generators and rendering make of them is kept here.

import type { RubyHash } from '../ruby/values.ts';

/** A page, document or excerpt. */
type Item = object;

const NO_CHANGES: ReadonlyMap<string, string> = new Map();

export class Results {
  readonly #contents = new Map<Item, string>();
  readonly #outputs = new Map<Item, string>();
  readonly #makers = new Map<Item, string>();
  readonly #changes = new Map<Item, Map<string, string>>();
  readonly #views = new Map<Item, RubyHash>();
  /** The plugin at work. */
  #maker: string | null = null;
  #isRendering = false;

  /** The content after a generator changed it or a converter converted it; undefined if it is unchanged. */
  contentOf(item: Item): string | undefined {
    return this.#contents.get(item);
  }

  setContent(item: Item, content: string): void {
    this.#contents.set(item, content);
    this.#views.delete(item);
  }

  /** The finished file; null before rendering. */
  outputOf(item: Item): string | null {
    return this.#outputs.get(item) ?? null;
  }

  setOutput(item: Item, output: string): void {
    this.#outputs.set(item, output);
  }

  /** Attributes what a plugin's work adds and changes to the plugin. */
  making<T>(plugin: string, work: () => T): T {
    const before = this.#maker;
    this.#maker = plugin;
    try {
      return work();
    } finally {
      this.#maker = before;
    }
  }

  noteMaker(page: Item): void {
    if (this.#maker !== null) this.#makers.set(page, this.#maker);
  }

  /** @param what a field of a page or document, or a key of the site */
  noteChange(item: Item, what: string): void {
    if (this.#maker === null) return;
    const changes = this.#changes.get(item);
    if (changes === undefined) this.#changes.set(item, new Map([[what, this.#maker]]));
    else changes.set(what, this.#maker);
  }

  /** The plugin that added a page; null if none did. */
  makerOf(item: Item): string | null {
    return this.#makers.get(item) ?? null;
  }

  /** What plugins have changed, each with the last plugin that did: fields, `content`, `paginator`. */
  changesOf(item: Item): ReadonlyMap<string, string> {
    return this.#changes.get(item) ?? NO_CHANGES;
  }

  /** A page as templates see it. Cached while pages are rendered, since nothing else changes it then. */
  viewOf(item: Item, make: () => RubyHash): RubyHash {
    const known = this.#views.get(item);
    if (known !== undefined) return known;
    const view = make();
    if (this.#isRendering) this.#views.set(item, view);
    return view;
  }

  forgetView(item: Item): void {
    this.#views.delete(item);
  }

  /** Generators have finished. */
  beginRendering(): void {
    this.#isRendering = true;
  }
}
