// Combines the ancestors of the extender and of the extended selector in all orders that make sense.

import { type Compound, isCompound, type Part, type Parts, partsKey, paths, withoutPrefix } from './selector.ts';
import { compoundIsAbove, isAboveAsParent } from './superselector.ts';
import { unifyCompounds } from './unify.ts';

export function weave(path: readonly Parts[]): Parts[] {
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

/** Unifies the last compound selectors, and weaves their ancestors. */
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

/** A list of alternatives at each place. */
type Alternatives = readonly (readonly Parts[])[];

/** Parts without an alternative. */
const fixed = (...parts: Part[]): Alternatives => parts.map((part) => [[part]]);

/** Null if nothing can match both. */
function finalCombinators(a: Part[], b: Part[]): Alternatives | null {
  const result: (readonly Parts[])[] = [];
  const take = (parts: Part[]): string[] => {
    const found: string[] = [];
    while (typeof parts.at(-1) === 'string') found.push(parts.pop() as string);
    return found.filter((text) => text !== '\n');
  };
  for (;;) {
    const [first, second] = [take(a), take(b)];
    if (first.length === 0 && second.length === 0) return result;
    if (first.length > 1 || second.length > 1) {
      const common = longestCommon(first, second, sameText);
      if (!isSame(common, first) && !isSame(common, second)) return null;
      return [...fixed(...(first.length > second.length ? first : second).reverse()), ...result];
    }
    const [x, y] = [first[0], second[0]];
    const met = x === undefined ? fromOne(b, a, y!) : y === undefined ? fromOne(a, b, x) : fromBoth(a, b, x, y);
    if (met === null) return null;
    result.unshift(...met);
  }
}

/** Only `own` ends in a combinator. */
function fromOne(own: Part[], other: Part[], combinator: string): Alternatives {
  const last = own.at(-1);
  const across = other.at(-1);
  if (combinator === '>' && isCompound(across) && isCompound(last) && compoundIsAbove(across, last)) other.pop();
  return fixed(own.pop()!, combinator);
}

/** Both end in a combinator. Null if nothing can match both. */
function fromBoth(a: Part[], b: Part[], x: string, y: string): Alternatives | null {
  const one = a.pop() as Compound;
  const two = b.pop() as Compound;
  if (x === '~' && y === '~') return siblings(one, two);
  if (x === '~' && y === '+') return nextSibling(one, two);
  if (x === '+' && y === '~') return nextSibling(two, one);
  if (x === '>' && (y === '~' || y === '+')) {
    a.push(one, x);
    return fixed(two, y);
  }
  if (y === '>' && (x === '~' || x === '+')) {
    b.push(two, y);
    return fixed(one, x);
  }
  const merged = x === y ? unifyCompounds(one, two) : null;
  return merged === null ? null : fixed(merged, x);
}

/** `one ~` and `two ~`: in either order, or the same element. */
function siblings(one: Compound, two: Compound): Alternatives {
  if (compoundIsAbove(one, two)) return fixed(two, '~');
  if (compoundIsAbove(two, one)) return fixed(one, '~');
  const merged = unifyCompounds(one, two);
  const orders: Parts[] = [
    [one, '~', two, '~'],
    [two, '~', one, '~'],
  ];
  return [merged === null ? orders : [...orders, [merged, '~']]];
}

/** `tilde ~` and `plus +`: the second comes last, or both are the same element. */
function nextSibling(tilde: Compound, plus: Compound): Alternatives {
  if (compoundIsAbove(tilde, plus)) return fixed(plus, '+');
  const merged = unifyCompounds(plus, tilde);
  const order: Parts = [tilde, '~', plus, '+'];
  return [merged === null ? [order] : [order, [merged, '+']]];
}

/** Splits the parts into groups of a compound selector and the combinators after it, with what follows a combinator. */
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
