/** What JSX adds to JavaScript's states. */
import type { Lexing, States } from '../lexer.ts';

/** The lexer of the text between tags. */
export interface JsxMemory {
  readonly html: Lexing;
}

export function startJsx(_: unknown, lexing: Lexing<JsxMemory>): JsxMemory {
  lexing.begin('operand');
  return { html: lexing.open('html')! };
}

export function jsxStates(states: States): States {
  return {
    ...states,
    operand: ['tag', ...states.operand!],
    tag: [[/</, 'p', 'content element element-name']],
    content: [
      [/<\//, 'p', 'goto element element-name'],
      'tag',
      [/\{/, 'si', 'interpolation operand'],
      [/[^<{]+/, (lexing: Lexing<JsxMemory>) => lexing.delegate(lexing.memory.html)],
    ],
    element: [
      'space',
      [/\/>/, 'p', 'pop pop'],
      [/>/, 'p', 'pop'],
      [/\{/, 'si', 'interpolation operand'],
      [/\w[\w-]*/, 'na'],
      [/=/, 'p'],
      [/".*?"|'.*?'/, 's'],
    ],
    'element-name': [
      [/[A-Z]\w*/, 'nc'],
      [/\w+/, 'nt'],
      [/\./, 'p'],
      [/(?:)/, '', 'pop'],
    ],
    interpolation: [[/\}/, 'si', 'pop'], [/\{/, 'p', 'braces statement'], 'root'],
    braces: [[/\}/, 'p', 'goto statement'], 'root'],
  };
}
