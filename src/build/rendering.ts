// The Sass compiler beside the thread that renders.

import type { Configuration } from '../config/configuration.ts';
import type { Profile } from '../config/stacks.ts';
import type { SassEngine } from '../converters/sass/engine.ts';
import { sassTimeLimit } from '../converters/sass/settings.ts';
import type { Sass } from '../converters/sass.ts';
import { disk } from '../files/disk.ts';
import { joinPath } from '../files/paths.ts';
import type { Renderer } from '../site/render.ts';
import type { Site } from '../site/site.ts';
import { besideThisThread, besideThisThreadSync } from '../threads/sass.ts';

/** Has the stylesheets compiled while the pages are rendered. */
export async function startSass(
  sass: Sass,
  site: Site,
  renderer: Renderer,
  early: SassEngine | undefined,
): Promise<void> {
  const beside = early === undefined ? sassBeside(site.config, site.stack.profile) : () => early;
  await sass.prepare(site.rendered(), beside);
  renderer.startConversions();
  // Rendering leaves no time to send: what has been started goes out first.
  await new Promise((sent) => setImmediate(sent));
}

/** A compiler in a thread of its own; undefined if there can be none. */
export const sassBeside = (config: Configuration, profile: Profile): (() => SassEngine) | undefined =>
  besideThisThread({ isRuby: profile !== 'jekyll-4' }, sassTimeLimit(config.section('sass')));

/** The same for filters, which wait for it. */
export const sassBesideSync = (config: Configuration, profile: Profile): ReturnType<typeof besideThisThreadSync> =>
  besideThisThreadSync({ isRuby: profile !== 'jekyll-4' }, sassTimeLimit(config.section('sass')));

export const hasSassFolder = (config: Configuration, source: string): boolean => {
  const named = config.section('sass').get('sass_dir');
  return disk.stat(joinPath(source, typeof named === 'string' && named !== '' ? named : '_sass')) !== null;
};
