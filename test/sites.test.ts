// Each golden site, built by us, is byte for byte what real Jekyll made of it (scripts/goldens/sites.ts).

import { test } from 'uvu';
import * as assert from 'uvu/assert';
import { runProgram } from '../src/cli/program.ts';
import { differences, goldenSites, MOMENT, workingCopy } from './golden-site.ts';

process.env.TZ = 'UTC';

for (const site of goldenSites()) {
  for (const compat of site.stacks) {
    test(`${site.name} as ${compat}: ${site.about}`, async () => {
      const { source, destination, remove } = workingCopy(site);
      try {
        let said = '';
        const stream = { write: (text: string) => (said += text) };
        const args = ['build', '-s', source, '-d', destination, '--compat', compat, '-q', '--offline', ...site.flags];
        const conditions = { SOURCE_DATE_EPOCH: String(MOMENT), PAGES_REPO_NWO: site.repository };
        const env = { JEKYLL_ENV: 'production', ...site.env, ...conditions };
        const world = { out: stream, err: stream, env, folder: source, interrupted: () => Promise.resolve() };
        const status = await runProgram(args, world);
        assert.is(status, 0, said);
        assert.equal(differences(site.expected(compat), destination), []);
      } finally {
        remove();
      }
    });
  }
}

test.run();
