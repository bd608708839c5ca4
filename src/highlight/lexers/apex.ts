import type { LexerDefinition, Lexing } from '../lexer.ts';
import { rx } from '../rx.ts';
import { wordsInAnyCase } from '../words.ts';

const NAMES = wordsInAnyCase(
  {
    k: `${`
  assert break case catch continue default do else finally for if goto instanceof new return switch this throw try
  while insert update delete
`} ${`
  SELECT FROM WHERE UPDATE LIKE TYPEOF END USING SCOPE WITH DATA CATEGORY GROUP BY ROLLUP CUBE HAVING ORDER ASC DESC
  NULLS FIRST LAST LIMIT OFFSET FOR VIEW REFERENCE TRACKING VIEWSTAT OR AND
`}`,
    kd: `
  abstract const enum extends final implements native private protected public static super synchronized throws
  transient volatile with sharing without inherited virtual global testmethod
`,
    kt: 'boolean byte char double float int long short var void',
    kc: 'true false null',
    kn: 'package',
  },
  'n',
);

function name(lexing: Lexing): void {
  const { token } = NAMES.of(lexing.text);
  const [, before, , after] = lexing.match!;
  if (token !== 'n') lexing.token(token);
  else if (before === '@') lexing.token('nd');
  else if (after === ':') lexing.groups('o', 'nl', 'p');
  else if (after === '(') lexing.groups('o', 'nf', 'p');
  else if (before === '.') lexing.groups('o', 'py', 'p');
  else lexing.token('n');
}

const DIGITS = '(?:[0-9]_+[0-9]|[0-9])+';

export const lexer: LexerDefinition = {
  states: () => ({
    root: [
      [/\s+/, ''],
      [/\/\/.*/, 'c1'],
      [/\/\*[\s\S]*?\*\//, 'cm'],
      [/(?:class|interface)\b/, 'kd', 'class'],
      [/import\b/, 'kn', 'import'],
      [/([@$.]?)([a-z_][a-z0-9_]*)([:(]?)/i, name],
      [/"/, 's2', 'double-quotes'],
      [/'/, 's1', 'single-quotes'],
      [rx`${DIGITS}\.${DIGITS}(?:[eE]${DIGITS})?[fd]?`, 'mf'],
      [/0b(?:[01]_+[01]|[01])+/i, 'mb'],
      [/0x(?:[0-9a-f]_+[0-9a-f]|[0-9a-f])+/i, 'mh'],
      [/0(?:[0-7]_+[0-7]|[0-7])+/, 'mo'],
      [rx`${DIGITS}L?`, 'mi'],
      [/[-+/*~^!%&<>|=.?]/, 'o'],
      [/[[\](){},:;]/, 'p'],
    ],
    class: [
      [/\s+/, ''],
      [/[a-z_][a-z0-9_]*/i, 'nc', 'pop'],
    ],
    import: [
      [/\s+/, ''],
      [/[a-z0-9_.]+\*?/i, 'nn', 'pop'],
    ],
    escapes: [[/\\[btnfr\\"']/, 'se']],
    'double-quotes': ['escapes', [/[^\\"]+/, 's2'], [/"/, 's2', 'pop']],
    'single-quotes': ['escapes', [/[^\\']+/, 's2'], [/'/, 's2', 'pop']],
  }),
};
