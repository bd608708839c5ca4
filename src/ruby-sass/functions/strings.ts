// Functions for strings.

import { number } from '../numbers.ts';
import { NULL, quoted, unquoted } from '../values.ts';
import { type Functions, num, str } from './define.ts';

function slice(text: readonly string[], start: number, end: number): string {
  if (end === 0) return '';
  let from = start > 0 ? start - 1 : start;
  let to = end > 0 ? end - 1 : end;
  if (from < 0) from = Math.max(text.length + from, 0);
  if (to < 0) to += text.length;
  return to < 0 ? '' : text.slice(from, to + 1).join('');
}

export const STRINGS: Functions = {
  unquote: ['string', ([value]) => (value!.type === 'string' && value!.quoted ? unquoted(value!.text) : value!)],
  quote: ['string', ([value]) => quoted(str(value).text)],
  'str-length': ['string', ([value]) => number([...str(value).text].length)],
  'str-insert': [
    'string insert index',
    ([value, insert, at]) => {
      const text = [...str(value).text];
      const n = num(at).value;
      const where = n > 0 ? Math.min(n - 1, text.length) : Math.max(n, -text.length - 1) + text.length + 1;
      text.splice(where, 0, str(insert).text);
      return { ...str(value), text: text.join('') };
    },
  ],
  'str-index': [
    'string substring',
    ([value, part]) => {
      const at = str(value).text.indexOf(str(part).text);
      return at < 0 ? NULL : number([...str(value).text.slice(0, at)].length + 1);
    },
  ],
  'str-slice': [
    'string start-at end-at?',
    ([value, start, end]) => ({
      ...str(value),
      text: slice([...str(value).text], num(start).value, end === undefined ? -1 : num(end).value),
    }),
  ],
  'to-upper-case': [
    'string',
    ([value]) => ({ ...str(value), text: str(value).text.replace(/[a-z]+/g, (part) => part.toUpperCase()) }),
  ],
  'to-lower-case': [
    'string',
    ([value]) => ({ ...str(value), text: str(value).text.replace(/[A-Z]+/g, (part) => part.toLowerCase()) }),
  ],
};
