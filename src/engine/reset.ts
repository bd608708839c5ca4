// Reset: creates a configured but empty site, with everything needed to build it (Jekyll::Site#reset and #setup).

import { identity } from '../converters/converter.ts';
import { createMarkdown } from '../converters/markdown.ts';
import type { OpenSass, SassCompilers } from '../converters/sass/engine.ts';
import { sassTimeLimit } from '../converters/sass/settings.ts';
import { createSass, type Sass } from '../converters/sass.ts';
import type { Debug } from '../diagnostics/debug.ts';
import type { Report } from '../diagnostics/diagnostic.ts';
import { joinPath } from '../files/paths.ts';
import { ReadLog } from '../site/read-log.ts';
import { Renderer } from '../site/render.ts';
import { Site } from '../site/site.ts';
import type { Configured } from './configure.ts';
import { createDefaults } from './defaults.ts';
import { openHighlighter } from './highlighter.ts';
import { createLiquid } from './liquid.ts';
import type { SiteOptions } from './options.ts';
import { configuredRepository, gitOf, trackedIn } from './repository.ts';
import type { Surroundings } from './surroundings.ts';
import { textServices } from './text-services.ts';
import type { Themed } from './theme.ts';
import { moment, siteTime, siteZone } from './time.ts';

/** A site during a build. */
export interface Building {
  readonly themed: Themed;
  readonly site: Site;
  readonly sass: Sass;
  readonly renderer: Renderer;
}

/** @throws BuildError for options that Jekyll rejects before reading anything */
export function checkOptions({ config, stack }: Configured): void {
  config.check.limitPosts();
  if (stack.config.checksPlugins && !config.known.safe) config.check.plugins();
}

export function openSass(compilers: SassCompilers, { configured, config, files }: Themed, debug: Debug): OpenSass {
  const { sass } = config.known;
  const isRuby = configured.stack.sass.compiler === 'ruby';
  const folder = joinPath(configured.source, sass.sassDir || '_sass');
  const isLikely = files.stat(folder) !== null;
  debug?.(
    'sass',
    `${isRuby ? `Ruby Sass, as ${configured.stack.name} has it; Dart Sass for stylesheets that it rejects` : `Dart Sass, as ${configured.stack.name} has it`}` +
      `, started ${isLikely ? `now, since there is ${folder}` : 'with the first stylesheet'}`,
  );
  return compilers.open({
    files,
    isRuby,
    seconds: sassTimeLimit(sass),
    isLikely,
  });
}

export async function reset(
  { clock, zones, lexers, checkout }: Surroundings,
  options: SiteOptions,
  themed: Themed,
  compilers: OpenSass,
  report: Report,
): Promise<Building> {
  const { config, files } = themed;
  const { source, stack, environment, destination } = themed.configured;
  const { theme } = themed.chosen;
  const { safe } = themed.allowed;
  const zone = await siteZone(config, zones, report);
  const now = moment(clock.now(), zone);
  const { debug } = options;
  const liquid = await createLiquid(config, stack, report, clock, options.liquidPlugins ?? [], debug);
  const highlighter = openHighlighter(stack.rouge, lexers, debug);
  const markdown = await createMarkdown({ config, stack, report, highlighter });
  const sass = await createSass({ stack, config, source, files, report, environment, safe, theme, debug }, compilers);
  const git = gitOf(themed.configured.files, checkout, source, safe, report);
  const site: Site = new Site({
    stack,
    config,
    source,
    destination,
    files,
    report,
    now,
    time: siteTime(config, now, zone),
    zone,
    defaults: await createDefaults(config, { stack, files, source, report, now, zone }),
    liquid,
    environment,
    env: options.env ?? {},
    repository: options.nwo ?? configuredRepository(config) ?? git?.repository() ?? null,
    git,
    theme,
    converters: [markdown.converter, ...sass.converters, identity],
    services: textServices(markdown, sass, highlighter, stack),
    isTracked: trackedIn(themed.configured.files, source, safe),
    reads: options.recordsReads === true ? new ReadLog() : null,
    debug,
    renderExcerpt: (excerpt) => renderer.renderExcerpt(excerpt),
  });
  const renderer = new Renderer(site);
  return { themed, site, sass, renderer };
}
