import type { LexerDefinition } from '../lexer.ts';
import { rx } from '../rx.ts';
import { looseString } from '../strings.ts';
import { anyOf } from '../words.ts';

const KEYWORDS = `
  abstract action actions apply const default default_action else enum entries extern exit if in inout key list out
  package packet_in packet_out return size select switch this transition tuple type typedef
`;
const DECLARATIONS = 'control header header_union parser state struct table value_set';
const BUILTINS = `
  bit bool error extract int isValid setValid setInvalid match_kind string varbit verify void
`;
/** Ruby's older version of Unicode: joiners and the Katakana middle dots can't continue a name. */
const NAME = '[\\p{XID_Start}_](?:(?![\\u200c\\u200d\\u30fb\\uff65])\\p{XID_Continue})*';

export const lexer: LexerDefinition = {
  states: () => ({
    root: [
      [/\s+/, ''],
      [/\/\/.*\n?/, 'c1'],
      [/\/\*[\s\S]*?\*\//, 'cm'],
      [rx`#\s*${NAME}`, 'cp'],
      [rx`(?:${anyOf(KEYWORDS)})\b`, 'k'],
      [rx`(?:${anyOf(DECLARATIONS)})\b`, 'kd'],
      [rx`(?:${anyOf(BUILTINS)})\b`, 'nb'],
      [rx`${NAME}_[th]\b`, 'nc'],
      [/\|[+-]\||!=|[?&<>*|~^\-+/#.=]/, 'o'],
      [/[(){}[\]<>,:;.]/, 'p'],
      [/(?:[0-9]+[sw])?(?:0[oO][0-7_]+|0[xX][0-9a-fA-F_]+|0[bB][01_]+|0[dD][0-9_]+|[0-9_]+)/, 'm'],
      [rx`@${NAME}`, 'nl'],
      [rx`${NAME}`, ''],
      [rx`${looseString('"')}`, 's'],
    ],
  }),
};
