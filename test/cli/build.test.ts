import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'uvu';
import * as assert from 'uvu/assert';
import { DEBUG_TOPICS } from '../../src/diagnostics/debug.ts';
import { inFolder, run } from './run.ts';

const SITE = {
  '_config.yml': 'title: Small\n',
  '_layouts/default.html': '<main>{{ content }}</main>\n',
  'index.md': '---\nlayout: default\n---\nHello *there*, {{ jekyll.environment }}, {{ site.time | date: "%Y" }}.\n',
  '_drafts/idea.md': '---\nlayout: default\n---\nLater.\n',
  'picture.svg': '<svg/>',
};

test('builds, and says what and where in plain lines', async () => {
  await inFolder(SITE, async (folder) => {
    const { status, out, err } = await run(folder, ['-d', 'out'], {
      JEKYLL_ENV: 'production',
      SOURCE_DATE_EPOCH: '86400',
    });
    assert.equal([status, err], [0, '']);
    assert.match(
      out,
      `            Source: ${folder}\n       Destination: ${folder}/out\n          Built as: github-pages (the default)\n`,
    );
    assert.match(out, /^ {20}done in \d+\.\d+ seconds: \d+ files written\.\n/m);
    assert.not.match(out, '\x1b');
    const page = readFileSync(join(folder, 'out/index.html'), 'utf8');
    assert.is(page, '<main><p>Hello <em>there</em>, production, 1970.</p>\n</main>\n');
    assert.is(readFileSync(join(folder, 'out/picture.svg'), 'utf8'), '<svg/>');
  });
});

test('a cache folder in the destination is refused: the next build would remove it', async () => {
  await inFolder(SITE, async (folder) => {
    for (const cache of ['_site', '_site/deep/cache']) {
      const { status, err } = await run(folder, ['--cache', cache]);
      assert.is(status, 1);
      assert.match(err, `The cache folder ${folder}/${cache} is in the destination ${folder}/_site`);
      assert.not.ok(existsSync(join(folder, '_site')));
    }
  });
});

test('a cache folder that the next build would publish is refused; one that is not read is used', async () => {
  await inFolder(SITE, async (folder) => {
    const refused = await run(folder, ['--cache', 'cache']);
    assert.is(refused.status, 1);
    assert.match(refused.err, `The cache folder ${folder}/cache is in the source, and the next build would publish it`);
    assert.not.ok(existsSync(join(folder, '_site')));
    for (const cache of ['.cache', '_cache', 'node_modules/.cache'])
      assert.is((await run(folder, ['-q', '--cache', cache])).status, 0);
  });
});

test('--quiet prints nothing; --drafts, --compat and --config have an effect', async () => {
  await inFolder({ ...SITE, 'more.yml': 'permalink: /p/:title/\n' }, async (folder) => {
    const args = ['b', '-q', '-D', '-d', 'out', '--compat', 'jekyll-4', '--config', '_config.yml,more.yml'];
    assert.equal(await run(folder, args), { status: 0, out: '', err: '' });
    assert.ok(existsSync(join(folder, 'out/p/idea/index.html')));
  });
});

test('options that make no sense stop before anything is done', async () => {
  await inFolder(SITE, async (folder) => {
    const wrong: [string[], Record<string, string>, string][] = [
      [['--compat', 'jekyll-5'], {}, "--compat must be github-pages or jekyll-4, not 'jekyll-5'."],
      [[], { SOURCE_DATE_EPOCH: 'today' }, "SOURCE_DATE_EPOCH must be a number of seconds, not 'today'."],
      [[], { PAGES_REPO_NWO: 'nobody' }, "PAGES_REPO_NWO must be owner/name, not 'nobody'."],
      [['-s', 'nowhere'], {}, 'nowhere'],
      [['--config', 'nope.yml'], {}, 'nope.yml'],
      [['-d', '.'], {}, ''],
      [['-d', '..'], {}, ''],
    ];
    for (const [args, env, message] of wrong) {
      const { status, err } = await run(folder, args, env);
      assert.is(status, 1, args.join(' '));
      assert.match(err, `Error: `);
      assert.ok(err.includes(message), err);
      assert.not.match(err, /\n\s+at .*\(/);
      assert.ok(existsSync(join(folder, 'index.md')));
      assert.not.ok(existsSync(join(folder, '_site')));
    }
  });
});

test('an unsupported option of Jekyll is a warning', async () => {
  await inFolder(SITE, async (folder) => {
    const { status, err } = await run(folder, ['build', '--incremental', '-d', 'out']);
    assert.equal(
      [status, err],
      [0, 'Warning: --incremental is not supported. The whole site is built. [option-not-there]\n'],
    );
  });
});

test('BUILD_SITE_DEBUG prints what a build decides about the topics that it names', async () => {
  const files = { '_config.yml': 'theme: null\nplugins: [jekyll-sitemap]\n', 'index.md': '---\n---\n', 'a.txt': 'a' };
  await inFolder(files, async (folder) => {
    const some = await run(folder, ['--compat', 'jekyll-4', '--offline', '-q'], { BUILD_SITE_DEBUG: 'stack,plugins' });
    assert.is(some.err, 'stack: jekyll-4: chosen with --compat\nplugins: jekyll-sitemap\n');
    const all = await run(folder, ['--compat', 'jekyll-4', '--offline', '-q'], { BUILD_SITE_DEBUG: '*' });
    assert.match(all.err, /^theme: none$/m);
    assert.match(all.err, /^read: page index\.md$/m);
    assert.match(all.err, /^read: static file \/?a\.txt$/m);
  });
});

test('BUILD_SITE_DEBUG explains Liquid, lexers, Sass and what is written', async () => {
  const files = {
    '_config.yml': 'theme: null\n',
    '_includes/a.html': '{{ 1 }}',
    'index.md': '---\n---\n{% include a.html %}\n\n```ruby\nputs\n```\n\n```brainfog\n+\n```\n',
    'raw.html': '---\nrender_with_liquid: false\n---\n{{ 1 }}',
    'css/main.scss': '---\n---\na { b: c }',
    'css/other.scss': '---\n---\na { b: {{ page.url | size }} }',
    '_site/old.txt': 'old',
  };
  await inFolder(files, async (folder) => {
    const debug = { BUILD_SITE_DEBUG: 'liquid, highlight,sass,write' };
    const { err } = await run(folder, ['--compat', 'jekyll-4', '--offline', '-q'], debug);
    const lines = err.split('\n');
    for (const line of [
      'liquid: error_mode: warn, strict_filters: false, strict_variables: false, at most 60 seconds and 100000000 characters',
      'liquid: index.md is compiled',
      'liquid: _includes/a.html is compiled, since index.md includes it',
      'liquid: raw.html keeps its Liquid: it is YAML or CoffeeScript, or switches Liquid off',
      'highlight: the lexer ruby is loaded',
      "highlight: there is no lexer for 'brainfog'",
      'sass: css/main.scss is compiled before its turn',
      'sass: css/other.scss waits for its turn, since its Liquid may depend on others',
      'write: index.html is added',
      'write: old.txt is removed',
    ]) {
      assert.ok(lines.includes(line), `${line}\n\n${err}`);
    }
    assert.match(err, /^sass: Dart Sass, as jekyll-4 has it, started with the first stylesheet$/m);
    assert.match(err, /^sass: css\/main\.scss was compiled by sass(?:-embedded)?$/m);
    const pages = await run(folder, ['--compat', 'github-pages', '--offline', '-q'], { BUILD_SITE_DEBUG: 'sass' });
    assert.match(pages.err, /^sass: css\/main\.scss was compiled by ruby-sass$/m);
    assert.not.match(pages.err, /^(?!sass: |$)/m);
  });
});

test('BUILD_SITE_DEBUG warns of an unknown topic, and lists the known ones', async () => {
  await inFolder({ '_config.yml': 'theme: null\n', 'index.md': '' }, async (folder) => {
    const { err, status } = await run(folder, ['--offline'], { BUILD_SITE_DEBUG: 'stacks,stack' });
    assert.is(status, 0);
    assert.match(
      err,
      /^Warning: BUILD_SITE_DEBUG has no topic 'stacks' \[environment\]\n {2}Hint: The topics are stack, theme, /,
    );
    assert.match(err, /^stack: github-pages: the default$/m);
  });
});

test('docs/building.md says what each topic of BUILD_SITE_DEBUG is', () => {
  const page = readFileSync(new URL('../../docs/building.md', import.meta.url), 'utf8');
  for (const [topic, about] of Object.entries(DEBUG_TOPICS)) assert.ok(page.includes(`\`${topic}\`: ${about}`), topic);
});

test.run();
