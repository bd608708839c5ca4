// The values at which Jekyll stops with a Ruby exception. Only what the gems were observed to reject is checked;
// `npm run diff:sites -- --each` compares.

import type { Diagnostic } from '../diagnostics/diagnostic.ts';
import { inspect } from '../ruby/inspect.ts';
import { isHash, RubyFloat, RubySymbol, type Value } from '../ruby/values.ts';

export type Fault = Pick<Diagnostic, 'code' | 'message' | 'hint'>;

/** What is wrong with a value; null if Jekyll accepts it. */
export type Check = (value: Value | undefined, key: string) => Fault | null;

/**
 * @param kind as in 'should be …'
 * @param accepts gets nil for a missing value
 */
const typed =
  (kind: string, example: string, accepts: (value: Value) => boolean): Check =>
  (value, key) =>
    accepts(value ?? null)
      ? null
      : {
          code: 'config-type',
          message: `'${key}' should be ${kind}, but was: ${inspect(value ?? null)}`,
          hint: `Write \`${key}: ${example}\`, or leave the option out.`,
        };

const isText = (value: Value): boolean => typeof value === 'string';
const isOff = (value: Value): boolean => value === null || value === false;

export const text = typed('a string', '"…"', (value) => value === null || isText(value));
export const textOrOff = typed('a string', '"…"', (value) => isOff(value) || isText(value));
export const mappingOrOff = typed('a mapping', '{ … }', (value) => isOff(value) || isHash(value));

/** By the rules of Array(): a mapping is a list of pairs. */
export const folders = typed(
  'a string or a list of strings',
  '"…"',
  (value) => value === null || (isHash(value) ? value.size === 0 : [value].flat().every(isText)),
);

/** Jekyll calls `empty?` on it; stricter checks follow only when a collection is read. */
export const textOrEmpty = typed(
  'a string',
  '"…"',
  (value) => value === null || isText(value) || Array.isArray(value) || isHash(value),
);

export const errorMode = typed(
  'a mapping with lax, warn or strict for error_mode',
  '{ error_mode: warn }',
  (value) => isHash(value) && ['lax', 'warn', 'strict'].includes(value.get('error_mode') as string),
);

export const collectionOptions = typed(
  'a mapping of options',
  '{ output: true }',
  (value) => isOff(value) || isHash(value),
);

export const permalink = typed(
  'a string',
  '"…"',
  (value) => value === null || isText(value) || value instanceof RubySymbol,
);

export const loadPaths = typed(
  'a list of strings',
  '["…"]',
  (value) => value === null || isText(value) || isHash(value) || (Array.isArray(value) && value.every(isText)),
);

const always = typed('always, never or development', 'never', (value) => isText(value) || value instanceof RubySymbol);

/** A missing key is accepted, but nil isn't. */
export const sourceMaps: Check = (value, key) => (value === undefined ? null : always(value, key));

export const list: Check = (value, key) =>
  value === undefined || Array.isArray(value)
    ? null
    : {
        code: 'config-list',
        message: `'${key}' should be set as an array, but was: ${inspect(value)}.`,
        hint: `Write a YAML list:\n${key}:\n  - ${isText(value) ? value : '…'}`,
      };

export const listOrNil: Check = (value, key) => (value === null ? null : list(value, key));

const items = (accepts: (item: Value) => boolean): Check =>
  typed('a list of strings', '["…"]', (value) => value === null || (value as Value[]).every(accepts));

const both =
  (first: Check, second: Check): Check =>
  (value, key) =>
    first(value, key) ?? second(value, key);

export const texts = both(list, items(isText));
export const textsOrNils = both(
  list,
  items((item) => item === null || isText(item)),
);

/** A value of `limit_posts`; null if Jekyll rejects it. */
export function limitOf(value: Value | undefined): number | null {
  const number = value instanceof RubyFloat ? Math.trunc(value.value) : value;
  return typeof number === 'number' && number >= 0 ? number : null;
}

export const limit: Check = (value) =>
  limitOf(value) !== null
    ? null
    : {
        code: 'config-limit-posts',
        message: 'limit_posts must be a non-negative number',
        hint: 'Write `limit_posts: 10` for the ten newest posts, or leave the key out for all.',
      };
