import type { LexerDefinition, Lexing } from '../lexer.ts';
import { wordsInAnyCase } from '../words.ts';
import { COMMANDS } from './sqf-words.ts';

const NAMES = wordsInAnyCase(
  {
    ow: 'and or not',
    kd: 'private param params',
    kr: 'if then else exitwith switch do case default while for from to step foreach',
    kc: `
  true false player confignull controlnull displaynull grpnull locationnull netobjnull objnull scriptnull tasknull
  teammembernull
`,
    kn: 'currentnamespace missionnamespace parsingnamespace profilenamespace uinamespace',
    nf: `${`
  diag_activemissionfsms diag_activesqfscripts diag_activesqsscripts diag_activescripts diag_captureframe
  diag_captureframetofile diag_captureslowframe diag_codeperformance diag_drawmode diag_enable diag_enabled diag_fps
  diag_fpsmin diag_frameno diag_lightnewload diag_list diag_log diag_logslowframe diag_mergeconfigfile
  diag_recordturretlimits diag_setlightnew diag_ticktime diag_toggle
`} ${COMMANDS}`,
  },
  'vg',
);

export const lexer: LexerDefinition = {
  states: () => ({
    root: [
      [/\s+/, ''],
      [/\/\*[\s\S]*?\*\//, 'cm'],
      [/\/\/.*/, 'c1'],
      [/#(?:define|undef|if(?:n)?def|else|endif|include)/, 'cp'],
      [/\\\r?\n/, 'cp'],
      [/__(?:EVAL|EXEC|LINE__|FILE__)/, 'nb'],
      [/".*?"/, 's'],
      [/'.*?'/, 's'],
      [/(?:\$|0x)[0-9a-fA-F]+/, 'mh'],
      [/[0-9]+\.?(?:e[0-9]+)?/, 'mf'],
      [/[!%&*+\-/<=>^|#]/, 'o'],
      [/[(){}[\],:;]/, 'p'],
      [
        /[a-zA-Z0-9_]+/,
        (lexing: Lexing) => {
          const { token } = NAMES.of(lexing.text);
          lexing.token(token === 'vg' && /_./.test(lexing.text) ? 'nv' : token);
        },
      ],
    ],
  }),
};
