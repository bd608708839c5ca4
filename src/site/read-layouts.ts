// Reading layouts: the site's own, and the theme's that it doesn't replace (Jekyll::LayoutReader of 3.10.0 and 4.4.1).

import { splitFrontMatter } from '../content/front-matter.ts';
import type { Layout } from '../content/layout.ts';
import { isFolder } from '../files/kinds.ts';
import { baseName, dirName, joinPath, relativeTo, sanitizedPath } from '../files/paths.ts';
import { EntryFilter } from './entry-filter.ts';
import { frontMatter, readTextOrBytes, WITHOUT_FRONT_MATTER } from './read-text.ts';
import type { Site } from './site.ts';
import { walk } from './walk.ts';

export function readLayouts(site: Site): Map<string, Layout> {
  const layouts = new Map<string, Layout>();
  const own = sanitizedPath(site.source, site.config.known.layoutsDir);
  for (const entry of layoutFiles(site, own)) layouts.set(layoutName(entry), readLayout(site, own, entry, site.source));
  const themed = site.theme?.folder('_layouts');
  if (themed) {
    for (const entry of layoutFiles(site, themed)) {
      const name = layoutName(entry);
      if (!layouts.has(name)) layouts.set(name, readLayout(site, themed, entry, site.theme!.root));
    }
  }
  return layouts;
}

const layoutName = (entry: string): string => entry.split('.').slice(0, -1).join('.');

function layoutFiles(site: Site, folder: string): string[] {
  const names = walk(site, folder, false).filter((entry) => baseName(entry).includes('.'));
  return new EntryFilter(site, '', folder)
    .filter(names)
    .filter((entry) => !isFolder(site.files, joinPath(folder, entry)));
}

function readLayout(site: Site, folder: string, entry: string, root: string): Layout {
  const file = joinPath(folder, entry);
  const shown = file.startsWith(`${site.source}/`) ? relativeTo(site.source, file) : relativeTo(dirName(root), file);
  const { source, hasBytes } = readTextOrBytes(site, file, shown);
  const { yaml, contentStart } = hasBytes ? WITHOUT_FRONT_MATTER : splitFrontMatter(source.text);
  const data = yaml === null ? new Map() : frontMatter(site, source, yaml);
  const content = source.text.slice(contentStart);
  return {
    name: layoutName(entry),
    relativePath: file.slice(root.length),
    file,
    data,
    content,
    source,
    contentStart,
    hasBytes,
  };
}
