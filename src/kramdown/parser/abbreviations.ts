// Abbreviations are found in the finished tree: the words of a trie, so that thousands of them cost no more than one.

import { isAsciiWord } from '../characters.ts';
import type { Element, Text } from '../element.ts';
import { element, isCopied } from '../element.ts';
import { LongNames } from './long-names.ts';
import type { Parser } from './parser.ts';

interface Node {
  readonly next: Map<string, Node>;
  ends: boolean;
}

interface Names {
  readonly trie: Node;
  /** Those that are long, but for those in which a space stands for any. */
  readonly long: LongNames | null;
}

const LONG = 100;

/** A stretch of spaces in an abbreviation (2.5: any whitespace stands for it). The number of spaces follows. */
const SPACES = '\u0000 ';
const SEPARATOR = /[\s\p{Z}]/u;

/** Puts abbreviations into all texts below an element. */
export function replaceAbbreviations(parser: Parser, root: Element): void {
  const { abbreviations } = parser;
  if (abbreviations.size === 0) return;
  const flexible = parser.options.version !== '2.4.0';
  const trie: Node = { next: new Map(), ends: false };
  let long: LongNames | null = null;
  for (const name of abbreviations.keys()) {
    if (name.length > LONG && !(flexible && name.includes(' '))) {
      long ??= new LongNames();
      long.add(name);
    } else insert(trie, name, flexible);
  }
  replaceIn(root, { trie, long });
}

function insert(trie: Node, name: string, flexible: boolean): void {
  let node = trie;
  for (let i = 0; i < name.length; i++) {
    let step = name.charAt(i);
    if (flexible && step === ' ') {
      let count = 1;
      while (name.charAt(i + 1) === ' ') {
        count++;
        i++;
      }
      step = SPACES + count;
    }
    let next = node.next.get(step);
    if (!next) {
      next = { next: new Map(), ends: false };
      node.next.set(step, next);
    }
    node = next;
  }
  node.ends = true;
}

function replaceIn(el: Element, names: Names): void {
  if (isCopied(el)) return;
  const isRaw = el.type === 'html_element' && el.detail.contentModel === 'raw';
  let children: Element[] | null = null;
  el.children.forEach((child, i) => {
    const pieces = child.type === 'text' && !isRaw ? split(child, names) : null;
    if (pieces) {
      children ??= el.children.slice(0, i);
      for (const piece of pieces) children.push(piece);
    } else {
      if (child.type !== 'text' || isRaw) replaceIn(child, names);
      children?.push(child);
    }
  });
  if (children) el.children = children;
}

/** The end of the longest abbreviation at a place; with `whole` of the longest that no word character follows. */
function longestAt(text: string, at: number, { trie, long }: Names, whole: boolean): number {
  let best = long ? long.longestAt(text, at, (end) => !(whole && isAsciiWord(text.charCodeAt(end)))) : -1;
  let node: Node | undefined = trie;
  let i = at;
  while (node) {
    if (node.ends && i > best && !(whole && isAsciiWord(text.charCodeAt(i)))) best = i;
    const spaces: Node | undefined = node.next.size > 0 ? spacesAt(text, i, node) : undefined;
    if (spaces) {
      while (SEPARATOR.test(text.charAt(i))) i++;
      node = spaces;
    } else {
      node = i < text.length ? node.next.get(text.charAt(i)) : undefined;
      i++;
    }
  }
  return best;
}

// The step over as many spaces as stand here, or fewer.
function spacesAt(text: string, at: number, node: Node): Node | undefined {
  if (!SEPARATOR.test(text.charAt(at))) return undefined;
  let count = 0;
  while (SEPARATOR.test(text.charAt(at + count))) count++;
  for (; count > 0; count--) {
    const next = node.next.get(SPACES + count);
    if (next) return next;
  }
  return undefined;
}

/** The pieces of a text with abbreviations; null where it has none. */
function split(child: Text, names: Names): Element[] | null {
  const text = child.value;
  const pieces: Element[] = [];
  const add = (from: number, to: number, type: 'text' | 'abbreviation') => {
    pieces.push(element(type, text.slice(from, to), null, child.source, child.at + from));
  };
  let from = 0;
  for (let at = 0; at <= text.length; at++) {
    // An abbreviation begins behind a character that is no word's, or where a line or the search begins.
    const here = at === from || text.charCodeAt(at - 1) === 10;
    const behind = at < text.length && !isAsciiWord(text.charCodeAt(at));
    const starts =
      (here && longestAt(text, at, names, true) >= 0) || (behind && longestAt(text, at + 1, names, true) >= 0);
    if (!starts) continue;
    let start = at;
    let end = longestAt(text, at, names, false);
    if (end < 0) {
      start = at + 1;
      end = longestAt(text, start, names, false);
    }
    add(from, start, 'text');
    add(start, end, 'abbreviation');
    from = end;
    at = end - 1;
  }
  if (from === 0) return null;
  add(from, text.length, 'text');
  return pieces;
}

/** The key under which an abbreviation's text is found. 2.5 takes any whitespace for one space. */
export function abbreviationKey(written: string, known: ReadonlyMap<string, unknown>, flexible: boolean): string {
  return flexible && !known.has(written) ? written.replace(/[\s\p{Z}]+/gu, ' ') : written;
}
