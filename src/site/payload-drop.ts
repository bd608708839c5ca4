// What a template sees besides its own variables (Jekyll::Drops::UnifiedPayloadDrop of 3.10.0, 4.4.1). It is a drop itself,
// so that a name that nothing else has may be one of its methods: `{{ first }}`, `{{ keys }}`.

import { HashDrop } from '../ruby/hash-drop.ts';
import { OBJECT_METHODS } from '../ruby/object-methods.ts';
import type { Value } from '../ruby/values.ts';
import type { JekyllDrop, SiteDrop } from './site-drop.ts';
import type { ThemeDrop } from './theme-drop.ts';

// As Ruby lists the methods of the class.
const KEYS_3 = ['layout', 'highlighter_prefix', 'highlighter_suffix', 'site', 'jekyll', 'content', 'page', 'paginator'];
const KEYS_4 = [
  'paginator',
  'layout',
  'content',
  'jekyll',
  'site',
  'page',
  'highlighter_prefix',
  'highlighter_suffix',
  'theme',
];
const SETTERS = ['content', 'page', 'layout', 'paginator', 'highlighter_prefix', 'highlighter_suffix'].map(
  (name) => `${name}=`,
);
/** What a drop's methods may answer to: so that a name that stands for nothing is looked up but once more. */
const METHODS: ReadonlySet<string> = new Set([...OBJECT_METHODS, ...SETTERS, '[]=']);

export class PayloadDrop extends HashDrop {
  readonly className = 'Jekyll::Drops::UnifiedPayloadDrop';
  override readonly contentMethods: readonly string[];
  protected override readonly unaryMethods = SETTERS;
  readonly site: SiteDrop;
  readonly #values: Map<string, Value>;

  /** @param theme null under Jekyll 4 without a theme, undefined under 3.10, which has no such key */
  constructor(site: SiteDrop, jekyll: JekyllDrop, theme: ThemeDrop | null | undefined) {
    super();
    this.site = site;
    this.contentMethods = theme === undefined ? KEYS_3 : KEYS_4;
    this.#values = new Map<string, Value>(this.contentMethods.map((key) => [key, null]));
    this.#values.set('site', site).set('jekyll', jekyll);
    if (theme !== undefined) this.#values.set('theme', theme);
  }

  /** What has been set goes before methods. */
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

  /** Counters: those that go under a method's name come first (Drop#[]=, its mutations). */
  protected override dataKeys(): Value[] {
    const names = [...this.#values.keys()];
    return [...names.filter((name) => OBJECT_METHODS.has(name)), ...names.filter((name) => !OBJECT_METHODS.has(name))];
  }
}
