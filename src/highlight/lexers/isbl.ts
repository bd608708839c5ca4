import type { LexerDefinition, Lexing } from '../lexer.ts';
import { wordsInAnyCase } from '../words.ts';
import { CONSTANTS, GLOBALS, INTERFACES } from './isbl-words.ts';

const KEYWORDS = `
  and и else иначе endexcept endfinally endforeach конецвсе endif конецесли endwhile конецпока except exitfor
  finally foreach все if если in в not не or или try while пока
`;
const NAMES = wordsInAnyCase({ k: KEYWORDS, nb: CONSTANTS, vg: GLOBALS }, 'nv');
const CONSTANT = wordsInAnyCase({ nb: CONSTANTS }, 'n');

export const lexer: LexerDefinition = {
  states: () => ({
    space: [
      [/\s+/, ''],
      [/\/\/.*/, 'c1'],
      [/\/[*][\s\S]*?[*]\//, 'cm'],
    ],
    dotted: [
      'space',
      [
        /[a-zа-яё_0-9]+/i,
        (lexing: Lexing) => {
          const { token } = CONSTANT.of(lexing.text);
          lexing.token(token === 'n' && lexing.within('type') ? 'kt' : token);
          lexing.pop();
        },
      ],
    ],
    type: [
      'space',
      [/[a-zа-яё_0-9]+/i, wordsInAnyCase({ kt: INTERFACES }, 'n'), 'pop'],
      [/[.]/, 'p', 'dotted'],
      [/(?:)/, '', 'pop'],
    ],
    root: [
      'space',
      [/:/, 'p', 'type'],
      [/[.]/, 'p', 'dotted'],
      [/[[\]();]/, 'p'],
      [/[&*+=<>/-]/, 'o'],
      [/[a-zа-яё_][a-zа-яё_0-9]*(?=[(])/i, 'nf'],
      [/[a-zа-яё_!][a-zа-яё_0-9]*/i, NAMES],
      [/\d+(?:\.\d+)?\b/, 'm'],
      [/"[^"]*"/, 's2'],
      [/'[^']*'/, 's1'],
    ],
  }),
};
