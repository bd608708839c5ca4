import type { LexerDefinition } from '../lexer.ts';
import { rx } from '../rx.ts';
import { lineString } from '../strings.ts';
import { anyOf } from '../words.ts';

const KEYWORDS = `
  abstract as async base break case catch const construct continue default delegate delete do dynamic else ensures
  enum errordomain extern false finally for foreach get global if in inline interface internal is lock new null out
  override owned private protected public ref requires return set signal sizeof static switch this throw throws true
  try typeof unowned var value virtual void weak while yield
`;
const TYPES = `
  bool char double float int int8 int16 int32 int64 long short size_t ssize_t string unichar uint uint8 uint16
  uint32 uint64 ulong ushort
`;
const NAME = '@?[_a-zA-Z]\\w*';

export const lexer: LexerDefinition = {
  states: () => ({
    space: [
      [/\s+/, ''],
      [/\/\/.*/, 'c1'],
      [/\/[*][\s\S]*?[*]\//, 'cm'],
    ],
    root: [
      'space',
      [/^\s*\[.*?\]/, 'na'],
      [rx`<\[\s*(?:${NAME}:)?`, 'k'],
      [/\]>/, 'k'],
      [/[~!%^&*()+=|[\]{}:;,.<>/?-]/, 'p'],
      [rx`@(?:${lineString('"')})`, 's'],
      [/"(?:\\.|[^"\\\n]|\\(?=\n))*["\n]|"[^\n]*"/, 's'],
      [/'(?:\\.|.)'/, 'sc'],
      [/0x[0-9a-f]+[lu]?/i, 'm'],
      [/[0-9](?:[.][0-9]*)?(?:e[+-][0-9]+)?[fldu]?/i, 'm'],
      [rx`(?:${anyOf(KEYWORDS)})\b`, 'k'],
      [rx`(?:${anyOf(TYPES)})\b`, 'kt'],
      [/class|struct/, 'k', 'class'],
      [/namespace|using/, 'k', 'namespace'],
      [rx`${NAME}(?=\s*[(])`, 'nf'],
      [rx`${NAME}`, 'n'],
      [/#.*/, 'cp'],
    ],
    class: ['space', [rx`${NAME}`, 'nc', 'pop']],
    namespace: ['space', [/(?=[(])/, '', 'pop'], [rx`(?:${NAME}|[.])+`, 'nn', 'pop']],
  }),
};
