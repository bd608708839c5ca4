import type { LexerDefinition, Lexing, States } from '../lexer.ts';
import type { RougeVersion } from '../versions.ts';
import {
  ELEMENTS,
  ELEMENTS_LATER,
  EXAMPLES,
  EXAMPLES_LATER,
  FEATURES,
  FEATURES_LATER,
  STEPS,
  STEPS_LATER,
} from './gherkin-words.ts';

/** In the list's order, in which Rouge tries them. */
function stepPattern(steps: readonly string[]): RegExp {
  const alternatives = steps.map((step) => {
    const quoted = step.replace(/<$/, '').replace(/[.*+?^${}()|[\]\\/-]/g, '\\$&');
    return step.endsWith('<') || step.endsWith(' ') ? quoted : `${quoted}\\b`;
  });
  return new RegExp(`(?:${alternatives.join('|')})`);
}

function heading(elements: ReadonlySet<string>, features: ReadonlySet<string>, examples: ReadonlySet<string>) {
  return (lexing: Lexing): void => {
    lexing.resetStack();
    const keyword = lexing.match![1]!;
    if (elements.has(keyword)) {
      lexing.push('description');
      lexing.groups('kn', 'p');
    } else if (features.has(keyword)) {
      lexing.push('feature-description');
      lexing.groups('kd', 'p');
    } else if (examples.has(keyword)) {
      lexing.push('example-description');
      lexing.groups('nn', 'p');
    } else lexing.groups('err', 'p');
  };
}

function states(rouge: RougeVersion): States {
  const later = rouge.later;
  const readHeading = heading(
    new Set(later ? ELEMENTS_LATER : ELEMENTS),
    new Set(later ? FEATURES_LATER : FEATURES),
    new Set(later ? EXAMPLES_LATER : EXAMPLES),
  );
  const restOfLine = /.*?(?=[#\n])/;
  const reset = (lexing: Lexing) => lexing.resetStack();
  return {
    basic: [
      [/#.*/, 'c'],
      [/[ \r\t]+/, ''],
    ],
    root: ['basic', [/\n/, ''], [/"""[\s\S]*?"""/, 's'], [/@[^\s@]+/, 'nt'], 'tables', 'steps'],
    headings: [[/(.*?)(:)/, readHeading]],
    steps: [
      'headings',
      [
        stepPattern(later ? STEPS_LATER : STEPS),
        (lexing: Lexing) => {
          lexing.token('nf');
          lexing.resetStack();
          lexing.push('step');
        },
      ],
    ],
    tables: [[/(?=[|])/, '', 'table-header']],
    'table-header': [[/[^|\s]+/, 'nv'], [/\n/, '', 'goto table'], 'table'],
    table: ['basic', [/\n/, '', 'table-line'], [/[|]/, 'p'], [/[^|\s]+/, 'n']],
    'table-line': [
      [/(?=\s*[^\s|])/, reset],
      [/(?:)/, '', 'pop'],
    ],
    description: ['basic', 'steps', [/\n/, ''], [restOfLine, '']],
    'feature-description': ['basic', 'headings', [/\n/, ''], [restOfLine, '']],
    'example-description': ['basic', 'tables', [/\n/, ''], [restOfLine, '']],
    step: ['basic', [/<.*?>/, 'nv'], [/".*?"/, 's'], [/\S[^\s<]*/, ''], [restOfLine, '', 'pop']],
  };
}

export const lexer: LexerDefinition = { states };
