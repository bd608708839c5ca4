import type { LexerDefinition } from '../lexer.ts';
import { rx } from '../rx.ts';
import { escapableString } from '../strings.ts';
import { words } from '../words.ts';
import { BUILTINS } from './factor-words.ts';

const QUOTED = '(?:(?:\\\\[\\\\"]|[^"\\\\]|\\\\(?![\\\\"]))*"|[\\s\\S]*")';

export const lexer: LexerDefinition = {
  states: () => ({
    root: [
      [/\s+/, ''],
      [/(:|::|MACRO:|MEMO:|GENERIC:|HELP:)(\s+)(\S+)/, ['k', '', 'nf']],
      [/(M:|HOOK:|GENERIC#)(\s+)(\S+)(\s+)(\S+)/, ['k', '', 'nc', '', 'nf']],
      [/\((?=\s)/, 'nf', 'stack-effect'],
      [/;(?=\s)/, 'k'],
      [/(USING:)((?:\s|\\\s)+)/, ['kn', ''], 'import'],
      [/(IN:|USE:|UNUSE:|QUALIFIED:|QUALIFIED-WITH:)(\s+)(\S+)/, ['kn', '', 'nn']],
      [/(FROM:|EXCLUDE:)(\s+)(\S+)(\s+)(=>)/, ['kn', '', 'nn', '', 'p']],
      [/(?:ALIAS|DEFER|FORGET|POSTPONE):/, 'kn'],
      [/(TUPLE:)(\s+)(\S+)(\s+)(<)(\s+)(\S+)/, ['k', '', 'nc', '', 'p', '', 'nc'], 'slots'],
      [/(TUPLE:)(\s+)(\S+)/, ['k', '', 'nc'], 'slots'],
      [/(UNION:|INTERSECTION:)(\s+)(\S+)/, ['k', '', 'nc']],
      [/(PREDICATE:)(\s+)(\S+)(\s+)(<)(\s+)(\S+)/, ['k', '', 'nc', '', 'p', '', 'nc']],
      [/(C:)(\s+)(\S+)(\s+)(\S+)/, ['k', '', 'nf', '', 'nc']],
      [/(?:INSTANCE|SLOT|MIXIN|SINGLETONS?|CONSTANT|SYMBOLS?|ERROR|SYNTAX|ALIEN|TYPEDEF|FUNCTION|STRUCT):/, 'k'],
      [/<PRIVATE|PRIVATE>/, 'kn'],
      [/(MAIN:)(\s+)(\S+)/, ['kn', '', 'nf']],
      [rx`${escapableString('"')}`, 's'],
      [rx`\S+"\s+${QUOTED}`, 's'],
      [/(?:CHAR:)\s+(?:\\[\\abfnrstv]*|\S)(?=\s)/, 'sc'],
      [/#?!\s+.*/, 'c'],
      [/[tf](?=\s)/, 'no'],
      [/-?\d+\.\d+(?=\s)/, 'mf'],
      [/-?\d+(?=\s)/, 'mi'],
      [/HEX:\s+[a-fA-F\d]+(?=\s)/, 'mh'],
      [/BIN:\s+[01]+(?=\s)/, 'mb'],
      [/OCT:\s+[0-7]+(?=\s)/, 'mo'],
      [/[-+/*=<>^](?=\s)/, 'o'],
      [/(?:deprecated|final|foldable|flushable|inline|recursive)(?=\s)/, 'k'],
      [/\S+/, words({ nb: BUILTINS }, 'n')],
    ],
    'stack-effect': [
      [/\s+/, ''],
      [/\(/, 'nf', 'push'],
      [/\)/, 'nf', 'pop'],
      [/--/, 'nf'],
      [/\S+/, 'nv'],
    ],
    slots: [
      [/\s+/, ''],
      [/;(?=\s)/, 'k', 'pop'],
      [/\S+/, 'nv'],
    ],
    import: [
      [/;(?=\s)/, 'k', 'pop'],
      [/\s+/, ''],
      [/\S+/, 'nn'],
    ],
  }),
};
