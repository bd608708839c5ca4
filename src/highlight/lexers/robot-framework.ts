import type { LexerDefinition, Lexing, Rule } from '../lexer.ts';
import { rx } from '../rx.ts';

/** The position in the line, and what its cells are. */
interface Memory {
  column: number;
  next: 'keyword' | 'arguments' | null;
  isTemplate: boolean;
}

type Robot = Lexing<Memory>;

const WITH_KEYWORDS = new Set([
  'library',
  'resource',
  'setup',
  'teardown',
  'template',
  'suite setup',
  'suite teardown',
  'task setup',
  'task teardown',
  'task template',
  'test setup',
  'test teardown',
  'test template',
  'variables',
]);
const WITH_ARGUMENTS = new Set([
  'arguments',
  'default tags',
  'documentation',
  'force tags',
  'metadata',
  'return',
  'tags',
  'timeout',
  'task timeout',
  'test timeout',
]);
const NAME = '[^|$@&% \\t\\n]+(?: (?:\\\\.|[^|$@&% \\t\\n])+)*';
const SECTIONS: { readonly [name: string]: string } = {
  setting: 'settings',
  'test case': 'tests',
  task: 'tests',
  keyword: 'keywords',
  variable: 'variables',
};

function kindOf(setting: string): Memory['next'] | undefined {
  if (WITH_KEYWORDS.has(setting)) return 'keyword';
  return WITH_ARGUMENTS.has(setting) ? 'arguments' : undefined;
}

function separator(lexing: Robot): void {
  const { memory } = lexing;
  lexing.token('w');
  memory.column++;
  if (memory.next !== null) lexing.push(memory.next);
  else if (memory.isTemplate) lexing.push('arguments');
  else if (memory.column === 1) {
    memory.next = 'keyword';
    lexing.push('keyword');
  } else lexing.push('arguments');
  lexing.push('cell');
}

function heading(lexing: Robot): void {
  lexing.token('gh');
  const section = SECTIONS[lexing.match![1]!.replace(/s$/, '').toLowerCase()];
  if (section !== undefined) lexing.push(section);
}

/** `[Setup]` and the like. */
function option(lexing: Robot): void {
  const { memory } = lexing;
  lexing.groups('p', 'bp', 'p');
  const name = lexing.match![2]!.toLowerCase();
  if (name === 'template') memory.isTemplate = true;
  memory.next = kindOf(name) ?? memory.next;
  lexing.pop();
}

function variable(lexing: Robot): void {
  lexing.token('nv');
  if (lexing.memory.next !== null) lexing.memory.next = 'keyword';
  lexing.push('variable');
}

const LEAVE: Rule = [/(?:)/, '', 'pop'];

export const lexer: LexerDefinition<Memory> = {
  start: (_, lexing) => {
    lexing.begin('before-sections');
    return { column: 0, next: null, isTemplate: false };
  },
  states: () => ({
    'before-sections': [[/^[^*].*/, ''], LEAVE],
    root: [
      [/\s+/, 'w'],
      [/^(?:\| )?\*[* ]*([A-Z]+(?: [A-Z]+)?).*/i, heading],
    ],
    line: [
      [/(?=(?:\| )?\*)/, '', 'pop'],
      [/\| /, 'w'],
      [/ +\| +| {2,}|\t+/, separator],
      [
        /\.\.\. */,
        (lexing: Robot) => {
          lexing.token('w');
          lexing.memory.column++;
          lexing.push('arguments');
        },
      ],
      [/ ?\|/, 'w'],
      [
        /\n/,
        (lexing: Robot) => {
          lexing.token('w');
          lexing.memory.column = 0;
          lexing.memory.next = null;
          lexing.push('cell');
        },
      ],
    ],
    settings: [
      'line',
      [
        /([A-Z]+(?: [A-Z]+)?)(:?)/i,
        (lexing: Robot) => {
          lexing.memory.next = kindOf(lexing.match![1]!.toLowerCase()) ?? null;
          lexing.groups('bp', 'p');
        },
      ],
    ],
    tests: [
      'line',
      [/[$@&%{}]+/, 'nl'],
      [/ (?![ |])/, 'nl'],
      [
        rx`${NAME}`,
        (lexing: Robot) => {
          lexing.memory.isTemplate = false;
          lexing.token('nl');
        },
      ],
    ],
    keywords: ['line', [/[$@&%]\{/, 'nv', 'variable'], [/[$@&%{}]+/, 'nl'], [/ (?![ |])/, 'nl'], [rx`${NAME}`, 'nl']],
    variables: [
      'line',
      [
        /[$@&%]\{/,
        (lexing: Robot) => {
          lexing.token('nv');
          lexing.memory.next = 'arguments';
          lexing.push('variable');
        },
      ],
    ],
    cell: [[/#.*/, 'c'], LEAVE],
    keyword: [
      [/(\[)([A-Z]+(?: [A-Z]+)?)(\])/i, option],
      [/[$@&%]\{/, variable],
      [
        /FOR/i,
        (lexing: Robot) => {
          lexing.token('nf');
          if (lexing.memory.next !== null) lexing.memory.next = 'keyword';
        },
      ],
      [/ (?![ |])/, 'nf'],
      [/(?:Given|When|Then|And|But) /i, 'nb'],
      [
        rx`${NAME}`,
        (lexing: Robot) => {
          lexing.token('nf');
          lexing.memory.next = null;
        },
      ],
      LEAVE,
    ],
    arguments: [[/[$@&%]\{/, variable], [/[$@&%]+/, 's'], [/ (?![ |])/, 's'], [rx`${NAME}`, 's'], LEAVE],
    variable: [
      [/(\})( )(=)/, ['nv', 'w', 'p'], 'pop'],
      [/[$@&%]\{/, 'nv', 'push'],
      [/[{[]/, 'nv', 'push'],
      [/[}\]]/, 'nv', 'pop'],
      [/[^$@&%{}[\]]+/, 'nv'],
      [/\}\[/, 'nv'],
    ],
  }),
};
