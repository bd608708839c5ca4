// The site of test/themes/fixtures/remote, built by the reference with jekyll-remote-theme 0.4.3, whose download finds
// test/themes/fixtures/remote/theme.

import { checkThemeGolden } from '../theme-golden.ts';

checkThemeGolden({
  fixture: 'remote',
  script: 'remote-theme.rb',
  compat: 'github-pages',
  expected: 'expected',
  changing: 'sitemap.xml', // says when files were changed
});
