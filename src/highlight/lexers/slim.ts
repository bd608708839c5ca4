import type { LexerDefinition, Lexing } from '../lexer.ts';
import { rx } from '../rx.ts';
import { indent, openBlock } from './indentation.ts';
import { inHtml, inRuby, openFilter, startTemplate, TEMPLATE_STATES, type TemplateBlocks } from './template-blocks.ts';

type Slim = Lexing<TemplateBlocks>;

const WORD = '[\\w!?@$]+';
/** A character, or a line end that a backslash continues. */
const DOT = '(?:\\\\\\n|.)';
const FILTERS = {
  ruby: 'ruby',
  erb: 'erb',
  javascript: 'javascript',
  css: 'css',
  coffee: 'coffeescript',
  markdown: 'markdown',
  scss: 'scss',
  sass: 'sass',
};

/** A marker, with Ruby after it. */
function markedRuby(lexing: Slim): void {
  lexing.token('p', lexing.match![1]!);
  lexing.delegate(lexing.memory.ruby, lexing.match![2]!);
}

function splat(lexing: Slim): void {
  markedRuby(lexing);
  lexing.push('tag');
}

function rubyValue(lexing: Slim): void {
  inRuby(lexing);
  lexing.pop();
}

export const lexer: LexerDefinition<TemplateBlocks> = {
  delegates: ['html', 'ruby', 'erb', 'javascript', 'css', 'coffeescript', 'markdown', 'scss', 'sass'],
  start: startTemplate,
  states: () => ({
    ...TEMPLATE_STATES,
    root: [
      [/\s*\n/, ''],
      [/\s*/, indent],
    ],
    content: [
      'css',
      [rx`/${DOT}*`, 'c', 'line-end'],
      [/(doctype)(\s+)(.*)/, ['nn', 'w', ''], 'pop'],
      [/(\w*):\s*\n/, openFilter(FILTERS)],
      [
        /[|'](?=\s)/,
        (lexing: Slim) => {
          lexing.token('p');
          lexing.pop();
          openBlock(lexing, 'plain');
          lexing.goto('plain');
        },
      ],
      [/-|==|=/, 'p', 'ruby-line'],
      [rx`(\*)(${WORD}\(.*?\))`, splat],
      [rx`(\*)(${WORD})`, splat],
      [
        /<\/?[\w\s='"]+?\/?>/,
        (lexing: Slim) => {
          inHtml(lexing);
          lexing.pop();
        },
      ],
      [/\w+/, 'nt', 'tag'],
    ],
    tag: [
      'css',
      'line-end',
      'interpolation',
      [/[<>]/, 'p'],
      [/\s/, 'w'],
      [rx`(\*)(${WORD})`, markedRuby],
      [rx`(\*)(\{${DOT}+?\})`, markedRuby],
      [/([\w-]+)(\s*)(=)/, ['na', 'w', 'p'], 'attribute-value'],
      [rx`(=)(${DOT}+)`, markedRuby],
      [/&\S*?;/, 'ni'],
      [rx`${DOT}`, ''],
    ],
    css: [
      [/\.[\w-]*/, 'nc', 'goto tag'],
      [/#[a-zA-Z][\w:-]*/, 'nf', 'goto tag'],
    ],
    'attribute-value': [
      [
        rx`\s*(['"])${DOT}*?\1`,
        (lexing: Slim) => {
          lexing.token('s');
          lexing.pop();
        },
      ],
      [rx`${WORD}\(.*?\)`, rubyValue],
      [rx`${WORD}`, rubyValue],
      [/\s+/, 'w'],
    ],
    'ruby-line': ['line-end', [/[,\\]\s*\n/, inRuby], [/ \|[ \t]*\n/, 'se'], [/.*?(?=(?:[,\\]$| \|)?[ \t]*$)/, inRuby]],
    plain: ['interpolation', [/<\/?[\w\s='"]+?\/?>/, inHtml], [/&\S*?;/, 'ni'], [rx`${DOT}`, ''], 'line-end'],
  }),
};
