import type { LexerDefinition, Lexing, Rule } from '../lexer.ts';
import { rx, rxi } from '../rx.ts';
import { escapableString } from '../strings.ts';
import { anyOf } from '../words.ts';

const KEYWORDS = `
  assert break case catch continue default do else finally for if goto instanceof new return switch this throw try
  while
`;
const DECLARATIONS = `
  abstract const enum extends final implements native private protected public static strictfp super synchronized
  throws transient volatile
`;
const TYPES = 'boolean byte char double float int long short var void';
const NAME = '[\\p{Alphabetic}_][\\p{Alphabetic}\\p{M}\\p{Nd}\\p{Pc}]*';

/** Digits, with underscores in between. */
function digits(set: string): string {
  return `(?:[${set}]_+[${set}]|[${set}])+`;
}

/** Words, then a name before a parenthesis: a method with its return type. */
function method(lexing: Lexing): void {
  const [, words, name, space, parenthesis] = lexing.match!;
  lexing.recurse(words!);
  lexing.token('nf', name);
  lexing.token('', space);
  lexing.token('o', parenthesis);
}

export const lexer: LexerDefinition = {
  states: (rouge) => {
    const later = rouge.later;
    return {
      root: [
        [/[^\S\n]+/, ''],
        [/\/\/.*/, 'c1'],
        [/\/\*[\s\S]*?\*\//, 'cm'],
        [rx`(?:${anyOf(KEYWORDS)})\b`, 'k'],
        [/(\s*(?:[a-zA-Z_][a-zA-Z0-9_.[\]<>]*\s+)+?)([a-zA-Z_][a-zA-Z0-9_]*)(\s*)(\()/, method],
        [rx`@${NAME}`, 'nd'],
        [rx`(?:${anyOf(DECLARATIONS)})\b`, 'kd'],
        [rx`(?:${anyOf(TYPES)})\b`, 'kt'],
        [/(?:true|false|null)\b/, 'kc'],
        [later ? /(?:class|interface|record)\b/ : /(?:class|interface)\b/, 'kd', 'class'],
        [/(?:import|package)\b/, 'kn', 'import'],
        ...(later ? ([[/"""\s*\n[\s\S]*?(?<!\\)"""/, 'sh']] as Rule[]) : []),
        [rx`${escapableString('"')}`, 's'],
        [/'(?:\\.|[^\\]|\\u[0-9a-f]{4})'/, 'sc'],
        [rx`(\.)(${NAME})`, ['o', 'na']],
        [rx`${NAME}:`, 'nl'],
        [/\p{Uppercase}[\p{Uppercase}\p{Nd}_]*\b/u, 'no'],
        [/\p{Uppercase}[\p{Alphabetic}\p{Nd}]*\b/u, 'nc'],
        [rx`\$?${NAME}`, 'n'],
        [/[~^*!%&[\](){}<>|+=:;,./?-]/, 'o'],
        [rx`${digits('0-9')}\.${digits('0-9')}(?:[eE]${digits('0-9')})?[fd]?`, 'mf'],
        [rxi`0b${digits('01')}`, 'mb'],
        [rxi`0x${digits('0-9a-f')}`, 'mh'],
        [rx`0${digits('0-7')}`, 'mo'],
        [rx`${digits('0-9')}L?`, 'mi'],
        [/\n/, ''],
      ],
      class: [
        [/\s+/, ''],
        [rx`${NAME}`, 'nc', 'pop'],
      ],
      import: [
        [/\s+/, ''],
        [/[a-z0-9_.]+\*?/i, 'nn', 'pop'],
      ],
    };
  },
};
