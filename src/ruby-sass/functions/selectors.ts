// Functions for selectors.

import { Extensions } from '../extend.ts';
import { inspect } from '../print-value.ts';
import { isCompound, printCompound, resolveParents, type SelectorList } from '../selector.ts';
import { parseSelector } from '../selector-parser.ts';
import { covers } from '../superselector.ts';
import { unifyCompounds } from '../unify.ts';
import { bool, list, NULL, unquoted, type Value } from '../values.ts';
import { weave } from '../weave.ts';
import { type Functions, fail } from './define.ts';

function selectorText(value: Value): string {
  if (value.type === 'string') return value.text;
  if (value.type !== 'list') return fail(`${inspect(value)} is not a valid selector`);
  return value.items.map(selectorText).join(value.separator === 'comma' ? ', ' : ' ');
}

const selector = (value: Value | undefined): SelectorList => parseSelector(selectorText(value ?? NULL));

export const selectorValue = (selectors: SelectorList): Value =>
  list(
    selectors.map(({ parts }) =>
      list(
        parts.filter((part) => part !== '\n').map((part) => unquoted(isCompound(part) ? printCompound(part) : part)),
        'space',
      ),
    ),
    'comma',
  );

function extended([source, target, extender]: readonly Value[], replace: boolean): Value {
  const extensions = new Extensions();
  extensions.add(selector(extender), selector(target), [], true);
  return selectorValue(extensions.apply(selector(source), [], replace));
}

/** A selector that matches what both match. */
function unified(one: SelectorList, other: SelectorList): SelectorList {
  return one.flatMap((a) =>
    other.flatMap((b) => {
      const [base, otherBase] = [a.parts.at(-1), b.parts.at(-1)];
      const joined = isCompound(base) && isCompound(otherBase) ? unifyCompounds(otherBase, base) : null;
      if (joined === null) return [];
      return weave([a.parts.slice(0, -1), [...b.parts.slice(0, -1), joined]]).map((parts) => ({ parts }));
    }),
  );
}

function appended(args: readonly Value[]): Value {
  const all = args.map(selectorText);
  let result = parseSelector(all[0] ?? '');
  for (const text of all.slice(1)) {
    const own = parseSelector(text)
      .map(({ parts }) =>
        parts
          .filter((part) => part !== '\n')
          .map((p) => (isCompound(p) ? printCompound(p) : p))
          .join(' '),
      )
      .map((part) => `&${part}`)
      .join(', ');
    result = resolveParents(parseSelector(own), result);
  }
  return selectorValue(result);
}

export const SELECTORS: Functions = {
  'selector-parse': ['selector', ([value]) => selectorValue(selector(value))],
  'selector-nest': [
    '...',
    (args) => {
      const [first, ...rest] = args.map(selector);
      return selectorValue(rest.reduce((above, below) => resolveParents(below, above), first ?? []));
    },
  ],
  'selector-append': ['...', appended],
  'selector-extend': ['selector extendee extender', (args) => extended(args, false)],
  'selector-replace': ['selector original replacement', (args) => extended(args, true)],
  'selector-unify': [
    'selector1 selector2',
    ([one, other]) => {
      const both = unified(selector(one), selector(other));
      return both.length === 0 ? NULL : selectorValue(both);
    },
  ],
  'is-superselector': ['super sub', ([above, below]) => bool(covers(selector(above), selector(below)))],
  'simple-selectors': [
    'selector',
    ([value]) => {
      const part = selector(value)[0]?.parts[0];
      return list(isCompound(part) ? part.simples.map(({ text }) => unquoted(text)) : [], 'comma');
    },
  ],
};
