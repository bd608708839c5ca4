import type { LexerDefinition, Lexing, Rule, States } from '../lexer.ts';
import { rx, rxi } from '../rx.ts';
import { escapableString } from '../strings.ts';
import type { RougeVersion } from '../versions.ts';
import { anyOf } from '../words.ts';
import { type RubyMemory, rubyStates, sigilState } from './ruby.ts';

const KEYWORDS = `
  BEGIN END alias begin break case defined? do else elsif end ensure for if ifdef in next redo rescue raise retry
  return super then undef unless until when while yield lib fun type of as
`;
// Rouge takes the question mark of `getter?` and `property?` as part of its pattern.
const PSEUDO_KEYWORDS = `
  initialize new loop include extend raise attr_reader attr_writer attr_accessor alias_method attr catch throw private
  module_function public protected true false nil __FILE__ __LINE__ getter gette property propert
  struct record
`;
const BUILTINS = `
  abort ancestors at_exit caller catch chomp chop clone constants display dup eval exec exit extend fail fork format
  freeze getc gets global_variables gsub hash id included_modules inspect instance_eval instance_method
  instance_methods lambda loop method method_missing methods module_eval name object_id open p print printf proc putc
  puts raise rand readline readlines require scan select self send sleep split sprintf srand sub syscall system test
  throw to_a to_s trap warn
`;
const QUESTIONS = `eql equal include is_a iterator kind_of nil`;

type Crystal = Lexing<RubyMemory>;

/** A character literal; if its quote isn't closed, up to the last quote. */
const CHARACTER =
  "(')(\\\\u[a-fA-F0-9]{4}|\\\\u\\{[a-fA-F0-9]{1,6}\\}|\\\\[abefnrtv])?(\\\\[\\\\']|[^'\\\\]|\\\\(?![\\\\']))*(')";

function states(rouge: RougeVersion): States {
  const later = rouge.later;
  const ruby = rubyStates(rouge);
  const word = later ? '[\\p{Alphabetic}\\p{M}\\p{Nd}\\p{Pc}]' : '\\w';
  const lower = later ? '[\\p{Ll}_]' : '[a-z_]';
  const letter = later ? '[\\p{L}_]' : '[a-zA-Z_]';
  const path = later
    ? '[\\p{L}_][\\p{L}0-9_]*(?:::[\\p{L}_][\\p{L}0-9_]*)*'
    : '[a-zA-Z_][a-zA-Z0-9_]*(?:::[a-zA-Z_][a-zA-Z0-9_]*)*';
  const heredocs = ruby.code!.filter((rule) => typeof rule !== 'string' && rule[0].source.startsWith('(<<['));
  const code: Rule[] = [
    [/0o[0-7]+(?:_[0-7]+)*/, 'mo'],
    [/0x[0-9A-Fa-f]+(?:_[0-9A-Fa-f]+)*/, 'mh'],
    [/0b[01]+(?:_[01]+)*/, 'mb'],
    [/\d+\.\d+(?:e[+-]?\d+)?(?:_f32)?/i, 'mf'],
    [/\d+e[+-]?\d+/i, 'mf'],
    [/\d+_f32/i, 'mf'],
    [/\d+(?:_\d+)*(?:_[iu]\d+)?/, 'mi'],
    [/@\[[^\]]+\]/, 'nd'],
    [rxi`@@${lower}${word}*`, 'vc'],
    [rxi`@${lower}${word}*`, 'vi'],
    [rx`\$${word}+`, 'vg'],
    [/\$[!@&`'+~=/\\,;.<>_*$?:"]/, 'vg'],
    [/\$-[0adFiIlpvw]/, 'vg'],
    [/::/, 'o'],
    'strings',
    [rx`(?:${anyOf(KEYWORDS)})\b`, 'k', 'operand'],
    [rx`(?:${anyOf(PSEUDO_KEYWORDS)})\b`, 'kp', 'operand'],
    [rx`(module)(\s+)(${path})`, ['k', '', 'nn']],
    [/(def|macro\b)(\s*)/, ['k', ''], 'function-name'],
    [/(class\b)(\s*)/, ['k', ''], 'class-name'],
    [rx`(?:${anyOf(QUESTIONS)})\?`, 'nb', 'operand'],
    [/(?:chomp|chop|exit|gsub|sub)!/, 'nb', 'operand'],
    [rx`(?:${anyOf(BUILTINS)})\b`, 'nb', 'operator'],
    ...heredocs,
    [/\.{2,3}/, 'o', 'operand'],
    [later ? /\p{Lu}[\p{L}0-9_]*/u : /[A-Z][a-zA-Z0-9_]*/, 'no', 'operator'],
    [rx`(\.|::)(\s*)(${lower}${word}*[!?]?|[*%&^\`~+-\/\[<>=])`, ['p', '', 'nf'], 'operator'],
    [rx`${letter}${word}*[?!]`, 'n', 'operand'],
    [rx`${letter}${word}*`, 'n', 'operator'],
    [/\*\*|\/\/|>=|<=|<=>|<<?|>>?|=~|={3}|!~|&&?|\|\||\./, 'o', 'operand'],
    [/\{%|%\}/, 'p'],
    [/[-+/*%=<>&!^|~]=?/, 'o', 'operand'],
    [/\?/, 'p', 'ternary operand'],
    [/[[({,:\\;/]/, 'p', 'operand'],
    [/[\])}]/, 'p'],
  ];
  return {
    ...ruby,
    code,
    symbols: [
      [rxi`:@{0,2}${lower}${word}*[!?]?`, 'ss'],
      [/:(?:===|=?~|\[\][=?]?|\*\*=?|\/\/=?|[=^*/+-]=?|&[&*+-]?=?|\|\|?=?|![=~]?|%=?|<=>|<<?=?|>>?=?|\.\.\.?)/, 'ss'],
      [rx`:(?:${escapableString("'")})`, 'ss'],
      [/:"/, 'ss', 'symbol-in-quotes'],
    ],
    strings: [
      'symbols',
      [rx`${lower}${word}*?[?!]?:\s+`, 'ss', 'operand'],
      [/"/, 's2', 'string'],
      [/`/, 'sb', 'backtick'],
      [rx`${CHARACTER}`, ['s1', 'se', 's1', 's1']],
      [/(')[\s\S]*(\\)(')/, ['s1', 's1', 's1']],
    ],
    'sigil-strings': [
      [
        rx`%([rqswQWxiI])?([^${later ? '\\p{Alphabetic}\\p{M}\\p{Nd}\\p{Pc}' : '\\w'}\s}])`,
        (lexing: Crystal) => {
          const [, sigil = '', open = ''] = lexing.match!;
          const token = sigil === 'r' ? 'sr' : 'sx';
          if (sigil === 'r') lexing.push('regexp-flags');
          lexing.token(token);
          const interpolates = sigil !== '' && 'rQWxI'.includes(sigil);
          lexing.pushMade(`%${token}${interpolates ? '#' : ''} ${open}`, () => sigilState(token, open, interpolates));
        },
      ],
    ],
    'class-name': ruby['class-name']!.filter((rule) => typeof rule === 'string' || !rule[0].source.includes('(?:::')),
    ternary: [[/:(?!:)/, 'p', 'goto operand'], 'root'],
    'escapes-in-string': [
      'in-string',
      [/\\(?:[\\abefnrstv#"']|x[a-fA-F0-9]{1,2}|[0-7]{1,3})/, 'se'],
      [/\\u(?:[a-fA-F0-9]{4}|\{[^}]+\})/, 'se'],
      [/\\./, 'se'],
    ],
    'function-name': ruby['function-name']!.map((rule) =>
      typeof rule !== 'string' && rule[0].source.includes('\\[\\]=?')
        ? [
            rx`(?:(${letter}${word}*)(\.))?(${letter}${word}*[!?]?|\*\*?|[-+]@?|[/%&|^\`~]|\[\]=?|<<?|>>?|<=>?|>=|===?)`,
            ['nc', 'o', 'nf'],
            'pop',
          ]
        : rule,
    ) as Rule[],
    operator: [
      [/\//, 'o', 'goto operand'],
      [/(?=\n)/, '', 'pop'],
      [/(?:)/, '', 'goto operator-after-space'],
    ],
  };
}

export const lexer: LexerDefinition<RubyMemory> = {
  start: (_, lexing) => {
    lexing.push('operand');
    return { heredocs: [] };
  },
  states,
};
