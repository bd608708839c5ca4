// HTML as libxml2's HTML 4 serialiser writes it (2.13, Nokogiri's to_html): line breaks around blocks, no ` />`.

import { BLOCK, BOOLEAN, RAW, VOID } from './elements.ts';
import type { Element, Node } from './tree.ts';

export const serializeFragment = (nodes: readonly Node[]): string =>
  nodes.map((node) => serialize(node, null, undefined)).join('');

export const escapeText = (text: string): string =>
  text.replace(/[&<>]/g, (c) => (c === '&' ? '&amp;' : c === '<' ? '&lt;' : '&gt;'));

/** @param next the following sibling; a parent of null means a fragment's top level, where lines aren't broken */
function serialize(node: Node, parent: Element | null, next: Node | undefined): string {
  if (node.kind === 'other') return node.source;
  if (node.kind === 'text') return parent !== null && RAW.has(parent.name) ? node.text : escapeText(node.text);
  const { name, children } = node;
  const block = BLOCK.has(name);
  let html = `<${name}${[...node.attributes].map(([key, value]) => attribute(node, key, value)).join('')}>`;
  if (!VOID.has(name)) html += content(node, block);
  const breaks = block && next !== undefined && next.kind !== 'text' && parent !== null && parent.name[0] !== 'p';
  if (!VOID.has(name) && !(children.length === 0 && name === 'li')) html += `</${name}>`;
  return breaks ? `${html}\n` : html;
}

function content(element: Element, block: boolean): string {
  const { name, children } = element;
  const inner = children.map((child, i) => serialize(child, element, children[i + 1])).join('');
  if (!block || children.length < 2 || name[0] === 'p') return inner;
  const start = children[0]!.kind === 'text' ? '' : '\n';
  return start + inner + (children[children.length - 1]!.kind === 'text' ? '' : '\n');
}

function attribute(element: Element, name: string, value: string | null): string {
  if (value === null || BOOLEAN.has(name)) return ` ${name}`;
  const isAddress = name === 'href' || name === 'action' || name === 'src' || (name === 'name' && element.name === 'a');
  const escaped = escapeText(value);
  return ` ${name}=${quoted(isAddress ? escapeUri(escaped.replace(/^[ \t\n\r]+/, '')) : escaped)}`;
}

const URI_KEPT = /^[A-Za-z0-9\-_.!~*'()"#$%&+,/:;<=>?@[\\\]^`{|}]*$/;

function escapeUri(text: string): string {
  if (URI_KEPT.test(text)) return text;
  let out = '';
  for (const character of text) {
    if (URI_KEPT.test(character)) out += character;
    else
      for (const byte of new TextEncoder().encode(character))
        out += `%${byte.toString(16).toUpperCase().padStart(2, '0')}`;
  }
  return out;
}

function quoted(value: string): string {
  if (!value.includes('"')) return `"${value}"`;
  return value.includes("'") ? `"${value.replaceAll('"', '&quot;')}"` : `'${value}'`;
}
