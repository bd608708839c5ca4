import type { LexerDefinition, Lexing, Rule, States } from '../lexer.ts';
import { rx } from '../rx.ts';
import { escapableString } from '../strings.ts';
import type { RougeVersion } from '../versions.ts';
import { list, type Words, words, wordsInAnyCase } from '../words.ts';
import { cssWords, VENDORS } from './css-words.ts';

const NAME = '[\\p{L}_-][\\p{Alphabetic}\\p{M}\\p{Nd}\\p{Pc}\\p{Cf}-]*';
const NUMBER = '-?(?:[0-9]+(?:\\.[0-9]+)?|\\.[0-9]+)';
const STRINGS: Rule[] = [
  [rx`${escapableString('"')}`, 's1'],
  [rx`${escapableString("'")}`, 's2'],
];

function valueWords(rouge: RougeVersion): Words {
  const { colors, values, functions } = cssWords(rouge);
  if (rouge.later) return wordsInAnyCase({ nx: colors, nb: values, nf: functions }, 'n');
  return words({ no: colors, nb: values }, 'n');
}

function property(rouge: RougeVersion): (lexing: Lexing) => void {
  const known = new Set(list(cssWords(rouge).properties));
  return (lexing) => {
    const name = lexing.match![1]!;
    const isKnown = known.has(name) || VENDORS.some((vendor) => name.startsWith(vendor));
    lexing.groups(isKnown ? 'nl' : 'py', '', 'p');
    lexing.push('declaration');
  };
}

function numbers(later: boolean): Rule[] {
  const units = later
    ? 'px|pt|pc|in|cm|mm|Q|em|rem|ex|ch|vw|vh|vmin|vmax|fr|dpi|dpcm|dppx|deg|grad|rad|turn|s|ms|Hz|kHz'
    : 'em|px|pt|pc|in|mm|cm|ex|rem|ch|vw|vh|vmin|vmax|dpi|dpcm|dppx|deg|grad|rad|turn|s|ms|Hz|kHz';
  return [later ? [/#[0-9a-f]{3,8}/i, 'nx'] : [/#[0-9a-f]{1,6}/i, 'm'], [rx`${NUMBER}(?:%|(?:${units})\b)?`, 'm']];
}

function states(rouge: RougeVersion): States {
  const later = rouge.later;
  return {
    root: [
      'space',
      [/\{/, 'p', 'block'],
      ...(later ? ([[/[0-9]{1,3}%/, 'm']] as Rule[]) : []),
      [rx`::?${NAME}`, 'nd'],
      [rx`\.${NAME}`, 'nc'],
      [rx`#${NAME}`, 'nf'],
      [rx`@${NAME}`, 'k', 'at-rule'],
      [rx`${NAME}`, 'nt'],
      [/[~^*!%&[\]()<>|+=@:;,./?-]/, 'o'],
      ...STRINGS,
    ],
    space: [
      [/\s+/, ''],
      [/\/\*[\s\S]*?\*\//, 'c'],
    ],
    value: [
      'space',
      ...(later ? [] : ([[/url\(.*?\)/, 'sx']] as Rule[])),
      ...numbers(later),
      later ? [/[[\]():.,]/, 'p'] : [/[[\]():/.,]/, 'p'],
      ...STRINGS,
      ...(later
        ? ([
            [/true|false/i, 'no'],
            [rx`--${NAME}`, 'l'],
            [/[*+/-]/, 'o'],
          ] as Rule[])
        : []),
      [rx`${NAME}`, valueWords(rouge)],
    ],
    'at-rule': [
      ...(later ? ([[/(?:<=|>=|~=|\|=|\^=|\$=|\*=|<|>|=)/, 'o']] as Rule[]) : []),
      [rx`\{(?=\s*${NAME}\s*:)`, 'p', 'at-block'],
      [/\{/, 'p', 'at-body'],
      [/;/, 'p', 'pop'],
      'value',
    ],
    'at-end': [[/\}/, 'p', 'pop pop']],
    'at-body': ['at-end', 'root'],
    'at-block': ['at-end', 'block'],
    block: ['space', [/\}/, 'p', 'pop'], [rx`(${NAME})(\s*)(:)`, property(rouge)]],
    declaration: [[/;/, 'p', 'pop'], [/(?=\})/, '', 'pop'], [/!\s*important\b/, 'cp'], [/^@.*/, 'cp'], 'value'],
  };
}

export const lexer: LexerDefinition = { states };
