// What real Jekyll's Liquid makes of the templates in test/liquid/cases. A new case is a name and a template; --write adds the
// rest.

import { type Answer, caseOf, STACKS, type StackName } from '../../test/liquid/golden.ts';
import { LiquidReference } from '../diff/liquid.ts';
import { renewCases } from '../renew-cases.ts';

const references = STACKS.map((stack) => [stack, new LiquidReference(stack)] as const);

async function ask(reference: LiquidReference, template: string): Promise<Answer> {
  const { text, ascii, warnings, error } = await reference.ask(template);
  if (error !== undefined)
    return { error: references.reduce((said, [, { folder }]) => said.replaceAll(folder, ''), error) };
  return { text: text!, isAscii: ascii === true, warnings: warnings ?? [] };
}

await renewCases('liquid/cases', async ({ name, parts }) => {
  const template = parts.get('template')!;
  const answers = references.map(
    async ([stack, one]): Promise<[StackName, Answer]> => [stack, await ask(one, template)],
  );
  return caseOf(name, template, await Promise.all(answers));
});
for (const [, reference] of references) reference.end();
