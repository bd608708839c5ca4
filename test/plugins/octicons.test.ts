// The tag of jekyll-octicons; the expected outputs are the gem's (scripts/goldens/octicons.ts).

import { readFileSync } from 'node:fs';
import { test } from 'uvu';
import * as assert from 'uvu/assert';
import { buildInMemory } from '../site/memory-site.ts';

interface Case {
  readonly template: string;
  readonly text?: string;
  readonly error?: string;
}

const { version, page, cases }: { version: string; page: object; cases: Case[] } = JSON.parse(
  readFileSync(new URL('./fixtures/octicons.json', import.meta.url), 'utf8'),
);
const manifest = new URL('../../package.json', import.meta.url);

test('the icons are those of the gem', () => {
  assert.is(JSON.parse(readFileSync(manifest, 'utf8')).dependencies['@primer/octicons'], version);
});

const outcome = async (template: string, compat: 'github-pages' | 'jekyll-4'): Promise<Omit<Case, 'template'>> => {
  try {
    const { output } = await buildInMemory(
      {
        '_config.yml': 'plugins: [jekyll-octicons]\ntheme: null\n',
        'a.txt': `---\n${Object.entries(page)
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

for (const { template, ...expected } of cases) {
  test(template, async () => {
    for (const compat of ['github-pages', 'jekyll-4'] as const) {
      const { text, error } = await outcome(template, compat);
      assert.is(text, expected.text, compat);
      if (expected.error !== undefined) assert.ok(error!.includes(expected.error), `${compat}: ${error}`);
    }
  });
}

test.run();
