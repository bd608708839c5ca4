/** TypeScript's additions to JavaScript. */
import type { Rule, States } from '../lexer.ts';
import { rx } from '../rx.ts';
import type { RougeVersion } from '../versions.ts';
import { type JavascriptWords, javascriptWords, NAME } from './javascript.ts';

export function typescriptWords(rouge: RougeVersion): JavascriptWords {
  const javascript = javascriptWords(rouge);
  const later = rouge.later;
  return {
    keywords: `${javascript.keywords} is namespace static private protected public implements readonly`,
    declarations: `${javascript.declarations} type abstract`,
    reserved: `${javascript.reserved} 
      string any void number namespace module declare default interface keyof
    `,
    constants: javascript.constants,
    builtins: `${javascript.builtins} Pick Partial Readonly Record ${
      later
        ? `
          Capitalize ConstructorParameters Exclude Extract InstanceType Lowercase NonNullable Omit OmitThisParameter
          Parameters Required ReturnType ThisParameterType ThisType Uncapitalize Uppercase
        `
        : ''
    }`,
  };
}

export function typescriptStates(rouge: RougeVersion, states: States): States {
  return {
    ...states,
    root: [
      [/\?\./, 'p'],
      [/\?{2}/, 'o'],
      ...(rouge.later ? ([[/(?:as|satisfies)\s+/, 'kd']] as Rule[]) : []),
      ...states.root!,
    ],
    statement: [[rx`(${NAME})(\??)(\s*)(:)`, ['nl', 'p', '', 'p'], 'operand'], ...states.statement!],
  };
}
