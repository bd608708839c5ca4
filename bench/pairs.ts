// CPU time (user and system, with child processes) and peak memory (resident, of the main process with its threads) of a
// cold build by two builds of the command, in alternating pairs: the homepage in this repository, and 1,000 posts.
// Prints the medians and the median of the pairwise ratios.
//
//   npm run bench:pairs -- --against PATH/dist/cli.js [--pairs 21] [--posts 1000] [--site FOLDER] [--compat STACK] [--most 1.05]
//
// Ours is dist/cli.js, compiled (npm run compile). A pair's order changes from pair to pair, so that neither command is
// always the one that runs after the other. The status is 1 if a ratio is above --most. Needs bash, whose `time` measures.

import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { siteOfPosts } from './posts-site.ts';

const root = dirname(dirname(fileURLToPath(import.meta.url)));
const { values } = parseArgs({
  options: {
    against: { type: 'string' },
    pairs: { type: 'string', default: '21' },
    posts: { type: 'string', default: '1000' },
    site: { type: 'string', default: root },
    compat: { type: 'string', default: 'github-pages' },
    most: { type: 'string', default: '1.05' },
  },
});
if (values.against === undefined) throw new Error('--against names the other dist/cli.js');
const [ours, theirs] = [join(root, 'dist/cli.js'), resolve(values.against)];
for (const cli of [ours, theirs]) if (!existsSync(cli)) throw new Error(`${cli} doesn't exist: npm run compile`);

const folder = mkdtempSync(join(tmpdir(), 'build-site-pairs-'));

/** Loaded into the command: prints its peak memory when it ends. */
const meter = join(folder, 'meter.cjs');
writeFileSync(
  meter,
  `if (require('node:worker_threads').isMainThread)
  process.on('exit', () => require('node:fs').writeSync(2, 'peak ' + process.resourceUsage().maxRSS + '\\n'));`,
);
const env = {
  ...process.env,
  JEKYLL_ENV: 'production',
  SOURCE_DATE_EPOCH: '1795435200',
  PAGES_REPO_NWO: 'owner/name',
  TZ: 'UTC',
  NODE_OPTIONS: `--require "${meter}"`,
};

interface Cost {
  /** Seconds of user and of system time. */
  readonly cpu: number;
  /** MB. */
  readonly peak: number;
}

function build(cli: string, site: string): Cost {
  const out = join(folder, 'out');
  rmSync(out, { recursive: true, force: true });
  const command = [cli, 'build', '-q', '--offline', '-s', site, '-d', out, '--compat', values.compat];
  const script = 'TIMEFORMAT="cpu %3U %3S"; time "$@"';
  const { status, stderr } = spawnSync('bash', ['-c', script, 'bash', process.execPath, ...command], {
    env,
    encoding: 'utf8',
  });
  const [, user, system] = /^cpu ([\d.]+) ([\d.]+)$/m.exec(stderr) ?? [];
  const kilobytes = /^peak (\d+)$/m.exec(stderr)?.[1];
  if (status !== 0 || user === undefined || kilobytes === undefined)
    throw new Error(`${cli} failed: ${stderr.slice(0, 2000)}`);
  return { cpu: Number(user) + Number(system), peak: Number(kilobytes) / 1024 };
}

const median = (numbers: readonly number[]): number => {
  const sorted = [...numbers].sort((a, b) => a - b);
  return (sorted[Math.floor((sorted.length - 1) / 2)]! + sorted[Math.ceil((sorted.length - 1) / 2)]!) / 2;
};

function measure(name: string, site: string): boolean {
  const pairs: [Cost, Cost][] = [];
  for (let pair = -1; pair < Number(values.pairs); pair++) {
    const first = pair % 2 === 0;
    const costs = (first ? [ours, theirs] : [theirs, ours]).map((cli) => build(cli, site));
    // The first pair only warms the machine's caches.
    if (pair >= 0) pairs.push((first ? costs : costs.reverse()) as [Cost, Cost]);
  }
  const ratios = (['cpu', 'peak'] as const).map((what) => {
    const [own, other] = [0, 1].map((i) => median(pairs.map((pair) => pair[i]![what])));
    const each = pairs.map(([a, b]) => a[what] / b[what]);
    const figures =
      what === 'cpu' ? [own!.toFixed(3), other!.toFixed(3), 's'] : [own!.toFixed(0), other!.toFixed(0), 'MB'];
    const range = `${Math.min(...each).toFixed(3)} to ${Math.max(...each).toFixed(3)}`;
    console.log(
      `${name}, ${what}: ${figures[0]} against ${figures[1]} ${figures[2]}, ratio ${median(each).toFixed(3)} (${range})`,
    );
    return median(each);
  });
  return ratios.every((ratio) => ratio <= Number(values.most));
}

try {
  const posts = join(folder, 'posts');
  for (const [path, text] of Object.entries(siteOfPosts(Number(values.posts), posts))) {
    mkdirSync(dirname(path), { recursive: true });
    writeFileSync(path, text);
  }
  console.log(`${values.pairs} pairs as ${values.compat}, Node ${process.version}`);
  const isGood = [measure('the homepage', resolve(values.site)), measure(`${values.posts} posts`, posts)];
  process.exitCode = isGood.every(Boolean) ? 0 : 1;
} finally {
  rmSync(folder, { recursive: true, force: true });
}
