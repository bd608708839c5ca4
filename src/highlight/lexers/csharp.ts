import type { LexerDefinition, Rule, States } from '../lexer.ts';
import { rx, rxi } from '../rx.ts';
import type { RougeVersion } from '../versions.ts';
import { anyOf } from '../words.ts';

const KEYWORDS = `
  abstract as base break case catch checked const continue default delegate do else enum event explicit extern false
  finally fixed for foreach goto if implicit in interface internal is lock new null operator out override params
  private protected public readonly ref return sealed sizeof stackalloc static switch this throw true try typeof
  unchecked unsafe virtual void volatile while add alias async await get global partial remove set value where yield
  nameof ascending by descending equals from group into join let on orderby select
`;
const KEYWORDS_LATER = `
  abstract add alias and as ascending async await base break by case catch checked const continue default delegate
  descending do else enum equals event explicit extern false finally fixed for foreach from get global goto group if
  implicit in init interface internal into is join let lock nameof new notnull null on operator orderby out override
  params partial private protected public readonly ref remove return sealed set sizeof stackalloc static switch this
  throw true try typeof unchecked unsafe unmanaged value virtual void volatile when where while with yield
`;
const TYPES = `
  bool byte char decimal double dynamic float int long object sbyte short string uint ulong ushort var
`;
const DIRECTIVES = `
  if endif else elif define undef line error warning region endregion pragma
`;

function numbers(later: boolean): Rule[] {
  if (!later) {
    return [
      [/0x[0-9a-f]+[lu]?/i, 'm'],
      [/[0-9](?:\.[0-9]*)?(?:e[+-][0-9]+)?[fldu]?/i, 'm'],
    ];
  }
  const digits = '[0-9](?:[_0-9]*[0-9])?';
  return [
    [/0b[_01]+[lu]?/i, 'm'],
    [/0x[_0-9a-f]+[lu]?/i, 'm'],
    [rxi`${digits}(?:\.${digits})?(?:e[+-]?${digits})?[fldum]?`, 'm'],
  ];
}

function states(rouge: RougeVersion): States {
  const later = rouge.later;
  const name = later
    ? '@?[_\\p{Lu}\\p{Ll}\\p{Lt}\\p{Lm}\\p{Nl}][\\p{Lu}\\p{Ll}\\p{Lt}\\p{Lm}\\p{Nl}\\p{Nd}\\p{Pc}\\p{Cf}\\p{Mn}\\p{Mc}]*'
    : '@?[_a-zA-Z\\u017f\\u212a]\\w*';
  return {
    space: [
      [/\s+/, ''],
      [/\/\/.*/, 'c1'],
      [/\/[*][\s\S]*?[*]\//, 'cm'],
    ],
    nest: [[/\{/, 'p', 'nest'], [/\}/, 'p', 'pop'], 'root'],
    'filled-string': [
      [/\\./, 's'],
      [/\{/, 'p', 'nest'],
      [/"|\n/, 's', 'pop'],
      [/./, 's'],
    ],
    'filled-literal': [
      [/""/, 's'],
      [/\{/, 'p', 'nest'],
      [/"/, 's', 'pop'],
      [/./, 's'],
    ],
    root: [
      'space',
      [/[$]\s*"/, 's', 'filled-string'],
      [/[$]@\s*"/, 's', 'filled-literal'],
      [rx`<\[\s*(?:${name}:)?`, 'k'],
      [/\]>/, 'k'],
      [/[~!%^&*()+=|[\]{}:;,.<>/?-]/, 'p'],
      [/@"(?:""|[^"])*"/, 's'],
      [/"(?:\\.|[^"\\\n]|\\(?=\n))*["\n]|".*"/, 's'],
      [/'(?:\\.|.)'/, 'sc'],
      ...numbers(later),
      [rx`(?:class|${later ? 'record|' : ''}struct|interface)\b`, 'k', 'class'],
      [/(?:namespace|using)\b/, 'k', 'namespace'],
      [rx`^#[ \t]*(?:${anyOf(DIRECTIVES)}${later ? '|nullable' : ''})\b.*\n`, 'cp'],
      [rx`(?:${anyOf(later ? KEYWORDS_LATER : KEYWORDS)})\b`, 'k'],
      [rx`(?:${anyOf(later ? `${TYPES} nint nuint` : TYPES)})\b`, 'kt'],
      [rx`${name}(?=\s*[(])`, 'nf'],
      [rx`${name}`, 'n'],
    ],
    class: ['space', [rx`${name}`, 'nc', 'pop']],
    namespace: ['space', [/(?=[(])/, '', 'pop'], [rx`(?:${name}|[.])+`, 'nn', 'pop']],
  };
}

export const lexer: LexerDefinition = { states };
