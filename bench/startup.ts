// What the highlighter costs a site without code: the command bundled as usual, and without src/highlight/, on the
// same pages, as whole processes in turn; prints medians, least times and their ratios.
//
//   npm run bench:startup [-- --runs 40] [--pages 20]

import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import type { Plugin } from 'esbuild';
import { bundle } from '../scripts/bundle.js';

const root = dirname(dirname(fileURLToPath(import.meta.url)));
const { values } = parseArgs({
  options: { runs: { type: 'string', default: '40' }, pages: { type: 'string', default: '20' } },
});

/** Replaces the highlighter: it knows no languages, and has nothing to load. */
const NONE = `
  export const createHighlighter = (rouge) => ({
    rouge, known: () => false, tag: () => null, lex: () => null, html: () => null, theme: () => null,
  });
  export const TOKEN_NAMES = {};
  export const [escapeCode, formatHtml, formatInline, formatMarkedLines, formatTable, linesOf, wrapAsPygments] = [];
`;
const withoutHighlighter: Plugin = {
  name: 'without-highlighter',
  setup({ onLoad }) {
    onLoad({ filter: /[\\/]src[\\/]highlight[\\/]index\.ts$/ }, () => ({ contents: NONE, loader: 'js' }));
  },
};

async function bundled(name: string, plugins: readonly Plugin[]): Promise<string> {
  const outdir = join(root, 'node_modules/.cache/bench', name);
  await bundle(outdir, plugins);
  return join(outdir, 'cli.js');
}

const folder = mkdtempSync(join(tmpdir(), 'build-site-startup-'));
const site = join(folder, 'site');
mkdirSync(join(site, '_layouts'), { recursive: true });
writeFileSync(join(site, '_config.yml'), 'title: Without code\n');
writeFileSync(join(site, '_layouts/default.html'), '<title>{{ page.title }}</title>\n{{ content }}');
for (let n = 0; n < Number(values.pages); n++) {
  const text = `---\nlayout: default\ntitle: Page ${n}\n---\n# A page\n\nWith *text*, [a link](/), and a list:\n\n- one\n- two\n`;
  writeFileSync(join(site, `page-${n}.md`), text);
}

const contenders = [
  ['with', await bundled('startup-with', [])],
  ['without', await bundled('startup-without', [withoutHighlighter])],
] as const;
const wall: number[][] = [[], []];
try {
  for (let run = -2; run < Number(values.runs); run++) {
    for (const [i, [name, cli]] of contenders.entries()) {
      const from = performance.now();
      const { status, stderr } = spawnSync(
        process.execPath,
        [cli, 'build', '-q', '-s', site, '-d', join(folder, 'out')],
        { encoding: 'utf8' },
      );
      if (status !== 0) throw new Error(`${name}: ${stderr}`);
      if (run >= 0) wall[i]!.push(performance.now() - from);
    }
  }
} finally {
  rmSync(folder, { recursive: true, force: true });
}

const median = (times: readonly number[]): number => [...times].sort((a, b) => a - b)[Math.floor(times.length / 2)]!;
for (const [i, [name]] of contenders.entries()) {
  const times = wall[i]!;
  console.log(`${name.padEnd(8)} median ${median(times).toFixed(0)} ms, least ${Math.min(...times).toFixed(0)} ms`);
}
const [own, none] = wall as [number[], number[]];
const ratio = (of: (times: readonly number[]) => number): string => (of(own) / of(none)).toFixed(3);
console.log(`ratio    median ${ratio(median)}, least ${ratio((times) => Math.min(...times))}`);
