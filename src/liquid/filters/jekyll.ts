// Jekyll's other filters (jekyll, filters.rb).

import type { Stack } from '../../config/stacks.ts';
import { codePointLength, sliceCodePoints, split, strip } from '../../ruby/strings.ts';
import { toS } from '../../ruby/to-s.ts';
import { toText } from '../../ruby/us-ascii.ts';
import { isHash, type Value } from '../../ruby/values.ts';
import { xmlEscape } from '../../text/escape.ts';
import { emptySlug, slugify } from '../../text/slugify.ts';
import { argumentError, noMethod } from '../errors.ts';
import type { FilterDefinition } from '../runtime/context.ts';
import { strictCount, strictInteger, toIndex, toInteger } from '../runtime/convert.ts';
import { join } from '../runtime/printed.ts';
import { type Filters, onText, unary } from './define.ts';
import { onValid } from './valid-text.ts';

const markdownify: FilterDefinition = {
  arity: [0, 0],
  apply: (input, _args, { host }) => host.markdownify(toText(input)),
};

const smartify: FilterDefinition = {
  arity: [0, 0],
  apply: (input, _args, { host }) => host.smartify(toS(input)),
};

const compile = (syntax: 'scss' | 'sass'): FilterDefinition => ({
  arity: [0, 0],
  apply: (input, _args, { host }) => host.sassify(toS(input), syntax),
});

const SLUG_MODES: ReadonlySet<unknown> = new Set(['raw', 'default', 'pretty', 'ascii', 'latin']);

const slug = (stack: Stack): FilterDefinition => ({
  arity: [0, 1],
  apply(input, [mode = null], context) {
    if (input === null) return null;
    if (typeof input !== 'string') {
      throw noMethod(mode === null || mode === false || SLUG_MODES.has(mode) ? 'gsub' : 'downcase', input);
    }
    const named = mode === null || mode === false ? null : toS(mode);
    const result = slugify(input, named, false, stack.slugs);
    const empty = emptySlug(result, input, named, stack.slugs);
    if (empty !== null) context.env.report({ ...empty, ...context.at });
    return result;
  },
});

const CJK = /[\p{Script=Han}\p{Script=Katakana}\p{Script=Hiragana}\p{Script=Hangul}]/gu;
const WORD = /[^\p{Script=Han}\p{Script=Katakana}\p{Script=Hiragana}\p{Script=Hangul} \t\r\n\f\v]+/gu;

const numberOfWords = (stack: Stack): FilterDefinition => ({
  arity: [0, stack.filters.countsByMode ? 1 : 0],
  apply(input, [mode]) {
    if (typeof input !== 'string') throw noMethod(mode === 'cjk' || mode === 'auto' ? 'scan' : 'split', input);
    const characters = mode === 'cjk' || mode === 'auto' ? (input.match(CJK)?.length ?? 0) : 0;
    if (mode === 'cjk' || characters > 0) return characters + (input.match(WORD)?.length ?? 0);
    return split(input).length;
  },
});

const sentence: FilterDefinition = {
  arity: [0, 1],
  apply(input, [connector = 'and']) {
    if (typeof input === 'string') return sentenceOfString(input, toS(connector));
    const length = Array.isArray(input) ? input.length : isHash(input) ? input.size : null;
    if (length === null) throw noMethod('length', input);
    if (length === 0) return '';
    const list = Array.isArray(input) ? input : [null, null];
    if (length === 1) return toS(isHash(input) ? (input.get(0) ?? null) : list[0]!);
    if (isHash(input)) {
      if (length > 2) throw noMethod('join', null);
      return `${toS(input.get(0) ?? null)} ${toS(connector)} ${toS(input.get(1) ?? null)}`;
    }
    if (length === 2) return `${toS(list[0]!)} ${toS(connector)} ${toS(list[1]!)}`;
    return `${join(list.slice(0, -1), ', ')}, ${toS(connector)} ${toS(list[length - 1]!)}`;
  },
};

// In Ruby a string also has a length and can be indexed, by characters.
function sentenceOfString(text: string, connector: string): string {
  const length = codePointLength(text);
  if (length < 2) return text;
  if (length === 2) return `${sliceCodePoints(text, 0, 1)} ${connector} ${sliceCodePoints(text, 1, 1)}`;
  throw noMethod('join', sliceCodePoints(text, 0, length - 1));
}

const removing = (cut: (array: readonly Value[], count: number) => Value[]): FilterDefinition => ({
  arity: [0, 1],
  apply(input, [count = 1]) {
    if (!Array.isArray(input)) return input;
    const number = toIndex(strictInteger(count));
    if (number < 0) throw argumentError('negative array size', 'Use a count of 0 or more.');
    return cut(input, number);
  },
});

const adding = (add: (array: readonly Value[], item: Value) => Value[]): FilterDefinition => ({
  arity: [1, 1],
  apply: (input, [item]) => (Array.isArray(input) ? add(input, item!) : input),
});

const sample: FilterDefinition = {
  arity: [0, 1],
  apply(input, [count = 1]) {
    if (!Array.isArray(input)) return input;
    let number = 1;
    try {
      number = strictCount(count);
    } catch {
      // Jekyll then takes one item.
    }
    if (number === 1) return input[Math.floor(Math.random() * input.length)] ?? null;
    const rest = [...input];
    const out: Value[] = [];
    while (out.length < number && rest.length > 0) out.push(...rest.splice(Math.floor(Math.random() * rest.length), 1));
    return out;
  },
};

export const jekyllTextFilters = (stack: Stack): Filters => [
  ['markdownify', onValid(markdownify)],
  ['smartify', onValid(smartify)],
  ['sassify', onValid(compile('sass'))],
  ['scssify', onValid(compile('scss'))],
  ['slugify', onValid(slug(stack))],
  ['xml_escape', onText(xmlEscape)],
  ['normalize_whitespace', onValid(onText((text) => strip(text.replace(/[ \t\r\n\f\v]+/g, ' '))))],
  ['number_of_words', onValid(numberOfWords(stack))],
  ['array_to_sentence_string', sentence],
  ['to_integer', unary((input) => (typeof input === 'boolean' ? Number(input) : toInteger(input)))],
  ['pop', removing((array, count) => array.slice(0, Math.max(array.length - count, 0)))],
  ['shift', removing((array, count) => array.slice(count))],
  ['push', adding((array, item) => [...array, item])],
  ['unshift', adding((array, item) => [item, ...array])],
  ['sample', sample],
];
