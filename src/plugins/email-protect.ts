// jekyll-email-protect 1.1.0: the filters encode_email and html_encode_email, which hide email addresses from simple
// bots.

import type { FilterDefinition } from '../liquid/runtime/context.ts';
import { toS } from '../ruby/to-s.ts';
import type { Plugin } from '../site/plugin.ts';

const ALPHANUMERIC = /[\p{L}\p{M}\p{Nd}]/u;

const characterwise = (encode: (character: string) => string): FilterDefinition => ({
  arity: [0, 0],
  apply: (input) => Array.from(toS(input), encode).join(''),
});

const bytesOf = (character: string): number[] => [...new TextEncoder().encode(character)];

export const plugin: Plugin = {
  name: 'jekyll-email-protect',
  setup(site) {
    const percent = (byte: number): string => `%${byte.toString(16).toUpperCase().padStart(2, '0')}`;
    const inAddress = (character: string): string =>
      ALPHANUMERIC.test(character) ? bytesOf(character).map(percent).join('') : character;
    const inHtml = (character: string): string =>
      bytesOf(character)
        .map((byte) => `&#${byte};`)
        .join('');
    site.liquid.filters.set('encode_email', characterwise(inAddress));
    site.liquid.filters.set('html_encode_email', characterwise(inHtml));
  },
};
