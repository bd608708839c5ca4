import type { LexerDefinition } from '../lexer.ts';
import { rx } from '../rx.ts';
import { looseString } from '../strings.ts';
import { wordsInAnyCase } from '../words.ts';

const END = '(?=[\\s{};])';

export const lexer: LexerDefinition = {
  states: () => ({
    comment: [
      [/[^*/]/, 'c'],
      [/\/\*/, 'c', 'push'],
      [/\*\//, 'c', 'pop'],
      [/[*/]/, 'c'],
    ],
    root: [
      [/\s+/, 'w'],
      [/[{};]+/, 'p'],
      [/(?:and|or|not|\+|\.)(?![-\w])/, 'o'],
      [rx`${looseString('"')}`, 's2'],
      [rx`${looseString("'")}`, 's1'],
      [/\/\*/, 'c', 'comment'],
      [/\/\/.*/, 'c'],
      [rx`([\w.-]+)(:)([\w.-]+)${END}`, ['nn', 'p', 'n']],
      [rx`[0-9]{4}-[0-9]{2}-[0-9]{2}${END}`, 'nl'],
      [rx`[0-9]+\.[0-9]+${END}`, 'mf'],
      [rx`[0-9]+${END}`, 'mi'],
      [
        /[\w-]+(?=[^\w\-:])\b/,
        wordsInAnyCase(
          {
            kd: `
  module submodule belongs-to namespace prefix yang-version contact description organization reference revision
  import include revision-date action argument augment deviation extension feature grouping identity if-feature
  input notification output rpc typedef anydata anyxml case choice config container deviate leaf leaf-list list must
  presence refine uses when base bit default enum error-app-tag error-message fraction-digits length max-elements
  min-elements modifier ordered-by path pattern position range require-instance status type units value yin-element
  key mandatory unique
`,
            kt: `
  binary bits boolean decimal64 empty enumeration identityref instance-identifier int16 int32 int64 int8 leafref
  string uint16 uint32 uint64 uint8 union
`,
            no: `
  add current delete deprecated false invert-match max min not-supported obsolete replace true unbounded user
`,
          },
          'n',
        ),
      ],
      [/[^;{}\s'"]+/, 'n'],
    ],
  }),
};
