import { downcase } from '../characters.ts';
import { skipIndent } from './lines.ts';
import type { Parser } from './parser.ts';

const S = '[ \\t]';
const DEFINITION = new RegExp(
  ` {0,3}\\[([^\\n\\]]+)\\]:${S}*(?:<([^\\n]*?)>|([^\\n]*?[^ \\t\\r\\n\\f\\v][^\\n]*?))` +
    `(?:(?:${S}*?\\n|${S}+?)${S}*?(["'])([^\\n]+?)\\4)?${S}*?\\n`,
  'y',
);

/** A link's name as it is looked up. */
export function normalizeLinkId(id: string): string {
  return downcase(id.replace(/[ \t\r\n\f\v]+/g, ' '));
}

/** `[name]: url "title"`. Prints nothing. */
export function parseLinkDefinition(parser: Parser): boolean {
  const { src } = parser;
  const { text, pos } = src;
  const start = skipIndent(text, pos);
  if (text.charCodeAt(start) !== 91) return false;
  const close = src.find(']', start + 1);
  if (close < 0 || text.charCodeAt(close + 1) !== 58) return false;
  const match = src.check(DEFINITION);
  if (!match || (match[3] !== undefined && /[ \t]["']/.test(match[3]))) return false;
  const name = normalizeLinkId(match[1]!);
  if (parser.linkDefs.has(name)) parser.warn(`Duplicate link ID '${name}' - overwriting`);
  const element = parser.makeBlock('eob', 'link_def', null);
  parser.append(element);
  parser.linkDefs.set(name, { url: match[2] ?? match[3]!, title: match[5] ?? null, element });
  src.pos += match[0].length;
  return true;
}
