import type { LexerDefinition } from '../lexer.ts';
import { lexer as markdown } from './markdown.ts';

export const lexer: LexerDefinition = {
  ...markdown,
  states: (rouge) => {
    const states = markdown.states(rouge);
    return {
      ...states,
      root: [
        [/(\S+)(:\s*)(.*)$/, ['nv', 'p', 's']],
        [/^(#+)(\s*Group\s+)(.*)$/, ['p', 'k', 'gh']],
        [/^(#+)(?!#)(.*)(\[[^[\n]*\])$/, ['p', 'gh', 's']],
        [/^([+\-*])(\s*Relation:)(\s*.*)$/, ['p', 'k', 's']],
        [/^(\s+)([+\-*]\s*)(Attributes|Parameters)(.*)$/, ['p', 'p', 'k', 's']],
        [/^([+\-*]\s*)(Request|Response)(\s+\d\d\d)?(.*)$/, ['p', 'k', 'm', 's']],
        ...states.root!,
      ],
    };
  },
};
