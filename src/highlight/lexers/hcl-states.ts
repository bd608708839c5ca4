/** HCL's states, which Terraform uses, too. */
import type { Lexing, Rule, States } from '../lexer.ts';
import { rxi } from '../rx.ts';
import type { RougeVersion } from '../versions.ts';
import { type Meaning, Words } from '../words.ts';

/** The word that ends the heredoc. */
export interface HclMemory {
  end: string;
}

type Hcl = Lexing<HclMemory>;

/** Names; a block or a value follows most of them. */
export function hclName(known: ReadonlyMap<string, Meaning>, next?: string): Words {
  return new Words(known, next === undefined ? { token: 'nx' } : { token: 'nx', next }, false);
}

export const HCL_CONSTANTS: readonly (readonly [string, Meaning])[] = ['true', 'false', 'null'].map(
  (word) => [word, { token: 'kc' }] as const,
);

export function hclStates(rouge: RougeVersion, name: Words): States {
  const later = rouge.later;
  const marks: Rule[] = later ? [[/[.,()\\/*]/, 'p']] : [];
  const quotes = (quote: string, token: 's1' | 's2'): Rule[] => [
    [rxi`[^\\${quote}]+`, token],
    [rxi`\\${quote}`, 'se'],
    [rxi`${quote}`, token, 'pop'],
  ];
  return {
    'multiline-comment': [
      [/[*]\//, 'cm', 'pop'],
      [/[^*/]+|[*/]/, 'cm'],
    ],
    space: [
      [/\s+/, ''],
      [/\/\/.*/, 'c1'],
      [/#.*/, 'c1'],
      [/\/[*]/, 'cm', 'multiline-comment'],
    ],
    primitives: [
      [/[0-9]+\.[0-9]+(?:[eE][0-9]+)?[fd]?(?:[kKmMgG]b?)?/, 'mf'],
      [/[0-9]+(?:[kKmMgG]b?)?/, 'mi'],
      ...(later ? ([[/[-+*/!%&<>|=:?]/, 'o']] as Rule[]) : []),
      [/"/, 's2', 'double-quotes'],
      [/'/, 's1', 'single-quotes'],
      [
        /(<<-?)(\s*)('?)(\\?)(\w+)(\3)/,
        (lexing: Hcl) => {
          lexing.groups('o', '', 'sh', 'sh', 'no', 'sh');
          lexing.memory.end = lexing.match![5]!;
          lexing.push('heredoc');
        },
      ],
    ],
    root: [
      'space',
      'primitives',
      [/\{/, 'p', 'block'],
      [/\[/, 'p', 'array'],
      [later ? /[$a-z_-][a-z0-9_-]*/i : /[$a-z_][a-z0-9_]*/i, name],
    ],
    after: ['space', [/\{/, 'p', 'goto block'], [/\[/, 'p', 'goto array'], 'root', [/(?:)/, '', 'pop']],
    block: ['space', ...marks, [/=/, 'p'], [/\}/, 'p', 'pop'], 'root'],
    array: ['space', ...(later ? marks : ([[/,/, 'p']] as Rule[])), [/\]/, 'p', 'pop'], 'root'],
    'double-quotes': quotes('"', 's2'),
    'single-quotes': quotes("'", 's1'),
    heredoc: [
      [/\n/, 'sh', 'heredoc-line'],
      [/[^$\n]+/, 'sh'],
      [/[$]/, 'sh'],
    ],
    'heredoc-line': [
      [
        /\s*(\w+)\s*\n/,
        (lexing: Hcl) => {
          const ends = lexing.match![1] === lexing.memory.end;
          lexing.token(ends ? 'no' : 'sh');
          if (ends) lexing.pop(2);
        },
      ],
      [/(?:)/, '', 'pop'],
    ],
  };
}
