import type { LexerDefinition, Lexing } from '../lexer.ts';
import { rx } from '../rx.ts';
import { lineString } from '../strings.ts';

/** The lexer of the text around the mustaches; it continues where it stopped. */
interface Memory {
  readonly around: Lexing;
}

const around = (lexing: Lexing<Memory>) => lexing.delegate(lexing.memory.around);

/** A mustache in the place of an attribute's value. */
function beforeMustache(lexing: Lexing<Memory>): void {
  around(lexing);
  if (lexing.memory.around.state === 'value') lexing.memory.around.pop();
}

export const lexer: LexerDefinition<Memory> = {
  delegates: ['html'],
  start: ({ parent }, lexing) => ({ around: lexing.open(typeof parent === 'string' ? parent : 'html')! }),
  states: () => ({
    root: [
      [/\\\{+/, around],
      [/\{\{!--/, 'c', 'comment'],
      [/\{\{!.*?\}\}/, 'c'],
      [/\{\{\{?/, 'k', 'mustache opening'],
      [/[\s\S]+?(?=\\|\{\{)/, beforeMustache],
      [/[\s\S]+/, around],
    ],
    comment: [
      [/\{\{/, 'c', 'push'],
      [/\}\}/, 'c', 'pop'],
      [/[^{}]+/, 'c'],
      [/[{}]/, 'c'],
    ],
    mustache: [
      [/\}\}\}?/, 'k', 'pop'],
      [/\|/, 'p'],
      [/~/, 'k'],
      [/\s+/, ''],
      [/=/, 'o'],
      [/[[\]()]/, 'p'],
      [/[.](?=[}\s])/, 'nv'],
      [/[.][.]/, 'nv'],
      [/[/.]/, 'p'],
      [rx`${lineString('"')}`, 's2'],
      [rx`${lineString("'")}`, 's1'],
      [/\d+(?=\}\s)/, 'm'],
      [/(?:true|false)(?=[}\s])/, 'kc'],
      [/else(?=[}\s])/, 'k'],
      [/this(?=[}\s])/, 'bp'],
      [/@[\w$-]+/, 'na'],
      [/[\w$-]+/, 'nv'],
    ],
    opening: [
      [/[#/]/, 'k', 'goto block-name'],
      [/[>^&~]/, 'k'],
      [/(?:)/, '', 'pop'],
    ],
    'block-name': [
      [/if(?=[}\s])/, 'k'],
      [/[\w$-]+/, 'nn', 'pop'],
      [/(?:)/, '', 'pop'],
    ],
  }),
};
