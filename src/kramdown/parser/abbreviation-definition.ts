import { strip } from '../characters.ts';
import type { Parser } from './parser.ts';
import type { BlockConstruct } from './tables.ts';

const DEFINITION = / {0,3}\*\[([^\n]+?)\]:([^\n]*?)\n/y;

/** `*[short]: long`. Prints nothing; each `short` in the text becomes an abbreviation. */
function parseAbbreviationDefinition(parser: Parser): boolean {
  const { src } = parser;
  const match = src.check(DEFINITION);
  if (!match) return false;
  const name = match[1]!;
  if (parser.abbreviations.has(name)) parser.warn(`Duplicate abbreviation ID '${name}' - overwriting`);
  const element = parser.makeBlock('eob', 'abbrev_def', null);
  parser.append(element);
  parser.abbreviations.set(name, { text: strip(match[2]!), element });
  src.pos += match[0].length;
  return true;
}

export const ABBREVIATION_DEFINITION: BlockConstruct<Parser> = {
  name: 'abbrev_definition',
  starts: '*',
  parse: parseAbbreviationDefinition,
};
