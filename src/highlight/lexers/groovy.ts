import type { LexerDefinition } from '../lexer.ts';
import { groovyStates, groovyWords } from './groovy-states.ts';

export const lexer: LexerDefinition = { states: (rouge) => groovyStates(rouge, groovyWords(rouge)) };
