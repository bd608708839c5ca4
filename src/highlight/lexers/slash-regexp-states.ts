import type { Rule, States } from '../lexer.ts';

/**
 * The rest of a regular expression after its opening slash; `flags` are the rules for what may follow the closing one.
 */
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
