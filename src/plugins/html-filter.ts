// Shared by jemoji and jekyll-mentions (html-pipeline 2.14.3): replaces strings in text nodes of the body, then writes
// the body as libxml2 does.

import { Document } from '../content/document.ts';
import type { Page } from '../content/page.ts';
import { notText } from '../content/permalink.ts';
import type { ExactSite } from '../contract/exact.ts';
import { BuildError } from '../diagnostics/diagnostic.ts';
import { parseFragment, parseInside } from '../html4/parse.ts';
import { serializeFragment } from '../html4/serialize.ts';
import type { Node } from '../html4/tree.ts';

/** HTML to replace a text node with, or null to keep it. */
export type ReplaceText = (text: string) => string | null;

/** Replaces text nodes in the body (or the whole output if there is no body), except inside the ignored elements. */
export function filterOutput(output: string, ignored: ReadonlySet<string>, replace: ReplaceText): string {
  const { head, body, tail } = bodyOf(output);
  return head + filterHtml(body, ignored, replace) + tail;
}

/** The content of the body, without leading whitespace; the whole output if there is no body. */
export function bodyOf(output: string): { head: string; body: string; tail: string } {
  if (!output.includes('<body')) return { head: '', body: output, tail: '' };
  const opener = /<body[\s\S]*?>[ \t\r\n\f\v]*/.exec(output);
  if (opener === null) return { head: output, body: '', tail: '' };
  const start = opener.index + opener[0].length;
  const end = output.indexOf('</body>', start);
  const stop = end < 0 ? output.length : end;
  return { head: output.slice(0, start), body: output.slice(start, stop), tail: output.slice(stop) };
}

function filterHtml(html: string, ignored: ReadonlySet<string>, replace: ReplaceText): string {
  const visit = (nodes: readonly Node[], parse: (html: string) => Node[]): Node[] =>
    nodes.flatMap((node): Node[] => {
      if (node.kind === 'element') {
        if (!ignored.has(node.name)) node.children = visit(node.children, parseInside);
        return [node];
      }
      if (node.kind === 'other') return [node];
      const replaced = replace(node.text);
      return replaced === null ? [node] : parse(replaced);
    });
  return serializeFragment(visit(parseFragment(html), parseFragment));
}

/** True for a page, or a document that is written. */
export const isPageOrWritten = (item: Page | Document): boolean => !(item instanceof Document) || item.isWritten;

/**
 * Both gems stop at output that isn't valid UTF-8, due to the file's bytes or a character reference.
 * @throws BuildError 'not-utf-8', 'output-not-utf-8'
 */
export function checkText(item: Page | Document, site: ExactSite): void {
  if (item.output?.isWellFormed() ?? true) return;
  if (item.hasBytes) site.readSource(item.file!);
  const path = item.source?.path ?? item.relativePath;
  throw new BuildError({
    code: 'output-not-utf-8',
    message: `The output of ${path} is not valid UTF-8`,
    path,
    hint: 'Remove invalid character references, such as `&#xD800;`.',
  });
}

/**
 * Whether an item's permalink is a folder, which both gems check if the output isn't .html.
 * @throws BuildError 'permalink-no-text' for `permalink: false`, where the gems stop; elsewhere it means no permalink
 */
export function isFolderPermalink(item: Page | Document): boolean {
  if (item.field('permalink') === false)
    throw notText(false, item, 'Remove `permalink: false`: the page then has its usual URL.');
  return item.permalink?.endsWith('/') ?? false;
}
