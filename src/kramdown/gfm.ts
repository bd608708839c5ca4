// GFM's changes to the finished tree: header ids, and line breaks. kramdown-parser-gfm 1.1.0.

import { entityCharacter } from '../text/html-entities.ts';
import type { Budget } from './budget.ts';
import { downcase } from './characters.ts';
import type { Element, Text, TypographicSymbol } from './element.ts';
import { attributesOf, element, isBlock } from './element.ts';
import { KramdownError } from './error.ts';
import type { KramdownOptions } from './options.ts';

const SYMBOLS: Readonly<Record<TypographicSymbol, string>> = {
  mdash: '—',
  ndash: '–',
  hellip: '…',
  laquo: '«',
  raquo: '»',
  laquo_space: '«\u00a0',
  raquo_space: '\u00a0»',
};
const QUOTES = { lsquo: '‘', rsquo: '’', ldquo: '“', rdquo: '”' } as const;

/** The text of an element, including everything that stands for characters. */
export function gfmRawText(el: Element): string {
  switch (el.type) {
    case 'text':
    case 'codespan':
    case 'math':
      return el.value;
    case 'entity': {
      const character = entityCharacter(el.value);
      if (character === null) throw new KramdownError(`There is no character ${el.value.codePoint}`);
      return character;
    }
    case 'smart_quote':
      return QUOTES[el.value];
    case 'typographic_sym':
      return SYMBOLS[el.value];
  }
  let result = '';
  for (const child of el.children) result += gfmRawText(child);
  return result;
}

const NOT_IN_ID = /[^\p{Alphabetic}\p{M}\p{Nd}\p{Pc}\- \t]/gu;

// Elements that can contain a header.
const AROUND_HEADERS: ReadonlySet<string> = new Set('root blockquote ul ol li dl dd'.split(' '));

/**
 * Sets header ids and adds line breaks, in the order of the text.
 * @param text the source
 */
export function updateElements(root: Element, options: KramdownOptions, text: string, budget: Budget): void {
  const ids = new Map<string, number>();
  const lineBreak = options.hardWrap ? '\n' : '\\\n';
  // Explicit line breaks, and extensions that print nothing, are rare. Without them, only elements that can contain a
  // header are visited.
  const all = options.hardWrap || options.htmlToNative || /\\[\s\0]*\n|\{::/.test(text);

  const headerId = (text: string) => {
    if (!text.isWellFormed())
      throw new KramdownError(`The header '${text.toWellFormed()}' has a reference to no character`);
    const id = downcase(text).replace(NOT_IN_ID, '').replace(/[ \t]/g, '-');
    const count = ids.get(id);
    ids.set(id, count === undefined ? 0 : count + 1);
    return options.autoIdPrefix + (count === undefined ? id : `${id}-${count + 1}`);
  };

  const update = (el: Element) => {
    let children: Element[] | null = null;
    for (let i = 0; i < el.children.length; i++) {
      const child = el.children[i]!;
      if (child.type === 'text' && all && child.value.includes(lineBreak)) {
        children ??= el.children.slice(0, i);
        const pieces = breakLines(child, lineBreak, budget, isBlock(el) && i === el.children.length - 1);
        for (const piece of pieces) children.push(piece);
        continue;
      }
      children?.push(child);
      if (child.type === 'text' || child.type === 'html_element') continue;
      if (child.type === 'header' && options.autoIds && !child.attributes?.has('id')) {
        attributesOf(child).set('id', headerId(child.detail.rawText));
      } else if ((all || AROUND_HEADERS.has(child.type)) && child.children.length > 0) update(child);
    }
    if (children) el.children = children;
  };
  update(root);
}

function breakLines(text: Text, lineBreak: string, budget: Budget, isLast: boolean): Element[] {
  const lines = text.value.split(lineBreak);
  budget.spend(2 * lines.length);
  const withoutLast = isLast && lines[lines.length - 1] === '';
  const result: Element[] = [];
  lines.forEach((line, i) => {
    result.push(element('text', i > 0 ? `\n${line}` : line, null, text.source, text.at));
    if (i < lines.length - 2 || (i === lines.length - 2 && !withoutLast)) {
      result.push(element('br', null, null, text.source, text.at));
    }
  });
  return result;
}
