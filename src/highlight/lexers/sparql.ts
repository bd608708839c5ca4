import type { LexerDefinition, Rule } from '../lexer.ts';
import { rx } from '../rx.ts';
import type { Token } from '../tokens.ts';
import { wordsInAnyCase } from '../words.ts';

const WORD = '\\p{Alphabetic}\\p{M}\\p{Nd}\\p{Pc}';

function quoted(quote: string, token: Token): { short: Rule[]; long: Rule[] } {
  const rest: Rule[] = [
    [/\\(?:[tbnrf"'\\]|u[0-9a-fA-F]{4}|U[0-9a-fA-F]{8})/, 'se'],
    [/\\/, token],
    [rx`[^${quote}\\]+`, token],
  ];
  return {
    short: [[rx`${quote}`, token, 'goto string-end'], ...rest],
    long: [[rx`${quote}{3}`, token, 'goto string-end'], [rx`${quote}`, token], ...rest],
  };
}

const DOUBLE = quoted('"', 's2');
const SINGLE = quoted("'", 's1');

export const lexer: LexerDefinition = {
  states: () => ({
    root: [
      [/\s+/, 'w'],
      [/#.*/, 'c1'],
      [/"""/, 's2', 'three-double-quotes'],
      [/"/, 's2', 'double-quotes'],
      [/'''/, 's1', 'three-single-quotes'],
      [/'/, 's1', 'single-quotes'],
      [rx`[$?][${WORD}]+`, 'nv'],
      [rx`([${WORD}-]*)(:)([${WORD}-]+)?`, ['nn', 'o', 'ss']],
      [/<[^>]*>/, 'nn'],
      [/true|false/i, 'kc'],
      [/a\b/, 'k'],
      [
        rx`[A-Za-z][${WORD}]+\b`,
        wordsInAnyCase(
          {
            nb: `
  ABS AVG BNODE BOUND CEIL COALESCE CONCAT CONTAINS COUNT DATATYPE DAY ENCODE_FOR_URI FLOOR GROUP_CONCAT HOURS IF
  IRI isBLANK isIRI isLITERAL isNUMERIC isURI LANG LANGMATCHES LCASE MAX MD5 MIN MINUTES MONTH NOW RAND REGEX
  REPLACE ROUND SAMETERM SAMPLE SECONDS SEPARATOR SHA1 SHA256 SHA384 SHA512 STR STRAFTER STRBEFORE STRDT STRENDS
  STRLANG STRLEN STRSTARTS STRUUID SUBSTR SUM TIMEZONE TZ UCASE URI UUID YEAR
`,
            k: `
  ADD ALL AS ASC ASK BASE BIND BINDINGS BY CLEAR CONSTRUCT COPY CREATE DATA DEFAULT DELETE DESC DESCRIBE DISTINCT
  DROP EXISTS FILTER FROM GRAPH GROUP HAVING IN INSERT LIMIT LOAD MINUS MOVE NAMED NOT OFFSET OPTIONAL ORDER PREFIX
  SELECT REDUCED SERVICE SILENT TO UNDEF UNION USING VALUES WHERE WITH
`,
          },
          'err',
        ),
      ],
      [/[+-]?(?:\d+\.\d*|\.\d+)(?:e[+-]?[0-9]+)?/i, 'mf'],
      [/[+-]?\d+/, 'mi'],
      [/[\][(){}.,;=]/, 'p'],
      [/[/?*+=!<>]|&&|\|\||\^\^/, 'o'],
    ],
    'double-quotes': DOUBLE.short,
    'three-double-quotes': DOUBLE.long,
    'single-quotes': SINGLE.short,
    'three-single-quotes': SINGLE.long,
    'string-end': [
      [/(@)([a-zA-Z]+(?:-[a-zA-Z0-9]+)*)/, ['o', 'py']],
      [/\^\^/, 'o'],
      [/(?:)/, '', 'pop'],
    ],
  }),
};
