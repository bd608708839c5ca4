import type { LexerDefinition, Lexing } from '../lexer.ts';
import { list } from '../words.ts';
import { BUILTINS } from './moonscript-words.ts';

const FUNCTIONS = new Set(list(BUILTINS));

/** One name, or two with a full stop in between. */
function name(lexing: Lexing): void {
  const { text } = lexing;
  const dot = text.indexOf('.');
  if (FUNCTIONS.has(text)) lexing.token('nb');
  else if (dot < 0) lexing.token('n');
  else {
    lexing.token('n', text.slice(0, dot));
    lexing.token('p', '.');
    lexing.token('n', text.slice(dot + 1));
  }
}

export const lexer: LexerDefinition = {
  states: () => ({
    root: [
      [/#!.*/, 'cp'],
      [/(?:)/, '', 'main'],
    ],
    base: [
      [/(?:\d*\.\d+|\d+\.\d*)(?:e[+-]?\d+)?'/i, 'mf'],
      [/\d+e[+-]?\d+/i, 'mf'],
      [/0x[0-9a-f]*/i, 'mh'],
      [/\d+/, 'mi'],
      [/@\w*/, 'vi'],
      [/[A-Z]\w*/, 'nc'],
      [/"?[^"]+":/, 'ss'],
      [/\w+:/, 'ss'],
      [/:\w+/, 'ss'],
      [/\s+/, 'w'],
      [/==|~=|!=|<=|>=|\.\.\.|\.\.|->|=>|[=+\-*/%^<>#!\\]/, 'o'],
      [/[[\]{}().,:;]/, 'p'],
      [/(?:and|or|not)\b/, 'ow'],
      [
        /(?:break|class|continue|do|else|elseif|end|extends|for|if|import|in|repeat|return|switch|super|then|unless|until|using|when|with|while)\b/,
        'k',
      ],
      [/(?:local|export)\b/, 'kd'],
      [/(?:true|false|nil)\b/, 'kc'],
      [/[A-Za-z_][A-Za-z0-9_]*(?:\.[A-Za-z_][A-Za-z0-9_]*)?/, name],
    ],
    main: [
      [/--.*/, 'c1'],
      [/\[(=*)\[[\s\S]*?\]\1\]/, (lexing: Lexing) => lexing.token('sh')],
      'base',
      [/'/, 's1', 'single-quotes'],
      [/"/, 's2', 'double-quotes'],
    ],
    'single-quotes': [
      [/'/, 's1', 'pop'],
      [/[^']+/, 's1'],
    ],
    interpolation: [[/\}/, 'si', 'pop'], 'base'],
    'double-quotes': [
      [/#\{/, 'si', 'interpolation'],
      [/"/, 's2', 'pop'],
      [/#[^{]/, 's2'],
      [/[^"#]+/, 's2'],
    ],
  }),
};
