// What real jekyll-commonmark-ghpages makes of the cases in test/commonmark/cases. A new case is a name and a document, and
// options or extensions if they differ from GitHub Pages; --write adds the rest.

import { caseOf, goldenOf } from '../../test/commonmark/golden.ts';
import type { CommonMarkCase } from '../diff/commonmark-documents.ts';
import { referenceCommand } from '../diff/differential.ts';
import { Reference } from '../diff/reference.ts';
import { renewCases } from '../renew-cases.ts';

const gem = new Reference<CommonMarkCase>(referenceCommand(), 'github-pages', 'commonmark.rb');
await renewCases('commonmark/cases', async (given) => {
  const golden = goldenOf(given);
  const { text, options, extensions } = golden;
  const { html } = await gem.ask({ text, options, extensions });
  return caseOf({ ...golden, html });
});
gem.close();
