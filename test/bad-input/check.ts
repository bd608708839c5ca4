// Authors' mistakes: a message with file, line and column, a hint, status 1, no stack, and the site that was
// built before is unchanged. Which of these stop the build was found out with real Jekyll, under both stacks.

import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'uvu';
import * as assert from 'uvu/assert';
import { build } from '../../src/build/node.ts';
import type { Compat } from '../../src/config/stacks.ts';
import { BuildError } from '../../src/diagnostics/diagnostic.ts';
import { MemoryFiles } from '../../src/files/memory.ts';
import { inFolder, run } from '../cli/run.ts';

export interface Case {
  readonly files: Readonly<Record<string, string | Uint8Array>>;
  /** 'file:line:column', or a file if the position is unknown. */
  readonly at: string;
  /** What the message speaks of. */
  readonly says: RegExp;
  readonly includedFrom?: string;
}

export const page = (body: string): string => `---\ntitle: Page\n---\n${body}\n`;
export const latin1 = (text: string): Uint8Array => Uint8Array.from(text, (c) => c.charCodeAt(0));

/** Two tests for each of the sites, by name: both stacks stop at it. */
export function testStops(sites: Readonly<Record<string, Case>>): void {
  for (const [name, { files, at, says, includedFrom }] of Object.entries(sites)) {
    for (const compat of ['github-pages', 'jekyll-4']) {
      test(`${name}, as ${compat}`, async () => {
        const old = { 'out/index.html': 'the last good site' };
        await inFolder({ '_config.yml': 'title: x\nurl: https://x.example\n', ...files, ...old }, async (folder) => {
          const args = ['-q', '-s', folder, '-d', join(folder, 'out'), '--compat', compat];
          const { status, out, err } = await run(folder, args, { PAGES_REPO_NWO: 'me/site' });
          assert.is(status, 1, out + err);
          assert.match(err, /^Error: /);
          assert.match(err, says);
          assert.ok(err.includes(at), `no ${at} in:\n${err}`);
          if (includedFrom !== undefined) assert.match(err, `included from ${includedFrom}`);
          assert.match(err, /^ {2}Hint: /m);
          assert.not.match(err, 'build-site itself');
          assert.not.match(err, /^\s+at .*\.(?:ts|js):\d+/m);
          assert.equal(readdirSync(join(folder, 'out')), ['index.html']);
          assert.is(readFileSync(join(folder, 'out/index.html'), 'utf8'), 'the last good site');
        });
      });
    }
  }
}

/** The same for sites that are built, with a warning. */
export function testWarnings(sites: Readonly<Record<string, Case>>): void {
  for (const [name, { files, at, says }] of Object.entries(sites)) {
    for (const compat of ['github-pages', 'jekyll-4']) {
      test(`${name} is a warning, as ${compat}`, async () => {
        await inFolder(
          { '_config.yml': 'title: x\nurl: https://x.example\n', 'index.html': page('fine'), ...files },
          async (folder) => {
            const args = ['-s', folder, '-d', join(folder, 'out'), '--compat', compat];
            const { status, err } = await run(folder, args, { PAGES_REPO_NWO: 'me/site' });
            assert.is(status, 0, err);
            assert.match(err, /^Warning: /);
            assert.match(err, says);
            assert.ok(err.includes(at), `no ${at} in:\n${err}`);
            assert.is(readFileSync(join(folder, 'out/index.html'), 'utf8').trim(), 'fine');
          },
        );
      });
    }
  }
}

/** Stops one stack with these words, but not the other. */
export async function stopsOnly(compat: Compat, files: Readonly<Record<string, string>>, says: string): Promise<void> {
  const as = (stack: Compat) => {
    const below = Object.entries(files).map(([path, text]) => [`/site/${path}`, text]);
    const site = new MemoryFiles(Object.fromEntries(below));
    return build({ source: '/site', destination: '/out', offline: true, files: site, compat: stack });
  };
  await as(compat === 'jekyll-4' ? 'github-pages' : 'jekyll-4');
  try {
    await as(compat);
  } catch (error) {
    assert.instance(error, BuildError);
    assert.match((error as BuildError).message, says);
    return;
  }
  assert.unreachable('the build goes on');
}
