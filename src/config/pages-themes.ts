// The theme gems of github-pages 232 and their versions. On GitHub Pages a Gemfile can't change them.

export const PAGES_THEMES: ReadonlyMap<string, string> = new Map([
  ['minima', '2.5.1'],
  ['jekyll-swiss', '1.0.0'],
  ['jekyll-theme-primer', '0.6.0'],
  ['jekyll-theme-architect', '0.2.0'],
  ['jekyll-theme-cayman', '0.2.0'],
  ['jekyll-theme-dinky', '0.2.0'],
  ['jekyll-theme-hacker', '0.2.0'],
  ['jekyll-theme-leap-day', '0.2.0'],
  ['jekyll-theme-merlot', '0.2.0'],
  ['jekyll-theme-midnight', '0.2.0'],
  ['jekyll-theme-minimal', '0.2.0'],
  ['jekyll-theme-modernist', '0.2.0'],
  ['jekyll-theme-slate', '0.2.0'],
  ['jekyll-theme-tactile', '0.2.0'],
  ['jekyll-theme-time-machine', '0.2.0'],
]);

/** The theme of a site that names none. */
export const PAGES_DEFAULT_THEME = 'jekyll-theme-primer';
