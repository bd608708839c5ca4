// The composition root: configuration, plugins, converters and files become a site, and the site is built.
// The only place that joins the rooms.

import { configure } from './build/configure.ts';
import { createDefaults } from './build/defaults.ts';
import { openDestination } from './build/destination.ts';
import { REMOTE_THEME, setupLate } from './build/late-plugins.ts';
import { createLiquid } from './build/liquid.ts';
import { lexerSource, loadSassSync } from './build/on-demand.ts';
import type { BuildOptions, BuildResult } from './build/options.ts';
import { pluginPlaces } from './build/plugin-place.ts';
import { reportOnce, Stopwatch } from './build/progress.ts';
import { publishSite } from './build/publish-site.ts';
import type { Reach } from './build/reach.ts';
import { hasSassFolder, sassBeside, sassBesideSync, startSass } from './build/rendering.ts';
import { configuredRepository, gitOf, trackedIn } from './build/repository.ts';
import { textServices } from './build/text-services.ts';
import { themeSearch } from './build/theme.ts';
import { moment, siteTime, siteZone } from './build/time.ts';
import type { Configuration } from './config/configuration.ts';
import type { Profile } from './config/stacks.ts';
import { withThemeConfiguration } from './config/theme-config.ts';
import { checkLimitPosts, checkPlugins } from './config/types.ts';
import { identity } from './converters/converter.ts';
import { createMarkdown } from './converters/markdown.ts';
import type { SassEngine } from './converters/sass/engine.ts';
import { createSass } from './converters/sass.ts';
import { BuildError } from './diagnostics/diagnostic.ts';
import { disk } from './files/disk.ts';
import { createHighlighter } from './highlight/index.ts';
import { isAllowed, loadPlugins, reportPaginationWithoutPlugin } from './plugins/index.ts';
import { themePlugins } from './plugins/theme-plugins.ts';
import { recover } from './publish/publish.ts';
import { readSite } from './site/read.ts';
import { Renderer } from './site/render.ts';
import { Site } from './site/site.ts';
import { reportMissing } from './themes/missing.ts';
import { type SiteTheme, siteTheme } from './themes/site-theme.ts';

/**
 * Builds a site as Jekyll does.
 * @throws BuildError where the site can't be built; the destination is then as it was
 */
export async function build(options: BuildOptions = {}): Promise<BuildResult> {
  const attempt: Attempt = { compilers: [], site: null };
  try {
    return await run(options, attempt);
  } catch (error) {
    if (!(error instanceof BuildError) || attempt.site === null) throw error;
    const { advised } = await import('./build/advice/index.ts');
    throw advised(error, attempt.site);
  } finally {
    for (const compiler of attempt.compilers) await compiler.dispose();
  }
}

interface Attempt {
  /** Takes what has to be ended however the build goes. */
  readonly compilers: Pick<SassEngine, 'dispose'>[];
  /** The site, as soon as there is one: advice on a failed build looks at it. */
  site: Site | null;
}

async function run(options: BuildOptions, attempt: Attempt): Promise<BuildResult> {
  const { compilers } = attempt;
  const clock = new Stopwatch(options.onProgress ?? (() => {}));
  const report = reportOnce(options.report ?? (() => {}));

  clock.phase('configure');
  const configured = configure(options, report);
  const { files, source, bundle, choice, stack, environment, reach, config: own } = configured;
  const destination = openDestination(configured, options, report);
  if (options.dryRun !== true) await recover(destination);
  const isSafe = own.flag('safe');
  checkLimitPosts(own);
  if (choice.profile === 'jekyll-4' && !isSafe) checkPlugins(own);
  const bundled = choice.profile === 'jekyll-4' ? bundle.plugins : [];
  const names = [...bundled, ...own.list('plugins')];
  const placeOf = pluginPlaces(bundle, bundled, own);
  const allowed = { stack, safe: isSafe, whitelist: own.list('whitelist'), bundled, placeOf };
  const themeName = own.text('theme');
  const takesRemote = names.includes(REMOTE_THEME) && isAllowed(REMOTE_THEME, allowed);
  const chosen = await siteTheme(own, themeSearch(options, { source, bundle, stack, report }, { files, reach }), {
    takesRemote,
    report,
  });
  const { theme, gem, missing } = chosen;
  const config = themedConfiguration(own, chosen, reach, choice.profile);
  const readable = reach.withTheme(theme);

  // A folder for Sass is there for a stylesheet: the compiler, which takes longest to load, starts before the sources are read.
  const early = files === disk && hasSassFolder(config, source) ? sassBeside(config, choice.profile)?.() : undefined;
  if (early !== undefined) compilers.push(early);
  const zone = await siteZone(config, report);
  const now = moment(options.now, zone);
  const time = siteTime(config, now, zone);
  const defaults = await createDefaults(config, {
    profile: choice.profile,
    files: readable,
    source,
    report,
    now,
    zone,
  });
  const liquid = await createLiquid(config, stack, report, options.liquidPlugins ?? []);
  const highlighter = createHighlighter(stack.rouge, lexerSource);
  const markdown = await createMarkdown({ config, stack, report, highlighter });
  const sassSite = { stack, config, source, files: readable, report, environment, safe: isSafe, theme };
  const sass = await createSass(sassSite, () => {
    const beside = files === disk ? sassBesideSync(config, choice.profile) : undefined;
    if (beside === undefined) return loadSassSync(readable, choice.profile !== 'jekyll-4');
    compilers.push(beside);
    return beside.compile;
  });
  const git = gitOf(files, source, isSafe);
  const site: Site = new Site({
    stack,
    config,
    source,
    destination: configured.destination,
    files: readable,
    report,
    now,
    time,
    zone,
    defaults,
    liquid,
    environment,
    env: options.env ?? {},
    repository: options.nwo ?? configuredRepository(config) ?? git?.repository() ?? null,
    git,
    theme,
    converters: [markdown.converter, ...sass.converters, identity],
    services: textServices(markdown, sass, highlighter, stack),
    isTracked: trackedIn(files, source, isSafe),
    renderExcerpt: (excerpt) => renderer.renderExcerpt(excerpt),
  });
  const renderer = new Renderer(site);
  attempt.site = site;

  // Bundler loads the Gemfile's group before there is a site, the theme's dependencies come before the listed plugins.
  const plugins = await loadPlugins([...bundled, ...themePlugins(themeName, gem), ...names], allowed, report);
  reportPaginationWithoutPlugin(names, config, report);
  for (const plugin of plugins) plugin.setup(site, site);
  if (chosen.isRemote) await setupLate(site, themePlugins('', theme), plugins, allowed);
  site.hooks.triggerSite('after_reset', site);

  clock.phase('read');
  readSite(site);
  for (const prepare of site.preparations) await prepare();

  clock.phase('generate');
  for (const generator of site.generators) generator.generate(site);
  if (missing !== null) reportMissing(site, missing, chosen.isDefault);

  clock.phase('render');
  site.settle();
  site.hooks.triggerSite('pre_render', site);
  try {
    await startSass(sass, site, renderer, early);
    renderer.renderAll((done, total) => clock.tick(done, total));
    await renderer.finish();
  } finally {
    await sass.dispose();
  }
  site.hooks.triggerSite('post_render', site);

  clock.phase('write');
  const published = await publishSite(site, configured, destination, options);
  const documents = [...site.collections.values()].reduce((n, collection) => n + collection.docs.length, 0);
  return {
    profile: choice.profile,
    profileReason: choice.reason,
    source,
    destination: configured.destination,
    theme: chosen.line,
    baseurl: config.text('baseurl'),
    pages: site.pages.length,
    documents,
    staticFiles: site.staticFiles.length,
    ...published,
    seconds: clock.stop(),
    templates: liquid.profile?.costs() ?? null,
    liquidjsCalls: liquid.liquidjsCalls,
  };
}

/** The configuration with that of the theme's gem under it; `theme` names a remote theme. */
function themedConfiguration(own: Configuration, chosen: SiteTheme, reach: Reach, profile: Profile): Configuration {
  const { gem, theme, isRemote } = chosen;
  const config = gem === null ? own : withThemeConfiguration(own, gem.root, reach.withTheme(gem), profile);
  return isRemote && theme !== null ? config.with(new Map(config.hash).set('theme', theme.name)) : config;
}
