// In safe mode nothing outside the site is read, by whatever route. A file outside has a marker, which must be in no file
// that is written and in no message.

import {
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  realpathSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { test } from 'uvu';
import * as assert from 'uvu/assert';
import { build } from '../../src/build/node.ts';
import type { BuildOptions } from '../../src/build/options.ts';
import { BuildError } from '../../src/diagnostics/diagnostic.ts';
import { formatDiagnostic } from '../../src/diagnostics/format.ts';

const MARKER = 'MARK-7f3a';

/** A link, by where it leads. */
const link = (to: string) => ({ to });
type Files = Readonly<Record<string, string | { to: string }>>;

const OUTSIDE: Files = {
  'outside/page.md': `---\ntitle: ${MARKER}\n---\n${MARKER}`,
  'outside/2020-01-01-post.md': `---\n---\n${MARKER}`,
  'outside/layout.html': `---\n---\n${MARKER} {{ content }}`,
  'outside/data.yml': `a: ${MARKER}`,
  'outside/_x.scss': `a { b: "${MARKER}" }`,
  'outside/plain.txt': MARKER,
  'outside/_config.yml': `title: ${MARKER}\n: [${MARKER}`,
  'outside/theme/_layouts/default.html': `${MARKER} {{ content }}`,
  'outside/theme/_sass/t.scss': `a { b: "${MARKER}" }`,
  'outside/theme/assets/t.txt': MARKER,
  'outside/theme/_config.yml': `t: ${MARKER}`,
  'outside/theme/outside-theme.gemspec': '',
};

interface Result {
  readonly written: ReadonlyMap<string, string>;
  readonly said: string;
  readonly error: BuildError | null;
}

/** Builds site/ of these files, beside outside/. */
async function buildWith(files: Files, options: BuildOptions): Promise<Result> {
  const root = realpathSync(mkdtempSync(join(tmpdir(), 'build-site-safe-')));
  try {
    const site = Object.entries(files).map(([path, content]) => [
      path.startsWith('/') ? path.slice(1) : `site/${path}`,
      content,
    ]);
    for (const [path, content] of [...Object.entries(OUTSIDE), ...site] as [string, string | { to: string }][]) {
      mkdirSync(dirname(join(root, path)), { recursive: true });
      if (typeof content === 'string') writeFileSync(join(root, path), content);
      else symlinkSync(content.to.replace('ROOT', root), join(root, path));
    }
    let said = '';
    let error: BuildError | null = null;
    try {
      await build({
        source: join(root, 'site'),
        destination: join(root, 'out'),
        offline: true,
        cache: join(root, 'cache'),
        nwo: 'owner/name',
        report: (diagnostic) => (said += formatDiagnostic(diagnostic, { color: false })),
        ...options,
      });
    } catch (caught) {
      assert.instance(caught, BuildError, String((caught as Error).stack));
      error = caught as BuildError;
      said += formatDiagnostic(error.diagnostic, { color: false });
    }
    const names = error === null ? readdirSync(join(root, 'out'), { recursive: true, withFileTypes: true }) : [];
    const paths = names.filter((entry) => entry.isFile()).map((entry) => join(entry.parentPath, entry.name));
    const written = new Map(
      paths.map((path) => [path.slice(join(root, 'out').length + 1), readFileSync(path, 'utf8')]),
    );
    return { written, said, error };
  } finally {
    rmSync(root, { recursive: true });
  }
}

const STACKS: Readonly<Record<string, BuildOptions>> = {
  'github-pages': { compat: 'github-pages' },
  'jekyll-4 --safe': { compat: 'jekyll-4', safe: true },
  'jekyll-4, safe: true': { compat: 'jekyll-4' },
};
const config = (stack: string, text = ''): string =>
  `${stack.includes('true') ? 'safe: true\n' : ''}theme: null\n${text}`;

function holdsNoMarker({ written, said }: Result): void {
  for (const [path, text] of written) assert.not.match(`${path} ${text}`, MARKER, path);
  assert.not.match(said, MARKER);
}

for (const [stack, options] of Object.entries(STACKS)) {
  const own = (text?: string): Files => ({ '_config.yml': config(stack, text) });

  test(`${stack}: links that lead out are left out, wherever they are`, async () => {
    const settings =
      'collections: { talks: { output: true } }\ninclude: [.hidden, kept]\nplugins: [jekyll-readme-index]\n';
    const result = await buildWith(
      {
        ...own(settings),
        'index.html':
          '---\nlayout: bad\n---\n{{ site.data | jsonify }} {% for p in site.posts %}{{ p.content }}{% endfor %}',
        'in.html': '---\nlayout: good\n---\nx',
        '_layouts/good.html': link('../real/good.html'),
        'real/good.html': 'good {{ content }}',
        '_layouts/bad.html': link('../../outside/layout.html'),
        '_layouts/sub': link('../../outside'),
        '_data/a.yml': link('../../outside/data.yml'),
        '_data/folder': link('ROOT/outside'),
        '_posts/2020-01-01-post.md': link('../../outside/2020-01-01-post.md'),
        '_posts/sub': link('../../outside'),
        'blog/_posts': link('../../outside'),
        '_talks/a.md': link('../../outside/page.md'),
        '_talks/b.txt': link('../../outside/plain.txt'),
        '_talks/sub': link('../../outside'),
        'page.md': link('../outside/page.md'),
        'static.txt': link('../outside/plain.txt'),
        'chain.txt': link('static.txt'),
        folder: link('../outside'),
        nested: link('folder/../outside'),
        '.hidden': link('../outside/plain.txt'),
        kept: link('../outside'),
        up: link('..'),
        'README.md': link('../outside/page.md'),
        CNAME: link('../outside/plain.txt'),
        '404.html': link('ROOT/outside/page.md'),
      },
      options,
    );
    assert.is(result.error, null, result.said);
    holdsNoMarker(result);
    assert.equal([...result.written.keys()].filter((path) => !path.endsWith('.xml')).sort(), [
      'in.html',
      'index.html',
      'real/good.html',
    ]);
    assert.match(result.written.get('in.html')!, 'good');
    assert.match(result.said, 'Warning: _layouts/bad.html is left out: it leads out of the site');
    assert.match(result.said, 'Hint: Copy it into the site.');
  });

  test(`${stack}: folders of the site that are links, or configured to be outside`, async () => {
    const page =
      '---\nlayout: layout\n---\n{{ site.data | jsonify }}{% for p in site.posts %}{{ p.content }}{% endfor %}';
    const folders = ['_layouts', '_includes', '_data', '_posts', '_sass', '_drafts', '_talks'];
    const links = Object.fromEntries(folders.map((name) => [name, link('../outside')]));
    const asLinks = await buildWith(
      { ...own('collections: [talks]\n'), 'index.html': page, ...links },
      { ...options, drafts: true },
    );
    assert.is(asLinks.error, null, asLinks.said);
    holdsNoMarker(asLinks);
    for (const folder of ['../outside', 'ROOT/outside', '~/../outside']) {
      const text = ['layouts', 'includes', 'data', 'collections'].map((name) => `${name}_dir: ${folder}\n`).join('');
      const configured = await buildWith({ ...own(text), 'index.html': page }, options);
      holdsNoMarker(configured);
    }
  });

  const refused = async (files: Files, ...words: readonly string[]): Promise<void> => {
    const result = await buildWith({ ...own(), ...files }, options);
    holdsNoMarker(result);
    assert.ok(result.error !== null, `${words[0]}: it was built: ${[...result.written]}`);
    for (const word of words) assert.match(result.said, word);
  };

  test(`${stack}: an include that leads out stops the build, and says why`, async () => {
    const file = link('../../outside/plain.txt');
    const say = ['leads out of the site', 'Copy it into the site'];
    await refused({ 'index.html': '---\n---\n{% include a.txt %}', '_includes/a.txt': file }, ...say);
    await refused(
      { 'index.html': '---\n---\n{% include sub/plain.txt %}', '_includes/sub': link('../../outside') },
      ...say,
    );
    await refused({ 'a/index.html': '---\n---\n{% include_relative a.txt %}', 'a/a.txt': file }, ...say);
    const cached = own('plugins: [jekyll-include-cache]\nwhitelist: [jekyll-include-cache]\n');
    await refused({ ...cached, 'index.html': '---\n---\n{% include_cached a.txt %}', '_includes/a.txt': file }, ...say);
  });

  test(`${stack}: imports of stylesheets that lead out`, async () => {
    const sheet = (text: string): Files => ({ 'css/a.scss': `---\n---\n${text}`, '_sass/_ok.scss': 'ok { a: b }' });
    for (const path of ['../../outside/x', '../../../outside/x', 'ROOT/outside/x', 'file:///ROOT/outside/x']) {
      const result = await buildWith({ ...own(), ...sheet(`@import "${path}";`) }, options);
      holdsNoMarker(result);
      assert.ok(result.error !== null, path);
    }
    await refused(
      { ...sheet('@import "x";'), '_sass/_x.scss': link('../../outside/_x.scss') },
      'leads out of the site',
    );
    await refused({ ...sheet('@import "sub/x";'), '_sass/sub': link('../../outside') }, 'leads out of the site');
    await refused({ ...sheet('@import "x";'), ...own('sass: { load_paths: [../outside] }\n') }, 'stylesheet');
    await refused({ ...sheet('@import "x";'), ...own('sass: { sass_dir: ../outside }\n') }, 'stylesheet');
    await refused({ ...sheet('@import "x";'), ...own('sass: { load_paths: ["../*"] }\n') }, 'stylesheet');
    await refused({ 'index.html': '---\n---\n{{ "@import \'../outside/x\'" | scssify }}' }, 'import');
    const good = await buildWith(
      { ...own(), ...sheet('@import "ok";'), '_sass/_ok.scss': link('../real.scss'), 'real.scss': 'ok { a: b }' },
      options,
    );
    assert.match(good.written.get('css/a.css') ?? good.said, /ok ?\{/);
  });

  test(`${stack}: a configuration, a Gemfile or a theme that leads out`, async () => {
    if (stack !== 'jekyll-4, safe: true') {
      await refused(
        { '_config.yml': link('../outside/_config.yml'), 'a.md': '' },
        '_config.yml leads out of the site',
        '--config',
      );
    }
    await refused(
      {
        '_config.yml': config(stack).replace('theme: null', 'theme: ../outside/theme'),
        'index.md': 'x',
      },
      'theme',
      'out of the site',
    );
    for (const gem of [
      { Gemfile: 'gem "outside-theme", path: "../outside/theme"\n' },
      { Gemfile: 'gemspec path: "../outside/theme"\n' },
    ]) {
      const files = {
        '_config.yml': config(stack).replace('theme: null', 'theme: outside-theme'),
        'index.md': '---\nlayout: default\n---\nx',
      };
      await refused({ ...files, ...gem }, 'outside-theme');
    }
    const installed = {
      '_config.yml': config(stack).replace('theme: null', 'theme: outside-theme'),
      'index.md': '---\nlayout: default\n---\nx',
    };
    await refused(
      { ...installed, 'vendor/bundle/ruby/3.1.0/gems/outside-theme-1.0': link('ROOT/outside/theme') },
      'outside-theme',
    );
    await refused({ ...installed, 'node_modules/outside-theme': link('ROOT/outside/theme') }, 'outside-theme');
    for (const theme of ['../node_modules/near', './node_modules/../../node_modules/near']) {
      const near = {
        '/node_modules/near/_layouts/default.html': `${MARKER} {{ content }}`,
        '_config.yml': config(stack).replace('theme: null', `theme: ${theme}`),
        'index.md': '---\nlayout: default\n---\nx',
        'node_modules/a': '',
      };
      await refused(near, 'leads out of the site');
    }
    const inside = await buildWith(
      {
        '_config.yml': config(stack).replace('theme: null', 'theme: ./t'),
        'index.md': '---\nlayout: bad\n---\nx',
        't/_layouts/bad.html': link('ROOT/outside/layout.html'),
        't/_includes/x': link('ROOT/outside'),
        't/assets': link('ROOT/outside'),
      },
      options,
    );
    holdsNoMarker(inside);
  });
}

test('jekyll-4 without safe mode follows links, as Jekyll does', async () => {
  const files = {
    '_config.yml': 'theme: null\n',
    'page.md': link('../outside/page.md'),
    'a.txt': link('../outside/plain.txt'),
  };
  const { written, said } = await buildWith(files, { compat: 'jekyll-4' });
  assert.is(written.get('a.txt'), MARKER);
  assert.match(written.get('page.html')!, MARKER);
  assert.is(said, '');
});

test('Gemfile and CNAME may be links to those at the top of the repository; other names and other folders not', async () => {
  const files: Files = {
    '_config.yml': 'theme: null\n',
    'index.html': '---\n---\n{{ site.github.url }}',
    '/.git/HEAD': 'ref: refs/heads/main\n',
    '/Gemfile': 'gem "jekyll", "~> 4.0"\n',
    '/CNAME': 'www.example.org\n',
    Gemfile: link('../Gemfile'),
    CNAME: link('../CNAME'),
    'other.txt': link('../CNAME'),
  };
  const { written } = await buildWith(files, { safe: true });
  assert.is(written.get('CNAME'), 'www.example.org\n');
  assert.equal([...written.keys()].sort(), ['CNAME', 'index.html']);
  const outside = await buildWith({ ...files, '/CNAME': link('outside/plain.txt') }, { safe: true });
  holdsNoMarker(outside);
  assert.not.ok(outside.written.has('CNAME'));
});

test.run();
