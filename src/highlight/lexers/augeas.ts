import type { LexerDefinition, Lexing } from '../lexer.ts';
import { list } from '../words.ts';

const RESERVED = new Set(
  list(`
  _ let del store value counter seq key label autoload incl excl transform test get put in after set clear insa insb
  print_string print_regexp print_endline print_tree lens_ctype lens_atype lens_ktype lens_vtype lens_format_atype
  regexp_match
`),
);

function name(lexing: Lexing): void {
  const { text } = lexing;
  if (text === 'module') {
    lexing.token('kr');
    lexing.push('module');
  } else lexing.token(RESERVED.has(text) ? 'kr' : /^[A-Z]/.test(text) ? 'kn' : 'n');
}

export const lexer: LexerDefinition = {
  states: () => ({
    root: [
      [/\s+/, ''],
      [/\(\*/, 'cm', 'comment'],
      [/(:)(\w+)/, ['p', 'kt']],
      [/\w[\w']*/, name],
      [/"/, 's', 'string'],
      [/\//, 's', 'regexp'],
      [/[-*+.=?|]+/, 'o'],
      [/[[\](){}:;]/, 'p'],
    ],
    comment: [
      [/\*\)/, 'cm', 'pop'],
      [/\(\*/, 'cm', 'push'],
      [/[^*)]+/, 'cm'],
      [/[*)]/, 'cm'],
    ],
    module: [
      [/\s+/, ''],
      [/[A-Z][a-zA-Z0-9_.]*/, 'nn', 'pop'],
    ],
    regexp: [
      [/\//, 'sr', 'pop'],
      [/[^\\/]+/, 'sr'],
      [/\\[\\/]/, 'sr'],
      [/\\/, 'sr'],
    ],
    string: [
      [/"/, 's', 'pop'],
      [/\\/, 'se', 'escape'],
      [/[^\\"]+/, 's'],
    ],
    escape: [
      [/[abfnrtv"'&\\]/, 'se', 'pop'],
      [/\^[\][A-Z@^_]/, 'se', 'pop'],
      [/o[0-7]+/i, 'se', 'pop'],
      [/x[\da-f]+/i, 'se', 'pop'],
      [/\d+/, 'se', 'pop'],
      [/\s+/, 'se', 'pop'],
      [/./, 's', 'pop'],
    ],
  }),
};
