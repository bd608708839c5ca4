// Sites with a secret outside (a file with a marker), and where it must never appear.

import { mkdirSync, readFileSync, symlinkSync } from 'node:fs';
import { dirname } from 'node:path';
import { expect, type Finished, type Lab, treeOf } from './lab.ts';

export const MARKER = 'MARKER-51b0e7';

/** Where a link leads; ROOT stands for the lab's folder. */
export interface Link {
  readonly to: string;
}
export type Files = Readonly<Record<string, string | Link>>;

export const link = (to: string): Link => ({ to });

/** Files outside the site, of every kind that a build reads. */
export const OUTSIDE: Files = {
  'outside/secret.txt': MARKER,
  'outside/page.md': `---\ntitle: ${MARKER}\n---\n${MARKER}\n`,
  'outside/2020-01-01-post.md': `---\n---\n${MARKER}\n`,
  'outside/layout.html': `${MARKER} {{ content }}\n`,
  'outside/data.yml': `key: ${MARKER}\n`,
  'outside/_x.scss': `a { content: "${MARKER}" }\n`,
  'outside/_broken.scss': `a { content: ${MARKER} "\n`,
  'outside/_config.yml': `title: ${MARKER}\n- ${MARKER}\n`,
  'outside/theme/_layouts/default.html': `${MARKER} {{ content }}\n`,
  'outside/theme/theme.gemspec': '',
};

/** Writes files and links below the lab's folder. */
export function writeFiles(lab: Lab, files: Files): void {
  for (const [name, content] of Object.entries(files)) {
    if (typeof content === 'string') lab.write({ [name]: content });
    else {
      mkdirSync(dirname(lab.path(name)), { recursive: true });
      symlinkSync(content.to.replace('ROOT', lab.folder), lab.path(name));
    }
  }
}

export const inSite = (files: Files): Files =>
  Object.fromEntries(Object.entries(files).map(([name, content]) => [`site/${name}`, content]));

/** @throws if the marker is in a file below the folder, in a file's name, or in what was printed */
export function hidesSecret(lab: Lab, folder: string, run: Finished): void {
  expect(!`${run.stdout}${run.stderr}`.includes(MARKER), `the secret is printed: ${run.stdout}${run.stderr}`);
  for (const [path, { kind }] of treeOf(lab.path(folder))) {
    expect(kind !== 'link', `${path} is a link`);
    if (kind !== 'file') continue;
    const text = readFileSync(lab.path(folder, path), 'latin1');
    expect(!text.includes(MARKER) && !path.includes(MARKER), `the secret is in ${path}`);
  }
}
