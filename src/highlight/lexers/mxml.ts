import type { LexerDefinition, Lexing } from '../lexer.ts';

const script = (lexing: Lexing) => lexing.delegate('actionscript');

export const lexer: LexerDefinition = {
  delegates: ['actionscript'],
  states: () => ({
    root: [
      [/[^<&]+/, ''],
      [/&\S*?;/, 'ni'],
      [/<!\[CDATA\[/, 'cp', 'script'],
      [/<!--/, 'c', 'comment'],
      [/<\?.*?\?>/, 'cp'],
      [/<![^>]*>/, 'cp'],
      [/<\s*[\w:.-]+/, 'nt', 'tag'],
      [/<\s*\/\s*[\w:.-]+\s*>/, 'nt'],
    ],
    comment: [
      [/[^-]+/, 'c'],
      [/-->/, 'c', 'pop'],
      [/-/, 'c'],
    ],
    tag: [
      [/\s+/, ''],
      [/[\w.:-]+\s*=/, 'na', 'value'],
      [/\/?\s*>/, 'nt', 'root'],
    ],
    value: [
      [/\s+/, ''],
      [/(")(\{|@\{)/, ['s', 'p'], 'script-in-attribute'],
      [/".*?"|'.*?'|[^\s>]+/, 's', 'tag'],
    ],
    script: [
      [/\]\]>/, 'cp', 'pop'],
      [/[\s\S]*?(?=\]\]>)/, script],
    ],
    'script-in-attribute': [
      [/(\})(")/, ['p', 's'], 'tag'],
      [/[\s\S]*?(?=\}")/, script],
    ],
  }),
};
