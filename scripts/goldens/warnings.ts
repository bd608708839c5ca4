// What Jekyll logs for the small sites in test/site/cases under each stack. A new case is a name and its files; --write
// adds the rest.

import { answered, filesOf, STACKS } from '../../test/site/golden.ts';
import { referenceCommand } from '../diff/differential.ts';
import { Reference } from '../diff/reference.ts';
import { renewCases } from '../renew-cases.ts';

const stacks = STACKS.map(
  (stack) =>
    [
      stack,
      new Reference<object, { warnings: string[] }>(referenceCommand(), stack, '../goldens/small-sites.rb'),
    ] as const,
);
await renewCases('site/cases', async (one) => {
  const files = filesOf(one);
  return answered(
    one,
    await Promise.all(stacks.map(async ([stack, jekyll]) => [stack, (await jekyll.ask({ files })).warnings] as const)),
  );
});
for (const [, jekyll] of stacks) jekyll.close();
