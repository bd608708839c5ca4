// `@extend` of Ruby Sass 3.7.4: which selectors it adds, in which order, and which of them it leaves out because
// another one already matches all that they match.

import {
  anatomy,
  type Complex,
  type Compound,
  compound,
  compoundKey,
  element,
  isCompound,
  isInvisible,
  type Part,
  partsKey,
  paths,
  type SelectorList,
  type Simple,
  withInner,
  withoutPrefix,
} from './selector.ts';
import { RubySassError } from './values.ts';

interface Extension {
  readonly extender: Complex;
  readonly target: readonly Simple[];
  /** Heads of the at-rules around it. */
  readonly within: readonly string[];
  readonly optional: boolean;
  used: boolean;
}

type Parts = readonly Part[];

/** All extensions of a sheet. */
export class Extensions {
  readonly #all: Extension[] = [];
  /** By a simple selector of the target. */
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

  /** Throws for one that found nothing. */
  check(): void {
    const lost = this.#all.find(({ used, optional }) => !used && !optional);
    if (lost === undefined) return;
    throw new RubySassError(`The selector "${lost.target.map(({ text }) => text).join('')}" was not found.`);
  }

  /** A rule's selectors with those that extend them. */
  apply(list: SelectorList, within: readonly string[]): SelectorList {
    if (!list.some((complex) => this.#concerns(complex))) return list;
    return list.flatMap((complex) => this.#complex(complex, within, new Set(), true));
  }

  #concerns(complex: Complex): boolean {
    return complex.parts.some(
      (part) =>
        isCompound(part) &&
        part.simples.some(({ text, inner }) => this.#by.has(text) || inner?.some((one) => this.#concerns(one))),
    );
  }

  #complex(complex: Complex, within: readonly string[], seen: ReadonlySet<string>, original: boolean): Complex[] {
    if (!this.#concerns(complex)) return [original ? withSources(complex, [complex]) : complex];
    const choices = complex.parts.map((part): readonly Parts[] => {
      if (!isCompound(part)) return [[part]];
      const extended = this.#compound(part, within, seen);
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

  #compound(part: Compound, within: readonly string[], seen: ReadonlySet<string>): Complex[] {
    const seenInner = new Set(seen);
    let changed = false;
    const simples = part.simples.flatMap((simple): readonly Simple[] => {
      if (simple.inner == null || seen.has(simple.text)) return [simple];
      const inner = simple.inner.flatMap((one) => this.#complex(one, within, seen, false));
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
      seen.has(key) ? [] : this.#complex(complex, within, new Set([...seenInner, key]), false),
    );
    return unique([{ parts: [compound(changed ? simples : part.simples, part.sources)] }, ...found]);
  }
}

const listKey = (list: SelectorList): string => list.map(({ parts }) => partsKey(parts)).join('\u0002');

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

// Joining two compound selectors

/** Both selectors' simple ones together; null where nothing can match both. */
function unify(own: Compound, other: readonly Simple[]): readonly Simple[] | null {
  let result: readonly Simple[] | null = other;
  for (const simple of own.simples) {
    if (result === null) return null;
    result = unifySimple(simple, result);
  }
  return result;
}

const unifyCompounds = (a: Compound, b: Compound): Compound | null => {
  const simples = unify(a, b.simples);
  return simples === null ? null : compound(simples);
};

function unifySimple(simple: Simple, others: readonly Simple[]): readonly Simple[] | null {
  const first = others[0];
  if (simple.kind === 'universal' || simple.kind === 'element') {
    if (first?.kind !== 'universal' && first?.kind !== 'element') {
      if (simple.kind === 'element' || (simple.namespace != null && simple.namespace !== '*'))
        return [simple, ...others];
      return others.length > 0 ? others : [simple];
    }
    if (simple.kind === 'element' && first.kind === 'element' && simple.name !== first.name) return null;
    const [a, b] = [simple.namespace ?? null, first.namespace ?? null];
    if (a !== b && a !== '*' && b !== '*') return null;
    const name = simple.kind === 'universal' ? first.name : simple.name;
    return [element(name, a === '*' ? b : a), ...others.slice(1)];
  }
  if (simple.kind === 'id' && others.some((other) => other.kind === 'id' && other.name !== simple.name)) return null;
  if (simple.isElement && others.some((other) => other.isElement && other.text !== simple.text)) return null;
  if (others.length === 1 && first!.kind === 'universal') return unifySimple(first!, [simple]);
  if (others.some((other) => other.text === simple.text)) return others;
  const last = others.at(-1);
  if (simple.kind !== 'pseudo' || last?.isElement) {
    const at = others.findIndex((other) => other.kind === 'pseudo');
    if (at >= 0) return [...others.slice(0, at), simple, ...others.slice(at)];
  }
  return [...others, simple];
}

// Which selector matches all that another one matches

type Range = readonly [number, number];

function simpleSpecificity(simple: Simple): Range {
  if (simple.kind === 'universal') return [0, 0];
  if (simple.kind === 'element' || simple.isElement) return [1, 1];
  if (simple.kind === 'id') return [1_000_000, 1_000_000];
  if (simple.inner == null) return [1000, 1000];
  let low = 0;
  let high = 0;
  const lower = withoutPrefix(simple.name) === 'not' ? Math.max : Math.min;
  for (const { parts } of simple.inner) {
    const [min, max] = specificity(parts);
    low = lower(min, low);
    high = Math.max(max, high);
  }
  return [low, high];
}

function specificity(parts: Parts): Range {
  let low = 0;
  let high = 0;
  for (const part of parts) {
    if (!isCompound(part)) continue;
    for (const simple of part.simples) {
      const [min, max] = simpleSpecificity(simple);
      low += min;
      high += max;
    }
  }
  return [low, high];
}

const selectorPseudos = (part: Compound, kind: string): readonly Simple[] =>
  part.simples.filter((simple) => simple.inner != null && !simple.isElement && withoutPrefix(simple.name) === kind);

const covers = (a: SelectorList, b: SelectorList): boolean =>
  b.every((theirs) => a.some((ours) => isAbove(ours.parts, theirs.parts)));

function compoundIsAbove(own: Compound, their: Compound, parents: Parts = []): boolean {
  const a = anatomy(own);
  let b = anatomy(their);
  if (a.base !== null && a.base.text !== b.base?.text) return false;
  if (a.elements.length !== b.elements.length || a.elements.some(({ text }, i) => text !== b.elements[i]!.text)) {
    return false;
  }
  const nested = ['matches', 'any', 'nth-child', 'nth-last-child'].flatMap((kind) => selectorPseudos(their, kind));
  for (const simple of own.simples) {
    if (simple === a.base || simple.isElement || simple.inner != null || b.rest.has(simple.text)) continue;
    const within = nested.some((one) =>
      one.inner!.every(({ parts }) => {
        const only = parts.length === 1 ? parts[0] : undefined;
        if (!isCompound(only)) return false;
        b = anatomy(only);
        return b.rest.has(simple.text);
      }),
    );
    if (!within) return false;
  }
  return own.simples.every(
    (simple) => simple.inner == null || simple.isElement === true || pseudoIsAbove(simple, their, parents),
  );
}

function pseudoIsAbove(own: Simple, their: Compound, parents: Parts): boolean {
  const kind = withoutPrefix(own.name);
  const inner = own.inner!;
  const sameName = selectorPseudos(their, kind).filter(({ name }) => name === own.name);
  switch (kind) {
    case 'matches':
    case 'any':
      return (
        sameName.some((one) => covers(inner, one.inner!)) ||
        inner.some(({ parts }) => isAbove(parts, [...parents, their]))
      );
    case 'not':
      return inner.every((ours) =>
        their.simples.some((simple) => {
          if (simple.kind === 'element' || simple.kind === 'id') {
            const last = ours.parts.at(-1);
            return (
              isCompound(last) && last.simples.some(({ kind: k, text }) => k === simple.kind && text !== simple.text)
            );
          }
          return (
            simple.kind === 'pseudo' && simple.name === own.name && simple.inner != null && covers(simple.inner, [ours])
          );
        }),
      );
    case 'current':
      return sameName.some((one) => listKey(one.inner!) === listKey(inner));
    case 'nth-child':
    case 'nth-last-child':
      return sameName.some((one) => one.argument === own.argument && covers(inner, one.inner!));
    default:
      return sameName.some((one) => covers(inner, one.inner!));
  }
}

/** `a` matches whatever `b` matches. */
function isAbove(a: Parts, b: Parts): boolean {
  const own = a.filter((part) => part !== '\n');
  const their = b.filter((part) => part !== '\n');
  const last = their.at(-1);
  const first = own[0];
  if (!isCompound(own.at(-1)) || !isCompound(last) || !isCompound(first) || !isCompound(their[0])) return false;
  if (own.length > their.length) return false;
  if (own.length === 1) return compoundIsAbove(first, last, their.slice(0, -1));
  let at = 0;
  for (; ; at++) {
    if (at === their.length - 1) return false;
    const part = their[at]!;
    if (isCompound(part) && compoundIsAbove(first, part, their.slice(0, at))) break;
  }
  const next = own[1]!;
  const after = their[at + 1]!;
  if (!isCompound(next)) {
    if (isCompound(after)) return false;
    if (next === '~' ? after === '>' : next !== after) return false;
    if (own.length === 3 && their.length > 3) return false;
    return isAbove(own.slice(2), their.slice(at + 2));
  }
  if (!isCompound(after)) return after === '>' && isAbove(own.slice(1), their.slice(at + 2));
  return isAbove(own.slice(1), their.slice(at + 1));
}

const END = compound([{ kind: 'placeholder', text: '%<end>', name: '<end>' }]);
const isAboveAsParent = (a: Parts, b: Parts): boolean => isAbove([...a, END], [...b, END]);

/** Leaves out what another one of the same rule covers, unless the source's own selector is more specific. */
function trim(groups: readonly (readonly Parts[])[]): Parts[] {
  if (groups.length > 100) return groups.flat();
  const result: (readonly Parts[])[] = [...groups];
  groups.forEach((group, i) => {
    result[i] = group.filter((parts) => {
      let most = 0;
      for (const part of parts) {
        if (isCompound(part)) for (const source of part.sources) most = Math.max(most, specificity(source.parts)[1]);
      }
      return !result.some(
        (others) => others !== group && others.some((other) => specificity(other)[0] >= most && isAbove(other, parts)),
      );
    });
  });
  return result.flat();
}

// Weaving: ancestors of the extender and of the extended in every order that makes sense

function weave(path: readonly Parts[]): Parts[] {
  let prefixes: Parts[] = [[]];
  for (const current of path) {
    if (current.length === 0) continue;
    const above = current.slice(0, -1);
    const last = current.at(-1)!;
    prefixes = prefixes.flatMap((prefix) => (weaveTwo(prefix, above) ?? []).map((parts) => [...parts, last]));
  }
  return prefixes;
}

function longestCommon<T>(a: readonly T[], b: readonly T[], pick: (x: T, y: T) => T | null): T[] {
  const lengths = Array.from({ length: a.length + 1 }, () => new Array<number>(b.length + 1).fill(0));
  for (let i = 1; i <= a.length; i++) {
    for (let j = 1; j <= b.length; j++) {
      const isPair = pick(a[i - 1]!, b[j - 1]!) !== null;
      lengths[i]![j] = isPair ? lengths[i - 1]![j - 1]! + 1 : Math.max(lengths[i]![j - 1]!, lengths[i - 1]![j]!);
    }
  }
  const found: T[] = [];
  let i = a.length;
  let j = b.length;
  while (i > 0 && j > 0) {
    const picked = pick(a[i - 1]!, b[j - 1]!);
    if (picked !== null) {
      found.unshift(picked);
      i--;
      j--;
    } else if (lengths[i]![j - 1]! > lengths[i - 1]![j]!) j--;
    else i--;
  }
  return found;
}

const sameText = (a: string, b: string): string | null => (a === b ? a : null);
const isSame = (a: readonly string[], b: readonly string[]): boolean =>
  a.length === b.length && a.every((text, i) => text === b[i]);

function isRoot(part: Part | undefined): part is Compound {
  return isCompound(part) && part.simples.some(({ kind, name }) => kind === 'pseudo' && withoutPrefix(name) === 'root');
}

function weaveTwo(a: Parts, b: Parts): Parts[] | null {
  if (a.length === 0) return [b];
  if (b.length === 0) return [a];
  const first = [...a];
  const second = [...b];
  const start = initialCombinators(first, second);
  if (start === null) return null;
  const end = finalCombinators(first, second);
  if (end === null) return null;
  const rootA = isRoot(first[0]) ? (first.shift() as Compound) : null;
  const rootB = isRoot(second[0]) ? (second.shift() as Compound) : null;
  if (rootA !== null && rootB !== null) {
    const root = unifyCompounds(rootA, rootB);
    if (root === null) return null;
    first.unshift(root);
    second.unshift(root);
  } else if (rootA !== null) second.unshift(rootA);
  else if (rootB !== null) first.unshift(rootB);
  const groupsA = grouped(first);
  const groupsB = grouped(second);
  const common = longestCommon<Parts>(groupsB, groupsA, (x, y) => {
    if (partsKey(x) === partsKey(y)) return x;
    if (!isCompound(x[0]) || !isCompound(y[0])) return null;
    if (isAboveAsParent(x, y)) return y;
    if (isAboveAsParent(y, x)) return x;
    if (!mustUnify(x, y)) return null;
    const unified = unifyComplex(x, y);
    return unified?.length === 1 ? unified[0]! : null;
  });
  const pieces: (readonly Parts[])[] = [[start]];
  for (const shared of common) {
    const isShared = (groups: readonly Parts[]): boolean => isAboveAsParent(groups[0] ?? [], shared);
    pieces.push(chunks(groupsA, groupsB, isShared), [shared]);
    groupsA.shift();
    groupsB.shift();
  }
  pieces.push(
    chunks(groupsA, groupsB, (groups) => groups.length === 0),
    ...end,
  );
  return paths(pieces.filter((piece) => piece.length > 0)).map((path) => path.flat());
}

/** The last compound ones made one, what is above them woven. */
function unifyComplex(a: Parts, b: Parts): Parts[] | null {
  const last = a.at(-1);
  const other = b.at(-1);
  if (!isCompound(last) || !isCompound(other)) return null;
  const joined = unifyCompounds(other, last);
  return joined === null ? null : weave([a.slice(0, -1), [...b.slice(0, -1), joined]]);
}

function initialCombinators(a: Part[], b: Part[]): Parts | null {
  const take = (parts: Part[]): string[] => {
    const found: string[] = [];
    while (typeof parts[0] === 'string') found.push(parts.shift() as string);
    return found;
  };
  const [first, second] = [take(a), take(b)];
  let isBroken = false;
  if (first[0] === '\n') isBroken = first.shift() !== undefined;
  if (!isBroken && second[0] === '\n') isBroken = second.shift() !== undefined;
  const common = longestCommon(first, second, sameText);
  if (!isSame(common, first) && !isSame(common, second)) return null;
  return [...(isBroken ? ['\n'] : []), ...(first.length > second.length ? first : second)];
}

/** Each piece is a list of choices. Null where nothing can match both. */
function finalCombinators(a: Part[], b: Part[]): (readonly Parts[])[] | null {
  const result: (readonly Parts[])[] = [];
  const take = (parts: Part[]): string[] => {
    const found: string[] = [];
    while (typeof parts.at(-1) === 'string') found.push(parts.pop() as string);
    return found.filter((text) => text !== '\n');
  };
  const fixed = (...parts: Part[]): void => void result.unshift(...parts.map((part) => [[part]]));
  for (;;) {
    const [first, second] = [take(a), take(b)];
    if (first.length === 0 && second.length === 0) return result;
    if (first.length > 1 || second.length > 1) {
      const common = longestCommon(first, second, sameText);
      if (!isSame(common, first) && !isSame(common, second)) return null;
      fixed(...(first.length > second.length ? first : second).reverse());
      return result;
    }
    const [x, y] = [first[0], second[0]];
    if (x !== undefined && y !== undefined) {
      const one = a.pop() as Compound;
      const two = b.pop() as Compound;
      if (x === '~' && y === '~') {
        if (compoundIsAbove(one, two)) fixed(two, '~');
        else if (compoundIsAbove(two, one)) fixed(one, '~');
        else {
          const merged = unifyCompounds(one, two);
          const choices: Parts[] = [
            [one, '~', two, '~'],
            [two, '~', one, '~'],
          ];
          if (merged !== null) choices.push([merged, '~']);
          result.unshift(choices);
        }
      } else if ((x === '~' && y === '+') || (x === '+' && y === '~')) {
        const [tilde, plus] = x === '~' ? [one, two] : [two, one];
        if (compoundIsAbove(tilde, plus)) fixed(plus, '+');
        else {
          const merged = unifyCompounds(plus, tilde);
          const choices: Parts[] = [[tilde, '~', plus, '+']];
          if (merged !== null) choices.push([merged, '+']);
          result.unshift(choices);
        }
      } else if (x === '>' && (y === '~' || y === '+')) {
        fixed(two, y);
        a.push(one, x);
      } else if (y === '>' && (x === '~' || x === '+')) {
        fixed(one, x);
        b.push(two, y);
      } else if (x === y) {
        const merged = unifyCompounds(one, two);
        if (merged === null) return null;
        fixed(merged, x);
      } else return null;
      continue;
    }
    const [own, other, combinator] = x !== undefined ? [a, b, x] : [b, a, y!];
    const last = own.at(-1);
    const across = other.at(-1);
    if (combinator === '>' && isCompound(across) && isCompound(last) && compoundIsAbove(across, last)) other.pop();
    fixed(own.pop()!, combinator);
  }
}

/** A compound selector and the combinators after it, with what they lead to. */
function grouped(parts: Parts): Parts[] {
  const groups: Part[][] = [];
  const tail = [...parts];
  while (tail.length > 0) {
    const head: Part[] = [];
    do head.push(tail.shift()!);
    while ((tail.length > 0 && typeof head.at(-1) === 'string') || typeof tail[0] === 'string');
    groups.push(head);
  }
  return groups;
}

function chunks(a: Parts[], b: Parts[], done: (groups: readonly Parts[]) => boolean): readonly Parts[] {
  const take = (groups: Parts[]): Parts => {
    const found: Parts[] = [];
    while (groups.length > 0 && !done(groups)) found.push(groups.shift()!);
    return found.flat();
  };
  const [first, second] = [take(a), take(b)];
  if (first.length === 0) return second.length === 0 ? [] : [second];
  return second.length === 0
    ? [first]
    : [
        [...first, ...second],
        [...second, ...first],
      ];
}

function mustUnify(a: Parts, b: Parts): boolean {
  const uniques = (parts: Parts): string[] =>
    parts.flatMap((part) =>
      isCompound(part)
        ? part.simples
            .filter(
              ({ kind, name, isElement }) =>
                kind === 'id' || (kind === 'pseudo' && !isElement && withoutPrefix(name) === 'root'),
            )
            .map(({ text }) => text)
        : [],
    );
  const own = new Set(uniques(a));
  return own.size > 0 && uniques(b).some((text) => own.has(text));
}

export { compoundKey };
