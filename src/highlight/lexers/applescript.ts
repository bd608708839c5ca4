import type { LexerDefinition } from '../lexer.ts';
import { rx } from '../rx.ts';
import { escapableString } from '../strings.ts';
import {
  ATTRIBUTES,
  BUILTINS,
  CLASSES,
  COMMANDS,
  CONTROLS,
  HANDLER_PARAMETERS,
  LITERALS,
  OPERATORS,
  REFERENCES,
  STUDIO_CLASSES,
  STUDIO_COMMANDS,
} from './applescript-words.ts';

export const lexer: LexerDefinition = {
  states: () => ({
    root: [
      [/\s+/, 'w'],
      [/¬\n/, 'se'],
      [/'s\s+/, ''],
      [/(?:--|#).*/, 'c1'],
      [/\(\*/, 'cm'],
      [/[(){}!,.:]/, 'p'],
      [/(«)([^»]+)(»)/, ['', 'nb', '']],
      [
        /((?:considering|ignoring)\s*)(application responses|case|diacriticals|hyphens|numeric strings|punctuation|white space)/,
        ['k', 'nb'],
      ],
      [/[-*+&≠=≥≤/÷^]|>=?|<=?/, 'o'],
      [rx`(?:${OPERATORS})\b`, 'ow'],
      [/^(\s*(?:on|end)\s+)'r'(%s)/, ['k', 'nf']],
      [/^(\s*)(in|on|script|to)(\s+)/, ['', 'k', '']],
      [rx`(as )(${CLASSES})\b`, ['k', 'nc']],
      [rx`(?:${LITERALS})\b`, 'nb'],
      [rx`(?:${COMMANDS})\b`, 'nb'],
      [rx`(?:${CONTROLS})\b`, 'k'],
      [/(?:global|local|prop(?:erty)?|set|get)\b/, 'k'],
      [/(?:but|put|returning|the)\b/, 'nb'],
      [rx`(?:${BUILTINS})s?\b`, 'nb'],
      [rx`(?:${HANDLER_PARAMETERS})\b`, 'nb'],
      [rx`(?:${ATTRIBUTES})\b`, 'na'],
      [rx`(?:${STUDIO_CLASSES})s?\b`, 'nb'],
      [rx`(?:${STUDIO_COMMANDS})\b`, 'nb'],
      [rx`(?:${REFERENCES})\b`, 'nb'],
      [rx`${escapableString('"')}`, 's2'],
      [/[a-zA-Z]\w*\b/, 'nv'],
      [/[-+]?(?:\d+\.\d*|\d*\.\d+)(?:E[-+][0-9]+)?/, 'mf'],
      [/[-+]?\d+/, 'mi'],
    ],
  }),
};
