import { test } from 'uvu';
import * as assert from 'uvu/assert';
import { buildInMemory } from './memory-site.ts';

/** What a build says about names of data files. */
async function hints(template: string): Promise<string[]> {
  const site = { '_data/Team.yml': 'a: 1\n', '_data/places.yml': 'b: 2\n', 'a.txt': `---\n---\n${template}` };
  const { diagnostics } = await buildInMemory(site);
  return diagnostics.filter(({ code }) => code === 'data-name').map(({ message, hint }) => `${message}. ${hint}`);
}

test('a template that writes a name in another case gets a hint, once', async () => {
  const [hint, ...others] = await hints('{{ site.data.team.a }}{{ site.data.team.a }}');
  assert.match(hint!, /site\.data\.team, which doesn't exist: .* is called Team\. .* write site\.data\.Team/);
  assert.equal(others, []);
});

test('right names, and names that no file has, get none', async () => {
  assert.equal(await hints('{{ site.data.Team.a }}{{ site.data.places.b }}{{ site.data.nothing }}'), []);
});

test.run();
