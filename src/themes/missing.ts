// Reports a theme that can't be found, and decides when that stops a build.

import { PAGES_THEMES } from '../config/pages-themes.ts';
import type { Document } from '../content/document.ts';
import type { Page } from '../content/page.ts';
import { BuildError, type Report } from '../diagnostics/diagnostic.ts';
import { isMarkdown } from '../plugins/markdown-files.ts';
import { toS } from '../ruby/to-s.ts';
import type { Site } from '../site/site.ts';
import { closest } from '../text/closest.ts';
import type { MissingTheme } from './find.ts';

const HINT =
  'Build once with a network and without --offline, install the theme (GEM_PATH, vendor/bundle), or put it in a folder.';

/** GitHub's own themes have long names: `theme: minimal` means jekyll-theme-minimal. */
function hintFor(name: string): string {
  const names = [...PAGES_THEMES.keys()];
  const near = names.find((one) => one === `jekyll-theme-${name}`) ?? closest(name, names);
  return near === null || near === name ? HINT : `Did you mean ${near}? ${HINT}`;
}

/** The layouts of jekyll-theme-primer 0.6.0, GitHub Pages' default theme, and the asset that it adds to a site. */
const DEFAULT_LAYOUTS: ReadonlySet<string> = new Set(['default', 'home', 'page', 'post']);
const DEFAULT_ASSET = 'assets/css/style.css';

/**
 * A layout that isn't a file of the site must come from the missing theme. Must be called after the generators.
 * @throws BuildError for the first page or document that uses such a layout
 */
export function reportMissing(site: Site, theme: MissingTheme, isDefault: boolean): void {
  checkLayouts(site, theme, isDefault);
  if (isDefault) reportDefault(site, theme);
  else {
    const loss = 'The site is built without its layouts, includes, styles and assets';
    warn(site.report, theme, loss, hintFor(theme.name));
  }
}

function checkLayouts(site: Site, { name, why }: MissingTheme, isDefault: boolean): void {
  for (const item of items(site)) {
    const missing = missingLayout(site, item);
    if (missing === null || (isDefault && !DEFAULT_LAYOUTS.has(missing))) continue;
    const span = item.keySpan('layout');
    throw new BuildError({
      code: 'theme-missing',
      message: `The ${name} theme could not be found, and ${item.relativePath} needs its layout '${missing}': ${why}`,
      ...(span ? { span } : { path: item.source?.path ?? item.relativePath }),
      hint: hintFor(name),
    });
  }
}

/** Warns of what the pages lose without GitHub Pages' default theme, if anything. */
function reportDefault(site: Site, theme: MissingTheme): void {
  const losses: string[] = [];
  if (![...site.outputs()].some(({ url }) => url === `/${DEFAULT_ASSET}`)) {
    losses.push(`The site is built without ${DEFAULT_ASSET}, which GitHub Pages adds from it`);
  }
  // jekyll-default-layout found no layout for these pages.
  const isBare = (item: Page | Document): boolean =>
    isMarkdown(site, item.extname) && item.data.get('layout') === null && !item.keySpan('layout');
  if ([...items(site)].some(isBare)) {
    losses.push('Pages without a layout are written as they are, where GitHub Pages would use a layout of the theme');
  }
  if (losses.length > 0)
    warn(site.report, theme, losses.join('. '), `${HINT} Or write \`theme: null\` for a site without a theme.`);
}

function warn(report: Report, { name, why }: MissingTheme, loss: string, hint: string): void {
  report({
    code: 'theme-missing',
    severity: 'warning',
    message: `The ${name} theme could not be found: ${why}. ${loss}`,
    path: '_config.yml',
    hint,
  });
}

function* items(site: Site): Iterable<Page | Document> {
  yield* site.pages;
  for (const { docs } of site.collections.values()) yield* docs;
}

/** The first name in an item's chain of layouts that doesn't exist in the site. */
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
