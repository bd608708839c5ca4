import type { Rule, States } from '../lexer.ts';

/** A regular expression between slashes, behind its first one; `flags` are the rules for what may follow the last. */
export const slashRegexp = (...flags: readonly Rule[]): States => ({
  regexp: [
    [/\//, 'sr', 'goto regexp-flags'],
    [/[^/]\n|\n/, 'err', 'pop'],
    [/\[\^?/, 'se', 'regexp-class'],
    [/\\./, 'se'],
    [/\(\?[:=<!]/, 'se'],
    [/\{[\d,]+\}/, 'se'],
    [/[()?]/, 'se'],
    [/./, 'sr'],
  ],
  'regexp-flags': [...flags, [/(?:)/, '', 'pop']],
  'regexp-class': [
    [/\//, 'se'],
    [/[^/]\n/, 'err', 'pop pop'],
    [/\]/, 'se', 'pop'],
    [/\\./, 'se'],
    [/./, 'sr'],
  ],
});
