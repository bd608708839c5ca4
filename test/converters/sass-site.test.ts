import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { test } from 'uvu';
import * as assert from 'uvu/assert';
import { build } from '../../src/build/node.ts';
import { BuildError } from '../../src/diagnostics/diagnostic.ts';

/** Builds a site of these files in a temporary folder. */
async function inFolder<T>(
  files: Readonly<Record<string, string>>,
  use: (source: string, destination: string) => Promise<T>,
): Promise<T> {
  const source = mkdtempSync(join(tmpdir(), 'sass-'));
  try {
    for (const [name, text] of Object.entries(files)) {
      mkdirSync(dirname(join(source, name)), { recursive: true });
      writeFileSync(join(source, name), text);
    }
    return await use(source, join(source, '_site'));
  } finally {
    rmSync(source, { recursive: true });
  }
}

const SITE = {
  '_config.yml': 'title: Peas\n',
  '_sass/_part.scss': '.a { color: red; }\n',
  'css/main.scss': '---\n---\n{% assign w = 2 %}@import "part"; .b { width: {{ w }}px; }\n',
  'index.html':
    '---\n---\n{% capture c %}.a { .b { c: d; } }{% endcapture %}{{ c | scssify }}|' +
    '{% for p in site.pages %}{{ p.url }} {% endfor %}',
  'zoo.html': '---\n---\n{% for p in site.pages %}{{ p.url }} {% endfor %}',
};

// Written by Jekyll 4.4.1 with jekyll-sass-converter 3.1.0.
test('a sheet, its map and a filter under jekyll-4', async () => {
  await inFolder(SITE, async (source, destination) => {
    await build({ source, destination, compat: 'jekyll-4', environment: 'production' });
    const read = (name: string): string => readFileSync(join(destination, name), 'utf8');
    assert.is(
      read('css/main.css'),
      '.a {\n  color: red;\n}\n\n.b {\n  width: 2px;\n}\n\n/*# sourceMappingURL=main.css.map */',
    );
    const map = JSON.parse(read('css/main.css.map'));
    assert.equal(map.sources, ['../_sass/_part.scss', 'main.scss']);
    assert.is(read('index.html').split('|')[0], '.a .b {\n  c: d;\n}');
    assert.ok(read('zoo.html').includes('/css/main.css.map'));
  });
});

test('an error in a partial stops the build and names the import', async () => {
  await inFolder({ ...SITE, '_sass/_part.scss': '.a {\n  color: $none;\n}\n' }, async (source, destination) => {
    for (const compat of ['jekyll-4', 'github-pages'] as const) {
      try {
        await build({ source, destination, compat, environment: 'production' });
        assert.unreachable();
      } catch (error) {
        assert.instance(error, BuildError);
        const { span, includedFrom } = (error as BuildError).diagnostic;
        assert.is(span?.source.path, '_sass/_part.scss');
        assert.is(includedFrom?.[0]?.source.path, 'css/main.scss');
      }
    }
  });
});

test.run();
