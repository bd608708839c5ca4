import type { LexerDefinition, Lexing } from '../lexer.ts';
import { ambiguous, rx, rxi } from '../rx.ts';
import { wordsInAnyCase } from '../words.ts';
import { BUILTINS, EXCEPTIONS, KEYWORDS, TRAITS, TYPES } from './lasso-words.ts';

/** The lexer of the text around the code; it continues where it stopped. */
interface Memory {
  readonly around: Lexing;
}

const NAME = '[a-zA-Z_][\\w.]*';
const NAMES = wordsInAnyCase(
  { kn: 'namespace_using', ne: EXCEPTIONS, kt: TYPES, nd: TRAITS, k: KEYWORDS, nb: BUILTINS },
  'nx',
);

const around = (lexing: Lexing<Memory>) => lexing.delegate(lexing.memory.around);
const isOn = (option: string | true | undefined) =>
  option !== undefined && !['0', 'false', 'off'].includes(option === true ? '' : option);

export const lexer: LexerDefinition<Memory> = {
  delegates: ['html'],
  start: ({ parent, start_inline }, lexing) => {
    if (isOn(start_inline)) lexing.begin('lasso');
    return { around: lexing.open(typeof parent === 'string' ? parent : 'html')! };
  },
  states: () => ({
    root: [
      [/^#![ \S]+lasso9\b/, 'cp', 'lasso'],
      [/(?=\[|<)/, '', 'delimiters'],
      [/\s+/, 'w'],
      [/(?:)/, '', 'delimiters file'],
    ],
    delimiters: [
      [/\[no_square_brackets\]/, 'cp', 'no-square-brackets'],
      [/\[noprocess\]/, 'cp', 'no-process'],
      [/\[/, 'cp', 'square-brackets'],
      [/<\?(?:lasso(?:script)?|=)/i, 'cp', 'angle-brackets'],
      [ambiguous(/(?:[^[<]|<!--[\s\S]*?-->|<(script|style)[\s\S]*?\1>|<(?!\?(?:lasso(?:script)?|=)))+/i), around],
    ],
    'no-square-brackets': [
      [/\[noprocess\]/, 'cp', 'no-process'],
      [/<\?(?:lasso(?:script)?|=)/i, 'cp', 'angle-brackets'],
      [
        ambiguous(
          /(?:[^[<]|<!--[\s\S]*?-->|<(script|style)[\s\S]*?\1>|<(?!\?(?:lasso(?:script)?|=))|\[(?!noprocess))+/i,
        ),
        around,
      ],
    ],
    'no-process': [
      [/\[\/noprocess\]/, 'cp', 'pop'],
      [/(?:[^[]|\[(?!\/noprocess))+/i, around],
    ],
    'square-brackets': [[/\]/, 'cp', 'pop'], 'lasso'],
    'angle-brackets': [[/\?>/, 'cp', 'pop'], 'lasso'],
    file: [[/\]|\?>/, 'cp', 'pop'], 'lasso'],
    space: [
      [/\s+/, ''],
      [/\/\/.*?\n/, 'c1'],
      [/\/\*\*![\s\S]*?\*\//, 'cd'],
      [/\/\*[\s\S]*?\*\//, 'cm'],
    ],
    lasso: [
      'space',
      [/\d*\.\d+(?:e[+-]?\d+)?/i, 'mf'],
      [/0x[\da-f]+/i, 'mh'],
      [/\d+/, 'mi'],
      [/(?:infinity|NaN)\b/i, 'm'],
      [/'[^'\\]*(?:\\[\s\S][^'\\]*)*'/, 's1'],
      [/"[^"\\]*(?:\\[\s\S][^"\\]*)*"/, 's2'],
      [/`[^`]*`/, 'sb'],
      [rx`\$${NAME}`, 'nv'],
      [rx`#(?:${NAME}|\d+\b)`, 'vi'],
      [rx`(\.\s*)('${NAME}')`, ['bp', 'vc']],
      [rxi`(self)(\s*->\s*)('${NAME}')`, ['bp', 'o', 'vc']],
      [rx`(\.\.?\s*)(${NAME}(?:=(?!=))?)`, ['bp', 'nx']],
      [rx`(->\\?\s*|&\s*)(${NAME}(?:=(?!=))?)`, ['o', 'nx']],
      [/(?:self|inherited|currentcapture|givenblock)\b/i, 'bp'],
      [rxi`-(?!infinity)${NAME}`, 'na'],
      [rx`::\s*${NAME}`, 'nl'],
      [rxi`(define)(\s+)(${NAME})(\s*=>\s*)(type|trait|thread)\b`, ['kd', '', 'nc', 'o', 'k']],
      [rxi`(define)(\s+)(${NAME})(\s*->\s*)(${NAME}=?|[-+*/%])`, ['kd', '', 'nc', 'o', 'nf'], 'signature'],
      [rxi`(define)(\s+)(${NAME})`, ['kd', '', 'nf'], 'signature'],
      [rxi`(public|protected|private|provide)(\s+)((?:${NAME}=?|[-+*/%])(?=\s*\())`, ['k', '', 'nf'], 'signature'],
      [rxi`(public|protected|private|provide)(\s+)(${NAME})`, ['k', '', 'nf']],
      [/(?:true|false|none|minimal|full|all|void)\b/i, 'kc'],
      [/(?:local|var|variable|global|data(?=\s))\b/i, 'kd'],
      [rxi`(${NAME})(\s+)(in)\b`, ['n', '', 'k']],
      [rxi`(let|into)(\s+)(${NAME})`, ['k', '', 'n']],
      [/,/, 'p', 'member'],
      [/(?:and|or|not)\b/i, 'ow'],
      [rx`(${NAME})(\s*::\s*${NAME})?(\s*=(?!=|>))`, ['n', 'nl', 'o']],
      [/(\/?)([\w.]+)/, (lexing: Lexing) => lexing.groups('p', NAMES.of(lexing.match![2]!).token)],
      [/(=)(n?bw|n?ew|n?cn|lte?|gte?|n?eq|n?rx|ft)\b/i, ['o', 'ow']],
      [/:=|[-+*/%=<>&|!?\\]+/, 'o'],
      [/[{}():;,@^]/, 'p'],
    ],
    signature: [[/=>/, 'o', 'pop'], [/\)/, 'p', 'pop'], [/[(,]/, 'p', 'parameter'], 'lasso'],
    parameter: [[/\)/, 'p', 'pop'], [rx`-?${NAME}`, 'na', 'pop'], [/\.\.\./, 'bp'], 'lasso'],
    member: [
      [rx`(?:${NAME}=?|[-+*/%])(?=\s*(?:\((?:[^()]*\([^()]*\))*[^)]*\)\s*)?(?:::[\w.\s]+)?=>)`, 'nf', 'signature'],
      'space',
      [/(?:)/, '', 'pop'],
    ],
  }),
};
