// Lists of words, and rules that look them up.

import type { Token } from './tokens.ts';

/** A word's token, and the state change that follows. */
export interface Meaning {
  readonly token: Token;
  readonly next?: string;
}

/** A rule's action: looks up the match in lists of words. */
export class Words {
  readonly map: ReadonlyMap<string, Meaning>;
  readonly otherwise: Meaning;
  readonly ignoreCase: boolean;

  constructor(map: ReadonlyMap<string, Meaning>, otherwise: Meaning, ignoreCase: boolean) {
    this.map = map;
    this.otherwise = otherwise;
    this.ignoreCase = ignoreCase;
  }

  of(text: string): Meaning {
    return this.map.get(this.ignoreCase ? text.toLowerCase() : text) ?? this.otherwise;
  }
}

/** Splits a list of words at white space. */
export function list(words: string): string[] {
  return words.trim().split(/\s+/);
}

type Lists = { readonly [token in Token]?: string };

function meanings(lists: Lists): Map<string, Meaning> {
  const map = new Map<string, Meaning>();
  for (const [key, words] of Object.entries(lists)) {
    const meaning = { token: key as Token };
    for (const word of list(words)) if (!map.has(word)) map.set(word, meaning);
  }
  return map;
}

/** Lists of words by token; the first list with a word counts. `otherwise` is the token for any other text. */
export function words(lists: Lists, otherwise: Token, next?: { [word: string]: string }): Words {
  const map = meanings(lists);
  for (const [word, state] of Object.entries(next ?? {})) {
    map.set(word, { token: map.get(word)?.token ?? otherwise, next: state });
  }
  return new Words(map, { token: otherwise }, false);
}

/** For the last argument of `words`: all of these words lead to the same state. */
export function leadingTo(state: string, text: string): { [word: string]: string } {
  return Object.fromEntries(list(text).map((word) => [word, state]));
}

/** Like `words`, case-insensitive. */
export function wordsInAnyCase(lists: Lists, otherwise: Token): Words {
  const lower = Object.entries(lists).map(([token, words]) => [token, words.toLowerCase()]);
  return new Words(meanings(Object.fromEntries(lower)), { token: otherwise }, true);
}

/** A pattern's source that matches any of the words; of two with the same start, the longer comes first. */
export function anyOf(words: string): string {
  return list(words)
    .sort((a, b) => b.length - a.length)
    .map((word) => word.replace(/[.*+?^${}()|[\]\\/-]/g, '\\$&'))
    .join('|');
}
