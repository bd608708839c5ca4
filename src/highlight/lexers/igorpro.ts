import type { LexerDefinition, Lexing } from '../lexer.ts';
import { rx, rxi } from '../rx.ts';
import { list, words } from '../words.ts';
import { FUNCTIONS, OPERATIONS } from './igorpro-words.ts';

const NAMES = words(
  {
    kd: `
  variable string wave strconstant constant nvar svar dfref funcref struct char uchar int16 uint16 int32 uint32
  int64 uint64 float double
`,
    k: `
  structure endstructure threadsafe static macro proc window menu function end if else elseif endif switch strswitch
  endswitch break return continue for endfor do while case default try catch endtry abortonrte
`,
    kc: 'nan inf',
    nb: FUNCTIONS,
    kr: OPERATIONS,
  },
  'n',
);
const DIRECTIVES = new Set(list('pragma include define ifdef ifndef undef if elif else endif'));
const NAME = '[a-zA-Z][a-zA-Z0-9_.]*?\\b';

function name(lexing: Lexing): void {
  const text = lexing.text.toLowerCase();
  const { token } = text.includes('function') ? { token: 'kd' as const } : NAMES.of(text);
  if (text.includes('function')) lexing.push('function');
  else if (token === 'kd') lexing.push('variables');
  else if (token === 'kr') lexing.push('flags');
  lexing.token(token === 'n' && /\b[vsw]_[a-z]+[a-z0-9]*/.test(text) ? 'no' : token);
}

export const lexer: LexerDefinition = {
  states: () => ({
    root: [
      [/\/\//, 'c', 'comment'],
      [rx`${NAME}`, name],
      [
        rx`(#)(${NAME})`,
        (lexing: Lexing) => {
          if (DIRECTIVES.has(lexing.match![2]!.toLowerCase())) lexing.token('cp');
          else lexing.groups('p', 'n');
        },
      ],
      [rxi`(/(?:wave|X|Y))(\s*)(=)(\s*)(${NAME})`, ['kp', '', 'p', '', 'nv']],
      [/\s/, ''],
      [/[#$~!%^&*+=|?:<>/-]/, 'o'],
      [/[{}()[\],.;]/, 'p'],
      [/"/, 's2', 'string'],
      'single-quotes',
      [/0x[a-f0-9]+/i, 'mf'],
      [/\d+\.\d+(?:e[+-]?\d+)?/, 'mh'],
      [/\d+(?:_\d+)*/, 'mi'],
      'space',
    ],
    assignment: [
      'space',
      [/"/, 's2', 'string'],
      'single-quotes',
      [/0x[a-f0-9]+/i, 'mf', 'pop'],
      [/\d+(?:_\d+)*/, 'mi', 'pop'],
      [/[([{][^)\]}]+[)\]}]/, 'g', 'pop'],
      [/[^\s/(]+/, 'g', 'pop'],
      [/(?:)/, '', 'pop'],
    ],
    variables: [
      'space',
      [/=/, 'p', 'assignment'],
      [rx`${NAME}`, 'nv'],
      [/[[\]]/, 'p'],
      [/,/, 'p', 'push'],
      [/\)/, 'p', 'pop'],
      [/\/[a-z]+/i, 'kp', 'push'],
      [/(?:)/, '', 'pop'],
    ],
    function: [[/\/[a-z]+/i, 'kp'], 'space', [rx`${NAME}`, 'nf'], [/\(/, 'p', 'variables'], [/(?:)/, '', 'pop']],
    flags: [
      'space',
      [/=/, 'p', 'assignment'],
      [/\/[a-z]+/i, 'kp', 'push'],
      [rxi`(as)(\s*)(${NAME})`, ['kt', '', 'nl']],
      [/(?:)/, '', 'pop'],
    ],
    space: [[/(?:[ \t]|\\\s*[\r\n])+/, '']],
    string: [
      [/%\w\b/, 'sx'],
      [/\\["\\]?/, 'se'],
      [/[^"]/, 's'],
      [/"/, 's2', 'pop'],
    ],
    'single-quotes': [[/'[^']*'/, 's1']],
    comment: [
      [/(\/\s*)(@\w+\b)/, ['c', 'cs']],
      [/[^\r\n]/, 'c'],
      [/(?:)/, '', 'pop'],
    ],
  }),
};
