import type { LexerDefinition } from '../lexer.ts';
import { wordsInAnyCase } from '../words.ts';

export const lexer: LexerDefinition = {
  states: () => ({
    root: [
      [/\s+/, ''],
      [/;.*/, 'c1'],
      [/[(),.[\]]/, 'p'],
      [/#?%[0-1]+/, 'mb'],
      [/#?\$[0-9a-fA-F]+/, 'mh'],
      [/#?\d+/, 'm'],
      [/[~&*+=|?:<>/-]/, 'o'],
      [
        /#?\w+:?/,
        wordsInAnyCase(
          {
            k: `
  ADC AND ASL BIT BRK CMP CPX CPY DEC EOR INC JMP JSR LDA LDX LDY LSR NOP ORA ROL ROR RTI RTS SBC STA STX STY TAX
  TXA DEX INX TAY TYA DEY INY BPL BMI BVC BVS BCC BCS BNE BEQ CLC SEC CLI SEI CLV CLD SED TXS TSX PHA PLA PHP PLP
`,
            kt: 'DB DW BYTE WORD',
            kr: `
  INCBIN INCLUDE ORG BANK RSSET RS MACRO ENDM DS PROC ENDP PROCGROUP ENDPROCGROUP INCCHR DEFCHR ZP BSS CODE DATA IF
  IFDEF IFNDEF ELSE ENDIF FAIL INESPRG INESCHR INESMAP INESMIR FUNC
`,
          },
          'nf',
        ),
      ],
      [/#?(?:LOW|HIGH)\(.*\)/i, 'kr'],
      [/#\(/, 'p'],
      [/"/, 's', 'string'],
      [/'\w'/, 'sc'],
      [/\\\??[\d@#]/, 'nb'],
    ],
    string: [
      [/"/, 's', 'pop'],
      [/\\"?/, 'se'],
      [/[^"\\]+/, 's'],
    ],
  }),
};
