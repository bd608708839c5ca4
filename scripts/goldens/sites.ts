// The golden sites of test/sites, built by the reference under each compat; of those that SITES names, 'one,two', where it
// is set.

import { spawnSync } from 'node:child_process';
import { cpSync, mkdirSync, rmSync } from 'node:fs';
import { differences, goldenSites, workingCopy } from '../../test/golden-site.ts';

const reference = process.env.REFERENCE;
if (!reference)
  throw new Error('REFERENCE is not set: it is the command that runs real Jekyll (see scripts/goldens.ts).');
/** How much of the reference's error message to show; the rest is its stack. */
const LINES = 20;
const write = process.argv.includes('--write');

const wanted = process.env.SITES?.split(',');

for (const site of goldenSites().filter(({ name }) => wanted?.includes(name) ?? true)) {
  for (const compat of site.stacks) {
    const { source, destination, remove } = workingCopy(site);
    try {
      const args = ['build', compat, source, destination, ...site.flags];
      const env = { ...process.env, ...site.env, PAGES_REPO_NWO: site.repository };
      const { status, stdout, stderr } = spawnSync(reference, args, { env, encoding: 'utf8', timeout: 120_000 });
      if (status !== 0) {
        const said = `${stdout}${stderr}`.split('\n').slice(0, LINES).join('\n');
        process.stdout.write(`  ${site.name} does not build as ${compat}:\n${said}\n`);
        process.exitCode = 1;
        continue;
      }
      const expected = site.expected(compat);
      const found = differences(expected, destination);
      process.stdout.write(`  ${site.name} as ${compat}: ${found.length === 0 ? 'the same' : found.join('\n    ')}\n`);
      if (found.length === 0) continue;
      if (!write) {
        process.exitCode = 1;
        continue;
      }
      rmSync(expected, { recursive: true, force: true });
      mkdirSync(expected, { recursive: true });
      cpSync(destination, expected, { recursive: true });
    } finally {
      remove();
    }
  }
}
