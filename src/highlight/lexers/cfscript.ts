import type { LexerDefinition, Lexing } from '../lexer.ts';
import { rx } from '../rx.ts';
import { escapableString } from '../strings.ts';
import { leadingTo, words } from '../words.ts';

const KEYWORDS = `
  if else var xml default break switch do try catch throw in continue for return while required
`;
const DECLARATIONS = 'component property function remote public package private';
const TYPES = 'any array binary boolean component date guid numeric query string struct uuid void xml';
const CALLS = words({ k: KEYWORDS }, 'nf');
const NAME = '[$a-zA-Z_][a-zA-Z0-9_.]*';

export const lexer: LexerDefinition = {
  states: () => ({
    root: [
      'space',
      [
        /(?:\+\+|--|&&|\|\||<=|>=|<|>|==|!=|mod|eq|lt|gt|lte|gte|not|is|and|or|xor|eqv|imp|equal|contains|\?|does not contain|greater than(?: or equal to)?|less than(?: or equal to)?)\b/i,
        'o',
        'operand',
      ],
      [/[-<>+*%&|^/!=]=?/, 'o', 'operand'],
      [/[([,]/, 'p', 'operand'],
      [/;/, 'p', 'statement'],
      [/[)\].]/, 'p'],
      [/\?/, 'p', 'ternary operand'],
      [/[{}]/, 'p', 'statement'],
      [/(?:application|session|client|cookie|super|this|variables|arguments|cgi)\b/, 'no'],
      [/(?:true|false|null)\b/, 'kc'],
      [/import\b/, 'kn', 'import'],
      [rx`(${NAME})(\s*)(:)(\s*)`, ['n', '', 'p', ''], 'operand'],
      [/([A-Za-z_$][\w.]*)(\s*)(\()/, (lexing: Lexing) => lexing.groups(CALLS.of(lexing.match![1]!).token, '', 'p')],
      [
        rx`${NAME}`,
        words(
          { kd: DECLARATIONS, k: KEYWORDS, kt: TYPES },
          'nx',
          leadingTo('operand', `${DECLARATIONS} ${KEYWORDS} ${TYPES}`),
        ),
      ],
      [/[0-9][0-9]*\.[0-9]+(?:[eE][0-9]+)?[fd]?/, 'mf'],
      [/0x[0-9a-fA-F]+/, 'mh'],
      [/[0-9]+/, 'mi'],
      [rx`${escapableString('"')}`, 's2'],
      [rx`${escapableString("'")}`, 's1'],
    ],
    space: [
      [/\s+/, ''],
      [/\/\/.*/, 'c1'],
      [/\/\*[\s\S]*?\*\//, 'cm'],
    ],
    operand: ['space', [/\{/, 'p', 'object'], [/(?:)/, '', 'pop']],
    statement: [[/[{}]/, 'p'], 'operand'],
    object: ['space', [/\}/, 'p', 'operand'], [rx`(${NAME})(\s*)(:)`, ['nx', '', 'p'], 'operand'], [/:/, 'p'], 'root'],
    ternary: [[/:/, 'p', 'goto operand'], 'root'],
    import: [
      [/\s+/, ''],
      [/[a-z0-9_.]+\*?/i, 'nn', 'pop'],
    ],
  }),
};
