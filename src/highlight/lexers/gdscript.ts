import type { LexerDefinition, Rule } from '../lexer.ts';
import { ambiguous, rx } from '../rx.ts';
import type { Token } from '../tokens.ts';
import { anyOf } from '../words.ts';

const KEYWORDS = `
  and in not or as breakpoint class class_name extends is func setget signal tool const enum export onready static
  var break continue if elif else for pass return match while remote master puppet remotesync mastersync puppetsync
`;
const BUILTINS = `
  Color8 ColorN abs acos asin assert atan atan2 bytes2var ceil char clamp convert cos cosh db2linear decimals
  dectime deg2rad dict2inst ease exp floor fmod fposmod funcref hash inst2dict instance_from_id is_inf is_nan lerp
  linear2db load log max min nearest_po2 pow preload print print_stack printerr printraw prints printt rad2deg
  rand_range rand_seed randf randi randomize range round seed sign sin sinh sqrt stepify str str2var tan tanh
  type_exist typeof var2bytes var2str weakref yield
`;
const TYPES = `
  bool int float String Vector2 Rect2 Transform2D Vector3 AABB Plane Quat Basis Transform Color RID Object NodePath
  Dictionary Array PoolByteArray PoolIntArray PoolRealArray PoolStringArray PoolVector2Array PoolVector3Array
  PoolColorArray null
`;
const ESCAPES: Rule = [
  /\\(?:[\\abfnrtv"']|\n|N\{.*?\}|u[a-fA-F0-9]{4}|U[a-fA-F0-9]{8}|x[a-fA-F0-9]{2}|[0-7]{1,3})/,
  'se',
];

function content(quote: string, other: string, token: Token): Rule[] {
  return [
    [ambiguous(/%(?:\(\w+\))?[-#0 +]*(?:[0-9]+|[*])?(?:\.(?:[0-9]+|[*]))?[hlL]?[E-GXc-giorsux%]/), 'si'],
    [rx`[^\\${quote}%\n]+`, token],
    [rx`[${other}\\]`, token],
    [/%/, token],
  ];
}

function quoted(quote: string, other: string, token: Token): Rule[] {
  return [ESCAPES, [rx`${quote}`, token, 'pop'], ...content(quote, other, token)];
}

function quotedThrice(quote: string, other: string, token: Token): Rule[] {
  return [ESCAPES, [rx`${quote}{3}`, token, 'pop'], ...content(quote, other, token), [/\n/, token]];
}

export const lexer: LexerDefinition = {
  states: () => ({
    root: [
      [/\n/, ''],
      [/[^\S\n]+/, ''],
      [/#.*/, 'c1'],
      [/[[\]{}:(),;]/, 'p'],
      [/\\\n/, ''],
      [/(?:in|and|or|not)\b/, 'ow'],
      [/!=|==|<<|>>|&&|\|\||[-+*/%&|]=|[-~+/*%=<>&^.!|$]/, 'o'],
      [/(func)((?:\s|\\)+)/, ['k', ''], 'function-name'],
      [/(class)((?:\s|\\)+)/, ['k', ''], 'class-name'],
      [rx`(?:${anyOf(KEYWORDS)})\b`, 'k'],
      [/(?:do|switch|case)\b/, 'kr'],
      [rx`(?:${anyOf(BUILTINS)})\b`, 'nb'],
      [/(?:self|false|true|PI|TAU|NAN|INF)\b/, 'bp'],
      [rx`(?:${anyOf(TYPES)})\b`, 'kt'],
      [/"""/, 's2', 'three-double-quotes'],
      [/'''/, 's2', 'three-single-quotes'],
      [/"/, 's2', 'double-quotes'],
      [/'/, 's2', 'single-quotes'],
      [/[a-zA-Z_]\w*/, 'n'],
      [/(?:\d+\.\d*|\d*\.\d+)(?:[eE][+-]?[0-9]+)?j?/, 'mf'],
      [/\d+[eE][+-]?[0-9]+j?/, 'mf'],
      [/0[xX][a-fA-F0-9]+/, 'mh'],
      [/\d+j?/, 'mi'],
    ],
    'function-name': [[/[a-zA-Z_]\w*/, 'nf', 'pop']],
    'class-name': [[/[a-zA-Z_]\w*/, 'nc', 'pop']],
    'double-quotes': quoted('"', "'", 's2'),
    'single-quotes': quoted("'", '"', 's1'),
    'three-double-quotes': quotedThrice('"', "'", 's2'),
    'three-single-quotes': quotedThrice("'", '"', 's1'),
  }),
};
