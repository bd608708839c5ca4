/**
 * Builds random sites that combine plugins, constructs, hooks, front-matter defaults and themes with real Jekyll and with
 * ours, and compares every file that they write, and which sites they refuse.
 *
 *   REFERENCE="path/to/reference" npm run diff:mixed -- [--profile github-pages|jekyll-4] [--count 200] [--seed 1] [--show 5]
 *     [--at N | --from N] [--keep FOLDER] [--answers FOLDER]
 *
 * --answers names a folder that keeps what real Jekyll answers, which takes most of the time: a second run of the same seed asks
 * it only for sites that are made small. The other options are those of sites.ts. The status is 1 if anything differs.
 */
import { parseArgs } from 'node:util';
import type { Profile } from '../../src/config/profiles.ts';
import { mixedSite } from './mixed-sites.ts';
import { SiteBuilds } from './site-builds.ts';
import { compareSites } from './site-compare.ts';

const { values } = parseArgs({
  options: {
    profile: { type: 'string', default: 'github-pages' },
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
const profile = values.profile as Profile;
const builds = await SiteBuilds.start(profile, values.answers);
const from = Number(values.at ?? values.from);
const counts = await compareSites(builds, {
  from,
  to: values.at === undefined ? from + Number(values.count) : from + 1,
  site: (n) => mixedSite(Number(values.seed), n, profile === 'jekyll-4'),
  show: Number(values.show),
  keep: values.keep,
});
builds.end();
process.stdout.write(`${profile}, seed ${values.seed}: ${JSON.stringify(counts)}\n`);
process.exitCode = counts.same === counts.sites ? 0 : 1;
