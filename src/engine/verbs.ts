// Jekyll's verbs between reset and write.

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
  for (const generator of site.generators) {
    const before = new Set(site.pages);
    generator.generate(site);
    for (const page of site.pages) if (!before.has(page)) site.results.setMaker(page, generator.name);
  }
  const { missing, isDefault } = themed.chosen;
  if (missing !== null) reportMissing(site, missing, isDefault);
}

/**
 * Renders all documents and pages.
 * @param turn called after each item, and awaited if it returns a promise
 */
export async function render({ site, sass, renderer }: Building, turn: Turn): Promise<void> {
  site.results.beginRendering();
  site.hooks.triggerSite('pre_render', site);
  await sass.prepare(site.rendered());
  renderer.startConversions();
  await turn.pause();
  for (const progress of renderer.renderAll()) {
    const waiting = turn.after(progress);
    if (waiting !== null) await waiting;
  }
  await renderer.finish();
  site.hooks.triggerSite('post_render', site);
}

/** Called between two pages. */
export interface Turn {
  /** Delivers messages to converters in other threads, which rendering otherwise blocks. */
  pause(): Promise<void>;
  after(progress: Progress): Promise<void> | null;
}
