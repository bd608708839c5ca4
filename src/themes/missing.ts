// What is said of a theme that is not to be had, and when that ends a build.

import type { Document } from '../content/document.ts';
import type { Page } from '../content/page.ts';
import { BuildError, type Report } from '../diagnostics/diagnostic.ts';
import { withoutLayout } from '../plugins/default-layout.ts';
import { toS } from '../ruby/to-s.ts';
import type { Site } from '../site/site.ts';
import type { MissingTheme } from './find.ts';

const HINT =
  'A theme that was downloaded once, installed (GEM_PATH, vendor/bundle) or put in a folder needs no network; --offline asks none.';

/**
 * A layout that no file of the site is belongs to the theme, so to something that is missing.
 * @throws BuildError at the first page or document that asks for one
 */
export function checkLayouts(site: Site, { name, why }: MissingTheme): void {
  for (const item of items(site)) {
    const missing = missingLayout(site, item);
    if (missing === null) continue;
    const span = item.keySpan('layout');
    throw new BuildError({
      code: 'theme-missing',
      message: `The ${name} theme could not be found, and ${item.relativePath} asks for its layout '${missing}': ${why}`,
      ...(span ? { span } : { path: item.source?.path ?? item.relativePath }),
      hint: HINT,
    });
  }
}

/** @param isDefault nothing but jekyll-default-layout wants it: GitHub Pages' own theme */
export function reportMissing({ name, why }: MissingTheme, report: Report, isDefault: boolean): void {
  const loss = isDefault
    ? 'Pages without a layout, which GitHub Pages puts into one of its own, are written as they are'
    : 'The site goes without its layouts, includes, styles and assets';
  report({
    code: 'theme-missing',
    severity: 'warning',
    message: `The ${name} theme could not be found: ${why}. ${loss}`,
    path: '_config.yml',
    hint: isDefault ? `${HINT} Or write \`theme: null\` to do without.` : HINT,
  });
}

/** The layouts of jekyll-theme-primer 0.6.0. */
const DEFAULT_LAYOUTS: ReadonlySet<string> = new Set(['default', 'home', 'page', 'post']);

/**
 * What would be laid out by the theme that GitHub Pages gives every site: 'asked' where a page names such a layout,
 * 'given' where jekyll-default-layout would give it one. To be called before that generator runs.
 */
export function needOfDefaultTheme(site: Site): 'asked' | 'given' | null {
  for (const item of items(site)) {
    const missing = missingLayout(site, item);
    if (missing !== null && DEFAULT_LAYOUTS.has(missing)) return 'asked';
  }
  for (const [, names] of withoutLayout(site)) {
    const first = names.find((name) => DEFAULT_LAYOUTS.has(name) || site.layouts.has(name));
    if (first !== undefined && !site.layouts.has(first)) return 'given';
  }
  return null;
}

function* items(site: Site): Iterable<Page | Document> {
  yield* site.pages;
  for (const { docs } of site.collections.values()) yield* docs;
}

/** The first name in an item's chain of layouts that the site has none of. */
function missingLayout(site: Site, item: Page | Document): string | null {
  let name = item.field('layout');
  const seen = new Set<string>();
  while (name !== null && name !== undefined && name !== false) {
    const text = toS(name);
    if (text === 'none' || text === '' || seen.has(text)) return null;
    seen.add(text);
    const layout = site.layouts.get(text);
    if (layout === undefined) return text;
    name = layout.data.get('layout') ?? null;
  }
  return null;
}
