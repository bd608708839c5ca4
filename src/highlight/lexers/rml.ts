import type { LexerDefinition } from '../lexer.ts';
import { rx } from '../rx.ts';
import { words } from '../words.ts';

const KEYWORDS = 'matches not with empty all if else true false';
const ARITHMETIC = 'abs sin cos tan min max';
const LOWER = '[a-z][a-zA-Z0-9_]*';
const UPPER = '[A-Z][a-zA-Z0-9_]*';

export const lexer: LexerDefinition = {
  states: () => ({
    common: [
      [/[ \t\r\n]+/, ''],
      [/\/\/[^\r\n]*/, 'c1'],
      [/'(?:\\'|[ a-zA-Z0-9_.])*'/, 's'],
      [/[0-9]+\.[0-9]+/, 'mf'],
      [/[0-9]+/, 'mi'],
    ],
    root: [
      'common',
      [rx`(${LOWER})(\()`, ['nf', 'o'], 'parameters'],
      [rx`${LOWER}`, words({ k: KEYWORDS }, 'nf', { with: 'with' })],
      [/[({[]/, 'o', 'parameters'],
      [/[_|]/, 'o'],
      [rx`${UPPER}`, 'nc', 'equation'],
      [/;/, 'o'],
    ],
    parameters: [
      'common',
      [/[({[]/, 'o', 'push'],
      [/[)}\]]/, 'o', 'pop'],
      [rx`${LOWER}(?=:)`, 'ni'],
      [rx`${LOWER}`, words({ k: KEYWORDS }, 'sr')],
      [/\.{3}/, 'ss'],
      [/[_|;,:]/, 'o'],
    ],
    equation: ['common', [/[<,>]/, 'o'], [rx`${LOWER}`, 'sr'], [/=/, 'o', 'goto expression'], [/;/, 'o', 'pop']],
    expression: [
      'common',
      [/(if)(\()/, ['k', 'o'], 'data'],
      [/let|var/, 'k', 'equation'],
      [rx`(${LOWER})(\()`, ['nf', 'o'], 'parameters'],
      [rx`${LOWER}`, words({ k: KEYWORDS }, 'nf')],
      [rx`${UPPER}(?=<)`, 'nc', 'data'],
      [rx`${UPPER}`, 'nc'],
      [/[=(){}*+/\\|!>?]/, 'o'],
      [/;/, 'o', 'pop'],
    ],
    data: [
      'common',
      [rx`${LOWER}`, words({ k: `${ARITHMETIC} ${KEYWORDS}` }, 'sr')],
      [/\(/, 'o', 'push'],
      [/\)/, 'o', 'pop'],
      [/>(?=[^A-Z;]+[A-Z;>])/, 'o', 'pop'],
      [/[*^?!%&[\]<>|+=:,./\\_-]/, 'o'],
      [/;/, 'o', 'pop'],
    ],
    with: ['common', [/>/, 'o'], 'data'],
  }),
};
