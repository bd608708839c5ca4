import type { LexerDefinition, Rule, States } from '../lexer.ts';
import { list, type Meaning } from '../words.ts';
import { HCL_CONSTANTS, type HclMemory, hclName, hclStates } from './hcl-states.ts';

const KEYWORDS = list('terraform module provider variable resource data provisioner output');
const DECLARATIONS = list('var local');

function meanings(next?: string): Map<string, Meaning> {
  return new Map<string, Meaning>([
    ...HCL_CONSTANTS,
    ...DECLARATIONS.map((word) => [word, { token: 'kd', next }] as const),
    ...KEYWORDS.map((word) => [word, { token: 'k', next }] as const),
  ]);
}

export const lexer: LexerDefinition<HclMemory> = {
  start: () => ({ end: '' }),
  states: (rouge): States => {
    const later = rouge.later;
    const hcl = hclStates(rouge, hclName(meanings('after'), 'after'));
    const marks: Rule[] = later ? [] : [[/[.,()*]/, 'p']];
    const brace = later ? 'p' : 'k';
    return {
      ...hcl,
      block: [...marks, ...hcl.block!],
      array: [...marks, ...hcl.array!],
      'in-string': [
        [/\\./, 'se'],
        ...(later ? ([[/(\$\$+|%%*)(\{)/, 's']] as Rule[]) : []),
        [/\$\{/, brace, 'interpolation'],
      ],
      'double-quotes': [[/[^\\"$]+/, 's2'], 'in-string', [/"/, 's2', 'pop']],
      'single-quotes': [[/[^\\'$]+/, 's1'], 'in-string', [/'/, 's1', 'pop']],
      heredoc: [...hcl.heredoc!, 'in-string'],
      interpolation: [[/\}/, brace, 'pop'], 'expression'],
      regexp: [
        [/[^"/\\]+/, 'sr'],
        [/\\./, 'sr'],
        [/\/"/, 'dl', 'pop'],
        [/["/]/, 'sr'],
      ],
      expression: [
        [/"\//, 'dl', 'goto regexp'],
        'primitives',
        [/\s+/, ''],
        [/\+\+|--|~|&&|\|\||\\(?=\n)|<<|>>>?|==|!=/, 'o'],
        [/[-<>+*%&|^/!=?:]=?/, 'o'],
        [/[([,)\].]/, 'p'],
        [/[$a-z_-][a-z0-9_-]*/i, hclName(meanings())],
      ],
    };
  },
};
