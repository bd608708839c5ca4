// Filters for strings (Liquid 4.0.4, StandardFilters).

import {
  capitalize,
  codePointLength,
  downcase,
  lstrip,
  rstrip,
  sliceCodePoints,
  split,
  strip,
  upcase,
} from '../../ruby/strings.ts';
import { toS } from '../../ruby/to-s.ts';
import { isHash, RubyRange, type Value } from '../../ruby/values.ts';
import { htmlEscape } from '../../text/escape.ts';
import { percentEncode } from '../../text/percent.ts';
import { LiquidError } from '../errors.ts';
import type { FilterDefinition } from '../runtime/context.ts';
import { strictCount, strictInteger, toIndex } from '../runtime/convert.ts';
import { integerSize, isEmpty } from '../runtime/lookup.ts';
import { type Filters, onText, unary } from './define.ts';
import { replaceText } from './replacement.ts';
import { squeezing } from './squeeze.ts';
import { onValid, stripped, validText } from './valid-text.ts';

function size(input: Value): Value {
  if (typeof input === 'string') return codePointLength(input);
  if (Array.isArray(input)) return input.length;
  if (isHash(input)) return input.size;
  if (typeof input === 'number' || typeof input === 'bigint') return integerSize(input);
  return input instanceof RubyRange ? input.size : 0;
}

const notNil = (apply: (text: string) => string): FilterDefinition => ({
  arity: [0, 0],
  apply: (input) => (input === null ? null : apply(toS(input))),
});

const ONCE = /["><']|&(?!(?:[a-zA-Z]+|#[0-9]+);)/g;

/** CGI.escape */
export function formEncode(text: string): string {
  if (/^[\w\-.~]*$/.test(text)) return text;
  return percentEncode(text, /[\w\-.~]/).replaceAll('%20', '+');
}

function formDecode(text: string): string {
  const bytes = new Uint8Array(text.length * 3);
  let length = 0;
  const encoder = new TextEncoder();
  const spaced = text.replaceAll('+', ' ');
  for (let i = 0; i < spaced.length; ) {
    const sequence = /^%[0-9a-fA-F]{2}/.exec(spaced.slice(i, i + 3));
    if (sequence !== null) {
      bytes[length++] = Number.parseInt(sequence[0].slice(1), 16);
      i += 3;
    } else {
      const character = String.fromCodePoint(spaced.codePointAt(i)!);
      length += encoder.encodeInto(character, bytes.subarray(length)).written;
      i += character.length;
    }
  }
  try {
    return new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes.subarray(0, length));
  } catch (error) {
    throw Object.assign(
      new LiquidError(
        'liquid-encoding',
        'invalid byte sequence in UTF-8',
        'The escapes decode to bytes that are not UTF-8.',
      ),
      { cause: error },
    );
  }
}

function sliceBounds(args: readonly Value[]): [offset: number, length: number] {
  const offset = toIndex(strictInteger(args[0]!));
  const length = args[1] === undefined || args[1] === null || args[1] === false ? 1 : toIndex(strictInteger(args[1]));
  return [offset, length];
}

/** The result of slice on a string; null if it starts outside the string. */
export const slicedString = (input: Value, args: readonly Value[]): string | null =>
  sliceCodePoints(toS(input), ...sliceBounds(args));

const slice: FilterDefinition = {
  arity: [1, 2],
  apply(input, args) {
    if (!Array.isArray(input)) return slicedString(input, args) ?? '';
    const [offset, length] = sliceBounds(args);
    const start = offset < 0 ? offset + input.length : offset;
    return start < 0 || start > input.length || length < 0 ? [] : input.slice(start, start + length);
  },
};

/** The end of the given number of characters from a position, or the end of the string. */
function endOf(text: string, from: number, count: number): number {
  let end = from;
  for (let i = 0; i < count && end < text.length; i++) {
    // Only a high surrogate can start a pair.
    end += (text.charCodeAt(end) & 0xfc00) === 0xd800 && text.codePointAt(end)! > 0xffff ? 2 : 1;
  }
  return end;
}

const truncate: FilterDefinition = {
  arity: [0, 2],
  apply(input, args) {
    if (input === null) return null;
    const text = toS(input);
    const most = strictCount(args.length > 0 ? args[0]! : 50);
    const end = toS(args.length > 1 ? args[1]! : '...');
    if (text.length <= most) return text;
    const kept = Math.max(most - codePointLength(end), 0);
    const cut = endOf(text, 0, kept);
    if (most >= kept && endOf(text, cut, most - kept) === text.length) return text;
    return text.slice(0, cut) + end;
  },
};

const truncateWords: FilterDefinition = {
  arity: [0, 2],
  apply(input, [count = 15, ending = '...']) {
    if (input === null) return null;
    const words = split(toS(input));
    const most = Math.max(strictCount(count) - 1, 0);
    return words.length > most ? words.slice(0, most + 1).join(' ') + toS(ending) : input;
  },
};

const BLOCK = /<script|<!--|<style/g;
const BLOCK_ENDS: Readonly<Record<string, string>> = { '<script': '</script>', '<!--': '-->', '<style': '</style>' };

/** Removes scripts, styles and comments with their content; an unclosed one stays. */
function withoutBlocks(text: string): string {
  let out = '';
  let from = 0;
  // If no end was found once, none is found later.
  const endless = new Set<string>();
  for (const { 0: start, index } of text.matchAll(BLOCK)) {
    if (index < from || endless.has(start)) continue;
    const end = BLOCK_ENDS[start]!;
    const at = text.indexOf(end, index + start.length);
    if (at < 0) endless.add(start);
    else {
      out += text.slice(from, index);
      from = at + end.length;
    }
  }
  return from === 0 ? text : out + text.slice(from);
}

/** Removes scripts, styles and comments with their content, then all tags; unclosed ones stay. */
function stripHtml(text: string): string {
  const rest = withoutBlocks(text);
  let out = '';
  let from = 0;
  for (let start = rest.indexOf('<'); start >= 0; start = rest.indexOf('<', from)) {
    const end = rest.indexOf('>', start);
    if (end < 0) break;
    out += rest.slice(from, start);
    from = end + 1;
  }
  return out + rest.slice(from);
}

const replacing = (all: boolean): FilterDefinition => ({
  arity: [1, 2],
  apply: (input, args) => replaceText(toS(input), validText(toS(args[0]!)), args.length > 1 ? toS(args[1]!) : '', all),
});

export const replaceFilter = replacing(true);

const removing = (all: boolean): FilterDefinition => ({
  arity: [1, 1],
  apply: (input, args) => replaceText(toS(input), validText(toS(args[0]!)), '', all),
});

const append: FilterDefinition = {
  arity: [1, 1],
  apply: (input, args) => toS(input) + toS(args[0]!),
};
const prepend: FilterDefinition = {
  arity: [1, 1],
  apply: (input, args) => toS(args[0]!) + toS(input),
};

const splitFilter: FilterDefinition = {
  arity: [1, 1],
  fuse: squeezing,
  apply: (input, args) => split(toS(input), validText(toS(args[0]!))),
};

const decoding: FilterDefinition = {
  arity: [0, 0],
  apply: (input) => (input === null ? null : formDecode(toS(input))),
};

/** The values that the filter default replaces. */
export const isAbsent = (input: Value): boolean => input === null || input === false || isEmpty(input) === true;

const fallback: FilterDefinition = {
  arity: [0, 1],
  apply: (input, [value = '']) => (isAbsent(input) ? value : input),
};

const escapeHtml = notNil(htmlEscape);

export const textFilters: Filters = [
  ['size', unary(size)],
  ['downcase', onValid(onText(downcase))],
  ['upcase', onValid(onText(upcase))],
  ['capitalize', onValid(onText(capitalize))],
  ['escape', escapeHtml],
  ['h', escapeHtml],
  ['escape_once', onValid(onText((text) => text.replace(ONCE, htmlEscape)))],
  ['url_encode', notNil(formEncode)],
  ['url_decode', onValid(decoding)],
  ['slice', slice],
  ['truncate', truncate],
  ['truncatewords', onValid(truncateWords)],
  ['split', onValid(splitFilter)],
  ['strip', onText(stripped(strip, 'both'))],
  ['lstrip', onText(stripped(lstrip, 'start'))],
  ['rstrip', onText(stripped(rstrip, 'end'))],
  ['strip_html', onValid(onText(stripHtml))],
  ['strip_newlines', onValid(onText((text) => text.replace(/\r?\n/g, '')))],
  ['newline_to_br', onValid(onText((text) => text.replaceAll('\n', '<br />\n')))],
  ['replace', replaceFilter],
  ['replace_first', replacing(false)],
  ['remove', removing(true)],
  ['remove_first', removing(false)],
  ['append', append],
  ['prepend', prepend],
  ['default', fallback],
];
