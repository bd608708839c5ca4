// Which plugins are loaded, and what is said of the others.

import { test } from 'uvu';
import * as assert from 'uvu/assert';
import { PAGES_PLUGINS, PAGES_WHITELIST } from '../../src/config/defaults.ts';
import { STACKS } from '../../src/config/profiles.ts';
import type { Diagnostic } from '../../src/diagnostics/diagnostic.ts';
import { availablePlugins, loadPlugins, type PluginContext } from '../../src/plugins/index.ts';

const four: PluginContext = { stack: STACKS['jekyll-4'], safe: false, whitelist: [], bundled: [] };
const pages: PluginContext = { stack: STACKS['github-pages'], safe: true, whitelist: PAGES_WHITELIST, bundled: [] };

async function load(names: readonly string[], context: PluginContext) {
  const said: Diagnostic[] = [];
  const plugins = await loadPlugins(names, context, (diagnostic) => said.push(diagnostic));
  return { names: plugins.map((plugin) => plugin.name), said };
}

test('every plugin of the list loads under its own name', async () => {
  const { names, said } = await load(availablePlugins(), four);
  assert.equal(names, availablePlugins());
  assert.equal(said, []);
});

test('they come in the order of the site', async () => {
  const { names } = await load(['jekyll-sitemap', 'jekyll-feed'], four);
  assert.equal(names, ['jekyll-sitemap', 'jekyll-feed']);
});

test('an unknown plugin is named in a warning that tells what is missing', async () => {
  const { names, said } = await load(['jekyll-scholar', 'jekyll-nonesuch'], four);
  assert.equal(names, []);
  assert.equal(
    said.map(({ code, severity }) => `${code} ${severity}`),
    ['plugin-unknown warning', 'plugin-unknown warning'],
  );
  assert.match(said[0]!.message, 'bibliography');
});

test('GitHub Pages skips what it does not allow without a warning', async () => {
  const { names, said } = await load(['jekyll-archives', 'jekyll-gist'], pages);
  assert.equal(names, ['jekyll-gist']);
  assert.equal(
    said.map(({ code, severity }) => `${code} ${severity}`),
    ['plugin-not-allowed info'],
  );
});

test('in safe mode Bundler still loads the group jekyll_plugins', async () => {
  const { names, said } = await load(['jekyll-feed', 'jekyll-sitemap'], {
    ...four,
    safe: true,
    bundled: ['jekyll-feed'],
  });
  assert.equal(names, ['jekyll-feed']);
  assert.match(said[0]!.message, 'jekyll-sitemap is not in the whitelist');
});

test('what the github-pages gem turns on by itself is no news', async () => {
  const { said } = await load(PAGES_PLUGINS, pages);
  assert.equal(
    said.filter(({ severity }) => severity !== 'info'),
    [],
  );
});

test.run();
