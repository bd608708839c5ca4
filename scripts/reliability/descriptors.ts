// Few open files, and outputs that accept nothing.

import { existsSync, openSync } from 'node:fs';
import { type Case, expect, type Lab, refused, succeeded, treeOf } from './lab.ts';

const PAGES = 50;
const site = (lab: Lab): void =>
  lab.write({
    ...Object.fromEntries(Array.from({ length: PAGES }, (_, i) => [`p${i}.md`, '---\n---\n# Here\n'])),
    'style.scss': '---\n---\na { b: c }\n',
  });

const ARGUMENTS = ['build', '--offline', '--compat', 'jekyll-4'] as const;

/** Runs the command through bash with these redirections. */
const redirected = (redirections: string): string[] => ['bash', '-c', `set -o pipefail; "$@" ${redirections}`, '-'];

/** The site is written, all of it. */
function whole(lab: Lab): void {
  const pages = [...treeOf(lab.path('_site')).keys()].filter((path) => path.endsWith('.html'));
  expect(pages.length === PAGES, `${pages.length} pages of ${PAGES} are written`);
}

const output = (name: string, tried: string, redirections: string, status: number): Case => ({
  name,
  tried,
  needs: () => (existsSync('/dev/full') ? null : 'no /dev/full'),
  run: async (lab) => {
    site(lab);
    const run = await lab.cli(ARGUMENTS, { through: redirected(redirections) });
    expect(run.status === status, `exit status ${run.status}: ${run.stderr}`);
    expect(!/^\s+at |node:/m.test(run.stderr), `a raw stack: ${run.stderr}`);
    whole(lab);
    return `the site is whole, exit status ${status}${run.stderr === '' ? '' : `: ${run.stderr.split('\n')[0]}`}`;
  },
});

export const cases: readonly Case[] = [
  ...[20, 24, 32, 40].map(
    (files): Case => ({
      name: `descriptors-${files}`,
      tried: `\`ulimit -n ${files}\``,
      run: async (lab) => {
        site(lab);
        const run = await lab.cli(ARGUMENTS, { through: ['bash', '-c', `ulimit -n ${files}; exec "$@"`, '-'] });
        if (run.status !== 0) return refused(run, 'Too many files are open', 'ulimit -n');
        whole(lab);
        return 'built';
      },
    }),
  ),
  output('descriptors-output-closed', 'standard output closed (`>&-`)', '>&-', 0),
  output('descriptors-error-closed', 'standard error closed (`2>&-`)', '2>&-', 0),
  output('descriptors-all-closed', 'input, output and error closed', '<&- >&- 2>&-', 0),
  output('descriptors-output-full', 'standard output to `/dev/full`', '>/dev/full', 1),
  output('descriptors-error-full', 'standard error to `/dev/full`', '2>/dev/full', 0),
  output('descriptors-reader-gone', 'a reader that has gone before the first line (`| true`)', '| true', 0),
  output('descriptors-reader-of-all-gone', 'the same for both outputs', '2>&1 | true', 0),
  {
    name: 'descriptors-error-unread',
    tried: 'an error, with standard error at `/dev/full`',
    needs: () => (existsSync('/dev/full') ? null : 'no /dev/full'),
    run: async (lab) => {
      lab.write({ 'index.html': '---\n---\n{% nothing %}\n' });
      const run = await lab.cli(ARGUMENTS, { stdio: ['ignore', 'pipe', openSync('/dev/full', 'w')] });
      expect(run.status === 1, `exit status ${run.status}`);
      return 'exit status 1';
    },
  },
  {
    name: 'descriptors-version',
    tried: '`--version` with a reader that has gone',
    run: async (lab) => {
      succeeded(await lab.cli(['--version'], { through: redirected('| true') }));
      return 'exit status 0';
    },
  },
];
