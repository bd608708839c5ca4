import type { LexerDefinition } from '../lexer.ts';
import { lexer as php, phpStates } from './php.ts';

const KEYWORDS = `
  type newtype enum as super async await Awaitable vec dict keyset void int string bool float double arraykey num
  Stringish
`;

export const lexer: LexerDefinition = {
  ...php,
  states: (rouge) => {
    const states = phpStates(rouge, KEYWORDS);
    return {
      ...states,
      root: [[/<\?hh(?:\s*\/\/\s*(?:strict|decl|partial))?$/, 'cp', 'php'], ...states.root!],
      php: [
        [/(\/\*\s*)(HH_(?:IGNORE_ERROR|FIXME)\[\d+\])([^*]*)(\*\/)/, ['cp', 'cp', 'cm', 'cp']],
        [/\/\/ UNSAFE(?:_EXPR|_BLOCK)?/, 'cp'],
        [/\/\*\s*UNSAFE_EXPR\s*\*\//, 'cp'],
        ...states.php!,
      ],
    };
  },
};
