import type { LexerDefinition, Lexing } from '../lexer.ts';
import { ambiguous } from '../rx.ts';
import { list, words } from '../words.ts';

const FIRST = new Set(list('file date str math metaphone metaphone3 uni audit blas system'));
const SECOND = new Set(list('debug email job log thorlib util workunit'));
const TEMPLATE = new Set(
  list(`
  append apply break constant debug declare demangle else elseif end endregion error expand export exportxml for
  forall getdatatype if ifdefined inmodule isdefined isvalid line link loop mangle onwarning option region set
  stored text trace uniquename warning webservice workunit loadxml
`),
);
const SIZED_STRINGS = new Set(list('data string qstring varstring varunicode unicode utf8'));
const NAMES = words(
  {
    kt: `
  ascii big_endian boolean data decimal ebcdic grouped integer linkcounted pattern qstring real record rule set of
  streamed string token udecimal unicode utf8 unsigned varstring varunicode
`,
    k: `
  and or in not all any as from atmost before best between case const counter csv descend encrypt end endmacro enum
  except exclusive expire export extend fail few first flat full function functionmacro group heading hole ifblock
  import joined keep keyed last left limit load local locale lookup many maxcount maxlength _token module interface
  named nocase noroot noscan nosort of only opt outer overwrite packed partition penalty physicallength pipe quote
  record repeat return right rows scan self separator service shared skew skip sql store terminator thor threshold
  token transform trim type unicodeorder unsorted validate virtual whole wild within xml xpath after cluster
  compressed compression default encoding escape fileposition forward grouped inner internal linkcounted literal lzw
  mofn multiple namespace wnotrim noxpath onfail prefetch retry rowset scope smart soapaction stable timelimit
  timeout unordered unstable update use width
`,
    nf: `
  abs acos aggregate allnodes apply ascii asin asstring atan _token ave case catch choose choosen choosesets
  clustersize combine correlation cos cosh count covariance cron dataset dedup define denormalize dictionary
  distribute distributed distribution ebcdic enth error evaluate event eventextra eventname exists exp failcode
  failmessage fetch fromunicode fromxml getenv getisvalid global graph group hash hashcrc having httpcall httpheader
  if iff index intformat isvalid iterate join keyunicode length library limit ln local log loop map matched
  matchlength matchposition matchtext matchunicode max merge mergejoin min nofold nolocal nonempty normalize parse
  pipe power preload process project pull random range rank ranked realformat recordof regexfind regexreplace
  regroup rejected rollup round roundup row rowdiff sample set sin sinh sizeof soapcall sort sorted sqrt stepped
  stored sum table tan tanh thisnode topn tounicode toxml transfer transform trim truncate typeof ungroup
  unicodeorder variance which workunit xmldecode xmlencode xmltext xmlunicode assert build buildindex fail keydiff
  keypatch loadxml nothor notify output parallel sequential wait
`,
    kc: 'true false',
  },
  'nx',
);

/** A type with its size: `integer4`, `real8`, `string20`. */
function isSizedType(name: string, size: string): boolean {
  if (size === '') return false;
  if (SIZED_STRINGS.has(name)) return true;
  const bytes = Number(size);
  if (name === 'integer' || name === 'unsigned') return bytes >= 1 && bytes <= 8;
  return name === 'real' && (bytes === 4 || bytes === 8);
}

function name(lexing: Lexing): void {
  const [, hash = '', written = '', size = ''] = lexing.match!;
  const stem = written.toLowerCase();
  if (hash === '#') {
    lexing.token(TEMPLATE.has(stem + size) ? 'kt' : 'err');
    return;
  }
  const { token } = NAMES.of(stem + size);
  lexing.token(isSizedType(stem, size) && (SIZED_STRINGS.has(stem) || token === 'nx' || token === 'kc') ? 'kt' : token);
}

export const lexer: LexerDefinition = {
  states: (rouge) => ({
    root: [
      [/\n+/, ''],
      [/\/\/.*/, 'c1'],
      [/[ \t\r]+/, ''],
      [/\\\n/, ''],
      [/\/[*][\s\S]*?[*]\//, 'cm'],
      [/[xDQUV]?'(?:[^'\\]*(?:\\.[^'\\]*)*)'/, 's1'],
      [/\\(?:x\\h{2}|[0-2][0-7]{0,2}|3[0-6][0-7]?|37[0-7]?|[4-7][0-7]?|.|$)/, ''],
      [/(?:and|not|or|in)\b/i, 'ow'],
      [rouge.later ? /:=|[></\\+=-]/ : /[:=|></\\+]/, 'o'],
      [/[[\]{}();,&.%]/, 'p'],
      [/beginc\+\+[\s\S]*?endc\+\+/i, 's1'],
      [/embed[\s\S]*?endembed/i, 's1'],
      [
        /(\w+)\.(\w+)\.(\w+)/,
        (lexing: Lexing) => {
          const [, library, first = '', second = ''] = lexing.match!;
          lexing.token(library === 'std' && FIRST.has(first) && SECOND.has(second) ? 'nc' : 'nv');
        },
      ],
      [/u?decimal\d+(?:_\d+)?\b/i, 'kt'],
      [/\d+\.\d+(?:e[+-]?\d+)?/i, 'mf'],
      [/x[0-9a-f]+/i, 'mh'],
      [/0x[0-9a-f]+/i, 'mh'],
      [/0[0-9a-f]+x/i, 'mh'],
      [/0[bB][01]+/, 'mb'],
      [/[01]+[bB]/, 'mb'],
      [/\d+/, 'mi'],
      [ambiguous(/(#?)([a-z_]\w*?)(\d*)\b/i), name],
    ],
  }),
};
