// Installing build-site must not change a site: files that package managers create beside node_modules.

import { test } from 'uvu';
import * as assert from 'uvu/assert';
import { buildInMemory } from './memory-site.ts';

const CONFIG = 'timezone: UTC\ntheme: null\n';
const LOCKS = ['package-lock.json', 'npm-shrinkwrap.json', 'yarn.lock', 'pnpm-lock.yaml', 'bun.lock', 'bun.lockb'];
const ALL = ['package.json', ...LOCKS];

/** Which of the package's files a site publishes, and whether it publishes such a file in a folder. */
async function published(manifest: unknown, config = ''): Promise<string[]> {
  const text = typeof manifest === 'string' ? manifest : JSON.stringify(manifest);
  const files = Object.fromEntries(LOCKS.map((name) => [name, '{}']));
  const site = await buildInMemory({
    '_config.yml': CONFIG + config,
    'package.json': text,
    ...files,
    'demo/package.json': text,
    'demo/package-lock.json': '{}',
  });
  assert.is(site.output('demo/package.json'), text);
  assert.is(site.output('demo/package-lock.json'), '{}');
  return ALL.filter((name) => site.output(name) !== null);
}

test('a package.json whose only dependency is build-site is not published, nor its lock file', async () => {
  for (const kind of ['dependencies', 'devDependencies', 'optionalDependencies']) {
    const manifest = {
      name: 'home',
      private: true,
      scripts: { build: 'build-site build' },
      [kind]: { 'build-site': '1' },
    };
    assert.equal(await published(manifest), []);
    assert.equal(await published(manifest, 'exclude: [drafts]\n'), []);
  }
});

test('include publishes what it names', async () => {
  const manifest = { devDependencies: { 'build-site': '^1.0.0' } };
  assert.equal(await published(manifest, 'include: [package.json]\n'), ['package.json']);
  assert.equal(await published(manifest, 'include: [yarn.lock, "package*"]\n'), [
    'package.json',
    'package-lock.json',
    'yarn.lock',
  ]);
});

test('any other package.json is published with its lock file, as in Jekyll', async () => {
  const both = { dependencies: { 'build-site': '1', jquery: '3' } };
  const apart = { dependencies: { jquery: '3' }, devDependencies: { 'build-site': '1' } };
  for (const manifest of [both, apart, { name: 'x' }, { dependencies: {} }, [], null, 'null', '{', '---\n{}\n']) {
    assert.equal(await published(manifest), ALL);
  }
});

test('lock files without a package.json are published', async () => {
  const site = await buildInMemory({ '_config.yml': CONFIG, 'yarn.lock': '{}' });
  assert.is(site.output('yarn.lock'), '{}');
});

test.run();
