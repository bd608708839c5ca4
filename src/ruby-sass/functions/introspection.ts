// Functions for types, existence checks and features.

import { inspect, print } from '../print-value.ts';
import { normalizeName } from '../script-parser.ts';
import { bool, type FunctionValue, unquoted } from '../values.ts';
import { type Functions, fail, str } from './define.ts';

const FEATURES = new Set([
  'global-variable-shadowing',
  'extend-selector-pseudoclass',
  'units-level-3',
  'at-error',
  'custom-property',
]);

export const INTROSPECTION: Functions = {
  'type-of': [
    'value',
    ([value]) => unquoted(value!.type === 'list' && value!.keywords !== undefined ? 'arglist' : value!.type),
  ],
  'feature-exists': ['feature', ([value]) => bool(FEATURES.has(str(value).text))],
  'get-function': [
    'name css?',
    ([value, css], host, named) => {
      const name = normalizeName(str(value).text);
      const plain = css ?? named.get('css');
      if (plain?.type === 'bool' && plain.value)
        return { type: 'function', name: str(value).text, callable: null, plain: true };
      const callable = host.callable(name);
      if (callable === null && !host.isBuiltIn(name)) fail(`Function not found: ${name}`);
      return { type: 'function', name, callable, plain: false };
    },
  ],
  'unique-id': ['', (_, host) => unquoted(host.unique())],
  call: [
    'name ... **',
    ([target, ...args], host, named) => {
      if (target!.type === 'function') return host.call(target as FunctionValue, args, named);
      const written = str(target).text;
      const name = normalizeName(written);
      const callable = host.callable(name);
      const plain = callable === null && !host.isBuiltIn(name);
      return host.call({ type: 'function', name: plain ? written : name, callable, plain }, args, named);
    },
  ],
  counter: [
    '...',
    (args, host) => unquoted(`counter(${args.map((value) => print(value, host.compressed)).join(',')})`),
  ],
  counters: [
    '...',
    (args, host) => unquoted(`counters(${args.map((value) => print(value, host.compressed)).join(',')})`),
  ],
  'variable-exists': ['name', ([value], host) => bool(host.variableExists(normalizeName(str(value).text), false))],
  'global-variable-exists': [
    'name',
    ([value], host) => bool(host.variableExists(normalizeName(str(value).text), true)),
  ],
  'function-exists': [
    'name',
    ([value], host) => {
      const name = normalizeName(str(value).text);
      return bool(host.isBuiltIn(name) || name === 'if' || host.callable(name) !== null);
    },
  ],
  'mixin-exists': ['name', ([value], host) => bool(host.mixinExists(normalizeName(str(value).text)))],
  'content-exists': ['', (_, host) => bool(host.contentExists())],
  inspect: ['value', ([value], host) => unquoted(inspect(value!, host.compressed))],
};
