// Tags and directives, as libyaml 0.2.5 scans them. SafeYAML ignores nearly all, but an invalid one is an error.

import {
  COMMA,
  DOT,
  EXCLAMATION,
  GREATER,
  HASH,
  isBlank,
  isBlankOrEnd,
  isBreak,
  isBreakOrEnd,
  isDigit,
  isWord,
  LESS,
  PERCENT,
} from './characters.ts';
import { type Cursor, YamlFault } from './cursor.ts';

/** `!x`, `!!x`, `!handle!x`, `!<uri>` or `!`. */
export interface Tag {
  /** '' for a verbatim tag. */
  readonly handle: string;
  readonly suffix: string;
}

export type Directive =
  | { readonly name: 'YAML'; readonly version: string }
  | { readonly name: 'TAG'; readonly handle: string; readonly prefix: string };

const URI_CHARACTERS = ";/?:@&=+$.!~*'()%";

/** Scans a tag; the cursor is on the exclamation mark. */
export function scanTag(cursor: Cursor, inFlow: boolean): Tag {
  const start = cursor.offset;
  const fault = (problem: string): YamlFault => new YamlFault(problem, 'while scanning a tag', start, cursor.offset);
  const uri = (more: string): string => scanUri(cursor, more, start, 'while parsing a tag');
  let tag: Tag;
  if (cursor.code(1) === LESS) {
    cursor.offset += 2;
    const suffix = uri(',[]');
    if (suffix === '') throw noUri(cursor, start, 'while parsing a tag');
    if (cursor.code() !== GREATER) throw fault("did not find the expected '>'");
    cursor.offset++;
    tag = { handle: '', suffix };
  } else {
    const handle = scanHandle(cursor);
    const suffix = uri('');
    if (handle.length > 1 && handle.endsWith('!')) {
      if (suffix === '') throw noUri(cursor, start, 'while parsing a tag');
      tag = { handle, suffix };
    } else {
      // It wasn't a handle.
      const whole = handle.slice(1) + suffix;
      tag = whole === '' ? { handle: '', suffix: '!' } : { handle: '!', suffix: whole };
    }
  }
  if (!(inFlow && cursor.code() === COMMA) && !isBlankOrEnd(cursor.code())) {
    throw fault('did not find expected whitespace or line break');
  }
  return tag;
}

// `!`, `!!` or `!name!`. Without the second mark, it may be the start of a suffix.
function scanHandle(cursor: Cursor): string {
  const from = cursor.offset++;
  while (isWord(cursor.code())) cursor.offset++;
  if (cursor.code() === EXCLAMATION) cursor.offset++;
  return cursor.text.slice(from, cursor.offset);
}

const noUri = (cursor: Cursor, start: number, context: string): YamlFault =>
  new YamlFault('did not find expected tag URI', context, start, cursor.offset);

// Escaped bytes become characters with the same number.
function scanUri(cursor: Cursor, more: string, start: number, context: string): string {
  let uri = '';
  for (let c = cursor.code(); ; c = cursor.code()) {
    if (c === PERCENT) {
      uri += scanEscapes(cursor, start, context);
      continue;
    }
    const character = String.fromCharCode(c);
    if (!isWord(c) && !URI_CHARACTERS.includes(character) && !more.includes(character)) return uri;
    uri += character;
    cursor.offset++;
  }
}

// Reads the escaped bytes of one UTF-8 character.
function scanEscapes(cursor: Cursor, start: number, context: string): string {
  const fault = (problem: string): YamlFault => new YamlFault(problem, context, start, cursor.offset);
  let bytes = '';
  let width = 0;
  do {
    cursor.lookAtEscape(cursor.offset, 3);
    const escaped = /^%([0-9a-fA-F]{2})/.exec(cursor.text.slice(cursor.offset, cursor.offset + 3));
    if (escaped === null) throw fault('did not find URI escaped octet');
    const byte = Number.parseInt(escaped[1]!, 16);
    if (width === 0) {
      width = byte < 0x80 ? 1 : byte < 0xc0 ? 0 : byte < 0xe0 ? 2 : byte < 0xf0 ? 3 : byte < 0xf8 ? 4 : 0;
      if (width === 0) throw fault('found an incorrect leading UTF-8 octet');
    } else if ((byte & 0xc0) !== 0x80) throw fault('found an incorrect trailing UTF-8 octet');
    bytes += String.fromCharCode(byte);
    cursor.offset += 3;
  } while (--width > 0);
  return bytes;
}

/** Scans a directive up to the end of the line; the cursor is on the percent sign. */
export function scanDirective(cursor: Cursor): Directive {
  const start = cursor.offset;
  const fault = (problem: string): YamlFault =>
    new YamlFault(problem, 'while scanning a directive', start, cursor.offset);
  const from = ++cursor.offset;
  while (isWord(cursor.code())) cursor.offset++;
  const name = cursor.text.slice(from, cursor.offset);
  if (name === '') throw fault('could not find expected directive name');
  if (!isBlankOrEnd(cursor.code())) throw fault('found unexpected non-alphabetical character');
  if (name !== 'YAML' && name !== 'TAG') throw fault('found unknown directive name');
  cursor.skipBlanks();
  const directive: Directive =
    name === 'YAML' ? { name, version: scanVersion(cursor, start) } : { name, ...scanPrefix(cursor, start) };
  cursor.skipBlanks();
  if (cursor.code() === HASH) cursor.skipLine();
  if (!isBreakOrEnd(cursor.code())) throw fault('did not find expected comment or line break');
  if (isBreak(cursor.code())) cursor.nextBreak();
  return directive;
}

function scanVersion(cursor: Cursor, start: number): string {
  const fault = (problem: string): YamlFault =>
    new YamlFault(problem, 'while scanning a %YAML directive', start, cursor.offset);
  const number = (): number => {
    const from = cursor.offset;
    while (isDigit(cursor.code())) {
      if (cursor.offset - from === 9) throw fault('found extremely long version number');
      cursor.offset++;
    }
    if (cursor.offset === from) throw fault('did not find expected version number');
    return Number(cursor.text.slice(from, cursor.offset));
  };
  const major = number();
  if (cursor.code() !== DOT) throw fault("did not find expected digit or '.' character");
  cursor.offset++;
  return `${major}.${number()}`;
}

function scanPrefix(cursor: Cursor, start: number): { handle: string; prefix: string } {
  const fault = (problem: string, context: string): YamlFault => new YamlFault(problem, context, start, cursor.offset);
  if (cursor.code() !== EXCLAMATION) throw fault("did not find expected '!'", 'while scanning a tag directive');
  const handle = scanHandle(cursor);
  if (!handle.endsWith('!')) throw fault("did not find expected '!'", 'while parsing a tag directive');
  if (!isBlank(cursor.code())) throw fault('did not find expected whitespace', 'while scanning a %TAG directive');
  cursor.skipBlanks();
  const prefix = scanUri(cursor, ',[]', start, 'while parsing a %TAG directive');
  if (prefix === '') throw noUri(cursor, start, 'while parsing a %TAG directive');
  if (!isBlankOrEnd(cursor.code())) {
    throw fault('did not find expected whitespace or line break', 'while scanning a %TAG directive');
  }
  return { handle, prefix };
}
