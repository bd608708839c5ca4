// What a theme's gem adds under Jekyll 4: its configuration and `theme`. The expected strings are real Jekyll's.

import { test } from 'uvu';
import * as assert from 'uvu/assert';
import { BuildError, type Diagnostic } from '../../src/diagnostics/diagnostic.ts';
import { buildInMemory } from './memory-site.ts';

const BUNDLE = 'vendor/bundle/ruby/3.1.0';

const THEME = {
  [`${BUNDLE}/gems/harbour-1.2.3/_config.yml`]: `title: Harbour
tide:
  low: "-1"
  marks: [a, b]
quay: stone
berths:
permalink: /never/:title/
baseurl: /never
future: true
time: 2001-02-03 04:05:06 +0000
lamps: [red]
`,
  [`${BUNDLE}/gems/harbour-1.2.3/_layouts/plain.html`]: '[{{ site.title }}] {{ content }}',
  [`${BUNDLE}/specifications/harbour-1.2.3.gemspec`]: String.raw`# -*- encoding: utf-8 -*-
# stub: harbour 1.2.3 ruby lib

Gem::Specification.new do |s|
  s.name = "harbour".freeze
  s.version = "1.2.3".freeze

  s.metadata = { "a_key" => "with \"quotes\" and \\ and \#{x}", "caf\u00E9" => "tab\there" } if s.respond_to? :metadata=
  s.require_paths = ["lib".freeze]
  s.authors = ["Ann \u00C5".freeze, "Bo, the second".freeze]
  s.description = "Two\nlines".freeze
  s.summary = "A short one".freeze
  s.add_runtime_dependency(%q<jekyll>.freeze, [">= 4.0".freeze, "< 5.0".freeze])
  s.add_runtime_dependency(%q<jekyll-feed>.freeze, ["~> 0.9".freeze])
  s.add_development_dependency(%q<rake>.freeze, [">= 0".freeze])
end
`,
};

const CONFIG = `theme: harbour
title: Ours
tide:
  high: "+2"
  marks: [c]
quay:
berths: 4
plugins: []
timezone: UTC
`;

const SETTINGS =
  '{{ site.tide | jsonify }} quay {{ site.quay }} berths {{ site.berths }} {{ site.permalink }} [{{ site.baseurl }}] {{ site.future }} {{ site.time }} {{ site.lamps }}';

const page = (text: string): string => `---\nlayout: plain\n---\n${text}`;

const built = async (config: string, text: string): Promise<string | null> =>
  (await buildInMemory({ ...THEME, '_config.yml': config, 'index.html': page(text) }, { compat: 'jekyll-4' })).output(
    'index.html',
  );

test("sets what the site doesn't, and what Jekyll has no default for", async () => {
  assert.is(
    await built(CONFIG, SETTINGS),
    '[Ours] {"low":"-1","marks":["c"],"high":"+2"} quay stone berths 4 date [] false 2001-02-03 04:05:06 +0000 red',
  );
});

test('is not read if the site ignores it', async () => {
  assert.is(
    await built(`${CONFIG}ignore_theme_config: true\n`, SETTINGS),
    '[Ours] {"high":"+2","marks":["c"]} quay  berths 4 date [] false 2026-11-23 12:00:00 +0000 ',
  );
});

test('describes its gem to templates', async () => {
  const json = String.raw`{"authors":"Ann Å, Bo, the second","description":"Two\nlines","version":"1.2.3","root":"","dependencies":["jekyll (>= 4.0, < 5.0)","jekyll-feed (~> 0.9)"],"metadata":{"a_key":"with \"quotes\" and \\ and #{x}","café":"tab\there"}}`;
  assert.is(await built(CONFIG, '{{ theme | jsonify }}{{ theme }}'), `[Ours] ${json}Jekyll::Drops::ThemeDrop`);
});

test('is a warning if it is missing, or if its name is invalid', async () => {
  for (const [theme, message] of [
    ['no-such-theme', /^The no-such-theme theme could not be found: it is not on this machine/],
    ['[harbour]', /^'theme' should be the name of a gem, but was: \["harbour"\]/],
  ] as const) {
    const site = { '_config.yml': `theme: ${theme}\ntimezone: UTC\n`, 'index.html': '---\n---\nHere' };
    const { diagnostics, output } = await buildInMemory(site, { compat: 'jekyll-4' });
    const missing = diagnostics.filter(({ code }) => code.startsWith('theme-'));
    assert.is(missing.length, 1);
    assert.match(missing[0]!.message, message);
    assert.is(output('index.html'), 'Here');
  }
});

test('is nil to templates under 3.10', async () => {
  const { output } = await buildInMemory({ '_config.yml': 'theme: null\n', 'index.html': page('[{{ theme }}]') });
  assert.is(output('index.html'), '[]');
});

/** The error that stops a site with the theme, with other files in it. */
async function fault(files: Readonly<Record<string, string>>): Promise<Diagnostic> {
  const site = { ...THEME, '_config.yml': CONFIG, 'index.html': page('x'), ...files };
  try {
    await buildInMemory(site, { compat: 'jekyll-4' });
  } catch (error) {
    if (error instanceof BuildError) return error.diagnostic;
    throw error;
  }
  throw new Error('the build goes on');
}

const GEM = `${BUNDLE}/gems/harbour-1.2.3`;

test("an error in the theme that Bundler installed below the site doesn't suggest excluding it", async () => {
  const { hint, span } = await fault({ [`${GEM}/_layouts/plain.html`]: '{% nope %}' });
  assert.match(span!.source.path, 'harbour-1.2.3/_layouts/plain.html');
  assert.not.match(hint!, 'exclude');
});

test.run();
