// Safe mode reads nothing outside the site, by whatever route.

import { type Case, expect, type Lab, refused, succeeded, treeOf } from './lab.ts';
import { type Files, hidesSecret, inSite, link, OUTSIDE, writeFiles } from './secrets.ts';

interface Route {
  readonly name: string;
  readonly tried: string;
  readonly files: Files;
  /** The page that would show the secret. */
  readonly page?: string;
  /** What the error says; without one, the site is built and leaves the file out. */
  readonly says?: readonly string[];
  /** What the warning says. */
  readonly warns?: string;
  readonly args?: readonly string[];
}

const STACKS: readonly (readonly string[])[] = [
  ['--compat', 'github-pages'],
  ['--compat', 'jekyll-4', '--safe'],
];

/** Tries a route under both stacks. */
const route = ({ name, tried, files, page = '', says, warns, args = [] }: Route): Case => ({
  name: `reading-${name}`,
  tried,
  run: async (lab) => {
    const site = { '_config.yml': 'theme: null\n', 'index.html': `---\n---\nHome ${page}\n`, ...files };
    writeFiles(lab, { ...OUTSIDE, ...inSite(site) });
    let happened = '';
    for (const stack of STACKS) {
      const run = await lab.cli(['build', '-s', 'site', '-d', 'out', '--offline', ...stack, ...args], {
        env: { BUILD_SITE_CACHE: lab.path('cache') },
      });
      hidesSecret(lab, 'out', run);
      if (says !== undefined) happened = refused(run, ...says);
      else {
        succeeded(run);
        expect(treeOf(lab.path('out')).get('index.html')?.kind === 'file', 'index.html is not written');
        expect(warns === undefined || run.stderr.includes(warns), `no '${warns}' in: ${run.stderr}`);
        happened = warns === undefined ? 'built without it' : `built without it; "${warns}" is a warning`;
      }
    }
    return happened;
  },
});

const LEADS_OUT = 'leads out of the site';
const sheet = (text: string): Files => ({ 'css/main.scss': `---\n---\n${text}\n`, '_sass/_own.scss': 'b { c: d }\n' });

const ROUTES: readonly Route[] = [
  {
    name: 'page',
    tried: 'a page that is a link to a file outside',
    files: { 'a.md': link('../outside/page.md') },
    warns: `a.md is left out: it ${LEADS_OUT}`,
  },
  {
    name: 'static-file',
    tried: 'a static file that is an absolute link',
    files: { 'a.txt': link('ROOT/outside/secret.txt') },
    warns: `a.txt is left out: it ${LEADS_OUT}`,
  },
  {
    name: 'folder',
    tried: 'a folder that is a link',
    files: { a: link('../outside') },
    warns: `a is left out: it ${LEADS_OUT}`,
  },
  {
    name: 'chain',
    tried: 'a link to a link to a file outside',
    files: { 'a.txt': link('b/c.txt'), 'b/c.txt': link('../../outside/secret.txt') },
    warns: LEADS_OUT,
  },
  {
    name: 'through-folder',
    tried: "a link whose '..' follows another link",
    files: { deep: link('real/folder'), 'real/folder/x.txt': 'x', 'a.txt': link('deep/../../../outside/secret.txt') },
    warns: LEADS_OUT,
  },
  {
    name: 'layout',
    tried: 'a layout that is a link',
    files: { '_layouts/a.html': link('../../outside/layout.html'), 'b.html': '---\nlayout: a\n---\n' },
    warns: `_layouts/a.html is left out: it ${LEADS_OUT}`,
  },
  {
    name: 'layouts-folder',
    tried: '_layouts itself is a link',
    files: { _layouts: link('../outside'), 'b.html': '---\nlayout: layout\n---\n' },
    warns: `_layouts is left out: it ${LEADS_OUT}`,
  },
  {
    name: 'include',
    tried: 'an include that is a link',
    files: { '_includes/a.txt': link('../../outside/secret.txt') },
    page: '{% include a.txt %}',
    says: [LEADS_OUT, 'Copy it into the site'],
  },
  {
    name: 'includes-folder',
    tried: '_includes itself is a link',
    files: { _includes: link('../outside') },
    page: '{% include secret.txt %}',
    says: [LEADS_OUT],
  },
  {
    name: 'include-folder-below',
    tried: 'a folder in _includes is a link',
    files: { '_includes/a': link('ROOT/outside') },
    page: '{% include a/secret.txt %}',
    says: [LEADS_OUT],
  },
  {
    name: 'include-relative',
    tried: 'include_relative of a link',
    files: { 'a.txt': link('../outside/secret.txt') },
    page: '{% include_relative a.txt %}',
    says: [LEADS_OUT],
  },
  {
    name: 'include-cached',
    tried: 'include_cached of a link (jekyll-include-cache)',
    files: {
      '_config.yml': 'theme: null\nplugins: [jekyll-include-cache]\nwhitelist: [jekyll-include-cache]\n',
      '_includes/a.txt': link('../../outside/secret.txt'),
    },
    page: '{% include_cached a.txt %}',
    says: [LEADS_OUT],
  },
  {
    name: 'data-file',
    tried: 'a data file that is a link',
    files: { '_data/a.yml': link('../../outside/data.yml') },
    page: '{{ site.data | jsonify }}',
    warns: `_data/a.yml is left out: it ${LEADS_OUT}`,
  },
  {
    name: 'data-folder',
    tried: 'a folder in _data, and _data itself, are links',
    files: { '_data/a': link('../../outside'), other: link('_data') },
    page: '{{ site.data | jsonify }}',
    warns: LEADS_OUT,
  },
  {
    name: 'data-dir',
    tried: '`data_dir: ../outside`',
    files: { '_config.yml': 'theme: null\ndata_dir: ../outside\n' },
    page: '{{ site.data | jsonify }}',
  },
  {
    name: 'all-dirs',
    tried: 'layouts_dir, includes_dir and collections_dir outside',
    files: {
      '_config.yml': 'theme: null\nlayouts_dir: ../outside\nincludes_dir: ../outside\ncollections_dir: ../outside\n',
      'b.html': '---\nlayout: layout\n---\n',
    },
  },
  {
    name: 'posts',
    tried: 'a post, a folder of posts and a folder _posts that are links',
    files: {
      '_posts/2020-01-01-post.md': link('../../outside/2020-01-01-post.md'),
      '_posts/a': link('../../outside'),
      'blog/_posts': link('../../outside'),
    },
    page: '{% for p in site.posts %}{{ p.content }}{% endfor %}',
    warns: LEADS_OUT,
  },
  {
    name: 'drafts',
    tried: '_drafts is a link, with --drafts',
    files: { _drafts: link('../outside') },
    page: '{% for p in site.posts %}{{ p.content }}{% endfor %}',
    args: ['--drafts'],
  },
  {
    name: 'collection',
    tried: "a collection's folder, and a document, are links",
    files: {
      '_config.yml': 'theme: null\ncollections: { a: { output: true }, b: { output: true } }\n',
      _a: link('../outside'),
      '_b/page.md': link('../../outside/page.md'),
    },
    page: '{% for d in site.documents %}{{ d.content }}{% endfor %}',
    warns: LEADS_OUT,
  },
  {
    name: 'included-name',
    tried: 'links that `include` names',
    files: {
      '_config.yml': 'theme: null\ninclude: [.a, _b]\n',
      '.a': link('../outside/secret.txt'),
      _b: link('../outside'),
    },
    warns: LEADS_OUT,
  },
  {
    name: 'sass-file',
    tried: 'a partial that is a link',
    files: { ...sheet('@import "x";'), '_sass/_x.scss': link('../../outside/_x.scss') },
    says: [LEADS_OUT],
  },
  {
    name: 'sass-folder',
    tried: '_sass itself is a link',
    files: { 'css/main.scss': '---\n---\n@import "x";\n', _sass: link('../outside') },
    says: ['stylesheet'],
  },
  {
    name: 'sass-up',
    tried: '`@import "../../outside/x"`',
    files: sheet('@import "../../outside/x";'),
    says: [LEADS_OUT],
  },
  {
    name: 'sass-absolute',
    tried: '`@import` of an absolute path and of a file: address',
    files: sheet('@import "file:///etc/hostname";'),
    says: ['main.scss'],
  },
  {
    name: 'sass-broken',
    tried: 'an import of a broken sheet outside, whose text an error would show',
    files: sheet('@import "../../outside/broken";'),
    says: [LEADS_OUT],
  },
  {
    name: 'sass-load-paths',
    tried: '`load_paths: [../outside, "../*"]`',
    files: { ...sheet('@import "x";'), '_config.yml': 'theme: null\nsass: { load_paths: [../outside, "../*"] }\n' },
    says: ['stylesheet'],
  },
  {
    name: 'sass-filter',
    tried: 'an import in the filter `scssify`',
    files: { '_sass/_own.scss': 'b { c: d }' },
    page: '{{ "@import \'../../outside/x\';" | scssify }}',
    says: ['import'],
  },
  {
    name: 'config',
    tried: '_config.yml is a link to a broken file outside, whose lines an error would show',
    files: { '_config.yml': link('../outside/_config.yml') },
    says: [`_config.yml ${LEADS_OUT}`, '--config'],
  },
  {
    name: 'theme-folder',
    tried: '`theme: ../outside/theme`',
    files: { '_config.yml': 'theme: ../outside/theme\n', 'b.html': '---\nlayout: default\n---\n' },
    says: ['theme'],
  },
  {
    name: 'gemfile-path',
    tried: 'a Gemfile with `path: "../outside/theme"`',
    files: {
      '_config.yml': 'theme: theme\n',
      Gemfile: 'gem "theme", path: "../outside/theme"\n',
      'b.html': '---\nlayout: default\n---\n',
    },
    says: ['theme'],
  },
  {
    name: 'vendored-theme',
    tried: "a theme in vendor/bundle and in the site's node_modules that is a link",
    files: {
      '_config.yml': 'theme: theme\n',
      'vendor/bundle/ruby/3.1.0/gems/theme-1.0': link('ROOT/outside/theme'),
      'node_modules/theme': link('ROOT/outside/theme'),
      'b.html': '---\nlayout: default\n---\n',
    },
    says: ['theme'],
  },
  {
    name: 'theme-links',
    tried: "links out of a theme's folder",
    files: {
      '_config.yml': 'theme: ./t\n',
      't/_layouts/a.html': link('ROOT/outside/layout.html'),
      't/_includes': link('ROOT/outside'),
      't/assets': link('ROOT/outside'),
      't/_data': link('ROOT/outside'),
      'b.html': '---\nlayout: a\n---\n{{ site.data | jsonify }}',
    },
    warns: LEADS_OUT,
  },
  {
    name: 'cname',
    tried: 'CNAME and README.md that are links',
    files: { CNAME: link('../outside/secret.txt'), 'README.md': link('../outside/page.md') },
    page: '{{ site.github.url }}',
    args: [],
    warns: LEADS_OUT,
  },
  {
    name: 'defaults-glob',
    tried: 'patterns in `defaults` that lead outside',
    files: {
      '_config.yml':
        'theme: null\ndefaults: [{ scope: { path: "../**/*" }, values: { a: b } }, { scope: { path: "/**/*.txt" }, values: { a: b } }]\n',
    },
  },
];

async function build(lab: Lab, ...args: readonly string[]) {
  return lab.cli(['build', '-s', 'site', '-d', 'out', '--offline', ...args], {
    env: { BUILD_SITE_CACHE: lab.path('cache') },
  });
}

export const cases: readonly Case[] = [
  ...ROUTES.map(route),
  {
    name: 'reading-inside-links',
    tried: 'links that stay in the site, absolute and relative, to files and folders',
    run: async (lab) => {
      const files = {
        '_config.yml': 'theme: null\n',
        'real/page.md': '---\n---\nx\n',
        'a.md': link('real/page.md'),
        b: link('ROOT/site/real'),
        '_includes/i.md': link('../real/page.md'),
        'c.html': '---\n---\n{% include i.md %}',
      };
      writeFiles(lab, inSite(files));
      const run = await build(lab, '--safe');
      succeeded(run);
      expect(run.stderr === '', `it said: ${run.stderr}`);
      const written = [...treeOf(lab.path('out')).keys()].filter((path) => path.endsWith('.html'));
      expect(written.join(' ') === 'a.html b/page.html c.html real/page.html', written.join(' '));
      return 'read as in Jekyll: a.html, b/page.html, c.html, real/page.html';
    },
  },
  {
    name: 'reading-source-is-link',
    tried: 'a --source that is a link, with a --config outside',
    run: async (lab) => {
      writeFiles(lab, {
        ...inSite({ 'index.html': '---\n---\n{{ site.title }}' }),
        way: link('site'),
        'named.yml': 'theme: null\ntitle: named\n',
      });
      const run = await lab.cli(['build', '-s', 'way', '-d', 'out', '--offline', '--safe', '--config', 'named.yml']);
      succeeded(run);
      expect(run.stderr === '', `it said: ${run.stderr}`);
      return 'built: what the command line names may be anywhere';
    },
  },
  {
    name: 'reading-source-in-config',
    tried: '`source: ../outside` in _config.yml',
    run: async (lab) => {
      writeFiles(lab, {
        ...OUTSIDE,
        ...inSite({ '_config.yml': 'theme: null\nsource: ../outside\n', 'index.html': 'x' }),
      });
      const run = await lab.cli(['build', '-d', '../out', '--offline', '--safe'], { cwd: lab.path('site') });
      hidesSecret(lab, 'out', run);
      return refused(run, 'source', 'outside');
    },
  },
  {
    name: 'reading-clean',
    tried: '`clean` and `serve --skip-initial-build` with a _config.yml that is a link outside',
    run: async (lab) => {
      writeFiles(lab, { ...OUTSIDE, ...inSite({ '_config.yml': link('../outside/_config.yml') }) });
      let happened = '';
      for (const command of [['clean'], ['serve', '--skip-initial-build', '-P', '0']]) {
        const run = await lab.cli([...command, '-s', 'site', '-d', 'out']);
        hidesSecret(lab, 'out', run);
        happened = refused(run, '_config.yml leads out of the site');
      }
      return happened;
    },
  },
];
