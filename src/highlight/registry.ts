import type { LexerDefinition, RougeVersion } from './lexer.ts';

/** A language as pages name it. */
export interface Language {
  /** Rouge's tag, the name of the lexer's file. */
  readonly tag: string;
  readonly aliases: readonly string[];
  readonly load: () => Promise<{ readonly lexer: LexerDefinition }>;
}

type Row = readonly [names: string, load: Language['load']];

/** The lexers: the tag first, then the aliases that Rouge knows it by. */
const ROWS: readonly Row[] = [
  ['apache', () => import('./lexers/apache.ts')],
  ['awk', () => import('./lexers/awk.ts')],
  ['bibtex bib', () => import('./lexers/bibtex.ts')],
  ['c', () => import('./lexers/c.ts')],
  ['clojure clj cljs', () => import('./lexers/clojure.ts')],
  ['cmake', () => import('./lexers/cmake.ts')],
  ['common_lisp cl common-lisp elisp emacs-lisp lisp', () => import('./lexers/common-lisp.ts')],
  ['conf config configuration', () => import('./lexers/conf.ts')],
  ['console terminal shell_session shell-session', () => import('./lexers/console.ts')],
  ['coq', () => import('./lexers/coq.ts')],
  ['cpp c++', () => import('./lexers/cpp.ts')],
  ['crystal cr', () => import('./lexers/crystal.ts')],
  ['csharp c# cs', () => import('./lexers/csharp.ts')],
  ['css', () => import('./lexers/css.ts')],
  ['dart', () => import('./lexers/dart.ts')],
  ['diff patch udiff', () => import('./lexers/diff.ts')],
  ['docker dockerfile Dockerfile', () => import('./lexers/docker.ts')],
  ['eex leex heex', () => import('./lexers/eex.ts')],
  ['elixir exs', () => import('./lexers/elixir.ts')],
  ['erb eruby rhtml', () => import('./lexers/erb.ts')],
  ['erlang erl', () => import('./lexers/erlang.ts')],
  ['fluent ftl', () => import('./lexers/fluent.ts')],
  ['fortran', () => import('./lexers/fortran.ts')],
  ['fsharp', () => import('./lexers/fsharp.ts')],
  ['gherkin cucumber behat', () => import('./lexers/gherkin.ts')],
  ['go golang', () => import('./lexers/go.ts')],
  ['gradle', () => import('./lexers/gradle.ts')],
  ['graphql', () => import('./lexers/graphql.ts')],
  ['groovy', () => import('./lexers/groovy.ts')],
  ['handlebars hbs mustache', () => import('./lexers/handlebars.ts')],
  ['haskell hs', () => import('./lexers/haskell.ts')],
  ['hcl', () => import('./lexers/hcl.ts')],
  ['html', () => import('./lexers/html.ts')],
  ['http', () => import('./lexers/http.ts')],
  ['ini', () => import('./lexers/ini.ts')],
  ['irb pry', () => import('./lexers/irb.ts')],
  ['irb_output', () => import('./lexers/irb-output.ts')],
  ['java', () => import('./lexers/java.ts')],
  ['javascript js', () => import('./lexers/javascript.ts')],
  ['jinja django', () => import('./lexers/jinja.ts')],
  ['json', () => import('./lexers/json.ts')],
  ['json-doc jsonc', () => import('./lexers/json-doc.ts')],
  ['jsx react', () => import('./lexers/jsx.ts')],
  ['julia jl', () => import('./lexers/julia.ts')],
  ['kotlin', () => import('./lexers/kotlin.ts')],
  ['liquid', () => import('./lexers/liquid.ts')],
  ['llvm', () => import('./lexers/llvm.ts')],
  ['lua', () => import('./lexers/lua.ts')],
  ['make makefile mf gnumake bsdmake', () => import('./lexers/make.ts')],
  ['markdown md mkd', () => import('./lexers/markdown.ts')],
  ['mathematica wl', () => import('./lexers/mathematica.ts')],
  ['matlab m', () => import('./lexers/matlab.ts')],
  ['nasm', () => import('./lexers/nasm.ts')],
  ['nginx', () => import('./lexers/nginx.ts')],
  ['nim nimrod', () => import('./lexers/nim.ts')],
  ['objective_c objc obj-c obj_c objectivec', () => import('./lexers/objective-c.ts')],
  [
    'objective_cpp objcpp obj-cpp obj_cpp objectivecpp objc++ obj-c++ obj_c++ objectivec++',
    () => import('./lexers/objective-cpp.ts'),
  ],
  ['ocaml', () => import('./lexers/ocaml.ts')],
  ['perl pl', () => import('./lexers/perl.ts')],
  ['php php3 php4 php5', () => import('./lexers/php.ts')],
  ['plaintext text', () => import('./lexers/plaintext.ts')],
  ['powershell posh microsoftshell msshell', () => import('./lexers/powershell.ts')],
  ['properties', () => import('./lexers/properties.ts')],
  ['protobuf proto', () => import('./lexers/protobuf.ts')],
  ['python py', () => import('./lexers/python.ts')],
  ['r R s S', () => import('./lexers/r.ts')],
  ['ruby rb', () => import('./lexers/ruby.ts')],
  [
    'rust rs rust,no_run rs,no_run rust,ignore rs,ignore rust,should_panic rs,should_panic',
    () => import('./lexers/rust.ts'),
  ],
  ['sas', () => import('./lexers/sas.ts')],
  ['sass', () => import('./lexers/sass.ts')],
  ['scala', () => import('./lexers/scala.ts')],
  ['scheme', () => import('./lexers/scheme.ts')],
  ['scss', () => import('./lexers/scss.ts')],
  ['sed', () => import('./lexers/sed.ts')],
  ['shell bash zsh ksh sh', () => import('./lexers/shell.ts')],
  ['sql', () => import('./lexers/sql.ts')],
  ['stata', () => import('./lexers/stata.ts')],
  ['swift', () => import('./lexers/swift.ts')],
  ['terraform tf', () => import('./lexers/terraform.ts')],
  ['tex TeX LaTeX latex', () => import('./lexers/tex.ts')],
  ['toml', () => import('./lexers/toml.ts')],
  ['tsx', () => import('./lexers/tsx.ts')],
  ['typescript ts', () => import('./lexers/typescript.ts')],
  ['vb visualbasic', () => import('./lexers/vb.ts')],
  ['velocity', () => import('./lexers/velocity.ts')],
  ['verilog', () => import('./lexers/verilog.ts')],
  ['viml vim vimscript ex', () => import('./lexers/viml.ts')],
  ['xml', () => import('./lexers/xml.ts')],
  ['yaml yml', () => import('./lexers/yaml.ts')],
  ['zig zir', () => import('./lexers/zig.ts')],
];

/** Names that only the later Rouge knows, each with the tag that it stands for. */
const LATER_NAMES: { readonly [name: string]: string } = {
  containerfile: 'docker',
  Containerfile: 'docker',
  graphviz: 'dot',
  nextflow: 'groovy',
  nf: 'groovy',
  wolfram: 'mathematica',
  'objective-c': 'objective_c',
};

/** The languages by each of their names under a version of Rouge. */
export function languagesOf(rouge: RougeVersion): ReadonlyMap<string, Language> {
  const languages = new Map<string, Language>();
  for (const [names, load] of ROWS) {
    const [tag = '', ...aliases] = names.split(' ');
    const language = { tag, aliases, load };
    for (const name of [tag, ...aliases]) languages.set(name, language);
  }
  if (rouge === '4.7.0') {
    for (const [name, tag] of Object.entries(LATER_NAMES)) {
      const language = languages.get(tag);
      if (language !== undefined) languages.set(name, language);
    }
  }
  return languages;
}
