/**
 * The types of tokens, by the short name that is also the CSS class (Rouge's and Pygments' names). Lexers refer to a
 * token by its short name; plain text has the empty name, and gets no span.
 */
export const TOKEN_NAMES = {
  '': 'Text',
  w: 'Text.Whitespace',
  esc: 'Escape',
  err: 'Error',
  x: 'Other',
  k: 'Keyword',
  kc: 'Keyword.Constant',
  kd: 'Keyword.Declaration',
  kn: 'Keyword.Namespace',
  kp: 'Keyword.Pseudo',
  kr: 'Keyword.Reserved',
  kt: 'Keyword.Type',
  kv: 'Keyword.Variable',
  n: 'Name',
  na: 'Name.Attribute',
  nb: 'Name.Builtin',
  bp: 'Name.Builtin.Pseudo',
  nc: 'Name.Class',
  no: 'Name.Constant',
  nd: 'Name.Decorator',
  ni: 'Name.Entity',
  ne: 'Name.Exception',
  nf: 'Name.Function',
  fm: 'Name.Function.Magic',
  py: 'Name.Property',
  nl: 'Name.Label',
  nn: 'Name.Namespace',
  nx: 'Name.Other',
  nt: 'Name.Tag',
  nv: 'Name.Variable',
  vc: 'Name.Variable.Class',
  vg: 'Name.Variable.Global',
  vi: 'Name.Variable.Instance',
  vm: 'Name.Variable.Magic',
  l: 'Literal',
  ld: 'Literal.Date',
  s: 'Literal.String',
  sa: 'Literal.String.Affix',
  sb: 'Literal.String.Backtick',
  sc: 'Literal.String.Char',
  dl: 'Literal.String.Delimiter',
  sd: 'Literal.String.Doc',
  s2: 'Literal.String.Double',
  se: 'Literal.String.Escape',
  sh: 'Literal.String.Heredoc',
  si: 'Literal.String.Interpol',
  sx: 'Literal.String.Other',
  sr: 'Literal.String.Regex',
  s1: 'Literal.String.Single',
  ss: 'Literal.String.Symbol',
  m: 'Literal.Number',
  mb: 'Literal.Number.Bin',
  mf: 'Literal.Number.Float',
  mh: 'Literal.Number.Hex',
  mi: 'Literal.Number.Integer',
  il: 'Literal.Number.Integer.Long',
  mo: 'Literal.Number.Oct',
  mx: 'Literal.Number.Other',
  o: 'Operator',
  ow: 'Operator.Word',
  p: 'Punctuation',
  pi: 'Punctuation.Indicator',
  c: 'Comment',
  ch: 'Comment.Hashbang',
  cd: 'Comment.Doc',
  cm: 'Comment.Multiline',
  cp: 'Comment.Preproc',
  cpf: 'Comment.PreprocFile',
  c1: 'Comment.Single',
  cs: 'Comment.Special',
  g: 'Generic',
  gd: 'Generic.Deleted',
  ge: 'Generic.Emph',
  ges: 'Generic.EmphStrong',
  gr: 'Generic.Error',
  gh: 'Generic.Heading',
  gi: 'Generic.Inserted',
  gl: 'Generic.Lineno',
  go: 'Generic.Output',
  gp: 'Generic.Prompt',
  gs: 'Generic.Strong',
  gu: 'Generic.Subheading',
  gt: 'Generic.Traceback',
} as const;

export type Token = keyof typeof TOKEN_NAMES;

/** A piece of code with its token; all pieces together are the code. */
export interface Piece {
  readonly token: Token;
  readonly text: string;
}

/** Receives pieces: none is empty, and adjacent ones have different tokens. */
export type Sink = (token: Token, text: string) => void;

/**
 * Receives what lexers read, as ranges of their input, merges adjacent equal tokens, and passes them on to `sink`. A
 * string is only sliced once its piece is complete.
 */
export class Output {
  #token: Token = '';
  /** The part of the piece from earlier inputs; the rest of it is `#input` from `#start` to `#end`. */
  #text = '';
  #input = '';
  #start = 0;
  #end = 0;
  readonly #sink: Sink;

  constructor(sink: Sink) {
    this.#sink = sink;
  }

  add(token: Token, input: string, start: number, end: number): void {
    if (start === end) return;
    if (token === this.#token) {
      if (start === this.#end && input === this.#input) {
        this.#end = end;
        return;
      }
      this.#text += this.#input.slice(this.#start, this.#end);
    } else {
      this.flush();
      this.#token = token;
    }
    this.#input = input;
    this.#start = start;
    this.#end = end;
  }

  /** Passes on the current piece. */
  flush(): void {
    const text = this.#text + this.#input.slice(this.#start, this.#end);
    this.#text = '';
    this.#start = this.#end;
    if (text !== '') this.#sink(this.#token, text);
  }
}
