import type { LexerDefinition, Lexing, Rule } from '../lexer.ts';
import { rx } from '../rx.ts';
import { list } from '../words.ts';
import { NAME, QUALIFIED_NAME, SIMPLE_NAME, XPATH_STATES } from './xpath-states.ts';

const KEYWORDS = `
  xquery encoding version declare module namespace copy-namespaces boundary-space construction default collation
  base-uri preserve strip ordering ordered unordered order empty greatest least no-preserve inherit no-inherit
  decimal-format decimal-separator grouping-separator infinity minus-sign NaN percent per-mille zero-digit digit
  pattern-separator exponent-separator import schema at element option function external context item typeswitch
  switch case try catch validate lax strict type document attribute text comment processing-instruction for let
  where group by return allowing tumbling stable sliding window start end only when previous next count ascending
  descending
`;

function attribute(quote: string): Rule[] {
  return [
    [rx`${quote}`, 's', 'pop'],
    [/\{\{/, 's'],
    [/\{/, 'p', 'root'],
    [rx`[^${quote}{>]+`, 's'],
  ];
}

export const lexer: LexerDefinition = {
  states: () => ({
    ...XPATH_STATES,
    tags: [
      [rx`<${QUALIFIED_NAME}`, 'nt', 'tag'],
      [/<!--/, 'c', 'markup-comment'],
      [/<\?.*?\?>/, 'cp'],
      [/<!\[CDATA\[.*?\]\]>/, 'cp'],
      [/&\S*?;/, 'ni'],
    ],
    root: [
      'tags',
      [/\{/, 'p'],
      [
        /\}`?/,
        (lexing: Lexing) => {
          lexing.token('p');
          if (lexing.depth > 1) lexing.pop();
        },
      ],
      [rx`(namespace)(\s+)(${SIMPLE_NAME})`, ['k', 'w', 'nn']],
      [rx`(?:let|for|some|every|if|then|else|return|in|satisfies|${list(KEYWORDS).join('|')})\b`, 'k'],
      [/;/, 'p'],
      [/%/, 'kd', 'annotation'],
      [rx`(\(#)(\s*)(${NAME})`, ['cp', 'w', 'nt'], 'pragma'],
      [/``\[/, 's', 'string-constructor'],
      ...XPATH_STATES.root!,
    ],
    annotation: ['space', [rx`${NAME}`, 'kd', 'pop']],
    pragma: ['space', [/#\)/, 'cp', 'pop'], [/./, 'cp']],
    'string-constructor': [
      [/`\{/, 'p', 'root'],
      [/\]``/, 's', 'pop'],
      [/[^`\]]+/, 's'],
      [/[`\]]/, 's'],
    ],
    'markup-comment': [
      [/[^-]+/, 'c'],
      [/-->/, 'c', 'pop'],
      [/-/, 'c'],
    ],
    tag: [
      [/\s+/, 'w'],
      [/([\w.:-]+\s*=)(")/, ['na', 's'], 'double-quotes'],
      [/([\w.:-]+\s*=)(')/, ['na', 's'], 'single-quotes'],
      [/>/, 'nt', 'content'],
      [/\/>/, 'nt', 'pop'],
    ],
    'double-quotes': attribute('"'),
    'single-quotes': attribute("'"),
    content: [
      [/\s+/, 'w'],
      'tags',
      [/\{\{|\}\}/, ''],
      [/\{/, 'p', 'root'],
      [/[^{}<&]/, ''],
      [rx`</${QUALIFIED_NAME}(?:\s*)>`, 'nt', 'pop pop'],
    ],
  }),
};
