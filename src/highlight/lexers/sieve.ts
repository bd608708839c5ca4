import type { LexerDefinition, Lexing } from '../lexer.ts';
import { words } from '../words.ts';

const NAMES = words(
  {
    k: 'if elsif else require stop',
    nv: `
  address allof anyof exists false header not size true body hasflag spamtest virustest date currentdate
  valid_notify_method notify_method_capability mailboxexists metadata metadataexists servermetadata
  servermetadataexists
`,
    nf: `
  keep fileinto redirect discard addheader deleteheader reject ereject notify setflag addflag removeflag vacation
  replace enclose extracttext
`,
  },
  'nx',
);

function name(lexing: Lexing): void {
  const { token } = NAMES.of(lexing.text);
  lexing.token(token === 'nx' && lexing.text.startsWith(':') ? 'o' : token);
}

export const lexer: LexerDefinition = {
  states: () => ({
    root: [
      [/\s+/, ''],
      [/#.*/, 'c1'],
      [/\/(?:\\\n)?[*][\s\S]*?[*](?:\\\n)?\//, 'cm'],
      [/[[\](),;{}]/, 'p'],
      [/:?[a-zA-Z_][a-zA-Z0-9_]*/, name],
      [/"/, 's2', 'string'],
      [/[0-9]+[KMG]/, 'mi'],
    ],
    string: [
      [/\\./, 'se'],
      [/"/, 's2', 'pop'],
      [/\$\{(?:[0-9][.0-9]*|[a-zA-Z_][.a-zA-Z0-9_]*)\}/, 'si'],
      [/./, 's2'],
    ],
  }),
};
