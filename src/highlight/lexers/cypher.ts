import type { LexerDefinition, Lexing } from '../lexer.ts';
import { rx } from '../rx.ts';
import { escapableString } from '../strings.ts';
import { wordsInAnyCase } from '../words.ts';

const FUNCTIONS = `
  ABS ACOS ALLSHORTESTPATHS ASIN ATAN ATAN2 AVG CEIL COALESCE COLLECT COS COT COUNT DATE DEGREES E ENDNODE EXP
  EXTRACT FILTER FLOOR HAVERSIN HEAD ID KEYS LABELS LAST LEFT LENGTH LOG LOG10 LOWER LTRIM MAX MIN NODE NODES
  PERCENTILECONT PERCENTILEDISC PI RADIANS RAND RANGE REDUCE REL RELATIONSHIP RELATIONSHIPS REPLACE REVERSE RIGHT
  ROUND RTRIM SHORTESTPATH SIGN SIN SIZE SPLIT SQRT STARTNODE STDEV STDEVP STR SUBSTRING SUM TAIL TAN TIMESTAMP
  TOFLOAT TOINT TOINTEGER TOSTRING TRIM TYPE UPPER
`;
const KEYWORDS = `
  AS ASC ASCENDING ASSERT BY CASE COMMIT CONSTRAINT CREATE CSV CYPHER DELETE DESC DESCENDING DETACH DISTINCT DROP
  ELSE END ENDS EXPLAIN FALSE FIELDTERMINATOR FOREACH FROM HEADERS IN INDEX IS JOIN LIMIT LOAD MATCH MERGE NULL ON
  OPTIONAL ORDER PERIODIC PROFILE REMOVE RETURN SCAN SET SKIP START STARTS THEN TRUE UNION UNIQUE UNWIND USING WHEN
  WHERE WITH CALL YIELD
`;
const PREDICATES = 'ALL AND ANY CONTAINS EXISTS HAS IN NONE NOT OR SINGLE XOR';
const CALLED = wordsInAnyCase({ nf: FUNCTIONS, k: KEYWORDS }, 'n');

export const lexer: LexerDefinition = {
  states: () => ({
    root: [
      [/\s+/, ''],
      [/\/\/.*/, 'c1'],
      [/\/\*/, 'cm', 'comment'],
      [/[*+\-<>=&|~%^]/, 'o'],
      [/[{}),;[\]]/, 'ss'],
      [/(\w+)(:)(\s*)(-?[._\d]+)/, ['nl', 'dl', 'w', 'm']],
      [/(\w+)(\s*)(\()/, (lexing: Lexing) => lexing.groups(CALLED.of(lexing.match![1]!).token, 'w', 'ss')],
      [/:\w+/, 'nc'],
      [/(-?\d+)(\.\.)(-?\d+)/, ['m', 'o', 'm']],
      [/(?:\d+\.\d*|\d*\.\d+)(?:e[+-]?\d+)?/i, 'mf'],
      [/\d+e[+-]?\d+/i, 'mf'],
      [/0[0-7]+/, 'mo'],
      [/0x[a-f0-9]+/i, 'mh'],
      [/\d+/, 'mi'],
      [/[.\w]+:/, 'py'],
      [/\(/, 'ss'],
      [/[.\w$]+/, wordsInAnyCase({ ow: PREDICATES, k: KEYWORDS }, 'n')],
      [rx`${escapableString('"')}`, 's2'],
      [rx`${escapableString("'")}`, 's1'],
      [rx`${escapableString('\x60')}`, 'sb'],
    ],
    comment: [
      [/\/\*/, 'cm', 'push'],
      [/\*\//, 'cm', 'pop'],
      [/[^/*]+/, 'cm'],
      [/[/*]/, 'cm'],
    ],
  }),
};
