// `npm run conformance` on tiny sites, with a command in place of Jekyll that copies prepared output.

import { spawnSync } from 'node:child_process';
import { chmodSync, existsSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { test } from 'uvu';
import * as assert from 'uvu/assert';
import { areEqual } from '../scripts/conformance/equal.ts';
import { inFolder } from './cli/run.ts';

const root = dirname(dirname(fileURLToPath(import.meta.url)));

/** Copies ready/SITE to the output folder; fails if there isn't one, and is slow for the site of that name. */
const STAND_IN = `#!/bin/sh
case "$2" in *slow) sleep 30 ;; esac
ready="$(dirname "$0")/ready/$(basename "$2")"
[ -d "$ready" ] || { echo "  Liquid Exception: Unknown tag 'nope' in $2/index.html"; exit 1; }
[ "$1" = jekyll-4 ] || exit 9
cp -R "$ready" "$3"
`;
const PAGE = '---\n---\n';
const config = 'url: https://x.example\n';

const FILES = {
  'stand-in': STAND_IN,
  'sites/ada+notes/_config.yml': config,
  'sites/ada+notes/same.html': `${PAGE}<p>same</p>`,
  'sites/ada+notes/spaces.html': `${PAGE}<p>two  <b>words</b></p>`,
  'sites/ada+notes/other.html': `${PAGE}<p>ours</p>`,
  'sites/ada+notes/only-ours.html': `${PAGE}<p>ours</p>`,
  'sites/ada+notes/picture.png': 'picture',
  'sites/ada+notes/words.txt': 'words',
  'sites/bob+page/_config.yml': config,
  'sites/bob+page/index.html': `${PAGE}{{ 'a' | upcase }}`,
  'sites/cat+refused/_config.yml': config,
  'sites/cat+refused/index.html': `${PAGE}{% nope %}`,
  'sites/dan+broken/_config.yml': config,
  'sites/dan+broken/index.html': `${PAGE}{% nope %}`,
  'ready/ada+notes/same.html': '<p>same</p>',
  'ready/ada+notes/spaces.html': '<p>two\n<b>words</b></p>',
  'ready/ada+notes/other.html': '<p>theirs</p>',
  'ready/ada+notes/only-theirs.html': '<p>theirs</p>',
  'ready/ada+notes/picture.png': 'picture',
  'ready/ada+notes/words.txt': 'words',
  'ready/bob+page/index.html': 'A',
  'ready/dan+broken/index.html': 'fine',
} as const;

/** The rows of the page's tables by their first cells. */
function rows(page: string): Map<string, string[]> {
  const lines = page.split('\n').filter((line) => line.startsWith('| '));
  return new Map(lines.map((line) => line.slice(2, -2).split(' | ')).map(([name, ...cells]) => [name!, cells]));
}

test('both build the sites, which are compared in a table', async () => {
  await inFolder(FILES, async (folder) => {
    chmodSync(join(folder, 'stand-in'), 0o755);
    const output = join(folder, 'conformance.md');
    const args = ['--import', 'tsx', join(root, 'scripts/conformance.ts'), join(folder, 'sites'), '--output', output];
    const ours = `${process.execPath} --import tsx ${join(root, 'src/cli/main.ts')} build -q -s {site} -d {out} --compat {profile}`;
    const reference = `${join(folder, 'stand-in')} {profile} {site} {out}`;
    const options = ['--reference', reference, '--ours', ours, '--profile', 'jekyll-4'];
    const { status, stderr } = spawnSync(process.execPath, [...args, ...options], { cwd: root, encoding: 'utf8' });
    assert.is(status, 0, stderr);
    assert.match(stderr, '[2/4] bob/page, jekyll-4, ');
    const page = readFileSync(output, 'utf8');
    const table = rows(page);
    const head = table.get('site')!;
    const cell = (site: string, name: string): string => table.get(site)![head.indexOf(name)]!;
    const counts = ['rendered', 'identical', '%', 'equal', 'different', 'missing', 'extra', 'copies', 'wrong'];
    const of = (site: string): string[] => counts.map((name) => cell(site, name));

    assert.equal(of('ada/notes'), ['4', '1', '25.00', '1', '1', '1', '1', '2', '0']);
    assert.equal(of('bob/page'), ['1', '1', '100.00', '0', '0', '0', '0', '0', '0']);
    assert.equal(of('dan/broken'), ['1', '0', '0.00', '0', '0', '1', '0', '0', '0']);
    assert.match(cell('dan/broken', 'note'), /^ours refuses: Error: .*Unknown tag 'nope'/);
    assert.match(cell('cat/refused', 'note'), /^Jekyll refuses: Liquid Exception: .*; ours refuses: Error: .*'nope'/);
    assert.equal(table.get('all')!.slice(0, 5), ['3', '1', '6', '2', '33.33']);
    assert.match(
      page,
      '- ada/notes\n  - equal: `spaces.html`\n  - different: `other.html`\n  - missing: `only-theirs.html`',
    );
    assert.not.match(page, folder);
  });
});

test('what Jekyll built is kept and not built again', async () => {
  await inFolder(FILES, async (folder) => {
    chmodSync(join(folder, 'stand-in'), 0o755);
    const output = join(folder, 'conformance.md');
    const common = ['--import', 'tsx', join(root, 'scripts/conformance.ts'), join(folder, 'sites'), '--output', output];
    const ours = `${join(folder, 'stand-in')} jekyll-4 {site} {out}`;
    const options = ['--expected', join(folder, 'kept'), '--ours', ours, '--profile', 'jekyll-4', '--only', 'bob/'];
    const reference = ['--reference', `${join(folder, 'stand-in')} {profile} {site} {out}`];
    const run = (more: string[]) =>
      spawnSync(process.execPath, [...common, ...options, ...more], { cwd: root, encoding: 'utf8' });
    assert.is(run(reference).status, 0);
    assert.is(readFileSync(join(folder, 'kept/bob+page/index.html'), 'utf8'), 'A');
    const first = rows(readFileSync(output, 'utf8')).get('bob/page')!;
    assert.is(run([]).status, 0);
    const again = rows(readFileSync(output, 'utf8')).get('bob/page')!;
    assert.equal(again.at(-2), first.at(-2));
    assert.equal(again.slice(0, 4), ['jekyll-4', '1', '1', '100.00']);
  });
});

test('each folder is a section of the page; a list says which sites are not compared, and why files differ', async () => {
  const lists = {
    'first.tsv': 'repository\nbob/page\n',
    'second.tsv':
      'repository\tprofile\taside\tcause\n' +
      'ada/notes\tjekyll-4\t\tthe stand-in writes them so\ndan/broken\tjekyll-4\tneeds jekyll-nope\t\n',
  };
  await inFolder({ ...FILES, ...lists }, async (folder) => {
    chmodSync(join(folder, 'stand-in'), 0o755);
    const output = join(folder, 'conformance.md');
    const standIn = `${join(folder, 'stand-in')} {profile} {site} {out}`;
    const sites = join(folder, 'sites');
    const args = ['--import', 'tsx', join(root, 'scripts/conformance.ts'), sites, sites, '--output', output];
    const parts = ['first', 'second'].flatMap((name) => [
      ...['--heading', `The ${name}`, '--list', join(folder, `${name}.tsv`)],
      ...['--expected', join(folder, `kept-${name}`)],
    ]);
    const options = ['--reference', standIn, '--ours', 'true'];
    assert.is(spawnSync(process.execPath, [...args, ...parts, ...options], { cwd: root }).status, 0);
    const page = readFileSync(output, 'utf8');
    const [first, second] = page.split('## The second: sum');
    assert.match(first!, '## The first: sites');
    assert.match(first!, '| bob/page |');
    assert.not.match(first!, 'ada/notes');
    assert.match(second!, '- ada/notes: the stand-in writes them so\n');
    assert.match(second!, '## The second: sites that are not compared\n');
    assert.equal(rows(page).get('dan/broken'), ['jekyll-4', 'needs jekyll-nope']);
    assert.ok(existsSync(join(folder, 'kept-second/ada+notes')));
    assert.not(existsSync(join(folder, 'kept-first/ada+notes')));
  });
});

test('a build that takes too long is ended', async () => {
  await inFolder({ 'stand-in': STAND_IN, 'sites/eve+slow/_config.yml': config }, async (folder) => {
    chmodSync(join(folder, 'stand-in'), 0o755);
    const output = join(folder, 'conformance.md');
    const args = ['--import', 'tsx', join(root, 'scripts/conformance.ts'), join(folder, 'sites'), '--output', output];
    const options = [
      '--reference',
      `${join(folder, 'stand-in')} {profile} {site} {out}`,
      '--ours',
      'true',
      '--limit',
      '0.2',
    ];
    assert.is(spawnSync(process.execPath, [...args, ...options], { cwd: root }).status, 0);
    assert.is(rows(readFileSync(output, 'utf8')).get('eve/slow')!.at(-1), 'Jekyll took too long; ours builds it');
  });
});

test('which files count as equal', () => {
  assert.ok(areEqual('a.html', '<p class="x" id=y>a\n b</p>', "<p id='y' class='x'>a b</p>"));
  assert.not(areEqual('a.html', '<pre>a\nb</pre>', '<pre>a b</pre>'));
  assert.not(areEqual('a.html', '<p>a</p>', '<p>b</p>'));
  assert.ok(areEqual('a.xml', '<a x="1" y="2">\n <b/></a>', '<a y="2" x="1"><b></b></a>'));
  assert.not(areEqual('a.xml', '<a x="1"/>', '<a x="2"/>'));
  assert.not(areEqual('a.xml', '<a>', '<a>'));
  assert.ok(areEqual('a.css', 'a { color: red }', 'a{color:#f00;}\n'));
  assert.not(areEqual('a.css', 'a{color:red}', 'a{color:blue}'));
  assert.ok(areEqual('a.json', '{"a": [1, 2]}', '{"a":[1,2]}'));
  assert.not(areEqual('a.json', '{"a": 1}', '{"a": 2}'));
  assert.not(areEqual('a.txt', 'a b', 'a  b'));
});

test.run();
