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
  source: { type: 'text', short: 's', value: 'DIR', help: 'Where the site is (default: here)', commands: SITE },
  destination: { type: 'text', short: 'd', value: 'DIR', help: 'Where it goes (default: _site)', commands: SITE },
  config: {
    type: 'list',
    value: 'FILE[,FILE...]',
    help: 'Configuration files, later ones win (default: _config.yml)',
    commands: SITE,
  },
  compat: {
    type: 'text',
    value: 'STACK',
    help: 'Build as github-pages or as jekyll-4 does (default: what the Gemfile asks for)',
    commands: SITE,
  },
  baseurl: {
    type: 'text',
    short: 'b',
    value: 'PATH',
    help: 'The path that the site is published under',
    commands: BUILDS,
  },
  drafts: { type: 'flag', short: 'D', help: 'Build what is in _drafts, too', commands: BUILDS },
  future: { type: 'flag', help: 'Build posts with a date in the future, too', commands: BUILDS },
  unpublished: { type: 'flag', help: 'Build what says `published: false`, too', commands: BUILDS },
  limit_posts: { type: 'count', value: 'N', help: 'Build the newest N posts only', commands: BUILDS },
  strict_front_matter: { type: 'flag', help: 'Stop at broken front matter instead of warning', commands: BUILDS },
  profile: { type: 'flag', help: 'Show what each template costs', commands: BUILDS },
  safe: { type: 'flag', help: "Jekyll's safe mode", commands: BUILDS },
  offline: { type: 'flag', help: 'Ask no network: themes come from this machine', commands: BUILDS },
  cache: {
    type: 'text',
    value: 'DIR',
    help: 'Where themes and records are kept (default: BUILD_SITE_CACHE, or your cache folder)',
    commands: SITE,
  },
  force: {
    type: 'flag',
    help: 'Remove files from the destination that no build is known to have made',
    commands: SITE,
  },
  'dry-run': {
    type: 'flag',
    help: 'Write and remove nothing, but show what would be written and removed',
    commands: ['build', 'clean'],
  },
  'disable-disk-cache': { type: 'flag', help: 'Accepted: pages are not cached on disk', commands: BUILDS },

  host: { type: 'text', short: 'H', value: 'HOST', help: 'Address to listen on (default: 127.0.0.1)', commands: SERVE },
  port: { type: 'count', short: 'P', value: 'PORT', help: 'Port to listen on (default: 4000)', commands: SERVE },
  'allow-host': {
    type: 'list',
    value: 'NAME[,NAME...]',
    help: 'Further names that the preview answers to (.NAME: all below it)',
    commands: SERVE,
  },
  'skip-initial-build': { type: 'flag', help: 'Serve what is in the destination already', commands: SERVE },

  quiet: { type: 'flag', short: 'q', help: 'Errors only', commands: SITE },
  verbose: { type: 'flag', short: 'V', help: 'Say more: the time of every phase', commands: SITE },
  trace: { type: 'flag', short: 't', help: 'Show the stack of an error', commands: ALL },
  help: { type: 'flag', short: 'h', help: 'Show this', commands: ALL },
  version: { type: 'flag', short: 'v', help: 'Show the version', commands: ALL },

  watch: {
    type: 'flag',
    short: 'w',
    help: 'Build again after a change',
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
    missing: { act: 'warn', why: 'Open the address yourself.' },
  },
  force_polling: {
    type: 'flag',
    help: 'Look for changes without the help of the system',
    commands: BUILDS,
    missing: { act: 'warn', why: 'Nothing is watched.' },
  },
  plugins: {
    type: 'list',
    short: 'p',
    value: 'DIR[,DIR...]',
    help: 'Where Ruby plugins are',
    commands: BUILDS,
    missing: { act: 'refuse', why: 'Plugins in Ruby can not run here.' },
  },
  layouts: {
    type: 'text',
    value: 'DIR',
    help: 'Where layouts are',
    commands: BUILDS,
    missing: { act: 'refuse', why: 'Write `layouts_dir: DIR` into _config.yml instead.' },
  },
  lsi: {
    type: 'flag',
    help: 'Find related posts by their words',
    commands: BUILDS,
    missing: { act: 'refuse', why: 'Related posts would not be those that Jekyll finds.' },
  },
  detach: {
    type: 'flag',
    short: 'B',
    help: 'Serve in the background',
    commands: SERVE,
    missing: { act: 'refuse', why: 'Let the shell do it: `build-site serve &`.' },
  },
  'show-dir-listing': {
    type: 'flag',
    help: 'List the files of a folder without an index.html',
    commands: SERVE,
    missing: { act: 'refuse', why: 'A folder without an index.html is not found, as on the live site.' },
  },
  'ssl-cert': {
    type: 'text',
    value: 'FILE',
    help: 'Serve over https with this certificate',
    commands: SERVE,
    missing: { act: 'refuse', why: 'The preview speaks http.' },
  },
  'ssl-key': {
    type: 'text',
    value: 'FILE',
    help: 'The key of --ssl-cert',
    commands: SERVE,
    missing: { act: 'refuse', why: 'The preview speaks http.' },
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
