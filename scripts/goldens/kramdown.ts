// What real kramdown makes of the cases in test/kramdown/cases: of both versions, or of those that a case names already. A
// new case is a name and a document; --write adds the rest.

import { type Answer, caseOf, type Golden, goldenOf, VERSIONS, type Version } from '../../test/kramdown/golden.ts';
import { type KramdownAnswer, withoutLine } from '../diff/kramdown-answer.ts';
import type { KramdownCase } from '../diff/kramdown-documents.ts';
import { Reference } from '../diff/reference.ts';
import { renewCases } from '../renew-cases.ts';

const reference = process.env.REFERENCE;
if (!reference)
  throw new Error('REFERENCE is not set: it is the command that runs real Jekyll (see scripts/goldens.ts).');

const gems = {
  '2.4.0': new Reference<KramdownCase, KramdownAnswer>(reference, 'github-pages', 'kramdown.rb'),
  '2.5.2': new Reference<KramdownCase, KramdownAnswer>(reference, 'jekyll-4', 'kramdown.rb'),
};

async function ask({ text, options, ascii, smartify }: Golden, version: Version): Promise<[Version, Answer]> {
  const { html, warnings = [] } = await gems[version].ask({ text, options, ascii, smartify });
  return [version, { html, warnings: [...new Set(warnings.map(withoutLine))].sort() }];
}

await renewCases('kramdown/cases', async (given) => {
  const golden = goldenOf(given);
  const versions = golden.answers.size > 0 ? [...golden.answers.keys()] : VERSIONS;
  const answers = await Promise.all(versions.map((version) => ask(golden, version)));
  return caseOf({ ...golden, answers: new Map(answers) });
});
for (const gem of Object.values(gems)) gem.close();
