/**
 * Builds small random sites with real Jekyll and with ours, and compares every file that they write.
 *
 *   REFERENCE="path/to/reference" npm run diff:sites -- [--compat github-pages|jekyll-4] [--count 500] [--seed 1] [--show 5]
 *     [--at N] [--keep FOLDER] [--site FOLDER]… [--types | --each [--from N]]
 *
 * REFERENCE is a command that runs `exec STACK ruby FILE`; one process serves the run. A site that differs is made as small
 * as still differs, then shown. `--at` builds the Nth site of the seed alone; `--keep` writes what is shown to a
 * folder; `--site` takes a site that is there; `--types` puts values of every type under the keys of a site that is otherwise
 * plain, some at a time, `--each` one at a time, all there are from `--from` on.
 * The status is 1 if anything differs.
 */
import { readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import type { Compat } from '../../src/config/stacks.ts';
import { SiteBuilds } from './site-builds.ts';
import { compareSite, compareSites } from './site-compare.ts';
import { type Files, SiteGenerator } from './sites-generate.ts';
import { siteOfOneType, siteOfTypes } from './sites-types.ts';

function filesOf(folder: string): Files {
  const names = readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter((name) =>
    statSync(join(folder, name)).isFile(),
  );
  return Object.fromEntries(names.map((name) => [name, readFileSync(join(folder, name))]));
}

const { values } = parseArgs({
  options: {
    compat: { type: 'string', default: 'github-pages' },
    count: { type: 'string', default: '500' },
    seed: { type: 'string', default: '1' },
    show: { type: 'string', default: '5' },
    at: { type: 'string' },
    from: { type: 'string', default: '0' },
    keep: { type: 'string' },
    site: { type: 'string', multiple: true },
    types: { type: 'boolean', default: false },
    each: { type: 'boolean', default: false },
  },
});
process.env.TZ = 'UTC';
const builds = new SiteBuilds(values.compat as Compat);
if (values.site === undefined) {
  const from = Number(values.at ?? values.from);
  const four = values.compat === 'jekyll-4';
  const counts = await compareSites(builds, {
    from,
    to: values.at === undefined ? from + Number(values.count) : from + 1,
    site: (n) => {
      if (values.each) return siteOfOneType(n, four);
      const seed = Number(values.seed) * 1_000_003 + n;
      return values.types ? siteOfTypes(seed, four) : new SiteGenerator(seed, four).site();
    },
    show: Number(values.show),
    keep: values.keep,
  });
  process.stdout.write(`${values.compat} ${JSON.stringify(counts)}\n`);
  process.exitCode = counts.same === counts.sites ? 0 : 1;
} else {
  for (const folder of values.site) {
    const { found, theirs } = await compareSite(builds, { files: filesOf(folder), flags: {} });
    const why = theirs.error === undefined ? '' : `\n  ruby: ${theirs.class} ${theirs.error} ${theirs.at}`;
    process.stdout.write(`${folder}: ${found ?? 'the same'}${why}\n`);
  }
}
builds.end();
