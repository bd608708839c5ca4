import type { LexerDefinition, Lexing, Rule, States } from '../lexer.ts';
import { ambiguous, rx, rxi } from '../rx.ts';
import type { Token } from '../tokens.ts';
import type { RougeVersion } from '../versions.ts';
import { list, type Words, words } from '../words.ts';

const KEYWORDS = `
  assert break continue del elif else except exec finally for global if lambda pass print raise return try while yield
  as with from import async await nonlocal
`;
const BUILTINS = `
  __import__ abs all any apply ascii basestring bin bool buffer bytearray bytes callable chr classmethod cmp coerce
  compile complex delattr dict dir divmod enumerate eval execfile exit file filter float format frozenset getattr
  globals hasattr hash hex id input int intern isinstance issubclass iter len list locals long map max memoryview min
  next object oct open ord pow property range raw_input reduce reload repr reversed round set setattr slice sorted
  staticmethod str sum super tuple type unichr unicode vars xrange zip
`;
const MORE_BUILTINS = 'aiter anext breakpoint exec help print';
const EXCEPTIONS = `
  ArithmeticError AssertionError AttributeError BaseException BlockingIOError BrokenPipeError BufferError BytesWarning
  ChildProcessError ConnectionAbortedError ConnectionError ConnectionRefusedError ConnectionResetError
  DeprecationWarning EOFError EnvironmentError Exception FileExistsError FileNotFoundError FloatingPointError
  FutureWarning GeneratorExit IOError ImportError ImportWarning IndentationError IndexError InterruptedError
  IsADirectoryError KeyError KeyboardInterrupt LookupError MemoryError ModuleNotFoundError NameError
  NotADirectoryError NotImplemented NotImplementedError OSError OverflowError OverflowWarning
  PendingDeprecationWarning ProcessLookupError RecursionError ReferenceError ResourceWarning RuntimeError
  RuntimeWarning StandardError StopAsyncIteration StopIteration SyntaxError SyntaxWarning SystemError SystemExit
  TabError TimeoutError TypeError UnboundLocalError UnicodeDecodeError UnicodeEncodeError UnicodeError
  UnicodeTranslateError UnicodeWarning UserWarning ValueError VMSError Warning WindowsError ZeroDivisionError
`;
const MORE_EXCEPTIONS = `
  BaseExceptionGroup EncodingWarning ExceptionGroup PermissionError PythonFinalizationError
`;
const SOLE_VALUES = 'None Ellipsis NotImplemented False True';

const NAME = '[\\p{Alphabetic}_][\\p{Alphabetic}\\p{Nd}_]*';
const PATH = '[\\p{Alphabetic}_.][\\p{Alphabetic}\\p{Nd}_.]*';
const DIGITS = '[0-9](?:_?[0-9])*';
const EXPONENT = `[eE][+-]?${DIGITS}`;
/** White space that may contain continued lines. */
const GAP = '(?:\\\\\\s|\\s)+';

/** The open strings, innermost last: the letters before the quote, and the quote. */
export interface PythonMemory {
  readonly open: { readonly prefix: string; readonly quote: string }[];
}

type Python = Lexing<PythonMemory>;

function openString(lexing: Python, quoteToken: 's' | 'sh'): void {
  const [, prefix = '', quote = ''] = lexing.match!;
  lexing.groups('sa', quoteToken);
  lexing.memory.open.push({ prefix: prefix.toLowerCase(), quote });
  lexing.push('string');
}

function hasPrefix(lexing: Python, letter: string): boolean {
  return lexing.memory.open.at(-1)!.prefix.includes(letter);
}

/** Whether the rest of the text contains a closing parenthesis. */
function closes(lexing: Python): boolean {
  return lexing.nextOf(')', lexing.position + 1) < lexing.input.length;
}

function calls(token: 'nf' | 'nc'): (lexing: Python) => unknown {
  return (lexing) => (closes(lexing) ? lexing.token(token) : false);
}

function string(later: boolean): Rule[] {
  const quote = later ? 'sh' : 's';
  return [
    ...(later ? ([[/^\s*(?:>>>|\.\.\.)\B/, 'gp', 'doctest']] as Rule[]) : []),
    later ? [/[^'"\\{]/, 's'] : [/[^'"\\{]+/, 's'],
    [/\{\{/, 's'],
    [
      /'''|"""|['"]/,
      (lexing: Python) => {
        lexing.token(quote);
        if (lexing.text !== lexing.memory.open.at(-1)!.quote) return;
        lexing.memory.open.pop();
        lexing.pop();
      },
    ],
    [/(?=\\)/, 's', 'escape'],
    [
      /\{/,
      (lexing: Python) => {
        if (!hasPrefix(lexing, 'f')) return lexing.token('s');
        lexing.token('si');
        lexing.push('replacement');
      },
    ],
  ];
}

/** Additional keywords, for Cython and Mojo. */
export interface MoreWords {
  readonly keywords?: string;
  readonly builtins?: string;
}

/** Python's names; `otherwise` is the token of all others. */
export function pythonWords(rouge: RougeVersion, more: MoreWords = {}, otherwise: Token = 'n'): Words {
  const later = rouge.later;
  const builtins = `${EXCEPTIONS} ${BUILTINS} ${later ? `${MORE_EXCEPTIONS} ${MORE_BUILTINS}` : ''} ${more.builtins ?? ''}`;
  const soles = later ? SOLE_VALUES : `self ${SOLE_VALUES}`;
  return words({ k: `${KEYWORDS} ${more.keywords ?? ''}`, nb: builtins, bp: soles }, otherwise);
}

export function pythonStates(rouge: RougeVersion, more: MoreWords = {}): States {
  const later = rouge.later;
  const module = later ? 'n' : 'nn';
  return {
    root: [
      [/\n+/, ''],
      [/^(:)(\s*)([ru]{0,2}"""[\s\S]*?""")/i, ['p', '', 'sd']],
      ...(later ? ([[/\.\.\.\B$/, 'bp']] as Rule[]) : []),
      [/[^\S\n]+/, ''],
      [/#.*\n?/, 'c1'],
      [/[[\]{}:(),;.]/, 'p'],
      [/\\\n?/, ''],
      ...(later ? ([[rxi`@${PATH}`, 'nd']] as Rule[]) : []),
      [/(?:in|is|and|or|not)\b/, 'ow'],
      [/(?:<<|>>|\/\/|\*\*)=?/, 'o'],
      [/[-~+/*%=<>&^|@]=?|!=/, 'o'],
      [rx`(from)(${GAP})(${PATH})(${GAP})(import)`, ['kn', '', module, '', 'kn']],
      [rx`(import)(\s+)(${PATH})`, ['kn', '', module]],
      [rx`(def)(${GAP})`, ['k', ''], 'function'],
      [rx`(class)(${GAP})`, ['k', ''], 'class'],
      ...(later
        ? ([
            [/[a-z_]\w*[ \t]*(?=\()/, calls('nf')],
            [/[A-Z_]\w*[ \t]*(?=\()/, calls('nc')],
          ] as Rule[])
        : []),
      [/`.*?`/, 'sb'],
      later
        ? [/([rtfbu]{0,2})('''|"""|['"])/i, (lexing: Python) => openString(lexing, 'sh')]
        : [/([rfbu]{0,2})('''|"""|['"])/i, (lexing: Python) => openString(lexing, 's')],
      later ? 'soft-keywords' : ([rxi`@${PATH}`, 'nd'] as const),
      [rx`${NAME}`, pythonWords(rouge, more)],
      [rxi`(?:(?:${DIGITS})?\.${DIGITS}|${DIGITS}\.)(?:${EXPONENT})?j?`, 'mf'],
      [rxi`${DIGITS}${EXPONENT}j?`, 'mf'],
      [rxi`${DIGITS}j`, 'mf'],
      [/0b(?:_?[01])+/i, 'mb'],
      [/0o(?:_?[0-7])+/i, 'mo'],
      [/0x(?:_?[a-f0-9])+/i, 'mh'],
      [/\d+L/, 'il'],
      [/[1-9](?:_?[0-9])*|0(?:_?0)*/, 'mi'],
    ],
    'soft-keywords': [
      [
        rx`([ \t]*)(match|case)\b(?![ \t]*(?:[:,;=^&|@~)\]}]|(?:${list(KEYWORDS).join('|')})\b))`,
        ['w', 'k'],
        'after-soft-keyword',
      ],
    ],
    'after-soft-keyword': [
      [ambiguous(/(\s+)([^\n_]*)(_\b)/), ['w', '', 'k']],
      [/(?:)/, '', 'pop'],
    ],
    function: [[rx`${NAME}`, 'nf', 'pop']],
    class: [[rx`${NAME}`, 'nc', 'pop']],
    string: string(later),
    doctest: [
      [/\n\n/, '', 'pop'],
      [
        /'''|"""/,
        (lexing: Python) => {
          lexing.token('sh');
          if (lexing.within('string')) lexing.pop(2);
        },
      ],
      'root',
    ],
    escape: [
      [
        /\\(?:[\\abfnrtv"']|\n|newline|N\{[a-zA-Z][a-zA-Z ]+[a-zA-Z]\}|u[a-fA-F0-9]{4}|U[a-fA-F0-9]{8}|x[a-fA-F0-9]{2}|[0-7]{1,3})/,
        (lexing: Python) => {
          lexing.token(hasPrefix(lexing, 'r') ? 's' : 'se');
          lexing.pop();
        },
      ],
      [/\\./, 's', 'pop'],
    ],
    replacement: [
      [/[^{}!:]+/, (lexing: Python) => lexing.recurse()],
      [/![asr]/, 'si'],
      [/:/, 'si'],
      [/\{/, 'si', 'replacement'],
      [/\}/, 'si', 'pop'],
    ],
  };
}

export const startPython = (): PythonMemory => ({ open: [] });

export const lexer: LexerDefinition<PythonMemory> = { start: startPython, states: (rouge) => pythonStates(rouge) };
