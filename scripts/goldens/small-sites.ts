// What Jekyll builds of the small sites in the folders below, under each stack. A new case is a name, its files, and the
// names of the outputs that it is about; --write adds their contents.

import { answered, type Built, filesOf, outputsOf, SMALL_SITES, STACKS } from '../../test/small-sites.ts';
import { referenceCommand } from '../diff/differential.ts';
import { Reference } from '../diff/reference.ts';
import { renewCases } from '../renew-cases.ts';

const stacks = STACKS.map(
  (stack) => [stack, new Reference<object, Built>(referenceCommand(), stack, '../goldens/small-sites.rb')] as const,
);
for (const folder of SMALL_SITES) {
  await renewCases(folder, async (one) => {
    const request = { files: filesOf(one), outputs: outputsOf(one) };
    return answered(
      one,
      await Promise.all(stacks.map(async ([stack, jekyll]) => [stack, await jekyll.ask(request)] as const)),
    );
  });
}
for (const [, jekyll] of stacks) jekyll.close();
