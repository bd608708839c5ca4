// Plugins written as an outsider would: against what the package exports, and nothing else.

import { test } from 'uvu';
import * as assert from 'uvu/assert';
import {
  BuildError,
  build,
  type Diagnostic,
  definePlugin,
  HOOK_EVENTS,
  MemoryFiles,
  type Outputs,
  openSite,
  type Plugin,
} from '../../src/index.ts';

const CONFIG = 'timezone: UTC\ntheme: null\nurl: https://example.org\nname: Somebody\n';

interface Built {
  readonly outputs: Outputs;
  readonly diagnostics: readonly Diagnostic[];
  text(path: string): string | undefined;
}

async function buildWith(
  plugins: Plugin[],
  site: Readonly<Record<string, string>>,
  compat = 'jekyll-4',
): Promise<Built> {
  const all = Object.entries({ '_config.yml': CONFIG, ...site }).map(([path, text]) => [`/site/${path}`, text]);
  const diagnostics: Diagnostic[] = [];
  const outputs = await openSite({
    source: '/site',
    files: new MemoryFiles(Object.fromEntries(all)),
    compat: compat as 'jekyll-4',
    offline: true,
    nwo: 'owner/name',
    now: 1_795_435_200,
    plugins,
    report: (diagnostic) => diagnostics.push(diagnostic),
  }).outputs();
  return { outputs, diagnostics, text: (path) => outputs.get(path)?.content().toString() };
}

async function errorOf(plugin: Plugin, site: Readonly<Record<string, string>> = {}): Promise<Diagnostic> {
  try {
    await buildWith([plugin], { 'a.txt': '---\n---\nx', ...site });
  } catch (error) {
    assert.instance(error, BuildError);
    return (error as BuildError).diagnostic;
  }
  throw new Error('the build succeeds');
}

const page = (text: string, fields = ''): string => `---\n${fields}---\n${text}`;

for (const compat of ['github-pages', 'jekyll-4']) {
  test(`a tag, a block and filters (${compat})`, async () => {
    const plugin = definePlugin({
      api: 1,
      name: 'liquid-parts',
      tags: {
        greet: { render: ({ name, markup, value }) => `${name} ${value(markup)}!` },
        shout: {
          block: true,
          render({ body, assign, filter }) {
            assign('shouted', true);
            return String(filter('upcase', body()));
          },
        },
      },
      filters: {
        times: (input, count) => Number(input) * Number(count ?? 2),
        first_word: (input) => String(input).split(' ')[0]!,
        kinds: (input) => (Array.isArray(input) ? input.map((one) => typeof one).join(' ') : typeof input),
      },
    });
    const source = [
      '{% greet page.who %}',
      '{% shout %}so {{ page.who }}{% endshout %}{{ shouted }}',
      '{{ 3 | times }} {{ 3 | times: 1.5 }} {{ "one two" | first_word }}',
      '{{ page.list | kinds }} {{ nothing | kinds }}',
    ].join('\n');
    const { text } = await buildWith([plugin], { 'a.txt': page(source, 'who: you\nlist: [1, two, 2.5]\n') }, compat);
    assert.is(text('a.txt'), 'greet you!\nSO YOUtrue\n6 4.5 one\nnumber string number object');
  });

  test(`a generator adds pages and a layout, and changes fields; the outputs say who did (${compat})`, async () => {
    const plugin = definePlugin({
      api: 1,
      name: 'lists',
      generators: {
        posts: {
          priority: 'low',
          takes: ['documents'],
          makes: ['pages', 'fields', 'layouts'],
          generate(site) {
            for (const post of site.posts) post.setField('subtitle', `No. ${site.posts.indexOf(post) + 1}`);
            site.addLayout('plain', '<{{ layout.tag }}>{{ content }}</{{ layout.tag }}>', { tag: 'main' });
            const content = site.posts.map((post) => `${post.field('subtitle')} ${post.url}`).join('\n');
            site.addPage({ path: 'lists/posts.txt', data: { layout: 'plain', n: site.posts.length }, content });
            site.setConfig('counted', { posts: site.posts.length });
            site.setData('made', ['here']);
          },
        },
      },
    });
    const { text, outputs } = await buildWith(
      [plugin],
      {
        '_posts/2020-01-01-a.md': page('{{ page.subtitle }}'),
        '_posts/2020-01-02-b.md': page('x'),
        'a.txt': page('{{ site.counted.posts }} {{ site.data.made }}'),
      },
      compat,
    );
    assert.is(text('2020/01/01/a.html'), '<p>No. 1</p>\n');
    assert.is(text('lists/posts.txt'), '<main>No. 1 /2020/01/01/a.html\nNo. 2 /2020/01/02/b.html</main>');
    assert.is(text('a.txt'), '2 here');
    assert.is(outputs.get('lists/posts.txt')!.madeBy, 'lists');
    assert.is(outputs.get('2020/01/01/a.html')!.changedBy!.get('subtitle'), 'lists');
    assert.equal([...outputs.get('a.txt')!.changedBy!], []);
  });

  test(`a converter, with what it has to wait for (${compat})`, async () => {
    const plugin = definePlugin({
      api: 1,
      name: 'rot13',
      perBuild() {
        let shift = 0;
        return {
          async prepare(site) {
            shift = await Promise.resolve(site.pages.some(({ extension }) => extension === '.ROT') ? 13 : 0);
          },
          converters: {
            rot13: {
              extensions: ['.rot'],
              outputExtension: '.txt',
              convert: (text, { path }) =>
                `${path}: ${text.replace(/[a-z]/g, (c) => String.fromCharCode(((c.charCodeAt(0) - 97 + shift) % 26) + 97))}`,
            },
          },
        };
      },
    });
    const { text } = await buildWith([plugin], { 'a.ROT': page('uryyb {{ page.path }}') }, compat);
    assert.is(text('a.txt'), 'a.ROT: hello n.ROT');
  });

  test(`every hook of Jekyll 4.4 runs, in the order of events and priorities (${compat})`, async () => {
    const log: string[] = [];
    const items = (owner: string, names: readonly string[]) =>
      Object.fromEntries(
        names.map((event) => [event, ({ path }: { path: string }) => void log.push(`${owner} ${event} ${path}`)]),
      );
    const plugin = definePlugin({
      api: 1,
      name: 'logger',
      hooks: {
        site: Object.fromEntries(HOOK_EVENTS.site.map((event) => [event, () => void log.push(`site ${event}`)])),
        pages: items('pages', HOOK_EVENTS.pages),
        posts: items('posts', HOOK_EVENTS.posts),
        documents: items('documents', HOOK_EVENTS.documents),
        collections: { talks: items('talks', HOOK_EVENTS.documents) },
      },
    });
    const first = definePlugin({
      api: 1,
      name: 'first',
      hooks: { site: { post_read: { priority: 'high', run: () => void log.push('first') } } },
    });
    await buildWith(
      [plugin, first],
      {
        '_config.yml': `${CONFIG}collections: { talks: { output: true } }\n`,
        'a.txt': page('x'),
        '_posts/2020-01-01-p.md': page('x'),
        '_talks/t.md': page('x'),
      },
      compat,
    );
    const post = '_posts/2020-01-01-p.md';
    const of = (path: string, owners: readonly string[], names: readonly string[]): string[] =>
      names.flatMap((event) => owners.map((owner) => `${owner} ${event} ${path}`));
    const rendering = ['pre_render', 'post_convert', 'post_render'];
    assert.equal(log, [
      'site after_init',
      'site after_reset',
      ...of(post, ['posts', 'documents'], ['post_init']),
      ...of('a.txt', ['pages'], ['post_init']),
      ...of('_talks/t.md', ['talks', 'documents'], ['post_init']),
      'first',
      'site post_read',
      'site pre_render',
      ...of(post, ['posts', 'documents'], rendering.slice(0, 1)),
      ...of(post, ['posts', 'documents'], rendering.slice(1, 2)),
      ...of(post, ['posts', 'documents'], rendering.slice(2)),
      ...of('_talks/t.md', ['talks', 'documents'], rendering),
      ...of('a.txt', ['pages'], rendering),
      'site post_render',
      ...of('a.txt', ['pages'], ['post_write']),
      ...of(post, ['posts', 'documents'], ['post_write']),
      ...of('_talks/t.md', ['talks', 'documents'], ['post_write']),
      'site post_write',
    ]);
  });
}

test('hooks change what is rendered: variables, content, output', async () => {
  const plugin = definePlugin({
    api: 1,
    name: 'changes',
    hooks: {
      site: { pre_render: (_site, variables) => variables.set('everywhere', [1, 'two']) },
      pages: {
        pre_render: (page, _site, variables) => variables.set('here', page.path),
        post_convert: (page) => page.setContent(page.content.replace('<p>', '<p class="x">')),
        post_render: (page) => page.setOutput(`${page.output}end`),
      },
    },
  });
  const { text } = await buildWith([plugin], {
    '_layouts/l.html': '[{{ content }}]',
    'a.md': page('{{ everywhere | join: "-" }} {{ here }}', 'layout: l\n'),
  });
  assert.is(text('a.html'), '[<p class="x">1-two a.md</p>\n]end');
});

test('options have their types and defaults', async () => {
  const plugin = definePlugin({
    api: 1,
    name: 'typed',
    options: {
      section: 'typed',
      doc: 'For the test.',
      fields: {
        word: { type: 'string', default: 'none', doc: 'A word.' },
        count: { type: 'number', doc: 'A number.' },
        list: { type: 'list', default: [], doc: 'A list.' },
        enabled: { type: 'boolean', default: false, doc: 'A switch.' },
      },
    },
    tags: {
      options: {
        render({ site }) {
          const { word, count, list, enabled } = site.options;
          const typed: [string, number | null, number, boolean] = [word.trim(), count, list.length, enabled];
          return JSON.stringify(typed);
        },
      },
    },
  });
  const of = async (config: string): Promise<string | undefined> =>
    (await buildWith([plugin], { '_config.yml': CONFIG + config, 'a.txt': page('{% options %}') })).text('a.txt');
  assert.is(await of(''), '["none",null,0,false]');
  assert.is(await of('typed: { word: hi, count: 2.5, list: [a], enabled: true }\n'), '["hi",2.5,1,true]');
  const error = await errorOf(plugin, {
    '_config.yml': `${CONFIG}typed:\n  word: [1]\n`,
    'a.txt': page('{% options %}'),
  });
  assert.is(error.code, 'plugin-option');
  assert.is(error.message, 'typed: word should be a string, but is [1]');
  assert.is(error.span!.source.path, '_config.yml');
});

test('an error in a plugin is reported as its own, with its name and place', async () => {
  const bad = (): never => {
    throw new TypeError('the moon is full');
  };
  const site = { 'a.txt': page('one\n{% t %}') };
  const define = (parts: Partial<Plugin>): Plugin => definePlugin({ api: 1, name: 'bad', ...parts });

  const generator = await errorOf(define({ generators: { g: { generate: bad } } }));
  assert.is(generator.code, 'plugin-failed');
  assert.is(generator.message, 'The plugin bad failed in its generator g: the moon is full');

  const tag = await errorOf(define({ tags: { t: { render: bad } } }), site);
  assert.is(tag.message, 'The plugin bad failed in its tag t: the moon is full');
  assert.is(tag.span!.source.text.slice(tag.span!.start, tag.span!.end), '{% t %}');

  const filter = await errorOf(define({ filters: { f: bad } }), { 'a.txt': page('{{ 1 | f }}') });
  assert.is(filter.message, 'The plugin bad failed in its filter f: the moon is full');
  assert.is(filter.span!.source.path, 'a.txt');

  const converts = { extensions: ['.x'], outputExtension: '.txt', convert: bad };
  const converter = await errorOf(define({ converters: { c: converts } }), { 'b.x': page('x') });
  assert.is(converter.message, 'The plugin bad failed in its converter c: the moon is full');
  assert.is(converter.path, 'b.x');

  const hook = await errorOf(define({ hooks: { pages: { post_render: bad } } }));
  assert.is(hook.message, 'The plugin bad failed in its hook pages.post_render: the moon is full');
  assert.is(hook.path, 'a.txt');

  const late = async (): Promise<void> => {};
  const promised = await errorOf(define({ generators: { g: { generate: late } } }));
  assert.match(promised.message, 'it returns a promise; only `prepare` is awaited');

  assert.match((await errorOf(define({ prepare: async () => bad() }))).message, 'failed in prepare: the moon');
  assert.match((await errorOf(define({ perBuild: bad }))).message, 'failed in perBuild: the moon');
});

test('a declaration that could never work is refused, with what was meant', async () => {
  const refused = async (parts: object): Promise<string> => {
    const { code, message, hint } = await errorOf({ api: 1, name: 'odd', ...parts } as Plugin);
    assert.is(code, 'plugin-contract');
    return `${message} ${hint}`;
  };
  const nothing = (): void => {};
  assert.is(
    await refused({ hooks: { pages: { post_rendre: nothing } } }),
    "The plugin odd has an unknown event of pages: 'post_rendre'. Did you mean 'post_render'? Use one of post_init, pre_render, post_convert, post_render, post_write.",
  );
  assert.match(
    await refused({ hooks: { page: { post_render: nothing } } }),
    "unknown owner of hooks: 'page'. Did you mean 'pages'?",
  );
  assert.match(await refused({ hooks: { collections: { talks: { read: nothing } } } }), 'event of talks');
  assert.match(await refused({ perBuild: () => ({ hooks: { clean: { obsolete: nothing } } }) }), 'on_obsolete');
  assert.match(await refused({ generator: {} }), "unknown part: 'generator'. Did you mean 'generators'?");
  assert.match(await refused({ generators: { g: { priority: 'urgent', generate: nothing } } }), 'highest, high');
  assert.is(
    await refused({ api: 2 }),
    'The plugin odd is written for version 2 of the plugin API; this is version 1 Use a version of the plugin that is written for it.',
  );
});

test('a plugin that the caller brings takes the place of the one that a site lists', async () => {
  const plugin = definePlugin({ api: 1, name: 'jekyll-feed', tags: { feed_meta: { render: () => 'mine' } } });
  const { text, diagnostics, outputs } = await buildWith([plugin], {
    '_config.yml': `${CONFIG}plugins: [jekyll-feed]\n`,
    'a.txt': page('{% feed_meta %}'),
  });
  assert.is(text('a.txt'), 'mine');
  assert.not.ok(outputs.has('feed.xml'));
  assert.equal(diagnostics, []);
});

test('a hook sees what is about to be removed, and nothing else is', async () => {
  const seen: string[] = [];
  const plugin = definePlugin({
    api: 1,
    name: 'sweeper',
    hooks: {
      clean: { on_obsolete: (paths, site) => void seen.push(`${site.destination} ${paths.join(' ')}`) },
      site: { post_write: () => void seen.push('written') },
    },
  });
  const files = new MemoryFiles({ '/site/_config.yml': CONFIG, '/site/a.txt': 'x', '/site/b/c.txt': 'x' });
  const options = {
    source: '/site',
    destination: '/out',
    files,
    offline: true,
    force: true,
    nwo: 'owner/name',
    plugins: [plugin],
  };
  await build(options);
  files.remove('/site/a.txt');
  files.remove('/site/b/c.txt');
  await build({ ...options, dryRun: true });
  assert.equal(seen, ['/out ', 'written']);
  await build(options);
  assert.equal(seen.slice(2), ['/out a.txt b/', 'written']);
});

test('a block that the end of an excerpt cuts is closed, as are those of Liquid', async () => {
  const box = definePlugin({
    api: 1,
    name: 'boxes',
    tags: { box: { block: true, render: ({ body }) => `[${body()}]` } },
  });
  const { text, diagnostics } = await buildWith([box], {
    '_posts/2020-01-01-a.md': page('{% box %}one\n\ntwo{% endbox %}'),
    'a.txt': page('{{ site.posts[0].excerpt | strip_newlines }}'),
  });
  assert.is(text('a.txt'), '<p>[one]</p>');
  assert.equal(
    diagnostics.map(({ code }) => code),
    ['excerpt-modified'],
  );
});

test('values are plain: dates, floats, an excerpt; a document leads to others', async () => {
  const plugin = definePlugin({
    api: 1,
    name: 'values',
    tags: {
      kinds: {
        render({ site, value }) {
          const [post] = site.posts;
          const date = post!.field('date') as Date;
          const object = value('site.posts') as readonly { title: string; next: { title: string } }[];
          return JSON.stringify([
            date.toISOString(),
            post!.field('half'),
            post!.field('excerpt'),
            site.config('nested'),
            object[1]!.next.title,
            site.filter('markdownify', '*x*'),
          ]);
        },
      },
    },
  });
  const { text } = await buildWith([plugin], {
    '_config.yml': `${CONFIG}nested: { a: [1, { b: null }] }\n`,
    '_posts/2020-01-01-a.md': page('First.\n\nSecond.', 'half: 0.5\n'),
    '_posts/2020-01-02-b.md': page('x', 'title: After\n'),
    'a.txt': page('{% kinds %}'),
  });
  assert.equal(JSON.parse(text('a.txt')!), [
    '2020-01-01T00:00:00.000Z',
    0.5,
    '<p>First.</p>\n',
    { a: [1, { b: null }] },
    'After',
    '<p><em>x</em></p>\n',
  ]);
});

test('a report carries the name of its plugin', async () => {
  const plugin = definePlugin({
    api: 1,
    name: 'talker',
    generators: { g: { generate: (site) => site.report({ message: 'look here', path: 'a.txt' }) } },
  });
  const { diagnostics } = await buildWith([plugin], { 'a.txt': page('x') });
  assert.equal(
    diagnostics.map(({ severity, message, path }) => `${severity} ${path} ${message}`),
    ['warning a.txt talker: look here'],
  );
});

test.run();
