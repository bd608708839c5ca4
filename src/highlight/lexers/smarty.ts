import type { LexerDefinition, Lexing } from '../lexer.ts';
import { rx } from '../rx.ts';
import { lineString } from '../strings.ts';
import { words } from '../words.ts';

/** The lexer of the text around the tags; it continues where it stopped. */
interface Memory {
  readonly around: Lexing;
}

const BUILTINS = `
  append assign block call capture config_load debug extends for foreach foreachelse break continue function if
  elseif else include include_php insert ldelim rdelim literal nocache php section sectionelse setfilter strip while
  counter cycle eval fetch html_checkboxes html_image html_options html_radios html_select_date html_select_time
  html_table mailto math textformat capitalize cat count_characters count_paragraphs count_sentences count_words
  date_format default escape from_charset indent lower nl2br regex_replace replace spacify string_format strip_tags
  to_charset truncate unescape upper wordwrap
`;

const around = (lexing: Lexing<Memory>) => lexing.delegate(lexing.memory.around);

export const lexer: LexerDefinition<Memory> = {
  delegates: ['html'],
  start: ({ parent }, lexing) => ({ around: lexing.open(typeof parent === 'string' ? parent : 'html')! }),
  states: () => ({
    root: [
      [/\{\s+/, around],
      [/\{\*[\s\S]*?\*\}/, 'c'],
      [/\{\/?(?![\s*])/, 'k', 'tag'],
      [/[\s\S]+?(?=\{[/a-zA-Z0-9$#*"'])/, around],
      [/[\s\S]+/, around],
    ],
    tag: [
      [/\{\/?(?![\s*])/, 'k', 'push'],
      [/\}/, 'k', 'pop'],
      [/\s+/, ''],
      [/[~!%^&*()+=|[\]:;,.<>/@?-]/, 'o'],
      [/#[a-zA-Z_]\w*#/, 'nv'],
      [/\$[a-zA-Z_]\w*(?:\.\w+)*/, 'nv'],
      [/(?:true|false|null)\b/, 'kc'],
      [/[0-9](?:\.[0-9]*)?(?:eE[+-][0-9])?[flFLdD]?|0[xX][0-9a-fA-F]+[Ll]?/, 'm'],
      [rx`${lineString('"')}`, 's2'],
      [rx`${lineString("'")}`, 's1'],
      [/[a-zA-Z_]\w*/, words({ nb: BUILTINS }, 'na')],
    ],
  }),
};
