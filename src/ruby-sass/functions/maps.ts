// Functions for maps and argument lists.

import { keyOf, mapOf } from '../operators.ts';
import { bool, list, NULL, unquoted } from '../values.ts';
import { type Functions, map } from './define.ts';

export const MAPS: Functions = {
  'map-get': ['map key', ([value, key]) => map(value).entries.get(keyOf(key!))?.[1] ?? NULL],
  'map-merge': [
    'map1 map2',
    ([a, b]) => {
      const entries = new Map(map(a).entries);
      for (const [key, [name, value]] of map(b).entries) entries.set(key, [entries.get(key)?.[0] ?? name, value]);
      return { type: 'map', entries };
    },
  ],
  'map-remove': [
    'map ...',
    ([value, ...names]) => {
      const entries = new Map(map(value).entries);
      for (const name of names) entries.delete(keyOf(name));
      return { type: 'map', entries };
    },
  ],
  'map-keys': [
    'map',
    ([value]) =>
      list(
        [...map(value).entries.values()].map(([key]) => key),
        'comma',
      ),
  ],
  'map-values': [
    'map',
    ([value]) =>
      list(
        [...map(value).entries.values()].map(([, item]) => item),
        'comma',
      ),
  ],
  'map-has-key': ['map key', ([value, key]) => bool(map(value).entries.has(keyOf(key!)))],
  keywords: [
    'args',
    ([value]) =>
      mapOf(value!.type === 'list' ? [...(value!.keywords ?? [])].map(([key, item]) => [unquoted(key), item]) : []),
  ],
};
