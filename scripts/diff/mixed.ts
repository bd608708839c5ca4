/**
 * Builds random sites that combine plugins, constructs, hooks, front-matter defaults and themes with real Jekyll and with
 * ours, and compares every file that they write, and which sites they refuse.
 *
 *   REFERENCE="path/to/reference" npm run diff:mixed -- [--compat github-pages|jekyll-4] [--count 200] [--seed 1,2] [--show 5]
 *     [--at N | --from N] [--keep FOLDER] [--answers FOLDER]
 *
 * --answers names a folder that keeps what real Jekyll answers, which takes most of the time: a second run of the same seed asks
 * it only for sites that are shrunk. The other options are those of sites.ts. The status is 1 if anything differs, crashes of
 * the gems aside that are not imitated (onPurpose).
 */
import { parseArgs } from 'node:util';
import type { Compat } from '../../src/config/stacks.ts';
import { mixedSite } from './mixed-sites.ts';
import { SiteBuilds } from './site-builds.ts';
import { compareSites } from './site-compare.ts';

/** Crashes of the gems where we build the site (docs/behaviours.md). */
const CRASHES: readonly RegExp[] = [
  // jekyll-relative-links 0.9.1 makes a page's excerpt that of a document.
  /undefined method `yaml_file\?' for #<Jekyll::Page /,
];

const { values } = parseArgs({
  options: {
    compat: { type: 'string', default: 'github-pages' },
    count: { type: 'string', default: '200' },
    seed: { type: 'string', default: '1' },
    show: { type: 'string', default: '5' },
    at: { type: 'string' },
    from: { type: 'string', default: '0' },
    keep: { type: 'string' },
    answers: { type: 'string' },
  },
});
process.env.TZ = 'UTC';
const compat = values.compat as Compat;
const builds = new SiteBuilds(compat, values.answers);
const from = Number(values.at ?? values.from);
for (const seed of values.seed.split(',')) {
  const counts = await compareSites(builds, {
    from,
    to: values.at === undefined ? from + Number(values.count) : from + 1,
    site: (n) => mixedSite(Number(seed), n, compat === 'jekyll-4'),
    show: Number(values.show),
    keep: values.keep,
    isOnPurpose: ({ error }) => CRASHES.some((crash) => crash.test(error ?? '')),
  });
  process.stdout.write(`${compat}, seed ${seed}: ${JSON.stringify(counts)}\n`);
  if (counts.same + counts.onPurpose !== counts.sites) process.exitCode = 1;
}
builds.end();
