// Link reference definitions, and what they share with links: labels, destinations, titles.

import { byteLength, isPunctuation, isSpace, isSpaceOrTab, trim } from './characters.ts';
import { resolve } from './escapes.ts';

export interface Target {
  readonly destination: string;
  readonly title: string;
}

const LONGEST_LABEL = 1000;
const MOST_PARENTHESES = 32;

/** The definitions of a document. In total, references may expand to the length of the document, or 100 kB. */
export class References {
  readonly #targets = new Map<string, Target>();
  #budget: number;

  /** @param size the document's size in bytes */
  constructor(size: number) {
    this.#budget = Math.max(size, 100_000);
  }

  find(label: string): Target | null {
    if (label === '' || byteLength(label) > LONGEST_LABEL) return null;
    const target = this.#targets.get(normalizeLabel(label));
    if (target === undefined) return null;
    const size = byteLength(target.destination) + byteLength(target.title);
    if (size > this.#budget) return null;
    this.#budget -= size;
    return target;
  }

  /** Parses a definition at the start of a paragraph's text. Returns where it ends, or -1. */
  define(text: string, at: number): number {
    const labelEnd = scanLabel(text, at);
    if (labelEnd < 0 || text[labelEnd] !== ':') return -1;
    const label = trim(text.slice(at + 1, labelEnd - 1));
    if (label === '') return -1;
    const destination = scanDestination(text, skipSpaceAndLineEnd(text, labelEnd + 1));
    if (destination === null) return -1;
    const titleStart = skipSpaceAndLineEnd(text, destination.end);
    const titleEnd = titleStart > destination.end ? scanTitle(text, titleStart) : -1;
    // A title with text after it isn't one, and remains in the text; but cmark also uses it as the title.
    let end = titleEnd < 0 ? -1 : lineEnd(text, titleEnd);
    if (end < 0) end = lineEnd(text, destination.end);
    if (end < 0) return -1;
    const key = normalizeLabel(label);
    if (key !== '' && !this.#targets.has(key)) {
      this.#targets.set(key, {
        destination: cleanDestination(destination.text),
        title: titleEnd >= 0 ? cleanTitle(text.slice(titleStart, titleEnd)) : '',
      });
    }
    return end;
  }
}

/** Labels are compared without regard to case and white space. */
export const normalizeLabel = (label: string): string =>
  trim(label)
    .replace(/[ \t\r\n]+/g, ' ')
    .toLowerCase()
    .toUpperCase();

/** Where the label with its opening bracket at `at` ends, or -1. */
export function scanLabel(text: string, at: number): number {
  if (text[at] !== '[') return -1;
  let i = at + 1;
  for (; i < text.length && text[i] !== ']'; i++) {
    if (text[i] === '[') return -1;
    if (text[i] === '\\' && isPunctuation(text.charCodeAt(i + 1))) i++;
    if (i - at > LONGEST_LABEL) return -1;
  }
  return i < text.length && byteLength(text.slice(at + 1, i)) <= LONGEST_LABEL ? i + 1 : -1;
}

/** The link destination at `at`, with or without angle brackets. */
export function scanDestination(text: string, at: number): { text: string; end: number } | null {
  return text[at] === '<' ? scanPointed(text, at) : scanBare(text, at);
}

function scanPointed(text: string, at: number): { text: string; end: number } | null {
  let i = at + 1;
  for (; i < text.length && text[i] !== '>'; i++) {
    if (text[i] === '\\') i++;
    else if (text[i] === '\n' || text[i] === '<') return null;
  }
  return i + 1 < text.length ? { text: text.slice(at + 1, i), end: i + 1 } : null;
}

function scanBare(text: string, at: number): { text: string; end: number } | null {
  let depth = 0;
  let i = at;
  for (; i < text.length; i++) {
    const c = text.charCodeAt(i);
    if (c === 92 && i + 1 < text.length && isPunctuation(text.charCodeAt(i + 1))) i++;
    else if (c === 40) {
      if (++depth > MOST_PARENTHESES) return null;
    } else if (c === 41) {
      if (depth-- === 0) break;
    } else if (isSpace(c)) {
      if (i === at) return null;
      break;
    }
  }
  return i < text.length ? { text: text.slice(at, i), end: i } : null;
}

/**
 * Where the title at `at` ends, or -1. An escaped closing mark only ends the title if there is no other. A title in
 * parentheses can't contain an unescaped opening one.
 */
export function scanTitle(text: string, at: number): number {
  const opening = text[at];
  if (opening !== '"' && opening !== "'" && opening !== '(') return -1;
  const closing = opening === '(' ? ')' : opening;
  let end = -1;
  for (let i = at + 1; i < text.length; i++) {
    const c = text[i];
    if (c !== closing && c !== opening) continue;
    const isEscaped = text[i - 1] === '\\' && i - 1 > at;
    if (c === closing) end = i + 1;
    if (!isEscaped) break;
  }
  return end;
}

export const cleanDestination = (text: string): string => resolve(trim(text));

export const cleanTitle = (text: string): string => resolve(text.slice(1, -1));

/** Skips spaces, and at most one line end with spaces after it. */
function skipSpaceAndLineEnd(text: string, at: number): number {
  const i = skipSpace(text, at);
  return text[i] === '\n' ? skipSpace(text, i + 1) : i;
}

function skipSpace(text: string, at: number): number {
  let i = at;
  while (isSpaceOrTab(text.charCodeAt(i))) i++;
  return i;
}

/** The offset after the end of the line, if only spaces come before it, otherwise -1. */
function lineEnd(text: string, at: number): number {
  const i = skipSpace(text, at);
  if (i >= text.length) return text.length;
  return text[i] === '\n' ? i + 1 : -1;
}
