// What jekyll-octicons makes of the templates in test/plugins/cases/octicons.txt. The gem is in neither of the reference's
// stacks; install it into a folder of its own, `gem install --install-dir FOLDER jekyll-octicons -v 19.42.0`, and name that:
//
//   OCTICONS_GEMS=FOLDER REFERENCE=… npm run goldens -- octicons

import { PAGE } from '../../test/plugins/octicons-page.ts';
import { referenceCommand } from '../diff/differential.ts';
import { Reference } from '../diff/reference.ts';
import { renewCases } from '../renew-cases.ts';

interface Answer {
  readonly text?: string;
  readonly error?: string;
}

if (!process.env.OCTICONS_GEMS) {
  process.stdout.write('  not compared: OCTICONS_GEMS is not set (see scripts/goldens/octicons.ts)\n');
} else {
  const stacks = ['github-pages', 'jekyll-4'].map(
    (stack) => new Reference<object, Answer>(referenceCommand(), stack, '../goldens/octicons.rb'),
  );
  await renewCases('plugins/cases', async ({ name, parts }) => {
    const template = parts.get('template')!;
    const [pages, four] = await Promise.all(
      stacks.map((stack) => stack.ask({ template: template.trimEnd(), page: PAGE })),
    );
    if (JSON.stringify(pages) !== JSON.stringify(four)) throw new Error(`the stacks do not agree: ${name}`);
    const { text, error } = pages!;
    return {
      name,
      parts: new Map([['template', template], text === undefined ? ['error', `${error}\n`] : ['text', text]]),
    };
  });
  for (const stack of stacks) stack.close();
}
