import type { LexerDefinition, Lexing } from '../lexer.ts';
import { ambiguous, rx } from '../rx.ts';
import type { Token } from '../tokens.ts';

const SPACE = '(?:\\s|//[\\s\\S]*?\\n|/[*](?:[^*]|[*][^/])*[*]+/)';
/** A pattern with white space in it: a comment in it may end at any of its ends, even on a later line. */
const spaced = (strings: TemplateStringsArray, ...parts: readonly string[]) => ambiguous(rx(strings, ...parts));
const NAME = "(?!#[a-zA-Z])[\\w#$%']+";
const COMPLEX_NAME = "(?:[\\w#$%']|\\(\\)|\\(,\\)|\\[\\])*[\\w#$%']";

/** The tokens of the groups; a group without one (white space or code) is lexed separately. */
function groups(...tokens: readonly (Token | null)[]): (lexing: Lexing) => void {
  return (lexing) => {
    tokens.forEach((token, i) => {
      const text = lexing.match![i + 1] ?? '';
      if (token === null) lexing.recurse(text);
      else if (text !== '') lexing.token(token, text);
    });
  };
}

export const lexer: LexerDefinition = {
  states: () => ({
    root: [
      [/\s+/, ''],
      [/^=====.*=====$/, 'gh'],
      [/^\d{4}-\d{2}-\d{2} \d{2}:\d{2}:\d{2}\.\d+ UTC$/, 'c1'],
      [/(section)(\s+)/, ['k', ''], 'section'],
      [/#(?:include|endif|else|if)/, 'cp'],
      [spaced`(#define)(${SPACE}*)(${NAME})`, groups('cp', null, 'nl')],
      [/(\{ )(info_tbls)(:)/, ['p', 'ni', 'p'], 'info-tables'],
      'comments',
      'literals',
      'keywords',
      [rx`${NAME}(?=\[[^\]])`, 'kt'],
      [rx`${NAME}\[\]`, 'kt'],
      [spaced`(${NAME})(${SPACE}+)(${NAME})(${SPACE}*)(\()`, groups('nl', null, 'nf', null, 'p')],
      [spaced`(${NAME})(${SPACE}+)(${NAME})`, groups('kt', null, 'nl')],
      'infos',
      'names',
      'operators',
      [/\\\n/, ''],
      [/./, ''],
    ],
    section: [
      [/"(?:data|cstring|text|rodata|relrodata|bss)"/, 'nb'],
      [/\{/, 'p', 'pop'],
      'names',
      'operators',
      'keywords',
      [/\s+/, ''],
    ],
    'info-tables': [
      [/\}/, 'p', 'pop'],
      [/\{/, 'p', 'push'],
      [/(?=label:)/, '', 'label'],
      [rx`(\()(${COMPLEX_NAME})(,)`, ['p', 'nl', 'p']],
      'literals',
      'infos',
      'keywords',
      'operators',
      [rx`${NAME}`, ''],
      [/\s+/, ''],
    ],
    label: ['infos', 'names', 'keywords', 'operators', [/[^\S\n]+/, ''], [/\n/, '', 'pop']],
    comments: [
      [/\/{2}.*/, 'c1'],
      [/\(likely.*?\)/, 'c'],
      [/\/\*[\s\S]*?\*\//, 'cm'],
    ],
    literals: [
      [/-?[0-9]+\.[0-9]+/, 'mf'],
      [/-?[0-9]+/, 'mi'],
      [/"/, 'dl', 'string'],
    ],
    string: [
      [/\\./, 'se'],
      [/%./, 'ss'],
      [/"/, 'dl', 'pop'],
      [/./, 's'],
    ],
    operators: [
      [/\.\./, 'o'],
      [/[+\-*/<>=!&|~]/, 'o'],
      [/[[\].{}:;,()]/, 'p'],
    ],
    keywords: [
      [/(const)(\s+)/, ['kc', '']],
      [/"/, 's2'],
      [/(switch)([^{]*)(\{)/, groups('k', null, 'p')],
      [spaced`(arg|result)(${SPACE}+)(hints)(:)`, groups('py', null, 'py', 'p')],
      [spaced`(returns)(${SPACE}*)(to)`, groups('k', null, 'k')],
      [spaced`(never)(${SPACE}*)(returns)`, groups('k', null, 'k')],
      [spaced`(return)(${SPACE}*)(\()`, groups('k', null, 'p')],
      [
        spaced`(if|else|goto|call|offset|import|jump|ccall|foreign|prim|case|unwind|export|reserve|push)(${SPACE})`,
        groups('k', null),
      ],
      [spaced`(default)(${SPACE}*)(:)`, groups('k', null, 'p')],
    ],
    infos: [
      [/(args|res|upd|label|rep|srt|arity|fun_type|arg_space|updfr_space)(:)/, ['py', 'p']],
      [/(stack_info)(:)/, ['ni', 'p']],
    ],
    names: [
      [spaced`(::)(${SPACE}*)([A-Z]\w+)`, groups('o', null, 'kt')],
      [rx`<${NAME}>`, 'nb'],
      [rx`(?:Sp|SpLim|Hp|HpLim|HpAlloc|BaseReg|CurrentNursery|CurrentTSO|R\d{1,2}|gcptr)(?!${NAME})`, 'vg'],
      [rx`([A-Z]${NAME})(\.)`, ['nn', 'p'], 'qualified'],
      [rx`(\`)(${NAME})(\`)`, ['p', 'nf', 'p']],
      [spaced`(?=${COMPLEX_NAME}${SPACE}*[{(])`, '', 'function'],
      [/CLOSURE/, 'kt'],
      [rx`${COMPLEX_NAME}`, 'nl'],
    ],
    qualified: [
      [rx`([A-Z]${NAME})(\.)`, ['nn', 'p']],
      [
        spaced`(${COMPLEX_NAME})(${SPACE}*)([{(])`,
        (lexing: Lexing) => {
          groups('nf', null, 'p')(lexing);
          lexing.pop();
        },
      ],
      [rx`${COMPLEX_NAME}`, 'nl', 'pop'],
      [/(?=[\s\S])/, '', 'pop'],
    ],
    function: [
      [/INFO_TABLE_FUN|INFO_TABLE_CONSTR|INFO_TABLE_SELECTOR|INFO_TABLE_RET|INFO_TABLE/, 'nb'],
      [rx`%${NAME}`, 'nb'],
      [rx`${COMPLEX_NAME}`, 'nf'],
      [/\s+/, ''],
      [/[({]/, 'p', 'pop'],
      'comments',
    ],
  }),
};
