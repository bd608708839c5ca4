import type { LexerDefinition, Lexing, Rule, States } from '../lexer.ts';
import { ambiguous, rx } from '../rx.ts';
import { leadingTo, list, words } from '../words.ts';
import * as LATER from './praat-later-words.ts';
import * as EARLIER from './praat-words.ts';

const INTERPOLATED: Rule = [/'[._a-z][^[\]'":]*(?:\[(?:[\d,]+|"[\w,]+")\])?(?::[0-9]+)?'/, 'si'];
const COMMENT: Rule = [/(\s+)(#.*?$)/, ['', 'c1']];

/** Common to Rouge 3 and 4. */
const COMMON: States = {
  command: [
    [/ ?[^\s:.']+ ?/, 'k'],
    INTERPOLATED,
    [/\.{3}/, 'k', 'pop old-arguments'],
    [/:/, 'k', 'pop arguments'],
    [/\s/, '', 'pop'],
  ],
  'procedure-call': [
    INTERPOLATED,
    [/:|\s*\(/, 'p', 'pop'],
    [/'/, 'nf'],
    [/[^:('\s]+/, 'nf'],
    [/(?=\s+)/, '', 'pop old-arguments'],
  ],
  'procedure-definition': [
    [/:|\s*\(/, 'p', 'pop'],
    [/[^:(\s]+/, 'nf'],
    [/\s+/, '', 'pop'],
  ],
  function: [
    [/\s+/, ''],
    [/:|\s*\(/, '', 'pop arguments'],
  ],
  'continued-line': [[ambiguous(/(\s*\n\s*)(\.{3})/), ['', 'p']]],
  argument: [
    [/\s+/, ''],
    [/"/, 's', 'string'],
    [/(?:if|then|else|fi|endif)\b/, 'k'],
    'call',
    'variable',
    'operator',
    'number',
    [/[()]/, ''],
    [/,/, 'p'],
  ],
  'old-arguments': [[/\n/, '', 'pop'], 'variable', 'operator', 'number', [/"/, 's', 'string'], [/[^\n]/, '']],
  number: [
    [/\n/, '', 'pop'],
    [/\d+(?:\.\d*)?(?:[eE][-+]?\d+)?%?/, 'm'],
  ],
  operator: [
    [/[+/*<>=!-]=?|[&*|][&*|]?|\^|<>/, 'o'],
    [/(?:and|or|not|div|mod)(?![\w.])/, 'ow'],
  ],
  unquoted: [[/\n\s*\.{3}/, 'p'], [/\n/, '', 'pop'], [/\s/, ''], INTERPOLATED, [/'/, 's'], [/[^'\n]+/, 's']],
  string: [[/\n\s*\.{3}/, 'p'], [/"/, 's', 'pop'], INTERPOLATED, [/'/, 's'], [/[^'"\n]+/, 's']],
  'old-form': [
    COMMENT,
    [/\s+/, ''],
    [/(optionmenu|choice)([ \t]+\S+:[ \t]+)/, ['k', ''], 'number'],
    [/(option|button)([ \t]+)/, ['k', ''], 'unquoted'],
    [/(sentence|text)([ \t]+\S+)/, ['k', ''], 'unquoted'],
    [/(word)([ \t]+\S+[ \t]*)(\S+)?([ \t]+.*)?/, ['k', '', 's', '']],
    [/(boolean)(\s+\S+\s*)(0|1|"?(?:yes|no)"?)/, ['k', '', 'nv']],
    [/(real|natural|positive|integer)([ \t]+\S+[ \t]*)([+-]?)/, ['k', '', 'o'], 'number'],
    [/(comment)(\s+)/, ['k', ''], 'unquoted'],
    [/endform\b/, 'k', 'pop'],
  ],
};

const BEGINNING: Rule[] = [
  COMMENT,
  [/^#.*?$/, 'c1'],
  [/;[^\n]*/, 'c1'],
  [/\s+/, ''],
  [/(procedure)(\s+)/, ['k', ''], 'procedure-definition'],
  [/(call)(\s+)/, ['k', ''], 'procedure-call'],
  [/@/, 'nf', 'procedure-call'],
  'call',
  [/select all\b/, 'k'],
];
const STATEMENTS: Rule[] = [
  [/(form)(\s+)([^\n]+)/, ['k', '', 's'], 'old-form'],
  [
    /(print(?:line|tab)?|echo|exit|asserterror|pause|send(?:praat|socket)|include|execute|system(?:_nocheck)?)(\s+)/,
    ['k', ''],
    'unquoted',
  ],
  [/(goto|label)(\s+)(\w+)/, ['k', '', 'nl']],
  'variable',
  'number',
];

function earlierStates(): States {
  const objects = list(EARLIER.OBJECTS).join('|');
  return {
    ...COMMON,
    root: [
      ...BEGINNING,
      [rx`(?:${list(EARLIER.KEYWORDS).join('|')})\b`, 'k'],
      ...STATEMENTS,
      [/"/, 's', 'string'],
      [rx`(?:${objects})(?=\s+\S+\n)`, 'nc', 'unquoted'],
      [/(?=[A-Z])/, '', 'command'],
      [/\.{3}|[)(,$]/, 'p'],
    ],
    call: [
      [rx`(?:${list(EARLIER.STRING_FUNCTIONS).join('|')})\$(?=\s*[:(])`, 'nf', 'function'],
      [rx`(?:${list(EARLIER.ARRAY_FUNCTIONS).join('|')})#(?=\s*[:(])`, 'nf', 'function'],
      [rx`(?:${list(EARLIER.NUMERIC_FUNCTIONS).join('|')})(?=\s*[:(])`, 'nf', 'function'],
    ],
    arguments: ['continued-line', [/\s*[\])\n]/, '', 'pop'], 'argument'],
    variable: [
      'operator',
      'number',
      [rx`(?:${list(EARLIER.STRING_VARIABLES).join('|')})\$`, 'nb'],
      [rx`(?:${list(EARLIER.NUMERIC_VARIABLES).join('|')})(?!\$)\b`, 'nb'],
      [rx`(?:Object|${objects})_`, 'nb', 'object'],
      [/\.?[a-z][a-zA-Z0-9_.]*[$#]?/, ''],
      [/[[\]]/, '', 'arguments'],
      INTERPOLATED,
    ],
    object: [
      INTERPOLATED,
      [/[a-z][a-zA-Z0-9_]*|\d+/, 'nb'],
      [rx`\.(?:${list(EARLIER.ATTRIBUTES).join('|')})\b`, 'nb', 'pop'],
      [/\$/, 'nb'],
      [/\[/, '', 'pop'],
    ],
  };
}

function laterStates(): States {
  const objects = new Set(list(LATER.OBJECTS));
  const attributes = new Set(list(LATER.ATTRIBUTES));
  const variables = words({ nb: `${LATER.STRING_VARIABLES} ${LATER.NUMERIC_VARIABLES}`, k: LATER.KEYWORDS }, 'nv');
  const calls = words({ nf: LATER.FUNCTIONS, k: LATER.KEYWORDS }, 'ow', leadingTo('function', LATER.FUNCTIONS));
  return {
    ...COMMON,
    root: [
      ...BEGINNING,
      ...STATEMENTS,
      'vector',
      [/"/, 's', 'string'],
      [
        /[A-Z][a-zA-Z0-9]+(?=\s+\S+\n)/,
        (lexing: Lexing) => {
          const isObject = objects.has(lexing.text);
          lexing.token(isObject ? 'nc' : 'k');
          if (isObject) lexing.push('unquoted');
        },
      ],
      [/(?=[A-Z])/, '', 'command'],
      [/\.{3}|[)(,$]/, 'p'],
      [/[a_z]+/, words({ k: LATER.KEYWORDS }, '')],
    ],
    call: [[/[a-z][a-zA-Z0-9_.]+(?:\$#|##|\$|#)?(?=\s*[:(])/, calls]],
    arguments: ['continued-line', [/\s*[\]})\n]/, '', 'pop'], 'vector', 'argument'],
    variable: [
      'operator',
      'number',
      [
        /([A-Z][a-zA-Z0-9]+)_/,
        (lexing: Lexing) => {
          const name = lexing.match![1]!;
          const isObject = name === 'Object' || objects.has(name);
          lexing.token(isObject ? 'nb' : 'nv');
          if (isObject) lexing.push('object');
        },
      ],
      [/\.?[a-z][a-zA-Z0-9_.]*(?:\$#|##|\$|#)?/, variables],
      [/[[\]]/, '', 'arguments'],
      INTERPOLATED,
    ],
    vector: [[/\{/, '', 'arguments']],
    object: [
      INTERPOLATED,
      [/[a-z][a-zA-Z0-9_]*|\d+/, 'nb'],
      [
        /\.([a-z]+)\b/,
        (lexing: Lexing) => {
          // Rouge drops anything that isn't an attribute.
          if (!attributes.has(lexing.match![1]!)) return;
          lexing.token('nb');
          lexing.pop();
        },
      ],
      [/\$/, 'nb'],
      [/\[/, '', 'pop'],
    ],
  };
}

export const lexer: LexerDefinition = {
  states: (rouge) => (rouge.later ? laterStates() : earlierStates()),
};
