import type { LexerDefinition } from '../lexer.ts';
import { words } from '../words.ts';
import { ML_DOTTED, ML_STATES } from './ocaml-states.ts';

export const lexer: LexerDefinition = {
  states: () => ({
    string: ML_STATES.string!,
    dotted: ML_DOTTED,
    root: [
      [/\s+/, ''],
      [/[,.:?~\\]/, ''],
      [/true|false\b/, 'kc'],
      [/[A-Z][\w']*(?=\s*[.])/, 'nn', 'dotted'],
      [/@[a-zA-Z_][\w']*(?:\.[a-zA-Z_][\w']*)*/, 'nd'],
      [/#[a-zA-Z_][\w']*/, 'nc'],
      [/[A-Z][\w']*/, 'nc'],
      [/\/\/.*/, 'c1'],
      [/\/\*/, 'cm', 'comment'],
      [
        /[a-zA-Z_][\w']*/,
        words(
          {
            k: `
  open let rec and as exception assert lazy if else for in to downto while switch when external type private mutable
  constraint include module of with try import export
`,
            ow: 'mod land lor lxor lsl lsr asr or',
            kt: 'bool int float char string unit list array option ref exn format',
          },
          'n',
        ),
      ],
      [/[(){}[\];]+/, 'p'],
      [/[;_!$%&*+/<=>@^|-]+/, 'o'],
      [/-?\d[\d_]*(?:[^\d_\n][\d_]*)?e[+-]?\d[\d_]*/i, 'mf'],
      [/0x[0-9a-f][0-9a-f_]*/i, 'mh'],
      [/0o[0-7][0-7_]*/i, 'mo'],
      [/0b[01][01_]*/i, 'mb'],
      [/\d[\d_]*/, 'mi'],
      [/'(?:\\[\\"'ntbr ]|\\[0-9]{3}|\\x[0-9a-fA-F]{2})'/, 'sc'],
      [/'[^'/]'/, 'sc'],
      [/'/, 'k'],
      [/"/, 's2', 'string'],
      [/`/, 's2', 'template'],
    ],
    comment: [
      [/[^/*]+/, 'cm'],
      [/\/\*/, 'cm', 'push'],
      [/\*\//, 'cm', 'pop'],
      [/[*/]/, 'cm'],
    ],
    template: [
      [/\$\{/, 'p', 'template-expression'],
      [/`/, 's2', 'pop'],
      [/\\[$`]/, 'se'],
      [/[^$`\\]+/, 's2'],
      [/[\\$]/, 's2'],
    ],
    'template-expression': [[/\}/, 'p', 'pop'], 'root'],
  }),
};
