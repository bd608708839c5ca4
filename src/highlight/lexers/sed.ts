import type { LexerDefinition, Lexing, Rule } from '../lexer.ts';
import { ambiguous, rx } from '../rx.ts';

const CHARACTER = '(?:\\\\[\\s\\S]|[\\s\\S])';

/** The lexers of expressions and replacements; they continue where they stopped. */
interface Memory {
  readonly regexp: Lexing;
  readonly replacement: Lexing;
}

type Sed = Lexing<Memory>;

const resetAfter = (token: 'c' | '' | 'p') => (lexing: Sed) => {
  lexing.token(token);
  lexing.resetStack();
};

function substitute(first: 'regexp' | 'replacement'): (lexing: Sed) => void {
  return (lexing) => {
    const [, command, delimiter, one, , two] = lexing.match!;
    lexing.token('k', command);
    lexing.token('p', delimiter);
    lexing.delegate(lexing.memory[first], one!);
    lexing.token('p', delimiter);
    lexing.delegate(lexing.memory.replacement, two!);
    lexing.token('p', delimiter);
  };
}

function address(before: number, body: number): (lexing: Sed) => void {
  return (lexing) => {
    const match = lexing.match!;
    lexing.token('kn', match.slice(1, before + 1).join(''));
    lexing.delegate(lexing.memory.regexp, match[body]!);
    lexing.token('kn', match[body + 1]);
  };
}

const wordArgument = (commands: string, token: 'n' | 'nl'): Rule => [
  rx`([${commands}])(\s+)(\S+)`,
  ['k', '', token],
  'pop',
];

export const lexer: LexerDefinition<Memory> = {
  start: (_, lexing) => ({ regexp: lexing.part('regexp'), replacement: lexing.part('replacement') }),
  states: () => ({
    regexp: [
      [/\\./, 'se'],
      [/\[/, 'p', 'brackets'],
      [/[$^.*]/, 'o'],
      [/[()]/, 'p'],
      [/./, 'sr'],
    ],
    brackets: [
      [/\^/, 'p', 'goto in-brackets'],
      [/(?:)/, '', 'goto in-brackets'],
    ],
    'in-brackets': [
      [/.-./, 'nv'],
      [/\]/, 'p', 'pop'],
      [/./, 'sr'],
    ],
    replacement: [
      [/\\[\s\S]/, 'se'],
      [/&/, 'o'],
      [/[^\\&]+/, ''],
    ],
    space: [
      [/\s+/, ''],
      [/#.*?\n/, resetAfter('c')],
      [/;/, resetAfter('p')],
    ],
    root: [
      'space',
      [/\d+/, 'kn'],
      [/[$,~+!]/, 'kn'],
      [/(\/)((?:\\.|[^\\\n/])*|.*?)(\/)/, address(1, 2)],
      [ambiguous(/(\\)(.)((?:\\.|.)*?)(\2)/), address(2, 3)],
      [/(?:)/, '', 'command'],
    ],
    command: [
      'space',
      [ambiguous(rx`(s)([\s\S])(${CHARACTER}*?)(\2)(${CHARACTER}*?)(\2)`), substitute('regexp'), 'goto flags'],
      [ambiguous(rx`(y)([\s\S])(${CHARACTER}*?)(\2)(${CHARACTER}*?)(\2)`), substitute('replacement'), 'pop'],
      [/([aic])(\s*)/, ['k', ''], 'goto text'],
      [/[pd]/, 'k'],
      [/([qQlL])(\s+)(\d+)/, ['k', '', 'm'], 'pop'],
      [/[={}dDgGhHlnpPqx]/, 'k', 'pop'],
      wordArgument('rRwW', 'n'),
      wordArgument(':btT', 'nl'),
    ],
    text: [
      [/[^\\\n]+/, 's'],
      [/\\\n/, 'se'],
      [/\\/, 's'],
      [/\n/, '', 'pop'],
    ],
    flags: [
      [/[gp]+/, 'k', 'pop'],
      [
        /[wW]\s+\S+/,
        (lexing: Sed) => {
          // Rouge emits the whole match three times.
          lexing.token('k');
          lexing.token('');
          lexing.token('n');
        },
      ],
      [/(?:)/, '', 'pop'],
    ],
  }),
};
