import type { LexerDefinition, Rule } from '../lexer.ts';

export const lexer: LexerDefinition = {
  states: (rouge) => ({
    root: [
      [/^\s*%/, 'cp', 'directive'],
      'space',
      ...(rouge.later ? (['punctuation'] as Rule[]) : []),
      [/[a-z$._?][\w$.?#@~]*:/i, 'nl'],
      [/([a-z$._?][\w$.?#@~]*)(\s+)(equ)/i, ['no', 'kd', 'kd'], 'operands'],
      [
        /BITS|USE16|USE32|SECTION|SEGMENT|ABSOLUTE|EXTERN|GLOBAL|ORG|ALIGN|STRUC|ENDSTRUC|COMMON|CPU|GROUP|UPPERCASE|IMPORT|EXPORT|LIBRARY|MODULE/,
        'k',
        'operands',
      ],
      [/(?:res|d)[bwdqt]|times/i, 'kd', 'operands'],
      [/[a-z$._?][\w$.?#@~]*/i, 'nf', 'operands'],
      [/[\r\n]+/, ''],
    ],
    operands: [
      [/"(?:\\\\"|[^"\\n])*"|'(?:\\\\'|[^'\\n])*'|`(?:\\\\`|[^`\\n])*`/, 's'],
      [/0x[\da-f]+|\d[\da-f]*h/i, 'mh'],
      [/[0-7]+q/i, 'mo'],
      [/[01]+b/i, 'mb'],
      [/\d+\.e?\d+/i, 'mf'],
      [/\d+/, 'mi'],
      'punctuation',
      [
        /r\d[0-5]?[bwd]|[a-d][lh]|[er]?[a-d]x|[er]?[sb]p|[er]?[sd]i|[c-gs]s|st[0-7]|mm[0-7]|cr[0-4]|dr[0-367]|tr[3-7]/i,
        'nb',
      ],
      [/[a-z$._?][\w$.?#@~]*/i, 'nv'],
      [/[\r\n]+/, '', 'pop'],
      'space',
    ],
    directive: [
      [/[^;\n]+/, 'cp'],
      [/;.*\n/, 'c1', 'pop'],
      [/\n/, 'cp', 'pop'],
    ],
    space: [
      [/\n/, ''],
      [/[ \t]+/, ''],
      [/;.*/, 'c1'],
    ],
    punctuation: [
      [/[,():[\]]+/, 'p'],
      [/[&|^<>+*/%~-]+/, 'o'],
      [/\$+/, 'kc'],
      [/seg|wrt|strict/i, 'ow'],
      [/byte|[dq]?word/i, 'kt'],
    ],
  }),
};
