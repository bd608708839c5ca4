import type { LexerDefinition, Lexing } from '../lexer.ts';
import { rx } from '../rx.ts';

const SIGNS = '@!$&.\\\\:;<>?\\[\\]^`|~*/+\\-';
const NAME = `[a-zA-Z_${SIGNS}][\\w${SIGNS}]*`;

function entry(lexing: Lexing): unknown {
  const kind = lexing.match![1]!.toLowerCase();
  if (kind === 'comment') return lexing.token('c');
  lexing.token('nc');
  lexing.push('closing');
  lexing.push(kind === 'preamble' ? 'value' : kind === 'string' ? 'field' : 'key');
  return lexing.push('opening');
}

export const lexer: LexerDefinition = {
  states: () => ({
    root: ['space', [rx`@(${NAME})`, entry], [/.+/, 'c']],
    space: [[/\s+/, '']],
    opening: ['space', [/[{(]/, 'p', 'pop']],
    closing: ['space', [/[})]/, 'p', 'pop']],
    key: ['space', [/[^\s,}]+/, 'nl', 'goto fields']],
    fields: ['space', [/,/, 'p', 'field'], [/(?:)/, '', 'pop']],
    field: ['space', [rx`${NAME}`, 'na', 'value equals'], [/(?:)/, '', 'pop']],
    equals: ['space', [/=/, 'p', 'pop']],
    value: [
      'space',
      [rx`${NAME}`, 'nv'],
      [/"/, 's', 'quotes'],
      [/\{/, 's', 'braces'],
      [/\d+/, 'm'],
      [/#/, 'p'],
      [/(?:)/, '', 'pop'],
    ],
    quotes: [
      [/\{/, 's', 'braces'],
      [/"/, 's', 'pop'],
      [/[^{"]+/, 's'],
    ],
    braces: [
      [/\{/, 's', 'braces'],
      [/\}/, 's', 'pop'],
      [/[^{}]+/, 's'],
    ],
  }),
};
