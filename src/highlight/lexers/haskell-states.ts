import type { States } from '../lexer.ts';
import { rx } from '../rx.ts';

const CONTROL =
  'NUL|SOH|[SE]TX|EOT|ENQ|ACK|BEL|BS|HT|LF|VT|FF|CR|S[OI]|DLE|DC[1-4]|NAK|SYN|ETB|CAN|EM|SUB|ESC|[FGRU]S|SP|DEL';

/** The rest of characters, strings and quasi-quotations, after their opening, in Haskell and related languages. */
export const HASKELL_LITERALS: States = {
  character: [
    [/\\/, 'se', 'goto character-end escape'],
    [/./, 'sc', 'goto character-end'],
  ],
  'character-end': [
    [/'/, 'sc', 'pop'],
    [/./, 'err', 'pop'],
  ],
  'quasi-quotation': [
    [/\|\]/, 'o', 'pop'],
    [/[^|]+/, ''],
    [/\|/, ''],
  ],
  string: [
    [/"/, 's', 'pop'],
    [/\\/, 'se', 'escape'],
    [/[^\\"]+/, 's'],
  ],
  escape: [
    [/[abfnrtv"'&\\]/, 'se', 'pop'],
    [/\^[\][A-Z@^_]/, 'se', 'pop'],
    [rx`${CONTROL}`, 'se', 'pop'],
    [/o[0-7]+/i, 'se', 'pop'],
    [/x[\da-f]+/i, 'se', 'pop'],
    [/\d+/, 'se', 'pop'],
    [/\s+\\/, 'se', 'pop'],
  ],
};
