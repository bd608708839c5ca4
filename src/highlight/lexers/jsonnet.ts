import type { LexerDefinition } from '../lexer.ts';
import { words } from '../words.ts';

export const lexer: LexerDefinition = {
  states: () => ({
    root: [
      [/\s+/, ''],
      [/\/\/.*/, 'c1'],
      [/#.*/, 'c1'],
      [/\/\*[\s\S]*?\*\//, 'cm'],
      [/-?(?:0|[1-9]\d*)\.\d+(?:e[+-]\d+)?/i, 'mf'],
      [/-?(?:0|[1-9]\d*)(?:e[+-]\d+)?/i, 'mi'],
      [/[{}:.,;+[\]=%()]/, 'p'],
      [/"/, 's', 'double-quotes'],
      [/'/, 's', 'single-quotes'],
      [/\|\|\|/, 's', 'block'],
      [/\$/, 'k'],
      [
        /[a-zA-Z_][a-zA-Z0-9_]*/,
        words(
          {
            k: 'self super local for in if then else import importstr error tailstrict assert',
            kd: 'function',
            kc: 'null true false',
            nb: `
  acos asin atan ceil char codepoint cos exp exponent filter floor force length log makeArray mantissa objectFields
  objectHas pow sin sqrt tan thisFile type abs assertEqual escapeStringBash escapeStringDollars escapeStringJson
  escapeStringPython filterMap flattenArrays foldl foldr format join lines manifestIni manifestPython
  manifestPythonVars map max min mod range set setDiff setInter setMember setUnion sort split stringChars substr
  toString uniq
`,
          },
          'nx',
        ),
      ],
    ],
    escapes: [
      [/\\(?:[\\/bfnrt]|u[0-9a-fA-F]{4})/, 'se'],
      [/\\./, 'se'],
    ],
    'double-quotes': ['escapes', [/"/, 's', 'pop'], [/[^\\"]+/, 's']],
    'single-quotes': ['escapes', [/'/, 's', 'pop'], [/[^\\']+/, 's']],
    block: ['escapes', [/\|\|\|/, 's', 'pop'], [/[^|\\]+/, 's'], [/\|/, 's']],
  }),
};
