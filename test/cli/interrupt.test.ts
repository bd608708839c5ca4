// A process that gets a signal while it builds.

import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { test } from 'uvu';
import * as assert from 'uvu/assert';
import { inFolder } from './run.ts';

const root = fileURLToPath(new URL('../..', import.meta.url));

test('an interrupted build stops at once', async () => {
  // As long as the limit of a template's time lets it.
  const endless = '{% for a in (1..100000) %}{% for b in (1..100000) %}{% endfor %}{% endfor %}';
  const site = { '_config.yml': 'liquid: { render_time_limit: 12 }\n', 'index.html': `---\n---\n${endless}` };
  await inFolder(site, async (folder) => {
    const args = [
      '--import',
      'tsx',
      join(root, 'src/cli/main.ts'),
      'build',
      '--watch',
      '-s',
      folder,
      '-d',
      join(folder, 'out'),
    ];
    const running = spawn(process.execPath, args, { cwd: root, stdio: ['ignore', 'pipe', 'pipe'] });
    const ended = once(running, 'exit');
    await once(running.stderr, 'data'); // that nothing is watched yet
    running.kill('SIGTERM');
    const [, signal] = await ended;
    assert.is(signal, 'SIGTERM');
  });
});

test.run();
