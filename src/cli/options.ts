// Every command line option as data: the parser, its types and the help are all derived from this table. Names and
// short forms are Jekyll's (jekyll 4.4.1, command.rb and serve.rb), so that habits and scripts keep working.

export interface Option {
  /** flag: true or false; text: a string; list: values separated by commas; count: a whole number from 0. */
  readonly type: 'flag' | 'text' | 'list' | 'count';
  readonly short?: string;
  /** The name of the value in the help. */
  readonly value?: string;
  readonly help: string;
  readonly commands: readonly CommandName[];
  /** Unsupported option: 'warn' ignores it, 'refuse' aborts because the result would differ. */
  readonly missing?: { readonly act: 'warn' | 'refuse'; readonly why: string };
}

export type CommandName = 'build' | 'serve' | 'clean' | 'help';

const ALL = ['build', 'serve', 'clean', 'help'] as const;
const SITE = ['build', 'serve', 'clean'] as const;
const BUILDS = ['build', 'serve'] as const;
const SERVE = ['serve'] as const;

export const OPTIONS = {
  source: {
    type: 'text',
    short: 's',
    value: 'DIR',
    help: 'The source folder (default: the current folder)',
    commands: SITE,
  },
  destination: {
    type: 'text',
    short: 'd',
    value: 'DIR',
    help: 'The destination folder (default: _site)',
    commands: SITE,
  },
  config: {
    type: 'list',
    value: 'FILE[,FILE...]',
    help: 'Configuration files; later ones override earlier ones (default: _config.yml)',
    commands: SITE,
  },
  compat: {
    type: 'text',
    value: 'STACK',
    help: 'Build as github-pages or as jekyll-4 does (default: as the Gemfile says)',
    commands: SITE,
  },
  baseurl: {
    type: 'text',
    short: 'b',
    value: 'PATH',
    help: 'The path that the site is published under',
    commands: BUILDS,
  },
  drafts: { type: 'flag', short: 'D', help: 'Build drafts, too', commands: BUILDS },
  future: { type: 'flag', help: 'Build posts with a date in the future, too', commands: BUILDS },
  unpublished: { type: 'flag', help: 'Build files with `published: false`, too', commands: BUILDS },
  limit_posts: { type: 'count', value: 'N', help: 'Build only the newest N posts', commands: BUILDS },
  strict_front_matter: { type: 'flag', help: 'Stop at invalid front matter instead of warning', commands: BUILDS },
  profile: { type: 'flag', help: 'Show how long each template takes', commands: BUILDS },
  safe: { type: 'flag', help: "Use Jekyll's safe mode", commands: BUILDS },
  offline: { type: 'flag', help: 'Download nothing: use only themes on this machine', commands: BUILDS },
  cache: {
    type: 'text',
    value: 'DIR',
    help: 'The folder for themes and records (default: BUILD_SITE_CACHE, or your cache folder)',
    commands: SITE,
  },
  force: {
    type: 'flag',
    help: 'Remove files from the destination that build-site is not known to have made',
    commands: SITE,
  },
  'dry-run': {
    type: 'flag',
    help: 'Write and remove nothing, but show what would be written and removed',
    commands: ['build', 'clean'],
  },
  'disable-disk-cache': { type: 'flag', help: 'Accepted, but pages are never cached on disk', commands: BUILDS },

  host: { type: 'text', short: 'H', value: 'HOST', help: 'Address to listen on (default: 127.0.0.1)', commands: SERVE },
  port: { type: 'count', short: 'P', value: 'PORT', help: 'Port to listen on (default: 4000)', commands: SERVE },
  'allow-host': {
    type: 'list',
    value: 'NAME[,NAME...]',
    help: 'Other host names that the preview answers to (.NAME: all below it)',
    commands: SERVE,
  },
  'skip-initial-build': { type: 'flag', help: 'Serve the destination as it is', commands: SERVE },

  quiet: { type: 'flag', short: 'q', help: 'Print errors only', commands: SITE },
  verbose: { type: 'flag', short: 'V', help: 'Print more: the time of every phase', commands: SITE },
  trace: { type: 'flag', short: 't', help: 'Show the stack of an error', commands: ALL },
  help: { type: 'flag', short: 'h', help: 'Show this', commands: ALL },
  version: { type: 'flag', short: 'v', help: 'Show the version', commands: ALL },

  watch: {
    type: 'flag',
    short: 'w',
    help: 'Rebuild after a change',
    commands: BUILDS,
    missing: { act: 'warn', why: 'The site is built once; run the command again after a change.' },
  },
  incremental: {
    type: 'flag',
    short: 'I',
    help: 'Build only what has changed',
    commands: BUILDS,
    missing: { act: 'warn', why: 'The whole site is built.' },
  },
  livereload: {
    type: 'flag',
    short: 'l',
    help: 'Reload the browser after a change',
    commands: SERVE,
    missing: { act: 'warn', why: 'Reload the page by hand.' },
  },
  'open-url': {
    type: 'flag',
    short: 'o',
    help: 'Open the site in a browser',
    commands: SERVE,
    missing: { act: 'warn', why: 'Open the URL yourself.' },
  },
  force_polling: {
    type: 'flag',
    help: 'Watch for changes by polling',
    commands: BUILDS,
    missing: { act: 'warn', why: 'Nothing is watched.' },
  },
  plugins: {
    type: 'list',
    short: 'p',
    value: 'DIR[,DIR...]',
    help: 'The folders with Ruby plugins',
    commands: BUILDS,
    missing: { act: 'refuse', why: 'build-site does not run Ruby plugins.' },
  },
  layouts: {
    type: 'text',
    value: 'DIR',
    help: 'The folder with layouts',
    commands: BUILDS,
    missing: { act: 'refuse', why: 'Write `layouts_dir: DIR` in _config.yml instead.' },
  },
  lsi: {
    type: 'flag',
    help: 'Find related posts by their contents',
    commands: BUILDS,
    missing: { act: 'refuse', why: 'It would not find the same related posts as Jekyll.' },
  },
  detach: {
    type: 'flag',
    short: 'B',
    help: 'Serve in the background',
    commands: SERVE,
    missing: { act: 'refuse', why: 'Use the shell instead: `build-site serve &`.' },
  },
  'show-dir-listing': {
    type: 'flag',
    help: 'List the files of a folder without an index.html',
    commands: SERVE,
    missing: { act: 'refuse', why: 'A folder without an index.html is "not found", as on the published site.' },
  },
  'ssl-cert': {
    type: 'text',
    value: 'FILE',
    help: 'Serve over https with this certificate',
    commands: SERVE,
    missing: { act: 'refuse', why: 'The preview only supports http.' },
  },
  'ssl-key': {
    type: 'text',
    value: 'FILE',
    help: 'The key of --ssl-cert',
    commands: SERVE,
    missing: { act: 'refuse', why: 'The preview only supports http.' },
  },
} as const satisfies Readonly<Record<string, Option>>;

export type OptionName = keyof typeof OPTIONS;

interface ValueOf {
  flag: boolean;
  text: string;
  list: string[];
  count: number;
}

/** The options that were given, by name. */
export type Flags = { [Name in OptionName]?: ValueOf[(typeof OPTIONS)[Name]['type']] };

/** The table with its rows typed loosely, for look-ups by name. */
export const OPTION_TABLE: Readonly<Record<string, Option>> = OPTIONS;
