// Wall time of a build, ours against another command's, both as whole processes, started cold, in alternating
// order; prints the medians and their ratio.
//
//   npm run bench -- --site FOLDER [--compat STACK] [--runs N] [--against 'COMMAND']
//
// In COMMAND, {site}, {out} and {compat} are filled in; for the reference: --against "$REFERENCE build {compat} {site} {out}".
// Ours is dist/cli.js, compiled (npm run compile), with the reference's fixed clock.

import { spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, rmSync } from 'node:fs';
import { cpus, release, tmpdir, totalmem } from 'node:os';
import { dirname, join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';

const root = dirname(dirname(fileURLToPath(import.meta.url)));
const { values } = parseArgs({
  options: {
    site: { type: 'string', default: root },
    compat: { type: 'string', default: 'github-pages' },
    runs: { type: 'string', default: '3' },
    against: { type: 'string' },
  },
});
const site = resolve(values.site);
const runs = Number(values.runs);
const cli = join(root, 'dist/cli.js');
if (!existsSync(cli)) throw new Error('dist/cli.js is not there: npm run compile');
if (!(runs > 0)) throw new Error(`--runs wants a number, not '${values.runs}'`);

const out = mkdtempSync(join(tmpdir(), 'build-site-bench-'));
const env = {
  JEKYLL_ENV: 'production',
  SOURCE_DATE_EPOCH: '1795435200',
  PAGES_REPO_NWO: 'owner/name',
  TZ: 'UTC',
  ...process.env,
};
const contenders: [name: string, command: string, args: string[]][] = [
  [
    'build-site',
    process.execPath,
    [cli, 'build', '-q', '-s', site, '-d', join(out, 'site'), '--compat', values.compat],
  ],
];
if (values.against !== undefined) {
  const filled = { site, out: join(out, 'site'), compat: values.compat };
  const [command, ...args] = values.against
    .split(/\s+/)
    .filter((word) => word !== '')
    .map((word) => word.replace(/\{(site|out|compat)\}/g, (_, name: keyof typeof filled) => filled[name]));
  if (command === undefined) throw new Error('--against is empty');
  contenders.push(['reference', command, args]);
}

const seconds: number[][] = contenders.map(() => []);
try {
  for (let run = 0; run < runs; run++) {
    for (const [i, [name, command, args]] of contenders.entries()) {
      rmSync(join(out, 'site'), { recursive: true, force: true });
      const from = performance.now();
      const { status, stderr, error } = spawnSync(command, args, { env, encoding: 'utf8', timeout: 300_000 });
      if (status !== 0) throw new Error(`${name} failed: ${error?.message ?? stderr.slice(0, 2000)}`);
      seconds[i]!.push((performance.now() - from) / 1000);
    }
  }
} finally {
  rmSync(out, { recursive: true, force: true });
}

const [processor] = cpus();
console.log(`${site} as ${values.compat}, ${runs} ${runs === 1 ? 'run' : 'runs'}, cold`);
console.log(
  `${cpus().length} x ${processor?.model.trim()}, ${Math.round(totalmem() / 2 ** 30)} GB, Node ${process.version}, ${process.platform} ${release()}`,
);
const medians = seconds.map(median);
for (const [i, [name]] of contenders.entries()) {
  console.log(`${name.padEnd(10)}  ${medians[i]!.toFixed(2)} s  (${seconds[i]!.map((s) => s.toFixed(2)).join(', ')})`);
}
if (medians.length === 2) console.log(`ratio       ${(medians[0]! / medians[1]!).toFixed(2)}`);

function median(values: readonly number[]): number {
  const sorted = [...values].sort((a, b) => a - b);
  const middle = Math.floor(sorted.length / 2);
  return sorted.length % 2 === 1 ? sorted[middle]! : (sorted[middle - 1]! + sorted[middle]!) / 2;
}
