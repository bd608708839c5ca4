import type { LexerDefinition, Lexing, Rule } from '../lexer.ts';
import { list, wordsInAnyCase } from '../words.ts';
import { FUNCTIONS, MACRO_CALLS, MACRO_STATEMENTS, PROCEDURE_WORDS, PROCEDURES, STATEMENTS } from './sas-words.ts';

/** The current procedure. */
interface Memory {
  procedure: string;
}

type Sas = Lexing<Memory>;

const PROCEDURE_NAMES = new Set(list(PROCEDURES));
const KEYWORDS = new Set([...list(STATEMENTS), ...list(FUNCTIONS)]);
const BY_PROCEDURE = new Map(
  Object.entries(PROCEDURE_WORDS).map(([procedure, words]) => [procedure, new Set(list(words))] as const),
);

function procedure(lexing: Sas): void {
  const name = lexing.match![3]!.toUpperCase();
  lexing.memory.procedure = name;
  lexing.groups('k', '', PROCEDURE_NAMES.has(name) ? 'k' : 'n');
  lexing.push('procedure');
}

function wordOfProcedure(lexing: Sas): void {
  const word = lexing.text.toUpperCase();
  const isKeyword = KEYWORDS.has(word) || BY_PROCEDURE.get(lexing.memory.procedure)?.has(word);
  lexing.token(isKeyword ? 'k' : 'n');
}

const REST: Rule[] = [
  [/\s\.[;\s]/, 'kc'],
  [/\s\.[a-z_]/, 'no'],
  [/[(),;:{}[\]\\.]/, 'p'],
  [/@/, 'ss'],
  [/\?/, 'ss'],
  [/[^\s]+/, ''],
];

export const lexer: LexerDefinition<Memory> = {
  start: () => ({ procedure: '' }),
  states: () => ({
    basic: [
      [/\s+/, ''],
      [/^\s*%?\*[^;]*;/, 'c1'],
      [/(;)(\s*)(%?\*[^;]*;)/, ['p', '', 'c1']],
      [/\/[*][\s\S]*?[*]\//, 'cm'],
      [/'[0-9a-z]+?'d/i, 'ld'],
      [/'.+?'dt/i, 'ld'],
      [/'[0-9:]+?(?:[a|p]m)?'t/i, 'ld'],
      [/'/, 's1', 'single-quotes'],
      [/"/, 's2', 'double-quotes'],
      [/&[a-z0-9_&.]+/i, 'nv'],
      [/\d[0-9a-f]*x/i, 'mh'],
      [/\d[0-9e\-.]+/i, 'm'],
      [/(?:_n_|_error_|_file_|_infile_|_msg_|_iorc_|_cmd_)\b/i, 'bp'],
      [/(?:_character_|_numeric_|_all_)\b/i, 'nb'],
      [/(datalines|cards)(\s*)(;)/i, ['k', '', 'p'], 'data-lines'],
      [/(datalines4|cards4)(\s*)(;)/i, ['k', '', 'p'], 'data-lines-4'],
      [/\*\*|[*/+-]/, 'o'],
      [/[^¬~]?=:?|[<>]=?:?/, 'o'],
      [/(?:eq|ne|gt|lt|ge|le|in)\b/i, 'ow'],
      [/[&|!¦¬∘~]/, 'o'],
      [/(?:and|or|not)\b/i, 'ow'],
      [/(?:of|like)\b/i, 'ow'],
      [/\d+/, 'mi'],
      [/\$/, 'kt'],
      [/(%macro|%mend)(\s*)(\w+)/i, ['k', '', 'nf']],
      [/%mend/, 'k'],
      [/%\w+/, wordsInAnyCase({ k: `${MACRO_STATEMENTS} ${MACRO_CALLS}` }, 'n')],
    ],
    root: [
      'basic',
      [/(proc)(\s+)(\w+)/i, procedure],
      [/(data)(\s+)([\w.]+)/i, ['k', '', 'nv']],
      [/(libname)(\s+)(\w+)/i, ['k', '', 'nv']],
      [/\w+/, wordsInAnyCase({ k: `${STATEMENTS} ${FUNCTIONS}` }, 'n')],
      ...REST,
    ],
    'single-quotes': [
      [/''/, 'se'],
      [/'/, 's1', 'pop'],
      [/[^']+/, 's1'],
    ],
    'double-quotes': [
      [/&[a-z0-9_&]+\.?/i, 'si'],
      [/""/, 'se'],
      [/"/, 's2', 'pop'],
      [/[^&"]+/, 's2'],
      [/&/, 's2'],
    ],
    'data-lines': [
      [/[^;]/, 'sh'],
      [/;/, 'p', 'pop'],
    ],
    'data-lines-4': [
      [/;{4}/, 'p', 'pop'],
      [/[^;]/, 'sh'],
      [/;{0,3}/, 'sh'],
    ],
    procedure: [[/quit|run/i, 'k', 'pop'], 'basic', [/\w+/, wordOfProcedure], ...REST],
  }),
};
