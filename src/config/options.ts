// The keys of _config.yml that mean something to the engine, in the order in which Jekyll lists its defaults
// (Configuration::DEFAULTS of 3.10.0 and 4.4.1). Types, defaults, checks, docs/configuration.md and the schema for
// editors are derived from this table. A plugin declares its own section (contract/options.ts). All other keys are the
// site's own: templates see them as `site.*`.

import * as checks from './checks.ts';
import type { Option } from './option.ts';

const TABLE_KEYS = {
  encoding: { type: 'value', json: ['string'], doc: 'The encoding of the files, by default that of the sources.' },
  headers: {
    type: 'value',
    json: ['boolean'],
    doc: 'Whether the first row names the columns; `false` for lists of rows.',
  },
  csv_converters: {
    type: 'list',
    doc: 'The converters that turn fields into numbers: `integer`, `float`, `numeric`, `all`.',
  },
} as const satisfies Readonly<Record<string, Option>>;

export const OPTIONS = {
  source: { type: 'text', doc: 'The source folder. `--source` overrides it.' },
  destination: { type: 'text', doc: 'The destination folder. `--destination` overrides it.' },
  collections_dir: {
    type: 'text',
    default: '',
    stops: { whenMerged: checks.textOrEmpty, whenUsed: checks.text },
    doc: 'The folder that holds the folders of all collections.',
  },
  cache_dir: {
    type: 'text',
    default: ({ hasCacheFolder }) => (hasCacheFolder ? '.jekyll-cache' : undefined),
    doc: "Jekyll's cache folder. build-site keeps nothing there; `clean` removes it.",
  },
  plugins_dir: {
    type: 'list',
    default: '_plugins',
    stops: { whenMerged: checks.folders },
    doc: "Folders with the site's own Ruby plugins, which are not run.",
  },
  layouts_dir: {
    type: 'text',
    default: '_layouts',
    stops: { whenMerged: checks.text },
    doc: 'The folder with the layouts.',
  },
  data_dir: {
    type: 'text',
    default: '_data',
    stops: { whenMerged: checks.text },
    doc: 'The folder with the data files.',
  },
  includes_dir: { type: 'text', default: '_includes', doc: 'The folder with the includes.' },
  collections: {
    type: 'section',
    default: {},
    entries: {
      output: { type: 'flag', doc: 'Write a page for each document.' },
      permalink: {
        type: 'text',
        stops: { whenUsed: checks.permalink },
        doc: 'The URLs of the documents: a style or a template.',
      },
      sort_by: { type: 'text', doc: 'A key of the front matter, by which documents are sorted (Jekyll 4).' },
      order: { type: 'list', doc: "The order of documents, as paths in the collection's folder (Jekyll 4)." },
    },
    doc: 'The collections, by label, with their options.',
  },
  safe: { type: 'flag', default: false, doc: 'Safe mode: only allowed plugins, no files outside the site.' },
  include: {
    type: 'list',
    default: ['.htaccess'],
    stops: { whenRead: ({ renamesOldOptions }) => (renamesOldOptions ? checks.listOrNil : checks.textsOrNils) },
    doc: 'Files and folders to read even if `exclude` or their names (`_x`, `.x`) rule them out.',
  },
  exclude: {
    type: 'list',
    default: ({ alwaysExcludes, exclude }) => (alwaysExcludes ? [] : [...exclude]),
    stops: { whenRead: ({ renamesOldOptions }) => (renamesOldOptions ? checks.listOrNil : checks.list) },
    doc: 'Files and folders to leave out, as paths or patterns.',
  },
  keep_files: {
    type: 'list',
    default: ['.git', '.svn'],
    stops: { whenMerged: checks.texts },
    doc: 'Paths in the destination that a build never removes.',
  },
  encoding: {
    type: 'text',
    default: 'utf-8',
    stops: { whenMerged: checks.textOrOff },
    doc: "The encoding of the sources, by Ruby's name. Unknown ones are read as UTF-8.",
  },
  markdown_ext: {
    type: 'text',
    default: 'markdown,mkdown,mkdn,mkd,md',
    stops: { whenMerged: checks.text },
    doc: 'Extensions of Markdown files, separated by commas.',
  },
  strict_front_matter: {
    type: 'flag',
    default: false,
    doc: 'Stop the build at invalid front matter. Otherwise it is reported as a warning.',
  },
  show_drafts: { type: 'flag', default: null, doc: 'Publish drafts, too.' },
  limit_posts: {
    type: 'value',
    json: ['integer'],
    default: 0,
    stops: { whenUsed: checks.limit },
    doc: 'How many of the newest posts to build; 0 for all.',
  },
  future: { type: 'flag', default: false, doc: 'Publish documents with a date in the future.' },
  unpublished: { type: 'flag', default: false, doc: 'Publish files with `published: false`.' },
  whitelist: { type: 'list', default: [], doc: 'Plugins that safe mode allows.' },
  plugins: {
    type: 'list',
    default: [],
    stops: {
      whenRead: ({ renamesOldOptions }) => (renamesOldOptions ? undefined : checks.list),
      whenUsed: checks.texts,
    },
    doc: 'The plugins that the site uses, by the names of their gems.',
  },
  markdown: {
    type: 'value',
    json: ['string'],
    default: 'kramdown',
    doc: 'The Markdown engine: `kramdown`, on GitHub Pages also `GFM`.',
  },
  highlighter: {
    type: 'text',
    default: 'rouge',
    doc: 'The code highlighter: `rouge`. With `null`, `{% highlight %}` prints plain code.',
  },
  lsi: {
    type: 'flag',
    default: false,
    doc: 'Related posts by their contents. Unsupported: the newest posts are listed.',
  },
  excerpt_separator: { type: 'text', default: '\n\n', doc: 'The string that ends an excerpt.' },
  incremental: {
    type: 'flag',
    default: false,
    doc: "Jekyll's incremental builds. Unsupported: every page is rendered.",
  },
  detach: { type: 'flag', default: false, doc: "Run Jekyll's server in the background. Unsupported." },
  port: { type: 'text', default: '4000', doc: 'The port of the preview.' },
  host: { type: 'text', default: '127.0.0.1', doc: 'The address that the preview listens on.' },
  baseurl: { type: 'text', default: null, doc: "The site's path on its server, such as `/blog`." },
  show_dir_listing: {
    type: 'flag',
    default: false,
    doc: 'List the files of folders without an index page. Unsupported.',
  },
  permalink: {
    type: 'text',
    default: 'date',
    stops: { whenMerged: checks.text },
    doc: 'The URLs of posts: a style (`date`, `pretty`, `none`, …) or a template.',
  },
  paginate_path: {
    type: 'text',
    default: '/page:num',
    doc: 'The path of the second and later pages of a paginated list.',
  },
  timezone: {
    type: 'text',
    default: null,
    stops: { whenMerged: checks.textOrOff },
    doc: 'The time zone of dates, such as `Europe/Berlin`.',
  },
  quiet: { type: 'flag', default: false, doc: 'Print errors only. Only works on the command line: `--quiet`.' },
  verbose: { type: 'flag', default: false, doc: 'Print more. Only works on the command line: `--verbose`.' },
  defaults: { type: 'value', json: ['array'], default: [], doc: 'Default front matter, by path and type.' },
  liquid: {
    type: 'section',
    default: { error_mode: 'warn', strict_filters: false, strict_variables: false },
    stops: { whenMerged: checks.errorMode },
    keys: {
      error_mode: {
        type: 'text',
        doc: 'What a syntax error does: `lax` ignores it, `warn` reports it, `strict` stops.',
      },
      strict_filters: { type: 'flag', doc: 'Stop at an unknown filter.' },
      strict_variables: { type: 'flag', doc: 'Stop at an unknown variable.' },
      render_time_limit: {
        type: 'value',
        json: ['number'],
        doc: 'The maximum seconds for a template, by default 60 (build-site only).',
      },
      render_length_limit: {
        type: 'value',
        json: ['integer'],
        doc: 'The maximum length of a string, by default 100 million characters (build-site only).',
      },
    },
    doc: 'How strict Liquid is, and its limits.',
  },
  rdiscount: {
    type: 'section',
    default: ({ hasOldMarkdownEngines }) => (hasOldMarkdownEngines ? { extensions: [] } : undefined),
    doc: 'Options of RDiscount. Unsupported.',
  },
  redcarpet: {
    type: 'section',
    default: ({ hasOldMarkdownEngines }) => (hasOldMarkdownEngines ? { extensions: [] } : undefined),
    doc: 'Options of Redcarpet. Unsupported.',
  },
  kramdown: {
    type: 'section',
    default: ({ tocLevels }) => ({
      auto_ids: true,
      toc_levels: typeof tocLevels === 'string' ? tocLevels : [...tocLevels],
      entity_output: 'as_char',
      smart_quotes: 'lsquo,rsquo,ldquo,rdquo',
      input: 'GFM',
      hard_wrap: false,
      guess_lang: true,
      footnote_nr: 1,
      show_warnings: false,
    }),
    stops: {
      whenRead: ({ renamesOldOptions }) => (renamesOldOptions ? checks.mappingOrOff : undefined),
      whenMerged: checks.mappingOrOff,
    },
    doc: 'Options of kramdown. Given ones are merged with the defaults.',
  },
  commonmark: {
    type: 'section',
    keys: {
      options: { type: 'value', json: ['array'], doc: 'Options of cmark-gfm, such as `footnotes`.' },
      extensions: { type: 'value', json: ['array'], doc: 'Extensions of cmark-gfm, such as `table`.' },
    },
    doc: 'Options and extensions of `markdown: GFM` on GitHub Pages.',
  },
  sass: {
    type: 'section',
    stops: { whenUsed: checks.mappingOrOff },
    keys: {
      style: {
        type: 'text',
        doc: 'The style of the CSS: `expanded`, `compressed`, in Jekyll 3 also `nested`, `compact`.',
      },
      sass_dir: { type: 'text', doc: 'The folder with the imported stylesheets, by default `_sass`.' },
      load_paths: {
        type: 'list',
        stops: { whenUsed: checks.loadPaths },
        doc: 'Other folders with imported stylesheets.',
      },
      sourcemap: {
        type: 'text',
        stops: { whenUsed: checks.sourceMaps },
        doc: 'When source maps are written: `always`, `never`, `development` (Jekyll 4).',
      },
      add_charset: { type: 'flag', doc: 'Start compressed CSS that is not ASCII with `@charset` (Jekyll 3).' },
      quiet_deps: {
        type: 'flag',
        doc: 'Hide deprecation warnings of imported stylesheets. build-site never prints any (Jekyll 4).',
      },
      verbose: { type: 'flag', doc: 'Repeat deprecation warnings. build-site never prints any (Jekyll 4).' },
      fatal_deprecations: { type: 'list', doc: 'Deprecations that stop the build (Jekyll 4).' },
      future_deprecations: { type: 'list', doc: 'Coming deprecations that count as deprecations now (Jekyll 4).' },
      silence_deprecations: { type: 'list', doc: 'Deprecations that Sass ignores (Jekyll 4).' },
      compile_time_limit: {
        type: 'value',
        json: ['number'],
        doc: 'The maximum seconds for a stylesheet, by default 60 (build-site only).',
      },
    },
    doc: 'Options of Sass.',
  },
  csv_reader: { type: 'section', keys: TABLE_KEYS, doc: 'How to read CSV data files (Jekyll 4).' },
  tsv_reader: { type: 'section', keys: TABLE_KEYS, doc: 'How to read TSV data files (Jekyll 4).' },
  page_excerpts: { type: 'flag', doc: 'Give pages excerpts, too (Jekyll 4).' },
  theme: { type: 'text', doc: "The theme's gem, by its name." },
  ignore_theme_config: { type: 'flag', doc: "Ignore the theme's own _config.yml (Jekyll 4)." },
  time: { type: 'value', json: ['string'], doc: 'The value of `site.time`, instead of the time of the build.' },
  data: { type: 'value', json: ['object'], doc: 'Data for `site.data`, besides the data files.' },
  profile: { type: 'flag', doc: 'Print how long templates take to render.' },
  repository: {
    type: 'value',
    json: ['string'],
    doc: 'OWNER/NAME of the repository on GitHub.',
    plugin: 'jekyll-github-metadata',
  },
  remote_theme: {
    type: 'value',
    json: ['string'],
    doc: 'OWNER/NAME of a theme on GitHub.',
    plugin: 'jekyll-remote-theme',
  },
  paginate: {
    type: 'value',
    json: ['integer', 'null'],
    doc: 'How many posts to list on a page.',
    plugin: 'jekyll-paginate',
  },
  url: { type: 'text', doc: "The site's URL without its path, such as `https://example.org`." },
  title: { type: 'value', json: ['string'], doc: "The site's title." },
  name: { type: 'value', json: ['string'], doc: "The site's name, which some plugins use if there is no title." },
  require_front_matter: {
    type: 'flag',
    doc: 'Copy Markdown files without front matter unchanged.',
    plugin: 'jekyll-optional-front-matter',
  },
} as const satisfies Readonly<Record<string, Option>>;

/** Jekyll's own options inside `kramdown`; the others are in kramdown's table (src/kramdown/options.ts). */
export const KRAMDOWN_KEYS = {
  input: { type: 'text', doc: 'The parser: `GFM`, with the additions of GitHub, or `kramdown`.' },
  guess_lang: { type: 'flag', doc: 'Guess the language of code without one.' },
  show_warnings: { type: 'flag', doc: "Print kramdown's warnings." },
} as const satisfies Readonly<Record<string, Option>>;

export type OptionName = keyof typeof OPTIONS;

/**
 * Keys of older versions, with today's name if there is one. 3.10 warns of them, 4.x doesn't know them;
 * `relative_permalinks` stops both.
 */
export const OLD_OPTIONS = {
  auto: null,
  watch: null,
  server: null,
  server_port: 'port',
  gems: 'plugins',
  layouts: 'layouts_dir',
  data_source: 'data_dir',
  pygments: 'highlighter',
  relative_permalinks: null,
} as const satisfies Readonly<Record<string, OptionName | null>>;

/** A key that has or had a meaning. */
export type Key = OptionName | keyof typeof OLD_OPTIONS;

export const KEYS = [...Object.keys(OPTIONS), ...Object.keys(OLD_OPTIONS)] as readonly Key[];

type Camel<Name extends string> = Name extends `${infer Head}_${infer Tail}`
  ? `${Head}${Capitalize<Camel<Tail>>}`
  : Name extends `${infer Head}-${infer Tail}`
    ? `${Head}${Capitalize<Camel<Tail>>}`
    : Name;

/** The property under which a key is read: `markdown_ext` is `markdownExt`. */
export type KeyProperty<Name extends string> = Camel<Name>;

export const propertyOf = (name: string): string =>
  name.replace(/[_-]([a-z])/g, (_, letter: string) => letter.toUpperCase());
