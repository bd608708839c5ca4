import type { LexerDefinition } from '../lexer.ts';
import { XPATH_STATES } from './xpath-states.ts';

export const lexer: LexerDefinition = { states: () => XPATH_STATES };
