import type { LexerDefinition, Lexing } from '../lexer.ts';
import { sassStates } from './sass-common.ts';

/** The indentation of the last line; and the open comment's indentation, with the state of its lines. */
interface Memory {
  last: string;
  block: { readonly state: string; readonly indentation: string } | null;
}

type Sass = Lexing<Memory>;

function indent(lexing: Sass): void {
  const { memory, text } = lexing;
  lexing.token('');
  memory.last = text;
  const { block } = memory;
  if (block !== null && text.startsWith(block.indentation) && text !== block.indentation) lexing.push(block.state);
  else {
    memory.block = null;
    lexing.push('line');
  }
}

function comment(token: 'c1' | 'cm', state: string): (lexing: Sass) => void {
  return (lexing) => {
    lexing.token(token);
    lexing.pop();
    lexing.memory.block = { state, indentation: lexing.memory.last };
  };
}

export const lexer: LexerDefinition<Memory> = {
  start: () => ({ last: '', block: null }),
  states: (rouge) => ({
    ...sassStates(rouge),
    root: [
      [/[ \t]*\n/, ''],
      [/[ \t]*/, indent],
    ],
    line: [
      [/\/\/.*/, comment('c1', 'line-comment')],
      [/\/[*].*\n/, comment('cm', 'block-comment')],
      [/@import\b/, 'k', 'import'],
      'content',
      [/=[\w-]+/, 'nf', 'value'],
      [/[+][\w-]+/, 'nd', 'value'],
      [/:/, 'na', 'old-property'],
      [/(?=[^[\n]+?:(?:[^a-z]|$))/, '', 'property'],
      [/(?:)/, '', 'selector'],
    ],
    'line-comment': [[/.*/, 'c1', 'pop']],
    'block-comment': [[/.*\n/, 'cm', 'pop']],
    import: [
      [/[ \t]+/, ''],
      [/\S+/, 's'],
      [/\n/, '', 'pop'],
    ],
    'old-property': ['property-name', [/(?:)/, '', 'pop value']],
    'section-end': [
      [
        /\n/,
        (lexing: Sass) => {
          lexing.token('');
          lexing.resetStack();
        },
      ],
    ],
  }),
};
