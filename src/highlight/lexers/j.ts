import type { LexerDefinition, Lexing } from '../lexer.ts';
import type { Token } from '../tokens.ts';
import { list } from '../words.ts';

type Kind = 'noun' | 'verb' | 'modifier' | 'name' | 'parameter' | 'other';

const TOKENS: { readonly [kind in Kind]: Token } = {
  noun: 'kc',
  verb: 'nf',
  modifier: 'o',
  name: 'n',
  parameter: 'bp',
  other: 'p',
};
/** What can follow a primitive's character. */
const INFLECTIONS = ['', '.', ':', '..', '.:', ':.', '::'];
const LETTERS: { readonly [letter: string]: Kind } = {
  n: 'noun',
  v: 'verb',
  m: 'modifier',
  a: 'name',
  p: 'parameter',
  o: 'other',
};

/** For each character, the kinds of its primitives: one letter per inflection, `-` if there is no primitive. */
const PRIMITIVES = new Map(
  Object.entries({
    '()': 'o',
    '=': 'voo',
    '<>+-*%$|,#': 'vvv',
    '^': 'vvm',
    '~"': 'mvv',
    '.:@': 'mmm',
    ';': 'vmv',
    '!': 'vmm',
    '/\\': 'mmv',
    '[': 'v-v',
    ']': 'v',
    '{': 'vvv---v',
    '}': 'mvv---m',
    '`': 'm-m',
    '&': 'mmm-m',
    '?': 'vv',
    a: 'ann',
    ACeEIjor: 'av',
    bdfHMT: 'am',
    Dt: 'amm',
    F: 'ammmmmm',
    i: 'avv',
    L: 'avm',
    mny: 'p',
    p: 'avvv',
    qsZ: 'a-v',
    S: 'a-m',
    u: 'pvv',
    v: 'pv',
    x: 'p-v',
  }).flatMap(([characters, kinds]) => Array.from(characters, (c) => [c, kinds] as const)),
);

function primitive(character: string, inflection: string): Token {
  const at = INFLECTIONS.indexOf(inflection);
  const kind = at < 0 ? undefined : LETTERS[(PRIMITIVES.get(character) ?? 'a')[at] ?? '-'];
  return kind === undefined ? 'err' : TOKENS[kind];
}

const CONTROL = new Set(
  list(`
  assert break case catch catchd catcht continue do else elseif end fcase for if return select throw try while
  whilst
`),
);
const NAMED_CONTROL = new Set(['for', 'goto', 'label']);

/** A name, or a control word, which ends with a full stop and may contain a name after `_`. */
function name(lexing: Lexing<Memory>): void {
  const [, text = '', inflection = ''] = lexing.match!;
  if (inflection !== '.') {
    lexing.token(inflection === '' ? 'n' : 'err');
    return;
  }
  const at = text.indexOf('_');
  const word = at < 0 ? text : text.slice(0, at);
  const identifier = at < 0 ? '' : text.slice(at + 1);
  const words = at < 0 ? CONTROL : NAMED_CONTROL;
  if (!words.has(word) || (at >= 0 && identifier === '')) {
    lexing.token('err');
    return;
  }
  lexing.token('k', at < 0 ? word : `${word}_`);
  lexing.token(word === 'for' ? 'n' : 'nl', identifier);
  lexing.token('k', inflection);
}

interface Memory {
  /** Whether the next line starts a note. */
  note: boolean;
  /** What the current definition consists of. */
  body: 'noun' | 'code';
}

function definition(lexing: Lexing<Memory>): void {
  const { match, memory } = lexing;
  lexing.groups('kp', '', 'kp', '');
  memory.body = match![1] === '0' || match![1] === 'noun' ? 'noun' : 'code';
  if (match![3] !== 'define') {
    lexing.push('explicit');
    return;
  }
  if (lexing.depth > 1) lexing.pop();
  lexing.push(memory.body);
  lexing.push('rest-of-line');
}

export const lexer: LexerDefinition<Memory> = {
  start: () => ({ note: false, body: 'code' }),
  states: () => ({
    expression: [
      [/\s+/, ''],
      [
        /([!-&(-/:-@[-^`{-~]|[A-Za-z]\b)([.:]*)/,
        (lexing: Lexing) => lexing.token(primitive(lexing.match![1]!, lexing.match![2]!)),
      ],
      [/(?:\d|_\d?):([.:]*)/, (lexing: Lexing) => lexing.token(lexing.match![1] === '' ? 'nf' : 'err')],
      [/[\d_][\w.]*([.:]*)/, (lexing: Lexing) => lexing.token(lexing.match![1] === '' ? 'm' : 'err')],
      [/'/, 's1', 'string'],
      [/NB\.(?![.:]).*/, 'c1'],
      [/([A-Za-z]\w*)([.:]*)/, name],
    ],
    string: [
      [/''/, 'se'],
      [/[^'\n]+/, 's1'],
      [/'|$/, 's1', 'pop'],
    ],
    root: [
      [
        /\n/,
        (lexing: Lexing<Memory>) => {
          lexing.token('');
          if (lexing.memory.note) lexing.push('note');
          lexing.memory.note = false;
        },
      ],
      [/([0-4]|13|adverb|conjunction|dyad|monad|noun|verb)([ \t]+)(def(?:ine)?\b|:)(?![.:])([ \t]*)/, definition],
      [
        /^([ \t]*)(Note\b(?![.:]))([ \t\r]*)(?!=[.:]|$)/,
        (lexing: Lexing<Memory>) => {
          lexing.groups('', 'n', '');
          lexing.memory.note = true;
        },
      ],
      [/[mnuvxy]\b(?![.:])/, 'n'],
      'expression',
    ],
    'rest-of-line': [[/\n/, '', 'pop'], 'root'],
    explicit: [
      [
        /0\b(?![.:])/,
        (lexing: Lexing<Memory>) => {
          lexing.token('kp');
          if (lexing.depth > 2) lexing.pop();
          lexing.goto(lexing.memory.body);
          lexing.push('rest-of-line');
        },
      ],
      [
        /'/,
        (lexing: Lexing<Memory>) => {
          const isText = lexing.memory.body === 'noun';
          lexing.token(isText ? 's1' : 'p');
          lexing.goto(isText ? 'string' : 'quoted-code');
        },
      ],
      [/(?:)/, '', 'pop'],
    ],
    'quoted-code': [
      [/''/, 's1', 'quoted-string'],
      [/'|$/, 'p', 'pop'],
      [/NB\.(?![.:])(?:[^'\n]|'')*/, 'c1'],
      'expression',
    ],
    'quoted-string': [
      [/''''/, 'se'],
      [/[^'\n]+/, 's1'],
      [/''/, 's1', 'pop'],
      [/'|$/, 'p', 'pop pop'],
    ],
    note: ['end', [/.+\n?/, 'cm']],
    noun: ['end', [/.+\n?/, 'sh']],
    code: ['end', [/^([ \t]*)(:)([ \t\r]*)$/, ['', 'p', '']], 'expression'],
    end: [[/^([ \t]*)(\))([ \t\r]*$\n?)/, ['', 'p', ''], 'pop']],
  }),
};
