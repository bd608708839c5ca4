import type { LexerDefinition, Rule } from '../lexer.ts';
import { rx, rxi } from '../rx.ts';
import type { Token } from '../tokens.ts';

const DIRECTIVES = [
  'ALIAS|ALIGN|AOF|AOUT|AREA|ARM|ASSERT|ATTR|CN|CODE16|CODE32|COMMON|CP|DATA|DCB|DCD|DCDO|DCDU|',
  'DCFD|DCFDU|DCFH|DCFHU|DCFS|DCFSU|DCI|DCI.N|DCI.W|DCQ|DCQU|DCW|DCWU|DN|ELIF|ELSE|END|ENDFUNC|',
  'ENDIF|ENDP|ENTRY|EQU|EXPORT|EXPORTAS|EXTERN|FIELD|FILL|FN|FRAME|FUNCTION|GBLA|GBLL|GBLS|GLOBAL|',
  'IF|IMPORT|INFO|KEEP|LCLA|LCLL|LCLS|LEADR|LEAF|LTORG|MACRO|MAP|MEND|MEXIT|NOFP|OPT|ORG|',
  'PRESERVE8|PROC|QN|RELOC|REQUIRE|REQUIRE8|RLIST|RN|ROUT|SETA|SETL|SETS|SN|SPACE|STRONG|SUBT|',
  'THUMB|THUMBX|TTL|WEND|WHILE|\\[|\\]|[|!#*=%&^]',
].join('');
const CONDITIONS = [
  'ASR|LSL|LSR|ROR|RRX|AL|CC|CS|EQ|GE|GT|HI|HS|LE|LO|LS|LT|MI|NE|PL|VC|VS|asr|lsl|lsr|ror|',
  'rrx|al|cc|cs|eq|ge|gt|hi|hs|le|lo|ls|lt|mi|ne|pl|vc|vs',
].join('');
const BUILTINS = [
  'ARCHITECTURE|AREANAME|ARMASM_VERSION|CODESIZE|COMMANDLINE|CONFIG|CPU|ENDIAN|FALSE|FPIC|FPU|INPUTFILE|',
  'INTER|LINENUM|LINENUMUP|LINENUMUPPER|OBJASM_VERSION|OPT|PC|PCSTOREOFFSET|REENTRANT|ROPI|RWPI|TRUE|',
  'VAR',
].join('');
const OPERATORS = [
  'AND|BASE|CC|CC_ENCODING|CHR|DEF|EOR|FATTR|FEXEC|FLOAD|FSIZE|INDEX|LAND|LEFT|LEN|LEOR|LNOT|LOR|',
  'LOWERCASE|MOD|NOT|OR|RCONST|REVERSE_CC|RIGHT|ROL|ROR|SHL|SHR|STR|TARGET_ARCH_[0-9A-Z_]+|',
  'TARGET_FEATURE_[0-9A-Z_]+|TARGET_FPU_[A-Z_]|TARGET_PROFILE_[ARM]|UAL|UPPERCASE',
].join('');
const BASED = '2_[01]+|3_[0-2]+|4_[0-3]+|5_[0-4]+|6_[0-5]+|7_[0-6]+|8_[0-7]+|9_[0-8]+';
const BASED_FRACTION = '2_[.01]+|3_[.0-2]+|4_[.0-3]+|5_[.0-4]+|6_[.0-5]+|7_[.0-6]+|8_[.0-7]+|9_[.0-8]+';
const SUBSTITUTION: Rule = [/\$[a-z]\w*\.?/i, 'nn'];

function quoted(quote: string, token: Token): Rule[] {
  return [
    [/\n/, '', 'pop'],
    [/\$\$/, token],
    SUBSTITUTION,
    [rx`${quote}`, token, 'goto arguments'],
    [rx`[^$${quote}\n]+`, token],
  ];
}

export const lexer: LexerDefinition = {
  states: () => ({
    root: [
      [/\n/, ''],
      [
        /^([ \t]*)(#[ \t]*(?:(?:define|elif|else|endif|error|if|ifdef|ifndef|include|line|pragma|undef|warning)(?:[ \t].*)?)?)(\n)/,
        ['', 'cp', ''],
      ],
      [/[ \t]+/, '', 'command'],
      [/;.*/, 'c'],
      [/\$[a-z_]\w*\.?/i, 'nn'],
      [/\w+|\|[^|\n]+\|/, 'nl'],
    ],
    command: [
      [/\n/, '', 'pop'],
      [/[ \t]+/, '', 'goto arguments'],
      [/;.*/, 'c', 'pop'],
      [/(?:BIN|GET|INCBIN|INCLUDE|LNK)\b/, 'k', 'goto file'],
      [rx`(?:${DIRECTIVES})(?=[; \t\n])`, 'k'],
      [/(?:[A-Z][\dA-Z]*|[a-z][\da-z]*)(?:\.[NWnw])?(?:\.[DFIPSUdfipsu]?(?:8|16|32|64)?){0,3}\b/, 'nb'],
      [/[a-z_]\w*|\|[^|\n]+\|/i, 'nf'],
      SUBSTITUTION,
    ],
    arguments: [
      [/\n/, '', 'pop'],
      [/[ \t]+/, ''],
      [/;.*/, 'c', 'pop'],
      [rx`(?:${CONDITIONS})\b`, 'nb'],
      [/[a-z_]\w*|\|[^|\n]+\|/i, 'nv'],
      [/%[bf]?[at]?\d+(?:[a-z_]\w*)?/i, 'nl'],
      [/(?:&|0x)[0-9a-f]+(?!p)/i, 'mh'],
      [/(?:&|0x)[.0-9a-f]+(?:p[-+]?\d+)?/i, 'mf'],
      [/0f_[0-9a-f]{8}|0d_[0-9a-f]{16}/i, 'mf'],
      [rxi`(?:${BASED}|\d+)(?!e)`, 'mi'],
      [rxi`(?:${BASED_FRACTION}|[.\d]+)(?:e[-+]?\d+)?`, 'mf'],
      [/[@:](?=[ \t]*(?:8|16|32|64|128|256)[^\d])/, 'o'],
      [rx`[.@]|\{(?:${BUILTINS})\}`, 'no'],
      [rx`[-!#%&()*+,/<=>?^{|}[\]]|:(?:${OPERATORS}):`, 'o'],
      SUBSTITUTION,
      [/'/, 'sc', 'goto single-quotes'],
      [/"/, 's2', 'goto double-quotes'],
    ],
    'single-quotes': quoted("'", 'sc'),
    'double-quotes': quoted('"', 's2'),
    file: [[/\n/, '', 'pop'], [/\$\$/, 'sx'], SUBSTITUTION, [/[^$\n]+/, 'sx']],
  }),
};
