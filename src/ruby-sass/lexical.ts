// Lexical syntax: words, numbers and strings. All these expressions are sticky (`y`).

const ESCAPE = String.raw`(?:\\[0-9a-fA-F]{1,6}[ \t\r\n\f]?|\\[^0-9a-fA-F\r\n\f])`;
const NAME_START = String.raw`(?:[_a-zA-Z\u0080-\uffff]|${ESCAPE})`;
const NAME_PART = String.raw`(?:[a-zA-Z0-9_\-\u0080-\uffff]|${ESCAPE})`;
const WORD = `-*${NAME_START}${NAME_PART}*`;
const COMMENT = String.raw`/\*(?:[^*]|\*+[^/*])*\*+/`;
const UNIT = String.raw`(?:-?${NAME_START}(?:[a-zA-Z0-9_\u0080-\uffff]|${ESCAPE}|-(?!\.?\d))*|%)`;
const NUMBER = String.raw`(?:[0-9]+|[0-9]*\.[0-9]+)(?:[eE][+-]?\d+)?${UNIT}?`;
const PLAIN_STRING = String.raw`"(?:[^\n\r\f\\"#]|#(?!\{)|${ESCAPE})*"|'(?:[^\n\r\f\\'#]|#(?!\{)|${ESCAPE})*'`;
const SPACE = String.raw`[ \t\r\n\f\v]`;
const STATIC = `(?:${WORD}|${PLAIN_STRING}|#[0-9a-fA-F]+|[+-]?${NUMBER}|!important)`;

const sticky = (source: string, flags = ''): RegExp => new RegExp(source, `y${flags}`);

export const IDENTIFIER = sticky(WORD);
export const NAME = sticky(`${NAME_PART}+`);
export const IDENTIFIER_OR_CALL = sticky(`(${WORD})(\\()?`);
export const HYPHENS_BEFORE_INTERPOLATION = sticky('-+(?=#\\{)');
export const IDENTIFIER_START = sticky(`-|${NAME_START}`);
export const BLANK = sticky('[ \\t\\r\\n\\f]+');
/** `//` comments on consecutive lines are one comment. */
export const SILENT_COMMENT = sticky('//.*(?:\\n[ \\t]*//.*)*');
export const LOUD_COMMENT = sticky(COMMENT);
export const NUMBER_PARTS = sticky(`(?:(\\d*\\.\\d+)|(\\d+))(?:[eE]([+-]?\\d+))?(${UNIT})?`);
export const HEX_COLOR = sticky('#[0-9a-fA-F]+');
export const ID = sticky(`#${WORD}`);
export const STRING = sticky(
  String.raw`"((?:[^\n\r\f\\"]|\\(?:\n|\r\n|\r|\f)|${ESCAPE})*)"|'((?:[^\n\r\f\\']|\\(?:\n|\r\n|\r|\f)|${ESCAPE})*)'`,
);
export const UNICODE_RANGE = sticky('u\\+(?:[0-9a-f]{1,6}-[0-9a-f]{1,6}|[0-9a-f?]{1,6})', 'i');
export const SPECIAL_FUNCTION = sticky('(?:(?:-[\\w-]+-)?(?:calc|element)|expression|progid:[a-z.]*)\\(', 'i');
export const IMPORTANT = sticky('![ \\t\\r\\n\\f]*important', 'i');
export const WORD_OPERATOR = sticky(`(?:and|or|not)(?!${NAME_PART})`);
export const OPERATOR = sticky('\\.\\.\\.|==|!=|>=|<=|#\\{|[+\\-*/%=:()\\[\\],><};{]');
export const URL_START = sticky('url\\([ \\t\\r\\n\\f]*');
export const URL_CHARACTER = sticky(`[#%&*-~\\u0080-\\uffff]|${ESCAPE}`);
export const URL_END = sticky('[ \\t\\r\\n\\f]*\\)');
export const PERCENTAGE = sticky('(?:[0-9]+|[0-9]*\\.[0-9]+)(?:[eE][+-]?\\d+)?%');

/** `!default` and the like. */
export const FLAG = new RegExp(`!${WORD}`, 'g');

/** A declaration's value that can be copied as written, since nothing in it can be evaluated. */
export const STATIC_VALUE = sticky(`${STATIC}(?:${SPACE}*[ \\t\\r\\n\\f\\v,/]${SPACE}*${STATIC})*(?=[;}])`, 'i');

/** A run of what a selector or the head of an unknown at-rule may contain, except strings and comments. */
export const LOOSE_TEXT = sticky(
  '(?:\\\\[\\s\\S]|(?!url\\()[^"\'/#!;{}\\\\]|url\\([ \\t\\r\\n\\f]*(?=")|/(?![/*])|#(?!\\{)|!(?![a-z]))+',
  'i',
);

/** A run of a custom property's value. */
export const RAW_VALUE = sticky('(?:(?!url\\()[^()\\[\\]{}"\'#/ \\t\\r\\n\\f;]|#(?!\\{)|/(?!\\*))+', 'i');
export const RAW_VALUE_IN_BRACKETS = sticky('(?:(?!url\\()[^()\\[\\]{}"\'#/ \\t\\r\\n\\f]|#(?!\\{)|/(?!\\*))+', 'i');

const ESCAPES = new RegExp(ESCAPE, 'g');
const IS_START = new RegExp(`^${NAME_START}`);
const IS_PART = new RegExp(`^${NAME_PART}`);

function escaped(text: string): string {
  const code = /^\\([0-9a-fA-F]{1,6})/.exec(text);
  if (code === null) return text.slice(1);
  const point = Number.parseInt(code[1]!, 16);
  return point > 0x10ffff ? '\ufffd' : String.fromCodePoint(point);
}

/** A word with its escapes in their shortest form. */
export function normalizeEscapes(word: string, fromStart = true): string {
  if (!word.includes('\\')) return word;
  return word.replace(ESCAPES, (sequence: string, at: number) => {
    const first = fromStart && at === 0;
    const character = escaped(sequence);
    if ((first ? IS_START : IS_PART).test(character)) return character;
    const hidden = first ? /[\0-\x1f\x7f0-9]/ : /[\0-\x1f\x7f]/;
    return hidden.test(character) ? `\\${character.codePointAt(0)!.toString(16)} ` : `\\${character}`;
  });
}

/** Resolves the escapes in a string's content. */
export function unescapeString(content: string): string {
  if (!content.includes('\\')) return content;
  return content
    .replaceAll('\\\n', '')
    .replace(/\\(?:([0-9a-fA-F]{1,6})\s?|(.))/g, (_, code: string | undefined, other: string) => {
      if (code === undefined) return other;
      const point = Number.parseInt(code, 16);
      const isNone = point === 0 || point > 0x10ffff || (point >= 0xd800 && point <= 0xdfff);
      return isNone ? '\ufffd' : String.fromCodePoint(point);
    });
}

/** Removes white space from the start. */
export const leftTrimmed = (text: string): string => text.replace(/^[\0 \t\r\n\f\v]+/, '');

/** Removes white space from the end, except an escaped space. */
export function rightTrimmed(text: string): string {
  let end = text.length;
  while (' \t\r\n\f\v'.includes(text[end - 1] ?? '-')) end--;
  return text.slice(0, text[end - 1] === '\\' ? end + 1 : end);
}

/** Removes white space from both ends, except an escaped space at the end. */
export const trimmed = (text: string): string => rightTrimmed(leftTrimmed(text));
