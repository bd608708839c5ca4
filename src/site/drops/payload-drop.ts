// The variables of a template that it doesn't set itself (Jekyll::Drops::UnifiedPayloadDrop of 3.10.0 and 4.4.1). Since
// it is a drop, an otherwise unknown name can be one of its methods: `{{ first }}`, `{{ keys }}`.

import { HashDrop } from '../../ruby/hash-drop.ts';
import { OBJECT_METHODS } from '../../ruby/object-methods.ts';
import type { Value } from '../../ruby/values.ts';
import type { JekyllDrop } from './jekyll-drop.ts';
import type { SiteDrop } from './site-drop.ts';
import type { ThemeDrop } from './theme-drop.ts';

const SETTERS = ['content', 'page', 'layout', 'paginator', 'highlighter_prefix', 'highlighter_suffix'].map(
  (name) => `${name}=`,
);
/** Names that a drop's methods may answer, so that an unknown name needs only one more look-up. */
const METHODS: ReadonlySet<string> = new Set([...OBJECT_METHODS, ...SETTERS, '[]=']);

export class PayloadDrop extends HashDrop {
  readonly className = 'Jekyll::Drops::UnifiedPayloadDrop';
  override readonly contentMethods: readonly string[];
  protected override readonly unaryMethods = SETTERS;
  readonly site: SiteDrop;
  readonly #values: Map<string, Value>;

  /** @param keys its own, in the order of Ruby's method list */
  constructor(keys: readonly string[], site: SiteDrop, jekyll: JekyllDrop, theme: ThemeDrop | null) {
    super();
    this.site = site;
    this.contentMethods = keys;
    this.#values = new Map<string, Value>(keys.map((key) => [key, null]));
    this.#values.set('site', site).set('jekyll', jekyll);
    if (keys.includes('theme')) this.#values.set('theme', theme);
  }

  /** Values that were set take precedence over methods. */
  override get(key: string): Value | undefined {
    const value = this.#values.get(key);
    return value === undefined && METHODS.has(key) ? super.get(key) : value;
  }

  protected override read(key: string): Value | undefined {
    return this.#values.get(key);
  }

  set(key: string, value: Value): void {
    this.#values.set(key, value);
  }

  /** Counters with a method's name come first (Drop#[]=, its mutations). */
  protected override dataKeys(): Value[] {
    const names = [...this.#values.keys()];
    return [...names.filter((name) => OBJECT_METHODS.has(name)), ...names.filter((name) => !OBJECT_METHODS.has(name))];
  }
}
