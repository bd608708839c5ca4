// Indexes the lines that can close fenced code, so that thousands of unclosed fences cost little.

import type { Source } from '../source.ts';
import { restIsBlank } from './lines.ts';

export interface ClosingFence {
  /** How many characters of the opening fence are closed. */
  readonly length: number;
  /** The start of the line. */
  readonly start: number;
  /** The offset after the line. */
  readonly end: number;
}

const isFenceCharacter = (c: number) => c === 96 || c === 126;

/**
 * The first line that closes as much of a fence as any line can. It consists of the closed characters, and possibly
 * more of the last one.
 * @param fence all characters of the opening fence
 * @param indent how many spaces may precede a fence; always the same for a source
 */
export function closingFence(src: Source, fence: string, from: number, indent: number): ClosingFence | null {
  return ((src.fences ??= new FenceLines(src, indent)) as FenceLines).closing(fence, from);
}

class FenceLines {
  readonly #src: Source;
  readonly #backticks = new RunLines();
  readonly #tildes = new RunLines();
  /** Lines with both characters: their starts and their fences. */
  readonly #mixed: { readonly start: number; readonly fence: string; readonly core: number }[] = [];

  constructor(src: Source, indent: number) {
    this.#src = src;
    const { text } = src;
    for (let start = 0; start < text.length; start = src.lineEnd(start)) {
      let at = start;
      while (at - start < indent && text.charCodeAt(at) === 32) at++;
      if (!isFenceCharacter(text.charCodeAt(at))) continue;
      let end = at + 1;
      while (isFenceCharacter(text.charCodeAt(end))) end++;
      if (end - at < 3 || !restIsBlank(text, end)) continue;
      const core = coreLength(text, at, end);
      if (core === 1) (text.charCodeAt(at) === 96 ? this.#backticks : this.#tildes).add(start, end - at);
      else this.#mixed.push({ start, fence: text.slice(at, end), core });
    }
  }

  closing(fence: string, from: number): ClosingFence | null {
    const c = fence.charCodeAt(0);
    let run = 1;
    while (fence.charCodeAt(run) === c) run++;
    const mixed = run < fence.length ? this.#mixedClosing(fence, from) : null;
    const uniform = (c === 96 ? this.#backticks : this.#tildes).closing(run, from);
    const best = mixed && (!uniform || mixed.length > uniform.length) ? mixed : uniform;
    return best && { ...best, end: this.#src.lineEnd(best.start) };
  }

  // A line with both characters must match the fence at least up to its last run of equal characters.
  #mixedClosing(fence: string, from: number): { length: number; start: number } | null {
    let best: { length: number; start: number } | null = null;
    for (const line of this.#mixed) {
      if (line.start < from || fence.charCodeAt(0) !== line.fence.charCodeAt(0)) continue;
      let length = 0;
      while (length < fence.length && fence.charCodeAt(length) === line.fence.charCodeAt(length)) length++;
      if (length >= Math.max(3, line.core) && length > (best?.length ?? 0)) best = { length, start: line.start };
    }
    return best;
  }
}

// The length without the run of equal characters at the end, except its first.
function coreLength(text: string, start: number, end: number): number {
  let core = end - 1;
  while (core > start && text.charCodeAt(core - 1) === text.charCodeAt(end - 1)) core--;
  return core - start + 1;
}

/** Lines that consist of only one character, in order. */
class RunLines {
  readonly #starts: number[] = [];
  readonly #lengths: number[] = [];
  /** A segment tree of maximum lengths: the second half holds the leaves. */
  #tree: Int32Array | null = null;

  add(start: number, length: number): void {
    this.#starts.push(start);
    this.#lengths.push(length);
  }

  closing(run: number, from: number): { length: number; start: number } | null {
    let line = 0;
    for (let high = this.#starts.length; line < high; ) {
      const middle = (line + high) >> 1;
      if (this.#starts[middle]! < from) line = middle + 1;
      else high = middle;
    }
    if (run < 3 || line === this.#starts.length) return null;
    const tree = (this.#tree ??= this.#makeTree());
    const leaves = tree.length >> 1;
    let longest = tree[line + leaves]!;
    for (let node = line + leaves; node > 1; node >>= 1) {
      if ((node & 1) === 0) longest = Math.max(longest, tree[node + 1]!);
    }
    const length = Math.min(run, longest);
    // Moves to the next subtree with a line of that length, then down to the line.
    let node = line + leaves;
    while (tree[node]! < length) {
      while ((node & 1) === 1) node >>= 1;
      node++;
    }
    while (node < leaves) node = tree[2 * node]! >= length ? 2 * node : 2 * node + 1;
    return { length, start: this.#starts[node - leaves]! };
  }

  #makeTree(): Int32Array {
    let leaves = 1;
    while (leaves < this.#lengths.length) leaves *= 2;
    const tree = new Int32Array(2 * leaves);
    tree.set(this.#lengths, leaves);
    for (let node = leaves - 1; node > 0; node--) tree[node] = Math.max(tree[2 * node]!, tree[2 * node + 1]!);
    return tree;
  }
}
