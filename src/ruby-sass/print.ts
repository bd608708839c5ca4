// Prints CSS in the four styles of Ruby Sass 3.7.4.

import {
  type CssComment,
  type CssDeclaration,
  type CssDirective,
  type CssKeyframe,
  type CssNode,
  type CssRule,
  headOf,
  isHidden,
} from './css.ts';
import { trimmed } from './lexical.ts';
import { isInvisible, printComplex } from './selector.ts';

export type Style = 'nested' | 'expanded' | 'compact' | 'compressed';

/** The CSS text, which ends with a newline unless it is empty. */
export function printSheet(nodes: readonly CssNode[], style: Style): string {
  const printer = new Printer(style);
  const compressed = style === 'compressed';
  const parts: string[] = [];
  for (const node of nodes) {
    if (isHidden(node, compressed)) continue;
    parts.push(printer.node(node, 0));
    if (!compressed) parts.push('\n');
  }
  const text = parts.join('').trimEnd();
  if (text === '') return '';
  return `${compressed ? withoutSemicolon(text) : text}\n`;
}

const endsOpen = (text: string): boolean => text.endsWith(';') && !text.endsWith('\\;');
const withoutSemicolon = (text: string): string => (endsOpen(text) ? text.slice(0, -1) : text);
const indent = (tabs: number): string => '  '.repeat(tabs);
const hasBody = (node: CssNode): boolean =>
  node.kind === 'rule' ||
  node.kind === 'keyframe' ||
  (node.kind === 'directive' && node.children !== null) ||
  (node.kind === 'declaration' && node.hasBody);

class Printer {
  readonly #style: Style;

  constructor(style: Style) {
    this.#style = style;
  }

  node(node: CssNode, tabs: number): string {
    switch (node.kind) {
      case 'rule':
        return this.#rule(node, tabs + node.tabs);
      case 'declaration':
        return this.#declaration(node, tabs + node.tabs);
      case 'directive': {
        if (node.type !== 'media' && node.type !== 'supports') return this.#directive(node, tabs);
        const text = this.#directive(node, tabs + node.tabs);
        return this.#style !== 'compressed' && node.groupEnd ? `${text}\n` : text;
      }
      case 'keyframe':
        return this.#directive(node, tabs);
      case 'comment':
        return this.#comment(node, tabs);
      default:
        return '';
    }
  }

  #comment({ text, isLoud }: CssComment, tabs: number): string {
    const own = /^ */m.exec(text)![0].length;
    const space = indent(Math.max(tabs - own, 0));
    let content = text.replace(/\n+$/, '').split('\n').join(`\n${space}`);
    if (this.#style === 'compact' && !isLoud) content = content.replace(/\n +(\* *(?!\/))?/g, ' ');
    return space + content;
  }

  #declaration(node: CssDeclaration, tabs: number): string {
    if (node.value === '' && !node.isCustom) return '';
    if (this.#style === 'compressed') return `${node.name}:${node.isCustom ? this.#custom(node, tabs) : node.value}`;
    return `${indent(tabs)}${node.name}:${node.isCustom ? this.#custom(node, tabs) : ` ${node.value}`};`;
  }

  #custom({ value }: CssDeclaration, tabs: number): string {
    const text = value.replace(/\n[ \t\r\f\n]*$/, ' ');
    const isOneLine = this.#style === 'compact' || this.#style === 'compressed' || !text.includes('\n');
    if (isOneLine) return value.replace(/[ \t\r\f]*\n[ \t\r\f\n]*/g, ' ');
    const [first, ...lines] = text.split('\n');
    const indents = lines.map((line) => /^[ \t]*/.exec(line)![0]).filter((space) => space !== '');
    const shared = indents.reduce((a, b) => (b.length < a.length ? b : a), indents[0] ?? '');
    const rest = lines.map((line) => (line.startsWith(shared) ? indent(tabs) + line.slice(shared.length) : line));
    return [first, ...rest].join('\n');
  }

  #directive(node: CssDirective | CssKeyframe, tabs: number): string {
    const style = this.#style;
    const head = headOf(node);
    if (node.children === null) return `${indent(tabs)}${head};`;
    if (node.children.length === 0) return `${indent(tabs)}${head}${style === 'compressed' ? '' : ' '}{}`;
    const parts: string[] = [];
    let hadBody = true;
    let first = true;
    for (const child of node.children) {
      if (isHidden(child, style === 'compressed')) continue;
      if (style === 'compressed') {
        const last = parts.at(-1);
        if (!hadBody && !(last !== undefined && endsOpen(last))) parts.push(';');
        parts.push(this.node(child, 0));
      } else if (style !== 'compact') {
        parts.push(this.node(child, tabs + 1), '\n');
      } else if (child.kind === 'declaration') {
        parts.push(this.node(child, first || !hadBody ? 0 : tabs + 1), ' ');
      } else {
        if (!hadBody) parts[parts.length - 1] = parts.at(-1)!.replace(/[\s\S]$/, '\n');
        const text = this.node(child, tabs + 1);
        parts.push((first ? text.trimStart() : text).trimEnd(), '\n');
      }
      hadBody = hasBody(child);
      first = false;
    }
    if (style === 'compressed') return `${head}{${withoutSemicolon(parts.join('').trimEnd())}}`;
    const text = `${indent(tabs)}${head} {${style === 'compact' ? ' ' : '\n'}${parts.join('')}`.trimEnd();
    return style === 'expanded' ? `${text}\n${indent(tabs)}}` : `${text} }`;
  }

  #selector(node: CssRule, tabs: number): string {
    const style = this.#style;
    const comma = style === 'compressed' ? ',' : ', ';
    const shown = node.selector
      .filter((complex) => !isInvisible(complex))
      .map((complex) => printComplex(complex, comma));
    if (style === 'compressed')
      return shown
        .map(compressSelector)
        .join(',')
        .trimStart()
        .replace(/\s*\n\s*/g, '');
    const gap = style === 'compact' ? ' ' : `\n${indent(tabs)}`;
    return shown
      .join(', ')
      .trimStart()
      .replace(/\s*\n\s*/g, gap);
  }

  #rule(node: CssRule, tabs: number): string {
    const style = this.#style;
    const selector = this.#selector(node, tabs);
    const space = indent(tabs);
    if (style === 'compressed') {
      let body = '';
      node.children.forEach((child, i) => {
        body = (i > 0 ? `${withoutSemicolon(body)};` : '') + this.node(child, 0);
      });
      return `${space}${selector}{${withoutSemicolon(body)}}`;
    }
    const trailer = node.groupEnd ? '\n' : '';
    if (style === 'compact') {
      return `${space}${selector} { ${node.children.map((child) => this.node(child, 0)).join(' ')} }${trailer}`;
    }
    const body = node.children.map((child) => this.node(child, tabs + 1)).join('\n');
    return `${space}${selector} {\n${body}${style === 'expanded' ? `\n${space}` : ' '}}${trailer}`;
  }
}

function compressSelector(text: string): string {
  let result = text;
  if (result.includes('\n')) result = result.replace(/([^,])\s*\n\s*/g, '$1 ');
  if (/[+>]/.test(result)) result = result.replace(/\s*([+>])\s*/g, '$1');
  if (result.includes('nth')) {
    result = result.replace(/nth([^( ]*)\(([^)]*)\)/g, (match) => match.replace(/[ \t\n]/g, ''));
  }
  return trimmed(result);
}
