// The tag of jekyll-octicons; the expected outputs are the gem's (scripts/goldens/octicons.ts).

import { readFileSync } from 'node:fs';
import { test } from 'uvu';
import * as assert from 'uvu/assert';
import { expectAnswer, parseCases } from '../cases.ts';
import { buildInMemory } from '../site/memory-site.ts';
import { PAGE } from './octicons-page.ts';

const { about, cases } = parseCases(readFileSync(new URL('cases/octicons.txt', import.meta.url), 'utf8'));
const manifest = new URL('../../package.json', import.meta.url);

test('the icons are those of the gem', () => {
  assert.is(
    JSON.parse(readFileSync(manifest, 'utf8')).dependencies['@primer/octicons'],
    /jekyll-octicons (\S+)\. /.exec(about)?.[1],
  );
});

const outcome = async (
  template: string,
  compat: 'github-pages' | 'jekyll-4',
): Promise<{ text?: string; error?: string }> => {
  try {
    const { output } = await buildInMemory(
      {
        '_config.yml': 'plugins: [jekyll-octicons]\ntheme: null\n',
        'a.txt': `---\n${Object.entries(PAGE)
          .map(([key, value]) => `${key}: ${JSON.stringify(value)}\n`)
          .join('')}---\n${template}`,
      },
      { compat },
    );
    return { text: output('a.txt')! };
  } catch (error) {
    return { error: (error as Error).message };
  }
};

for (const one of cases) {
  const { name, parts } = one;
  test(`octicons: ${name}`, async () => {
    expectAnswer(one, ['text', 'error'], 'octicons');
    for (const compat of ['github-pages', 'jekyll-4'] as const) {
      const { text, error } = await outcome(parts.get('template')!.trimEnd(), compat);
      assert.is(text, parts.get('text'), compat);
      const expected = parts.get('error')?.trimEnd();
      if (expected !== undefined) assert.ok(error!.includes(expected), `${compat}: ${error}`);
    }
  });
}

test.run();
