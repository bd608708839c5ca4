// Rendering, with what it waits for: the Sass compiler beside it, lexers that no source named.

import type { Configuration } from '../config/configuration.ts';
import type { SassEngine } from '../converters/sass/engine.ts';
import { namesSassFilter, type Sass } from '../converters/sass.ts';
import { disk } from '../files/disk.ts';
import type { FileSystem } from '../files/file-system.ts';
import { joinPath } from '../files/paths.ts';
import { LexerNotLoaded } from '../highlight/index.ts';
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
  await sass.prepare({ filters: templates(site).some(namesSassFilter), beside });
  renderer.startConversions();
  // Rendering leaves no time to send: what has been started goes out first.
  await new Promise((sent) => setImmediate(sent));
}

export const hasSassFolder = (config: Configuration, source: string): boolean => {
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
export async function renderAll(
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
