// Themes of mixed sites: gems of the stack, and a random theme, which is a gem, too.

import { TEMPLATES, WRAPPERS } from './mixed-liquid.ts';
import type { Random } from './random.ts';
import type { Files } from './sites-generate.ts';

const PAGES_THEMES: readonly string[] = [
  ...['minima', 'jekyll-swiss', 'jekyll-theme-primer', 'jekyll-theme-cayman', 'jekyll-theme-slate'],
  ...['jekyll-theme-minimal', 'jekyll-theme-hacker', 'jekyll-theme-time-machine', 'jekyll-theme-midnight'],
];
const LATER_THEMES: readonly string[] = [
  ...['minima', 'minima', 'minimal-mistakes-jekyll', 'just-the-docs', 'jekyll-text-theme', 'jekyll-theme-chirpy'],
];

/** The name of the theme that is made here. */
const MADE = 'mixed-theme';
const GEM = `../gems/gems/${MADE}-1.0`;

export interface ChosenTheme {
  /** Lines of _config.yml. */
  readonly config: readonly string[];
  /** The theme's own files, and those that the site overrides. */
  readonly files: Files;
}

export function chooseTheme(random: Random, four: boolean): ChosenTheme {
  const roll = random.next();
  if (roll < 0.5) return { config: ['theme: null'], files: {} };
  if (roll < 0.75) return { config: [`theme: ${MADE}`], files: { ...madeTheme(random, four), ...overrides(random) } };
  // No theme: under github-pages that is its default theme.
  if (roll < 0.82) return { config: [], files: overrides(random) };
  const name = random.pick(four ? LATER_THEMES : PAGES_THEMES);
  const sheet = `---\n${random.pick(['', 'title: Sheet\n'])}---\n@import "{{ site.theme }}";\n.own { width: 1px }\n`;
  return {
    config: [
      `theme: ${name}`,
      ...(name === 'minima' && random.chance(0.3) ? ['minima: {skin: dark, date_format: "%Y"}'] : []),
    ],
    files: { ...overrides(random), ...(!four && random.chance(0.4) ? { 'assets/css/style.scss': sheet } : {}) },
  };
}

/** Files of the site that replace a theme's. */
function overrides(random: Random): Files {
  const files: Files = {};
  const maybe = (p: number, path: string, text: () => string): void => {
    if (random.chance(p)) files[path] = text();
  };
  maybe(0.2, '_includes/head.html', () => '<meta name="own" content="{{ page.title | escape }}">\n');
  maybe(0.2, '_includes/footer.html', () => '<footer>{{ site.title }}{% include i.html a="f" %}</footer>\n');
  maybe(0.2, '_includes/head-custom.html', () => '<meta name="custom">\n');
  maybe(0.15, '_layouts/home.html', () => '---\nlayout: default\n---\n{{ content }}{{ site.posts | size }}\n');
  maybe(0.15, '_layouts/page.html', () => '---\n---\n<page>{{ content }}</page>\n');
  maybe(0.1, '_sass/_theme.scss', () => '$own: #123456;\n.site { color: $own }\n');
  maybe(0.1, 'assets/main.css', () => 'main { own: 1 }\n');
  maybe(0.1, 'assets/js/theme.js', () => '---\n---\nown({{ site.title | jsonify }});\n');
  return files;
}

function madeTheme(random: Random, four: boolean): Files {
  const files: Files = {};
  const put = (path: string, text: string): void => {
    files[`${GEM}/${path}`] = text;
  };
  const maybe = (p: number, path: string, text: () => string): void => {
    if (random.chance(p)) put(path, text());
  };
  const wrap = (): string => random.pick(WRAPPERS).replace('HEAD', '{% include head.html %}');
  const gems = ['jekyll-feed', 'jekyll-seo-tag', 'jekyll-include-cache'].filter(() => random.chance(0.3));
  files[`../gems/specifications/${MADE}-1.0.gemspec`] = specification(gems);
  put(
    '_includes/head.html',
    '<meta name="theme" content="{{ page.title | escape }}">{% if page.k1 %}{% include footer.html %}{% endif %}\n',
  );
  put('_includes/footer.html', '<footer>{{ site.theme }} {{ theme.version }}</footer>\n');
  put('_layouts/default.html', `---\nfrom: theme\n---\n${wrap()}`);
  maybe(0.7, '_layouts/post.html', () => `---\nlayout: default\nlv: themed\n---\n${wrap()}`);
  maybe(0.5, '_layouts/page.html', () => `---\nlayout: ${random.pick(['default', 'post', 'missing'])}\n---\n${wrap()}`);
  maybe(0.5, '_layouts/home.html', () => `---\nlayout: default\n---\n{{ content }}${random.pick(TEMPLATES)}`);
  maybe(0.4, '_layouts/sub/deep.html', () => '---\nlayout: post\n---\n<deep>{{ content }}</deep>\n');
  maybe(
    0.6,
    '_sass/_theme.scss',
    () => '$theme: #abc !default;\n@import "theme/parts";\n.theme { color: darken($theme, 10%) }\n',
  );
  if (`${GEM}/_sass/_theme.scss` in files)
    put('_sass/theme/_parts.scss', '%p { margin: 0 auto }\nul { @extend %p; li { &:hover { top: 1px } } }\n');
  if (`${GEM}/_sass/_theme.scss` in files)
    put('assets/theme.scss', `---\n${random.pick(['', '# a comment\n', 'k1: v\n'])}---\n@import "theme";\n`);
  maybe(0.6, 'assets/main.css', () => 'main { theme: 1 }\n');
  maybe(0.4, 'assets/js/theme.js', () => '---\n---\ntheme({{ site.title | jsonify }}, "{{ page.url }}");\n');
  maybe(0.3, 'assets/Odd name (1).TXT', () => 'static\n');
  maybe(
    0.3,
    'assets/note.md',
    () => '---\ntitle: Note of the theme\nlayout: page\n---\n# Note `code`\n\n{{ page.path }} {{ page.dir }}\n',
  );
  maybe(0.2, 'assets/_hidden.txt', () => 'hidden\n');
  maybe(0.2, 'assets/.dot/x.txt', () => 'dot\n');
  maybe(
    0.4,
    '_config.yml',
    () =>
      `title: Theme's title\nfrom_theme: {a: 1, b: [2]}\n${random.pick(['', 'defaults:\n  - scope: {path: "", type: posts}\n    values: {layout: post, k1: theme}\n', 'plugins: [jekyll-sitemap]\n', 'exclude: [a]\n'])}`,
  );
  if (four) {
    maybe(0.4, '_data/a.yml', () => 'theme: 1\nk: from theme\n');
    maybe(0.3, '_data/authors.yml', () => 'bea: {name: Theme}\nzed: {name: Zed}\n');
    maybe(0.2, '_data/sub/theme.csv', () => 'a,b\n1,2\n');
  }
  return files;
}

/** As RubyGems writes it beside an installed gem. */
const specification = (gems: readonly string[]): string => `# -*- encoding: utf-8 -*-
# stub: ${MADE} 1.0 ruby lib

Gem::Specification.new do |s|
  s.name = "${MADE}".freeze
  s.version = "1.0"

  s.required_rubygems_version = Gem::Requirement.new(">= 0".freeze) if s.respond_to? :required_rubygems_version=
  s.metadata = { "plugin_type" => "theme", "home" => "https://x.example/?a=1" } if s.respond_to? :metadata=
  s.require_paths = ["lib".freeze]
  s.authors = ["A. Uthor".freeze, "Ünï".freeze]
  s.summary = "A theme made \\"at random\\"".freeze
${gems.map((gem) => `  s.add_runtime_dependency(%q<${gem}>.freeze, [">= 0.1".freeze])\n`).join('')}end
`;
