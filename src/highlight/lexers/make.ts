import type { LexerDefinition, Lexing, Rule, States } from '../lexer.ts';
import { ambiguous, rx } from '../rx.ts';
import type { RougeVersion } from '../versions.ts';
import { anyOf } from '../words.ts';

const FUNCTIONS = `
  abspath addprefix addsuffix and basename call dir error eval file filter filter-out findstring firstword flavor
  foreach if join lastword notdir or origin patsubst realpath shell sort strip subst suffix value warning wildcard
  word wordlist words
`;

/** The lexer of the recipes; it continues where it stopped until the recipe ends. */
interface Memory {
  shell: Lexing;
}

type Make = Lexing<Memory>;

const toShell = (lexing: Make) => lexing.delegate(lexing.memory.shell);

function states(rouge: RougeVersion): States {
  const later = rouge.later;
  const call = rx`(\$[({])([\t ]*)(${anyOf(FUNCTIONS)})([\t ]+)`;
  const stop = later ? '[$]{1,2}\\(|[$]{1,2}\\{|\\(|\\)|\\}|\\\\|$' : '\\$\\(|\\$\\{|\\(|\\)|\\}|\\\\|$';
  const conditions: Rule[] = later
    ? [
        [/((?:ifn?def|ifn?eq|unexport)\b)([\t ]+)([^#\n]+)/, ['k', '', 'nv']],
        [/(else\b)([\t ]+)((?:ifn?def|ifn?eq)\b)([\t ]+)([^#\n]+)/, ['k', '', 'k', '', 'nv']],
        [/(?:else|endif|endef|endfor)[\t ]*(?=[#\n])/, 'k'],
      ]
    : [
        [/(ifn?def|ifn?eq)([\t ]+)([^#\n]+)/, ['k', '', 'nv']],
        [/(?:else|endif)[\t ]*(?=[#\n])/, 'k'],
      ];
  return {
    root: [
      [/\s+/, ''],
      [/#.*\n/, 'c'],
      [/([-s]?include)((?:[\t ]+[^\t\n #]+)+)/, ['k', 'sx']],
      ...conditions,
      [/(export)([\t ]+)(?=[\w${}()\t -]+\n)/, ['k', ''], 'export'],
      [/export[\t ]+/, 'k'],
      ...(later
        ? ([[/(override\b)*([\t ]*)([\w${}().-]+)([\t ]*)([!?:+]?=)/, ['nb', '', 'nv', '', 'o'], 'line']] as Rule[])
        : ([[/([\w${}().-]+)([\t ]*)([!?:+]?=)/, ['nv', '', 'o'], 'line']] as Rule[])),
      [/"(?:\\.|[^"\\])*"/, 's2'],
      [/'(?:\\.|[^'\\])*'/, 's1'],
      [/([^\n:]+)(:+)([ \t]*)/, ['nl', 'o', ''], 'rule-header'],
      ...(later
        ? ([
            [/(override\b)*([\t ])*(define)([\t ]+)([^#\n]+)/, ['nb', '', 'k', '', 'nv']],
            [call, ['nf', '', 'nb', ''], 'shell-expression'],
          ] as Rule[])
        : []),
    ],
    export: [
      [/[\w${}()-]/, 'nv'],
      [/\n/, '', 'pop'],
      [/[\t ]+/, ''],
    ],
    'rule-header': [
      [/[^,\\\n#]+/, 'nf'],
      [/,/, 'p'],
      [/#/, 'c'],
      [/\\\n|\\./, ''],
      [/\n/, '', 'goto rule-body'],
    ],
    'rule-body': [
      [ambiguous(/(ifn?def|ifn?eq)([\t ]+)([^#\n]+)(#.*)?(\n)/), ['k', '', 'nv', 'c', '']],
      [/(else|endif)([\t ]*)(#.*)?(\n)/, ['k', '', 'c', '']],
      [/(\t[\t ]*)([@-]?)/, ['', 'p'], 'line'],
      [
        /(?:)/,
        (lexing: Make) => {
          lexing.memory.shell = lexing.open('shell')!;
          lexing.pop();
        },
      ],
    ],
    shell: [
      ...(later
        ? ([[/\${1,2}[({]/, 'p', 'macro']] as Rule[])
        : ([[/\$[({][\t ]*\w[\w:=%.]*[\t ]*[)}]/i, 'nv']] as Rule[])),
      [call, [later ? 'p' : 'nf', '', 'nb', ''], 'shell-expression'],
      [/\\[\s\S]/, toShell],
      [rx`[\s\S]+?(?=${stop})`, toShell],
      [rx`${stop}`, toShell],
    ],
    macro: [[/[)}]/, 'p', 'pop'], [/\n/, '', 'pop'], 'shell'],
    'shell-expression': [
      [
        /[({]/,
        (lexing: Make) => {
          toShell(lexing);
          lexing.push();
        },
      ],
      [/[)}]/, later ? 'p' : 'nf', 'pop'],
      'shell',
    ],
    line: [[/\n/, '', 'pop'], 'shell'],
  };
}

export const lexer: LexerDefinition<Memory> = {
  delegates: ['shell'],
  start: (_, lexing) => ({ shell: lexing.open('shell')! }),
  states,
};
