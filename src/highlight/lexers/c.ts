import type { LexerDefinition, Lexing, States } from '../lexer.ts';
import { ambiguous, rx } from '../rx.ts';
import { words } from '../words.ts';

/** The words of C and of the languages based on it. */
export interface CWords {
  readonly keywords: string;
  readonly types: string;
  readonly reserved: string;
  readonly builtins: string;
}

export const C_WORDS: CWords = {
  keywords: `
    auto break case const continue default do else enum extern for goto if register restricted return sizeof static
    struct switch typedef union volatile virtual while _Alignas _Alignof _Atomic _Generic _Imaginary _Noreturn
    _Static_assert _Thread_local
  `,
  types: `
    int long float short double char unsigned signed void jmp_buf FILE DIR div_t ldiv_t mbstate_t sig_atomic_t fpos_t
    clock_t time_t va_list size_t ssize_t off_t wchar_t ptrdiff_t wctrans_t wint_t wctype_t _Bool _Complex int8_t
    int16_t int32_t int64_t uint8_t uint16_t uint32_t uint64_t int_least8_t int_least16_t int_least32_t int_least64_t
    uint_least8_t uint_least16_t uint_least32_t uint_least64_t int_fast8_t int_fast16_t int_fast32_t int_fast64_t
    uint_fast8_t uint_fast16_t uint_fast32_t uint_fast64_t intptr_t uintptr_t intmax_t uintmax_t char16_t char32_t
  `,
  reserved: `
    __asm __int8 __based __except __int16 __stdcall __cdecl __fastcall __int32 __declspec __finally __int61 __try
    __leave inline _inline __inline naked _naked __naked restrict _restrict __restrict thread _thread __thread
    typename _typename __typename
  `,
  builtins: '',
};

const NAME = '[a-zA-Z_][a-zA-Z0-9_]*';

/** A function's definition or declaration: its parts are lexed again separately. */
function signature(lexing: Lexing): void {
  const [, result, name, before, parameters, space, end] = lexing.match!;
  lexing.recurse(result!);
  lexing.token('nf', name);
  lexing.recurse(before! + parameters!);
  lexing.recurse(space!);
  lexing.token('p', end);
  if (end === '{') lexing.push('function');
}

export function cStates({ keywords, types, reserved, builtins }: CWords): States {
  return {
    'line-start-in-expression': ['space-in-line', [/#if\s0/, 'c', 'if-0'], [/#/, 'cp', 'macro'], [/(?:)/, '', 'pop']],
    'line-start': [[rx`${NAME}:(?!:)`, 'nl'], 'line-start-in-expression'],
    'space-in-line': [
      [/[ \t\r]+/, ''],
      [/\\\n/, ''],
      [/\/(?:\\\n)?[*][\s\S]*?[*](?:\\\n)?\//, 'cm'],
    ],
    space: [[/\n+/, '', 'line-start'], [/\/\/(?:\\.|.)*?$/, 'c1', 'line-start'], 'space-in-line'],
    statements: [
      'space',
      [/(?:u8|u|U|L)?"/, 's', 'string'],
      [/(?:u8|u|U|L)?'(?:\\.|\\[0-7]{1,3}|\\x[a-f0-9]{1,2}|[^\\'\n])'/i, 'sc'],
      [/(?:\d+[.]\d*|[.]?\d+)e[+-]?\d+[lu]*/i, 'mf'],
      [/0x[0-9a-f]+[lu]*/i, 'mh'],
      [/0[0-7]+[lu]*/i, 'mo'],
      [/\d+[lu]*/i, 'mi'],
      [/\*\//, 'err'],
      [/[~!%^&*+=|?:<>/-]/, 'o'],
      [/[()[\],.;]/, 'p'],
      [/case\b/, 'k', 'case'],
      [/(?:true|false|NULL)\b/, 'nb'],
      [rx`${NAME}`, words({ k: keywords, kt: types, kr: reserved, nb: builtins }, 'n')],
    ],
    case: [[/:/, 'p', 'pop'], 'statements'],
    root: [
      [/\n+/, '', 'line-start-in-expression'],
      'space',
      [ambiguous(rx`([\w*\s]+?[\s*])(${NAME})(\s*)(\([^;]*?\))((?:\s|//.*?\n|/[*].*?[*]/)*)([{;])`), signature],
      [/\{/, 'p', 'function'],
      'statements',
    ],
    function: ['statements', [/;/, 'p'], [/\{/, 'p', 'function'], [/\}/, 'p', 'pop']],
    string: [
      [/"/, 's', 'pop'],
      [/\\(?:[\\abfnrtv"']|x[a-fA-F0-9]{2,4}|[0-7]{1,3})/, 'se'],
      [/[^\\"\n]+/, 's'],
      [/\\\n?/, 's'],
    ],
    macro: [
      [/(include)(\s*)(<[^>]+>|"[^"]+")([^\n]*)/, ['cp', '', 'cpf', 'c1']],
      [/[^/\n\\]+/, 'cp'],
      [/\\[\s\S]/, 'cp'],
      'space-in-line',
      [/\//, 'cp'],
      [/\n/, 'cp', 'pop'],
    ],
    'if-0': [
      [/^\s*#if/, 'c', 'if-0'],
      [/^\s*#\s*el(?:se|if)/, 'c', 'pop'],
      [/^\s*#\s*endif\b[\s\S]*?(?<!\\)\n/, 'c', 'pop'],
      [/.*?\n/, 'c'],
    ],
  };
}

export const startAtLineStart = (_: unknown, lexing: Lexing): void => lexing.begin('line-start');

export const lexer: LexerDefinition = { start: startAtLineStart, states: () => cStates(C_WORDS) };
