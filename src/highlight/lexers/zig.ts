import type { LexerDefinition, Lexing } from '../lexer.ts';
import { rx } from '../rx.ts';
import { list } from '../words.ts';

const KEYWORDS = new Set(
  list(`
  align linksection threadlocal struct enum union error break return anyframe fn c_longlong c_ulonglong c_longdouble
  c_void comptime_float c_short c_ushort c_int c_uint c_long c_ulong continue asm defer errdefer const var extern
  packed export pub if else switch and or orelse while for bool unreachable try catch async suspend nosuspend await
  resume undefined usingnamespace test void noreturn type anyerror usize noalias inline noinline comptime callconv
  volatile allowzero
`),
);
const BUILTINS = new Set(
  list(`
  @addWithOverflow @as @atomicLoad @atomicStore @bitCast @breakpoint @alignCast @alignOf @cDefine @cImport @cInclude
  @bitOffsetOf @atomicRmw @bytesToSlice @byteOffsetOf @OpaqueType @panic @ptrCast @bitReverse @Vector @sin @cUndef
  @canImplicitCast @clz @cmpxchgWeak @cmpxchgStrong @compileError @compileLog @ctz @popCount @divExact @divFloor @cos
  @divTrunc @embedFile @export @tagName @TagType @errorName @call @errorReturnTrace @fence @fieldParentPtr @field
  @unionInit @errorToInt @intToEnum @enumToInt @setAlignStack @frame @Frame @exp @exp2 @log @log2 @log10 @fabs @floor
  @ceil @trunc @round @floatCast @intToFloat @floatToInt @boolToInt @errSetCast @intToError @frameAddress @import
  @newStackCall @asyncCall @intToPtr @intCast @frameSize @memcpy @memset @mod @mulWithOverflow @splat @ptrToInt @rem
  @returnAddress @setCold @Type @shuffle @setGlobalLinkage @setGlobalSection @shlExact @This @hasDecl @hasField
  @setRuntimeSafety @setEvalBranchQuota @setFloatMode @shlWithOverflow @shrExact @sizeOf @bitSizeOf @sqrt @byteSwap
  @subWithOverflow @sliceToBytes comptime_int @truncate @typeInfo @typeName @TypeOf
`),
);
const ESCAPE = '\\\\(?:[nrt\'"\\\\0]|x[0-9a-fA-F]{2}|u[0-9a-fA-F]{4}|U[0-9a-fA-F]{8})';

function name(lexing: Lexing): void {
  const [, dot = '', , word = '', , parenthesis = ''] = lexing.match!;
  const token = KEYWORDS.has(word)
    ? 'k'
    : BUILTINS.has(word)
      ? 'nb'
      : dot === ''
        ? 'n'
        : parenthesis === ''
          ? 'py'
          : 'nf';
  lexing.groups('p', '', token, '', 'p');
}

export const lexer: LexerDefinition = {
  states: () => ({
    'line-start': ['space', [/#\s[^\n]*/, 'cs'], [/(?:)/, '', 'pop']],
    space: [
      [/\s+/, ''],
      [/\/\/[^\n]*/, 'c'],
    ],
    root: [
      [/\n/, '', 'line-start'],
      'space',
      [/[iu][0-9]+\b/, 'kt'],
      [/f(?:16|32|64|128)\b/, 'kt'],
      [/(?:isize|usize)\b/, 'kt'],
      [/(?:true|false|null)\b/, 'kc'],
      [rx`'(?:${ESCAPE}|[^\\])'`, 'sc'],
      [/"/, 's', 'string'],
      [/r(#*)"[\s\S]*?"\1/, (lexing: Lexing) => lexing.token('s')],
      [/[0-9]+(?:[.][0-9_]+(?:e[-+]?[0-9_]+)?|(?:[.][0-9_]+)?e[-+]?[0-9_]+)/, 'mf'],
      [/0b[10_]+|0x[0-9a-fA-F_]+|[0-9_]+/, 'mi'],
      [/'[a-z_]\w*/i, 'nv'],
      [/([.]?)(\s*)(@?[a-zA-Z_]\w*)(\s*)([(]?)/, name],
      [/[()[\]{}|,:;]/, 'p'],
      [/[*/!@~&+%^<>=?-]|\.{1,3}/, 'o'],
    ],
    string: [
      [/"/, 's', 'pop'],
      [rx`${ESCAPE}`, 'se'],
      [/[^"\\]+/, 's'],
    ],
  }),
};
