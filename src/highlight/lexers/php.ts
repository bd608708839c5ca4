import type { LexerDefinition, LexerOptions, Lexing, Rule, States } from '../lexer.ts';
import { ambiguous, rx, rxi } from '../rx.ts';
import type { RougeVersion } from '../versions.ts';
import { list } from '../words.ts';
import { PHP_BUILTINS, PHP_BUILTINS_LATER } from './php-builtins.ts';

const KEYWORDS = new Set(
  list(`
  old_function cfunction __class__ __dir__ __file__ __function__ __halt_compiler __line__ __method__ __namespace__
  __trait__ abstract and array as break case catch clone continue declare default die do echo else elseif empty
  enddeclare endfor endforeach endif endswitch endwhile eval exit extends final finally fn for foreach global goto if
  implements include include_once instanceof insteadof isset list match new or parent print private protected public
  readonly require require_once return self static switch throw try unset var while xor yield
`),
);
const NAME = '[\\p{L}_][\\p{L}\\p{N}_]*';
const NAMESPACE = `(?:${NAME}\\\\)+`;

/** The lexer of the text around the code; it continues where it stopped. */
interface Memory {
  readonly around: Lexing;
  readonly highlightsFunctions: boolean;
}

type Php = Lexing<Memory>;

const around = (lexing: Php) => lexing.delegate(lexing.memory.around);

const isOff = (option: string | true | undefined) => option === '0' || option === 'false' || option === 'off';

function start(options: LexerOptions, lexing: Php): Memory {
  const inline = options.start_inline;
  if (inline === undefined) lexing.begin('start');
  else if (!isOff(inline)) lexing.begin('php');
  return {
    around: lexing.open(typeof options.parent === 'string' ? options.parent : 'html')!,
    highlightsFunctions: !isOff(options.funcnamehighlighting),
  };
}

/** Words that determine what the next name is. */
const INTRODUCTIONS: { readonly [word: string]: readonly ['k' | 'kn', string] } = {
  use: ['kn', 'use'],
  const: ['k', 'constant'],
  catch: ['k', 'catch'],
  public: ['k', 'visibility'],
  protected: ['k', 'visibility'],
  private: ['k', 'visibility'],
};

function name(keywords: ReadonlySet<string>): (lexing: Php) => void {
  return (lexing) => {
    const { text } = lexing;
    const word = text.toLowerCase();
    const introduction = Object.hasOwn(INTRODUCTIONS, word) ? INTRODUCTIONS[word] : undefined;
    if (introduction !== undefined) {
      lexing.push(introduction[1]);
      lexing.token(introduction[0]);
    } else if (keywords.has(word)) lexing.token('k');
    else if (/^__.*?__$/.test(text)) lexing.token('nb');
    else if (/^(?:E|PHP)(?:_\p{Uppercase}+)+$/u.test(text)) lexing.token('kc');
    else if (/(?:\\|^)\p{Uppercase}[\p{Uppercase}\p{Nd}_]+$/u.test(text)) lexing.token('no');
    else if (/(?:\\|^)\p{Uppercase}[\p{Alphabetic}\p{Nd}]*?$/u.test(text)) lexing.token('nc');
    else lexing.token('n');
  };
}

function calls(keywords: ReadonlySet<string>, builtins: ReadonlySet<string>): (lexing: Php) => void {
  return (lexing) => {
    const word = lexing.text.toLowerCase();
    const isBuiltin = lexing.memory.highlightsFunctions && builtins.has(word);
    lexing.token(keywords.has(word) ? 'k' : isBuiltin ? 'nb' : 'nf');
  };
}

/** `more`: additional keywords, for Hack. */
export function phpStates(rouge: RougeVersion, more = ''): States {
  const keywords = new Set([...KEYWORDS, ...list(more)]);
  const later = rouge.later;
  const path = `${later ? '\\\\?' : ''}(?:${NAMESPACE})?${NAME}`;
  const builtins = new Set(list(later ? PHP_BUILTINS_LATER : PHP_BUILTINS));
  const blank = ['end-tag', 'space', 'leave'];
  const inLater = (...rules: Rule[]) => (later ? rules : []);
  return {
    'end-tag': [
      [
        /\?>/,
        (lexing: Php) => {
          lexing.token('cp');
          lexing.resetStack();
        },
      ],
    ],
    leave: [[/(?:)/, '', 'pop']],
    start: [
      [/\s*(?=<)/, around, 'pop'],
      [/[^$]+(?=<\?(?:php|=))/i, around, 'pop'],
      [/(?:)/, '', 'goto php'],
    ],
    names: [
      ...inLater([/(?:public|protected|private)\(set\)/i, 'k', 'visibility']),
      [rx`${path}(?=\s*\()`, calls(keywords, builtins)],
      [rx`${path}`, name(keywords)],
    ],
    operators: [[/[~!%^&*+|:.<>/@-]+/, 'o']],
    string: [
      [/"/, 's2', 'pop'],
      [/[^\\{$"]+/, 's2'],
      [/\\u\{[0-9a-fA-F]+\}/, 'se'],
      [/\\(?:[efrntv"$\\]|[0-7]{1,3}|[xX][0-9a-fA-F]{1,2})/, 'se'],
      [rx`\$${NAME}(?:\[\S+\]|->${NAME})?`, 'nv'],
      [/\{\$\{/, 'si', 'double-interpolation'],
      [/\{(?=\$)/, 'si', 'interpolation'],
      [/(\{)(\S+)(\})/, ['si', 'nv', 'si']],
      [/[${\\]+/, 's2'],
    ],
    'double-interpolation': [[/\}\}/, 'si', 'pop'], 'php'],
    interpolation: [[/\}/, 'si', 'pop'], 'php'],
    values: [
      [ambiguous(rxi`<<<(["']?)(${NAME})\1\n[\s\S]*?\n\s*\2;?`), (lexing: Php) => lexing.token('sh')],
      [/(?:\d[_\d]*)?\.(?:\d[_\d]*)?(?:e[+-]?\d[_\d]*)?/i, 'mf'],
      later ? [/0o?[0-7][0-7_]*/i, 'mo'] : [/0[0-7][0-7_]*/, 'mo'],
      [/0b[01][01_]*/i, 'mb'],
      [/0x[a-f0-9][a-f0-9_]*/i, 'mh'],
      [/\d[_\d]*/, 'mi'],
      [/'[^'\\]*(?:\\.[^'\\]*)*'/, 's1'],
      [/`[^`\\]*(?:\\.[^`\\]*)*`/, 'sb'],
      [/"/, 's2', 'string'],
      [/(?:function|fn)\b/i, 'k', 'function-result parameters function-name'],
      [/(?:true|false|null)\b/i, 'kc'],
      [/new\b/i, 'k', 'new'],
    ],
    variables: [
      [rx`\$\{\$+${NAME}\}`, 'nv'],
      [rx`\$+${NAME}`, 'nv'],
    ],
    space: [
      [/\s+/, ''],
      later ? [/#[^[].*?$/, 'c1'] : [/#.*/, 'c1'],
      [/\/\/.*/, 'c1'],
      [/\/\*\*(?!\/)[\s\S]*?\*\//, 'cd'],
      [/\/\*[\s\S]*?\*\//, 'cm'],
    ],
    root: [
      [/<\?(?:php|=)?/i, 'cp', 'php'],
      [/[\s\S]*?(?=<\?)|[\s\S]*/, around],
    ],
    php: [
      'end-tag',
      ...inLater([/#\[.*\]$/, 'na']),
      'space',
      'variables',
      'values',
      [rxi`(namespace)(\s+)(${path})`, ['kn', '', 'nn']],
      ...inLater([rxi`(enum)(\s+)(${path})`, ['kd', '', 'nc'], 'enum']),
      [rxi`(class|interface|trait|extends|implements)(\s+)(${path})`, ['kd', '', 'nc']],
      'names',
      [/[;,(){}[\]]/, 'p'],
      'operators',
      [/[=?]/, 'o'],
    ],
    assignment: [
      [/,/, 'p', 'pop'],
      [/[[\]]/, 'p'],
      [/\(/, 'p', 'assignment-call'],
      'end-tag',
      'space',
      'values',
      'variables',
      'names',
      'operators',
      'leave',
    ],
    'assignment-call': [[/\)/, 'p', 'pop'], [/,/, 'p'], 'assignment'],
    catch: [[/\(/, 'p'], [/\|/, 'o'], [later ? rx`${path}` : rx`${NAME}`, 'nc'], ...blank],
    constant: [
      ...inLater([rxi`(\??${NAME})(\s+)(${NAME})`, ['kt', '', 'no']]),
      [rx`${NAME}`, 'no'],
      [/=/, 'o', 'assignment'],
      ...blank,
    ],
    'function-body': [[/\{/, 'p', 'push'], [/\}/, 'p', 'pop'], 'php'],
    'function-name': [[/&/, 'o'], [rx`${NAME}`, 'n'], [/\(/, 'p', 'pop'], ...blank],
    parameters: [
      [/\)/, 'p', 'pop'],
      [/,/, 'p'],
      [/[.]{3}/, 'p'],
      [/=/, 'o', 'assignment'],
      later
        ? [/(?:public|protected|private|readonly)(?:\(set\)|\b)/i, 'k']
        : [/(?:public|protected|private|readonly)\b/i, 'k'],
      [rx`\??${NAME}`, 'kt', 'assignment'],
      'end-tag',
      'space',
      'variables',
      'leave',
    ],
    'function-result': [
      [/:/, 'p'],
      [/use\b/i, 'k', 'function-use'],
      [rx`\??${NAME}`, 'kt', 'assignment'],
      [/\{/, 'p', 'goto function-body'],
      ...blank,
    ],
    'function-use': [[/[,(]/, 'p'], [/&/, 'o'], [/\)/, 'p', 'pop'], 'end-tag', 'space', 'variables', 'leave'],
    new: [[/class\b/i, 'kd', 'goto new-class'], [rx`${path}`, 'nc', 'pop'], ...blank],
    'new-class': [[/\}/, 'p', 'pop'], [/\{/, 'p'], 'php'],
    use: [
      [/[,}]/, 'p'],
      [/(?:function|const)\b/i, 'k'],
      [rx`(${NAMESPACE})(\{)`, ['nn', 'p']],
      [rx`${path}(?:_${NAME})+`, 'nf'],
      'end-tag',
      'space',
      'names',
      'leave',
    ],
    visibility: [
      ...inLater([/(?:public|protected|private)(?:\(set\)|\b)/i, 'k']),
      [/(?:readonly|static)\b/i, 'k'],
      [/(?=(?:abstract|const|function)\b)/i, 'k', 'pop'],
      [rx`\??${NAME}`, 'kt', 'pop'],
      ...blank,
    ],
    enum: [[/:/, 'p', 'enum-base'], [/\{/, 'p', 'enum-body'], ...blank],
    'enum-base': [[rx`${NAME}`, 'kt', 'pop'], ...blank],
    'enum-body': [[/\}/, 'p', 'pop'], [rxi`(case)(\s+)(${NAME})`, ['k', '', 'no']], 'php'],
  };
}

export const lexer: LexerDefinition<Memory> = { delegates: ['html'], start, states: (rouge) => phpStates(rouge) };
