// Builds every site of one or more folders with build-site and with real Jekyll, compares the two and writes what it measured into
// docs/conformance.md. USAGE says how.

import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { cpus, tmpdir, totalmem } from 'node:os';
import { dirname, join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { type Compat, STACKS } from '../src/config/stacks.ts';
import { CLASSES, compareTrees } from './conformance/compare.ts';
import { type Group, type Row, report } from './conformance/report.ts';
import { CONDITIONS, type Filling, fill, type Run, runBuild } from './conformance/run.ts';
import { type Site, sitesOf } from './conformance/sites.ts';

const USAGE = `npm run conformance -- FOLDER_OF_SITES... [OPTION...]

A FOLDER_OF_SITES holds sites in folders named owner+name. Of several, each is a part of the page: --heading, --expected and
--list are given once for each, in the same order.

  --reference COMMAND  Runs real Jekyll, e.g. 'jekyll-of {profile} build -s {site} -d {out}'
  --expected FOLDER    Keeps what Jekyll builds in FOLDER/owner+name; what is there is not built again
  --list FILE          A table with tabs and a head: repository (owner/name), and where wanted folder, profile, seconds, aside
                       (why a site isn't compared) and cause (why files differ)
  --heading TEXT       Names a part
  --profile STACK      github-pages or jekyll-4 for all, instead of what each site asks for
  --only TEXT          The sites whose name contains it
  --gem-path FOLDERS   GEM_PATH of our builds, where themes lie; {profile} is filled in
  --ours COMMAND       Instead of this repository's dist/cli.js
  --moment SECONDS     SOURCE_DATE_EPOCH of our builds, Jekyll's clock being its command's affair (default 1795435200)
  --limit SECONDS      Ends a build that takes longer (default 300)
  --output FILE        Instead of docs/conformance.md
`;

const root = dirname(dirname(fileURLToPath(import.meta.url)));
const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    reference: { type: 'string' },
    expected: { type: 'string', multiple: true, default: [] },
    list: { type: 'string', multiple: true, default: [] },
    heading: { type: 'string', multiple: true, default: [] },
    profile: { type: 'string' },
    only: { type: 'string', default: '' },
    'gem-path': { type: 'string' },
    ours: { type: 'string' },
    moment: { type: 'string', default: '1795435200' },
    limit: { type: 'string', default: '300' },
    output: { type: 'string', default: join(root, 'docs/conformance.md') },
    help: { type: 'boolean', short: 'h', default: false },
  },
});
if (values.help || positionals.length === 0 || (values.reference ?? values.expected[0]) === undefined) {
  process.stderr.write(USAGE);
  process.exit(values.help ? 0 : 2);
}
if (values.profile !== undefined && !(values.profile in STACKS)) {
  process.stderr.write(`--profile is ${Object.keys(STACKS).join(' or ')}, not '${values.profile}'\n`);
  process.exit(2);
}

const cli = join(root, 'dist/cli.js');
const ours = values.ours ?? `${process.execPath} ${cli} build -q -s {site} -d {out} --compat {profile}`;
const limit = Number(values.limit);
const temporary = mkdtempSync(join(tmpdir(), 'build-site-conformance-'));

/** Jekyll's output of a site and how it was built; builds it if it is missing. */
async function referenceOf(
  site: Site,
  env: NodeJS.ProcessEnv,
  kept: string | null,
): Promise<{ run: Run | null; out: string }> {
  const out = join(kept ?? join(temporary, 'reference'), site.key);
  const record = `${out}.run.json`;
  if (existsSync(record)) return { run: JSON.parse(readFileSync(record, 'utf8')), out };
  if (existsSync(out))
    return { run: site.seconds === null ? null : { status: 0, seconds: site.seconds, said: '' }, out };
  if (values.reference === undefined) return { run: null, out };
  mkdirSync(dirname(out), { recursive: true });
  const run = await runBuild(values.reference, { profile: site.profile, site: site.source, out }, env, limit);
  if (run.status !== 0) rmSync(out, { recursive: true, force: true });
  if (kept !== null) writeFileSync(record, `${JSON.stringify(run)}\n`);
  return { run, out };
}

/** @param kept where Jekyll's output is kept; null if it isn't */
async function measure(site: Site, kept: string | null): Promise<Row> {
  const env = { ...process.env, ...CONDITIONS, PAGES_REPO_NWO: site.name };
  const { run: reference, out: expected } = await referenceOf(site, env, kept);
  const filling: Filling = { profile: site.profile, site: site.source, out: join(temporary, 'ours', site.key) };
  const own = {
    ...env,
    SOURCE_DATE_EPOCH: values.moment,
    ...(values['gem-path'] === undefined ? {} : { GEM_PATH: fill(values['gem-path'], filling) }),
  };
  mkdirSync(dirname(filling.out), { recursive: true });
  const run = await runBuild(ours, filling, own, limit);
  const comparison = existsSync(expected) ? compareTrees(site.source, expected, filling.out) : null;
  rmSync(filling.out, { recursive: true, force: true });
  if (kept === null) rmSync(expected, { recursive: true, force: true });
  return { site, ours: run, reference, comparison };
}

function progress({ site, ours: run, reference, comparison }: Row, done: number, total: number): void {
  const found =
    comparison === null
      ? `Jekyll ${reference === null ? 'has no output' : 'refuses'}, ours ${run.status === 0 ? 'builds' : 'refuses'}`
      : CLASSES.map((name) => `${comparison.rendered[name].length} ${name}`).join(', ') +
        (comparison.wrongCopies.length > 0 ? `, ${comparison.wrongCopies.length} wrong copies` : '');
  const failed = comparison !== null && run.status !== 0 ? ` (ours: ${run.said || run.status})` : '';
  process.stderr.write(
    `[${done}/${total}] ${site.name}, ${site.profile}, ${run.seconds.toFixed(1)} s: ${found}${failed}\n`,
  );
}

function versions(): string[] {
  const { version } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8'));
  const git = spawnSync('git', ['-C', root, 'describe', '--always', '--dirty'], { encoding: 'utf8' });
  const commit = git.status === 0 ? ` (commit ${git.stdout.trim()})` : '';
  const stack = (profile: Compat): string => {
    const { jekyll, kramdown, rouge } = STACKS[profile];
    return `${profile}: Jekyll ${jekyll}, kramdown ${kramdown.name}, Rouge ${rouge.name}`;
  };
  return [`build-site ${version}${commit}, Node ${process.version}`, stack('github-pages'), stack('jekyll-4')];
}

const profile = (values.profile ?? null) as Compat | null;
const parts = positionals.map((folder, i) => {
  const [list, expected] = [values.list[i], values.expected[i]].map((path) =>
    path === undefined ? null : resolve(path),
  );
  const sites = sitesOf(resolve(folder), list!, profile).filter(({ name }) => name.includes(values.only));
  return { heading: values.heading[i] ?? '', expected: expected!, sites };
});
const groups: Group[] = [];
try {
  for (const { heading, expected, sites } of parts) {
    const compared = sites.filter(({ aside }) => aside === '');
    const rows: Row[] = [];
    for (const site of compared) {
      rows.push(await measure(site, expected));
      progress(rows.at(-1)!, rows.length, compared.length);
    }
    groups.push({ heading, rows, aside: sites.filter(({ aside }) => aside !== '') });
  }
} finally {
  rmSync(temporary, { recursive: true, force: true });
}
const output = resolve(values.output);
mkdirSync(dirname(output), { recursive: true });
writeFileSync(
  output,
  report(groups, {
    date: new Date().toISOString().slice(0, 10),
    versions: versions(),
    machine: `${cpus().length} x ${cpus()[0]?.model.trim()}, ${Math.round(totalmem() / 2 ** 30)} GB, ${process.platform}`,
    moment: Number(values.moment),
  }),
);
process.stderr.write(`${groups.reduce((total, { rows }) => total + rows.length, 0)} sites: ${output}\n`);
