import type { LexerDefinition, Rule } from '../lexer.ts';
import { rx } from '../rx.ts';
import { words } from '../words.ts';

const KEYWORDS = `
  abstract anonymous as assembly break catch calldata constant constructor continue contract do delete else emit
  enum event external fallback for function hex if indexed interface internal import is library mapping memory
  modifier new override payable public pure pragma private receive return returns storage struct throw try type
  using var view virtual while
`;
const BUILTINS = `
  now false true balance selector super this blockhash gasleft assert require revert selfdestruct suicide call
  callcode delegatecall send transfer addmod ecrecover keccak256 mulmod sha256 sha3 ripemd160 abi.decode abi.encode
  abi.encodePacked abi.encodeWithSelector abi.encodeWithSignature block.coinbase block.difficulty block.gaslimit
  block.hash block.number block.timestamp msg.data msg.gas msg.sender msg.sig msg.value tx.gasprice tx.origin
`;
const RESERVED = `
  alias after apply auto case copyof default define final fixed immutable implements in inline let macro match
  mutable null of partial promise reference relocatable sealed sizeof static supports switch typedef typeof ufixed
  unchecked
`;

function quoted(quote: string, other: string): Rule[] {
  return [
    [/\\(?:u[a-fA-F0-9]{4}|x..|[^x])/, 'se'],
    [/[^\\"'\n]+/, 's'],
    [/\\\n/, 's'],
    [/\\/, 's'],
    [rx`${quote}`, 's', 'pop'],
    [rx`${other}`, 's'],
  ];
}

export const lexer: LexerDefinition = {
  start: (_, lexing) => lexing.begin('line-start'),
  states: () => ({
    'line-start': ['space-in-line', [/(?:)/, '', 'pop']],
    'space-in-line': [
      [/[ \t\r]+/, ''],
      [/\\\n/, ''],
      [/\/\*/, 'cm', 'comment'],
    ],
    space: [[/\n+/, '', 'line-start'], [/\/\/.*\n/, 'c1', 'line-start'], 'space-in-line'],
    root: ['space', [/(?:)/, '', 'statement']],
    statement: [
      [/;/, 'p', 'pop'],
      'space',
      [/(?:hex)?"/, 's', 'double-quotes'],
      [/(?:hex)?'/, 's', 'single-quotes'],
      [/\d\d*\.\d+(?:[eE]\d+)?/, 'mf'],
      [/0x[0-9a-f]+/i, 'mh'],
      [/\d+(?:[eE]\d+)?/, 'mi'],
      [/\*\//, 'err'],
      [/[~!%^&*+=|?:<>/-]/, 'o'],
      [/[()[\],.]/, 'p'],
      [/u?fixed\d+x\d+/, 'kr'],
      [/bytes\d+/, 'kt'],
      [/u?int\d+/, 'kt'],
      [
        /[a-zA-Z$_][\w$_]*/,
        words(
          {
            k: KEYWORDS,
            nb: BUILTINS,
            kc: 'wei finney szabo ether seconds minutes hours days weeks years',
            kt: 'address bool byte bytes int string uint',
            kr: RESERVED,
          },
          'n',
        ),
      ],
      [/[{}]/, 'p'],
    ],
    'double-quotes': quoted('"', "'"),
    'single-quotes': quoted("'", '"'),
    comment: [
      [/\*\//, 'cm', 'pop'],
      [/[^*/]+/, 'cm'],
      [/[*/]/, 'cm'],
    ],
  }),
};
