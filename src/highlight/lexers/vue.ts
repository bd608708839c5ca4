import type { LexerDefinition, Lexing, Rule } from '../lexer.ts';
import { rx } from '../rx.ts';
import { HTML_STATES, type HtmlMemory, startHtml } from './html.ts';

interface Memory extends HtmlMemory {
  /** The language of the open part. */
  language: string;
  /** The lexer of the content of braces. */
  braces: Lexing | null;
}

type Vue = Lexing<Memory>;

const LANGUAGES: { readonly [name: string]: string } = {
  html: 'html',
  css: 'css',
  javascript: 'javascript',
  sass: 'sass',
  scss: 'scss',
  coffee: 'coffeescript',
};

/** The tag that opens a part; its `lang` may name another language. */
function part(name: string, language: string): Rule {
  return [
    rx`(<)(\s*)(${name})`,
    (lexing: Vue) => {
      lexing.groups('nt', '', 'k');
      lexing.memory.language = language;
      lexing.push(`${name}-part`);
      lexing.push('part-tag');
    },
  ];
}

function named(lexing: Vue): void {
  lexing.groups('na', '', 's');
  const name = lexing.match![3]!.toLowerCase().replace(/["']/g, '');
  lexing.memory.language = LANGUAGES[name] ?? 'plaintext';
}

const embedded = (lexing: Vue) => lexing.delegate(lexing.memory.language);
const braces = (lexing: Vue) => lexing.delegate(lexing.memory.braces!);

export const lexer: LexerDefinition<Memory> = {
  delegates: ['html', 'css', 'javascript', 'sass', 'scss', 'coffeescript', 'plaintext'],
  // One lexer reads the scripts of all parts, whatever their `lang`.
  start: (_, lexing) => ({
    ...startHtml(),
    script: lexing.open('javascript'),
    language: 'plaintext',
    braces: null,
  }),
  states: () => ({
    ...HTML_STATES,
    root: [part('template', 'html'), part('style', 'css'), part('script', 'javascript'), ...HTML_STATES.root!],
    tag: [[/[a-zA-Z0-9_:#[\]()*.-]+\s*=\s*/, 'na', 'value'], ...HTML_STATES.tag!],
    'style-part': [
      [/(<\s*\/\s*)(style)(\s*>)/, ['nt', 'k', 'nt'], 'pop'],
      [/[^<]+/, embedded],
      [/</, embedded],
    ],
    'script-part': [[/(<\s*\/\s*)(script)(\s*>)/, ['nt', 'k', 'nt'], 'pop'], 'script'],
    'part-tag': [[/(lang\s*=)(\s*)("(?:\\.|[^\\])*?"|'(?:\\.|[^\\])*?'|[^\s>]+)/, named], 'tag'],
    'template-part': [
      [/(<\s*\/\s*)(template)(\s*>)/, ['nt', 'k', 'nt'], 'pop'],
      [
        /\{\{/,
        (lexing: Vue) => {
          lexing.token('si');
          lexing.memory.braces = lexing.open('javascript');
          lexing.push('interpolation');
        },
      ],
      'embedded',
    ],
    interpolation: [[/\}\}/, 'si', 'pop'], [/\}/, 'err'], 'in-braces'],
    'in-braces': [
      [
        /\{/,
        (lexing: Vue) => {
          braces(lexing);
          lexing.push();
        },
      ],
      [
        /\}/,
        (lexing: Vue) => {
          braces(lexing);
          lexing.pop();
        },
      ],
      [/[^{}]+/, braces],
    ],
    embedded: [
      [/[^{<]+/, embedded],
      [/[<{][^<{]*/, embedded],
    ],
  }),
};
