// The site of test/themes/fixtures/gem, built by the reference under both profiles with the theme beside it as a gem.

import { checkThemeGolden } from '../theme-golden.ts';

for (const profile of ['github-pages', 'jekyll-4']) {
  checkThemeGolden({
    fixture: 'gem',
    script: 'gem-theme.rb',
    profile,
    expected: `expected/${profile}`,
    changing: 'assets/style.css.map', // tells where the gem lies
  });
}
