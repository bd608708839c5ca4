// Decides whether a selector matches everything that another one matches.

import {
  anatomy,
  type Compound,
  compound,
  isCompound,
  listKey,
  type Parts,
  type SelectorList,
  type Simple,
  withoutPrefix,
} from './selector.ts';

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

/** Whether list `a` matches everything that list `b` matches. */
export const covers = (a: SelectorList, b: SelectorList): boolean =>
  b.every((theirs) => a.some((ours) => isAbove(ours.parts, theirs.parts)));

export function compoundIsAbove(own: Compound, their: Compound, parents: Parts = []): boolean {
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

/** Whether `a` matches everything that `b` matches. */
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
export const isAboveAsParent = (a: Parts, b: Parts): boolean => isAbove([...a, END], [...b, END]);

/** Drops selectors that another one of the same rule covers, unless their source is more specific. */
export function trim(groups: readonly (readonly Parts[])[]): Parts[] {
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
