import type { States } from '../lexer.ts';
import { ambiguous } from '../rx.ts';
import { words } from '../words.ts';
import { ML_STATES } from './ocaml-states.ts';

/** The words of Lustre and of Lutin, which is based on it. */
export interface LustreWords {
  readonly keywords: string;
  readonly wordOperators: string;
  readonly primitives: string;
}

export function lustreStates({ keywords, wordOperators, primitives }: LustreWords): States {
  return {
    root: [
      [/\s+/, ''],
      [/false|true/, 'kc'],
      [/--.*/, 'c1'],
      [/\/\*[\s\S]*?\*\//, 'cm'],
      [/\(\*[\s\S]*?\*\)/, 'cm'],
      [/[a-z_][\w']*/i, words({ k: keywords, ow: wordOperators, kt: primitives }, 'n')],
      [/[(){}[\];]+/, 'p'],
      [/[,!$%&*+./:<=>?@^|~#-]+/, 'o'],
      [ambiguous(/-?\d[\d_]*(?:.[\d_]*)?e[+-]?\d[\d_]*/i), 'mf'],
      [/\d[\d_]*/, 'mi'],
      [/'(?:\\[\\"'ntbr ]|\\[0-9]{3}|\\x[0-9a-fA-F]{2})'/, 'sc'],
      [/'[.]'/, 'sc'],
      [/"/, 's2', 'string'],
    ],
    string: ML_STATES.string!,
  };
}
