import type { LexerDefinition } from '../lexer.ts';

export const lexer: LexerDefinition = {
  states: () => ({
    root: [
      [/\s+/, ''],
      [/[,;{}[\]()]/, 'p'],
      [/\/(?:\\\n)?\/(?:$|[\s\S]*?[^\\]$)/, 'c1'],
      [/\/(?:\\\n)?\*[\s\S]*?\*(?:\\\n)?\//, 'cm'],
      [/(?:ctype|default|extensions|import|max|oneof|option|optional|packed|repeated|required|returns|rpc|to)\b/, 'k'],
      [
        /(?:bool|bytes|double|fixed32|fixed64|float|int32|int64|sfixed32|sfixed64|sint32|sint64|string|uint32|uint64)\b/,
        'kt',
      ],
      [/true|false/, 'kc'],
      [/(package)(\s+)/, ['kn', ''], 'package'],
      [/(message|extend)(\s+)/, ['kd', ''], 'message'],
      [/(enum|group|service)(\s+)/, ['kd', ''], 'type'],
      [/".*?"|'.*?'/, 's'],
      [/(?:\d+\.\d*|\.\d+|\d+)[eE][+-]?\d+[LlUu]*/, 'mf'],
      [/(?:\d+\.\d*|\.\d+|\d+[fF])[fF]?/, 'mf'],
      [/-?(?:inf|nan)\b/, 'mf'],
      [/0x[0-9a-fA-F]+[LlUu]*/, 'mh'],
      [/0[0-7]+[LlUu]*/, 'mo'],
      [/\d+[LlUu]*/, 'mi'],
      [/[+-=]/, 'o'],
      [/([a-zA-Z_][\w.]*)([ \t]*)(=)/, ['na', '', 'o']],
      [/[a-zA-Z_][\w.]*/, 'n'],
    ],
    package: [
      [/[a-zA-Z_]\w*/, 'nn', 'pop'],
      [/(?:)/, '', 'pop'],
    ],
    message: [
      [/[a-zA-Z_]\w*/, 'nc', 'pop'],
      [/(?:)/, '', 'pop'],
    ],
    type: [
      [/[a-zA-Z_]\w*/, 'n', 'pop'],
      [/(?:)/, '', 'pop'],
    ],
  }),
};
