// The table of contents: nested lists of links to the headers.

import type { Attributes, Element, ElementOf } from './element.ts';
import { element } from './element.ts';
import { rewrite } from './visit.ts';

export interface TocEntry {
  readonly level: number;
  readonly id: string;
  readonly header: Element;
}

/** A tree of lists. Each header is nested under the last header before it of a higher rank. */
export function tocTree(entries: readonly TocEntry[], type: 'ul' | 'ol', attributes: Attributes | null): Element {
  const root = element(type, null, null);
  const rootAttributes: Attributes = new Map(attributes ?? []);
  root.attributes = rootAttributes;
  const own = rootAttributes.get('id');
  if (own === undefined || own === null) rootAttributes.set('id', 'markdown-toc');
  const rootId = rootAttributes.get('id')!;

  const stack: { readonly level: number; readonly list: ElementOf<'ul' | 'ol'>; readonly item: Element }[] = [];
  const leave = () => {
    const { item, list } = stack.pop()!;
    if (list.children.length === 0) item.children.pop();
  };
  for (const { level, id, header } of entries) {
    const item = element('li', null, null);
    const text = element('p', null, { transparent: true });
    const link = element('a', null, null);
    link.attributes = new Map([
      ['href', `#${id}`],
      ['id', `${rootId}-${id}`],
    ]);
    link.children = withoutLinks(header).children;
    text.children = [link];
    const list = element(type, null, null) as ElementOf<'ul' | 'ol'>;
    item.children = [text, list];
    while (stack.length > 0 && stack[stack.length - 1]!.level >= level) leave();
    (stack[stack.length - 1]?.list ?? root).children.push(item);
    stack.push({ level, list, item });
  }
  while (stack.length > 0) leave();
  return root;
}

// A header without its footnotes; links are replaced by their content.
function withoutLinks(header: Element): Element {
  return rewrite(header, (el) => {
    if (el.type === 'footnote') return [];
    return el.type === 'a' ? withoutLinks(el).children : undefined;
  });
}
