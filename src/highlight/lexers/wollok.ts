import type { LexerDefinition, Lexing } from '../lexer.ts';
import { rx } from '../rx.ts';

/** The names of classes, objects and mixins that the code defines. (Rouge 3 keeps them from one code to the next.) */
interface Memory {
  readonly entities: Set<string>;
}

type Wollok = Lexing<Memory>;

const NAME = '[a-zA-Z][a-zA-Z0-9]*';

function define(lexing: Wollok): void {
  lexing.token('nc');
  lexing.memory.entities.add(lexing.text);
}

export const lexer: LexerDefinition<Memory> = {
  start: () => ({ entities: new Set() }),
  states: () => ({
    space: [
      [/\s+/, 'w'],
      [/\/\/.*/, 'c1'],
      [/\/\*[\s\S]*?\*\//, 'cm'],
    ],
    root: [
      'space',
      [/(import)(.+$)/, ['kr', '']],
      [/class|object|mixin/, 'kr', 'definition'],
      [/test|program/, 'kr'],
      [rx`(package)(\s+)(${NAME})`, ['kr', 'w', 'nc']],
      [/[{}]/, ''],
      [/self\b/, 'bp'],
      [/(?:new|super|return|if|else|var|const|override|constructor)\b/, 'kr'],
      [rx`(method)(\s+)(_?${NAME})`, ['kr', 'w', '']],
      [/\+\+|--|\+=|-=|\*\*|[!+\-*/%]/, 'o'],
      [/<=|=>|===?|<|>/, 'o'],
      [/(?:and|or|not)\b/, 'o'],
      [/[()=]/, ''],
      [/,/, 'p'],
      'objects',
    ],
    definition: [
      'space',
      [/inherits|mixed|with|and/, 'kr'],
      [
        rx`${NAME}(?=\s*\{)`,
        (lexing: Wollok) => {
          define(lexing);
          lexing.pop();
        },
      ],
      [rx`${NAME}`, define],
    ],
    objects: [
      [
        rx`_?${NAME}`,
        (lexing: Wollok) => {
          const { text, memory } = lexing;
          lexing.token(memory.entities.has(text) || /^[A-Z]/.test(text) ? 'nc' : 'kv');
        },
      ],
      [rx`\.${NAME}`, ''],
      'space',
      [/[0-9]+\.?[0-9]*/, 'm'],
      [/"[^"]*"/, 's'],
      [/\[|#\{/, 'p', 'list'],
    ],
    list: [[/,/, 'p'], [/[\]}]/, 'p', 'pop'], 'objects'],
  }),
};
