// Builds one site after another with real Jekyll and with ours, and prints where they differ, shrunk.

import { mkdirSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import type { Built, SiteBuilds } from './site-builds.ts';
import { difference, differenceKind } from './site-builds.ts';
import { show, shrink } from './site-shrink.ts';
import type { GeneratedSite } from './sites-generate.ts';

export interface Comparison {
  /** The first site's number, and the number after the last one. */
  readonly from: number;
  readonly to: number;
  /** The Nth site; null if there are no more. */
  site(n: number): (GeneratedSite & { readonly about?: string }) | null;
  /** How many differences to show. */
  readonly show: number;
  /** A folder for the sites that are shown. */
  readonly keep?: string | undefined;
  /** Whether ours differs on purpose: real Jekyll crashes, and we don't. */
  readonly isOnPurpose?: (theirs: Built) => boolean;
}

/** How many characters of a difference to show if the site isn't shrunk. */
const MOST_SHOWN = 600;

export interface Counts {
  sites: number;
  files: number;
  refused: number;
  same: number;
  /** Differs on purpose. */
  onPurpose: number;
  missing: number;
  extra: number;
  different: number;
  error: number;
  crash: number;
}

/** What differs in a site, and what real Jekyll made of it. */
export async function compareSite(
  builds: SiteBuilds,
  site: GeneratedSite,
  group?: number,
): Promise<{ found: string | null; theirs: Built }> {
  const { theirs, mine } = await builds.both(site, group);
  return { found: difference(theirs, mine), theirs };
}

export async function compareSites(builds: SiteBuilds, comparison: Comparison): Promise<Counts> {
  const counts: Counts = {
    ...{ sites: 0, files: 0, refused: 0, same: 0, onPurpose: 0 },
    ...{ missing: 0, extra: 0, different: 0, error: 0, crash: 0 },
  };
  const refusals = new Map<string, number>();
  let left = comparison.show;
  for (let n = comparison.from; n < comparison.to; n++) {
    const site = comparison.site(n);
    if (site === null) break;
    let { found, theirs } = await compareSite(builds, site, site.group);
    // Leftovers of the group's other sites don't count as differences.
    if (found !== null && site.group !== undefined) ({ found, theirs } = await compareSite(builds, site));
    counts.sites++;
    counts.files += Object.keys(theirs.files ?? {}).length;
    if (theirs.files === undefined) {
      counts.refused++;
      const why = refusal(theirs);
      refusals.set(why, (refusals.get(why) ?? 0) + 1);
    }
    if (found === null) {
      counts.same++;
      continue;
    }
    if (differenceKind(found) === 'error' && comparison.isOnPurpose?.(theirs)) {
      counts.onPurpose++;
      continue;
    }
    counts[differenceKind(found) as 'missing']++;
    if (left-- <= 0) process.stdout.write(`site ${n}: ${found.slice(0, MOST_SHOWN)}\n`);
    else await showDifference(builds, site, { n, found, keep: comparison.keep });
  }
  for (const [why, times] of [...refusals].sort(([, a], [, b]) => b - a))
    process.stdout.write(`refused ${times}: ${why}\n`);
  return counts;
}

const refusal = ({ class: name, error, at }: Built): string =>
  `${`${name} ${error}`.replace(/\s+/g, ' ').slice(0, 70)} ${at?.replace(/^.*\/gems\//, '')}`;

async function showDifference(
  builds: SiteBuilds,
  site: GeneratedSite & { readonly about?: string },
  { n, found, keep }: { n: number; found: string; keep: string | undefined },
): Promise<void> {
  if (site.about !== undefined) {
    process.stdout.write(`===== site ${n}, ${site.about}: ${found}\n`);
    return;
  }
  const differs = async (smaller: GeneratedSite) => (await compareSite(builds, smaller)).found;
  const small = await shrink(site, found, differs);
  process.stdout.write(`===== site ${n}: ${await differs(small)}\n${show(small)}`);
  if (keep === undefined) return;
  for (const [path, text] of Object.entries(small.files)) {
    const target = join(keep, String(n), path);
    mkdirSync(dirname(target), { recursive: true });
    writeFileSync(target, text);
  }
}
