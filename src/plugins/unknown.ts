// What a site misses when a plugin that it lists isn't here.

import type { Report } from '../diagnostics/diagnostic.ts';

/** What plugins that sites often list do, for the warning. */
const EFFECTS: Readonly<Record<string, string>> = {
  'jekyll-admin': 'an editor under /admin while the site is served; the published site is the same without it',
  'jekyll-assets': 'the {% asset %} tag and a pipeline for images, styles and scripts',
  'jekyll-commonmark': 'Markdown by CommonMark instead of kramdown',
  'jekyll-compose': 'commands such as `jekyll post`; the published site is the same without it',
  'jekyll-last-modified-at': 'last_modified_at of pages and posts, from Git, and a tag of that name',
  'jekyll-minifier': 'smaller HTML, CSS and JavaScript: the output is left as it is',
  'jekyll-paginate-v2': 'pages of lists, by `pagination:` in front matter, and pages by tag and category',
  'jekyll-postcss': 'CSS through PostCSS',
  'jekyll-scholar': 'the {% bibliography %} and {% cite %} tags, and pages of BibTeX entries',
  'jekyll-spaceship': 'tables, MathJax, diagrams, emoji and media in Markdown beyond kramdown',
  'jekyll-target-blank': 'links to other sites that open a new tab',
  'jekyll-twitter-plugin': 'the {% twitter %} tag',
  'jekyll-watch': 'building again when a file changes, which is built in',
  jekyll_picture_tag: 'the {% picture %} tag',
  hawkins: 'a preview that reloads itself, which is built in',
};

/** Gems that a Gemfile's plugin group may hold, and that are no plugins or do nothing for a built site. */
const SILENT: ReadonlySet<string> = new Set([
  'github-pages',
  'jekyll',
  'jekyll-sass-converter',
  'jekyll-watch',
  'jekyll-compose',
  'jekyll-admin',
  'webrick',
  'tzinfo',
  'tzinfo-data',
  'wdm',
  'kramdown',
  'kramdown-parser-gfm',
  'rouge',
  'liquid',
  'sass-embedded',
  'hawkins',
]);

export function reportUnknown(name: string, report: Report): void {
  const silent = SILENT.has(name);
  const effect = EFFECTS[name];
  report({
    code: 'plugin-unknown',
    severity: silent ? 'info' : 'warning',
    message: `The plugin ${name} is not available${effect ? `. The site goes without ${effect}` : ''}`,
    path: '_config.yml',
    hint: silent ? 'Nothing is missing for it.' : 'Its tags, filters and pages are missing; the build goes on.',
  });
}
