import type { LexerDefinition } from '../lexer.ts';
import { rx } from '../rx.ts';
import { list } from '../words.ts';

const KEYWORDS = `
  addr as asm atomic bind block break case cast const continue converter defer discard distinct do elif else end enum
  except export func finally for from generic if import include interface iterator let macro method mixin nil object
  of out proc ptr raise ref return static template try tuple type using var when while with without yield
`;
const WORD_OPERATORS = `and or not xor shl shr div mod in notin is isnot`;
const PSEUDO_KEYWORDS = `nil true false`;
const TYPES = `
  int int8 int16 int32 int64 float float32 float64 bool char range array seq set string
`;
const NAMESPACE = `from import include`;

/** Any of the words, in order, with an optional underscore after each letter. */
function styled(words: string): string {
  return list(words)
    .map((word) => word.replace(/./g, (c) => `${c.replace(/\W/, '\\$&')}_?`))
    .join('|');
}

const NAME = '(?![\\d_])\\w(?:(?!_)\\w|_(?!_)\\w)*';

export const lexer: LexerDefinition = {
  states: () => ({
    root: [
      [/##.*/, 'sd'],
      [/#.*/, 'c'],
      [/[*=><+\-/@$~&%!?|\\[\]]/, 'o'],
      [/\.\.|\.|,|\[\.|\.\]|\{\.|\.\}|\(\.|\.\)|\{|\}|\(|\)|:|\^|`|;/, 'p'],
      [/\w+"/, 's', 'raw-string'],
      [/"""/, 's', 'long-string'],
      [/"/, 's', 'string'],
      [/'/, 'sc', 'character'],
      [rx`(?:${styled(WORD_OPERATORS)})\b`, 'ow'],
      [/p_?r_?o_?c_?\s(?![([\]])/, 'k', 'function-name'],
      [rx`(?:${styled(KEYWORDS)})\b`, 'k'],
      [rx`(?:${styled(NAMESPACE)})\b`, 'kn'],
      [/v_?a_?r\b/, 'kd'],
      [rx`(?:${styled(TYPES)})\b`, 'kt'],
      [rx`(?:${styled(PSEUDO_KEYWORDS)})\b`, 'kp'],
      [rx`${NAME}`, 'n'],
      [/[0-9][0-9_]*(?=[eE.]|'?[fF](?:32|64))/, 'mf', 'float-suffix float'],
      [/0[xX][a-fA-F0-9][a-fA-F0-9_]*/, 'mh', 'integer-suffix'],
      [/0[bB][01][01_]*/, 'm', 'integer-suffix'],
      [/0o[0-7][0-7_]*/, 'mo', 'integer-suffix'],
      [/[0-9][0-9_]*/, 'mi', 'integer-suffix'],
      [/\s+/, ''],
      [/.+$/, 'err'],
    ],
    character: [
      [/\\(?:[\\abcefnrtvl"']|x[a-fA-F0-9]{2}|[0-9]{1,3})/, 'se'],
      [/'/, 'sc', 'pop'],
      [/./, 'sc'],
    ],
    'in-string': [
      [/\$[\w#]+/, 'si'],
      [/[^\\'"$\n]+/, 's'],
      [/['"\\]/, 's'],
      [/\$/, 's'],
    ],
    string: [[/\\(?:[\\abcefnrtvl"']|\n|x[a-fA-F0-9]{2}|[0-9]{1,3})/, 'se'], [/"/, 's', 'pop'], 'in-string'],
    'raw-string': [[/"(?!")/, 's', 'pop'], [/"/, 'se', 'pop'], 'in-string'],
    'long-string': [[/"""(?!")/, 's', 'pop'], 'in-string', [/\n/, 's']],
    'function-name': [
      [rx`${NAME}`, 'nf', 'pop'],
      [/`.+`/, 'nf', 'pop'],
    ],
    float: [
      [/\.(?!\.)[0-9_]*/, 'mf'],
      [/[eE][+-]?[0-9][0-9_]*/, 'mf'],
      [/(?:)/, '', 'pop'],
    ],
    'float-suffix': [
      [/'?[fF](?:32|64)/, 'mf'],
      [/(?:)/, '', 'pop'],
    ],
    'integer-suffix': [
      [/'?[iI](?:32|64)/, 'il'],
      [/'?[iI](?:8|16)/, 'mi'],
      [/'?[uU]/, 'mi'],
      [/(?:)/, '', 'pop'],
    ],
  }),
};
