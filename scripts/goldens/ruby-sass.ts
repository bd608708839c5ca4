// What Ruby Sass 3.7.4 makes of the sheets in test/ruby-sass/cases, in its four styles. A new case is a name and a sheet,
// with the files that it imports; --write adds the rest.

import { caseOf, goldenOf } from '../../test/ruby-sass/golden.ts';
import { referenceCommand } from '../diff/differential.ts';
import { Reference } from '../diff/reference.ts';
import { renewCases } from '../renew-cases.ts';

const sass = new Reference<object, string | null>(referenceCommand(), 'github-pages', '../goldens/ruby-sass.rb');
await renewCases('ruby-sass/cases', async (given) => {
  const golden = goldenOf(given);
  const { sheet, syntax, files } = golden;
  const answers = [...golden.css.keys()].map(
    async (style) => [style, await sass.ask({ sheet, syntax, files, style })] as const,
  );
  return caseOf({ ...golden, css: new Map(await Promise.all(answers)) });
});
sass.close();
