// Random sites that combine what the other generators try separately: plugins, constructs of Markdown, Liquid and Sass,
// front-matter defaults, themes, and the odd names, dates and configurations of sites-generate.ts.

import { INCLUDES, LATER_TEMPLATES, PLUGIN_TEMPLATES, TEMPLATES, WRAPPERS } from './mixed-liquid.ts';
import { markdown } from './mixed-markdown.ts';
import { choosePlugins, gemfileText, pluginDefaults, pluginMatter, pluginTags } from './mixed-plugins.ts';
import { sheets } from './mixed-sheets.ts';
import { chooseTheme } from './mixed-themes.ts';
import { PROBE } from './plugins-sites.ts';
import { Random } from './random.ts';
import { type Files, type GeneratedSite, SiteGenerator } from './sites-generate.ts';

/** How many sites in a row have the same plugins and theme. */
const GROUP = 8;

const TRIED_APART = ['pages', 'posts', 'data_of_posts', 'collections', 'data', 'inspected'];

/** The Nth site of a seed. @param four for the stack jekyll-4 */
export function mixedSite(start: number, n: number, four: boolean): GeneratedSite {
  const seed = start * 1_000_003 + n;
  const random = new Random(seed ^ 0x5eed);
  const group = Math.floor(n / GROUP);
  const shared = new Random((start * 1_000_003 + group) ^ 0x9109);
  const plugins = choosePlugins(shared, four);
  const theme = chooseTheme(shared, four);
  const environment = shared.chance(0.85) ? 'production' : 'development';
  const nwo = shared.pick(['Lantern/field-notes', 'Lantern/lantern.github.io', 'owner/name']);
  const tags = [...pluginTags(plugins.on), ...plugins.on.flatMap((name) => PLUGIN_TEMPLATES[name] ?? [])];
  const templates = four ? [...TEMPLATES, ...LATER_TEMPLATES] : TEMPLATES;
  const heads = tags.filter((tag) => /\{% (?:seo|feed_meta)/.test(tag));
  const body = (): string => {
    const roll = random.next();
    if (roll < 0.15 && tags.length > 0) return `${random.pick(tags)}\n\n`;
    return roll < 0.45 ? `${random.pick(templates)}\n` : markdown(random);
  };
  const { files, flags } = new SiteGenerator(seed, four, {
    config: () => [...plugins.config, ...theme.config, ...settings(random, four)],
    matter: () => [...pluginMatter(random), ...ownMatter(random)],
    values: () => pluginDefaults(random),
    body,
    layout: () => random.pick(WRAPPERS).replace('HEAD', heads.filter(() => random.chance(0.7)).join('')),
  }).site();
  // Also printed by PROBE in plugins-sites.ts, or tried by another generator.
  for (const name of TRIED_APART) delete files[`dump/${name}.txt`];
  return {
    files: {
      ...files,
      ...more(random, files, { four, body }),
      ...own(theme.files, files),
      ...gemfile(plugins.gemfile),
    },
    flags,
    environment,
    nwo,
    group,
  };
}

const gemfile = (gems: readonly string[]): Files => (gems.length === 0 ? {} : { Gemfile: gemfileText(gems) });

/** Without what the site has already. */
const own = (theme: Files, files: Files): Files =>
  Object.fromEntries(Object.entries(theme).filter(([path]) => !(path in files)));

const maybeAll = (random: Random, lines: readonly (readonly [number, readonly string[]])[]): string[] =>
  lines.flatMap(([p, choices]) => (random.chance(p) ? [random.pick(choices)] : []));

/** Lines of _config.yml that sites-generate.ts doesn't write. */
function settings(random: Random, four: boolean): string[] {
  return maybeAll(random, [
    [
      0.12,
      [
        'kramdown: {input: GFM, hard_wrap: true}',
        'kramdown: {toc_levels: "2..3", auto_id_prefix: "x-"}',
        'kramdown: {syntax_highlighter_opts: {block: {line_numbers: true}}}',
        'kramdown: {syntax_highlighter_opts: {default_lang: ruby}}',
        'kramdown: {syntax_highlighter_opts: {span: {disable: true}}}',
        'kramdown: {parse_block_html: true}',
        'kramdown: {math_engine: ~, footnote_backlink: ""}',
        'kramdown: {gfm_quirks: [no_auto_typographic]}',
        'kramdown: {html_to_native: true}',
        'kramdown: {syntax_highlighter: ~}',
      ],
    ],
    [four ? 0 : 0.15, ['markdown: GFM', 'markdown: CommonMarkGhPages', 'markdown: kramdown', 'markdown: redcarpet']],
    [0.1, ['highlighter: rouge', ...(four ? ['highlighter: none'] : ['highlighter: pygments', 'highlighter: none'])]],
    [0.05, ['lsi: false']],
    [
      0.15,
      [
        'sass: {style: compressed}',
        'sass: {style: expanded, sass_dir: _sass}',
        'sass: {sourcemap: never}',
        'sass: {load_paths: [_more]}',
        ...(four ? [] : ['sass: {style: nested}', 'sass: {style: compact}']),
      ],
    ],
    [0.1, ['feed: {path: "atom.xml", posts_limit: 1}', 'feed: {excerpt_only: true}']],
    [0.05, ['strict_front_matter: true']],
    [0.05, ['page_excerpts: true']],
    [0.05, ['liquid: {error_mode: strict}', 'liquid: {error_mode: lax}']],
    [0.05, ['timezone: Asia/Kolkata', 'timezone: America/St_Johns']],
  ]);
}

/** Front matter that sites-generate.ts doesn't write. */
function ownMatter(random: Random): string[] {
  return maybeAll(random, [
    [0.08, ['toc: true', 'toc: false']],
    [0.06, ['lang: ruby', 'lang: js', 'lang: nosuch']],
    [0.05, ['links:\n  - {a: 1}\n  - b', 'links: {x: y, z: [1]}']],
    [0.04, ['order: 3', 'order: 1']],
    [0.04, ['render_with_liquid: false', 'render_with_liquid: true']],
  ]);
}

const PLACES: readonly string[] = [
  ...['index.md', 'index.html', 'README.md', 'docs/README.md', 'docs/intro.md', 'guide.md', 'sub/page.html'],
  ...['two words.md', 'plain.md', 'sub/plain.markdown', 'page.xml', 'blog/index.html', '404.md', 'ü.md'],
];

/** Pages, documents, includes, data and sheets that the site has besides. */
function more(random: Random, files: Files, { four, body }: { four: boolean; body: () => string }): Files {
  const added: Files = {
    '_data/authors.yml': 'bea: { name: Bea & Co, email: bea@x.example, uri: u, twitter: "@bea", picture: p }\n',
    'dump/plugins.txt': `---\nlayout: null\n---\n${PROBE.join('\n')}\n`,
  };
  for (const [name, text] of Object.entries(INCLUDES))
    added[`${folderOf(files, 'includes_dir', '_includes')}/${name}`] = text;
  for (let n = random.below(5); n > 0; n--) {
    const path = random.pick(PLACES);
    const text = Array.from({ length: 1 + random.below(3) }, body).join('');
    const hasMatter = !/README|plain/.test(path) || random.chance(0.2);
    added[path] = hasMatter
      ? `---\n${[...pluginMatter(random), ...ownMatter(random)].map((line) => `${line}\n`).join('')}---\n${text}`
      : text;
    if (random.chance(0.15)) {
      const folder = path.slice(0, path.lastIndexOf('/') + 1);
      added[`${folder}part.txt`] = 'Relative *part* {{ include.a }}{{ page.url }}\n';
      added[path] += `{% include_relative part.txt a="r" %}\n`;
    }
  }
  Object.assign(added, sheets(random, four));
  if (!four && random.chance(0.05)) added['js/app.coffee'] = '---\n---\nsquare = (x) -> x * {{ site.posts | size }}\n';
  return Object.fromEntries(Object.entries(added).filter(([path]) => !(path in files) && !clashes(path, files)));
}

/** Whether the path needs a folder where there is a file, or the other way round. */
const clashes = (path: string, files: Files): boolean =>
  Object.keys(files).some((other) => path.startsWith(`${other}/`) || other.startsWith(`${path}/`));

function folderOf(files: Files, key: string, standard: string): string {
  const line = new RegExp(`^${key}: (\\S+)$`, 'm').exec(String(files['_config.yml']));
  return line?.[1] ?? standard;
}
