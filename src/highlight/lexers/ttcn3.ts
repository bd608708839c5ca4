import type { LexerDefinition } from '../lexer.ts';
import { rx, rxi } from '../rx.ts';
import { words } from '../words.ts';

const DIGITS = '(?:\\d_+\\d|\\d)+';

export const lexer: LexerDefinition = {
  states: () => ({
    root: [
      [/module\b/, 'kd', 'module'],
      [/import\b/, 'kn', 'import'],
      [/\n+/, ''],
      [/[ \t\r]+/, ''],
      [/\\\n/, ''],
      [/\/\/.*/, 'c1'],
      [/\/(?:\\\n)?[*][\s\S]*?[*](?:\\\n)?\//, 'cm'],
      [/"/, 's', 'string'],
      [/'(?:\\.|[^\\]|\\u[0-9a-f]{4})'/, 'sc'],
      [rxi`${DIGITS}\.${DIGITS}(?:e${DIGITS})?[fd]?`, 'mf'],
      [/'(?:[01]_+[01]|[01])+'B/i, 'mb'],
      [/'(?:[0-9a-f]_+[0-9a-f]|[0-9a-f])+'H/i, 'mh'],
      [/'(?:[0-7]_+[0-7]|[0-7])+'O/i, 'mo'],
      [rx`${DIGITS}`, 'mi'],
      [/[~!%^&*+:=|?<>/-]/, 'o'],
      [/[()[\]{},.;:]/, 'p'],
      [/(?:true|false|null)\b/, 'nb'],
      [
        /[a-zA-Z_]\w*/,
        words(
          {
            k: `
  module import group type port component signature external execute const template function altstep testcase var
  timer if else select case for while do label goto start stop return break int2char int2unichar int2bit int2enum
  int2hex int2oct int2str int2float float2int char2int char2oct unichar2int unichar2oct bit2int bit2hex bit2oct
  bit2str hex2int hex2bit hex2oct hex2str oct2int oct2bit oct2hex oct2str oct2char oct2unichar str2int str2hex
  str2oct str2float enum2int any2unistr lengthof sizeof ispresent ischosen isvalue isbound istemplatekind regexp
  substr replace encvalue decvalue encvalue_unichar decvalue_unichar encvalue_o decvalue_o get_stringencoding
  remove_bom rnd hostid send receive setverdict
`,
            kt: `
  anytype address boolean bitstring charstring hexstring octetstring component enumerated float integer port record
  set of union universal
`,
            kr: `
  all alt apply assert at configuration conjunct const control delta deterministic disjunct duration fail finished
  fuzzy from history implies inconc inv lazy mod mode notinv now omit onentry onexit par pass prev realtime seq
  setstate static stepsize stream timestamp until values wait
`,
          },
          'n',
        ),
      ],
    ],
    string: [
      [/"/, 's', 'pop'],
      [/\\(?:[\\abfnrtv"']|x[a-fA-F0-9]{2,4}|[0-7]{1,3})/, 'se'],
      [/[^\\"\n]+/, 's'],
      [/\\\n/, 's'],
      [/\\/, 's'],
    ],
    module: [
      [/\s+/, ''],
      [/[a-zA-Z_]\w*/, 'nc', 'pop'],
    ],
    import: [
      [/\s+/, ''],
      [/[\w.]+\*?/, 'nn', 'pop'],
    ],
  }),
};
