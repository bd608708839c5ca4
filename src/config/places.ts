// Where the keys of a configuration are written, for messages.

import type { Diagnostic } from '../diagnostics/diagnostic.ts';
import type { KeyPath } from '../yaml/load.ts';
import { KEYS, type Key, type KeyProperty, type OPTIONS, propertyOf } from './options.ts';

export type Place = Pick<Diagnostic, 'path' | 'span'>;

/** The position of a key, possibly nested; of the file if the key isn't written anywhere. */
export type Locate = (...path: KeyPath) => Place;

/** The way to a key inside a section: one of its known keys, or any. */
type Inside<Name extends Key> = Name extends keyof typeof OPTIONS
  ? (typeof OPTIONS)[Name] extends { keys: infer Keys }
    ? [key?: keyof Keys & string]
    : (string | number)[]
  : [];

/** `place.timezone()`, `place.sass('style')`, `place.collections('notes', 'permalink')`. */
export type Places = { readonly [Name in Key as KeyProperty<Name>]: (...inside: Inside<Name>) => Place };

interface Located {
  readonly locate: Locate;
}

const PLACES = Object.fromEntries(
  KEYS.map((name) => [
    propertyOf(name),
    function (this: Located, ...inside: (string | number)[]): Place {
      return this.locate(name, ...inside);
    },
  ]),
);

export const places = (locate: Locate): Places => Object.create(PLACES, { locate: { value: locate } });
