import { strip } from '../../text/strip.ts';
import type { Lexing, Rule, States } from '../lexer.ts';
import { type Indentation, openBlock } from './indentation.ts';

/**
 * The state of Haml and Slim: the lexers of Ruby and HTML, which continue where they stopped, and the open filter's.
 */
export interface TemplateBlocks extends Indentation {
  ruby: Lexing;
  readonly html: Lexing;
  filter: Lexing | null;
}

type Template = Lexing<TemplateBlocks>;

export function startTemplate(_: unknown, lexing: Template): TemplateBlocks {
  return { last: '', block: null, ruby: lexing.open('ruby')!, html: lexing.open('html')!, filter: null };
}

export const inRuby = (lexing: Template) => lexing.delegate(lexing.memory.ruby);
export const inHtml = (lexing: Template) => lexing.delegate(lexing.memory.html);

/** A line that opens a filter; the lines below it are in the filter's language. */
export function openFilter(filters: { readonly [name: string]: string }): (lexing: Template) => void {
  return (lexing) => {
    const { memory } = lexing;
    lexing.token('nd');
    lexing.pop();
    openBlock(lexing, 'filter');
    const name = strip(lexing.match![1]!);
    const language = Object.hasOwn(filters, name) ? filters[name]! : null;
    memory.filter = language === null ? null : lexing.open(language);
    // The lexer of a Ruby filter also reads the rest of the Ruby code.
    if (language === 'ruby') memory.ruby = memory.filter!;
  };
}

const lineEnd: Rule = [
  /\n/,
  (lexing: Template) => {
    lexing.token('');
    lexing.resetStack();
  },
];

/** States of both languages; `ruby` comes after `#{`. */
export const TEMPLATE_STATES: States = {
  filter: [
    [
      /(?:[^#\n]|#[^{\n])+/,
      (lexing: Template) => {
        const { filter } = lexing.memory;
        if (filter === null) lexing.token('nd');
        else lexing.delegate(filter);
      },
    ],
    'interpolation',
    'line-end',
  ],
  interpolation: [[/#\{/, 'si', 'ruby']],
  ruby: [[/\}/, 'si', 'pop'], 'in-ruby'],
  'in-ruby': [
    [
      /\{/,
      (lexing: Template) => {
        inRuby(lexing);
        lexing.push('in-ruby');
      },
    ],
    [
      /\}/,
      (lexing: Template) => {
        inRuby(lexing);
        lexing.pop();
      },
    ],
    [/[^{}]+/, inRuby],
  ],
  'line-end': [lineEnd],
};
