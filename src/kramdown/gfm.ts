// GFM's passes over the finished tree: header ids, and line breaks. kramdown-parser-gfm 1.1.0.

import { entityCharacter } from '../text/html-entities.ts';
import type { Budget } from './budget.ts';
import { downcase } from './characters.ts';
import type { Element, Root, Text, TypographicSymbol } from './element.ts';
import { element, isBlock } from './element.ts';
import { KramdownError } from './error.ts';
import type { KramdownOptions } from './options.ts';
import { rewrite, textOf } from './visit.ts';

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
export const gfmRawText = (el: Element): string => textOf(el, charactersOf);

function charactersOf(el: Element): string | null {
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
  return null;
}

const NOT_IN_ID = /[^\p{Alphabetic}\p{M}\p{Nd}\p{Pc}\- \t]/gu;

// Elements that can contain a header.
const AROUND_HEADERS: ReadonlySet<string> = new Set('root blockquote ul ol li dl dd'.split(' '));

/**
 * Sets header ids and adds line breaks, in the order of the text.
 * @param text the source
 */
export function updateElements(root: Root, options: KramdownOptions, text: string, budget: Budget): Root {
  const ids = new HeaderIds(options.autoIdPrefix);
  const lineBreak = options.hardWrap ? '\n' : '\\\n';
  // Explicit line breaks, and extensions that print nothing, are rare. Without them, only elements that can contain a
  // header are visited.
  const all = options.hardWrap || options.htmlToNative || /\\[\s\0]*\n|\{::/.test(text);
  return rewrite(root, (el, parent, i) => {
    if (el.type === 'text') {
      if (!all || !el.value.includes(lineBreak)) return el;
      return breakLines(el, lineBreak, budget, isBlock(parent) && i === parent.children.length - 1);
    }
    if (el.type === 'html_element') return el;
    if (el.type === 'header' && options.autoIds && !el.attributes?.has('id')) {
      return { ...el, attributes: new Map(el.attributes).set('id', ids.of(el.detail.rawText)) };
    }
    return all || AROUND_HEADERS.has(el.type) ? undefined : el;
  });
}

/** Makes ids from the text of headers; a repeated one gets a number. */
class HeaderIds {
  readonly #prefix: string;
  readonly #counts = new Map<string, number>();

  constructor(prefix: string) {
    this.#prefix = prefix;
  }

  of(text: string): string {
    if (!text.isWellFormed())
      throw new KramdownError(`The header '${text.toWellFormed()}' has an invalid character reference`);
    const id = downcase(text).replace(NOT_IN_ID, '').replace(/[ \t]/g, '-');
    const count = this.#counts.get(id);
    this.#counts.set(id, count === undefined ? 0 : count + 1);
    return this.#prefix + (count === undefined ? id : `${id}-${count + 1}`);
  }
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
