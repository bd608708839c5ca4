import { test } from 'uvu';
import * as assert from 'uvu/assert';
import { inFolder, run } from './run.ts';

test('builds, then serves under the baseurl, with links that lead to the preview', async () => {
  const site = {
    '_config.yml': 'url: https://live.example\nbaseurl: /me\n',
    'index.html': '---\n---\n{{ "/a" | absolute_url }}',
    '404.html': 'lost',
  };
  await inFolder(site, async (folder) => {
    // The server could use any free port, but the pages must know it.
    const port = 20_000 + (process.pid % 20_000);
    let stop = (): void => {};
    const interrupted = new Promise<void>((resolve) => {
      stop = resolve;
    });
    const running = run(folder, ['serve', '-P', String(port), '-d', 'out'], {}, interrupted);
    const url = `http://127.0.0.1:${port}/me/`;
    assert.is(await text(url), `http://localhost:${port}/me/a`);
    assert.is(await text(`${url}nope`), 'lost');
    stop();
    const { status, out } = await running;
    assert.is(status, 0);
    assert.match(out, `    Server address: ${url}\n`);
  });
});

test('shows hidden files that the build wrote, and no others; --allow-host adds a name', async () => {
  const site = {
    '_config.yml': 'include: [.well-known]\nkeep_files: [.git]\n',
    'index.md': 'x',
    '.well-known/security.txt': 'Contact: me',
    'out/.git/config': 'private',
    'out/.well-known/old': 'old',
  };
  for (const args of [[], ['--skip-initial-build']]) {
    await inFolder({ ...site, 'out/.well-known/security.txt': 'Contact: me' }, async (folder) => {
      const port = 20_000 + ((process.pid + 7) % 20_000);
      let stop = (): void => {};
      const interrupted = new Promise<void>((resolve) => {
        stop = resolve;
      });
      const command = ['serve', '-P', String(port), '-d', 'out', '--allow-host', 'box.example', '--force', ...args];
      const running = run(folder, command, {}, interrupted);
      const url = `http://127.0.0.1:${port}/`;
      assert.is(await text(`${url}.well-known/security.txt`), 'Contact: me');
      assert.match(await text(`${url}.git/config`), 'Not found');
      if (args.length === 0) assert.match(await text(`${url}.well-known/old`), 'Not found');
      stop();
      assert.is((await running).status, 0);
    });
  }
});

test('--skip-initial-build serves the existing destination', async () => {
  await inFolder({ '_config.yml': '', 'out/a.html': 'old' }, async (folder) => {
    const { status, out } = await run(folder, ['serve', '--skip-initial-build', '-d', 'out', '-P', '0']);
    assert.is(status, 0);
    assert.not.match(out, 'Built as');
    assert.match(out, /Server address: http:\/\/127\.0\.0\.1:\d+\//);
  });
});

test('a port above 65535 is refused', async () => {
  await inFolder({ '_config.yml': '' }, async (folder) => {
    const { status, err } = await run(folder, ['serve', '-P', '70000', '--skip-initial-build']);
    assert.is(status, 1);
    assert.match(err, 'Port 70000 does not exist.');
  });
});

/** An address's text, once the server is there. */
async function text(url: string): Promise<string> {
  for (let tries = 0; ; tries++) {
    try {
      return await (await fetch(url)).text();
    } catch (error) {
      if (tries > 100) throw error;
      await new Promise((resolve) => setTimeout(resolve, 50));
    }
  }
}

test.run();
