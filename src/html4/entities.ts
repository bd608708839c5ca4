// HTML 4's named entities as libxml2 has them: kramdown's table, with its few mistakes corrected.

import { HTML_4_ENTITIES, namedEntity } from '../text/html-entities.ts';

const TABLE = HTML_4_ENTITIES;

/** kramdown 2.4.0 swaps left and right in these, and has one that HTML 4 doesn't. */
const OTHERS: Readonly<Record<string, string | null>> = {
  lceil: '\u2308',
  rceil: '\u2309',
  lang: '\u2329',
  rang: '\u232a',
  vellip: null,
};

/** The character that a name stands for; null if HTML 4 doesn't have it. */
export function decodeEntity(name: string): string | null {
  const other = Object.hasOwn(OTHERS, name) ? OTHERS[name] : undefined;
  if (other !== undefined) return other;
  const entity = namedEntity(TABLE, name);
  return entity === undefined ? null : String.fromCodePoint(entity.codePoint);
}
