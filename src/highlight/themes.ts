/**
 * Rouge's themes, for code with inline styles (kramdown's option `inline_theme`). A theme is a list of lines: the first
 * is the default style, the others consist of tokens (by their short names) and their style.
 */
import type { RougeVersion } from './versions.ts';

const BW = `
  color: #000000;background-color: #ffffff
  err: color: #FF0000
  k kc kd kn kr kv nc ni ne nn nt sa se si o ow gh gp gs gu: font-weight: bold
  kp kt cp: 
  s sb sc dl sd s2 sh sx sr s1 ss c ch cd cm cpf c1 cs ge: font-style: italic
  ges: font-weight: bold;font-style: italic
`;

const COLORFUL = `
  color: #bbbbbb;background-color: #000
  err: color: #F00;background-color: #FAA
  k kc kd kn kr kv sa: color: #080;font-weight: bold
  kp: color: #038
  kt: color: #339
  na: color: #00C
  nb bp: color: #007020
  nc: color: #B06;font-weight: bold
  no: color: #036;font-weight: bold
  nd: color: #555;font-weight: bold
  ni: color: #800;font-weight: bold
  ne: color: #F00;font-weight: bold
  nf fm: color: #06B;font-weight: bold
  nl: color: #970;font-weight: bold
  nn: color: #0e84b5;font-weight: bold
  nt: color: #070
  nv vm: color: #963
  vc: color: #369
  vg: color: #d70;font-weight: bold
  vi: color: #33B
  s sb dl s2 sh s1: background-color: #fff0f0
  sc gt: color: #04D
  sd: color: #D42
  se: color: #666;font-weight: bold
  si: background-color: #eee
  sx: color: #D20
  sr: color: #000;background-color: #fff0ff
  ss: color: #A60
  m mb mf mx: color: #60E;font-weight: bold
  mh: color: #058;font-weight: bold
  mi il: color: #00D;font-weight: bold
  mo: color: #40E;font-weight: bold
  o: color: #333
  ow: color: #000;font-weight: bold
  c ch cd cm cpf c1 go: color: #888
  cp: color: #579
  cs: color: #cc0000;font-weight: bold
  gd: color: #A00000
  ge: font-style: italic
  ges: font-weight: bold;font-style: italic
  gr: color: #FF0000
  gh: color: #000080;font-weight: bold
  gi: color: #00A000
  gp: color: #c65d09;font-weight: bold
  gs: font-weight: bold
  gu: color: #800080;font-weight: bold
`;

const GITHUB = `
  background-color: #f8f8f8
  w: color: #bbbbbb
  err: color: #a61717;background-color: #e3d2d2
  k kc kd kn kp kr kv sa o ow: color: #000000;font-weight: bold
  kt nc: color: #445588;font-weight: bold
  na no nv vc vg vi vm: color: #008080
  nb: color: #0086B3
  bp gh: color: #999999
  nd: color: #3c5d5d;font-weight: bold
  ni: color: #800080
  ne nf fm nl: color: #990000;font-weight: bold
  nn gp: color: #555555
  nt: color: #000080
  s sb sc dl sd s2 se sh si sx s1: color: #d14
  sr: color: #009926
  ss: color: #990073
  m mb mf mh mi il mo mx: color: #009999
  c ch cd cm cpf c1: color: #999988;font-style: italic
  cp: color: #999999;font-weight: bold
  cs: color: #999999;font-weight: bold;font-style: italic
  gd: color: #000000;background-color: #ffdddd
  ge: color: #000000;font-style: italic
  gr gt: color: #aa0000
  gi: color: #000000;background-color: #ddffdd
  go: color: #888888
  gs: font-weight: bold
  gu: color: #aaaaaa
`;

const GITHUB_LATER = `
  color: #0550ae
  w esc x n nx p pi g go gp: color: #24292f;background-color: #f6f8fa
  err: color: #f6f8fa;background-color: #82071e
  k kd kn kp kr kt kv: color: #cf222e
  na nt sr: color: #116329
  nb nc no nn: color: #953800
  nd nf fm: color: #8250df
  ni si: color: #24292f
  s sa sc dl sd s2 se sh sx s1 ss: color: #0a3069
  c ch cd cm cp cpf c1 cs gl gt: color: #6e7781
  gd: color: #82071e;background-color: #ffebe9
  ge: color: #24292f;font-style: italic
  ges: font-weight: bold;font-style: italic
  gr: color: #f6f8fa
  gh gu: color: #0550ae;font-weight: bold
  gi: color: #116329;background-color: #dafbe1
  gs: color: #24292f;font-weight: bold
`;

const GITHUB_DARK_LATER = `
  color: #79c0ff
  w esc x n nx p pi g go gp: color: #c9d1d9;background-color: #161b22
  err: color: #f0f6fc;background-color: #8e1519
  k kd kn kp kr kt kv: color: #ff7b72
  na nt sr: color: #7ee787
  nb nc no nn: color: #ffa657
  nd nf fm: color: #d2a8ff
  ni si: color: #c9d1d9
  s sa sc dl sd s2 se sh sx s1 ss: color: #a5d6ff
  c ch cd cm cp cpf c1 cs gl gt: color: #8b949e
  gd: color: #ffdcd7;background-color: #67060c
  ge: color: #c9d1d9;font-style: italic
  ges: font-weight: bold;font-style: italic
  gr: color: #f0f6fc
  gh gu: color: #1f6feb;font-weight: bold
  gi: color: #aff5b4;background-color: #033a16
  gs: color: #c9d1d9;font-weight: bold
`;

const GRUVBOX = `
  color: #fbf1c7;background-color: #282828
  err: color: #fb4934;background-color: #282828;font-weight: bold
  k kn kp kr kv nt sa: color: #fb4934
  kc no m mb mf mh mi il mo mx: color: #d3869b
  kd se: color: #fe8019
  kt: color: #fabd2f
  na: color: #b8bb26
  nc nn cp: color: #8ec07c
  s sb sc dl sd s2 sh si sx sr s1: color: #b8bb26;font-style: italic
  ss: color: #83a598
  o ow p pi: color: #fbf1c7
  c ch cd cm cpf c1 cs: color: #928374;font-style: italic
  gd: color: #fb4934;background-color: #282828
  gh: color: #b8bb26;font-weight: bold
  gi: color: #b8bb26;background-color: #282828
`;

const GRUVBOX_LIGHT = `
  color: #282828;background-color: #fbf1c7
  err: color: #9d0006;background-color: #fbf1c7;font-weight: bold
  k kn kp kr kv nt sa: color: #9d0006
  kc no m mb mf mh mi il mo mx: color: #8f3f71
  kd se: color: #af3a03
  kt: color: #b57614
  na: color: #79740e
  nc nn cp: color: #427b58
  s sb sc dl sd s2 sh si sx sr s1: color: #79740e;font-style: italic
  ss: color: #076678
  o ow p pi: color: #282828
  c ch cd cm cpf c1 cs: color: #928374;font-style: italic
  gd: color: #9d0006;background-color: #fbf1c7
  gh: color: #79740e;font-weight: bold
  gi: color: #79740e;background-color: #fbf1c7
`;

const IGORPRO = `
  color: #444444
  k kd kn kp kt kv sa: color: #0000FF
  kc nb bp: color: #C34E00
  kr: color: #007575
  s sb sc dl sd s2 se sh si sx sr s1 ss: color: #009C00
  c ch cd cm cpf c1: color: #FF0000
  cp cs: color: #CC00A3
`;

const MAGRITTE = `
  color: #007500;font-weight: bold
  w: color: #BBBBBB
  esc x n nx l g gp: color: #000707;background-color: #f3ffff
  err: color: #f3ffff;background-color: #f22700
  k kd kv sa: color: #19003a;font-weight: bold
  kt bp nc no nd ne nn cp: color: #920241;font-weight: bold
  na nf fm py: color: #ff0089
  nb gs: font-weight: bold
  ni: color: #999999;font-weight: bold
  nl nt sc se si: color: #840084;font-weight: bold
  nv vc vg vi vm: color: #ff0089;font-weight: bold
  s sb dl sd s2 sh sx sr s1: color: #7c0000;font-weight: bold
  ss gi: color: #007500
  o ow: color: #4c48fe;font-weight: bold
  p pi: color: #4c48fe
  c ch cd cm cpf c1 cs: color: #006c6c;font-style: italic
  gd: color: #f22700
  ge: font-style: italic
  ges: font-weight: bold;font-style: italic
  gr: color: #f22700;font-weight: bold;font-style: italic
  gl: color: #f3ffff;background-color: #000707
  go: color: #19003a
  gt: color: #000000;background-color: #d8d9ff
`;

const MOLOKAI = `
  color: #d7d787
  w nb bp ni nn nv vc vg vi vm: color: #f8f8f2
  esc x n py nx l ld p pi g gl: color: #f8f8f2;background-color: #1b1d1e
  err: color: #f8f8f2;background-color: #403d3d
  k kc kd kp kr kt kv: color: #66d9ef;font-weight: bold
  kn o ow: color: #f92672;font-weight: bold
  na gi: color: #a6e22e
  nc nd ne nf fm: color: #a6e22e;font-weight: bold
  no gp: color: #66d9ef
  nl: color: #f8f8f2;font-weight: bold
  nt gd gr gt: color: #f92672
  se m mb mf mh mi il mo mx: color: #af87ff
  c ch cd cm cpf c1: color: #5e5d83;font-style: italic
  cp: color: #465457;font-weight: bold
  cs: color: #465457;font-weight: bold;font-style: italic
  ge: color: #1b1d1e;font-style: italic
  gh go: color: #403d3d
  gs: font-weight: bold
  gu: color: #465457
`;

const MONOKAI = `
  color: #e6db74
  w nb bp ni nn nv vc vg vi vm: color: #f8f8f2
  esc x n py nx l ld p pi g gl: color: #f8f8f2;background-color: #49483e
  err: color: #960050;background-color: #1e0010
  k kc kd kp kr kt kv sa: color: #66d9ef;font-weight: bold
  kn o ow: color: #f92672;font-weight: bold
  na: color: #a6e22e
  nc nd ne nf fm: color: #a6e22e;font-weight: bold
  no: color: #66d9ef
  nl: color: #f8f8f2;font-weight: bold
  nt: color: #f92672
  se m mb mf mh mi il mo mx: color: #ae81ff
  c ch cd cm cpf c1: color: #75715e;font-style: italic
  cp: color: #75715e;font-weight: bold
  cs: color: #75715e;font-weight: bold;font-style: italic
  gd: color: #ffffff;background-color: #493131
  ge: color: #000000;font-style: italic
  gr gt: color: #aa0000
  gh: color: #999999
  gi: color: #ffffff;background-color: #324932
  go: color: #888888
  gp: color: #555555
  gs: font-weight: bold
  gu: color: #aaaaaa
`;

const MONOKAI_SUBLIME = `
  color: #ffffff;background-color: #272822
  err gr gt: color: #960050
  k kn kp kv nt o ow: color: #f92672
  kc kd kr kt no: color: #66d9ef
  na nc nd ne nf fm: color: #a6e22e
  nb sr: color: #f6aa11
  s sa sb dl sd s2 sh si sx s1: color: #e6db74
  sc se ss m mb mf mh mi il mo mx: color: #ae81ff
  c ch cd cm cp cpf c1 cs: color: #75715e
  gd ge gi: color: #49483e
  gh: color: #999999
  go: color: #888888
  gp: color: #555555
  gs: 
  gu: color: #aaaaaa
`;

const PASTIE = `
  
  w: color: #bbbbbb
  err: color: #a61717;background-color: #e3d2d2
  k kc kd kn kr kv sa: color: #008800;font-weight: bold
  kp sr ow: color: #008800
  kt: color: #888888;font-weight: bold
  na nl nv vc vm: color: #336699
  nb bp: color: #003388
  nc ne nn nt: color: #bb0066;font-weight: bold
  no: color: #003366;font-weight: bold
  nd gp: color: #555555
  nf fm: color: #0066bb;font-weight: bold
  py: color: #336699;font-weight: bold
  vg: color: #dd7700
  vi: color: #3333bb
  s sb sc dl sd s2 sh s1: color: #dd2200;background-color: #fff0f0
  se: color: #0044dd;background-color: #fff0f0
  si: color: #3333bb;background-color: #fff0f0
  sx: color: #22bb22;background-color: #f0fff0
  ss: color: #aa6600;background-color: #fff0f0
  m mb mf mh mi il mo mx: color: #0000dd;font-weight: bold
  c ch cd cm cpf c1 gl go: color: #888888
  cp: color: #cc0000;font-weight: bold
  cs: color: #cc0000;background-color: #fff0f0;font-weight: bold
  gd: color: #000000;background-color: #ffdddd
  ge: font-style: italic
  ges: font-weight: bold;font-style: italic
  gr gt: color: #aa0000
  gh: color: #333333
  gi: color: #000000;background-color: #ddffdd
  gs: font-weight: bold
  gu: color: #666666
`;

const THANKFUL_EYES = `
  color: #f696db;font-weight: bold
  w go: color: #BBBBBB
  esc x n nx l g: color: #faf6e4;background-color: #122b3b
  err: color: #fefeec;background-color: #cc0000
  k kd kv sa: color: #f6dd62;font-weight: bold
  kn kp kr nl nt gh gu: color: #ffb000;font-weight: bold
  kt bp nc no nd ne nn cp: color: #b2fd6d;font-weight: bold
  na nf fm py: color: #a8e1fe
  nb gs: font-weight: bold
  ni: color: #999999;font-weight: bold
  nv vc vg vi vm gp: color: #a8e1fe;font-weight: bold
  s sb dl sd s2 sh sx sr s1: color: #fff0a6;font-weight: bold
  sc se si o ow: color: #4df4ff;font-weight: bold
  p pi: color: #4df4ff
  c ch cd cm cpf c1 cs: color: #6c8b9f;font-style: italic
  gd: color: #cc0000
  ge: font-style: italic
  ges: font-weight: bold;font-style: italic
  gr: color: #cc0000;font-weight: bold;font-style: italic
  gi: color: #b2fd6d
  gl gt: color: #dee5e7;background-color: #4e5d62
`;

const TULIP = `
  color: #9f93e6;font-weight: bold
  w: color: #BBBBBB
  esc x n nx l g go gp: color: #FFFFFF;background-color: #231529
  err gr: color: #FFFFFF;background-color: #CC0000
  k kd kv sa: color: #FFF02A;font-weight: bold
  kn kp kr gh gu: color: #FFFFFF;font-weight: bold
  kt bp nc no nd ne nn sc se si: color: #FAAF4C;font-weight: bold
  na nf fm py o ow p pi: color: #41ff5b
  nb gs: font-weight: bold
  ni: color: #999999;font-weight: bold
  nv vc vg vi vm cp: color: #41ff5b;font-weight: bold
  s sb dl sd s2 sh sx sr s1: color: #fff0a6;font-weight: bold
  c ch cd cm cpf c1 cs: color: #6D6E70;font-style: italic
  gd: color: #CC0000
  ge: font-style: italic
  ges: font-weight: bold;font-style: italic
  gi: color: #3FB34F
  gl gt: color: #FFFFFF;background-color: #766DAF
`;

/** Chris Kempson's schemes name their colours base00 to base0f; these are the ones that code uses, in that order. */
const BASE16_EARLIER =
  '#151515 #303030 #505050 #d0d0d0 #ac4142 #d28445 #f4bf75 #90a959 #75b5aa #6a9fb5 #aa759f #8f5536';
const BASE16_LATER = '#181818 #383838 #585858 #d8d8d8 #ab4642 #dc9656 #f7ca88 #a1b56c #86c1b9 #7cafc2 #ba8baf #a16946';
const BASE16_MONOKAI =
  '#272822 #49483e #75715e #f8f8f2 #f92672 #fd971f #f4bf75 #a6e22e #a1efe4 #66d9ef #ae81ff #cc6633';
const BASE16_SOLARIZED =
  '#002b36 #586e75 #657b83 #93a1a1 #dc322f #cb4b16 #b58900 #859900 #2aa198 #268bd2 #6c71c4 #d33682';

/** A theme from one of those schemes. */
function base16(scheme: string, isDark: boolean): string {
  const [base00, base02, base03, base05, base08, base09, base0a, base0b, base0c, base0d, base0e, base0f] =
    scheme.split(' ');
  return `
  color: ${isDark ? `${base05};background-color: ${base00}` : base02}
  err: color: ${base00};background-color: ${base08}
  k kn kp kr kv sa: color: ${base0e}
  kc kd kt: color: ${base09}
  na: color: ${base0d}
  nc no nn nt cp: color: ${base0a}
  s sb sc dl sd s2 sh sx s1 ss m mb mf mh mi il mo mx gi: color: ${base0b}
  se si: color: ${base0f}
  sr: color: ${base0c}
  o ow p pi: color: ${base05}
  c ch cd cm cpf c1 cs: color: ${base03}
  gd: color: ${base08}
  gh: color: ${base0d};background-color: ${base00};font-weight: bold
`;
}

type Themes = ReadonlyMap<string, () => string>;

/** Themes that are the same in both versions. */
const COMMON: Themes = new Map([
  ['bw', () => BW],
  ['colorful', () => COLORFUL],
  ['magritte', () => MAGRITTE],
  ['pastie', () => PASTIE],
  ['thankful_eyes', () => THANKFUL_EYES],
  ['tulip', () => TULIP],
]);

/** Themes that Rouge 4.7.0 extends with EMPHASIS. */
const GROWN: Themes = new Map([
  ['base16.monokai', () => base16(BASE16_MONOKAI, true)],
  ['base16.monokai.dark', () => base16(BASE16_MONOKAI, true)],
  ['base16.monokai.light', () => base16(BASE16_MONOKAI, false)],
  ['base16.solarized', () => base16(BASE16_SOLARIZED, false)],
  ['base16.solarized.dark', () => base16(BASE16_SOLARIZED, true)],
  ['base16.solarized.light', () => base16(BASE16_SOLARIZED, false)],
  ['gruvbox', () => GRUVBOX],
  ['gruvbox.dark', () => GRUVBOX],
  ['gruvbox.light', () => GRUVBOX_LIGHT],
  ['igorpro', () => IGORPRO],
  ['molokai', () => MOLOKAI],
  ['monokai', () => MONOKAI],
  ['monokai.sublime', () => MONOKAI_SUBLIME],
]);

const EMPHASIS = `  ge: font-style: italic
  ges: font-weight: bold;font-style: italic
  gs: font-weight: bold
`;

const EARLIER: Themes = new Map([
  ...COMMON,
  ...GROWN,
  ['base16', () => base16(BASE16_EARLIER, false)],
  ['base16.dark', () => base16(BASE16_EARLIER, true)],
  ['base16.light', () => base16(BASE16_EARLIER, false)],
  ['github', () => GITHUB],
]);

const LATER: Themes = new Map([
  ...COMMON,
  ...[...GROWN].map(([name, text]) => [name, () => text() + EMPHASIS] as const),
  ['base16', () => base16(BASE16_LATER, false) + EMPHASIS],
  ['base16.dark', () => base16(BASE16_LATER, true) + EMPHASIS],
  ['base16.light', () => base16(BASE16_LATER, false) + EMPHASIS],
  ['github', () => GITHUB_LATER],
  ['github.dark', () => GITHUB_DARK_LATER],
  ['github.light', () => GITHUB_LATER],
]);

/** Returns the style of a token, by its short name. */
export type Theme = (token: string) => string;

export function themeOf(name: string, rouge: RougeVersion): Theme | null {
  const text = (rouge.later ? LATER : EARLIER).get(name)?.();
  if (text === undefined) return null;
  const [base = '', ...lines] = text
    .slice(1, -1)
    .split('\n')
    .map((line) => line.trim());
  const styles = new Map<string, string>();
  for (const line of lines) {
    const at = line.indexOf(': ');
    for (const token of line.slice(0, at).split(' ')) styles.set(token, line.slice(at + 2));
  }
  return (token) => styles.get(token) ?? base;
}
