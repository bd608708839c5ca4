/** Code to compare with: files of a language in folders, by their names, and fences in Markdown. */
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseCases } from '../../test/cases.ts';

/** How a language is recognized: its tag and aliases, and Rouge's patterns for names of files. */
export interface LanguageNames {
  readonly names: readonly string[];
  readonly globs: readonly string[];
}

const LARGEST_FILE = 200_000;
const SKIPPED = new Set(['.git', '_site']);

/** The codes of a language in test/highlight/cases. */
export function caseCodes(language: string): string[] {
  const file = fileURLToPath(new URL(`../../test/highlight/cases/${language}.txt`, import.meta.url));
  if (!existsSync(file)) return [];
  return parseCases(readFileSync(file, 'utf8')).cases.map(({ parts }) => parts.get('code')!);
}

/** A folder's files, of all folders below it, too. */
export function filesOf(folder: string): string[] {
  const files: string[] = [];
  const walk = (path: string): void => {
    for (const entry of readdirSync(path, { withFileTypes: true }).sort((a, b) => (a.name < b.name ? -1 : 1))) {
      if (SKIPPED.has(entry.name)) continue;
      if (entry.isDirectory()) walk(join(path, entry.name));
      else if (entry.isFile()) files.push(join(path, entry.name));
    }
  };
  walk(folder);
  return files;
}

/** At most `most` samples of a language, spread evenly over its files and over fences. */
export function samplesIn(files: readonly string[], { names, globs }: LanguageNames, most: number): string[] {
  const named = [...globs, ...names].map(globPattern);
  const own = files.filter((file) => named.some((pattern) => pattern.test(basename(file))));
  const samples = thinned(own, most).map(textOf);
  const fence = new RegExp(`^ *\`\`\` *(?:${names.map(escaped).join('|')}) *\\n([\\s\\S]*?)^ *\`\`\``, 'gm');
  const fences: string[] = [];
  for (const file of files) {
    if (!/\.(?:md|markdown)$/.test(file)) continue;
    for (const [, code] of textOf(file).matchAll(fence)) fences.push(code!);
  }
  return [...samples, ...thinned(fences, most)].filter((text) => text.trim() !== '');
}

function textOf(file: string): string {
  const bytes = readFileSync(file);
  if (bytes.length > LARGEST_FILE || bytes.includes(0)) return '';
  const text = bytes.toString('utf8');
  return text.includes('\ufffd') ? '' : text;
}

function thinned<T>(all: readonly T[], most: number): T[] {
  const step = Math.max(1, all.length / most);
  return Array.from({ length: Math.min(all.length, most) }, (_, i) => all[Math.floor(i * step)]!);
}

function escaped(text: string): string {
  return text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');
}

function globPattern(glob: string): RegExp {
  const source = glob
    .replace(/[.+^$()|\\]/g, '\\$&')
    .replace(/\*/g, '.*')
    .replace(/\?/g, '.');
  return new RegExp(`^${source.replace(/\{([^}]*)\}/g, (_, list: string) => `(?:${list.replace(/,/g, '|')})`)}$`);
}
