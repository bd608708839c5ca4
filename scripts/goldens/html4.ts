// How libxml2 rewrites the HTML in test/html4/cases. A new case is a name and its HTML; --write adds the rest.

import { referenceCommand } from '../diff/differential.ts';
import { Reference } from '../diff/reference.ts';
import { renewCases } from '../renew-cases.ts';

const nokogiri = new Reference<{ html: string }, { fragment: string }>(referenceCommand(), 'github-pages', 'html4.rb');
await renewCases('html4/cases', async ({ name, parts }) => {
  const html = parts.get('html')!;
  const { fragment } = await nokogiri.ask({ html });
  return {
    name,
    parts: new Map([
      ['html', html],
      ['written', fragment],
    ]),
  };
});
nokogiri.close();
