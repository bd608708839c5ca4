// Jekyll's verbs between reset and write.

import { StaticFile } from '../content/static-file.ts';
import { readSite } from '../site/read.ts';
import type { Progress } from '../site/render.ts';
import { reportMissing } from '../themes/missing.ts';
import type { Building } from './reset.ts';

/** Reads the sources, then loads what plugins need for them. */
export async function read({ site }: Building): Promise<void> {
  readSite(site);
  for (const prepare of site.preparations) await prepare();
}

/** Runs the generators, which add pages and change what was read. */
export function generate({ site, themed }: Building): void {
  for (const generator of site.generators) generator.run();
  const { missing, isDefault } = themed.chosen;
  if (missing !== null) reportMissing(site, missing, isDefault);
}

/**
 * Renders all documents and pages.
 * @param turn called after each item, and awaited if it returns a promise
 */
export async function render({ site, sass, renderer }: Building, turn: Turn): Promise<void> {
  site.results.beginRendering();
  const payload = renderer.payload();
  site.hooks.triggerSite('pre_render', payload);
  await sass.prepare(site.rendered());
  renderer.startConversions();
  await turn.pause();
  for (const progress of renderer.renderAll(payload)) {
    const waiting = turn.after(progress);
    if (waiting !== null) await waiting;
  }
  await renderer.finish();
  site.hooks.triggerSite('post_render', payload);
}

/** The outputs are written: triggers the hooks that wait for it. */
export function finish({ site }: Building): void {
  if (site.hooks.hasItemHooks('post_write')) {
    for (const item of site.outputs()) if (!(item instanceof StaticFile)) site.hooks.triggerItem('post_write', item);
  }
  site.hooks.triggerSite('post_write');
}

/** Called between two pages. */
export interface Turn {
  /** Delivers messages to converters in other threads, which rendering otherwise blocks. */
  pause(): Promise<void>;
  after(progress: Progress): Promise<void> | null;
}
