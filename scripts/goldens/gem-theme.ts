// The site of test/themes/fixtures/gem, built by the reference under both stacks with the theme beside it as a gem.

import { checkThemeGolden } from '../theme-golden.ts';

for (const compat of ['github-pages', 'jekyll-4']) {
  checkThemeGolden({
    fixture: 'gem',
    script: 'gem-theme.rb',
    compat,
    expected: `expected/${compat}`,
    changing: 'assets/style.css.map', // says where the gem is
  });
}
