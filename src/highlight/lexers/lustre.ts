import type { LexerDefinition } from '../lexer.ts';
import { lustreStates } from './lustre-states.ts';

const WORDS = {
  keywords: `
  extern unsafe assert const current enum function let node operator returns step struct tel type var model package
  needs provides uses is body end include merge
`,
  wordOperators: 'div and xor mod or not nor if then else fby pre when with',
  primitives: 'int real bool',
};

export const lexer: LexerDefinition = { states: () => lustreStates(WORDS) };
