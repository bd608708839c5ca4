import type { LexerDefinition, Lexing } from '../lexer.ts';
import { rx } from '../rx.ts';
import { looseString } from '../strings.ts';

/** The lexer of HTML labels; each label gets a new one. */
interface Memory {
  html: Lexing | null;
}

const inHtml = (lexing: Lexing<Memory>) => lexing.delegate(lexing.memory.html!);

export const lexer: LexerDefinition<Memory> = {
  delegates: ['html'],
  start: () => ({ html: null }),
  states: () => ({
    space: [
      [/\s+/, ''],
      [/#.*/, 'c1'],
      [/\/\/.*/, 'c1'],
      [/\/(?:\\\n)?[*][\s\S]*?[*](?:\\\n)?\//, 'cm'],
    ],
    html: [
      [/[^<>]+/, inHtml],
      [/<[\s\S]+?>/, inHtml],
      [/>/, 'p', 'pop'],
    ],
    identifier: [
      [/([a-zA-Z][a-zA-Z_0-9]*)(\s*)(=)/, ['n', '', 'p']],
      [/[a-zA-Z][a-zA-Z_0-9]*/, 'nv'],
      [/[0-9]*\.[0-9]+/, 'mf'],
      [/[0-9]+/, 'mi'],
      [rx`${looseString('"')}`, 's2'],
      [
        /</,
        (lexing: Lexing<Memory>) => {
          lexing.token('p');
          lexing.memory.html = lexing.open('html');
          lexing.push('html');
        },
      ],
    ],
    attributes: ['space', 'identifier', [/[=;,]/, 'p'], [/\]/, 'o', 'pop']],
    root: [
      'space',
      [/(?:strict|graph|digraph|subgraph|node|edge)\b/i, 'k'],
      [/[{};:=]/, 'p'],
      [/-[->]/, 'o'],
      [/\[/, 'o', 'attributes'],
      'identifier',
    ],
  }),
};
