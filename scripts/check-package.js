// `npm run check:package`: packs the package, installs the tarball in an empty project and uses it there as a reader of
// README.md would: the command, the program and the types. Needs a registry for the dependencies.

import { execFileSync, spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

const LARGEST = 3_000_000;
const root = dirname(dirname(fileURLToPath(import.meta.url)));
const manifest = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8'));
const folder = mkdtempSync(join(tmpdir(), 'build-site-package-'));
// npm is a script on every system; on Windows the command is a batch file, which can't be started without a shell.
const npm = process.env.npm_execpath;
if (npm === undefined) throw new Error('Start it as `npm run check:package`.');
const run = (script, args, options = {}) =>
  execFileSync(process.execPath, [script, ...args], { cwd: folder, encoding: 'utf8', ...options });

try {
  const [packed] = JSON.parse(run(npm, ['pack', '--json', '--pack-destination', folder], { cwd: root }));
  const tarball = join(folder, packed.filename);
  const { size } = statSync(tarball);
  console.log(`${packed.filename}: ${packed.files.length} files, ${(size / 1e6).toFixed(2)} MB packed`);
  if (size > LARGEST) throw new Error(`The package is larger than ${LARGEST / 1e6} MB.`);

  writeFileSync(join(folder, 'package.json'), '{ "private": true, "type": "module" }');
  run(npm, ['install', '--no-audit', '--no-fund', '--loglevel=error', tarball]);
  const installed = join(folder, 'node_modules', manifest.name);
  for (const path of [...Object.values(manifest.bin), ...Object.values(manifest.exports).flatMap(filesOf)]) {
    if (!existsSync(join(installed, path))) throw new Error(`The package has no ${path}.`);
  }

  writeFileSync(join(folder, 'index.md'), '---\ntitle: Hi\n---\n# {{ page.title }}\n');
  writeFileSync(join(folder, 'style.scss'), '---\n---\na { b { c: d } }\n');
  writeFileSync(join(folder, '_config.yml'), 'theme: null\n');
  run(join(installed, manifest.bin['build-site']), ['build', '--offline', '--quiet']);
  expect(readFileSync(join(folder, '_site/index.html'), 'utf8'), '<h1 id="hi">Hi</h1>\n');
  expect(readFileSync(join(folder, '_site/style.css'), 'utf8'), 'a b { c: d; }\n');

  writeFileSync(join(folder, 'bad.md'), '---\n---\n{% nope %}\n');
  const { stderr } = spawnSync(
    process.execPath,
    [join(installed, manifest.bin['build-site']), '--offline', '--trace'],
    {
      cwd: folder,
      encoding: 'utf8',
    },
  );
  if (!/^ +at .*src.liquid.*\.ts:\d+:\d+\)$/m.test(stderr))
    throw new Error(`The stack doesn't name our sources:\n${stderr}`);

  const program = `import { build } from 'build-site';
import { convert } from 'build-site/kramdown';
import { createHighlighter } from 'build-site/highlight';
process.stdout.write([typeof build, convert('*a*\\n').html, createHighlighter('4.7.0').html('1', 'ruby')].join(' '));`;
  expect(run('--input-type=module', ['-e', program]), 'function <p><em>a</em></p>\n <span class="mi">1</span>');
  console.log('Installed in an empty project, it builds a site and can be imported.');
} finally {
  rmSync(folder, { recursive: true, force: true });
}

/** The files that an entry of package.json's `exports` names. */
function filesOf(entry) {
  return typeof entry === 'string' ? [entry] : Object.values(entry);
}

function expect(actual, expected) {
  if (actual !== expected) throw new Error(`Expected ${JSON.stringify(expected)}, not ${JSON.stringify(actual)}.`);
}
