// Where the keys of a configuration are written, for messages: `config.place.timezone()`.

import type { Diagnostic } from '../diagnostics/diagnostic.ts';
import type { KeyPath } from '../yaml/load.ts';
import { KEYS, type Key, type KeyProperty, propertyOf } from './options.ts';

export type Place = Pick<Diagnostic, 'path' | 'span'>;

/** The position of a key, possibly nested; of the file if the key isn't written anywhere. */
export type Locate = (...path: KeyPath) => Place;

/** The positions of all known keys; the arguments lead to a key inside: `place.collections('notes', 'permalink')`. */
export type Places = { readonly [Name in Key as KeyProperty<Name>]: (...inside: (string | number)[]) => Place };

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
