import { rstrip, strip } from '../../text/strip.ts';
import type { LexerDefinition, Lexing, Rule, States } from '../lexer.ts';
import { rx, rxi } from '../rx.ts';
import { escapableString } from '../strings.ts';
import type { Token } from '../tokens.ts';
import type { RougeVersion } from '../versions.ts';
import { anyOf } from '../words.ts';

const KEYWORDS = `
  BEGIN END alias begin break case defined? do else elsif end ensure for if in next redo rescue raise retry return
  super then undef unless until when while yield
`;
const PSEUDO_KEYWORDS = `
  loop include extend raise alias_method attr catch throw private module_function public protected true false nil
  __FILE__ __LINE__
`;
const BUILTINS = `
  attr_reader attr_writer attr_accessor __id__ __send__ abort ancestors at_exit autoload binding callcc caller catch
  chomp chop class_eval class_variables clone const_defined? const_get const_missing const_set constants display dup
  eval exec exit extend fail fork format freeze getc gets global_variables gsub hash id included_modules inspect
  instance_eval instance_method instance_methods instance_variable_get instance_variable_set instance_variables lambda
  load local_variables loop method method_missing methods module_eval name object_id open p print printf
  private_class_method private_instance_methods private_methods proc protected_instance_methods protected_methods
  public_class_method public_instance_methods public_methods putc puts raise rand readline readlines require
  require_relative scan select self send set_trace_func singleton_methods sleep split sprintf srand sub syscall system
  taint test throw to_a to_s trace_var trap untaint untrace_var warn
`;
const QUESTIONS = `
  autoload block_given const_defined eql equal frozen include instance_of is_a iterator kind_of method_defined nil
  private_method_defined protected_method_defined public_method_defined respond_to tainted
`;
const BANGS = 'chomp chop exit gsub sub';

/** Heredocs whose bodies haven't been read yet. */
export interface RubyMemory {
  readonly heredocs: { readonly indented: boolean; readonly name: string }[];
}

type Ruby = Lexing<RubyMemory>;

const CLOSING: { readonly [opening: string]: string } = { '{': '}', '[': ']', '(': ')', '<': '>' };

/** The content of `%w[…]` and the like; delimiters can be nested. */
export function sigilState(token: Token, open: string, interpolates: boolean): Rule[] {
  const close = CLOSING[open] ?? open;
  const [opening, closing] = [quoted(open), quoted(close)];
  // Rouge doesn't accept a lone `#` as a delimiter.
  const delimiters = open === close && open === '#' ? '' : opening + closing;
  return [
    [rx`\\[#${inClass(delimiters)}\\]`, 'se'],
    ...(open === close ? [] : ([[rx`${opening}`, token, 'push']] as Rule[])),
    [rx`${closing}`, token, 'pop'],
    ...(interpolates ? (['escapes-in-string', [/#/, token]] as Rule[]) : ([[/[\\#]/, token]] as Rule[])),
    [rx`[^#${inClass(delimiters)}\\]+`, token],
  ];
}

/** Ruby's Regexp.escape for a single character. */
function quoted(c: string): string {
  return /[.*+?^${}()|[\]\\/-]/.test(c) || c === '#' ? `\\${c}` : c;
}

/** Delimiters (as `quoted` returns them) for use within a class. */
function inClass(text: string): string {
  return text.replace(/\\?([^\\]|\\)/g, (_, c: string) => (/[\w\s]/.test(c) ? c : `\\${c}`)).replace(/\\#/g, '#');
}

function heredoc(lexing: Ruby): void {
  const [, operator = '', quote = '', name = ''] = lexing.match!;
  lexing.token('o', operator);
  lexing.token('no', lexing.text.slice(operator.length));
  lexing.memory.heredocs.push({ indented: operator !== '<<', name: lexing.match!.length > 4 ? name : '' });
  void quote;
  if (lexing.state !== 'heredocs-ahead') lexing.push('heredocs-ahead');
}

function heredocLine(lexing: Ruby): void {
  const { indented, name } = lexing.memory.heredocs[0]!;
  const ends = (indented ? strip(lexing.text) : rstrip(lexing.text)) === name;
  if (ends) {
    lexing.memory.heredocs.shift();
    if (lexing.memory.heredocs.length === 0) lexing.pop();
  }
  lexing.token(ends ? 'no' : 'sh');
  lexing.pop();
}

export function rubyStates(rouge: RougeVersion): States {
  const later = rouge.later;
  const word = later ? '[\\p{Alphabetic}\\p{M}\\p{Nd}\\p{Pc}]' : '\\w';
  const lower = later ? '[\\p{Ll}_]' : '[a-z_]';
  const letter = later ? '[\\p{L}_]' : '[a-zA-Z_]';
  const constantTail = later ? '[\\p{L}0-9_]' : '[a-zA-Z0-9_]';
  const quotedBy = (token: Token, quote: string): Rule[] => [
    'escapes-in-string',
    [rx`[^\\${quote}#]+`, token],
    [/[\\#]/, token],
    [rx`${quote}`, token, 'pop'],
  ];
  const DECIMAL = '\\d+(?:_\\d+)*';

  return {
    root: ['space', [/__END__/, 'cp', 'end'], 'code'],
    'inline-space': [[/[ \t\r]+/, '']],
    space: ['inline-space', [/\n\s*/, '', 'operand'], [/#.*/, 'c1'], [/=begin\b[\s\S]*?\n=end\b/, 'cm']],
    code: [
      [/0_?[0-7]+(?:_[0-7]+)*/, 'mo'],
      [/0x[0-9A-Fa-f]+(?:_[0-9A-Fa-f]+)*/, 'mh'],
      [/0b[01]+(?:_[01]+)*/, 'mb'],
      [rx`${DECIMAL}(?:\.${DECIMAL}(?:[eE][+-]?\d+)?|[eE][+-]?\d+)`, 'mf'],
      [rx`${DECIMAL}`, 'mi'],
      [rxi`@@${lower}${word}*`, 'vc'],
      [rxi`@${lower}${word}*`, 'vi'],
      [rx`\$${word}+`, 'vg'],
      [/\$[!@&`'+~=/\\,;.<>_*$?:"]/, 'vg'],
      [/\$-[0adFiIlpvw]/, 'vg'],
      [/::/, 'o'],
      'strings',
      ...(later ? ([[/(?:not|and|or)\b/, 'ow', 'operand']] as Rule[]) : []),
      [rx`(?:${anyOf(KEYWORDS)})(?=\W|$)`, 'k', 'operand'],
      [rx`(?:${anyOf(PSEUDO_KEYWORDS)})\b`, 'kp', 'operand'],
      [
        later
          ? rx`(module)(\s+)([\p{L}_][\p{L}0-9_]*(?:::[\p{L}_][\p{L}0-9_]*)*)`
          : /(module)(\s+)([a-zA-Z_][a-zA-Z0-9_]*(?:::[a-zA-Z_][a-zA-Z0-9_]*)*)/,
        ['k', '', 'nn'],
      ],
      [/(def\b)(\s*)/, ['k', ''], 'function-name'],
      [/(class\b)(\s*)/, ['k', ''], 'class-name'],
      [rx`(?:${anyOf(QUESTIONS)})\?`, 'nb', 'operand'],
      [rx`(?:${anyOf(BANGS)})!`, 'nb', 'operand'],
      [rx`(?:${anyOf(BUILTINS)})\b`, 'nb', 'operator'],
      [rx`(<<[-~]?)(["\`']?)(${letter}${word}*)(\2)`, heredoc],
      [/(<<[-~]?)(["'])(\2)/, heredoc],
      [/\.{2,3}/, 'o', 'operand'],
      [later ? rx`\p{Lu}${constantTail}*` : rx`[A-Z]${constantTail}*`, 'no', 'operator'],
      [rx`(\.|::)(\s*)(${lower}${word}*[!?]?|[*%&^\`~+-\/\[<>=])`, ['p', '', 'nf'], 'operator'],
      [rx`${letter}${word}*[?!]`, 'n', 'operand'],
      [rx`${letter}${word}*`, 'n', 'operator'],
      [/\*\*|<<?|>>?|>=|<=|<=>|=~|={3}|!~|&&?|\|\||\./, 'o', 'operand'],
      [/[-+/*%=<>&!^|~]=?/, 'o', 'operand'],
      [/\?/, 'p', 'ternary operand'],
      [/[[({,:\\;/]/, 'p', 'operand'],
      [/[\])}]/, 'p'],
    ],
    symbols: [
      [rxi`:@{0,2}${lower}${word}*[!?]?`, 'ss'],
      [/:(?:\*\*|[-+]@|[/%&|^`~]|\[\]=?|<<|>>|<=?>|<=?|===?)/, 'ss'],
      [rx`:(?:${escapableString("'")})`, 'ss'],
      [/:"/, 'ss', 'symbol-in-quotes'],
    ],
    strings: [
      'symbols',
      [rx`${lower}${word}*?[?!]?:\s+`, 'ss', 'operand'],
      [rx`${escapableString("'")}`, 's1'],
      [/"/, 's2', 'string'],
      [/`/, 'sb', 'backtick'],
    ],
    string: quotedBy('s2', '"'),
    'symbol-in-quotes': quotedBy('ss', '"'),
    backtick: quotedBy('sb', '`'),
    'sigil-strings': [
      [
        rx`%([rqswQWxiI])?([^${later ? '\\p{Alphabetic}\\p{M}\\p{Nd}\\p{Pc}' : '\\w'}\s])`,
        (lexing: Ruby) => {
          const [, sigil = '', open = ''] = lexing.match!;
          const token = sigil === 'r' ? 'sr' : 'sx';
          if (sigil === 'r') lexing.push('regexp-flags');
          lexing.token(token);
          const interpolates = sigil === '' ? later : 'rQWxI'.includes(sigil);
          lexing.pushMade(`%${token}${interpolates ? '#' : ''} ${open}`, () => sigilState(token, open, interpolates));
        },
      ],
    ],
    'regexp-flags': [[/[mixounse]*/, 'sr', 'pop']],
    'heredocs-ahead': [[/(?=\n)/, '', 'goto heredoc'], 'root'],
    heredoc: ['escapes-in-string', [/\n/, 'sh', 'heredoc-line'], [/[#\\]/, 'sh'], [/[^#\\\n]+/, 'sh']],
    'heredoc-line': [
      [/[^#\\\n]*$/, heredocLine],
      [/(?:)/, '', 'pop'],
    ],
    'function-name': [
      [/\s+/, ''],
      [/\(/, 'p', 'parameters'],
      [
        rx`(?:(${letter}${word}*)(\.))?(${letter}${word}*[!?]?|\*\*?|[-+]@?|[/%&|^\`~]|\[\]=?|${
          later ? '<=>?|<<?|>>?' : '<<?|>>?|<=>?'
        }|>=|===?)`,
        ['nc', 'o', 'nf'],
        'pop',
      ],
      [/(?:)/, '', 'pop'],
    ],
    'class-name': [
      [/\s+/, ''],
      [rx`${word}+(?:::${word}+)+`, 'nc'],
      [/\(/, 'p', 'parameters operand'],
      [/<</, 'o', 'goto operand'],
      [later ? rx`[\p{Lu}_]${word}*` : /[A-Z_]\w*/, 'nc', 'pop'],
      [/(?:)/, '', 'pop'],
    ],
    ternary: [[/(:)(\s+)/, ['p', ''], 'goto operand'], [/:(?![^#\n]*?[:\\])/, 'p', 'goto operand'], 'root'],
    parameters: [[/(\))(\.|::)?/, ['p', 'o'], 'pop'], [/\(/, 'p', 'parameters operand'], 'root'],
    replacement: [[/\}/, 'si', 'pop'], 'root'],
    'in-string': [
      [/#\{/, 'si', 'replacement'],
      [rxi`#(?:@@?|\$)${lower}${word}*`, 'si'],
    ],
    'escapes-in-string': ['in-string', [/\\(?:[\\abefnrstv#"']|x[a-fA-F0-9]{1,2}|[0-7]{1,3})/, 'se'], [/\\./, 'se']],
    // After a name, a slash or a percent sign may be an operator or start an argument.
    operator: [
      [/[/%]/, 'o', 'goto operand'],
      [/(?=\n)/, '', 'pop'],
      [/(?:)/, '', 'goto operator-after-space'],
    ],
    'operator-after-space': [
      'space',
      [/[%/]=/, 'o', 'goto operand'],
      [/\/(?=\S|\s*\/)/, 'sr', 'goto regexp'],
      'sigil-strings',
      [/(?=\s*\/)/, '', 'pop'],
      [/\s+/, '', 'goto operand'],
      [/(?:)/, '', 'pop'],
    ],
    operand: [
      'inline-space',
      [/\//, 'sr', 'goto regexp'],
      [rx`[?](?:\\[MC]-)*(?:\\(?:[\\abefnrstv#"']|x[a-fA-F0-9]{1,2}|[0-7]{1,3})|\S)(?!${word})`, 'sc', 'pop'],
      [/(\s*)(%[rqswQWxiI]? \S* )/, ['', 'sx'], 'pop'],
      'sigil-strings',
      [/(?:)/, '', 'pop'],
    ],
    regexp: ['in-string', [/\\\\|\\\/|[\\#]/, 'sr'], [/[^\\/#]+/, 'sr'], [/\//, 'sr', 'goto regexp-flags']],
    end: [[/[\s\S]+/, 'cp', 'pop']],
  };
}

export const lexer: LexerDefinition<RubyMemory> = {
  start: (_, lexing) => {
    lexing.begin('operand');
    return { heredocs: [] };
  },
  states: rubyStates,
};
