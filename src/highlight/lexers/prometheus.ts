import type { LexerDefinition, Rule } from '../lexer.ts';
import { rx } from '../rx.ts';
import type { Token } from '../tokens.ts';
import { words } from '../words.ts';

const FUNCTIONS = `
  abs absent ceil changes clamp_max clamp_min count_scalar day_of_month day_of_week days_in_month delta deriv
  drop_common_labels exp floor histogram_quantile holt_winters hour idelta increase irate label_replace ln log2
  log10 month predict_linear rate resets round scalar sort sort_desc sqrt time vector year avg_over_time
  min_over_time max_over_time sum_over_time count_over_time quantile_over_time stddev_over_time stdvar_over_time
`;

function quoted(quote: string, token: Token): Rule[] {
  return [
    [rx`\\[\\abfnrtv${quote}]`, 'se'],
    [rx`[^\\${quote}]+`, token],
    [rx`${quote}`, token, 'pop'],
  ];
}

export const lexer: LexerDefinition = {
  states: () => ({
    root: [
      'strings',
      'space',
      [/-?\d+\.\d+/, 'mf'],
      [/-?\d+[smhdwy]?/, 'mi'],
      [/[+\-*/%^]|!=|[=<>]/, 'o'],
      [/and|or|unless/, 'o'],
      [/(?:sum|min|max|avg|stddev|stdvar|count|count_values|bottomk|topk)\b/, 'nf'],
      [/(ignoring|on)(\()/, ['kp', 'p'], 'labels'],
      [/(group_left|group_right)(\()/, ['kt', 'p']],
      [/(?:bool|offset)\b/, 'k'],
      [/(?:without|by)\b/, 'k', 'labels'],
      [/[\w:]+/, words({ nb: FUNCTIONS }, 'n')],
      [/[a-zA-Z0-9_-]+/, 'n'],
      [/[()\]:.,]/, 'p'],
      [/\{/, 'p', 'filters'],
      [/\[/, 'p'],
    ],
    strings: [
      [/"/, 's2', 'double-quotes'],
      [/'/, 's1', 'single-quotes'],
      [/`.*`/, 'sb'],
    ],
    'double-quotes': quoted('"', 's2'),
    'single-quotes': quoted("'", 's1'),
    filters: [
      [/[ \t\r]+/, ''],
      [/,/, 'p'],
      [/[a-zA-Z0-9_:-]+/, 'na'],
      [/!(?:=|~)|=~?/, 'o'],
      'strings',
      [/\}/, 'p', 'pop'],
    ],
    labels: [[/\(/, 'p'], [/[a-zA-Z0-9_:-]+/, 'na'], [/,/, 'p'], 'space', [/\)/, 'p', 'pop']],
    space: [
      [/[ \t\r]+/, ''],
      [/\n\s*/, ''],
      [/#.*/, 'c'],
    ],
  }),
};
