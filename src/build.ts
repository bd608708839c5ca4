// The composition root: configuration, plugins, converters and files become a site, and the site is built.
// The only place that joins the rooms.

import { execFileSync } from 'node:child_process';
import { createRequire } from 'node:module';
import { resolve } from 'node:path';
import { Bundle } from './config/bundle.ts';
import type { Configuration } from './config/configuration.ts';
import { FrontMatterDefaults } from './config/front-matter-defaults.ts';
import { configurationFiles, loadConfiguration } from './config/load.ts';
import { type ProfileChoice, profileOf } from './config/profile-of.ts';
import { type Profile, STACKS } from './config/profiles.ts';
import { withThemeConfiguration } from './config/theme-config.ts';
import { identity } from './converters/converter.ts';
import { createMarkdown } from './converters/markdown.ts';
import { highlightBlock } from './converters/rouge.ts';
import type { SassEngine } from './converters/sass/engine.ts';
import { createSass, namesSassFilter, type Sass } from './converters/sass.ts';
import { BuildError, type Diagnostic, type Report } from './diagnostics/diagnostic.ts';
import { disk } from './files/disk.ts';
import type { FileSystem } from './files/file-system.ts';
import { Git } from './files/git.ts';
import { hasWildcard, loadGlob } from './files/glob.ts';
import { joinPath } from './files/paths.ts';
import { createHighlighter, LexerNotLoaded } from './highlight/index.ts';
import { createEnvironment } from './liquid/environment.ts';
import { LiquidError } from './liquid/errors.ts';
import { setLimits } from './liquid/limits.ts';
import type { LiquidjsPlugin } from './liquid/liquidjs.ts';
import { type TemplateCost, TemplateProfile } from './liquid/profile.ts';
import { isAllowed, loadPlugins, type PluginContext } from './plugins/index.ts';
import { themePlugins } from './plugins/theme-plugins.ts';
import { fromEpoch, toLocal } from './ruby/time.ts';
import { parseTime } from './ruby/time-parse.ts';
import { toS } from './ruby/to-s.ts';
import { isHash, type RubyHash, type RubyTime } from './ruby/values.ts';
import { UTC, type Zone } from './ruby/zone.ts';
import type { PackedZones } from './ruby/zone-data.ts';
import { loadZone } from './ruby/zones.ts';
import { SiteHost } from './site/host.ts';
import { namedLanguages } from './site/languages.ts';
import { type Generator, type Plugin, PRIORITY } from './site/plugin.ts';
import { readSite } from './site/read.ts';
import { Renderer } from './site/render.ts';
import { Site } from './site/site.ts';
import { checkDestination, cleanDestination, outputTable, writeOutputs } from './site/write.ts';
import { cacheFolder, ThemeCache } from './themes/cache.ts';
import type { ThemeSearch } from './themes/find.ts';
import type { Fetch, Network } from './themes/http.ts';
import { checkLayouts, needOfDefaultTheme, reportMissing } from './themes/missing.ts';
import { siteTheme } from './themes/site-theme.ts';
import { besideThisThread } from './threads/sass.ts';
import { loadYaml } from './yaml/load.ts';

export interface BuildOptions {
  /** The site's folder; the working folder by default. */
  source?: string;
  /** Where it is written; `destination:` of the configuration, else _site in the working folder. */
  destination?: string;
  /** Configuration files in order, instead of the source's _config.yml. */
  config?: string[];
  /** The stack; by default what the site asks for. */
  profile?: Profile;
  baseurl?: string;
  url?: string;
  drafts?: boolean;
  future?: boolean;
  unpublished?: boolean;
  safe?: boolean;
  strictFrontMatter?: boolean;
  limitPosts?: number;
  /** `site.serving`: the site is built for a preview. */
  serving?: boolean;
  /** Measures every template, for BuildResult.templates. */
  profileTemplates?: boolean;
  /** JEKYLL_ENV; 'development' by default. */
  environment?: string;
  /** The environment's variables that plugins look at (PAGES_ENV, JEKYLL_BUILD_REVISION …); none by default. */
  env?: Readonly<Record<string, string | undefined>>;
  /** The moment of the build; by default now. A number counts seconds since 1970. */
  now?: Date | number;
  /** The repository, 'owner/name' (PAGES_REPO_NWO); by default that of the git remote. */
  nwo?: string;
  /** Don't ask the network for anything. */
  offline?: boolean;
  /** Where downloaded themes are kept; BUILD_SITE_CACHE or the user's cache folder by default. */
  cache?: string;
  /** How themes are downloaded; the global `fetch` by default. */
  fetch?: Fetch;
  /** Plugins written for liquidjs: `function (Liquid) { this.registerTag(…); this.registerFilter(…) }`. */
  liquidPlugins?: LiquidjsPlugin[];
  /** Where the site's files are; the disk by default. */
  files?: FileSystem;
  onProgress?(event: { phase: string; done?: number; total?: number }): void;
  report?(diagnostic: Diagnostic): void;
}

export interface BuildResult {
  readonly profile: Profile;
  readonly profileReason: string;
  readonly source: string;
  readonly destination: string;
  /** The theme and where it is from, e.g. 'minima 2.5.1 (Gemfile.lock, from the cache)'; null where it was not asked for. */
  readonly theme: string | null;
  /** GitHub Pages' default theme, which no page asks for, is left out. */
  readonly withoutDefaultTheme: boolean;
  /** `baseurl`, where it comes from the repository too. */
  readonly baseurl: string;
  readonly pages: number;
  readonly documents: number;
  readonly staticFiles: number;
  /** Files written. */
  readonly written: number;
  /** Wall time by phase. */
  readonly seconds: Readonly<Record<string, number>>;
  /** What each template cost, the dearest first; null where it wasn't measured. */
  readonly templates: readonly TemplateCost[] | null;
  /** How often a tag or a filter of a liquidjs plugin has run. */
  readonly liquidjsCalls: number;
}

/**
 * Builds a site as Jekyll does.
 * @throws BuildError where the site can't be built; the destination is then as it was
 */
export async function build(options: BuildOptions = {}): Promise<BuildResult> {
  const compilers: SassEngine[] = [];
  const report = new HeldReport(options.report ?? (() => {}));
  try {
    return await run(options, { compilers, report, need: null });
  } catch (error) {
    if (!(error instanceof DefaultThemeNeeded)) throw error;
    report.forget();
    return await run(options, { compilers, report, need: error.need });
  } finally {
    report.release();
    for (const compiler of compilers) await compiler.dispose();
  }
}

interface Attempt {
  /** Takes what has to be ended however the build goes. */
  readonly compilers: SassEngine[];
  readonly report: HeldReport;
  /** What the attempt before found out of GitHub Pages' default theme: it is downloaded then. */
  readonly need: DefaultThemeNeeded['need'] | null;
}

/** @throws DefaultThemeNeeded where the build has to be begun again with that theme */
async function run(options: BuildOptions, { compilers, report: held, need }: Attempt): Promise<BuildResult> {
  const clock = new Stopwatch(options.onProgress ?? (() => {}));
  const report: Report = (diagnostic) => held.add(diagnostic);
  const files = options.files ?? disk;

  clock.phase('configure');
  const source = absolute(options.source ?? '.');
  if (files.stat(source)?.kind !== 'directory') {
    throw new BuildError({
      code: 'source-missing',
      message: `The source ${source} is not a folder`,
      hint: 'Check --source (-s).',
    });
  }
  const configFiles = options.config?.map(absolute) ?? null;
  const bundle = new Bundle(files, source);
  const choice = chooseProfile(files, bundle, configFiles, options.profile);
  const stack = STACKS[choice.profile];
  const environment = options.environment ?? 'development';
  let config = loadConfiguration({
    files,
    report,
    profile: choice.profile,
    environment,
    source,
    configFiles,
    overrides: overrides(options),
  });
  const destination = absolute(options.destination ?? (config.text('destination') || '_site'));
  checkDestination(source, destination);
  config.limitPosts;
  const bundled = choice.profile === 'jekyll-4' ? bundle.plugins : [];
  const names = [...bundled, ...config.list('plugins')];
  const allowed = { stack, safe: config.flag('safe'), whitelist: config.list('whitelist'), bundled };
  const themeName = config.text('theme');
  const takesRemote = names.includes(REMOTE_THEME) && isAllowed(REMOTE_THEME, allowed);
  const chosen = await siteTheme(config, themeSearch(options, { files, source, bundle, stack, report }), {
    takesRemote,
    needsDefault: need !== null,
    report,
  });
  const { theme, gem, missing, isDefaultLeftOut } = chosen;
  if (gem !== null) config = withThemeConfiguration(config, gem.root, files, choice.profile);
  if (chosen.isRemote && theme !== null) config = config.with(new Map(config.hash).set('theme', theme.name));
  if (!isDefaultLeftOut) held.release();

  // A folder for Sass is there for a stylesheet: the compiler, which takes longest to load, starts before the sources are read.
  const early =
    files === disk && hasSassFolder(config, source)
      ? besideThisThread({ isRuby: choice.profile !== 'jekyll-4' })?.()
      : undefined;
  if (early !== undefined) compilers.push(early);
  const zone = siteZone(config);
  const now = moment(options.now, zone);
  const time = siteTime(config, now, zone);
  const glob = needsGlob(config) ? await loadGlob(files) : () => [];
  const defaults = new FrontMatterDefaults(config, {
    profile: choice.profile,
    report,
    now,
    zone,
    glob: (pattern) => glob(source, pattern),
  });
  const liquid = createEnvironment(stack, report);
  const settings = config.section('liquid');
  const mode = settings.get('error_mode');
  if (mode === 'strict' || mode === 'lax') liquid.errorMode = mode;
  const isSet = (key: string): boolean => (settings.get(key) ?? false) !== false;
  liquid.strictFilters = isSet('strict_filters');
  liquid.strictVariables = isSet('strict_variables');
  setLimits(liquid.limits, settings);
  liquid.limits.clock = () => performance.now();
  if (config.get('profile') === true) liquid.profile = new TemplateProfile(choice.profile, liquid.limits.clock);

  if (options.liquidPlugins !== undefined && options.liquidPlugins.length > 0) {
    const [{ useLiquidjsPlugin }, liquidjs] = await Promise.all([import('./liquid/liquidjs.ts'), import('liquidjs')]);
    for (const plugin of options.liquidPlugins) useLiquidjsPlugin(plugin, liquid, liquidjs);
  }

  const git = gitOf(files, source);
  const repository = options.nwo ?? configuredRepository(config) ?? git?.repository() ?? null;
  const site = new Site({
    stack,
    config,
    source,
    destination,
    files,
    report,
    now,
    time,
    zone,
    defaults,
    liquid,
    environment,
    env: options.env ?? {},
    repository,
    git,
    theme,
    isTracked: (folder) => isTracked(source, folder),
  });

  const highlighter = createHighlighter(stack.rouge);
  const markdown = await createMarkdown({ config, stack, report, highlighter });
  const sass = createSass(site);
  site.addConverter(markdown.converter);
  for (const converter of sass.converters) site.addConverter(converter);
  site.addConverter(identity);

  const host = new SiteHost(site, {
    markdownify: markdown.markdownify,
    smartify: markdown.smartify,
    sassify: sass.sassify,
    highlight: (code, language, tag) => {
      try {
        const html = highlightBlock(highlighter, code, language, tag);
        return html === null ? null : markdown.highlighted(html);
      } catch (error) {
        if (!(error instanceof SyntaxError)) throw error;
        throw new LiquidError('liquid-highlight-syntax', error.message, 'Write line numbers: mark_lines="1 3".');
      }
    },
  });
  site.host = host;

  const plugins = await loadPlugins([...themePlugins(themeName, gem), ...names], allowed, report);
  for (const plugin of plugins) plugin.setup(site);
  if (chosen.isRemote) await setupLate(site, themePlugins('', theme), plugins, allowed, bundled);
  site.hooks.triggerSite('after_reset', site);

  clock.phase('read');
  readSite(site);
  for (const prepare of site.preparations) await prepare();

  clock.phase('generate');
  if (isDefaultLeftOut) site.generators.push(defaultThemeCheck);
  for (const generator of [...site.generators].sort((a, b) => b.priority - a.priority)) generator.generate(site);
  held.release();
  if (missing !== null) {
    if (need !== 'given') checkLayouts(site, missing);
    reportMissing(missing, report, need === 'given');
  }

  clock.phase('render');
  await highlighter.load(namedLanguages(site));
  const renderer = new Renderer(site, host);
  site.settled = true;
  site.hooks.triggerSite('pre_render', site);
  try {
    await startSass(sass, site, renderer, early);
    await renderAll(
      renderer,
      async (language) => highlighter.load([language]),
      (done, total) => clock.tick(done, total),
    );
    await renderer.finish();
  } finally {
    await sass.dispose();
  }
  site.hooks.triggerSite('post_render', site);

  clock.phase('cleanup');
  const table = outputTable(site);
  cleanDestination(site, table);
  clock.phase('write');
  const written = writeOutputs(site, table);
  const documents = [...site.collections.values()].reduce((n, collection) => n + collection.docs.length, 0);
  return {
    profile: choice.profile,
    profileReason: choice.reason,
    source,
    destination,
    theme: chosen.line,
    withoutDefaultTheme: isDefaultLeftOut,
    baseurl: config.text('baseurl'),
    pages: site.pages.length,
    documents,
    staticFiles: site.staticFiles.length,
    written,
    seconds: clock.stop(),
    templates: liquid.profile?.costs() ?? null,
    liquidjsCalls: liquid.liquidjsCalls,
  };
}

/** Has the stylesheets compiled while the pages are rendered. */
async function startSass(sass: Sass, site: Site, renderer: Renderer, early: SassEngine | undefined): Promise<void> {
  const beside = early === undefined ? besideThisThread({ isRuby: site.stack.profile !== 'jekyll-4' }) : () => early;
  await sass.prepare({ filters: templates(site).some(namesSassFilter), beside });
  renderer.startConversions();
  // Rendering leaves no time to send: what has been started goes out first.
  await new Promise((sent) => setImmediate(sent));
}

const hasSassFolder = (config: Configuration, source: string): boolean => {
  const named = config.section('sass').get('sass_dir');
  return disk.stat(joinPath(source, typeof named === 'string' && named !== '' ? named : '_sass')) !== null;
};

/** All texts that can hold Liquid. */
function templates(site: Site): string[] {
  const includes = [joinPath(site.source, site.config.text('includes_dir')), site.theme?.folder('_includes') ?? null];
  return [
    ...site.pages.map(({ content }) => content),
    ...[...site.collections.values()].flatMap(({ docs }) => docs.map(({ content }) => content ?? '')),
    ...[...site.layouts.values()].map(({ content }) => content),
    ...includes.flatMap((folder) => (folder === null ? [] : textsBelow(site.files, folder))),
  ];
}

function textsBelow(files: FileSystem, folder: string): string[] {
  return files.list(folder).flatMap((name) => {
    const path = joinPath(folder, name);
    const kind = files.stat(path)?.kind;
    if (kind === 'directory') return files.isLink(path) ? [] : textsBelow(files, path);
    return kind === 'file' ? [new TextDecoder().decode(files.read(path))] : [];
  });
}

/** Renders; where a lexer is missing that no source named, it is loaded and rendering goes on with the page. */
async function renderAll(
  renderer: Renderer,
  load: (language: string) => Promise<void>,
  progress: (done: number, total: number) => void,
): Promise<void> {
  for (;;) {
    try {
      renderer.renderAll(progress);
      return;
    } catch (error) {
      if (!(error instanceof LexerNotLoaded)) throw error;
      await load(error.language);
    }
  }
}

const REMOTE_THEME = 'jekyll-remote-theme';

const PROXY_ADVICE =
  'HTTPS_PROXY is set, and Node.js heeds it where NODE_USE_ENV_PROXY=1 is set, too, from version 22.21 or 24 on';

const isProxyUnheeded = (env: NodeJS.ProcessEnv): boolean =>
  Boolean(env.HTTPS_PROXY || env.https_proxy) && env.NODE_USE_ENV_PROXY !== '1';

function themeSearch(
  { cache, offline, fetch: given, onProgress }: BuildOptions,
  known: Pick<ThemeSearch, 'files' | 'source' | 'bundle' | 'stack' | 'report'>,
): ThemeSearch {
  const { env, platform } = process;
  const folder = cache === undefined ? cacheFolder(env, platform) : absolute(cache);
  const network: Network = {
    fetch: given ?? ((url, init) => fetch(url, init)),
    progress: (done, total) => onProgress?.({ phase: 'download', done, total }),
    ...(given === undefined && isProxyUnheeded(env) ? { advice: PROXY_ADVICE } : {}),
  };
  return {
    ...known,
    env,
    platform,
    cache: folder === null ? null : new ThemeCache(folder, known.files),
    network: offline === true ? null : network,
  };
}

/**
 * The plugins that a remote theme depends on. jekyll-remote-theme 0.4.3 loads them once the site has made its generators
 * and converters, so that theirs do nothing, unless Bundler loaded it, and thereby them, before the site was there.
 */
async function setupLate(
  site: Site,
  names: readonly string[],
  loaded: readonly Plugin[],
  allowed: PluginContext,
  bundled: readonly string[],
): Promise<void> {
  const [generators, converters] = [[...site.generators], [...site.converters]];
  const late = names.filter((name) => !loaded.some((plugin) => plugin.name === name));
  for (const plugin of await loadPlugins(late, allowed, site.report)) plugin.setup(site);
  if (bundled.includes(REMOTE_THEME)) return;
  site.generators.splice(0, Number.POSITIVE_INFINITY, ...generators);
  site.converters.splice(0, Number.POSITIVE_INFINITY, ...converters);
}

/** The site has to be built with GitHub Pages' default theme, which is not here. */
class DefaultThemeNeeded extends Error {
  readonly need: 'asked' | 'given';

  constructor(need: DefaultThemeNeeded['need']) {
    super(`the default theme is needed (${need})`);
    this.need = need;
  }
}

/** Looks whether the default theme is needed once other generators have made their pages, before layouts are dealt out. */
const defaultThemeCheck: Generator = {
  name: 'default theme',
  priority: PRIORITY.lowest + 1,
  generate(site) {
    const need = needOfDefaultTheme(site);
    if (need !== null) throw new DefaultThemeNeeded(need);
  },
};

const absolute = (path: string): string => resolve(path).replaceAll('\\', '/');

/** The stack that is asked for, else the one that the site itself asks for. */
export function chooseProfile(
  files: FileSystem,
  bundle: Bundle,
  configFiles: readonly string[] | null,
  asked?: Profile,
): ProfileChoice {
  if (asked !== undefined) return { profile: asked, reason: 'asked for with --compat' };
  const path = configFiles?.[0] ?? configurationFiles(files, bundle.source, 'github-pages')[0];
  let theme: string | null = null;
  if (path !== undefined && files.stat(path) !== null) {
    try {
      const value = loadYaml({ path, text: new TextDecoder().decode(files.read(path)) });
      const named = isHash(value) ? value.get('theme') : null;
      theme = typeof named === 'string' ? named : null;
    } catch {
      // The configuration's faults are told when it is loaded.
    }
  }
  return profileOf(bundle, theme);
}

function overrides(options: BuildOptions): RubyHash {
  const entries = [
    ['baseurl', options.baseurl],
    ['url', options.url],
    ['show_drafts', options.drafts],
    ['future', options.future],
    ['unpublished', options.unpublished],
    ['safe', options.safe],
    ['strict_front_matter', options.strictFrontMatter],
    ['serving', options.serving ?? false],
    ['limit_posts', options.limitPosts],
    ['profile', options.profileTemplates],
  ] as const;
  return new Map(entries.flatMap(([key, value]) => (value === undefined ? [] : [[key, value]])));
}

function siteZone(config: Configuration): Zone {
  const name = config.text('timezone') || process.env.TZ || Intl.DateTimeFormat().resolvedOptions().timeZone;
  return name === 'UTC' || name === 'Etc/UTC' ? UTC : loadZone(name, packedZones);
}

/** The zones' history: the package's data alone. */
const packedZones = (): PackedZones => createRequire(import.meta.url)('moment-timezone/data/packed/latest.json');

function moment(given: Date | number | undefined, zone: Zone): RubyTime {
  const milliseconds = given instanceof Date ? given.getTime() : given === undefined ? Date.now() : given * 1000;
  const seconds = Math.floor(milliseconds / 1000);
  return fromEpoch(seconds, Math.round((milliseconds - seconds * 1000) * 1e6), zone);
}

function siteTime(config: Configuration, now: RubyTime, zone: Zone): RubyTime {
  const own = config.get('time');
  if (own === undefined || own === null || own === false) return now;
  const time = parseTime(toS(own), now, zone);
  if (time !== null) return toLocal(time, zone);
  throw new BuildError({
    code: 'invalid-date',
    message: `Invalid date '${toS(own)}': Invalid time in _config.yml.`,
    path: '_config.yml',
    hint: 'Write `time: 2020-01-31 18:30:00 +0000`.',
  });
}

function needsGlob(config: Configuration): boolean {
  const sets = config.get('defaults');
  if (!Array.isArray(sets)) return false;
  return sets.some((set) => {
    const scope = isHash(set) ? set.get('scope') : null;
    const path = isHash(scope) ? scope.get('path') : null;
    return typeof path === 'string' && hasWildcard(path);
  });
}

function configuredRepository(config: Configuration): string | undefined {
  const name = config.get('repository');
  return typeof name === 'string' && name.includes('/') ? name : undefined;
}

/** The checkout that the build is run in, as Jekyll's plugins ask Git there, where the site is part of it. */
function gitOf(files: FileSystem, source: string): Git | null {
  const git = Git.around(files, absolute('.'));
  return git !== null && `${source}/`.startsWith(`${git.root}/`) ? git : null;
}

function isTracked(source: string, folder: string): boolean {
  try {
    return (
      execFileSync('git', ['-C', source, 'ls-files', '--', folder], { stdio: ['ignore', 'pipe', 'ignore'] }).length > 0
    );
  } catch {
    return false;
  }
}

/** Holds back what is reported while the build may have to be begun again. */
class HeldReport {
  readonly #tell: Report;
  #held: Diagnostic[] | null = [];

  constructor(tell: Report) {
    this.#tell = tell;
  }

  add(diagnostic: Diagnostic): void {
    if (this.#held === null) this.#tell(diagnostic);
    else this.#held.push(diagnostic);
  }

  release(): void {
    const held = this.#held ?? [];
    this.#held = null;
    for (const diagnostic of held) this.#tell(diagnostic);
  }

  forget(): void {
    this.#held = [];
  }
}

/** Times the phases and tells how far they are. */
class Stopwatch {
  readonly #tell: NonNullable<BuildOptions['onProgress']>;
  readonly #seconds: Record<string, number> = {};
  #phase: string | null = null;
  #since = 0;

  constructor(tell: NonNullable<BuildOptions['onProgress']>) {
    this.#tell = tell;
  }

  phase(name: string): void {
    this.stop();
    this.#phase = name;
    this.#since = performance.now();
    this.#tell({ phase: name });
  }

  tick(done: number, total: number): void {
    this.#tell({ phase: this.#phase ?? '', done, total });
  }

  stop(): Readonly<Record<string, number>> {
    if (this.#phase !== null) this.#seconds[this.#phase] = (performance.now() - this.#since) / 1000;
    this.#phase = null;
    return this.#seconds;
  }
}
