// What Ruby, SafeYAML, RubyGems, Bundler and Jekyll's utilities answer to the questions in the cases of the folders below
// (see test/questions.ts); --write adds or changes answers.

import { type Answer, answered, questionsOf, STACKS } from '../../test/questions.ts';
import { referenceCommand } from '../diff/differential.ts';
import { Reference } from '../diff/reference.ts';
import { renewCases } from '../renew-cases.ts';

const FOLDERS = ['ruby', 'yaml', 'text', 'files', 'content', 'rubygems'];

const [pages, four] = STACKS.map(
  (stack) => new Reference<readonly unknown[], Answer>(referenceCommand(), stack, '../goldens/ruby.rb'),
);
for (const folder of FOLDERS) {
  await renewCases(`${folder}/cases`, async (one) => {
    const answers = questionsOf(one).map(async ({ ask, args }) => ({
      'github-pages': await pages!.ask([ask, args]),
      'jekyll-4': await four!.ask([ask, args]),
    }));
    return answered(one, await Promise.all(answers));
  });
}
pages!.close();
four!.close();
