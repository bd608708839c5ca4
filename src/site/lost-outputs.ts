// Detects outputs in the code of a Markdown page that print nothing because the variable is unknown: code of another
// template language (Jinja, Vue, GitHub Actions) from which `{{ … }}` would vanish.

import type { Body, Node } from '../liquid/syntax/tree.ts';
import { visit } from '../liquid/syntax/visit.ts';

export interface LostOutput {
  /** As written, including the braces. */
  readonly text: string;
  /** The unknown variable. */
  readonly name: string;
  /** Offset in the page's content. */
  readonly start: number;
}

const NAME = /^[A-Za-z_]/;

/**
 * Outputs in code whose variable doesn't exist before the page is rendered; a tag in the page may still set it.
 * @param offset of the content in the source that the tree's offsets refer to
 * @param isKnown whether a variable has a value
 * @param isFilter whether a filter exists, which may turn nil into something
 */
export function lostOutputs(
  tree: Body,
  text: string,
  offset: number,
  isKnown: (name: string) => boolean,
  isFilter: (name: string) => boolean,
): LostOutput[] {
  const suspects: (LostOutput & { readonly isHighlighted: boolean })[] = [];
  const highlighted = new Set<Node>();
  visit(tree, {
    node(node) {
      if (node.kind === 'tag') {
        if (node.content.kind === 'highlight') visit(node.content.body, { node: (inner) => highlighted.add(inner) });
        return;
      }
      const { name: value, filters } = node.variable;
      if (value?.kind !== 'lookup' || typeof value.name !== 'string' || !NAME.test(value.name)) return;
      if (isKnown(value.name) || filters.some(({ name }) => isFilter(name))) return;
      const start = node.start - offset;
      const output = text.slice(start, node.end - offset);
      suspects.push({ text: output, name: value.name, start, isHighlighted: highlighted.has(node) });
    },
  });
  if (suspects.length === 0) return [];
  const isCode = codeOf(text);
  return suspects.filter(({ start, isHighlighted }) => isHighlighted || isCode(start));
}

const FENCE = /^[ \t>]*(?:(?:[-*+]|\d+[.)])[ \t]+)*(`{3,}|~{3,})/;

/** Tests whether an offset is in a fenced block, or between backticks on its line. */
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
