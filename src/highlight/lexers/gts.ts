import type { LexerDefinition } from '../lexer.ts';
import { startTemplates, type TemplateMemory, templateStates } from './glimmer-states.ts';
import { javascriptStates } from './javascript.ts';
import { typescriptStates, typescriptWords } from './typescript-states.ts';

export const lexer: LexerDefinition<TemplateMemory> = {
  delegates: ['handlebars'],
  start: startTemplates,
  states: (rouge) => templateStates(typescriptStates(rouge, javascriptStates(rouge, typescriptWords(rouge)))),
};
