import type { LexerDefinition } from '../lexer.ts';
import { words } from '../words.ts';

const KEYWORDS = `
  AddHandler Alias ByRef ByVal CBool CByte CChar CDate CDbl CDec CInt CLng CObj CSByte CShort CSng CStr CType CUInt
  CULng CUShort Call Case Catch Class Const Continue Declare Default Delegate Dim DirectCast Do Each Else ElseIf End
  EndIf Enum Erase Error Event Exit False Finally For Friend Function Get Global GoSub GoTo Handles If Implements
  Imports Inherits Interface Let Lib Loop Me Module MustInherit MustOverride MyBase MyClass Namespace Narrowing New
  Next Not NotInheritable NotOverridable Nothing Of On Operator Option Optional Overloads Overridable Overrides
  ParamArray Partial Private Property Protected Public RaiseEvent ReDim ReadOnly RemoveHandler Resume Return Select
  Set Shadows Shared Single Static Step Stop Structure Sub SyncLock Then Throw To True Try TryCast Using Wend When
  While Widening With WithEvents WriteOnly
`;
const TYPES = `
  Boolean Byte Char Date Decimal Double Integer Long Object SByte Short Single String Variant UInteger ULong UShort
`;
const WORD_OPERATORS = `
  AddressOf And AndAlso As GetType In Is IsNot Like Mod Or OrElse TypeOf Xor
`;
const BUILTINS = `Console ConsoleColor`;

export const lexer: LexerDefinition = {
  states: () => ({
    space: [
      [/\s+/, ''],
      [/rem\b.*/i, 'c1'],
      [/%\{.*?%\}/, 'cm'],
      [/'.*/, 'c1'],
    ],
    root: [
      'space',
      [
        /#If\b.*?\bThen|#ElseIf\b.*?\bThen|#End\s+If|#Const|#ExternalSource.*?\n|#End\s+ExternalSource|#Region.*?\n|#End\s+Region|#ExternalChecksum/,
        'cp',
      ],
      [/\./, 'p', 'member'],
      [/[(){}!#,:]/, 'p'],
      [/Option\s+(?:Strict|Explicit|Compare)\s+(?:On|Off|Binary|Text)/, 'kd'],
      [/End\b/, 'k', 'end'],
      [/(?:Dim|Const)\b/, 'k', 'variable'],
      [/(?:Function|Sub|Property)\b/, 'k', 'function'],
      [/(?:Class|Structure|Enum)\b/, 'k', 'class'],
      [/(?:Module|Namespace|Imports)\b/, 'k', 'namespace'],
      [/[A-Z]\w*/, words({ k: KEYWORDS, kt: TYPES, ow: WORD_OPERATORS, nb: BUILTINS }, 'n')],
      [/&=|[*]=|\/=|\\=|\^=|\+=|-=|<<=|>>=|<<|>>|:=|<=|>=|<>|[-&*/\\^+=<>.]/, 'o'],
      [/"/, 's', 'string'],
      [/[a-z_]\w*[%&@!#$]?/i, 'n'],
      [/#.*?#/, 'ld'],
      [/(?:\d+\.\d*|\d*\.\d+)(?:f[+-]?\d+)?/i, 'mf'],
      [/\d+(?:[SILDFR]|US|UI|UL)?/, 'mi'],
      [/&H[0-9a-f]+(?:[SILDFR]|US|UI|UL)?/, 'mi'],
      [/&O[0-7]+(?:[SILDFR]|US|UI|UL)?/, 'mi'],
      [/_\n/, 'k'],
    ],
    member: ['space', [/[a-z_]\w*/i, 'n', 'pop']],
    string: [
      [/""/, 'se'],
      [/"C?/, 's', 'pop'],
      [/[^"]+/, 's'],
    ],
    variable: ['space', [/[a-z_]\w*/i, 'nv', 'pop'], [/(?:)/, '', 'pop']],
    function: ['space', [/[a-z_]\w*/i, 'nf', 'pop']],
    class: ['space', [/[a-z_]\w*/i, 'nc', 'pop']],
    namespace: ['space', [/[a-z_]\w*(?:\.[a-z_]\w*)*/i, 'nn', 'pop']],
    end: [
      'space',
      [/(?:Function|Sub|Property|Class|Structure|Enum|Module|Namespace)\b/, 'k', 'pop'],
      [/(?:)/, '', 'pop'],
    ],
  }),
};
