// Unifies two compound selectors.

import { type Compound, compound, element, type Simple } from './selector.ts';

/** The simple selectors of both; null if nothing can match both. */
export function unify(own: Compound, other: readonly Simple[]): readonly Simple[] | null {
  let result: readonly Simple[] | null = other;
  for (const simple of own.simples) {
    if (result === null) return null;
    result = unifySimple(simple, result);
  }
  return result;
}

export const unifyCompounds = (a: Compound, b: Compound): Compound | null => {
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
