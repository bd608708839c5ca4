// A site with its theme beside it in a folder of test/themes/fixtures, built by the reference with a Ruby script that
// passes the theme to it.

import { spawnSync } from 'node:child_process';
import { cpSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { differences } from '../test/golden-site.ts';

interface ThemeGolden {
  /** The folder in test/themes/fixtures, with `site` and `theme`. */
  readonly fixture: string;
  /** The script in scripts/goldens: it is given the site, the theme and where to write. */
  readonly script: string;
  readonly compat: string;
  /** The folder of the fixture with the expected output. */
  readonly expected: string;
  /** A file that is another in each build. */
  readonly changing: string;
}

/** Checks, or with --write rewrites, the expected output; the exit status is 1 if it differs from the reference's. */
export function checkThemeGolden({ fixture, script, compat, expected, changing }: ThemeGolden): void {
  const reference = process.env.REFERENCE;
  if (!reference)
    throw new Error('REFERENCE is not set: it is the command that runs real Jekyll (see scripts/goldens.ts).');
  const folder = fileURLToPath(new URL(`../test/themes/fixtures/${fixture}/`, import.meta.url));
  const ruby = fileURLToPath(new URL(`./goldens/${script}`, import.meta.url));
  const work = mkdtempSync(join(tmpdir(), `build-site-${fixture}-`));
  try {
    const [site, out, known] = [join(work, 'site'), join(work, 'out'), join(folder, expected)];
    cpSync(join(folder, 'site'), site, { recursive: true });
    const args = ['exec', compat, 'ruby', ruby, site, join(folder, 'theme'), out];
    const env = { ...process.env, PAGES_REPO_NWO: 'owner/name' };
    const { status, stdout, stderr } = spawnSync(reference, args, { env, encoding: 'utf8', timeout: 120_000 });
    if (status !== 0) throw new Error(`the reference does not build the site:\n${stdout}${stderr}`);
    rmSync(join(out, changing), { force: true });
    const found = differences(known, out);
    process.stdout.write(`  ${compat}: ${found.length === 0 ? 'the same' : found.join('\n  ')}\n`);
    if (found.length > 0 && process.argv.includes('--write')) {
      rmSync(known, { recursive: true, force: true });
      cpSync(out, known, { recursive: true });
    } else if (found.length > 0) process.exitCode = 1;
  } finally {
    rmSync(work, { recursive: true });
  }
}
