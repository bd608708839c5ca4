// theme: what real Jekyll makes of a site with a theme's gem (scripts/goldens/gem-theme.ts): which of two files counts,
// what of the gem is read, and in which order.

import { cpSync, mkdtempSync, readFileSync, realpathSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { test } from 'uvu';
import * as assert from 'uvu/assert';
import { build } from '../../src/build/node.ts';
import { differences, MOMENT } from '../golden-site.ts';
import { buildThere, siteOf } from './build.ts';

const folder = join(dirname(fileURLToPath(import.meta.url)), 'fixtures/gem');

for (const compat of ['github-pages', 'jekyll-4'] as const) {
  test(`layouts, includes, styles, assets, configuration and data as with real Jekyll: ${compat}`, async () => {
    const work = realpathSync(mkdtempSync(join(tmpdir(), 'build-site-gem-theme-')));
    try {
      cpSync(join(folder, 'site'), join(work, 'site'), { recursive: true });
      cpSync(join(folder, 'theme'), join(work, 'site/vendor/bundle/ruby/3.1.0/gems/harbour-1.2.3'), {
        recursive: true,
      });
      await build({
        source: join(work, 'site'),
        destination: join(work, 'out'),
        environment: 'production',
        now: MOMENT,
        nwo: 'owner/name',
        compat,
        offline: true,
      });
      if (compat === 'jekyll-4') {
        const { sources } = JSON.parse(readFileSync(join(work, 'out/assets/style.css.map'), 'utf8'));
        assert.ok(sources.includes('theme:///harbour/_sass/harbour.scss'), String(sources));
        assert.ok(!sources.some((source: string) => source.includes('vendor')), String(sources));
        rmSync(join(work, 'out/assets/style.css.map')); // the gem's source map names the theme's folder
      }
      assert.equal(differences(join(folder, 'expected', compat), join(work, 'out')), []);
    } finally {
      rmSync(work, { recursive: true });
    }
  });
}

// As Jekyll 4.4.1 with minima 2.5.2, which depends on jekyll-feed: pages are listed in the order in which they were made.
test("Bundler's plugins come before those that a theme depends on, and these before the listed ones", async () => {
  const gems = 'vendor/bundle/ruby/3.1.0';
  const files = siteOf({
    '_config.yml': 'theme: quay\nplugins: [jekyll-redirect-from]\n',
    Gemfile: 'gem "jekyll", "~> 4.4"\ngroup :jekyll_plugins do\n  gem "jekyll-sitemap"\nend\n',
    'list.txt': '---\n---\n{% for page in site.pages %}{{ page.url }} {% endfor %}',
    [`${gems}/gems/quay-1.0.0/_layouts/default.html`]: '{{ content }}',
    [`${gems}/specifications/quay-1.0.0.gemspec`]:
      '  s.add_runtime_dependency(%q<jekyll-feed>.freeze, [">= 1".freeze])\n',
  });
  const { output } = await buildThere(files, { compat: 'jekyll-4', offline: true });
  assert.is(output('list.txt'), '/list.txt /redirects.json /sitemap.xml /robots.txt /feed.xml ');
});

test.run();
