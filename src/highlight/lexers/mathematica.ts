import type { LexerDefinition } from '../lexer.ts';
import { rx } from '../rx.ts';
import { escapableString } from '../strings.ts';
import { words } from '../words.ts';
import { MATHEMATICA_BUILTINS } from './mathematica-words.ts';

const KEYWORDS = `Module With Block`;
const NUMBER = '(?:\\.\\d+|\\d+\\.\\d*|\\d+)';
const PRECISION = `\`(?:\`?${NUMBER})?`;
const NAME = '[a-zA-Z$][$a-zA-Z0-9]*';
const SYMBOL = `(?:${NAME}|\\\\\\[${NAME}\\])+`;

export const lexer: LexerDefinition = {
  states: () => ({
    root: [
      [/\s+/, 'w'],
      [/\(\*/, 'c', 'comment'],
      [rx`\d+\^\^(?:\.\w+|\w+\.\w*|\w+)(?:${PRECISION})?(?:\*\^[+-]?\d+)?`, 'm'],
      [rx`${NUMBER}(?:${PRECISION})?(?:\*\^[+-]?\d+)?`, 'm'],
      [rx`::(?:${NAME}|${escapableString('"')})`, 'nt'],
      [/(?:In|Out)\[[0-9]+\]:?=/, 'gp'],
      [rx`\`?${SYMBOL}(?:\`${SYMBOL})*\`?`, words({ bp: KEYWORDS, nb: MATHEMATICA_BUILTINS }, 'nv')],
      [rx`#(?:${NAME}|"${NAME}")|#[0-9]*`, 'nf'],
      [/[+\-*/|,;.:@~=><&`'^?!_%]/, 'o'],
      [/[[\](){}]/, 'p'],
      [rx`${escapableString('"')}`, 's'],
    ],
    comment: [
      [/\(\*/, 'c', 'comment'],
      [/\*\)/, 'c', 'pop'],
      [rx`::${NAME}::`, 'cp'],
      [/[ ]:(?:\s|[a-zA-Z$][$a-zA-Z0-9]*(?![$a-zA-Z0-9]))+:[ ]/, 'cp'],
      [/./, 'c'],
    ],
  }),
};
