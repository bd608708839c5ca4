// The Sass compiler beside the thread that renders.

import type { Configuration } from '../config/configuration.ts';
import type { SassEngine } from '../converters/sass/engine.ts';
import type { Sass } from '../converters/sass.ts';
import { disk } from '../files/disk.ts';
import { joinPath } from '../files/paths.ts';
import type { Renderer } from '../site/render.ts';
import type { Site } from '../site/site.ts';
import { besideThisThread } from '../threads/sass.ts';

/** Has the stylesheets compiled while the pages are rendered. */
export async function startSass(
  sass: Sass,
  site: Site,
  renderer: Renderer,
  early: SassEngine | undefined,
): Promise<void> {
  const beside = early === undefined ? besideThisThread({ isRuby: site.stack.profile !== 'jekyll-4' }) : () => early;
  await sass.prepare(beside);
  renderer.startConversions();
  // Rendering leaves no time to send: what has been started goes out first.
  await new Promise((sent) => setImmediate(sent));
}

export const hasSassFolder = (config: Configuration, source: string): boolean => {
  const named = config.section('sass').get('sass_dir');
  return disk.stat(joinPath(source, typeof named === 'string' && named !== '' ? named : '_sass')) !== null;
};
