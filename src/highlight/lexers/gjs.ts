import type { LexerDefinition } from '../lexer.ts';
import { startTemplates, type TemplateMemory, templateStates } from './glimmer-states.ts';
import { javascriptStates, javascriptWords } from './javascript.ts';

export const lexer: LexerDefinition<TemplateMemory> = {
  delegates: ['handlebars'],
  start: startTemplates,
  states: (rouge) => templateStates(javascriptStates(rouge, javascriptWords(rouge))),
};
