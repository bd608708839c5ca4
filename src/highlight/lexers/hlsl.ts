import type { LexerDefinition, Lexing } from '../lexer.ts';
import { ambiguous, rx } from '../rx.ts';
import { cStates, startAtLineStart } from './c.ts';
import { WORDS } from './hlsl-words.ts';

const NAME = '[a-zA-Z_][a-zA-Z0-9_]*';

/** A function with a semantic (`: SV_Target`) after its parameters. */
function signature(lexing: Lexing): void {
  const [, result, name, parameters, space, end] = lexing.match!;
  lexing.recurse(result!);
  lexing.token('nf', name);
  lexing.recurse(parameters!);
  lexing.recurse(space!);
  lexing.token('p', end);
  if (end === '{') lexing.push('function');
}

export const lexer: LexerDefinition = {
  start: startAtLineStart,
  states: () => ({
    ...cStates(WORDS),
    root: [
      [/\n+/, '', 'line-start-in-expression'],
      'space',
      [
        ambiguous(rx`([\w*\s]+?[\s*])(${NAME})(\s*\([^;]*?\)(?:\s*:\s+${NAME})?)((?:\s|//.*?\n|/[*].*?[*]/)*)([{;])`),
        signature,
      ],
      [/\{/, 'p', 'function'],
      'statements',
    ],
  }),
};
