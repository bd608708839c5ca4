import type { LexerDefinition } from '../lexer.ts';
import { lustreStates } from './lustre-states.ts';

const WORDS = {
  keywords: `
  let in node extern system returns weak strong assert raise try catch trap do exist erun run type ref exception
  include false true
`,
  wordOperators: 'div and xor mod or not nor if then else pre',
  primitives: 'int real bool trace loop fby',
};

export const lexer: LexerDefinition = { states: () => lustreStates(WORDS) };
