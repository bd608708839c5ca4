// What real Rouge makes of the code in test/highlight/cases, and what kramdown and Jekyll make of the code in
// test/converters/cases. A new case is a name and its code; --write adds the rest.

import { answered, questionOf } from '../../test/converters/golden.ts';
import { caseOf, VERSIONS, type Version } from '../../test/highlight/golden.ts';
import { Reference } from '../diff/rouge-reference.ts';
import { renewCases } from '../renew-cases.ts';

const references = VERSIONS.map((version) => [version, new Reference(version)] as const);

const answers = (question: object): Promise<[Version, string | null][]> =>
  Promise.all(
    references.map(async ([version, reference]): Promise<[Version, string | null]> => {
      const { html, error } = await reference.ask(question);
      if (error !== undefined) throw new Error(`${JSON.stringify(question)}: ${error}`);
      return [version, html ?? null];
    }),
  );

await renewCases('highlight/cases', async ({ name, parts }, language) => {
  const code = parts.get('code')!;
  return caseOf(name, code, await answers({ language, code }));
});

await renewCases('converters/cases', async (one) => answered(one, await answers(questionOf(one))));
for (const [, reference] of references) reference.end();
