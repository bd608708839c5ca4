import type { LexerDefinition } from '../lexer.ts';
import { words } from '../words.ts';

const KEYWORDS = `
  actor addressof and as be break class compiler_intrinsic consume continue do else elseif embed end error for fun
  if ifdef in interface is isnt lambda let match new not object primitive recover repeat return struct then this
  trait try type until use var where while with
`;
const TYPES = `
  Number Signed Unsigned Float I8 I16 I32 I64 I128 U8 U32 U64 U128 F32 F64 EventID Align IntFormat NumberPrefix
  FloatFormat Type
`;

export const lexer: LexerDefinition = {
  states: () => ({
    root: [
      [/\s+/, ''],
      [/"""/, 'sd', 'doc-string'],
      [/\/\/.*/, 'c1'],
      [/\/(?:\\\n)?[*][\s\S]*?[*](?:\\\n)?\//, 'cm'],
      [/"/, 's', 'string'],
      [/[~!%^&*+=|?:<>/-]/, 'o'],
      [/(?:true|false|NULL)\b/, 'no'],
      [/[A-Z_][a-zA-Z0-9_]*/, 'nc'],
      [/[()[\],.';]/, 'p'],
      [/0[xX](?:[0-9a-fA-F_]*\.[0-9a-fA-F_]+|[0-9a-fA-F_]+)[pP][+-]?[0-9_]+[fFL]?i?/, 'mf'],
      [/[0-9_]+(?:\.[0-9_]+[eE][+-]?[0-9_]+|\.[0-9_]*|[eE][+-]?[0-9_]+)[fFL]?i?/, 'mf'],
      [/\.(?:0|[1-9][0-9_]*)(?:[eE][+-]?[0-9_]+)?[fFL]?i?/, 'mf'],
      [/0[xX][0-9a-fA-F_]+/, 'mh'],
      [/(?:0|[1-9][0-9_]*)(?:[LUu]|Lu|LU|uL|UL)?/, 'mi'],
      [/[a-z_][a-z0-9_]*/i, words({ kd: 'box iso ref tag trn val', kr: KEYWORDS, kt: TYPES }, 'n')],
    ],
    string: [
      [/"/, 's', 'pop'],
      [/\\(?:[\\abfnrtv"']|x[a-fA-F0-9]{2,4}|[0-7]{1,3})/, 'se'],
      [/[^\\"\n]+/, 's'],
      [/\\\n/, 's'],
      [/\\/, 's'],
    ],
    'doc-string': [
      [/"""/, 'sd', 'pop'],
      [/\n/, 'sd'],
      [/./, 'sd'],
    ],
  }),
};
