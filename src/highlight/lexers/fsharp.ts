import type { LexerDefinition } from '../lexer.ts';
import { rx } from '../rx.ts';
import { words } from '../words.ts';
import { ML_NUMBERS, ML_STATES, PRIMITIVES, WORD_OPERATORS } from './ocaml-states.ts';

const KEYWORDS = `
  abstract and as assert base begin class default delegate do done downcast downto elif else end exception extern
  false finally for fun function global if in inherit inline interface internal lazy let let! match member module
  mutable namespace new not null of open or override private public rec return return! select static struct then to
  true try type upcast use use! val void when while with yield yield! sig atomic break checked component const
  constraint constructor continue eager event external fixed functor include method mixin object parallel process
  protected pure sealed tailcall trait virtual volatile
`;
/** Symbols that are punctuation; all others are operators. */
const PUNCTUATION =
  '!= # & && ( ) * \\+ , - -. -> . .. : :: := :> ; ;; < <- = > >] >} ? ?? [ [< [> [| ] _ ` { {< | |] } ~ |> <| <>';
const NAME = "[a-zA-Z][\\w']*|``[^`\\n\\r\\t]+``";

export const lexer: LexerDefinition = {
  states: () => ({
    ...ML_STATES,
    root: [
      [/\s+/, ''],
      [/false|true|[(][)]|\[\]/, 'bp'],
      [/[A-Z][\w']*(?=\s*[.])/, 'nn', 'dotted'],
      [/[A-Z][\w']*/, 'nc'],
      [/[(][*](?![)])/, 'c', 'comment'],
      [/\/\/.*/, 'c1'],
      [rx`${NAME}`, words({ k: KEYWORDS, ow: WORD_OPERATORS, kt: PRIMITIVES }, 'n')],
      [/[[\];,{}_()!$%&*+./:<=>?@^|~#-]+/, words({ p: PUNCTUATION }, 'o')],
      ...ML_NUMBERS,
      [rx`[~?](?:${NAME})`, 'nv'],
    ],
    dotted: [
      [/\s+/, ''],
      [/[.]/, 'p'],
      [/[A-Z][\w']*(?=\s*[.])/, 'nn'],
      [/[A-Z][\w']*/, 'nc', 'pop'],
      [rx`${NAME}`, 'n', 'pop'],
      [/\[/, 'p', 'pop'],
    ],
  }),
};
