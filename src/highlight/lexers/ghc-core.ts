import type { LexerDefinition, Lexing } from '../lexer.ts';
import { ambiguous } from '../rx.ts';

export const lexer: LexerDefinition = {
  states: () => ({
    root: [
      [/^=====.*=====$/, 'gh'],
      [/^\d{4}-\d{2}-\d{2} \d{2}:\d{2}:\d{2}\.\d+ UTC$/, 'c1'],
      [ambiguous(/^Result size of .+\n.+\{[^}]*\}/), 'cm'],
      [/--.*/, 'c1'],
      [/\[/, 'cs', 'annotation'],
      [/(Rec)(\s*)(\{)/, ['k', '', 'p']],
      [/^(end)(\s*)(Rec)(\s*)(\})/, ['k', '', 'k', '', 'p']],
      [/^"[\s\S]*?"/, 'nl', 'expression'],
      [ambiguous(/^\S+(?=[\s\S]*?(?:=|::))/), 'nf', 'expression'],
      [/\s/, ''],
      [/./, ''],
    ],
    expression: [
      [/\n+/, ''],
      [/(?=\S)/, '', 'pop'],
      [/\s+/, '', 'line'],
    ],
    line: [
      [/ /, ''],
      [/\[[^=]*\]/, 'kt'],
      [/\[/, 'cs', 'annotation'],
      [/\d+\.\d+#{0,2}/, 'mf'],
      [/\d+#{0,2}/, 'mi'],
      [/".*"#/, 's'],
      [/'.'#/, 'sc'],
      [/__DEFAULT/, 'no'],
      [/[.,(){};]/, 'p'],
      [/=>|->|::|=/, 'o'],
      [/forall|case|of|letrec|let|join/, 'k'],
      [/[@\\]/, 'o'],
      [
        /^([A-Z]\w*)(\.)/,
        (lexing: Lexing) => {
          lexing.token('nn');
          lexing.token('p', lexing.match![1]!);
        },
      ],
      [/[A-Z][^\s.,(){}]*/, 'kt'],
      [ambiguous(/([a-z].*?\d+\.\d+\.\d+)(:)(?=\S)/), ['nn', 'p']],
      [/\S*\(,\)\S*/, 'nv'],
      [/\S[^\s.,(){}]*/, 'nv'],
      [/\n/, '', 'pop'],
    ],
    annotation: [
      [/\]/, 'cs', 'pop'],
      [/\[/, 'cs', 'push'],
      [/[^[\]]+/, 'cs'],
    ],
  }),
};
