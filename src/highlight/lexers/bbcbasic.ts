import type { LexerDefinition } from '../lexer.ts';
import { rx } from '../rx.ts';

const FUNCTIONS = [
  'ABS|ACS|ADVAL|ASC|ASN|ATN|BEATS|BEAT|BGET#|CHR\\$|COS|COUNT|DEG|DIM|EOF#|ERL|ERR|EVAL|EXP|',
  'EXT#|FN|GET\\$#|GET\\$|GET|HIMEM|INKEY\\$|INKEY|INSTR|INT|LEFT\\$|LEN|LN|LOG|LOMEM|MID\\$|OPENIN|',
  'OPENOUT|OPENUP|PAGE|POINT|POS|PTR#|RAD|REPORT\\$|RIGHT\\$|RND|SGN|SIN|SQR|STR\\$|STRING\\$|SUM|',
  'SUMLEN|TAN|TEMPO|TIME\\$|TIME|TOP|USR|VAL|VPOS',
].join('');
const STATEMENTS = [
  'BEATS|BPUT#|CALL|CASE|CHAIN|CLEAR|CLG|CLOSE#|CLS|COLOR|COLOUR|DATA|ELSE|ENDCASE|ENDIF|ENDPROC|',
  'ENDWHILE|END|ENVELOPE|FOR|GCOL|GOSUB|GOTO|IF|INSTALL|LET|LIBRARY|MODE|NEXT|OFF|OF|ON|ORIGIN|',
  'OSCI|OTHERWISE|OVERLAY|PLOT|PRINT#|PRINT|PROC|QUIT|READ|REPEAT|REPORT|RETURN|SOUND|STEP|STEREO|',
  'STOP|SWAP|SYS|THEN|TINT|TO|VDU|VOICES|VOICE|UNTIL|WAIT|WHEN|WHILE|WIDTH',
].join('');
const PHRASES = [
  'CIRCLE(?: *FILL)?|DEF *(?:FN|PROC)|DRAW(?: *BY)?|DIM(?!\\()|ELLIPSE(?: *FILL)?|ERROR(?: *EXT)?|FILL(?: *BY)?',
  'INPUT(?:#| *LINE)?|LINE(?: *INPUT)?|LOCAL(?: *DATA| *ERROR)?',
  'MOUSE(?: *COLOUR| *OFF| *ON| *RECTANGLE| *STEP| *TO)?|MOVE(?: *BY)?|ON(?! *ERROR)|ON *ERROR *(?:LOCAL|OFF)?',
  'POINT(?: *BY)?(?!\\()|RECTANGE(?: *FILL)?|RESTORE(?: *DATA| *ERROR)?',
  'TRACE(?: *CLOSE| *ENDPROC| *OFF| *STEP(?: *FN| *ON| *PROC)?| *TO)?',
].join('|');

export const lexer: LexerDefinition = {
  states: () => ({
    expression: [
      [rx`${FUNCTIONS}`, 'nb'],
      [/<<|<=|<>|<|>=|>>>|>>|>|[-!$()*+/=?^|]|AND|DIV|EOR|MOD|NOT|OR/, 'o'],
      [/FALSE|TRUE/, 'no'],
      [/"[^"]*"/, 's'],
      [/[a-z_`][\w`]*[$%]?/i, 'nv'],
      [/@%/, 'nv'],
      [/[\d.]+/, 'm'],
      [/%[01]+/, 'mb'],
      [/&[0-9a-fA-F]+/, 'mh'],
    ],
    root: [
      [/(:+)( *)(\*)(.*)/, ['p', '', 'k', '']],
      [/(\n+ *)(\*)(.*)/, ['', 'k', '']],
      [/(ELSE|OTHERWISE|REPEAT|THEN)( *)(\*)(.*)/, ['k', '', 'k', '']],
      [/[ \n]+/, ''],
      [/:+/, 'p'],
      [/\[/, 'k', 'assembly'],
      [/REM *>.*/, 'cs'],
      [/REM.*/, 'c'],
      [rx`${STATEMENTS}|${PHRASES}`, 'k'],
      'expression',
      [/[,;'~]|SPC|TAB/, 'p'],
    ],
    assembly: [
      [/ +/, ''],
      [/\]/, 'k', 'pop'],
      [/[:\n]/, 'p'],
      [/\.[a-z_`][\w`]*%? */i, 'nl'],
      [/(?:REM|;)[^:\n]*/, 'c'],
      [/[^ :\n]+/, 'k', 'operands'],
    ],
    operands: [
      [/ +/, ''],
      [/[:\n]/, 'p', 'pop'],
      [/(?:REM|;)[^:\n]*/, 'c', 'pop'],
      'expression',
      [/[!#,@[\]^{}]/, 'p'],
    ],
  }),
};
