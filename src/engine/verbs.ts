// Jekyll's verbs between reset and write.

import { readSite } from '../site/read.ts';
import type { Progress } from '../site/render.ts';
import { reportMissing } from '../themes/missing.ts';
import type { Building } from './reset.ts';

/** Reads the sources, and loads what plugins need for them. */
export async function read({ site }: Building): Promise<void> {
  readSite(site);
  for (const prepare of site.preparations) await prepare();
}

/** Generators add pages and change what was read. */
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
 * Renders every document and page.
 * @param turn called after each, waited for if it answers
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

/** What happens between two pages. */
export interface Turn {
  /** Sends what converters in other threads were given: rendering leaves no time for it. */
  pause(): Promise<void>;
  after(progress: Progress): Promise<void> | null;
}
