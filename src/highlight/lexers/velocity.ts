import type { LexerDefinition, Lexing } from '../lexer.ts';
import { rx } from '../rx.ts';
import { escapableString } from '../strings.ts';

/** The lexer of the text around the directives; it continues where it stopped. */
interface Memory {
  readonly around: Lexing;
}

export const lexer: LexerDefinition<Memory> = {
  delegates: ['html'],
  start: ({ parent }, lexing) => ({ around: lexing.open(typeof parent === 'string' ? parent : 'html')! }),
  states: () => ({
    root: [
      [/[^{#$]+/, (lexing: Lexing<Memory>) => lexing.delegate(lexing.memory.around)],
      [/#\*[\s\S]*?\*#/, 'cm'],
      [/##.*/, 'c1'],
      [/(#\{?)([a-z_]\w*)(\}?)(\s?\()/i, ['p', 'nf', 'p', 'p'], 'directive'],
      [/(#\{?)([a-z_]\w*)(\}|\b)/i, ['p', 'nf', 'p']],
      [/\$\{?/, 'p', 'variable'],
    ],
    variable: [
      [/[a-z_]\w*/i, 'nv'],
      [/\(/, 'p', 'parameters'],
      [/(\.)([a-z_]\w*)/i, ['p', 'nv']],
      [/\}/, 'p', 'pop'],
      [/(?:)/, '', 'pop'],
    ],
    directive: [
      [/&&|\|\||==?|!=?|[-<>+*%&|^/]|(?:eq|ne|gt|lt|ge|le|not|in)\b/, 'o'],
      [/\[/, 'o', 'range'],
      [/[a-z_]\w*\b/i, 'nf'],
      'parameters',
    ],
    range: [[/[.]{2}/, 'o'], 'parameters', [/\]/, 'o', 'pop']],
    parameters: [
      [/\$\{?/, 'p', 'variable'],
      [/\s+/, ''],
      [/,/, 'p'],
      [rx`${escapableString('"')}`, 's2'],
      [rx`${escapableString("'")}`, 's1'],
      [/0[xX][0-9a-fA-F]+[Ll]?/, 'mh'],
      [/[0-9]+\b/, 'mi'],
      [/(?:true|false|null)\b/, 'kc'],
      [/[([]/, 'p', 'push'],
      [/[)\]}]/, 'p', 'pop'],
    ],
  }),
};
