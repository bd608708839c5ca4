/**
 * Patterns of lexers are JavaScript literals with the meaning that they have in Ruby's StringScanner: the scanner sees
 * only what lies ahead of it, and Ruby's classes are narrower than JavaScript's. This turns a literal into the sticky
 * pattern that gives Ruby's answer. Two differences remain, which lexers avoid: a leading `\b` and a leading
 * lookbehind, which in Ruby can't see what was already read.
 *
 * - `^` at the very beginning: the rule applies only at the beginning of a line.
 * - `$`: before a newline or at the end. `.`: anything but a newline. `\s`: ASCII white space. `\w`, `\d`: ASCII.
 * - `\b`: between letters of any script (Onigmo's word boundary), although `\w` is ASCII.
 */
export interface Pattern {
  readonly source: string;
  readonly flags: string;
  readonly lineStart: boolean;
}

const SPACE = ' \\t\\n\\v\\f\\r';
const NO_SPACE = '\\x00-\\x08\\x0e-\\x1f\\x21-';
/** The ASCII members of the properties that lexers use: patterns for ASCII text don't need the Unicode tables. */
const ASCII_MEMBERS: { readonly [property: string]: string } = {
  L: 'a-zA-Z',
  Alphabetic: 'a-zA-Z',
  Lu: 'A-Z',
  Uppercase: 'A-Z',
  Ll: 'a-z',
  Lowercase: 'a-z',
  Nd: '0-9',
  N: '0-9',
  Pc: '_',
  Sm: '+<=>|~',
  S: '$+<=>^`|~',
  Po: "!-#%-'*,./:;?@\\\\",
  XID_Start: 'a-zA-Z',
  XID_Continue: 'a-zA-Z0-9_',
};
/** How lexers write "any character". */
const ANYTHING = '[\\s\\S]';
/** What Onigmo's word boundary counts as a word: \p{Word}, and the digits and fractions of Latin 1. */
const WORD = '[\\p{Alphabetic}\\p{M}\\p{Nd}\\p{Pc}¹²³¼½¾]';
const BOUNDARY = `(?:(?<=${WORD})(?!${WORD})|(?<!${WORD})(?=${WORD}))`;
const NO_BOUNDARY = `(?:(?<=${WORD})(?=${WORD})|(?<!${WORD})(?!${WORD}))`;

/** Translates one literal. With `ascii`, the text will be ASCII only, so the cheaper forms suffice. */
export function translate(literal: RegExp, ascii: boolean): Pattern {
  const raw = literal.source;
  const lineStart = raw.startsWith('^');
  const unicode = !ascii;
  let source = '';
  let inClass = false;
  for (let i = lineStart ? 1 : 0; i < raw.length; i++) {
    const c = raw[i]!;
    if (c === '\\') {
      const next = raw[++i]!;
      const property = ascii && next === 'p' ? /^\{(\w+)\}/.exec(raw.slice(i + 1)) : null;
      if (property !== null) {
        const members = ASCII_MEMBERS[property[1]!] ?? '';
        source += inClass ? members : `[${members}]`;
        i += property[0].length;
      } else if (next === 'b' && !inClass && !ascii && endsInWord(source)) source += `(?!${WORD})`;
      else source += shorthand(next, inClass, ascii);
    } else if (inClass) {
      if (c === ']') inClass = false;
      source += c;
    } else if (raw.startsWith(ANYTHING, i)) {
      source += '[^]';
      i += ANYTHING.length - 1;
    } else if (c === '[') {
      inClass = true;
      source += c;
      // `[]` and `[^]` are complete classes in JavaScript.
      if (raw[i + 1] === '^') source += raw[++i];
    } else if (c === '.') source += '[^\\n]';
    else if (c === '$') source += '(?=\\n|$)';
    else source += c;
  }
  return { source, flags: `${literal.ignoreCase ? 'i' : ''}${unicode ? 'u' : ''}y`, lineStart };
}

/** Whether a match of the source so far ends in a word character, so that `\b` only has to look ahead. */
function endsInWord(source: string): boolean {
  const last = source[source.length - 1] ?? '';
  if (/\w/.test(last)) return source[source.length - 2] !== '\\' || last === 'w' || last === 'd';
  const group = last === ')' ? source.slice(source.lastIndexOf('(')) : '';
  return /^\((?:\?:)?(?:[\w\s]+\|)*[\w\s]*\w\)$/.test(group) && !/\s\||\s\)/.test(group);
}

function shorthand(c: string, inClass: boolean, ascii: boolean): string {
  if (c === 's') return inClass ? SPACE : `[${SPACE}]`;
  if (c === 'S') return inClass ? NO_SPACE + (ascii ? '\\uffff' : '\\u{10ffff}') : `[^${SPACE}]`;
  if (!inClass && !ascii && c === 'b') return BOUNDARY;
  if (!inClass && !ascii && c === 'B') return NO_BOUNDARY;
  // With the u flag, only syntax characters may be escaped.
  if (/[\w^$\\.*+?()[\]{}|/]/.test(c) || (inClass && c === '-')) return `\\${c}`;
  return c;
}
