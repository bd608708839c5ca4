// The results of a build. Sources stay as they were read; what generators and rendering make of them is kept here.

import type { RubyHash } from '../ruby/values.ts';

/** A page, document or excerpt. */
type Item = object;

export class Results {
  readonly #contents = new Map<Item, string>();
  readonly #outputs = new Map<Item, string>();
  readonly #makers = new Map<Item, string>();
  readonly #views = new Map<Item, RubyHash>();
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

  /** The generator that added a page; null if none did. */
  makerOf(item: Item): string | null {
    return this.#makers.get(item) ?? null;
  }

  setMaker(item: Item, generator: string): void {
    this.#makers.set(item, generator);
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
