// Outputs inside the code of a Markdown page that print nothing, as Liquid doesn't know the variable: code of another
// template language (Jinja, Vue, GitHub Actions) from which `{{ … }}` vanishes.

import { tokenize } from '../liquid/syntax/tokenizer.ts';

export interface LostOutput {
  /** As written, braces and all. */
  readonly text: string;
  /** The variable that nobody knows. */
  readonly name: string;
  /** Offset in the page's text. */
  readonly start: number;
}

const OUTPUT = /\{\{-?[ \t\r\n]*([A-Za-z_][\w-]*)([^{}]*)\}\}/g;
const LITERALS: ReadonlySet<string> = new Set(['true', 'false', 'nil', 'null', 'empty', 'blank']);

/**
 * The outputs in code whose variable isn't there before the page is rendered; a tag of the page may still set it.
 * @param isKnown a variable has a value; @param isFilter a filter exists, and may make something of nothing
 */
export function lostOutputs(
  text: string,
  isKnown: (name: string) => boolean,
  isFilter: (name: string) => boolean,
): LostOutput[] {
  const suspects = new Set<string>();
  for (const [all, name, rest] of text.matchAll(OUTPUT)) {
    if (LITERALS.has(name!) || isKnown(name!)) continue;
    if (![...rest!.matchAll(/\|\s*(\w+)/g)].some(([, filter]) => isFilter(filter!))) suspects.add(all);
  }
  if (suspects.size === 0) return [];
  const found: LostOutput[] = [];
  const isCode = codeOf(text);
  let verbatim: string | null = null;
  for (const token of tokenize(text)) {
    const tag = /^\{%-?\s*(\w+)/.exec(token.text)?.[1];
    if (verbatim !== null) {
      if (tag === `end${verbatim}`) verbatim = null;
    } else if (tag === 'raw' || tag === 'comment') verbatim = tag;
    else if (suspects.has(token.text) && isCode(token.start)) {
      const name = new RegExp(OUTPUT).exec(token.text)![1]!;
      found.push({ text: token.text, name, start: token.start });
    }
  }
  return found;
}

const FENCE = /^[ \t>]*(?:(?:[-*+]|\d+[.)])[ \t]+)*(`{3,}|~{3,})/;
const HIGHLIGHT = /\{%-?\s*(end)?highlight\b/g;

/** Whether an offset is in a fenced or highlighted block, or between backticks in its line. */
function codeOf(text: string): (offset: number) => boolean {
  const blocks: (readonly [from: number, to: number])[] = [];
  let fence: { readonly mark: string; readonly from: number } | null = null;
  for (let start = 0; start < text.length; ) {
    const next = text.indexOf('\n', start);
    const end = next < 0 ? text.length : next;
    const mark = FENCE.exec(text.slice(start, end))?.[1];
    if (fence === null && mark !== undefined) fence = { mark, from: start };
    else if (fence !== null && mark?.startsWith(fence.mark)) {
      blocks.push([fence.from, end]);
      fence = null;
    }
    start = end + 1;
  }
  let opened: number | null = null;
  for (const { index, 1: isEnd } of text.matchAll(HIGHLIGHT)) {
    if (isEnd === undefined) opened ??= index;
    else if (opened !== null) {
      blocks.push([opened, index]);
      opened = null;
    }
  }
  return (offset) => blocks.some(([from, to]) => offset >= from && offset < to) || isBetweenBackticks(text, offset);
}

function isBetweenBackticks(text: string, offset: number): boolean {
  const start = text.lastIndexOf('\n', offset - 1) + 1;
  const end = text.indexOf('\n', offset);
  const line = text.slice(start, end < 0 ? undefined : end);
  for (const { index, 0: span } of line.matchAll(/(?<!`)(`+)(?!`)[\s\S]*?(?<!`)\1(?!`)/g)) {
    if (offset - start > index && offset - start < index + span.length) return true;
  }
  return false;
}
