import type { LexerDefinition, Lexing } from '../lexer.ts';
import { ambiguous } from '../rx.ts';
import { HTML_STATES, type HtmlMemory, startHtml } from './html.ts';

interface Memory extends HtmlMemory {
  /** The lexer of the content of braces; it continues where it stopped. */
  readonly braces: Lexing;
}

type Svelte = Lexing<Memory>;

const script = (lexing: Svelte) => lexing.delegate(lexing.memory.braces);

function awaited(lexing: Svelte): void {
  const [, word = '', before = '', then = '', space = '', name = ''] = lexing.match!;
  lexing.token('k', word);
  lexing.delegate(lexing.memory.braces, before);
  lexing.token('k', then);
  lexing.token('', space);
  lexing.delegate(lexing.memory.braces, name);
}

export const lexer: LexerDefinition<Memory> = {
  delegates: ['javascript', 'css'],
  start: (_, lexing) => ({ ...startHtml(), braces: lexing.open('javascript')! }),
  states: () => ({
    ...HTML_STATES,
    root: [[/([^<&{]*)(\{)(\s*)/, ['', 'si', ''], 'template'], ...HTML_STATES.root!],
    tag: [[/(\{)\s*([a-zA-Z0-9_]+)\s*(\})/, ['si', 'nv', 'si'], 'pop'], ...HTML_STATES.tag!],
    value: [[/\{/, 'si', 'pop template'], ...HTML_STATES.value!],
    'double-quotes': [[/\s*\{\s*/, 'si', 'template'], ...HTML_STATES['double-quotes']!],
    'single-quotes': [[/\s*\{\s*/, 'si', 'template'], ...HTML_STATES['single-quotes']!],
    template: [
      [/\}/, 'si', 'pop'],
      [ambiguous(/\{+(?:.*?[^\\\n])??\}+/), script],
      [/@(?:debug|html)\b/, 'k'],
      [/(#await)(.*)(then|catch)(\s+)(\w+)/, awaited],
      [/[#/](?:await|each|if|key)\b/, 'k'],
      [/(:else)(\s+)(if)?\b/, ['k', '', 'k']],
      [/:?(?:catch|then)\b/, 'k'],
      [/[^{}]+/, script],
    ],
  }),
};
