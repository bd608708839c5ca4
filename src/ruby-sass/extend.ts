// Ruby Sass 3.7.4's `@extend`: which selectors it adds, in which order, and which it drops because another one already
// matches everything that they match.

import { RubySassError } from './error.ts';
import {
  type Complex,
  type Compound,
  compound,
  isCompound,
  isInvisible,
  listKey,
  type Parts,
  partsKey,
  paths,
  type SelectorList,
  type Simple,
  withInner,
  withoutPrefix,
} from './selector.ts';
import { trim } from './superselector.ts';
import { unify } from './unify.ts';
import { weave } from './weave.ts';

interface Extension {
  readonly extender: Complex;
  readonly target: readonly Simple[];
  /** The heads of the enclosing at-rules. */
  readonly within: readonly string[];
  readonly optional: boolean;
  used: boolean;
}

/** All extensions of a stylesheet. */
export class Extensions {
  readonly #all: Extension[] = [];
  /** By the text of a simple selector in the target. */
  readonly #by = new Map<string, { readonly index: number; readonly target: readonly string[] }[]>();

  get isEmpty(): boolean {
    return this.#all.length === 0;
  }

  add(extenders: SelectorList, targets: SelectorList, within: readonly string[], optional: boolean): void {
    for (const { parts } of targets) {
      const only = parts[0];
      if (parts.length > 1 || !isCompound(only)) throw new RubySassError("Can't extend a nested selector");
      const target = only.simples;
      for (const extender of extenders) {
        const index = this.#all.length;
        this.#all.push({ extender, target, within, optional, used: false });
        const texts = [...new Set(target.map(({ text }) => text))];
        for (const text of texts) {
          const known = this.#by.get(text);
          if (known === undefined) this.#by.set(text, [{ index, target: texts }]);
          else known.push({ index, target: texts });
        }
      }
    }
  }

  /** Throws if an extension matched nothing and isn't optional. */
  check(): void {
    const lost = this.#all.find(({ used, optional }) => !used && !optional);
    if (lost === undefined) return;
    throw new RubySassError(`The selector "${lost.target.map(({ text }) => text).join('')}" was not found.`);
  }

  /** A rule's selectors, followed by those that extend them; with `replace`, the latter replace the former. */
  apply(list: SelectorList, within: readonly string[], replace = false): SelectorList {
    if (!list.some((complex) => this.#concerns(complex))) return list;
    return list.flatMap((complex) => this.#complex(complex, within, new Set(), true, replace));
  }

  #concerns(complex: Complex): boolean {
    return complex.parts.some(
      (part) =>
        isCompound(part) &&
        part.simples.some(({ text, inner }) => this.#by.has(text) || inner?.some((one) => this.#concerns(one))),
    );
  }

  #complex(
    complex: Complex,
    within: readonly string[],
    seen: ReadonlySet<string>,
    original: boolean,
    replace: boolean,
  ): Complex[] {
    if (!this.#concerns(complex)) return [original ? withSources(complex, [complex]) : complex];
    const choices = complex.parts.map((part): readonly Parts[] => {
      if (!isCompound(part)) return [[part]];
      const extended = this.#compound(part, within, seen, replace);
      if (original && !isInvisible(complex)) extended[0] = withSources(extended[0]!, [complex]);
      return extended.map(({ parts }) => parts);
    });
    return trim(paths(choices).map(weave)).map((parts) => ({ parts }));
  }

  #find(simples: readonly Simple[]): Extension[] {
    const texts = new Set(simples.map(({ text }) => text));
    const found = new Set<number>();
    for (const text of texts) {
      for (const { index, target } of this.#by.get(text) ?? []) {
        if (target.every((one) => texts.has(one))) found.add(index);
      }
    }
    return [...found].sort((a, b) => a - b).map((index) => this.#all[index]!);
  }

  #compound(part: Compound, within: readonly string[], seen: ReadonlySet<string>, replace: boolean): Complex[] {
    const seenInner = new Set(seen);
    let changed = false;
    const simples = part.simples.flatMap((simple): readonly Simple[] => {
      if (simple.inner == null || seen.has(simple.text)) return [simple];
      const inner = simple.inner.flatMap((one) => this.#complex(one, within, seen, false, replace));
      if (listKey(inner) === listKey(simple.inner)) return [simple];
      let shown = inner.filter((one) => !isInvisible(one));
      const isPlain = (one: Complex): boolean => one.parts.length <= 1;
      if (withoutPrefix(simple.name) === 'not' && simple.inner.every(isPlain) && shown.some(isPlain)) {
        shown = shown.filter(isPlain);
      }
      changed = true;
      const result = withInner(simple, shown);
      for (const one of result) seenInner.add(one.text);
      return result;
    });
    const groups = new Map<string, Extension[]>();
    for (const extension of this.#find(simples)) {
      const key = partsKey(extension.extender.parts);
      const known = groups.get(key);
      if (known === undefined) groups.set(key, [extension]);
      else known.push(extension);
    }
    const unified: { readonly key: string; readonly complex: Complex }[] = [];
    for (const group of groups.values()) {
      const { extender } = group[0]!;
      const targets = group.flatMap(({ target }) => target.map(({ text }) => text));
      for (const extension of group) extension.used = true;
      const left = simples.filter(({ text }) => !targets.includes(text));
      const last = extender.parts.at(-1);
      const joined = isCompound(last) ? unify(last, left) : null;
      if (joined === null) continue;
      for (const extension of group) checkPlace(extension, within);
      const complex = { parts: [...extender.parts.slice(0, -1), compound(joined)] };
      unified.push({ key: targets.join('\0'), complex: withSources(complex, [...part.sources, extender]) });
    }
    const found = unified.flatMap(({ key, complex }) =>
      seen.has(key) ? [] : this.#complex(complex, within, new Set([...seenInner, key]), false, false),
    );
    const own = { parts: [compound(changed ? simples : part.simples, part.sources)] };
    return unique(changed || !replace || found.length === 0 ? [own, ...found] : found);
  }
}

function unique(list: readonly Complex[]): Complex[] {
  const seen = new Set<string>();
  return list.filter(({ parts }) => {
    const key = partsKey(parts);
    return !seen.has(key) && seen.add(key);
  });
}

function checkPlace({ within: own }: Extension, within: readonly string[]): void {
  let at = 0;
  for (const head of within) if (at < own.length && own[at] === head) at++;
  if (at < own.length) throw new RubySassError(`You may not @extend an outer selector from within ${own.at(-1)}.`);
}

const withSources = ({ parts }: Complex, sources: readonly Complex[]): Complex => ({
  parts: parts.map((part) =>
    isCompound(part) ? compound(part.simples, new Set([...part.sources, ...sources])) : part,
  ),
});
