import type { LexerDefinition, Lexing, Rule, States } from '../lexer.ts';
import { wordsInAnyCase } from '../words.ts';
import { KEYWORDS, LATER_KEYWORDS } from './openedge-words.ts';

const TYPES = `
  BLOB CHARACTER CHAR CLOB COM-HANDLE DATE DATETIME DATETIME-TZ DECIMAL DEC HANDLE INT64 INTEGER INT LOGICAL
  LONGCHAR MEMPTR RAW RECID ROWID WIDGET-HANDLE
`;
const DIRECTIVES = `
  &ANALYZE-SUSPEND &ANALYZE-RESUME &ELSE &ELSEIF &ENDIF &GLOB &GLOBAL-DEFINE &IF &MESSAGE &SCOP &SCOPED-DEFINE &THEN
  &UNDEF &UNDEFINE &WEBSTREAM {&BATCH} {&BATCH-MODE} {&FILE-NAME} {&LINE-NUMBE} {&LINE-NUMBER} {&OPSYS}
  {&PROCESS-ARCHITECTURE} {&SEQUENCE} {&WINDOW-SYS} {&WINDOW-SYSTEM}
`;
const NUMBERS: Rule[] = [
  [/(?:\d+[.]\d*|[.]\d+)(?:e[+-]?\d+[lu]*)?/i, 'mf'],
  [/\d+e[+-]?\d+[lu]*/i, 'mf'],
  [/0x[0-9a-f]+[lu]*/i, 'mh'],
  [/0[0-7]+[lu]*/i, 'mo'],
  [/\d+[lu]*/i, 'mi'],
];

/** A reference in braces, possibly nested, but not empty. */
function reference(lexing: Lexing<Memory>): unknown {
  const { input, position, memory } = lexing;
  if (memory.input !== input) {
    memory.input = input;
    memory.ends = endsOf(input);
  }
  const end = memory.ends.get(position - 1);
  if (end === undefined) return false;
  lexing.token('cp', input.slice(position - 1, end));
  lexing.position = end;
  return undefined;
}

/** Maps opening braces to the offset after their closing ones, except braces that are empty or contain empty ones. */
function endsOf(input: string): Map<number, number> {
  const ends = new Map<number, number>();
  const open: { at: number; holdsEmpty: boolean }[] = [];
  for (let at = 0; at < input.length; at++) {
    if (input[at] === '{') open.push({ at, holdsEmpty: input[at + 1] === '}' });
    else if (input[at] === '}') {
      const braces = open.pop();
      if (braces === undefined) continue;
      if (!braces.holdsEmpty) ends.set(braces.at, at + 1);
      else if (open.length > 0) open[open.length - 1]!.holdsEmpty = true;
    }
  }
  return ends;
}

const EARLIER: States = {
  root: [
    [/\s+/, ''],
    [/(\.)(\s+)/, ['o', '']],
    [/\/\/[^\n]*/, 'c1'],
    [/\/[*][\s\S]*?[*]\//, 'cm'],
    [/(\{?&)(\S+)/, ['cp', 'nx'], 'directive'],
    [/"/, 's', 'string'],
    [/'(?:\\.|\\[0-7]{1,3}|\\x[a-f0-9]{1,2}|[^\\'\n])'/i, 'sc'],
    ...NUMBERS,
    [/\*\//, 'err'],
    [/[~!%^*+=|?:<>/-]/, 'o'],
    [/[()[\],]/, 'p'],
    [/(?:TRUE|FALSE|NULL)\b/i, 'kc'],
    [/[a-zA-Z_&{}][a-zA-Z0-9_\-&}]*/, wordsInAnyCase({ nb: KEYWORDS, kt: TYPES }, 'nv')],
  ],
  string: [
    [/"/, 's', 'pop'],
    [/\\(?:[\\abfnrtv"']|x[a-fA-F0-9]{2,4}|[0-7]{1,3})/, 'se'],
    [/[^\\"]+/, 's'],
    [/\\/, 's'],
  ],
  directive: [
    [/\n/, '', 'pop'],
    [/\s+/, ''],
    [/(\{?&)(\S+)/, ['cp', 'nx']],
    [/"/, 's', 'string'],
    ...NUMBERS,
    [/\S+/, 'n'],
  ],
};

const LATER: States = {
  root: [
    [/\/\/.*/, 'c1'],
    [/\/[*]/, 'cm', 'comment'],
    [/"/, 'dl', 'double-quotes'],
    [/'/, 'dl', 'single-quotes'],
    ...NUMBERS,
    [/(?:TRUE|FALSE|YES|NO(?!-)|\?)\b/i, 'kc'],
    [/[~!%^*+=|?:<>/-]/, 'o'],
    [/[()[\],.]/, 'p'],
    [/\s+/, ''],
    [/&analyze-suspend|&analyze-resume/i, 'cp', 'directive'],
    [/(?:&scoped-define|&global-define)\s*[.\w\\/-]*/i, 'cp', 'directive'],
    [/\{/, reference],
    [/@[a-zA-Z_&{}!][a-zA-Z0-9_\-&!}]*/, 'nd'],
    [/!?[a-zA-Z_&{}!][a-zA-Z0-9_\-&!}]*(?=\s*\()/, 'nf'],
    [
      /[a-zA-Z_&{}!][a-zA-Z0-9_\-&!}]*/,
      wordsInAnyCase({ cp: DIRECTIVES, k: LATER_KEYWORDS, kt: `${TYPES} VOID` }, 'nv'),
    ],
  ],
  comment: [
    [/[*]\//, 'cm', 'pop'],
    [/\/[*]/, 'cm', 'push'],
    [/[^*/]+/, 'cm'],
    [/[*/]/, 'cm'],
  ],
  'double-quotes': [
    [/~[~nrt"]?/, 'se'],
    [/[^\\"]+/, 's2'],
    [/"/, 'dl', 'pop'],
  ],
  'single-quotes': [
    [/~[~nrt']?/, 'se'],
    [/[^\\']+/, 's1'],
    [/'/, 'dl', 'pop'],
  ],
  directive: [
    [/.*(?=\/\/|\/\*)/, 'cp', 'pop'],
    [/.*\n/, 'cp', 'pop'],
    [/.*/, 'cp', 'pop'],
  ],
};

/** The result of `endsOf` for the current text. */
interface Memory {
  input: string;
  ends: ReadonlyMap<number, number>;
}

export const lexer: LexerDefinition<Memory> = {
  start: () => ({ input: '', ends: new Map() }),
  states: (rouge) => (rouge.later ? LATER : EARLIER),
};
