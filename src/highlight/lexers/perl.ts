import type { LexerDefinition, Lexing, Rule } from '../lexer.ts';
import { ambiguous, rx, rxi } from '../rx.ts';
import type { Token } from '../tokens.ts';
import { anyOf } from '../words.ts';

const KEYWORDS = `
  case continue do else elsif for foreach if last my next our redo reset then unless until while use print new BEGIN
  CHECK INIT END return
`;
const BUILTINS = `
  abs accept alarm atan2 bind binmode bless caller chdir chmod chomp chop chown chr chroot close closedir connect
  continue cos crypt dbmclose dbmopen defined delete die dump each endgrent endhostent endnetent endprotoent endpwent
  endservent eof eval exec exists exit exp fcntl fileno flock fork format formline getc getgrent getgrgid getgrnam
  gethostbyaddr gethostbyname gethostent getlogin getnetbyaddr getnetbyname getnetent getpeername getpgrp getppid
  getpriority getprotobyname getprotobynumber getprotoent getpwent getpwnam getpwuid getservbyname getservbyport
  getservent getsockname getsockopt glob gmtime goto grep hex import index int ioctl join keys kill last lc lcfirst
  length link listen local localtime log lstat map mkdir msgctl msgget msgrcv msgsnd my next no oct open opendir ord
  our pack package pipe pop pos printf prototype push quotemeta rand read readdir readline readlink readpipe recv redo
  ref rename require reverse rewinddir rindex rmdir scalar seek seekdir select semctl semget semop send setgrent
  sethostent setnetent setpgrp setpriority setprotoent setpwent setservent setsockopt shift shmctl shmget shmread
  shmwrite shutdown sin sleep socket socketpair sort splice split sprintf sqrt srand stat study substr symlink syscall
  sysopen sysread sysseek system syswrite tell telldir tie tied time times tr truncate uc ucfirst umask undef unlink
  unpack unshift untie utime values vec wait waitpid wantarray warn write
`;
const FLAGS = '[msixpodualngcr]*';

const as = (token: Token) => (lexing: Lexing) => lexing.token(token);

/** Anything up to a delimiter, which a backslash escapes. */
function until(delimiter: string): string {
  return `(?:\\\\[\\\\${delimiter}]|[^\\\\${delimiter}]|\\\\(?![\\\\${delimiter}]))*${delimiter}`;
}

/** Anything up to what group 1 matched, which a backslash escapes unless it is a backslash itself. */
const UNTIL_FIRST = '(?:(?!\\1)(?:\\\\(?:\\\\|\\1)|[^\\\\\\x01]|\\\\(?!\\\\|\\1)))*\\1';

/** The second part of a substitution, with its own delimiters. */
function balanced(open: string, close: string): Rule {
  return [rx`${open}${until(close)}[egimosx]*`, 'sr', 'pop'];
}

function nestedString(open: string, close: string): Rule[] {
  return [
    [rx`\\[${open}${close}\\]`, 'sx'],
    [/\\/, 'sx'],
    [rx`${open}`, 'sx', 'push'],
    [rx`${close}`, 'sx', 'pop'],
    [rx`[^${open}${close}\\]+`, 'sx'],
  ];
}

export const lexer: LexerDefinition = {
  states: () => ({
    'balanced-regexp': [
      balanced('/', '/'),
      balanced('!', '!'),
      [/\\(?:\\\\|[^\\])*\\[egimosx]*/, 'sr', 'pop'],
      balanced('\\{', '\\}'),
      balanced('<', '>'),
      balanced('\\[', '\\]'),
      balanced('\\(', '\\)'),
      balanced('@', '@'),
      balanced('%', '%'),
      balanced('\\$', '\\$'),
    ],
    root: [
      [/#.*/, 'c1'],
      [/^=[a-zA-Z0-9]+\s+[\s\S]*?\n=cut/, 'cm'],
      [rx`(?:${anyOf(KEYWORDS)})\b`, 'k'],
      [/(format)(\s+)([a-zA-Z0-9_]+)(\s*)(=)(\s*\n)/, ['k', '', 'n', '', 'p', ''], 'format'],
      [/(?:eq|lt|gt|le|ge|ne|not|and|or|cmp)\b/, 'ow'],
      [rx`(?:s|tr|y)\{${until('\\}')}\s*`, 'sr', 'balanced-regexp'],
      [rx`(?:s|tr|y)<${until('>')}\s*`, 'sr', 'balanced-regexp'],
      [rx`(?:s|tr|y)\[${until('\\]')}\s*`, 'sr', 'balanced-regexp'],
      [rx`(?:s|tr|y)\(${until('\\)')}\s*`, 'sr', 'balanced-regexp'],
      [rx`(?:s|tr|y)\s*([^\w\s])${UNTIL_FIRST}${UNTIL_FIRST}${FLAGS}`, as('sr')],
      [rx`(?:s|tr|y)\s+(\w)${UNTIL_FIRST}${UNTIL_FIRST}${FLAGS}`, as('sr')],
      // If nothing else ends the pattern, an escaped slash does.
      [ambiguous(/m?\/(?:\\\\|\\\/|[^/\n])*\/[msixpodualngc]*/), 'sr'],
      [/m(?=[/!\\{<[(@%$])/, 'sr', 'balanced-regexp'],
      [rx`m\s*([^\w\s])${UNTIL_FIRST}[msixpodualngc]*`, as('sr')],
      [rx`m\s+(\w)${UNTIL_FIRST}[msixpodualngc]*`, as('sr')],
      [/\s+/, ''],
      [/(?=[a-z_]\w*(?:\s*#.*\n)*\s*=>)/i, '', 'fat-comma'],
      [rx`(?:${anyOf(BUILTINS)})\b`, 'nb'],
      [/(?:__(?:DIE|WARN)__|DATA|STD(?:IN|OUT|ERR))\b/, 'bp'],
      [/<<(['"]?)([a-zA-Z_][a-zA-Z0-9_]*)\1;?\n[\s\S]*?\n\2\n/, as('s')],
      [/__(?:END|DATA)__\b/, 'cp', 'end'],
      [/\$\^[ADEFHILMOPSTWX]/, 'vg'],
      [/\$[\\"'[\]&`+*.,;=%~?@$!<>(^|/_-](?!\w)/, 'vg'],
      [/[$@%&*][$@%&*#_]*(?=[a-z{[;])/i, 'nv', 'variable-name'],
      [/[-+/*%=<>&^|!\\~]=?/, 'o'],
      [/0_?[0-7]+(?:_[0-7]+)*/, 'mo'],
      [/0x[0-9A-Fa-f]+(?:_[0-9A-Fa-f]+)*/, 'mh'],
      [/0b[01]+(?:_[01]+)*/, 'mb'],
      [/\d*(?:_\d*)*\.\d+(?:_\d*)*(?:e[+-]?\d+)?/i, 'mf'],
      [/\d+(?:_\d*)*e[+-]?\d+(?:_\d*)*/i, 'mf'],
      [/\d+(?:_\d+)*/, 'mi'],
      [/'/, 'p', 'single-quotes'],
      [/"/, 'p', 'double-quotes'],
      [/`/, 'p', 'backticks'],
      [/<[^\s>]+>/, 'sr'],
      [/(?:q|qq|qw|qr|qx)\{/, 'sx', 'braces'],
      [/(?:q|qq|qw|qr|qx)\(/, 'sx', 'parentheses'],
      [/(?:q|qq|qw|qr|qx)\[/, 'sx', 'brackets'],
      [/(?:q|qq|qw|qr|qx)</, 'sx', 'angles'],
      [/(?:q|qq|qw|qr|qx)(\W)[\s\S]*?\1/, as('sx')],
      [/package\s+/, 'k', 'module-name'],
      [/sub\s+/, 'k', 'function-name'],
      [/\[\]|\*\*|::|<<|>>|>=|<=|<=>|={3}|!=|=~|!~|&&?|\|\||\.{1,3}/, 'o'],
      [/[()[\]:;,<>/?{}]/, 'p'],
      [/(?=\w)/, '', 'name'],
    ],
    format: [
      [/\.\n/, 'si', 'pop'],
      [/.*?\n/, 'si'],
    ],
    'fat-comma': [
      [/#.*/, 'c1'],
      [/\w+/, 's'],
      [/\s+/, ''],
      [/=>/, 'o', 'pop'],
    ],
    'any-name': [
      [/\w+::/, 'nn'],
      [/[\w:]+/, 'nv', 'pop'],
    ],
    'variable-name': [[/\s+/, ''], [/[{[]/, 'p', 'pop'], [/[),]/, 'p', 'pop'], [/;/, 'p', 'pop'], 'any-name'],
    name: ['any-name', [/[A-Z_]+(?=[^a-zA-Z0-9_])/, 'no', 'pop'], [/(?=\W)/, '', 'pop']],
    'module-name': [[/[a-z_]\w*/i, 'nn', 'pop']],
    'function-name': [
      [/[a-zA-Z_]\w*[!?]?/, 'nf'],
      [/\s+/, ''],
      [/(\([$@%]*\))(\s*)/, ['p', '']],
      [/.*?\{/, 'p', 'pop'],
      [/;/, 'p', 'pop'],
    ],
    'single-quotes': [
      [/\\[\\']/, 'se'],
      [/[^\\']+/, 's1'],
      [/'/, 'p', 'pop'],
      [/\\/, 's1'],
    ],
    'double-quotes': [
      'interpolations',
      [/\\[\\tnrabefluLUE"$@]/, 'se'],
      [/\\0\d{2}/, 'se'],
      [/\\o\{\d+\}/, 'se'],
      [/\\x[0-9a-fA-F]{2}/, 'se'],
      [/\\x\{[0-9a-fA-F]+\}/, 'se'],
      [/\\c./, 'se'],
      [/\\N\{[^}]+\}/, 'se'],
      [/[^\\"]/, 's2'],
      [/"/, 'p', 'pop'],
      [/\\/, 'se'],
    ],
    backticks: ['interpolations', [/\\[\\tnr`]/, 'se'], [/[^\\`]/, 'sb'], [/`/, 'p', 'pop']],
    braces: nestedString('\\{', '\\}'),
    parentheses: nestedString('\\(', '\\)'),
    brackets: nestedString('\\[', '\\]'),
    angles: nestedString('<', '>'),
    interpolation: [
      [/\}/, 'si', 'pop'],
      [/\s+/, ''],
      [rxi`[a-z_]\w*`, 'si'],
    ],
    interpolations: [
      [/[$@]\{/, 'si', 'interpolation'],
      [/[$@][a-z_]\w*/i, 'si'],
    ],
    end: [[/[\s\S]+/, 'cp', 'pop']],
  }),
};
