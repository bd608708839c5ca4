// The hints of messages, on small sites.

import { join } from 'node:path';
import { test } from 'uvu';
import * as assert from 'uvu/assert';
import { inFolder, run } from './run.ts';

const page = (text: string): string => `---\n---\n${text}\n`;
const CONFIG = 'title: x\nurl: https://x.example\ntheme: null\n';

type Compat = 'github-pages' | 'jekyll-4';

/** What is printed of a site's build. */
function printed(files: Readonly<Record<string, string>>, compat: Compat): Promise<string> {
  return inFolder({ '_config.yml': CONFIG, ...files }, async (folder) => {
    const args = ['-s', folder, '-d', join(folder, 'out'), '--compat', compat, '--offline'];
    return (await run(folder, args, { PAGES_REPO_NWO: 'me/site' })).err;
  });
}

interface Case {
  readonly files: Readonly<Record<string, string>>;
  readonly as?: Compat;
  readonly says: RegExp;
}

const CASES: Readonly<Record<string, Case>> = {
  "a tag of a supported plugin that isn't listed": {
    files: { 'a.md': page('{% seo %}') },
    says: /Hint: It comes from jekyll-seo-tag: add it to `plugins:` in _config\.yml\./,
  },
  'a tag of an unsupported plugin that is listed': {
    files: { '_config.yml': `${CONFIG}plugins: [jekyll/scholar]\n`, 'a.md': page('{% bibliography %}') },
    says: /Hint: It comes from jekyll-scholar, which build-site doesn't have\./,
  },
  'the same, as GitHub Pages': {
    files: { '_config.yml': `${CONFIG}plugins: [jekyll-scholar]\n`, 'a.md': page('{% bibliography %}') },
    as: 'github-pages',
    says: /Hint: It comes from jekyll-scholar, which build-site doesn't have\./,
  },
  'a tag of a plugin that GitHub Pages does not allow': {
    files: { '_config.yml': `${CONFIG}plugins: [jekyll-toc]\n`, 'a.md': page('{% toc %}') },
    as: 'github-pages',
    says: /Hint: It comes from jekyll-toc, which GitHub Pages does not allow\. .* --compat jekyll-4\./,
  },
  'a tag that a Ruby plugin of the site defines': {
    files: { '_plugins/deep/x.rb': "Liquid::Template.register_tag('figure', X)\n", 'a.md': page('{% figure %}') },
    says: /Hint: It is defined in Ruby, in _plugins\/deep\/x\.rb\. build-site doesn't run Ruby plugins:/,
  },
  'a tag inside a block': {
    files: { 'a.md': page('{% if true %}{% jupyter_notebook "a.ipynb" %}{% endif %}') },
    says: /Hint: It comes from jekyll-jupyter-notebook, which build-site doesn't have\./,
  },
  'a tag of a plugin that is listed under its old name': {
    files: { '_config.yml': `${CONFIG}gems: [jekyll-feed]\n`, 'a.md': page('{% feed_meta %}') },
    says: /Hint: It comes from jekyll-feed, which is under `gems:` in _config\.yml: Jekyll 4 reads `plugins:` instead\./,
  },
  'a data file in another case': {
    files: {
      '_data/Members.yml': '- a\n',
      'a.md': page('{{ site.data.members }}{{ site.data.Members }}{{ site.data.x }}'),
    },
    says: /^Note: A template uses site\.data\.members, .* in _data is called Members \[[a-z-]+\]\n {2}Hint: [^\n]*\n$/,
  },
  'a folder of includes with a slightly wrong name': {
    files: { '_include/x.html': 'x', 'a.md': page('{% include x.html %}') },
    says: /Hint: There is a folder _include, but includes are read from _includes/,
  },
  'a folder of layouts with a slightly wrong name': {
    files: { '_layout/x.html': 'x', 'a.md': '---\nlayout: x\n---\n' },
    says: /Hint: There is a folder _layout, but layouts are read from _layouts/,
  },
  'a remote theme without its plugin': {
    files: { '_config.yml': `${CONFIG}remote_theme: a/b\n`, 'a.md': '---\nlayout: x\n---\n' },
    says: /Hint: The site has no layouts\. `remote_theme:` needs the plugin jekyll-remote-theme/,
  },
  "a theme of GitHub's by half its name": {
    files: { '_config.yml': 'theme: minimal\n', 'a.md': '---\nlayout: default\n---\n' },
    says: /Hint: Did you mean jekyll-theme-minimal\?/,
  },
  'a value that begins with a backtick': {
    files: { 'a.md': '---\ntitle: `x`\n---\n' },
    says: /Hint: Put quotes around a value that starts with a backtick\./,
  },
  'a message of Jekyll with blank lines': {
    files: { 'a.md': page('{% post_url 2020-01-01-b %}') },
    says: /in tag 'post_url'\. Make sure the post exists/,
  },
  'a missing semicolon': {
    files: { 'a.scss': page('a {\n  b: c\n  d: e;\n}') },
    says: /Hint: Check for a missing semicolon/,
  },
  'a tag of another template language': {
    files: { 'a.md': page('{% set x = 1 %}') },
    says: /Hint: Liquid calls it assign/,
  },
  'a tag that is misspelt': { files: { 'a.md': page('{% inclde x.html %}') }, says: /Hint: Did you mean 'include'\?/ },
  'an unknown tag without a suggestion': {
    files: { 'a.md': page('{% zzzzzz %}') },
    says: /Hint: Neither Jekyll nor any plugin/,
  },
  'a filter of a plugin, with strict_filters': {
    files: { '_config.yml': `${CONFIG}liquid: { strict_filters: true }\n`, 'a.md': page('{{ "x" | encode_email }}') },
    says: /Hint: .* It comes from jekyll-email-protect: add it to `plugins:`/,
  },
  'a filter that a Ruby plugin of the site defines, with strict_filters': {
    files: {
      '_config.yml': `${CONFIG}liquid: { strict_filters: true }\n`,
      '_plugins/x.rb': 'module X\n  def shout(text)\n  end\nend\nLiquid::Template.register_filter(X)\n',
      'a.md': page('{{ "x" | shout }}'),
    },
    says: /Hint: .* It is defined in Ruby, in _plugins\/x\.rb\./,
  },
  'an option whose line is known': {
    files: { '_config.yml': `${CONFIG}markdown: nope\n`, 'a.md': page('x') },
    says: /Invalid Markdown processor given: nope \[[a-z-]+\]\n {2}at _config\.yml:4:1/,
  },
  'a limit of posts, with its line': {
    files: { '_config.yml': `${CONFIG}limit_posts: -1\n`, 'a.md': page('x') },
    says: /limit_posts must be a non-negative number \[[a-z-]+\]\n {2}at _config\.yml:4:1/,
  },
  'collections that are neither a list nor a mapping': {
    files: { '_config.yml': `${CONFIG}collections: 5\n`, 'a.md': page('x') },
    says: /at _config\.yml:4:1[\s\S]*Hint: Write a list of names/,
  },
  'a redirection from a number, with its line': {
    files: {
      '_config.yml': `${CONFIG}plugins: [jekyll-redirect-from]\n`,
      'a.md': '---\nredirect_from: 5\n---\n',
    },
    says: /not a string \[[a-z-]+\]\n {2}at a\.md:2:1/,
  },
  'a warning of a partial, with the stylesheet that imports it': {
    files: { 'a.scss': page('@import "x";'), '_sass/x.scss': '\n@warn "thin";' },
    says: /^Note: Sass: thin \[[a-z-]+\]\n {2}in a\.scss/m,
  },
  'a time zone that is a city of another zone': {
    files: { '_config.yml': `${CONFIG}timezone: Beijing\n`, 'a.md': page('x') },
    says: /^Warning: There is no time zone 'Beijing': times are in UTC \[[a-z-]+\]\n {2}at _config\.yml:4:1[\s\S]*Hint: Write `timezone: Asia\/Shanghai`\./,
  },
  'a time zone that is a city alone': {
    files: { '_config.yml': `${CONFIG}timezone: Berlin\n`, 'a.md': page('x') },
    says: /^Warning: There is no time zone 'Berlin': times are in UTC \[[a-z-]+\]\n {2}at _config\.yml:4:1[\s\S]*Hint: Write `timezone: Europe\/Berlin`\./,
  },
  'a time zone that is written in lower case': {
    files: { '_config.yml': `${CONFIG}timezone: america/new_york\n`, 'a.md': page('x') },
    says: /^Warning: There is no time zone 'america\/new_york': times are in UTC \[[a-z-]+\]\n {2}at _config\.yml:4:1[\s\S]*Hint: Write `timezone: America\/New_York`\./,
  },
  'a time zone that is misspelt': {
    files: { '_config.yml': `${CONFIG}timezone: Europe/Amsterdm\n`, 'a.md': page('x') },
    says: /^Warning: There is no time zone 'Europe\/Amsterdm': times are in UTC \[[a-z-]+\]\n {2}at _config\.yml:4:1[\s\S]*Hint: Write `timezone: Europe\/Amsterdam`\./,
  },
  'a time zone that is an abbreviation': {
    files: { '_config.yml': `${CONFIG}timezone: PST\n`, 'a.md': page('x') },
    says: /^Warning: There is no time zone 'PST': times are in UTC \[[a-z-]+\]\n {2}at _config\.yml:4:1[\s\S]*Hint: Write `timezone: America\/Los_Angeles`\./,
  },
  'a time zone that is a name of Rails': {
    files: { '_config.yml': `${CONFIG}timezone: "Eastern Time (US & Canada)"\n`, 'a.md': page('x') },
    says: /^Warning: There is no time zone 'Eastern Time \(US & Canada\)': times are in UTC \[[a-z-]+\]\n {2}at _config\.yml:4:1[\s\S]*Hint: Write `timezone: America\/New_York`\./,
  },
  'a time zone with the reversed sign': {
    files: { '_config.yml': `${CONFIG}timezone: GMT+8\n`, 'a.md': page('x') },
    says: /^Note: timezone: GMT\+8 is 8 hours behind UTC/,
  },
  'an include whose file is written in lower case': {
    files: { '_includes/fig.html': 'x', 'a.md': page('{% include Fig.html %}') },
    says: /Hint: It is called "fig\.html": names are case-sensitive\./,
  },
  'an include in a folder that the tag leaves out': {
    files: { '_includes/parts/fig.html': 'x', 'a.md': page('{% include fig.html %}') },
    says: /Hint: Did you mean "parts\/fig\.html"\?/,
  },
  'an include with another ending': {
    files: { '_includes/fig.html': 'x', 'a.md': page('{% include fig.md %}') },
    says: /Hint: Did you mean "fig\.html"\?/,
  },
  'a relative include whose file is written in lower case': {
    files: { 'docs/fig.html': 'x', 'docs/a.md': page('{% include_relative Fig.html %}') },
    says: /Hint: It is called "fig\.html": names are case-sensitive\./,
  },
  'a cached include that is misspelt': {
    files: {
      '_config.yml': `${CONFIG}plugins: [jekyll-include-cache]\n`,
      '_includes/fig.html': 'x',
      'a.md': page('{% include_cached fug.html %}'),
    },
    says: /Hint: Did you mean "fig\.html"\?/,
  },
  'a layout whose file is written in lower case': {
    files: { '_layouts/post.html': '{{ content }}', 'a.md': '---\nlayout: Post\n---\n' },
    says: /Hint: The layout is called 'post': names are case-sensitive\./,
  },
  'a layout that is misspelt': {
    files: { '_layouts/post.html': '{{ content }}', 'a.md': '---\nlayout: pots\n---\n' },
    says: /Hint: Did you mean 'post'\? The site has: post\./,
  },
  'a link to a file that is written in lower case': {
    files: { 'docs/b.md': page('b'), 'a.md': page('{% link docs/B.md %}') },
    says: /Hint: It is called "docs\/b\.md": names are case-sensitive\./,
  },
  'a link to an address, not to the file': {
    files: { 'docs/b.md': page('b'), 'a.md': page('{% link docs/b.html %}') },
    says: /Hint: Did you mean "docs\/b\.md"\?/,
  },
  'a post that is written in lower case': {
    files: { '_posts/2020-01-02-Welcome.md': page('b'), 'a.md': page('{% post_url 2020-01-02-welcome %}') },
    says: /Hint: It is called "2020-01-02-Welcome": names are case-sensitive\./,
  },
  'a post of another day': {
    files: { '_posts/2020-01-02-welcome.md': page('b'), 'a.md': page('{% post_url 2021-12-31-welcome %}') },
    says: /Hint: Did you mean "2020-01-02-welcome"\?/,
  },
  'a stylesheet that is written in lower case, in a folder that the site names': {
    files: {
      '_config.yml': `${CONFIG}sass: { sass_dir: _scss }\n`,
      '_scss/_parts.scss': 'a { b: c }',
      'a.scss': page('@import "Parts";'),
    },
    says: /Hint: It is called "parts": names are case-sensitive\. Imports are searched for in _scss \(/,
  },
  'a stylesheet that is written in lower case, as GitHub Pages': {
    files: {
      '_config.yml': `${CONFIG}sass: { sass_dir: _scss }\n`,
      '_scss/_parts.scss': 'a { b: c }',
      'a.scss': page('@import "Parts";'),
    },
    as: 'github-pages',
    says: /Hint: It is called "parts": names are case-sensitive\. Imports are searched for in _scss \(/,
  },
  'a stylesheet without any import folder': {
    files: { 'a.scss': page('@import "parts";') },
    says: /Hint: None of the import folders exists/,
  },
  "a gem's template below vendor/bundle, once the list of excludes is the site's own": {
    files: {
      '_config.yml': `${CONFIG}exclude: [README.md]\n`,
      'vendor/bundle/ruby/3.1.0/gems/jekyll-3.9.0/lib/site_template/_posts/0000-00-00-welcome.markdown.erb':
        '---\nlayout: post\ndate: <%= Time.now %>\n---\n',
    },
    as: 'github-pages',
    says: /Hint: The file belongs to the gem jekyll-3\.9\.0, .* Add vendor to `exclude:` in _config\.yml/,
  },
};

for (const [name, { files, as = 'jekyll-4', says }] of Object.entries(CASES)) {
  test(name, async () => assert.match(await printed(files, as), says));
}

test('plugins in the Gemfile are named with their lines, in one warning', async () => {
  const gems = ['webrick', 'wdm', 'jekyll-minifier', 'jekyll-watch', 'tzinfo-data'].map((gem) => `  gem "${gem}"\n`);
  const said = await printed(
    {
      Gemfile: `source "https://rubygems.org"\ngem "jekyll", "~> 4.4"\ngroup :jekyll_plugins do\n${gems.join('')}end\n`,
      '_config.yml': `${CONFIG}plugins:\n  - jekyll-feed\n  - jekyll-postcss\n`,
    },
    'jekyll-4',
  );
  assert.is(said.match(/^Warning/gm)?.length, 1, said);
  assert.match(said, /jekyll-minifier \(Gemfile:6\): minified HTML/);
  assert.match(said, /jekyll-postcss \(_config\.yml:6\): CSS through PostCSS/);
  assert.match(said, /^Note: .*tools[\s\S]*jekyll-watch \(Gemfile:7\)/m);
  assert.not.match(said, /webrick|wdm|tzinfo/);
});

test('an error in a stylesheet of the theme or its copy in the site names the file that was read', async () => {
  const theme = {
    '_config.yml': 'title: x\nurl: https://x.example\ntheme: harbour\nexclude: [theme]\n',
    Gemfile: 'gem "jekyll", "~> 4.4"\ngem "harbour", path: "theme"\n',
    'theme/harbour.gemspec':
      'Gem::Specification.new do |spec|\n  spec.name = "harbour"\n  spec.version = "1.0.0"\nend\n',
    'theme/assets/main.scss': page('@import "harbour";'),
    'theme/_sass/harbour.scss': 'a { b: $theme }',
  };
  for (const compat of ['github-pages', 'jekyll-4'] as const) {
    const ofTheme = await printed(theme, compat);
    assert.match(ofTheme, /at theme\/_sass\/harbour\.scss:1:8\n[\s\S]*included from theme\/assets\/main\.scss:3:9/);
    const ofSite = await printed({ ...theme, '_sass/harbour.scss': '\na { b: $site }' }, compat);
    assert.match(ofSite, /at _sass\/harbour\.scss:2:8\n[\s\S]*included from theme\/assets\/main\.scss:3:9/);
    const sheet = await printed({ ...theme, 'assets/main.scss': page('\na { b: $own }') }, compat);
    assert.match(sheet, /at assets\/main\.scss:4:8\n/);
  }
});

test.run();
