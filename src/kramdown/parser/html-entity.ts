import type { Entity } from '../../text/html-entities.ts';
import { namedEntity, numericEntity } from '../../text/html-entities.ts';
import type { Parser } from './parser.ts';
import type { SpanConstruct } from './tables.ts';

const ENTITY = /&(?:([\w:][-\w.:]*)|#(\d+)|#x([0-9a-fA-F]+));/y;

/** A character reference. If the name is unknown, the ampersand is text. */
function parseHtmlEntity(parser: Parser): boolean {
  const { src, entities } = parser;
  const match = src.check(ENTITY);
  if (!match) return false;
  const [original, name, decimal, hex] = match;
  const { pos } = src;
  src.pos += original.length;
  let entity: Entity | undefined;
  if (name !== undefined) entity = namedEntity(entities, name);
  else
    entity = numericEntity(entities, decimal !== undefined ? Number.parseInt(decimal, 10) : Number.parseInt(hex!, 16));
  if (entity) parser.append(parser.make('entity', entity, { original }, pos));
  else {
    parser.append(parser.make('entity', namedEntity(entities, 'amp')!, { original: null }, pos));
    parser.addText(original.slice(1));
  }
  return true;
}

export const HTML_ENTITY: SpanConstruct<Parser> = {
  name: 'html_entity',
  starts: '&',
  parse: parseHtmlEntity,
};
