// The files below a folder.

import { joinPath } from '../files/paths.ts';
import type { Site } from './site.ts';

/** The result of Dir.glob for `**` and a file name pattern: folders before their contents, in byte order. */
export function walk(site: Site, base: string, dotFiles: boolean, prefix = ''): string[] {
  const found: string[] = [];
  for (const name of site.files.list(joinPath(base, prefix))) {
    if (!dotFiles && name.startsWith('.')) continue;
    const entry = prefix === '' ? name : `${prefix}/${name}`;
    found.push(entry);
    const path = joinPath(base, entry);
    // Dir.glob's `**` skips hidden folders (unless requested) and doesn't follow links.
    if (site.files.stat(path)?.kind === 'directory' && !site.files.isLink(path))
      found.push(...walk(site, base, dotFiles, entry));
  }
  return found;
}
