// How tags and their attributes are written.

import { strip } from './characters.ts';
import type { Attributes } from './element.ts';
import { escapeAttribute } from './escape.ts';

/** Attributes as they stand in a tag. An id of nothing but whitespace is left out. */
export function htmlAttributes(attributes: Attributes | null): string {
  if (!attributes || attributes.size === 0) return '';
  let result = '';
  for (const [name, value] of attributes) {
    if (value === null || (name === 'id' && strip(value) === '')) continue;
    result += ` ${name}="${escapeAttribute(value)}"`;
  }
  return result;
}

const SPACES = Array.from({ length: 64 }, (_, n) => ' '.repeat(n));
/** Spaces of an indentation. */
export const spaces = (n: number) => SPACES[n] ?? ' '.repeat(Math.max(0, n));

/** An inline element. */
export function span(name: string, attributes: Attributes | null, body: string): string {
  return `<${name}${htmlAttributes(attributes)}>${body}</${name}>`;
}

/** A block with its content on the same line. */
export function block(name: string, attributes: Attributes | null, body: string, indent: number): string {
  return `${spaces(indent)}<${name}${htmlAttributes(attributes)}>${body}</${name}>\n`;
}

/** A block with its content on lines of its own. */
export function indentedBlock(name: string, attributes: Attributes | null, body: string, indent: number): string {
  return `${spaces(indent)}<${name}${htmlAttributes(attributes)}>\n${body}${spaces(indent)}</${name}>\n`;
}
