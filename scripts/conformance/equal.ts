// When two files that differ in their bytes still say the same: HTML and XML of the same tree once white space is
// collapsed, CSS of the same minified text, JSON of the same value. Anything else is different.

import { DOMParser, type Element, type Node as XmlNode } from '@xmldom/xmldom';
import { transformSync } from 'esbuild';
import { type DefaultTreeAdapterMap, parse } from 'parse5';

type HtmlNode = DefaultTreeAdapterMap['node'];

/** @param path its extension says what the files hold */
export function areEqual(path: string, a: string, b: string): boolean {
  const normalise = NORMALISERS.find(([extension]) => extension.test(path))?.[1];
  if (normalise === undefined) return false;
  try {
    return normalise(a) === normalise(b);
  } catch {
    // What can't be parsed is compared by its bytes alone.
    return false;
  }
}

const NORMALISERS: readonly [RegExp, (text: string) => string][] = [
  [/\.x?html?$/i, html],
  [/\.(?:xml|svg|atom|rss|xsl)$/i, xml],
  [/\.css$/i, css],
  [/\.(?:json|webmanifest|map)$/i, (text) => JSON.stringify(JSON.parse(text))],
];

/** Elements whose white space shows. */
const PREFORMATTED: readonly string[] = ['pre', 'textarea', 'script', 'style'];

function html(text: string): string {
  const lines: string[] = [];
  writeHtml(parse(text), false, lines);
  return lines.join('\n');
}

function writeHtml(node: HtmlNode, keep: boolean, lines: string[]): void {
  if ('value' in node) writeText(node.value, keep, lines);
  else if ('data' in node) lines.push(`<!--${collapsed(node.data)}-->`);
  else if (node.nodeName === '#documentType') lines.push('<!doctype>');
  else {
    const attributes = 'attrs' in node ? node.attrs.map(({ name, value }) => `${name}=${JSON.stringify(value)}`) : [];
    lines.push(`<${[node.nodeName, ...attributes.sort()].join(' ')}>`);
    const inner = keep || PREFORMATTED.includes(node.nodeName);
    if ('content' in node) writeHtml(node.content, inner, lines);
    if ('childNodes' in node) for (const child of node.childNodes) writeHtml(child, inner, lines);
    lines.push(`</${node.nodeName}>`);
  }
}

function xml(text: string): string {
  const lines: string[] = [];
  const onError = (level: string, message: string): void => {
    if (level !== 'warning') throw new Error(message);
  };
  writeXml(new DOMParser({ onError }).parseFromString(text, 'text/xml'), lines);
  return lines.join('\n');
}

function writeXml(node: XmlNode, lines: string[]): void {
  if (node.nodeType === node.TEXT_NODE || node.nodeType === node.CDATA_SECTION_NODE) {
    writeText(node.nodeValue ?? '', false, lines);
    return;
  }
  const attributes = [...((node as Element).attributes ?? [])].map(
    ({ name, value }) => `${name}=${JSON.stringify(value)}`,
  );
  lines.push(`<${[node.nodeName, ...attributes.sort()].join(' ')}>${collapsed(node.nodeValue ?? '')}`);
  for (let child = node.firstChild; child !== null; child = child.nextSibling) writeXml(child, lines);
  lines.push(`</${node.nodeName}>`);
}

function css(text: string): string {
  const { code } = transformSync(text.replace(/^\uFEFF/, ''), {
    loader: 'css',
    minify: true,
    legalComments: 'none',
    logLevel: 'silent',
  });
  return code.replace(/^@charset "[^"]*";/, '');
}

function writeText(text: string, keep: boolean, lines: string[]): void {
  const shown = keep ? text : collapsed(text).trim();
  if (shown !== '') lines.push(JSON.stringify(shown));
}

const collapsed = (text: string): string => text.replace(/\s+/g, ' ');
