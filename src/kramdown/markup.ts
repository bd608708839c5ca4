// Writes tags and their attributes.

import { strip } from './characters.ts';
import type { Attributes } from './element.ts';
import { escapeAttribute } from './escape.ts';

/** The attributes as written in a tag. An id of only white space is dropped. */
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
export const spaces = (n: number) => SPACES[n] ?? ' '.repeat(Math.max(0, n));

export function span(name: string, attributes: Attributes | null, body: string): string {
  return `<${name}${htmlAttributes(attributes)}>${body}</${name}>`;
}

/** A block element with its content on the same line. */
export function block(name: string, attributes: Attributes | null, body: string, indent: number): string {
  return `${spaces(indent)}<${name}${htmlAttributes(attributes)}>${body}</${name}>\n`;
}

/** A block element with its content on separate lines. */
export function indentedBlock(name: string, attributes: Attributes | null, body: string, indent: number): string {
  return `${spaces(indent)}<${name}${htmlAttributes(attributes)}>\n${body}${spaces(indent)}</${name}>\n`;
}
