import type { LexerDefinition, Lexing, Rule } from '../lexer.ts';
import { rx } from '../rx.ts';
import type { Token } from '../tokens.ts';
import { anyOf, words } from '../words.ts';

const KEYWORDS = `
  as async await break const continue crate dyn else enum extern false fn for if impl in let log loop match mod move
  mut pub ref return self Self static struct super trait true type unsafe use where while abstract become box do final
  macro override priv typeof unsized virtual yield try union
`;
const BUILTINS = `
  Add BitAnd BitOr BitXor bool c_char c_double c_float char c_int clock_t c_long c_longlong Cons Const Copy c_schar
  c_short c_uchar c_uint c_ulong c_ulonglong c_ushort c_void dev_t DIR dirent Div Either Eq Err f32 f64 Failure FILE
  float fpos_t i16 i32 i64 i8 isize Index ino_t int intptr_t Left mode_t Modulo Mul Neg Nil None Num off_t Ok Option
  Ord Owned pid_t Ptr ptrdiff_t Right Send Shl Shr size_t Some ssize_t str Sub Success time_t u16 u32 u64 u8 usize
  uint uintptr_t Box Vec String Gc Rc Arc u128 i128 Result Sync Pin Unpin Sized Drop drop Fn FnMut FnOnce Clone
  PartialEq PartialOrd AsMut AsRef From Into Default DoubleEndedIterator ExactSizeIterator Extend IntoIterator
  Iterator
`;
const BUILTINS_LATER = `
  Add BitAnd BitOr BitXor bool c_char c_double c_float char c_int clock_t c_long c_longlong Copy c_schar c_short
  c_uchar c_uint c_ulong c_ulonglong c_ushort c_void dev_t DIR dirent Div Eq Err f32 f64 FILE float fpos_t i16 i32 i64
  i8 isize Index ino_t int intptr_t mode_t Mul Neg None off_t Ok Option Ord Owned pid_t ptrdiff_t Send Shl Shr size_t
  Some ssize_t str Sub time_t u16 u32 u64 u8 usize uint uintptr_t Box Vec String Rc Arc u128 i128 Result Sync Pin
  Unpin Sized Drop drop Fn FnMut FnOnce Clone PartialEq PartialOrd AsMut AsRef From Into Default DoubleEndedIterator
  ExactSizeIterator Extend IntoIterator Iterator FromIterator ToOwned ToString TryFrom TryInto
`;
/** Ruby's older version of Unicode: joiners and the Katakana middle dots can't continue a name. */
const NAME = '[\\p{XID_Start}_](?:(?![\\u200c\\u200d\\u30fb\\uff65])\\p{XID_Continue})*';
const ESCAPE = '\\\\(?:[nrt\'"\\\\0]|x[0-9a-fA-F]{2}|u\\{(?:[0-9a-fA-F]_*){1,6}\\})';
const SIZE = '(?:8|16|32|64|128|size)';
const CLOSING: { readonly [open: string]: string } = { '[': ']', '(': ')', '{': '}' };

/** How many brackets of each kind are open in a macro. */
interface Memory {
  readonly open: { [close: string]: number };
}

function nestedComment(token: Token): Rule[] {
  return [
    [/\*\//, token, 'pop'],
    [/\/\*/, token, 'push'],
    [/[^*/]+|[*/]/, token],
  ];
}

export const lexer: LexerDefinition<Memory> = {
  start: (_, lexing) => {
    lexing.push('line-start');
    return { open: { ']': 0, ')': 0, '}': 0 } };
  },
  states: (rouge) => ({
    'line-start': ['space', [/#\s[^\n]*/, 'cs'], [/(?:)/, '', 'pop']],
    attribute: ['space', 'literals', [/[(,)=:]/, 'nd'], [/\]/, 'nd', 'pop'], [rx`${NAME}`, 'nd']],
    space: [
      [/\s+/, ''],
      [/\/\/\/\/+[^\n]*/, 'c1'],
      [/\/\/[/!][^\n]*/, 'cd'],
      [/\/\/[^\n]*/, 'c1'],
      [/\/\*\*\*?\//, 'cm'],
      [/\/\*\*\*+/, 'cm', 'comment'],
      [/\/[*][*!]/, 'cd', 'doc-comment'],
      [/\/[*]/, 'cm', 'comment'],
    ],
    comment: nestedComment('cm'),
    'doc-comment': nestedComment('cd'),
    root: [
      [/\n/, '', 'line-start'],
      'space',
      [/#!?\[/, 'nd', 'attribute'],
      [rx`(?:${anyOf(KEYWORDS)})\b`, 'k'],
      'literals',
      [/[=-]>|<->/, 'k'],
      [/[()[\]{}|,:;]/, 'p'],
      [/[*/!@~&+%^<>=?-]|\.{2,3}/, 'o'],
      [rx`(?:[.]\s*)?${NAME}(?=\s*[(])`, 'nf'],
      [/[.]\s*await\b/, 'k'],
      [rx`[.]\s*${NAME}`, 'py'],
      [/[.]\s*\d+/, 'na'],
      [rx`(${NAME})(::)`, ['nn', 'p']],
      [/macro_rules!/, 'nd', 'macro-rules'],
      [rx`${NAME}!`, 'nd', 'macro'],
      [/'static\b/, 'k'],
      [rx`'${NAME}`, 'nv'],
      [rx`${NAME}`, words({ nb: rouge.later ? BUILTINS_LATER : BUILTINS }, 'n')],
    ],
    macro: [
      'literals',
      [
        /[[{(]/,
        (lexing: Lexing<Memory>) => {
          lexing.memory.open[CLOSING[lexing.text]!]! += 1;
          lexing.token('p');
        },
      ],
      [
        /[\]})]/,
        (lexing: Lexing<Memory>) => {
          const { open } = lexing.memory;
          open[lexing.text]! -= 1;
          if (Object.values(open).every((count) => count === 0)) lexing.pop();
          lexing.token('p');
        },
      ],
      [rx`${NAME}!`, 'nd'],
      'root',
      [/./, ''],
    ],
    'macro-rules': [[rx`[$]${NAME}(?::${NAME})?`, 'nv'], [/[$]/, 'nv'], 'macro'],
    literals: [
      [/(?:true|false)\b/, 'kc'],
      [rx`b?'(?:${ESCAPE}|[^\\])'`, 'sc'],
      [/b?"/, 's', 'string'],
      [/b?r(#*)"[\s\S]*?"\1/, (lexing: Lexing) => lexing.token('s')],
      [
        /[0-9][0-9_]*(?:[.][0-9][0-9_]*(?:[eE][-+]?[0-9_]+)?(?:f32|f64)?|(?:[.][0-9][0-9_]*)?[eE][-+]?[0-9_]+(?:f32|f64)?|(?:[.][0-9][0-9_]*)?(?:[eE][-+]?[0-9_]+)?(?:f32|f64)|[.](?![._\p{XID_Start}]))/u,
        'mf',
      ],
      [rx`(?:0b[10_]+|0x[0-9a-fA-F_]+|0o[0-7_]+|[0-9][0-9_]*)(?:u${SIZE}?|i${SIZE})?`, 'mi'],
    ],
    string: [
      [/"/, 's', 'pop'],
      [rx`${ESCAPE}`, 'se'],
      [/[^"\\]+/, 's'],
    ],
  }),
};
