// How passes go through a finished tree. A pass says what becomes of one element; the recursion is here. A tree isn't
// changed: elements with changes below them are replaced by copies, all others are shared.

import type { Element } from './element.ts';

/**
 * What a pass makes of an element: another one, several or none in its place, or the element itself to keep it with all
 * that it contains. Returns undefined to go on with the element's children.
 */
export type Pass = (el: Element, parent: Element, index: number) => Element | readonly Element[] | undefined;

/** Applies a pass to all descendants of an element. */
export function rewrite<E extends Element>(root: E, pass: Pass): E {
  const { children } = root;
  let result: Element[] | null = null;
  for (let i = 0; i < children.length; i++) {
    const child = children[i]!;
    const made = pass(child, root, i) ?? (child.children.length === 0 ? child : rewrite(child, pass));
    if (made === child) result?.push(child);
    else {
      result ??= children.slice(0, i);
      if (!isList(made)) result.push(made);
      else for (const piece of made) result.push(piece);
    }
  }
  return result ? { ...root, children: result } : root;
}

const isList = (made: Element | readonly Element[]): made is readonly Element[] => Array.isArray(made);

/** Calls a function with an element and, where it returns true, with its descendants. */
export function visit(el: Element, goesOn: (el: Element) => boolean): void {
  if (goesOn(el)) for (const child of el.children) visit(child, goesOn);
}

/** Concatenates the strings of an element and its descendants, except those of elements that have a string themselves. */
export function textOf(el: Element, own: (el: Element) => string | null): string {
  const text = own(el);
  if (text !== null) return text;
  let result = '';
  for (const child of el.children) result += textOf(child, own);
  return result;
}

/** The text of an element without markup, and without entities and symbols. */
export const plainText = (el: Element): string => textOf(el, ({ type, value }) => (type === 'text' ? value : null));
