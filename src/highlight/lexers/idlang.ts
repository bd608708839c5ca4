import type { LexerDefinition } from '../lexer.ts';
import { rx } from '../rx.ts';
import { wordsInAnyCase } from '../words.ts';
import { ROUTINES } from './idlang-words.ts';

const NAME = '[_A-Za-z]\\w*';
const KIND = `(?:\\d+|${NAME})`;
const EXPONENT = '[dDeE][+-]\\d+';

export const lexer: LexerDefinition = {
  states: () => ({
    root: [
      [/\s+/, 'w'],
      [/;.*/, 'c1'],
      [/,\s*,/, 'err'],
      [rx`!${NAME}`, 'vg'],
      [/[(),:&$]/, 'p'],
      [rx`[+-]?(?:(?:\d+[.]\d*|[.]\d+)(?:${EXPONENT})?|\d+${EXPONENT})(?:_${KIND})?`, 'mf'],
      [/\d+(?:B|S|U|US|LL|L|ULL|UL)?/i, 'mi'],
      [/"[0-7]+(?:B|O|U|ULL|UL|LL|L)?/i, 'mo'],
      [/'[0-9A-F]+'X(?:B|S|US|ULL|UL|U|LL|L)?/i, 'mh'],
      [rx`(?:${KIND}_)?'`, 's1', 'single-quotes'],
      [rx`(?:${KIND}_)?"`, 's2', 'double-quotes'],
      [/##|#|&&|\|\||\/=|<=|>=|->|@|\?|[-+*/<=~^{}]/, 'o'],
      [rx`(${NAME})(\.)([^\s,]*)`, ['n', 'o', 'n']],
      [/(function|pro)((?:\s|\$\s)+)/i, ['k', 'w'], 'function-name'],
      [
        rx`${NAME}`,
        wordsInAnyCase(
          {
            k: `
  STRUCT INHERITS RETURN CONTINUE BEGIN END BREAK GOTO OF DO ENDIF ENDELSE ENDFOR ENDFOREACH ENDWHILE ENDREP ENDCASE
  ENDSWITCH IF THEN ELSE FOR FOREACH WHILE REPEAT UNTIL CASE SWITCH AND EQ GE GT LE LT MOD NE OR XOR NOT
`,
            nd: 'COMPILE_OPT',
            kr: 'COMMON FORWARD_FUNCTION',
            nb: ROUTINES,
          },
          'n',
        ),
      ],
    ],
    'function-name': [
      [rx`${NAME}`, 'nf'],
      [/\s+/, 'w'],
      [/:+|\$/, 'o'],
      [/;.*/, 'c1'],
      [/$/, 'w', 'pop'],
      [/,/, 'o', 'pop'],
    ],
    'single-quotes': [
      [/[^']+/, 's1'],
      [/''/, 'se'],
      [/'/, 's1', 'pop'],
    ],
    'double-quotes': [
      [/[^"]+/, 's2'],
      [/"/, 's2', 'pop'],
    ],
  }),
};
