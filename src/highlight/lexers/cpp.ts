import type { LexerDefinition, Lexing, Rule, States } from '../lexer.ts';
import { rx, rxi } from '../rx.ts';
import type { RougeVersion } from '../versions.ts';
import { C_WORDS, type CWords, cStates, startAtLineStart } from './c.ts';

const DIGITS = "\\d(?:'?\\d)*";
const HEX = "[0-9a-fA-F](?:'?[0-9a-fA-F])*";

export function cppWords(rouge: RougeVersion): CWords {
  return {
    keywords: `${C_WORDS.keywords} 
      asm auto catch char8_t concept consteval constexpr constinit const_cast co_await co_return co_yield delete
      dynamic_cast explicit export friend mutable namespace new operator private protected public reinterpret_cast
      requires restrict size_of static_cast this throw throws typeid typename using virtual final override alignas
      alignof decltype noexcept static_assert thread_local try ${rouge.later ? 'import module' : ''}`,
    types: `${C_WORDS.types} bool`,
    reserved: `${C_WORDS.reserved}
      
        __virtual_inheritance __uuidof __super __single_inheritance __multiple_inheritance __interface __event
      `,
    builtins: '',
  };
}

function numbers(later: boolean): Rule[] {
  return [
    [rx`${DIGITS}(?:\.${DIGITS})?(?:y|d|h|min|s|ms|us|ns|i|if|il)\b`, 'mx'],
    ...(later
      ? ([
          [rxi`(?:${DIGITS}[.](?:${DIGITS})?|[.]${DIGITS})(?:[ep][+-]?${DIGITS})?[luf]*`, 'mf'],
          [rxi`${DIGITS}[ep][+-]?${DIGITS}[luf]*`, 'mf'],
          [rxi`0x${HEX}(?:[ep][+-]?${DIGITS})?[lu]*`, 'mh'],
          [rxi`0x${HEX}[.][0-9a-f]+(?:[ep][+-]?${DIGITS})[luf]*`, 'mh'],
        ] as Rule[])
      : ([
          [rxi`(?:${DIGITS}[.](?:${DIGITS})?|[.]${DIGITS})(?:e[+-]?${DIGITS}[lu]*)?`, 'mf'],
          [rxi`${DIGITS}e[+-]?${DIGITS}[lu]*`, 'mf'],
          [rxi`0x${HEX}[lu]*`, 'mh'],
        ] as Rule[])),
    [/0b[01]+(?:'[01]+)*/, 'mb'],
    [/0[0-7](?:'?[0-7])*[lu]*/i, 'mo'],
    [rxi`${DIGITS}[lu]*`, 'mi'],
  ];
}

export function cppStates(rouge: RougeVersion, words: CWords): States {
  const later = rouge.later;
  const c = cStates(words);
  return {
    ...c,
    root: [[/(?:__offload|__blockingoffload|__outer)\b/, 'kp'], ...c.root!],
    statements: [
      [/(?:class|struct)\b/, 'k', 'class-name'],
      [/template\b/, 'k', 'template'],
      ...numbers(later),
      [/nullptr\b/, 'nb'],
      [
        /(?:u8|u|U|L)?R"([a-zA-Z0-9_{}[\]#<>%:;.?*+\-/^&|~!=,"']{0,16})\([\s\S]*?\)\1"/,
        (lexing: Lexing) => lexing.token('s'),
      ],
      [/::|<=>/, 'o'],
      ...(later
        ? ([
            [/\{/, 'p'],
            [
              /\}/,
              (lexing: Lexing) => {
                lexing.token('p');
                if (lexing.within('function')) lexing.pop();
              },
            ],
          ] as Rule[])
        : ([[/[{}]/, 'p']] as Rule[])),
      ...c.statements!,
    ],
    'class-name': [
      [/[a-zA-Z_][a-zA-Z0-9_]*/, 'nc', 'pop'],
      'space',
      [/[.]{3}/, 'o'],
      [/,/, 'p', 'pop'],
      [/(?:)/, '', 'pop'],
    ],
    template: [[/[>;]/, 'p', 'pop'], [/typename\b/, 'k', 'class-name'], 'statements'],
    case: [[/:(?!:)/, 'p', 'pop'], 'statements'],
  };
}

export const lexer: LexerDefinition = {
  start: startAtLineStart,
  states: (rouge) => cppStates(rouge, cppWords(rouge)),
};
