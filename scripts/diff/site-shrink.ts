// Makes a site smaller for as long as it still differs.

import { differenceKind } from './site-builds.ts';
import type { Files, GeneratedSite } from './sites-generate.ts';

/** The smallest site found that differs in the same way: without files, then without lines. */
export async function shrink(
  site: GeneratedSite,
  found: string,
  differs: (site: GeneratedSite) => Promise<string | null>,
): Promise<GeneratedSite> {
  let current = site;
  let budget = MOST_TRIES;
  const still = async (files: Files, flags = current.flags): Promise<boolean> => {
    if (budget-- <= 0) return false;
    const now = await differs({ ...current, files, flags });
    if (now === null || differenceKind(now) !== differenceKind(found)) return false;
    current = { ...current, files, flags };
    return true;
  };
  await still(current.files, {});
  await fewer(Object.keys(current.files), (names) =>
    still(
      Object.fromEntries(Object.entries(current.files).filter(([name]) => names.includes(name) || name === CONFIG)),
    ),
  );
  for (const [path, text] of Object.entries(current.files)) {
    if (typeof text !== 'string') continue;
    const kept = (line: string): boolean => path === CONFIG && /^(?:url|baseurl|theme|title):/.test(line);
    const all = text.split('\n');
    const numbers = all.map((_, i) => i);
    await fewer(numbers, (some) =>
      still({ ...current.files, [path]: all.filter((line, i) => some.includes(i) || kept(line)).join('\n') }),
    );
  }
  return current;
}

const CONFIG = '_config.yml';
const MOST_TRIES = 250;

/** Leaves out parts of a list, first large ones, as long as the rest is still good. */
async function fewer<T>(list: readonly T[], good: (rest: readonly T[]) => Promise<boolean>): Promise<void> {
  let items = list;
  for (let size = Math.max(1, list.length >> 1); size >= 1; size >>= 1) {
    for (let at = 0; at < items.length; ) {
      const rest = [...items.slice(0, at), ...items.slice(at + size)];
      if (await good(rest)) items = rest;
      else at += size;
    }
  }
}

/** A site's files, to read. */
export function show({ files, flags, environment, nwo }: GeneratedSite): string {
  const texts = Object.entries(files).map(
    ([path, text]) =>
      `--- ${path}\n${typeof text === 'string' ? (/[\r\ufeff]/.test(text) ? JSON.stringify(text) : text) : JSON.stringify(Buffer.from(text).toString('latin1'))}`,
  );
  return `${texts.join('\n')}\n${JSON.stringify({ flags, environment, nwo })}\n`;
}
