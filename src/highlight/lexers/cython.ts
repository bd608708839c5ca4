import type { LexerDefinition, Lexing, Rule } from '../lexer.ts';
import { rx } from '../rx.ts';
import { list } from '../words.ts';
import { type PythonMemory, pythonStates, pythonWords, startPython } from './python.ts';

interface Memory extends PythonMemory {
  /** The indentation of the open definitions. */
  indentation: string | null;
}

type Cython = Lexing<Memory>;

const KEYWORDS = 'by except? fused gil nogil';
const DECLARING = new Set(list('public readonly extern api inline enum union'));
const GAP = '(?:\\\\\\s|\\s)+';
const NAME = '[a-zA-Z_]\\w*';
const PATH = '[a-zA-Z_.][\\w.]*';
const ALL_KEYWORDS = new Set(
  list(`
  assert break continue del elif else except exec finally for global if lambda pass print raise return try while
  yield as with from import async await nonlocal by except? fused gil nogil
`),
);

/** A name before another name, a star or a bracket: usually a type. */
function typeName(lexing: Cython): void {
  const { text } = lexing;
  if (ALL_KEYWORDS.has(text)) {
    lexing.token('k');
    lexing.pop();
  } else if (text === 'def') {
    lexing.token('k');
    lexing.goto('function');
  } else if (text === 'struct' || text === 'class') {
    lexing.token('kr');
    lexing.goto('class');
  } else if (DECLARING.has(text)) lexing.token('kr');
  else {
    lexing.token('kt');
    lexing.pop();
  }
}

function indent(lexing: Cython): void {
  const { memory, text } = lexing;
  lexing.token('');
  lexing.goto('c-start');
  if (memory.indentation === null) memory.indentation = text;
  else if (memory.indentation.length > text.length) {
    memory.indentation = null;
    lexing.pop(2);
  }
}

export const lexer: LexerDefinition<Memory> = {
  start: () => ({ ...startPython(), indentation: null }),
  states: (rouge) => {
    const python = pythonStates(rouge, { keywords: KEYWORDS });
    const gap: Rule = [rx`${GAP}`, ''];
    return {
      ...python,
      root: [
        [/cp?def|ctypedef/, 'k', 'c-definitions c-start'],
        [rx`(from)(${GAP})(${PATH})(${GAP})(cimport)`, ['kn', '', 'nn', '', 'kn']],
        [rx`(cimport)(\s+)(${PATH})`, ['kn', '', 'nn']],
        [rx`(struct)(${GAP})`, ['k', ''], 'class'],
        [rx`${NAME}(?=\()`, pythonWords(rouge, { keywords: KEYWORDS }, 'nf')],
        [/[(,]/, 'p', 'c-start'],
        ...python.root!,
      ],
      class: [gap, ...python.class!],
      function: [gap, ...python.function!],
      'c-start': [
        [/[^\S\n]+/, ''],
        [/cp?def|ctypedef/, 'k'],
        [/(?:un)?signed/, 'kt'],
        [rx`${NAME}(?=\*+|[ \t]*\[|[ \t]+\w)`, typeName],
        [/(?:)/, '', 'pop'],
      ],
      'c-definitions': [[/\n/, '', 'c-indentation'], 'root'],
      'c-indentation': [
        [/[ \t]+/, indent],
        [
          /(?:)/,
          (lexing: Cython) => {
            lexing.memory.indentation = null;
            lexing.resetStack();
          },
        ],
      ],
    };
  },
};
