import type { LexerDefinition } from '../lexer.ts';
import { rx } from '../rx.ts';
import { words } from '../words.ts';

const KEYWORDS = `
  abstract allocated assert assume break by calc case class codatatype const constructor datatype decreases downto
  else ensures exists expect export extends false for forall fresh function ghost greatest if import include
  invariant iterator label least lemma match method modifies modify module nameonly new newtype null old opened
  predicate print provides reads refines requires return returns reveal reveals static then this to trait true
  twostate type unchanged var while witness yield yields
`;
const TYPES = `
  bool char int real string nat array array? object object? ORDINAL seq set iset map imap multiset
`;
const INNER = "[0-9a-zA-Z_'?]";
const END = `(?!${INNER})`;
const DIGITS = '\\d+(?:_\\d+)*';

export const lexer: LexerDefinition = {
  states: () => ({
    root: [
      [/\/\*/, 'cm', 'comment'],
      [/\/\/.*/, 'c1'],
      [/\*\//, 'err'],
      [/'(?:[^\\'\n\r]|\\["'ntr\\0]|\\u[0-9a-fA-F]{4})'/, 'sc'],
      [/'[^'\n\r]*'/, 'err'],
      [/'[^'\n\r]*$/, 'err'],
      [/"(?:[^\\"\n\r]|\\["'ntr\\0]|\\u[0-9a-fA-F]{4})*"/, 's2'],
      [/".*"/, 'err'],
      [/".*/, 'err'],
      [/@"(?:[^"]|"")*"/, 'sx'],
      [/@"[\s\S]*/, 'err'],
      [rx`${DIGITS}\.${DIGITS}${END}`, 'mf'],
      [rx`0b[01]+(?:_[01]+)*${END}`, 'mb'],
      [rx`0b${INNER}*`, 'err'],
      [rx`0x[0-9a-fA-F]+(?:_[0-9a-fA-F]+)*${END}`, 'mh'],
      [rx`0x${INNER}*`, 'err'],
      [rx`${DIGITS}${END}`, 'mi'],
      [rx`_${END}`, 'n'],
      [rx`_[0-9_]+_?${END}`, 'err'],
      [rx`[0-9_]+_${END}`, 'err'],
      [rx`[0-9]${INNER}+`, 'err'],
      [rx`array(?:1[0-9]+|[2-9][0-9]*)\??${END}`, 'kt'],
      [rx`bv(?:0|[1-9][0-9]*)${END}`, 'kt'],
      [rx`[0-9a-zA-Z?]${INNER}*`, words({ kt: TYPES, kc: 'true false null', ow: 'as is in', kr: KEYWORDS }, 'n')],
      [/\.\./, 'o'],
      [/[*!%&<>|^+=:./-]/, 'o'],
      [/[[\](){},;`]/, 'p'],
      [/[^\S\n]+/, ''],
      [/\n/, ''],
      [/./, 'err'],
    ],
    comment: [
      [/\*\//, 'cm', 'pop'],
      [/\/\*/, 'cm', 'push'],
      [/[^*/]+/, 'cm'],
      [/./, 'cm'],
    ],
  }),
};
