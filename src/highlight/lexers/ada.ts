import type { LexerDefinition, Lexing } from '../lexer.ts';
import { rx } from '../rx.ts';
import { wordsInAnyCase } from '../words.ts';

const KEYWORDS = `
  abort abstract accept access aliased all array at begin body case constant declare delay delta digits do else
  elsif end exception exit for generic goto if in interface is limited loop new null of others out overriding pragma
  private protected raise range record renames requeue return reverse select separate some synchronized tagged task
  terminate then until use when while with
`;
const NAME = '\\p{Alphabetic}(?:\\p{Pc}?[\\p{Alphabetic}\\p{Nd}])*\\b';
const NUMBER = '\\d(?:_?\\d)*';
const HEX = '[0-9a-fA-F](?:_?[0-9a-fA-F])*';
const EXPONENT = `(?:[eE][-+]?${NUMBER})?`;

function identifiers(later: boolean) {
  return wordsInAnyCase(
    {
      k: later ? `${KEYWORDS} parallel` : KEYWORDS,
      ow: 'abs and mod not or rem xor',
      kd: 'entry function package procedure subtype type',
      nb: `
  boolean character constraint_error duration float integer natural positive long_float long_integer long_long_float
  long_long_integer program_error short_float short_integer short_short_integer storage_error string tasking_error
  wide_character wide_string wide_wide_character wide_wide_string
`,
    },
    'n',
  );
}

export const lexer: LexerDefinition = {
  states: (rouge) => {
    const later = rouge.later;
    const names = identifiers(later);
    return {
      space: [
        [/\s+/, ''],
        [/--.*/, 'c1'],
      ],
      string: [
        [/[^"\n]+/, 's2'],
        [/""/, 'se'],
        [/"/, 's2', 'pop'],
        [/\n/, 'err', 'pop'],
      ],
      attribute: ['space', [rx`${NAME}`, 'na', 'pop'], [/(?:)/, '', 'pop']],
      'declared-name': [
        'space',
        [/body\b/i, 'kd'],
        [rx`(${NAME})(\.)`, ['nn', 'p']],
        [rx`${NAME}|"(?:and|or|xor|/?=|<=?|>=?|\+|–|&\|/|mod|rem|\*?\*|abs|not)"`, 'nf', 'pop'],
        [/(?:)/, '', 'pop'],
      ],
      'unit-name': [
        'space',
        [
          rx`${NAME}`,
          (lexing: Lexing) => {
            const { token } = names.of(lexing.text);
            lexing.token(token === 'n' || token === 'nb' ? 'nn' : token);
            if (token === 'kd') lexing.goto('declared-name');
            else if (token !== 'n' && token !== 'nb') lexing.pop();
          },
        ],
        [/[.,]/, 'p'],
        [/(?:)/, '', 'pop'],
      ],
      root: [
        'space',
        [/'.'/, 'sc'],
        [/"[^"\n]*/, 's2', 'string'],
        [rx`${NUMBER}\.${NUMBER}${EXPONENT}`, 'mf'],
        [rx`${NUMBER}#${HEX}\.${HEX}#${EXPONENT}`, 'mf'],
        [rx`2#[01](?:_?[01])*#${EXPONENT}`, 'mb'],
        [rx`8#[0-7](?:_?[0-7])*#${EXPONENT}`, 'mo'],
        [rx`16#(?:${HEX})?#${EXPONENT}`, 'mh'],
        [rx`${NUMBER}#${HEX}#${EXPONENT}`, 'mi'],
        [rx`${NUMBER}#\w+#`, 'err'],
        [rx`${NUMBER}${EXPONENT}`, 'mi'],
        [/'/, 'p', 'attribute'],
        [rx`<<${NAME}>>`, 'nl'],
        [/^(?:(limited)(\s+))?(?:(private)(\s+))?(with)\b/i, ['kn', '', 'kn', '', 'kn'], 'unit-name'],
        [later ? /[+*/&<=>|@-]|\.\.|:=/ : /[+*/&<=>|-]|\.\.|:=/, 'o'],
        [later ? /[.,:;()[\]]/ : /[.,:;()]/, 'p'],
        [
          rx`${NAME}`,
          (lexing: Lexing) => {
            const { token } = names.of(lexing.text);
            lexing.token(token);
            if (token === 'kd') lexing.push('declared-name');
          },
        ],
        [
          later
            ? /(?:\p{Pc}|\p{Alphabetic})[\p{Alphabetic}\p{M}\p{Nd}\p{Pc}]*/u
            : /(?:\p{Pc}|[alph])[\p{Alphabetic}\p{M}\p{Nd}\p{Pc}]*/u,
          'err',
        ],
      ],
    };
  },
};
