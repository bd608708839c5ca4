import type { LexerDefinition } from '../lexer.ts';
import { rx } from '../rx.ts';
import { anyOf } from '../words.ts';

const KEYWORDS = `
  abstract annotation as break by catch class companion const constructor continue crossinline do dynamic else enum
  external false final finally for fun get if import in infix inline inner interface internal is lateinit noinline
  null object open operator out override package private protected public reified return sealed set super suspend
  tailrec this throw true try typealias typeof val var vararg when where while yield
`;
const LETTERS = '\\p{Lu}\\p{Ll}\\p{Lt}\\p{Lm}\\p{Nl}';
const DECIMAL = '(?:[0-9][0-9_]*[0-9]|[0-9])';
const EXPONENT = `[eE][+-]?${DECIMAL}`;

export const lexer: LexerDefinition = {
  states: () => {
    const rest = `[-${LETTERS}\\p{Nd}\\p{Pc}\\p{Cf}\\p{Mn}\\p{Mc}]*`;
    const type = `\`?\\p{Lu}${rest}\`?`;
    const name = `\`?[_${LETTERS}]${rest}\`?`;
    return {
      root: [
        [/(companion)(\s+)(object)\b/, ['k', '', 'k']],
        [/(class|data\s+class|interface|object)(\s+)/, ['kd', ''], 'class'],
        [/(fun)(\s+)/, ['k', ''], 'function'],
        [/(package|import)(\s+)/, ['k', ''], 'package'],
        [/(val|var)(\s+)(\()/, ['kd', '', 'p'], 'destructuring'],
        [/(val|var)(\s+)/, ['kd', ''], 'property'],
        [rx`(return|continue|break|this|super)(@${name})?\b`, ['k', 'nd']],
        [/fun\b/, 'k'],
        [rx`(?:${anyOf(KEYWORDS)})\b`, 'k'],
        [/^\s*\[.*?\]/, 'na'],
        [/[^\S\n]+/, ''],
        [/\\\n/, ''],
        [/\/\/.*/, 'c1'],
        [/\/[*].*[*]\//, 'cm'],
        [/\/[*].*/, 'cm', 'comment'],
        [/\n/, ''],
        [/(::)(class)/, ['o', 'k']],
        [/::|!!|\?[:.]|\.\./, 'o'],
        [rx`(?:${DECIMAL}?\.${DECIMAL}(?:${EXPONENT})?|${DECIMAL}${EXPONENT})[fF]?|${DECIMAL}[fF]`, 'mf'],
        [/0[bB](?:[01][01_]*[01]|[01])[uU]?L?/, 'mb'],
        [/0[xX](?:[0-9a-fA-F][0-9a-fA-F_]*[0-9a-fA-F]|[0-9a-fA-F])[uU]?L?/, 'mh'],
        [/(?:[1-9][0-9_]*[0-9]|[0-9])[uU]?L?/, 'mi'],
        [/[~!%^&*()+=|[\]:;,.<>/?-]/, 'p'],
        [/[{}]/, 'p'],
        [/@"(?:""|[^"])*"/, 's'],
        [/"""[\s\S]*?"""/, 's'],
        [/"(?:\\[\\"]|[^"\\\n]|\\(?![\\"]))*["\n]|"[^\n]*"/, 's'],
        [/'\\.'|'[^\\]'/, 'sc'],
        [rx`@${type}`, 'nd'],
        [rx`(${type})(<)`, ['nc', 'p'], 'type-parameters'],
        [rx`${type}`, 'nc'],
        [rx`${name}(?=\s*[({])`, 'nf'],
        [rx`(${name})@`, 'nd'],
        [rx`${name}`, 'n'],
      ],
      package: [[/\S+/, 'nn', 'pop']],
      class: [[rx`${type}`, 'nc', 'pop']],
      function: [
        [/</, 'p', 'type-parameters'],
        [/\s+/, ''],
        [rx`(${type})(\.)`, ['nc', 'p']],
        [rx`${name}`, 'nf', 'pop'],
      ],
      'type-parameters': [
        [rx`${type}`, 'nc'],
        [/</, 'p', 'type-parameters'],
        [/reified|out|in/, 'k'],
        [/[,:.?]/, 'p'],
        [/\s+/, ''],
        [/>/, 'p', 'pop'],
      ],
      property: [
        [/</, 'p', 'type-parameters'],
        [/\s+/, ''],
        [rx`${name}`, 'py', 'pop'],
      ],
      destructuring: [
        [/,/, 'p'],
        [/\)/, 'p', 'pop'],
        [/\s+/, ''],
        [rx`${name}`, 'py'],
      ],
      comment: [
        [/\/[*]/, 'cm', 'comment'],
        [/[*]\//, 'cm', 'pop'],
        [/[^/*]+/, 'cm'],
        [/[/*]/, 'cm'],
      ],
    };
  },
};
