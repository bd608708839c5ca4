import type { LexerDefinition, Lexing, Rule } from '../lexer.ts';
import { rx } from '../rx.ts';
import { list, words } from '../words.ts';
import { javascriptWords } from './javascript.ts';

const NAME = '[$a-zA-Z_](?:(?:-(?=[a-zA-Z]))?[a-zA-Z0-9_])*';
const DIGITS = '\\d[\\d_]*';
/** A whole number, with its unit. */
const INTEGER = `${DIGITS}(?:e[+-]?${DIGITS})?[$\\w]*`;
const CONTROL = new Set(['break', 'continue']);

export const lexer: LexerDefinition = {
  states: (rouge) => {
    const javascript = javascriptWords(rouge);
    const builtins = new Set(list(`${javascript.builtins} this it that arguments`));
    const names = words(
      {
        k: `
  loop until for in of while break return continue switch case fallthrough default otherwise when then if unless
  else throw try catch finally new delete typeof instanceof super by from to til with require do debugger import
  export yield
`,
        no: `${javascript.constants} yes no on off void`,
        nb: `${javascript.builtins} this it that arguments`,
        kd: 'const let var function class extends implements',
      },
      'nv',
    );
    const name = (lexing: Lexing): void => {
      const { text } = lexing;
      if (CONTROL.has(text)) {
        lexing.token('k');
        lexing.push('loop-control');
        return;
      }
      const { token } = names.of(text);
      lexing.token(token === 'nv' && /^[A-Z]/.test(text) && /[^-][a-z]/.test(text) ? 'nc' : token);
      lexing.push('name');
    };
    const quoted = (quote: string, inside: string): Rule[] => [[rx`${quote}`, 's', 'pop'], inside];
    const quotedThrice = (quote: string, inside: string): Rule[] => [
      [rx`${quote}{3}`, 's', 'pop'],
      [rx`${quote}`, 's'],
      inside,
    ];
    return {
      root: [
        [/^(?=\s|\/)/, '', 'operand'],
        'comments',
        'space',
        [/(<\[)([\s\S]*?)(\]>)/, ['p', 's', 'p']],
        [/!\s*function\b/, 'kd'],
        [/!?[-~]>|<[-~]!?/, 'kd'],
        [/=>/, 'k'],
        [rx`(::)(${NAME})`, ['p', 'na'], 'name'],
        [rx`(::)(${INTEGER})`, ['p', 'mi'], 'name'],
        [rx`(@)(${NAME})`, ['vi', 'na'], 'name'],
        [rx`([.])(${NAME})`, ['p', 'na'], 'name'],
        [/([.])(\d+)/, ['p', 'mi'], 'name'],
        [rx`${NAME}(?=\s*:[^:=])`, 'na'],
        [
          /\+\+|--|&&|(?:and|x?or|is(?:nt)?|not)\b(?!-[a-zA-Z]|_)|\|\||[.](?:[|&^]|<<|>>>?)[.]|\\(?=\n)|[.:]=|<<<<?|<\||\|>|(?:<<|>>|==?|!=?|[-<>+*%^/~?])=?/,
          'o',
          'operand',
        ],
        [rx`(&)(${NAME})?`, ['nb', 'na']],
        [/\||case(?=\s)/, 'k', 'switch'],
        [/@/, 'vi'],
        [/[.]{3}/, 'p'],
        [/:/, 'p'],
        [rx`${NAME}`, name],
        [rx`\](?=[!?.]|${NAME})`, 'p', 'name'],
        [/[{([;,]/, 'p', 'operand'],
        [/[})\].]/, 'p'],
        [rx`${DIGITS}[.]${INTEGER}`, 'mf'],
        [/0x[0-9A-Fa-f]+/, 'mh'],
        [rx`${INTEGER}`, 'mi'],
        [/"""/, 's', 'three-double-quotes'],
        [/'''/, 's', 'three-single-quotes'],
        [/"/, 's', 'double-quotes'],
        [/'/, 's', 'single-quotes'],
        [/\\\S[^\s,;\])}]*/, 's'],
      ],
      'three-double-quotes': quotedThrice('"', 'in-double-quotes'),
      'three-single-quotes': quotedThrice("'", 'in-single-quotes'),
      'double-quotes': quoted('"', 'in-double-quotes'),
      'single-quotes': quoted("'", 'in-single-quotes'),
      escapes: [[/\\(?:c[A-Z]|x[0-9a-fA-F]{2}|u[0-9a-fA-F]{4}|u\{[0-9a-fA-F]{4}\})/, 'se']],
      'interpolated-expression': [[/\}/, 'si', 'pop'], 'root'],
      interpolation: [
        [/#\{/, 'si', 'interpolated-expression'],
        [rx`(#)(${NAME})`, (lexing: Lexing) => lexing.groups('si', builtins.has(lexing.match![2]!) ? 'nb' : 'nv')],
      ],
      space: [[rx`(\s)(?:(?<=\n)([^\S\n]*)(:${NAME}))?`, ['', '', 'nl']]],
      'space-in-line': [[/[^\S\n]+/, '']],
      operand: [
        'comments',
        'space',
        [/\/\//, 'sr', 'goto multiline-regexp'],
        [/\/(?:\\.|[^[/\\\n]|\[(?:\\.|[^\]\\\n])*\])+\/(?:[gimy]+\b|\B)/, 'sr', 'pop'],
        [/(?:)/, '', 'pop'],
      ],
      'multiline-regexp': [
        [/\/\/(?:[gimy]+\b|\B)/, 'sr', 'pop'],
        [/^#(?:\s+.*)?$/, 'c1'],
        [/(\s+)(#)(\s+.*)?$/, ['', 'c1', 'c1']],
        'interpolation',
        'escapes',
        [/\\\D/, 'se'],
        [/\\\d+/, 'nv'],
        [/[\s\S]/, 'sr'],
      ],
      comments: [
        [/\/\*[\s\S]*?\*\//, 'cm'],
        [/#.*/, 'c1'],
      ],
      switch: ['space-in-line', [/_(?=\s*=>|\s+then\b)/, 'k'], [/(?:)/, '', 'pop']],
      'loop-control': ['space-in-line', [rx`${NAME}(?=[);\n])`, 'nl'], [/(?:)/, '', 'pop']],
      name: [
        [/[!?]|[.](?!=)/, 'p'],
        [/\{/, 'p', 'members'],
        [rx`${NAME}`, 'na'],
        [rx`${INTEGER}`, 'mi'],
        [/(?:)/, '', 'goto operand'],
      ],
      members: [[/[,;]/, 'p'], [rx`${NAME}`, 'na'], [rx`${INTEGER}`, 'mi'], 'space', [/\}/, 'p', 'pop']],
      strings: [[/[^#\\'"]+/, 's'], 'escapes', [/\\./, 'se'], [/#/, 's']],
      'in-double-quotes': [[/'/, 's'], 'interpolation', 'strings'],
      'in-single-quotes': [[/"/, 's'], 'strings'],
    };
  },
};
