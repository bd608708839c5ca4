// Which plugins are loaded, and the messages about the others.

import { test } from 'uvu';
import * as assert from 'uvu/assert';
import { PAGES_PLUGINS, PAGES_WHITELIST } from '../../src/config/defaults.ts';
import { STACKS } from '../../src/config/stacks.ts';
import type { Diagnostic } from '../../src/diagnostics/diagnostic.ts';
import { availablePlugins, loadPlugins, type PluginContext } from '../../src/plugins/index.ts';

const placeOf = (): string => '_config.yml:1';
const four: PluginContext = { stack: STACKS['jekyll-4'], safe: false, whitelist: [], bundled: [], placeOf };
const pages: PluginContext = {
  stack: STACKS['github-pages'],
  safe: true,
  whitelist: PAGES_WHITELIST,
  bundled: [],
  placeOf,
};

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

test('they run in the order of the site', async () => {
  const { names } = await load(['jekyll-sitemap', 'jekyll-feed'], four);
  assert.equal(names, ['jekyll-sitemap', 'jekyll-feed']);
});

test('one warning names the unknown plugins and says what is missing', async () => {
  const { names, said } = await load(['jekyll-scholar', 'jekyll-nonesuch', 'jekyll-sitmap'], four);
  assert.equal(names, []);
  assert.equal(
    said.map(({ code, severity }) => `${code} ${severity}`),
    ['plugin-unknown warning'],
  );
  const [scholar, nonesuch, typo] = said[0]!.details!;
  assert.is(said[0]!.message, "build-site doesn't have these 3 plugins, and the site is built without them:");
  assert.match(scholar!, /jekyll-scholar \(_config\.yml:1\): .*\{% bibliography %\}/);
  assert.is(nonesuch, 'jekyll-nonesuch (_config.yml:1)');
  assert.match(typo!, 'did you mean jekyll-sitemap?');
});

test('the file that Ruby loads identifies its gem', async () => {
  const { said } = await load(['jekyll/scholar', 'jekyll/archives'], four);
  assert.match(said[0]!.details![0]!, /jekyll\/scholar \(.*\): .*\{% bibliography %\}/);
  assert.match(said[0]!.details![1]!, /jekyll\/archives \(.*\): write jekyll-archives/);
});

test("in a Gemfile's group, libraries and themes don't matter, and an unknown gem might", async () => {
  const gems = ['webrick', 'wdm', 'tzinfo-data', 'kramdown-parser-gfm', 'faraday', 'nokogiri', 'jekyll-theme-x'];
  assert.equal((await load(gems, { ...four, bundled: gems })).said, []);
  const { said } = await load(['nonesuch'], { ...four, bundled: ['nonesuch'] });
  assert.is(said[0]!.severity, 'info');
  assert.equal(said[0]!.details, ['nonesuch (_config.yml:1)']);
});

test("a tool is named with its purpose; build-site doesn't rebuild by itself", async () => {
  const { said } = await load(['jekyll-watch', 'hawkins'], four);
  assert.is(said[0]!.severity, 'info');
  assert.match(said[0]!.message, "doesn't have these tools");
  assert.match(said[0]!.details!.join('\n'), /jekyll-watch .*: rebuilding when a file changes$/m);
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
  assert.match(said[0]!.message, '`whitelist:` does not list the plugin jekyll-sitemap');
});

test('plugins that the github-pages gem turns on are not reported', async () => {
  const { said } = await load(PAGES_PLUGINS, pages);
  assert.equal(
    said.filter(({ severity }) => severity !== 'info'),
    [],
  );
});

test.run();
