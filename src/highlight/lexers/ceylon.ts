import type { LexerDefinition } from '../lexer.ts';
import { rx } from '../rx.ts';
import { escapableString } from '../strings.ts';

const BROKEN = '\\n {10}';

export const lexer: LexerDefinition = {
  states: () => ({
    space: [
      [/[^\S\n]+/, ''],
      [/\/\/.*\n/, 'c1'],
      [/\/\*/, 'cm'],
    ],
    root: [
      'space',
      // Rouge's lists contain line breaks, so the first word of a line only matches after such a break.
      [
        rx`(?:shared|abstract|formal|default|actual|variable|deprecated|small|${BROKEN}late|literal|doc|by|see|throws|optional|license|tagged|final|native|${BROKEN}annotation|sealed)\b`,
        'nd',
      ],
      [
        rx`(?:break|case|catch|continue|else|finally|for|in|${BROKEN}if|return|switch|this|throw|try|while|is|exists|dynamic|${BROKEN}nonempty|then|outer|assert|let)\b`,
        'k',
      ],
      [/(?:abstracts|extends|satisfies|super|given|of|out|assign)\b/, 'kd'],
      [/(?:function|value|void|new)\b/, 'kt'],
      [/(assembly|module|package)(\s+)/, ['kn', ''], 'import'],
      [/(?:true|false|null)\b/, 'kc'],
      [/(class|interface|object|alias)(\s+)/, ['kd', ''], 'class'],
      [/(import)(\s+)/, ['kn', ''], 'import'],
      [rx`${escapableString('"')}`, 's'],
      [/'\\.'|'[^\\]'|'\\\{#[0-9a-fA-F]{4}\}'/, 'sc'],
      [/"[^`]*``[^`]*``[^`]*"/, 'si'],
      [/(\.)([a-z_]\w*)/, ['o', 'na']],
      [/[a-zA-Z_]\w*:/, 'nl'],
      [/(?:\\I[a-z]|[A-Z])\w*/, 'nd'],
      [/[a-zA-Z_]\w*/, 'n'],
      [/[~^*!%&[\](){}<>|+=:;,./?`-]/, 'o'],
      [/\d{1,3}(?:_\d{3})+\.\d{1,3}(?:_\d{3})+[kMGTPmunpf]?/, 'mf'],
      [/\d{1,3}(?:_\d{3})+\.[0-9]+(?:[eE][+-]?[0-9]+)?[kMGTPmunpf]?/, 'mf'],
      [/[0-9][0-9]*\.\d{1,3}(?:_\d{3})+[kMGTPmunpf]?/, 'mf'],
      [/[0-9][0-9]*\.[0-9]+(?:[eE][+-]?[0-9]+)?[kMGTPmunpf]?/, 'mf'],
      [/#[0-9a-fA-F]{4}(?:_[0-9a-fA-F]{4})+/, 'mh'],
      [/#[0-9a-fA-F]+/, 'mh'],
      [/\$[01]{4}(?:_[01]{4})+/, 'mb'],
      [/\$[01]+/, 'mb'],
      [/\d{1,3}(?:_\d{3})+[kMGTP]?/, 'mi'],
      [/[0-9]+[kMGTP]?/, 'mi'],
      [/\n/, ''],
    ],
    class: ['space', [/[A-Za-z_]\w*/, 'nc', 'pop']],
    import: [
      [/[a-z][\w.]*/, 'nn', 'pop'],
      [rx`${escapableString('"')}`, 's', 'pop'],
    ],
  }),
};
