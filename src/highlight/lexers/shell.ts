import type { LexerDefinition, Lexing } from '../lexer.ts';
import { rx } from '../rx.ts';
import { anyOf } from '../words.ts';

const KEYWORDS = `
  if fi else while do done for then return function select continue until esac elif in
`;
const BUILTINS = `
  alias bg bind break builtin caller cd command compgen complete declare dirs disown enable eval exec exit export
  false fc fg getopts hash help history jobs let local logout mapfile popd pushd pwd read readonly set shift shopt
  source suspend test time times trap true type typeset ulimit umask unalias unset wait cat tac nl od base32 base64
  fmt pr fold head tail split csplit wc sum cksum b2sum md5sum sha1sum sha224sum sha256sum sha384sum sha512sum sort
  shuf uniq comm ptx tsort cut paste join tr expand unexpand ls dir vdir dircolors cp dd install mv rm shred link ln
  mkdir mkfifo mknod readlink rmdir unlink chown chgrp chmod touch df du stat sync truncate echo printf yes expr tee
  basename dirname pathchk mktemp realpath stty printenv tty id logname whoami groups users who date arch nproc uname
  hostname hostid uptime chcon runcon chroot env nice nohup stdbuf timeout kill sleep factor numfmt seq tar grep sudo
  awk sed gzip gunzip
`;

/** The word that ends the heredoc. */
interface Memory {
  end: string;
}

export const lexer: LexerDefinition<Memory> = {
  start: () => ({ end: '' }),
  states: () => ({
    root: ['commands', 'data'],
    commands: [
      [/#.*/, 'c'],
      [rx`(?:${anyOf(KEYWORDS)})\s*\b`, 'k'],
      [/case\b/, 'k', 'case'],
      [rx`(?:${anyOf(BUILTINS)})\s*\b(?![.-])`, 'nb'],
      [/\.(?=\s)/, 'nb'],
      [/(\w+)(=)/, ['nv', 'o']],
      [/[[\]{}()!=>]/, 'o'],
      [/&&|\|\||<<</, 'o'],
      [
        /(<<-?)(\s*)(['"]?)(\\?)(\w+)(\3)/,
        (lexing: Lexing<Memory>) => {
          lexing.groups('o', '', 'sh', 'sh', 'no', 'sh');
          lexing.memory.end = lexing.match![5]!;
          lexing.push('heredoc');
        },
      ],
    ],
    heredoc: [[/\n/, 'sh', 'heredoc-line'], [/[^$\n\\]+/, 'sh'], 'expansions', [/\$/, 'sh']],
    'heredoc-line': [
      [
        /\s*(\w+)\s*\n/,
        (lexing: Lexing<Memory>) => {
          const ends = lexing.match![1] === lexing.memory.end;
          lexing.token(ends ? 'no' : 'sh');
          if (ends) lexing.pop(2);
        },
      ],
      [/(?:)/, '', 'pop'],
    ],
    'double-quotes': [[/(?:\$#?)?"/, 's2', 'pop'], 'expansions', [/[^"`\\$]+/, 's2']],
    'c-quotes': [[/\\./, 'se'], [/[^\\']+/, 's1'], 'single-quotes'],
    'single-quotes': [
      [/'/, 's1', 'pop'],
      [/[^']+/, 's1'],
    ],
    data: [
      [/\s+/, ''],
      [/\\./, 'se'],
      [/\$?"/, 's2', 'double-quotes'],
      [/\$'/, 's1', 'c-quotes'],
      [/'/, 's1', 'single-quotes'],
      [/\*/, 'k'],
      [/;/, 'p'],
      [/--?[\w-]+/, 'nt'],
      [/[^=*\s{}()$"'`;\\<]+/, ''],
      [/</, ''],
      'expansions',
    ],
    braces: [[/\}/, 'k', 'pop'], [/:-/, 'k'], [/[a-zA-Z0-9_]+/, 'nv'], [/[^}:"`'$]+/, 'p'], 'root'],
    substitution: [[/\)/, 'si', 'pop'], [/\(/, 'o', 'parentheses'], 'root'],
    parentheses: [[/\(/, 'o', 'push'], [/\)/, 'o', 'pop'], 'root'],
    arithmetic: [[/\)\)/, 'k', 'pop'], [/[-+*/%^|&!]|\*\*|\|\|/, 'o'], [/\d+(?:#\w+)?/, 'm'], 'root'],
    case: [[/esac\b/, 'k', 'pop'], [/\|/, 'p'], [/\)/, 'p', 'case-branch'], 'root'],
    'case-branch': [[/;;/, 'p', 'pop'], 'root'],
    backticks: [[/`/, 'sb', 'pop'], 'root'],
    expansions: [
      [/\\(?:$|.)/, 'se'],
      [/\$\(\(/, 'k', 'arithmetic'],
      [/\$\(/, 'si', 'substitution'],
      [/\$\{#?/, 'k', 'braces'],
      [/`/, 'sb', 'backticks'],
      [/\$#?(?:\w+|.)/, 'nv'],
    ],
  }),
};
