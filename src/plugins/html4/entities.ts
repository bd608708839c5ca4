// HTML 4's named entities, which are kramdown's.

import { entityTable, namedEntity } from '../../kramdown/entities.ts';

const TABLE = entityTable('2.4.0');

/** The character of a name; null where HTML 4 has none of it. */
export function decodeEntity(name: string): string | null {
  const entity = namedEntity(TABLE, name);
  return entity === undefined ? null : String.fromCodePoint(entity.codePoint);
}
