import type { LexerDefinition } from '../lexer.ts';
import { rx } from '../rx.ts';
import { javascriptStates, javascriptWords } from './javascript.ts';

const NAME = '[$a-zA-Z_][a-zA-Z0-9_.]*';

export const lexer: LexerDefinition = {
  states: (rouge) => {
    const javascript = javascriptStates(rouge, javascriptWords(rouge));
    return {
      ...javascript,
      root: [
        [rx`(${NAME})(\s*)(\{)`, ['kt', '', 'p'], 'type'],
        [rx`(${NAME})(\s+)(on)(\s+)(${NAME})(\s*)(\{)`, ['kt', '', 'k', '', 'nl', '', 'p'], 'type'],
        [/\{/, 'p', 'push'],
        ...javascript.root!,
      ],
      type: [
        [rx`(id)(\s*)(:)(\s*)(${NAME})`, ['nl', '', 'p', '', 'kd']],
        [rx`(${NAME})(\s*)(:)`, ['nl', '', 'p'], 'operand'],
        [rx`(signal)(\s+)(${NAME})`, ['kd', '', 'nl'], 'signal'],
        [rx`(property)(\s+)(${NAME})(\s+)(${NAME})(\s*)(:?)`, ['kd', '', 'kt', '', 'nl', '', 'p'], 'operand'],
        [/\}/, 'p', 'pop'],
        'root',
      ],
      signal: ['space', [/\(/, 'p', 'goto parameters'], [/(?:)/, '', 'pop']],
      parameters: ['space', [rx`(${NAME})(\s+)(${NAME})(\s*)(,?)`, ['kt', '', 'n', '', 'p']], [/\)/, 'p', 'pop']],
    };
  },
};
