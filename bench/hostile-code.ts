// Code that tries to make a lexer slow: openings that are never closed, long runs, deep nesting.

interface Hostile {
  readonly language: string;
  /** About `n` characters of it. */
  code(n: number): string;
}

const repeat = (piece: string) => (n: number) => piece.repeat(Math.ceil(n / piece.length));
/** A beginning, then repeated pieces, then an end that doesn't match. */
const between = (start: string, piece: string, end: string) => (n: number) => start + repeat(piece)(n) + end;
const nested = (open: string, close: string) => (n: number) => {
  const depth = Math.ceil(n / (open.length + close.length));
  return open.repeat(depth) + close.repeat(depth);
};

export const HOSTILE_CODE: Readonly<Record<string, Hostile>> = {
  'one long word': { language: 'python', code: repeat('a') },
  'strings without an end': { language: 'python', code: repeat('"a\n') },
  'calls without an end': { language: 'python', code: repeat('f(') },
  'doc strings without an end': { language: 'python', code: repeat(':r"""') },
  blanks: { language: 'python', code: repeat(' ') },
  'import, import': { language: 'python', code: repeat('from a \\\n') },
  'words without a semicolon': { language: 'cpp', code: repeat('int f ') },
  'functions without an end': { language: 'cpp', code: repeat('int f (') },
  'comments without an end': { language: 'cpp', code: repeat('/* ') },
  'raw strings without an end': { language: 'cpp', code: repeat('R"x(') },
  'comments before no body': { language: 'c', code: between('int f()', ' /**//**/', 'x') },
  'line comments in a signature': { language: 'cpp', code: repeat('int f() //\n') },
  'one long word of C': { language: 'c', code: repeat('a') },
  stars: { language: 'c', code: repeat('* ') },
  'deep lists': { language: 'yaml', code: repeat('- ') },
  'deeper and deeper': {
    language: 'yaml',
    code: (n) => Array.from({ length: Math.floor(Math.sqrt(2 * n)) }, (_, i) => `${' '.repeat(i)}a:\n`).join(''),
  },
  'keys without a colon': { language: 'yaml', code: repeat('a b ') },
  'lines of blanks': { language: 'yaml', code: repeat(' \n') },
  'flow collections': { language: 'yaml', code: nested('[{a: ', '}]') },
  'tags without an end': { language: 'html', code: repeat('<a b="') },
  'angle brackets': { language: 'html', code: repeat('<') },
  scripts: { language: 'html', code: repeat('<script>') },
  comments: { language: 'html', code: repeat('<!--') },
  'templates in templates': { language: 'javascript', code: repeat('`${') },
  slashes: { language: 'javascript', code: repeat('a /') },
  'regular expressions without an end': { language: 'javascript', code: repeat('=/[') },
  arrows: { language: 'typescript', code: repeat('<T>(a') },
  elements: { language: 'jsx', code: repeat('<A b={') },
  interpolations: { language: 'ruby', code: repeat('"#{') },
  'here documents': { language: 'ruby', code: repeat('<<A\n') },
  'percent literals': { language: 'ruby', code: repeat('%w(') },
  substitutions: { language: 'shell', code: repeat('$(') },
  expansions: { language: 'shell', code: repeat('"${a') },
  'here documents of the shell': { language: 'shell', code: repeat('cat <<E\n') },
  prompts: { language: 'console', code: repeat('$ a\n') },
  braces: { language: 'json', code: nested('{"a":[', ']}') },
  quotes: { language: 'json', code: repeat('"\\') },
  emphasis: { language: 'markdown', code: repeat('*a _b ') },
  links: { language: 'markdown', code: repeat('[a](') },
  'front matter of blank lines': { language: 'markdown', code: between('---', ' \n', '(') },
  'blanks before no AS': { language: 'docker', code: between('FROM', ' ', '.') },
  'escapes without a delimiter': { language: 'sed', code: between('s/', '\\a', 'x') },
  'dollars without an end': { language: 'groovy', code: between('$/', '$a', 'x') },
  backticks: { language: 'markdown', code: repeat('`` ` ') },
  rules: { language: 'css', code: repeat('a{') },
  selectors: { language: 'scss', code: repeat('a:b(') },
  'comments of SQL': { language: 'sql', code: repeat('/*') },
  generics: { language: 'java', code: repeat('A<B ') },
  annotations: { language: 'java', code: repeat('@A( ') },
  'raw strings': { language: 'rust', code: repeat('r#"') },
  'back-quoted strings': { language: 'go', code: repeat('`a\n') },
  commands: { language: 'tex', code: repeat('\\a{$') },
  openings: { language: 'php', code: repeat('<?php "{$a') },
  'quoted forms': { language: 'perl', code: repeat('q{') },
  'substitutions of Perl': { language: 'perl', code: repeat('s/') },
  transposes: { language: 'matlab', code: repeat("a'") },
  'block comments': { language: 'haskell', code: repeat('{-') },
  hunks: { language: 'diff', code: repeat('@@ ') },
  variables: { language: 'make', code: repeat('$(a ') },
  tables: { language: 'toml', code: repeat('[a.') },
  'tags of Liquid': { language: 'liquid', code: repeat('{% if ') },
};

/** Pieces that open something in one language or another: each, repeated, is hostile input for every lexer. */
export const PIECES: readonly string[] = [
  ...'()[]{}<>"\'`/\\|!?@#$%^&*-+=~_:;,.',
  ...['a', 'a ', ' ', '\n', ' \n', 'a\n', '\t', '0', '1.', '0x', 'é', 'a.', 'a:', 'a: ', 'a=', 'a(', 'a<', 'a[', 'a{'],
  ...['A::', 'a->', 'a,b', 'a b ', 'a;', 'a = ', 'a + b ', '(a) ', '[a] ', '\r\n', '\\\n', 'a \\\n', '$a', '$$', '%%'],
  ...[
    '/*',
    '/**',
    '//',
    '/* */',
    '(*',
    '{-',
    '--',
    '--[[',
    '[[',
    '[=[',
    '=begin\n',
    '#|',
    '"""',
    "'''",
    '"a\n',
    "'a\n",
  ],
  ...['"\\', '"#{', '"${', '`${', '${', '$(', '#{', '<<A\n', '<<-A\n', '<<~A\n', '<<<A\n', '@"', '$"', 'r#"', 'R"x('],
  ...['q{', 's/', 'm/', 'y/a', '%w(', '%q{', 'f"{', 'b"', 'u8"', '@a(', 'int f(', 'def f', 'function f(', 'class A '],
  ...['if ', 'import ', 'import a ', 'let a', '<!--', '<![CDATA[', '<a b="', '<a ', '</', '<?', '<?php ', '<%', '<%='],
  ...[
    '{{',
    '{%',
    '{% a %}',
    '{#',
    '- ',
    '* ',
    '> ',
    '# ',
    '| a',
    '\\a{',
    '\\begin{',
    '[a](',
    '```\n',
    '~~~ a\n',
    '---\n',
  ],
];
