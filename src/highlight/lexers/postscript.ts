import type { LexerDefinition } from '../lexer.ts';
import { rx } from '../rx.ts';
import { anyOf } from '../words.ts';

const KEYWORDS = `
  abs add aload arc arcn array atan begin bind ceiling charpath clip closepath concat concatmatrix copy cos
  currentlinewidth currentmatrix currentpoint curveto cvi cvs def defaultmatrix dict dictstackoverflow div dtransform
  dup end exch exec exit exp fill findfont floor get getinterval grestore gsave identmatrix idiv idtransform index
  invertmatrix itransform length lineto ln load log loop matrix mod moveto mul neg newpath pathforall pathbbox pop
  print pstack put quit rand rangecheck rcurveto repeat restore rlineto rmoveto roll rotate round run save scale
  scalefont setdash setfont setgray setlinecap setlinejoin setlinewidth setmatrix setrgbcolor shfill show showpage sin
  sqrt stack stringwidth stroke strokepath sub syntaxerror transform translate truncate typecheck undefined
  undefinedfilename undefinedresult
`;
const END = '(?=[()<>[\\]{}/%\\s])';
const NAME = `[^()<>[\\]{}/%\\s]+${END}`;
const NUMBER = '(?:[0-9]+\\.?|[0-9]*\\.[0-9]+|[0-9]+\\.[0-9]*)(?:[eE][0-9]+)?';

export const lexer: LexerDefinition = {
  states: () => ({
    root: [
      [/^%!.+/, 'cp'],
      [/%%.*/, 'cs'],
      [/%.*/, 'c1'],
      [/\(/, 's', 'string'],
      [rx`/${NAME}`, 'nv'],
      [/[{}<>[\]]/, 'p'],
      [rx`(?:${anyOf(KEYWORDS)})${END}`, 'nb'],
      [rx`(?:eq|ne|g[et]|l[et]|and|or|not|if(?:else)?|for(?:all)?)${END}`, 'kr'],
      [rx`(?:false|true)${END}`, 'kc'],
      [rx`[0-9]+#[-+]?${NUMBER}${END}`, 'mo'],
      [rx`[-+]?${NUMBER}${END}`, 'mf'],
      [rx`${NAME}`, 'nf'],
      [/\s+/, ''],
    ],
    string: [
      [/[^()\\]+/, 's'],
      [/\\/, 'se', 'escape'],
      [/\(/, 's', 'push'],
      [/\)/, 's', 'pop'],
    ],
    escape: [[/[0-8]{3}|n|r|t|b|f|\\|\(|\)/, 'se', 'pop']],
  }),
};
