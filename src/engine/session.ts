// A session on a site. A build goes through Jekyll's verbs: reset, read, generate, render, clean up, write.

import type { Debug } from '../diagnostics/debug.ts';
import { BuildError } from '../diagnostics/diagnostic.ts';
import type { TemplateCost } from '../liquid/runtime/profiler.ts';
import type { Outputs } from '../publish/output.ts';
import type { Site } from '../site/site.ts';
import { siteOutputs } from '../site/write.ts';
import { type Configured, configure } from './configure.ts';
import type { SiteOptions } from './options.ts';
import { setupPlugins } from './plugins.ts';
import { reportOnce, Stopwatch } from './progress.ts';
import { type Building, checkOptions, openSass, reset } from './reset.ts';
import type { Surroundings } from './surroundings.ts';
import { inMemory, type Target } from './target.ts';
import { withTheme } from './theme.ts';
import { turnOf } from './turn.ts';
import { type Changes, compared, type Snapshot, snapshotOf, type Update } from './update.ts';
import { finish, generate, read, render } from './verbs.ts';

export interface Built<Written> {
  readonly configured: Configured;
  /** All files of the site, by path relative to the destination. */
  readonly outputs: Outputs;
  /** The target's result. */
  readonly written: Written;
  /** The theme and its origin; null if there is none. */
  readonly theme: string | null;
  /** `baseurl`, which may come from the repository. */
  readonly baseurl: string;
  readonly pages: number;
  readonly documents: number;
  readonly staticFiles: number;
  /** Elapsed time by phase. */
  readonly seconds: Readonly<Record<string, number>>;
  /** The cost of each template; null if not measured. */
  readonly templates: readonly TemplateCost[] | null;
  /** How often tags and filters of liquidjs plugins ran. */
  readonly liquidjsCalls: number;
}

export class Session {
  readonly #surroundings: Surroundings;
  readonly #options: SiteOptions;
  /** The outputs as last returned. */
  #last: Snapshot = new Map();

  constructor(surroundings: Surroundings, options: SiteOptions) {
    this.#surroundings = surroundings;
    this.#options = options;
  }

  /** Builds all files of the site as values; nothing is written. @throws BuildError */
  async outputs(signal?: AbortSignal): Promise<Outputs> {
    const { outputs } = await this.build(inMemory, signal);
    this.#last = snapshotOf(outputs);
    return outputs;
  }

  /**
   * Builds again after sources have changed, and compares with the outputs that `outputs` or `update` last returned.
   * @throws BuildError; the next update then compares with the same outputs
   */
  async update(changes: Changes, signal?: AbortSignal): Promise<Update> {
    const before = this.#last;
    const outputs = await this.outputs(signal);
    return { outputs, ...compared(before, this.#last, changes) };
  }

  /**
   * Builds the site and passes its outputs to a target.
   * @param signal cancels the build: it rejects with the signal's reason, and the target stays unchanged
   * @throws BuildError if the site can't be built; the target is then unchanged
   */
  async build<Written>(target: Target<Written>, signal?: AbortSignal): Promise<Built<Written>> {
    const surroundings = this.#surroundings;
    const options = this.#options;
    const watch = new Stopwatch(surroundings.clock, options.onProgress ?? (() => {}));
    const report = reportOnce(options.report ?? (() => {}));
    const enter = (phase: string): void => {
      signal?.throwIfAborted();
      watch.phase(phase);
    };

    enter('configure');
    const configured = configure(surroundings.places, options, report);
    const opened = await target.open(configured, report);
    checkOptions(configured);
    const themed = await withTheme(surroundings.themes, configured, report);
    const { choice } = configured;
    options.debug?.('stack', `${choice.stack.name}: ${choice.reason}`);
    options.debug?.('theme', themed.chosen.line ?? 'none');
    const compilers = openSass(surroundings.sass, themed, options.debug);
    try {
      const building = await reset(surroundings, options, themed, compilers, report);
      return await advising(building.site, async () => {
        const { site } = building;
        const plugins = await setupPlugins(site, themed, options.plugins ?? []);
        options.debug?.('plugins', plugins.join(', ') || 'none');
        site.hooks.triggerSite('after_init');
        site.hooks.triggerSite('after_reset');
        enter('read');
        await read(building);
        listRead(site, options.debug);
        enter('generate');
        generate(building);
        enter('render');
        await render(
          building,
          turnOf(surroundings, (done, total) => watch.tick(done, total), signal),
        );
        await compilers.dispose();
        enter('write');
        const outputs = siteOutputs(site);
        const written = await opened.write(outputs, (paths) => site.hooks.triggerObsolete(paths));
        if (opened.isDryRun !== true) finish(building);
        return builtOf(building, { outputs, written, seconds: watch.stop() });
      });
    } finally {
      await compilers.dispose();
    }
  }
}

function builtOf<Written>(
  { themed, site }: Building,
  done: Pick<Built<Written>, 'outputs' | 'written' | 'seconds'>,
): Built<Written> {
  return {
    configured: themed.configured,
    theme: themed.chosen.line,
    baseurl: site.config.known.baseurl,
    pages: site.pages.length,
    documents: [...site.collections.values()].reduce((n, collection) => n + collection.docs.length, 0),
    staticFiles: site.staticFiles.length,
    templates: site.liquid.profiler?.costs() ?? null,
    liquidjsCalls: site.liquid.liquidjsCalls,
    ...done,
  };
}

function listRead(site: Site, debug: Debug): void {
  if (debug === undefined) return;
  for (const { path } of site.pages) debug('read', `page ${path}`);
  for (const { docs } of site.collections.values())
    for (const { relativePath } of docs) debug('read', `document ${relativePath}`);
  for (const { relativePath } of site.staticFiles) debug('read', `static file ${relativePath}`);
}

/** Improves an error's hint by looking around the site, if possible. */
async function advising<T>(site: Site, work: () => Promise<T>): Promise<T> {
  try {
    return await work();
  } catch (error) {
    if (!(error instanceof BuildError)) throw error;
    const { advised } = await import('./advice/index.ts');
    throw advised(error, site);
  }
}
