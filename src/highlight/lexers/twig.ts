import type { LexerDefinition } from '../lexer.ts';
import { lexer as jinja, jinjaStates } from './jinja.ts';

// In Rouge 3, the lists are Jinja's once a page has used Jinja; here they are always Twig's.
const WORDS = {
  keywords: `
  as do extends flush from import include use else starts ends with without autoescape endautoescape block endblock
  embed endembed filter endfilter for endfor if endif macro endmacro sandbox endsandbox set endset spaceless
  endspaceless
`,
  constants: 'true false none',
  operators: 'b-and b-or b-xor is in and or not',
  tests: 'constant defined divisibleby empty even iterable null odd sameas',
};

export const lexer: LexerDefinition = { ...jinja, states: () => jinjaStates(WORDS) };
