import type { LexerDefinition, Rule, States } from '../lexer.ts';
import type { Lexing } from '../lexing.ts';
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

/** A reference in braces, with others in it. */
function reference(lexing: Lexing): unknown {
  const { input, position } = lexing;
  let depth = 1;
  for (let at = position; at < input.length; at++) {
    if (input[at] === '{') depth++;
    else if (input[at] === '}' && --depth === 0) {
      const text = input.slice(position - 1, at + 1);
      if (/\{\}/.test(text)) return false;
      lexing.token('cp', text);
      lexing.position = at + 1;
      return undefined;
    }
  }
  return false;
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

export const lexer: LexerDefinition = { states: (rouge) => (rouge === '4.7.0' ? LATER : EARLIER) };
