import type { LexerDefinition, Lexing } from '../lexer.ts';
import { rx } from '../rx.ts';
import { escapableLine } from '../strings.ts';
import { indent, openBlock } from './indentation.ts';
import { inHtml, inRuby, openFilter, startTemplate, TEMPLATE_STATES, type TemplateBlocks } from './template-blocks.ts';

type Haml = Lexing<TemplateBlocks>;

const NAME = '[\\w:-]+';
/** A character, or a line end that a bar continues. */
const DOT = '(?: \\|\\n(?=.* \\|)|.)';
const FILTERS = {
  javascript: 'javascript',
  css: 'css',
  ruby: 'ruby',
  erb: 'erb',
  markdown: 'markdown',
  sass: 'sass',
};

/** Starts a new Ruby lexer. */
function beginRuby(lexing: Haml, state: string): void {
  lexing.memory.ruby = lexing.open('ruby')!;
  lexing.push(state);
}

function rubyLine(lexing: Haml): void {
  lexing.token('p');
  lexing.resetStack();
  beginRuby(lexing, 'ruby-line');
}

function comment(state: string): (lexing: Haml) => void {
  return (lexing) => {
    lexing.token('c');
    lexing.pop();
    openBlock(lexing, state);
  };
}

export const lexer: LexerDefinition<TemplateBlocks> = {
  delegates: ['html', 'ruby', 'javascript', 'css', 'erb', 'markdown', 'sass'],
  start: startTemplate,
  states: () => ({
    ...TEMPLATE_STATES,
    root: [
      [/\s*\n/, ''],
      [/\s*/, indent],
    ],
    content: [
      'css',
      [rx`%${NAME}`, 'nt', 'goto tag'],
      [rx`!!!${DOT}*\n`, 'nn', 'pop'],
      [rx`(/)(\[${DOT}*?\])(${DOT}*\n)`, ['c', 'cs', 'c'], 'pop'],
      [rx`/${DOT}*\n`, comment('html-comment')],
      [rx`-#${DOT}*\n`, comment('haml-comment')],
      [/-/, rubyLine],
      [rx`:(${DOT}*)\n`, openFilter(FILTERS)],
      'value',
    ],
    css: [
      [rx`\.${NAME}`, 'nc', 'goto tag'],
      [rx`#${NAME}`, 'nf', 'goto tag'],
    ],
    tag: [
      'css',
      [
        /\{/,
        (lexing: Haml) => {
          lexing.token('p');
          beginRuby(lexing, 'in-ruby');
        },
      ],
      [rx`\[${DOT}*?\]`, inRuby],
      [/\(/, 'p', 'attributes'],
      [/\s*\n/, '', 'pop'],
      [/[<>]{1,2}(?=[ \t=])/, 'p'],
      'value',
    ],
    plain: [[/(?:[^#\n]|#[^{\n])+/, inHtml], 'interpolation', 'line-end'],
    value: [
      [/[&!]?==/, 'p', 'plain'],
      [/[&!]?[=!]/, rubyLine],
      [/(?:)/, '', 'plain'],
    ],
    'ruby-line': [
      [/\n/, '', 'pop'],
      [/,[ \t]*\n/, inRuby],
      [/ \|[ \t]*\n/, 'se'],
      [/.*?(?=(?:,$| \|)?[ \t]*$)/, inRuby],
    ],
    attributes: [
      [/\s+/, ''],
      [rx`${NAME}\s*=`, 'na', 'attribute-value'],
      [rx`${NAME}`, 'na'],
      [/\)/, '', 'pop'],
    ],
    'attribute-value': [
      [/\s+/, ''],
      [/[a-z]\w*/, 'nv', 'pop'],
      [/@[a-z]\w*/, 'vi', 'pop'],
      [/\$[a-z]\w*/, 'vg', 'pop'],
      [rx`${escapableLine("'")}`, 's', 'pop'],
      [rx`${escapableLine('"')}`, 's', 'pop'],
    ],
    'html-comment': [[rx`${DOT}+`, 'c'], 'line-end'],
    'haml-comment': [[rx`${DOT}+`, 'cp'], 'line-end'],
  }),
};
