import type { LexerDefinition } from '../lexer.ts';
import { wordsInAnyCase } from '../words.ts';

export const lexer: LexerDefinition = {
  states: () => ({
    root: [
      [/\s+/, ''],
      [/\/\/.*\n?/, 'c1'],
      [/\(\*[\s\S]*?\*\)/, 'cm'],
      [/\{[\s\S]*?\}/, 'cs'],
      [/'[^']+'/, 's1'],
      [/"[^"]+"/, 'ss'],
      [/%[IQM][XBWDL][\d.]*|%[IQ][\d.]*/, 'vm'],
      [/(?:D|DT|T|TOD)#[\d_shmd:]*/i, 'ld'],
      [/(?:16#[\d_a-f]+|0x[\d_a-f]+)\b/i, 'mh'],
      [/2#[01_]+/, 'mb'],
      [/(?:\d+(?:\.\d*)?|\.\d+)(?:e[+-]?\d+)?/i, 'mf'],
      [/(?=[\d_])[\d.,_]+/, 'm'],
      [
        /[A-Z_]+\b/i,
        wordsInAnyCase(
          {
            k: `
  AT BEGIN BY CONSTANT CONTINUE DO ELSE ELSIF EXIT EXTENDS FROM GET GOTO IMPLEMENTS JMP NON_RETAIN OF PRIVATE
  PROTECTED PUBLIC RETAIN RETURN SET TASK THEN TO UNTIL USING WITH __CATCH __ENDTRY __FINALLY __TRY PROGRAM
  CONFIGURATION INITIAL_STEP INTERFACE FUNCTION_BLOCK FUNCTION ACTION TRANSITION TYPE STRUCT STEP NAMESPACE LIBRARY
  CHANNEL FOLDER RESOURCE VAR_ACCESS VAR_CONFIG VAR_EXTERNAL VAR_GLOBAL VAR_INPUT VAR_IN_OUT VAR_OUTPUT VAR_TEMP VAR
  CONST METHOD PROPERTY CASE FOR IF REPEAT WHILE END_PROGRAM END_CONFIGURATION END_INITIAL_STEP END_INTERFACE
  END_FUNCTION_BLOCK END_FUNCTION END_ACTION END_TRANSITION END_TYPE END_STRUCT END_STEP END_NAMESPACE END_LIBRARY
  END_CHANNEL END_FOLDER END_RESOURCE END_VAR_ACCESS END_VAR_CONFIG END_VAR_EXTERNAL END_VAR_GLOBAL END_VAR_INPUT
  END_VAR_IN_OUT END_VAR_OUTPUT END_VAR_TEMP END_VAR END_CONST END_METHOD END_PROPERTY END_CASE END_FOR END_IF
  END_REPEAT END_WHILE
`,
            kt: `
  ANY ARRAY BOOL BYTE POINTER STRING DATE DATE_AND_TIME DT TIME TIME_OF_DAY TOD INT DINT LINT SINT UINT UDINT ULINT
  USINT WORD DWORD LWORD REAL LREAL
`,
            l: 'TRUE FALSE NULL',
            o: 'AND EQ EXPT GE GT LE LT MOD NE NOT OR XOR',
          },
          'n',
        ),
      ],
      [/S?R?:?=>?|&&?|\*\*?|<[=>]?|>=?|[-:^/+#]/, 'o'],
      [/[a-z_]\w*(?=\s*\()/i, 'nf'],
      [/[a-z_]\w*\b/i, 'n'],
      [/[()[\].,;]/, 'p'],
    ],
  }),
};
