// Scopes of variables, mixins and functions.

import type { SelectorList } from './selector.ts';
import type { Callable, Statement } from './tree.ts';
import type { Value } from './values.ts';

export interface Content {
  readonly body: readonly Statement[];
  readonly scope: Scope;
}

export class Scope {
  readonly parent: Scope | null;
  /** Blocks of `@if` and loops can assign to the stylesheet's global variables. */
  readonly #isOpen: boolean;
  #variables: Map<string, Value> | null = null;
  #mixins: Map<string, Callable> | null = null;
  #functions: Map<string, Callable> | null = null;
  /** The scope of the `@include` that runs this mixin. */
  caller: Scope | null = null;
  content: Content | null = null;
  selector: SelectorList | null = null;

  constructor(parent: Scope | null, isOpen = false) {
    this.parent = parent;
    this.#isOpen = isOpen;
  }

  get top(): Scope {
    let scope: Scope = this;
    while (scope.parent !== null) scope = scope.parent;
    return scope;
  }

  variable(name: string): Value | null {
    for (let scope: Scope | null = this; scope !== null; scope = scope.parent) {
      const value = scope.#variables?.get(name);
      if (value !== undefined) return value;
    }
    return null;
  }

  mixin(name: string): Callable | null {
    for (let scope: Scope | null = this; scope !== null; scope = scope.parent) {
      const found = scope.#mixins?.get(name);
      if (found !== undefined) return found;
    }
    return null;
  }

  callable(name: string): Callable | null {
    for (let scope: Scope | null = this; scope !== null; scope = scope.parent) {
      const found = scope.#functions?.get(name);
      if (found !== undefined) return found;
    }
    return null;
  }

  currentContent(): Content | null {
    for (let scope: Scope | null = this; scope !== null; scope = scope.parent) {
      if (scope.content !== null) return scope.content;
    }
    return null;
  }

  currentSelector(): SelectorList | null {
    for (let scope: Scope | null = this; scope !== null; scope = scope.parent) {
      const found = scope.selector ?? scope.caller?.currentSelector() ?? null;
      if (found !== null) return found;
    }
    return null;
  }

  /** Assigns to an existing variable, but (unless the scope is open) not to a global one; otherwise defines it here. */
  set(name: string, value: Value): void {
    for (let scope: Scope = this; ; scope = scope.parent) {
      if (scope.#variables?.has(name)) {
        scope.#variables.set(name, value);
        return;
      }
      if (scope.parent === null || (scope.parent.parent === null && !scope.#isOpen)) break;
    }
    this.define(name, value);
  }

  define(name: string, value: Value): void {
    this.#variables ??= new Map();
    this.#variables.set(name, value);
  }

  defineMixin(callable: Callable): void {
    this.#mixins ??= new Map();
    this.#mixins.set(callable.name, callable);
  }

  defineFunction(callable: Callable): void {
    this.#functions ??= new Map();
    this.#functions.set(callable.name, callable);
  }
}
