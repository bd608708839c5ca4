import type { LexerDefinition } from '../lexer.ts';
import { rx } from '../rx.ts';
import { anyOf } from '../words.ts';

const KEYWORDS = `
  across agent alias all and attached as assign attribute check class convert create debug deferred detachable do
  else elseif end ensure expanded export external feature from frozen if implies inherit inspect invariant like
  local loop not note obsolete old once or Precursor redefine rename require rescue retry select separate some then
  undefine until variant Void when xor
`;
const CODE = '%/(?:0[xX][\\da-fA-F](?:_*[\\da-fA-F])*|0[cC][0-7](?:_*[0-7])*|0[bB][01](?:_*[01])*|\\d(?:_*\\d)*)/';
const ESCAPE = `%[A-DFHLNQR-V%'"()<>]|${CODE}`;
const VERBATIM = `[^"%\\x08\\f\\v]|${ESCAPE}`;

export const lexer: LexerDefinition = {
  states: (rouge) => ({
    root: [
      [/"\[/, 'sx', 'aligned-string'],
      [/"\{/, 'sx', 'verbatim-string'],
      [rx`"(?:[^%\x08\f\n\r\v"]|${ESCAPE})*"`, 's2'],
      [/--.*/, 'c1'],
      [rx`'(?:[^%\x08\f\n\r\t\v]|${ESCAPE})'`, 'sc'],
      [rx`(?:${anyOf(KEYWORDS)})\b`, 'k'],
      [/(?:Current|Result)\b/, 'kv'],
      [/(?:True|False)\b/, 'kc'],
      [/0[xX][\da-fA-F](?:_*[\da-fA-F])*b/, 'mh'],
      [/0[cC][0-7](?:_*[0-7])*\b/, 'mo'],
      [/0[bB][01](?:_*[01])*\b/, 'mb'],
      [/\d(?:_*\d)*/, 'mi'],
      [/\.(?:(?:\d(?:_*\d)*)?[eE][+-]?)?\d(?:_*\d)*/, 'mf'],
      [/:=|<<|>>|\(\||\|\)|->|\.|[{}[\];(),:?]/, 'pi'],
      [
        rouge.later
          ? /\\\\|\|\.\.\||\.\.|\/[~/]?|[></]=?|[-+*^=~≤≥−∀∃¦⟳⟲]/
          : /\\\\|\|\.\.\||\.\.|\/[~/]?|[></]=?|[-+*^=~]/,
        'o',
      ],
      [/[A-Z][\dA-Z_]*/, 'nc'],
      [/[A-Za-z][\dA-Za-z_]*/, 'n'],
      [/\s+/, ''],
    ],
    'aligned-string': [
      [/\]"/, 'sx', 'pop'],
      [rx`${VERBATIM}`, 'sx'],
    ],
    'verbatim-string': [
      [/\}"/, 'sx', 'pop'],
      [rx`${VERBATIM}`, 'sx'],
    ],
  }),
};
