// The site of test/themes/fixtures/gem, built by the reference under both profiles with the theme beside it as a gem.

import { spawnSync } from 'node:child_process';
import { cpSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { differences } from '../../test/golden-site.ts';

const reference = process.env.REFERENCE;
if (!reference)
  throw new Error('REFERENCE is not set: it is the command that runs real Jekyll (see scripts/goldens.ts).');

const folder = fileURLToPath(new URL('../../test/themes/fixtures/gem/', import.meta.url));
const script = fileURLToPath(new URL('./gem-theme.rb', import.meta.url));
for (const profile of ['github-pages', 'jekyll-4']) {
  const work = mkdtempSync(join(tmpdir(), 'build-site-gem-theme-'));
  try {
    const [site, out, expected] = [join(work, 'site'), join(work, 'out'), join(folder, 'expected', profile)];
    cpSync(join(folder, 'site'), site, { recursive: true });
    const args = ['exec', profile, 'ruby', script, site, join(folder, 'theme'), out];
    const env = { ...process.env, PAGES_REPO_NWO: 'owner/name' };
    const { status, stdout, stderr } = spawnSync(reference, args, { env, encoding: 'utf8', timeout: 120_000 });
    if (status !== 0) throw new Error(`the reference does not build the site:\n${stdout}${stderr}`);
    rmSync(join(out, 'assets/style.css.map'), { force: true }); // tells where the gem lies
    const found = differences(expected, out);
    process.stdout.write(`  ${profile}: ${found.length === 0 ? 'the same' : found.join('\n  ')}\n`);
    if (found.length > 0 && process.argv.includes('--write')) {
      rmSync(expected, { recursive: true, force: true });
      cpSync(out, expected, { recursive: true });
    } else if (found.length > 0) process.exitCode = 1;
  } finally {
    rmSync(work, { recursive: true });
  }
}
