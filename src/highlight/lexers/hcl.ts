import type { LexerDefinition } from '../lexer.ts';
import { HCL_CONSTANTS, type HclMemory, hclName, hclStates } from './hcl-states.ts';

export const lexer: LexerDefinition<HclMemory> = {
  start: () => ({ end: '' }),
  states: (rouge) => hclStates(rouge, hclName(new Map(HCL_CONSTANTS), 'after')),
};
