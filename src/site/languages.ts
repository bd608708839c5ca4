// The languages that a site's sources name, so that their lexers are there before rendering begins.

import type { Site } from './site.ts';

const NAMES = /(?:`{3,}|~{3,})[ \t]*([\w+#.-]+)|\{%-?\s*highlight\s+([\w+#.-]+)|language-([\w+#-]+)/g;

/** Names of fences, `highlight` tags and `language-…` classes; 'plaintext', which code without a name gets. */
export function namedLanguages(site: Site): Set<string> {
  const names = new Set(['plaintext']);
  const add = (text: string | null): void => {
    if (text === null) return;
    for (const match of text.matchAll(NAMES)) names.add((match[1] ?? match[2] ?? match[3])!.toLowerCase());
  };
  for (const page of site.pages) add(page.content);
  for (const collection of site.collections.values()) for (const document of collection.docs) add(document.content);
  for (const layout of site.layouts.values()) add(layout.content);
  return names;
}
