import type { LexerDefinition, Lexing } from '../lexer.ts';
import { rx } from '../rx.ts';
import { list } from '../words.ts';

const KEYWORDS = new Set(list('continue break elif else endif if true false foreach endforeach'));
const VARIABLES = new Set(list('meson host_machine build_machine target_machine'));
const FUNCTIONS = new Set(
  list(`
  add_global_arguments add_project_arguments add_global_link_arguments add_project_link_arguments add_test_setup
  add_languages alias_target assert benchmark both_libraries build_target configuration_data configure_file
  custom_target declare_dependency dependency disabler environment error executable generator gettext get_option
  get_variable files find_library find_program include_directories import install_data install_headers install_man
  install_subdir is_disabler is_variable jar join_paths library message option project run_target run_command
  set_variable subdir subdir_done subproject summary shared_library shared_module static_library test vcs_tag
  warning
`),
);
const NAME = '[\\p{Alphabetic}_][\\p{Alphabetic}\\p{Nd}_]*';

/** The open strings: `f` or nothing before the quote, and the quote. */
interface Memory {
  readonly open: { readonly prefix: string; readonly quote: string }[];
}

type Meson = Lexing<Memory>;

export const lexer: LexerDefinition<Memory> = {
  start: () => ({ open: [] }),
  states: () => ({
    root: [
      [/\n+/, ''],
      [/[^\S\n]+/, ''],
      [/#.*\n?/, 'c1'],
      [/[[\]{}:(),;.]/, 'p'],
      [/\\\n/, ''],
      [/\\/, ''],
      [/(?:in|and|or|not)\b/, 'ow'],
      [/[-+/*%=<>]=?|!=/, 'o'],
      [
        /(f?)('''|')/i,
        (lexing: Meson) => {
          const [, prefix = '', quote = ''] = lexing.match!;
          lexing.groups('sa', 's');
          lexing.memory.open.push({ prefix: prefix.toLowerCase(), quote });
          lexing.push('string');
        },
      ],
      [rx`${NAME}\b\s*(?=\()`, (lexing: Meson) => lexing.token(FUNCTIONS.has(lexing.text) ? 'nb' : 'n')],
      [
        rx`${NAME}(?!\s*?:)`,
        (lexing: Meson) => lexing.token(VARIABLES.has(lexing.text) ? 'nb' : KEYWORDS.has(lexing.text) ? 'k' : 'n'),
      ],
      [rx`${NAME}`, 'n'],
      [/0b(?:_?[0-1])+/i, 'mb'],
      [/0o(?:_?[0-7])+/i, 'mo'],
      [/0x(?:_?[a-f0-9])+/i, 'mh'],
      [/[1-9](?:_?[0-9])*|0(?:_?0)*/, 'mi'],
    ],
    string: [
      [/[^'\\@]+/, 's'],
      [
        /'''|'/,
        (lexing: Meson) => {
          lexing.token('s');
          if (lexing.memory.open.at(-1)?.quote !== lexing.text) return;
          lexing.memory.open.pop();
          lexing.pop();
        },
      ],
      [/(?=\\)/, 's', 'escape'],
      [
        /@/,
        (lexing: Meson) => {
          const interpolates = lexing.memory.open.at(-1)?.prefix === 'f';
          lexing.token(interpolates ? 'si' : 's');
          if (interpolates) lexing.push('interpolation');
        },
      ],
    ],
    escape: [
      [
        /\\(?:[\\abfnrtv']|N\{[a-zA-Z][a-zA-Z ]+[a-zA-Z]\}|u[a-fA-F0-9]{4}|U[a-fA-F0-9]{8}|x[a-fA-F0-9]{2}|[0-7]{1,3})/,
        'se',
        'pop',
      ],
      [/\\./, 's', 'pop'],
    ],
    interpolation: [
      [/[^@]+/, (lexing: Meson) => lexing.recurse()],
      [/@/, 'si', 'pop'],
    ],
  }),
};
