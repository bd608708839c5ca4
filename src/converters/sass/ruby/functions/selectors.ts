// Selectors as values.

import { Extensions } from '../extend.ts';
import { isCompound, printCompound, resolveParents, type SelectorList } from '../selector.ts';
import { parseSelector } from '../selector-parser.ts';
import { inspect, list, NULL, unquoted, type Value } from '../values.ts';
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

function extended(source: Value | undefined, target: Value | undefined, extender: Value | undefined): Value {
  const extensions = new Extensions();
  extensions.add(selector(extender), selector(target), [], true);
  return selectorValue(extensions.apply(selector(source), []));
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
  'selector-extend': ['selector extendee extender', ([a, b, c]) => extended(a, b, c)],
  'simple-selectors': [
    'selector',
    ([value]) => {
      const part = selector(value)[0]?.parts[0];
      return list(isCompound(part) ? part.simples.map(({ text }) => unquoted(text)) : [], 'comma');
    },
  ],
};
