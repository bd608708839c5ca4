// What a build makes of the sources. They stay as they were read; what generators and rendering make of them is kept here.

import type { RubyHash } from '../ruby/values.ts';

/** A page, a document or an excerpt. */
type Item = object;

export class Results {
  readonly #contents = new Map<Item, string>();
  readonly #outputs = new Map<Item, string>();
  readonly #makers = new Map<Item, string>();
  readonly #views = new Map<Item, RubyHash>();
  #isRendering = false;

  /** A source's text as a generator has changed it, or what it is converted to; undefined if it is as it was read. */
  contentOf(item: Item): string | undefined {
    return this.#contents.get(item);
  }

  setContent(item: Item, content: string): void {
    this.#contents.set(item, content);
    this.#views.delete(item);
  }

  /** The finished file; null before it is rendered. */
  outputOf(item: Item): string | null {
    return this.#outputs.get(item) ?? null;
  }

  setOutput(item: Item, output: string): void {
    this.#outputs.set(item, output);
  }

  /** The generator that has added a page; null if none has. */
  makerOf(item: Item): string | null {
    return this.#makers.get(item) ?? null;
  }

  setMaker(item: Item, generator: string): void {
    this.#makers.set(item, generator);
  }

  /** What templates see of a page. It is kept while pages are rendered, for nothing else changes it then. */
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

  /** Generators are done. */
  beginRendering(): void {
    this.#isRendering = true;
  }
}
