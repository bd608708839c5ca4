import type { LexerDefinition, Lexing } from '../lexer.ts';
import { words } from '../words.ts';

const NAMES = words(
  {
    k: 'do if while select update delete exec from by',
    ow: `
  and or except inter like each cross vs sv within where in asof bin binr cor cov cut ej fby div ij insert lj ljf
  mavg mcount mdev mmax mmin mmu mod msum over prior peach pj scan scov setenv ss sublist uj union upsert wavg wsum
  xasc xbar xcol xcols xdesc xexp xgroup xkey xlog xprev xrank
`,
    nb: `
  first enlist value type get set count string key max min sum prd last flip distinct raze neg desc differ dsave dev
  eval exit exp fills fkeys floor getenv group gtime hclose hcount hdel hopen hsym iasc idesc inv keys load log lsq
  ltime ltrim maxs md5 med meta mins next parse plist prds prev rand rank ratios read0 read1 reciprocal reverse
  rload rotate rsave rtrim save sdev show signum sin sqrt ssr sums svar system tables tan til trim txf ungroup var
  view views wj wj1 ww
`,
  },
  'n',
);

function name(lexing: Lexing): void {
  const { token } = NAMES.of(lexing.text);
  lexing.token(token === 'n' && /^\.[zQqho]\./.test(lexing.text) ? 'no' : token);
}

export const lexer: LexerDefinition = {
  states: () => ({
    root: [
      [/#!.*/, 'cp', 'top'],
      [/(?:)/, '', 'top'],
    ],
    top: [
      [/^[ \t\r]+.*/, 'cs'],
      [/\n+/, ''],
      [/(?:)/, '', 'base'],
    ],
    base: [
      [/\n+/, ''],
      [/^.\)/, 'kd'],
      [/\.?[a-z][a-z0-9_.]*/i, name],
      [/\s+\/.*/, 'c1'],
      [/[ \t\r]+/, 'w'],
      [/^\/$[\s\S]*?(?<=\n)\\$/, 'cm'],
      [/^\/[^\n]*(?:\n[^\S\n]+.*)*/, 'cm'],
      [/^\\$/, 'c', 'bottom'],
      [/^\\\\\s+/, 'k', 'bottom'],
      [/"/, 's', 'string'],
      [/(?:\d+D|\d{4}\.[01]\d\.[0123]\d[DT])(?:[012]\d:[0-5]\d(?::[0-5]\d(?:\.\d+)?)?|(?:[012]\d)?)[zpn]?\b/, 'ld'],
      [/[012]\d:[0-5]\d(?::[0-5]\d(?:\.\d+)?)?[uvtpn]?\b/, 'ld'],
      [/\d{4}\.[01]\d\.[0-3]\d[dpnzm]?\b/, 'ld'],
      [/0[nNwW][hijefcpmdznuvt]?/, 'kc'],
      [/'|\/:|\\:|':|\\|\/|0:|1:|2:/, 'o'],
      [/(?:\d+[.]\d*|[.]\d+)(?:e[+-]?\d+)?[ef]?/, 'mf'],
      [/\d+e[+-]?\d+[ef]?/, 'mf'],
      [/\d+[ef]/, 'mf'],
      [/0x[0-9a-f]+/i, 'mh'],
      [/[01]+b/, 'mb'],
      [/[0-9]+[hij]?/, 'mi'],
      [/`:[:a-z0-9._/]*|`(?:[a-z0-9.][:a-z0-9._]*)?/i, 'ss'],
      [/<=|>=|<>|::|[?:$%&|@._#*^\-+~,!><=]:?/, 'o'],
      [/[{}[\]();]/, 'p'],
      [/\\.*\n/, ''],
    ],
    string: [
      [/\\"/, 's'],
      [/"/, 's', 'pop'],
      [/\\(?:[\\nr]|[01][0-7]{2})/, 'se'],
      [/[^\\"\n]+/, 's'],
      [/\\/, 's'],
    ],
    bottom: [[/[\s\S]+/, 'cm']],
  }),
};
