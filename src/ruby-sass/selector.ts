// Selectors: a list of complex selectors, each a sequence of compound selectors and combinators. A "\n" among the parts
// is a line break from the source, which the expanded and nested styles keep; comparisons ignore it.

import { RubySassError } from './error.ts';
import { trimmed } from './lexical.ts';

export interface Simple {
  readonly kind: 'parent' | 'class' | 'id' | 'placeholder' | 'universal' | 'element' | 'attribute' | 'pseudo';
  /** As CSS; selectors with the same text are equal. */
  readonly text: string;
  /** Without its sign; for `&`, the suffix. */
  readonly name: string;
  readonly namespace?: string | null;
  readonly isElement?: boolean;
  readonly syntax?: ':' | '::';
  readonly argument?: string | null;
  readonly inner?: SelectorList | null;
}

export interface Compound {
  readonly simples: readonly Simple[];
  /** The complex selectors in the source that this one comes from. */
  readonly sources: ReadonlySet<Complex>;
}

export type Part = Compound | string;
export type Parts = readonly Part[];

export interface Complex {
  readonly parts: readonly Part[];
}

export type SelectorList = readonly Complex[];

const NO_SOURCES: ReadonlySet<Complex> = new Set();

export const compound = (simples: readonly Simple[], sources: ReadonlySet<Complex> = NO_SOURCES): Compound => ({
  simples,
  sources,
});

export const isCompound = (part: Part | undefined): part is Compound => typeof part === 'object';

const ELEMENTS = new Set(['after', 'before', 'first-line', 'first-letter']);
export const withoutPrefix = (name: string): string => name.replace(/^-[a-zA-Z0-9]+-/, '');

export function pseudo(
  syntax: ':' | '::',
  name: string,
  argument: string | null = null,
  inner: SelectorList | null = null,
): Simple {
  const isElement = syntax === '::' || ELEMENTS.has(withoutPrefix(name));
  let text: string;
  if (name === 'not' && inner?.every(isInvisible)) text = '';
  else if (argument === null && inner === null) text = syntax + name;
  else {
    const gap = argument !== null && inner !== null ? ' ' : '';
    const list = inner === null ? '' : printList(inner);
    text = `${syntax}${name}(${argument === null ? '' : trimmed(argument)}${gap}${list})`;
  }
  return { kind: 'pseudo', text, name, isElement, syntax, argument, inner };
}

export const element = (name: string, namespace: string | null = null): Simple => ({
  kind: name === '*' ? 'universal' : 'element',
  text: namespace === null ? name : `${namespace}|${name}`,
  name,
  namespace,
});

const SIGNS = { class: '.', id: '#', placeholder: '%' } as const;
export const named = (kind: 'class' | 'id' | 'placeholder', name: string): Simple => ({
  kind,
  text: SIGNS[kind] + name,
  name,
});

export const parent = (suffix: string): Simple => ({ kind: 'parent', text: `&${suffix}`, name: suffix });

const isInvisibleSimple = (simple: Simple): boolean =>
  simple.kind === 'placeholder' || (simple.inner != null && simple.name !== 'not' && simple.inner.every(isInvisible));

/** Placeholders aren't printed. */
export function isInvisible(complex: Complex): boolean {
  return complex.parts.some((part) => isCompound(part) && part.simples.some(isInvisibleSimple));
}

export const printCompound = (part: Compound): string => part.simples.map((simple) => simple.text).join('') || '*';

/** As printed: without placeholders, and with the style's separator in the lists of `:not()` and the like. */
function printSimple(simple: Simple, comma: string): string {
  if (simple.inner == null || simple.text === '') return simple.text;
  const { syntax, name, argument, inner } = simple;
  const list = inner.filter((complex) => !isInvisible(complex)).map((complex) => printComplex(complex, comma));
  const head = argument == null ? '' : `${trimmed(argument)} `;
  return `${syntax}${name}(${head}${list.join(comma).replaceAll(', \n', ',\n')})`;
}

export function printComplex({ parts }: Complex, comma = ', '): string {
  const print = (part: Part): string =>
    isCompound(part) ? part.simples.map((simple) => printSimple(simple, comma)).join('') || '*' : part;
  const text = parts.map(print).join(' ');
  return text.includes('\n') ? text.replace(/ ?\n ?/g, '\n') : text;
}

const printList = (list: SelectorList): string =>
  list
    .map(({ parts }) => parts.map((part) => (isCompound(part) ? printCompound(part) : part)).join(' '))
    .join(', ')
    .replace(/ ?\n ?/g, '\n');

// Parent selectors

const hasParent = (list: SelectorList): boolean => list.some(complexHasParent);
const complexHasParent = (complex: Complex): boolean =>
  complex.parts.some(
    (part) =>
      isCompound(part) &&
      (part.simples[0]?.kind === 'parent' || part.simples.some(({ inner }) => inner != null && hasParent(inner))),
  );

/** All ways to take one element of each group; the last group's element changes slowest. */
export function paths<T>(groups: readonly (readonly T[])[]): T[][] {
  let found: T[][] = [[]];
  for (const group of groups) {
    if (group.length === 1) {
      for (const path of found) path.push(group[0]!);
      continue;
    }
    found = group.flatMap((choice) => found.map((path) => [...path, choice]));
  }
  return found;
}

/** The first element of each list, then the second of each, and so on. */
function interleaved<T>(lists: readonly (readonly T[])[]): T[] {
  const found: T[] = [];
  const longest = Math.max(0, ...lists.map((list) => list.length));
  for (let i = 0; i < longest; i++) for (const list of lists) if (i < list.length) found.push(list[i]!);
  return found;
}

/** @param implied whether a selector without `&` is nested below the parent */
export function resolveParents(list: SelectorList, above: SelectorList | null, implied = true): SelectorList {
  if (above === null) {
    if (hasParent(list)) {
      throw new RubySassError("Base-level rules cannot contain the parent-selector-referencing character '&'.");
    }
    return list;
  }
  return interleaved(list.map((complex) => resolveComplex(complex, above, implied)));
}

function resolveComplex(complex: Complex, above: SelectorList, implied: boolean): SelectorList {
  const own = complexHasParent(complex);
  if (!implied && !own) return [complex];
  if (!own) {
    const isBroken = complex.parts[0] === '\n';
    const rest = isBroken ? complex.parts.slice(1) : complex.parts;
    return above.map(({ parts }) => {
      if (!isBroken) return { parts: [...parts, ...rest] };
      return { parts: ['\n', ...parts, ...rest] };
    });
  }
  // A line break before an explicit `&` is dropped, as in Ruby Sass.
  const parts = complex.parts[0] === '\n' ? complex.parts.slice(1) : complex.parts;
  const choices = parts.map((part): readonly (readonly Part[])[] =>
    isCompound(part) ? resolveCompound(part, above).map(({ parts }) => parts) : [[part]],
  );
  return paths(choices).map((path) => {
    const moved = path.length === 2 && path[1]![0] === '\n' && isCompound(path[0]![0]);
    return { parts: moved ? ['\n', ...path[0]!, ...path[1]!.slice(1)] : path.flat() };
  });
}

function resolveCompound(part: Compound, above: SelectorList): SelectorList {
  const simples = part.simples.flatMap((simple) =>
    simple.inner == null ? [simple] : withInner(simple, resolveParents(simple.inner, above, false)),
  );
  const [first, ...rest] = simples;
  if (first?.kind !== 'parent') return [{ parts: [compound(simples)] }];
  if (part.simples.length === 1 && first.name === '') return above;
  return above.map(({ parts }) => {
    const broken = parts.at(-1) === '\n';
    const body = broken ? parts.slice(0, -1) : parts;
    const last = body.at(-1);
    if (!isCompound(last)) throw new RubySassError(`Invalid parent selector for "${printCompound(part)}"`);
    const own = first.name === '' ? last.simples : suffixed(last.simples, first.name);
    return { parts: [...body.slice(0, -1), compound([...own, ...rest]), ...(broken ? ['\n'] : [])] };
  });
}

function suffixed(simples: readonly Simple[], suffix: string): readonly Simple[] {
  const last = simples.at(-1)!;
  const others = simples.slice(0, -1);
  switch (last.kind) {
    case 'class':
    case 'id':
    case 'placeholder':
      return [...others, named(last.kind, last.name + suffix)];
    case 'element':
      return [...others, element(last.name + suffix, last.namespace)];
    case 'pseudo':
      if (last.argument == null && last.inner == null) return [...others, pseudo(last.syntax!, last.name + suffix)];
  }
  throw new RubySassError(`Invalid parent selector for "&${suffix}"`);
}

/** A pseudo-class with other inner selectors; nested pseudo-classes of the same kind are flattened. */
export function withInner(simple: Simple, inner: SelectorList): readonly Simple[] {
  const kind = withoutPrefix(simple.name);
  const flat = inner.flatMap((complex): SelectorList => {
    const only = complex.parts.length === 1 ? complex.parts[0] : undefined;
    const nested = isCompound(only) && only.simples.length === 1 ? only.simples[0]! : null;
    if (nested?.inner == null) return [complex];
    if (kind === 'not') return withoutPrefix(nested.name) === 'matches' ? nested.inner : [];
    if (['matches', 'any', 'current', 'nth-child', 'nth-last-child'].includes(kind)) {
      return nested.name === simple.name && nested.argument === simple.argument ? nested.inner : [];
    }
    return ['has', 'host', 'host-context', 'slotted'].includes(kind) ? [complex] : [];
  });
  const make = (list: SelectorList): Simple => pseudo(simple.syntax!, simple.name, simple.argument, list);
  return kind !== 'not' || simple.inner!.length > 1 ? [make(flat)] : flat.map((complex) => make([complex]));
}

// Keys and comparison

const keys = new WeakMap<object, string>();

export function compoundKey(part: Compound): string {
  let key = keys.get(part);
  if (key === undefined) {
    const { base, elements, rest } = anatomy(part);
    key = `${base?.text ?? ''}\0${[...rest].sort().join('\0')}\0\0${elements.map(({ text }) => text).join('\0')}`;
    keys.set(part, key);
  }
  return key;
}

export const partsKey = (parts: readonly Part[]): string =>
  parts
    .filter((part) => part !== '\n')
    .map((part) => (isCompound(part) ? compoundKey(part) : part))
    .join('\u0001');

interface Anatomy {
  readonly base: Simple | null;
  readonly elements: readonly Simple[];
  /** The other simple selectors, as CSS. */
  readonly rest: ReadonlySet<string>;
}
const anatomies = new WeakMap<Compound, Anatomy>();

export function anatomy(part: Compound): Anatomy {
  let found = anatomies.get(part);
  if (found === undefined) {
    const first = part.simples[0];
    const base = first?.kind === 'element' || first?.kind === 'universal' ? first : null;
    const elements = part.simples.filter(({ isElement }) => isElement === true);
    const rest = part.simples.filter((simple) => simple !== base && simple.isElement !== true);
    found = { base, elements, rest: new Set(rest.map(({ text }) => text)) };
    anatomies.set(part, found);
  }
  return found;
}

/** Equal selectors have equal keys. */
export const listKey = (list: SelectorList): string => list.map(({ parts }) => partsKey(parts)).join('\u0002');
