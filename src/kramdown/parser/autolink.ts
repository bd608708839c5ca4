import { attributesOf } from '../element.ts';
import type { Parser } from './parser.ts';
import type { SpanConstruct } from './tables.ts';

const SCHEME = /<(mailto|https?|ftps?):/y;
const MAIL = /<([\p{Alphabetic}\p{Nd}\-_.]+@[\p{Alphabetic}\p{Nd}\-_.]+)>/uy;

/** `<https://…>` and `<a@b>`. */
function parseAutolink(parser: Parser): boolean {
  const { src } = parser;
  const { text, pos } = src;
  const scheme = src.check(SCHEME);
  let address: string | null = null;
  if (scheme) {
    const end = src.find('>', pos + scheme[0].length + 1);
    const line = src.find('\n', pos + scheme[0].length);
    if (end >= 0 && (line < 0 || end < line)) address = text.slice(pos + 1, end);
  }
  address ??= src.check(MAIL)?.[1] ?? null;
  if (address === null) return false;
  const el = parser.make('a', null, null);
  attributesOf(el).set('href', scheme && address.startsWith(`${scheme[1]}:`) ? address : `mailto:${address}`);
  parser.addText(address.replace(/^mailto:/, ''), el);
  parser.append(el);
  src.pos += address.length + 2;
  return true;
}

export const AUTOLINK: SpanConstruct<Parser> = {
  name: 'autolink',
  starts: '<',
  parse: parseAutolink,
};
