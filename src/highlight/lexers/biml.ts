import type { LexerDefinition, Lexing } from '../lexer.ts';
import { lexer as xml } from './xml.ts';

export const lexer: LexerDefinition = {
  delegates: ['csharp'],
  states: (rouge) => {
    const states = xml.states(rouge);
    return {
      ...states,
      root: [[/<#@\s*/, 'nt', 'directive'], [/<#=?\s*/, 'nt', 'code'], ...states.root!],
      code: [
        [/\s*#>\s*/, 'nt', 'pop'],
        [/[\s\S]*?(?=\s*#>\s*)/, (lexing: Lexing) => lexing.delegate('csharp')],
      ],
      directive: [
        [/\s+/, ''],
        [/[\w.:-]+\s*=/, 'na', 'value'],
        [/\w+\s*/, 'na'],
        [/\/?\s*#>/, 'nt', 'pop'],
      ],
    };
  },
};
