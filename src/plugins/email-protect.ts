// jekyll-email-protect 1.1.0: the filters encode_email and html_encode_email, which hide email addresses from simple
// bots.

import { definePlugin } from '../contract/plugin.ts';
import type { FilterDefinition } from '../liquid/runtime/context.ts';
import { toS } from '../ruby/to-s.ts';

const ALPHANUMERIC = /[\p{L}\p{M}\p{Nd}]/u;

const characterwise = (encode: (character: string) => string): FilterDefinition => ({
  arity: [0, 0],
  apply: (input) => Array.from(toS(input), encode).join(''),
});

const bytesOf = (character: string): number[] => [...new TextEncoder().encode(character)];

const percent = (byte: number): string => `%${byte.toString(16).toUpperCase().padStart(2, '0')}`;

const inAddress = (character: string): string =>
  ALPHANUMERIC.test(character) ? bytesOf(character).map(percent).join('') : character;

const inHtml = (character: string): string =>
  bytesOf(character)
    .map((byte) => `&#${byte};`)
    .join('');

export const plugin = definePlugin({
  api: 1,
  name: 'jekyll-email-protect',
  filters: {
    encode_email: { exact: characterwise(inAddress) },
    html_encode_email: { exact: characterwise(inHtml) },
  },
});
