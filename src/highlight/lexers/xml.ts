import type { LexerDefinition } from '../lexer.ts';
import { rx } from '../rx.ts';

const NAME = '[\\p{L}:_][\\p{Alphabetic}\\p{M}\\p{Nd}\\p{Pc}\\p{Cf}:.·-]*';

export const lexer: LexerDefinition = {
  states: () => ({
    root: [
      [/[^<&]+/, ''],
      [/&\S*?;/, 'ni'],
      [/<!\[CDATA\[.*?\]\]>/, 'cp'],
      [/<!--/, 'c', 'comment'],
      [/<\?.*?\?>/, 'cp'],
      [/<![^>]*>/, 'cp'],
      [rx`<\s*${NAME}`, 'nt', 'tag'],
      [rx`<\s*/\s*${NAME}\s*>`, 'nt'],
    ],
    comment: [
      [/[^-]+/, 'c'],
      [/-->/, 'c', 'pop'],
      [/-/, 'c'],
    ],
    tag: [
      [/\s+/, ''],
      [rx`${NAME}\s*=`, 'na', 'value'],
      [/\/?\s*>/, 'nt', 'pop'],
    ],
    value: [
      [/\s+/, ''],
      [/"[\s\S]*?"|'[\s\S]*?'|[^\s>]+/, 's', 'pop'],
    ],
  }),
};
