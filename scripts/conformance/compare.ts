// Two built trees, file by file.

import { createHash } from 'node:crypto';
import { readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { areEqual } from './equal.ts';

/** identical: the same bytes; equal: the same after normalising; missing: only the reference has it; extra: only ours has it. */
export const CLASSES = ['identical', 'equal', 'different', 'missing', 'extra'] as const;
export type Class = (typeof CLASSES)[number];

export interface Comparison {
  /** The rendered files, which aren't byte copies of source files, by class. */
  readonly rendered: Readonly<Record<Class, readonly string[]>>;
  /** The number of byte copies of source files, images and fonts. */
  readonly copied: number;
  /** Those of them that are not identical. */
  readonly wrongCopies: readonly string[];
}

/** A binary file, for instance an image in a theme's gem. */
const BINARY = /\.(?:png|jpe?g|gif|ico|webp|avif|bmp|pdf|woff2?|ttf|otf|eot|zip|gz|tar|mp[34]|webm|ogg|wav)$/i;

/** Compares what the reference and we built from one source. A missing folder counts as empty. */
export function compareTrees(source: string, expected: string, actual: string): Comparison {
  const sources = checksums(source);
  const [theirs, ours] = [filesBelow(expected), filesBelow(actual)];
  const rendered: Record<Class, string[]> = { identical: [], equal: [], different: [], missing: [], extra: [] };
  const wrongCopies: string[] = [];
  let copied = 0;
  for (const name of [...new Set([...theirs, ...ours])].sort()) {
    const a = theirs.has(name) ? readFileSync(join(expected, name)) : null;
    const b = ours.has(name) ? readFileSync(join(actual, name)) : null;
    const found = classify(name, a, b);
    const copy = BINARY.test(name) || sources.has(checksum((a ?? b)!));
    if (!copy) rendered[found].push(name);
    else if (found === 'identical') copied++;
    else {
      copied++;
      wrongCopies.push(name);
    }
  }
  return { rendered, copied, wrongCopies };
}

function classify(name: string, expected: Buffer | null, actual: Buffer | null): Class {
  if (expected === null) return 'extra';
  if (actual === null) return 'missing';
  if (expected.equals(actual)) return 'identical';
  return areEqual(name, expected.toString(), actual.toString()) ? 'equal' : 'different';
}

function filesBelow(folder: string): Set<string> {
  try {
    const names = readdirSync(folder, { recursive: true, encoding: 'utf8' });
    return new Set(names.filter((name) => statSync(join(folder, name), { throwIfNoEntry: false })?.isFile()));
  } catch {
    return new Set();
  }
}

/** All files of a site, except those of Git and package managers. */
function checksums(source: string): Set<string> {
  const names = [...filesBelow(source)].filter((name) => !/^\.git\//.test(name));
  return new Set(names.map((name) => checksum(readFileSync(join(source, name)))));
}

const checksum = (bytes: Buffer): string => createHash('sha1').update(bytes).digest('base64');
