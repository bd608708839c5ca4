// The sites of a folder of sites, and what a list says about them.

import { readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import type { Compat } from '../../src/config/stacks.ts';
import { chooseStack } from '../../src/engine/choose-stack.ts';
import { disk } from '../../src/files/disk.ts';
import { Bundle } from '../../src/rubygems/bundle.ts';

export interface Site {
  /** owner/name. */
  readonly name: string;
  /** Its folder's name: owner+name. */
  readonly key: string;
  readonly source: string;
  readonly profile: Compat;
  /** How long the reference took to build, if the list says so. */
  readonly seconds: number | null;
  /** Why the two aren't compared, such as a missing plugin; '' if they are. */
  readonly aside: string;
  /** Why files differ, where somebody has found out. */
  readonly cause: string;
}

/**
 * @param list a table, separated by tabs, with a head: `repository` (owner/name), and, where wanted, `folder` (of the site
 * in the repository), `profile`, `seconds`, `aside`, `cause`; its sites alone are taken, in its order
 * @param profile for all sites, instead of what each asks for
 */
export function sitesOf(folder: string, list: string | null, profile: Compat | null): Site[] {
  const rows = list === null ? readdirSync(folder).map((key) => ({ repository: key.replace('+', '/') })) : table(list);
  return rows.flatMap((row: Readonly<Record<string, string | undefined>>) => {
    const name = row.repository ?? '';
    const key = name.replace('/', '+');
    const source = join(folder, key, row.folder ?? '');
    if (!statSync(source, { throwIfNoEntry: false })?.isDirectory()) return [];
    const own = (row.profile || undefined) as Compat | undefined;
    return [
      {
        name,
        key,
        source,
        profile: profile ?? own ?? (chooseStack(disk, new Bundle(disk, source), null).stack.name as Compat),
        seconds: row.seconds ? Number(row.seconds) : null,
        aside: row.aside ?? '',
        cause: row.cause ?? '',
      },
    ];
  });
}

function table(path: string): Record<string, string>[] {
  const [head, ...rows] = readFileSync(path, 'utf8')
    .trimEnd()
    .split('\n')
    .map((line) => line.split('\t'));
  return rows.map((row) => Object.fromEntries(head!.map((name, i) => [name, row[i] ?? ''])));
}
