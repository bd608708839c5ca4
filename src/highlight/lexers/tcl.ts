import type { LexerDefinition, Lexing, Rule, States } from '../lexer.ts';
import { rx } from '../rx.ts';
import type { Token } from '../tokens.ts';
import { words } from '../words.ts';

const KEYWORDS = `
  after apply array break catch continue elseif else error eval expr for foreach global if namespace proc rename
  return set switch then trace unset update uplevel upvar variable vwait while
`;
const BUILTINS = `
  append bgerror binary cd chan clock close concat dde dict encoding eof exec exit fblocked fconfigure fcopy file
  fileevent flush format gets glob history http incr info interp join lappend lassign lindex linsert list llength
  load loadTk lrange lrepeat lreplace lreverse lsearch lset lsort mathfunc mathop memory msgcat open package pid
  pkg::create pkg_mkIndex platform platform::shell puts pwd re_syntax read refchan regexp registry regsub scan seek
  socket source split string subst tell time tm unknown unload
`;
const WORD = '[^)\\]};\\n\\r\\t\\v]+';

interface Memory {
  /** The number of open braces in strings. */
  braces: number | null;
}

type Tcl = Lexing<Memory>;

function leaveBraces(lexing: Tcl): void {
  while (lexing.state !== 'brace') lexing.pop();
  lexing.pop();
  lexing.token('p');
}

/** The states between delimiters; other closing delimiters are errors, or plain text. */
function delimited(name: string, close: string, commands: States[string], stray: Token): States {
  return {
    [name]: [[rx`${close}`, 'p', 'pop'], ...commands],
    [`arguments-in-${name}`]: [[rx`${close}`, 'p', 'pop pop'], [/[)\]}]/, stray], 'arguments'],
  };
}

function commands(later: boolean, argumentState: string): States[string] {
  return [
    ...(later ? ([[/#/, 'c', 'comment']] as Rule[]) : []),
    'word',
    ...(later ? [] : ([[/#[^)\]};\n]+/, 'c1']] as Rule[])),
    [/(?=[)\]};\n\r\t\v])/, '', argumentState],
    [rx`${WORD}`, words({ k: KEYWORDS, nb: BUILTINS }, '')],
    [/\s+/, ''],
  ];
}

export const lexer: LexerDefinition<Memory> = {
  start: () => ({ braces: null }),
  states: (rouge) => {
    const later = rouge.later;
    return {
      word: [
        [/\{\*\}/, 'k'],
        [/\}/, (lexing: Tcl) => (lexing.within('brace') ? leaveBraces(lexing) : lexing.token('err'))],
        'interpolated',
        [/\{/, 'p', 'brace'],
        [/\(/, 'p', 'parenthesis'],
        [/"/, 's2', 'string'],
        [rx`[^)\]};\n\r\t\v]+?(?=[([{"\\])`, ''],
      ],
      root: commands(later, 'arguments'),
      arguments: [
        [/;/, 'p', 'pop'],
        [/\n/, '', 'pop'],
        [/else|elseif|then/, 'k'],
        'word',
        [/\s+/, ''],
        [rx`${WORD}`, ''],
      ],
      ...delimited('brace', '\\}', commands(later, 'arguments-in-brace'), ''),
      ...delimited('parenthesis', '\\)', commands(later, 'arguments-in-parenthesis'), 'err'),
      ...delimited('bracket', '\\]', commands(later, 'arguments-in-bracket'), 'err'),
      interpolated: [
        [/\[/, 'p', 'bracket'],
        [/\$[a-z0-9.:-]+/, 'nv'],
        [/\$\{[\s\S]*?\}/, 'nv'],
        [/\$/, ''],
        [/\\[0-7]{3}/, 'se'],
        [/\\x[0-9a-f]{2}/i, 'se'],
        [/\\u[0-9a-f]{4}/i, 'se'],
        [/\\[\s\S]/, 'se'],
      ],
      comment: [
        [/.*[^\\]\n/, 'c', 'pop'],
        [/.*\\\n/, 'c'],
      ],
      string: [
        [/"/, 's2', 'pop'],
        'interpolated',
        [/[^\\[$"{}]+/, 's2'],
        [
          /\{/,
          (lexing: Tcl) => {
            lexing.memory.braces = (lexing.memory.braces ?? 0) + 1;
            lexing.token('s2');
          },
        ],
        [
          /\}/,
          (lexing: Tcl) => {
            if (lexing.within('brace') && !lexing.memory.braces) leaveBraces(lexing);
            else {
              lexing.memory.braces = (lexing.memory.braces ?? 0) - 1;
              lexing.token('s2');
            }
          },
        ],
      ],
    };
  },
};
