import { test } from 'uvu';
import * as assert from 'uvu/assert';
import { chooseStack } from '../../src/engine/choose-stack.ts';
import { MemoryFiles } from '../../src/files/memory.ts';
import { Bundle } from '../../src/rubygems/bundle.ts';

/** The name of the stack, and why it is chosen. */
function chosen(site: Readonly<Record<string, string>>, asked?: 'github-pages' | 'jekyll-4'): [string, string] {
  const files = new MemoryFiles(
    Object.fromEntries(Object.entries(site).map(([path, text]) => [`/site/${path}`, text])),
  );
  const { stack, reason } = chooseStack(files, new Bundle(files, '/site'), null, asked);
  return [stack.name, reason];
}

const lock = (gems: string): string =>
  `GEM\n  remote: https://rubygems.org/\n  specs:\n${gems}\nPLATFORMS\n  ruby\n\nDEPENDENCIES\n  jekyll\n`;

test('without a Gemfile it is that of GitHub Pages', () => {
  assert.equal(chosen({ '_config.yml': 'title: x\n' }), ['github-pages', 'the default']);
});

test('--compat comes before everything', () => {
  assert.equal(chosen({ Gemfile: 'gem "github-pages"\n' }, 'jekyll-4'), ['jekyll-4', 'chosen with --compat']);
});

test('Gemfile.lock comes before the Gemfile', () => {
  const site = { Gemfile: 'gem "github-pages"\n', 'Gemfile.lock': lock('    jekyll (4.3.2)\n') };
  assert.equal(chosen(site), ['jekyll-4', 'Gemfile.lock has jekyll 4.3.2']);
});

test('the gem github-pages in a Gemfile, a version of Jekyll, or none', () => {
  assert.equal(chosen({ Gemfile: 'gem "github-pages", "~> 232"\n' }), ['github-pages', 'Gemfile has github-pages']);
  assert.equal(chosen({ Gemfile: 'gem "jekyll", "~> 4.3"\n' }), ['jekyll-4', 'Gemfile has jekyll 4.3']);
  assert.equal(chosen({ Gemfile: 'gem "jekyll"\n' }), ['jekyll-4', 'Gemfile has jekyll without a version']);
});

test('a theme that GitHub Pages does not have', () => {
  assert.equal(chosen({ '_config.yml': 'theme: just-the-docs\n' })[0], 'jekyll-4');
  assert.equal(chosen({ '_config.yml': 'theme: minima\n' })[0], 'github-pages');
});

test('a configuration that cannot be read is an error elsewhere', () => {
  assert.equal(chosen({ '_config.yml': 'a: b: c\n' }), ['github-pages', 'the default']);
});

test.run();
