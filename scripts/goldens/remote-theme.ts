// The site of test/themes/fixtures/remote, built by the reference with jekyll-remote-theme 0.4.3, whose download finds
// test/themes/fixtures/remote/theme.

import { spawnSync } from 'node:child_process';
import { cpSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { differences } from '../../test/golden-site.ts';

const reference = process.env.REFERENCE;
if (!reference)
  throw new Error('REFERENCE is not set: it is the command that runs real Jekyll (see scripts/goldens.ts).');

const folder = fileURLToPath(new URL('../../test/themes/fixtures/remote/', import.meta.url));
const script = fileURLToPath(new URL('./remote-theme.rb', import.meta.url));
const work = mkdtempSync(join(tmpdir(), 'build-site-remote-'));
try {
  const [site, out, expected] = [join(work, 'site'), join(work, 'out'), join(folder, 'expected')];
  cpSync(join(folder, 'site'), site, { recursive: true });
  const args = ['exec', 'github-pages', 'ruby', script, site, join(folder, 'theme'), out];
  const env = { ...process.env, PAGES_REPO_NWO: 'owner/name' };
  const { status, stdout, stderr } = spawnSync(reference, args, { env, encoding: 'utf8', timeout: 120_000 });
  if (status !== 0) throw new Error(`the reference does not build the site:\n${stdout}${stderr}`);
  rmSync(join(out, 'sitemap.xml')); // tells when files were changed
  const found = differences(expected, out);
  process.stdout.write(`  ${found.length === 0 ? 'the same' : found.join('\n  ')}\n`);
  if (found.length > 0 && process.argv.includes('--write')) {
    rmSync(expected, { recursive: true, force: true });
    cpSync(out, expected, { recursive: true });
  } else if (found.length > 0) process.exitCode = 1;
} finally {
  rmSync(work, { recursive: true });
}
