// The languages that a site's sources name, so that their lexers are there before rendering begins.

import { languagesNamedIn } from '../converters/rouge.ts';
import type { Site } from './site.ts';

/** Names of fences, `highlight` tags and `language-…` classes; 'plaintext', which code without a name gets. */
export function namedLanguages(site: Site): Set<string> {
  const names = new Set(['plaintext']);
  const add = (text: string | null): void => {
    for (const name of text === null ? [] : languagesNamedIn(text)) names.add(name);
  };
  for (const page of site.pages) add(page.content);
  for (const collection of site.collections.values()) for (const document of collection.docs) add(document.content);
  for (const layout of site.layouts.values()) add(layout.content);
  return names;
}
