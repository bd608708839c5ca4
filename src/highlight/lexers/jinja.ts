import type { LexerDefinition, Lexing, Rule, States } from '../lexer.ts';
import { rx } from '../rx.ts';
import { lineString } from '../strings.ts';
import { words } from '../words.ts';

const KEYWORDS = `
  as context do else extends from ignore missing import include reversed recursive scoped autoescape endautoescape
  block endblock call endcall filter endfilter for endfor if endif macro endmacro set endset trans endtrans with
  endwith without
`;
const TESTS = `
  callable defined divisibleby equalto escaped even iterable lower mapping none number odd sameas sequence string
  undefined upper
`;

/** The words of Jinja and of Twig, which is based on it. */
export interface JinjaWords {
  readonly keywords: string;
  readonly constants: string;
  readonly operators: string;
  readonly tests: string;
}

/** The lexer of the text around the tags; it continues where it stopped. */
interface Memory {
  readonly around: Lexing;
}

const around = (lexing: Lexing<Memory>) => lexing.delegate(lexing.memory.around);

function unread(end: string): Rule[] {
  return [
    [rx`(\{%-?)(\s*)(${end})(\s*)(-?%\})`, ['cp', '', 'k', '', 'cp'], 'pop'],
    [/[^{]+/, ''],
    [/\{/, ''],
  ];
}

export function jinjaStates({ keywords, constants, operators, tests }: JinjaWords): States {
  return {
    root: [
      [/\{#/, 'c', 'comment'],
      [/##.*/, 'c'],
      [/(\{%-?)(\s*)(raw)(\s*)(-?%\})/, ['cp', '', 'k', '', 'cp'], 'raw'],
      [/(\{%-?)(\s*)(verbatim)(\s*)(-?%\})/, ['cp', '', 'k', '', 'cp'], 'verbatim'],
      [/\{%/, 'cp', 'statement'],
      [/\{\{/, 'cp', 'expression'],
      [/[\s\S]+?(?=\\|\{\{|\{%|\{#|##)/, around],
      [/[\s\S]+/, around],
    ],
    filter: [[/(\|\s*)(\w+)/, ['o', 'nf']]],
    function: [[/(\w+)(\()/, ['nf', 'p']]],
    literal: [
      [rx`${lineString('"')}`, 's2'],
      [rx`${lineString("'")}`, 's1'],
      [/\d+(?=\}\s)/, 'm'],
      [/\+|-|\*|\/\/?|\*\*?|=/, 'o'],
      [/<=?|>=?|===?|!=/, 'o'],
      [/[,[\]()]/, 'p'],
    ],
    comment: [
      [/[^#]+/, 'c'],
      [/#\}/, 'c', 'pop'],
      [/#/, 'c'],
    ],
    expression: [[/\w+\.?/, 'nv'], 'filter', 'function', 'literal', [/\s+/, ''], [/%\}|\}\}/, 'cp', 'pop']],
    statement: [
      [/(\w+\.?)/, words({ k: keywords, kp: constants, ow: operators, nb: tests }, 'nv')],
      'filter',
      'function',
      'literal',
      [/\s+/, ''],
      [/%\}/, 'cp', 'pop'],
    ],
    raw: unread('endraw'),
    verbatim: unread('endverbatim'),
  };
}

const WORDS: JinjaWords = {
  keywords: KEYWORDS,
  constants: 'true false none True False None',
  operators: 'is in and or not',
  tests: TESTS,
};

export const lexer: LexerDefinition<Memory> = {
  delegates: ['html'],
  start: ({ parent }, lexing) => ({ around: lexing.open(typeof parent === 'string' ? parent : 'html')! }),
  states: () => jinjaStates(WORDS),
};
