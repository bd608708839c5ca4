// What the documents name exists, and the program's files aren't published with the homepage in this repository.

import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join, relative } from 'node:path';
import { fileURLToPath } from 'node:url';
import { test } from 'uvu';
import * as assert from 'uvu/assert';
import { inFolder as inSite, run } from './cli/run.ts';

const root = dirname(dirname(fileURLToPath(import.meta.url)));
const { scripts } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8'));

const inFolder = (folder: string): string[] =>
  readdirSync(join(root, folder), { recursive: true, encoding: 'utf8' }).map((name) => join(folder, name));

const documents = [...readdirSync(root), ...['docs', 'findings', 'src', '.github'].flatMap(inFolder)].filter((path) =>
  path.endsWith('.md'),
);

const withoutCode = (text: string): string => text.replace(/^(```+)[\s\S]*?^\1/gm, '').replace(/`[^`\n]*`/g, '');

for (const path of documents) {
  const text = readFileSync(join(root, path), 'utf8');
  const shown = relative('.', path).replaceAll('\\', '/');

  test(`${shown}: its links lead to files`, () => {
    const targets = [...withoutCode(text).matchAll(/\]\(([^)\s]+)\)/g)].map((match) => match[1]!.replace(/#.*$/, ''));
    const astray = targets.filter(
      (target) => target !== '' && !/^[a-z]+:/.test(target) && !existsSync(join(root, dirname(path), target)),
    );
    assert.equal(astray, []);
  });

  test(`${shown}: the files that it names exist`, () => {
    const named = [...text.matchAll(/`((?:src|test|scripts|docs|bench|findings)\/[\w./-]+)`/g)].map(
      (match) => match[1]!,
    );
    // A page beside the code names its neighbours.
    const sources = [...text.matchAll(/`([\w./-]+\.ts)`/g)].map((match) => match[1]!);
    const isHere = (name: string): boolean =>
      existsSync(join(root, name)) || (path.includes('src') && existsSync(join(root, dirname(path), name)));
    const isPlaceholder = (name: string): boolean => /\b(?:ROOM|NAME|kettle)\b/.test(name);
    assert.equal(
      [...new Set([...named, ...sources])].filter((name) => !isPlaceholder(name) && !isHere(name)),
      [],
    );
  });

  test(`${shown}: its npm scripts exist`, () => {
    const named = [...text.matchAll(/npm run ([a-z][\w:-]*)/g)].map((match) => match[1]!);
    assert.equal(
      named.filter((name) => !(name in scripts)),
      [],
    );
  });
}

test('README.md: the error that it shows is what the program prints', async () => {
  const site = {
    '_config.yml': 'theme: null\n',
    '_includes/card.html': '<article>\n  <h2>{{ page.title }}</h2>\n{% figgure %}\n</article>\n',
    '_layouts/default.html': `${'<!-- -->\n'.repeat(11)}    {% include card.html %}\n`,
    'index.md': '---\nlayout: default\n---\n',
  };
  await inSite(site, async (folder) => {
    const { err } = await run(folder, ['--offline', '-q']);
    const shown = err.replace(/^(?=.)/gm, '    ');
    const readme = readFileSync(join(root, 'README.md'), 'utf8');
    assert.ok(readme.includes(shown), `README.md doesn't have:\n${shown}`);
  });
});

test('the homepage publishes nothing of the program', async () => {
  const destination = mkdtempSync(join(tmpdir(), 'build-site-homepage-'));
  try {
    const { status, err } = await run(root, ['build', '-q', '--offline', '-d', destination]);
    assert.is(status, 0, err);
    const published = new Set(readdirSync(destination));
    assert.ok(published.has('index.html'));
    const homepage = ['assets', 'files', 'images'];
    const program = readdirSync(root).filter((name) => !homepage.includes(name));
    assert.equal(
      program.filter((name) => published.has(name)),
      [],
      'List the file under `exclude` in _config.yml.',
    );
  } finally {
    rmSync(destination, { recursive: true, force: true });
  }
});

test.run();
