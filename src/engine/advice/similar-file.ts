// Suggests the file that was probably meant by one that wasn't found.

import { loadPaths } from '../../converters/sass/settings.ts';
import type { SourceFiles } from '../../files/file-system.ts';
import { baseName, dirName, joinPath, relativeTo } from '../../files/paths.ts';
import { inspect } from '../../ruby/inspect.ts';
import { misnamedFolder } from '../../site/layout-hint.ts';
import type { Site } from '../../site/site.ts';
import { similar } from '../../text/closest.ts';

/** For `include`: in the site's and theme's includes; for `include_relative`, whose name is a path: in its folder. */
export function similarInclude(name: string, site: Site): string | null {
  if (name.startsWith('/')) {
    const near = similar(baseName(name), namesBelow(site.files, dirName(name), 0));
    return near === null ? null : meant(near, baseName(name));
  }
  const folders = site.host.includeFolders;
  const near = similar(
    name,
    folders.flatMap((folder) => namesBelow(site.files, folder)),
  );
  if (near !== null) return meant(near, name);
  return misnamedFolder(site, 'includes', ['_include', 'includes', 'include', '_partials']);
}

/** For `link`, whose paths are relative to the site's root. */
export function similarPath(name: string, site: Site): string | null {
  const paths = [...site.outputs()].map(({ relativePath }) => relativePath.replace(/^\//, ''));
  const near = similar(name.replace(/^\//, ''), paths);
  return near === null ? null : meant(near, name);
}

/** For `post_url`, whose names have no extension. */
export function similarPost(name: string, site: Site): string | null {
  const names = site.posts.docs.map(({ relativePath }) =>
    relativePath.replace(/(^|\/)_posts\//, '$1').replace(/\.[^./]+$/, ''),
  );
  const title = name.replace(/^.*\d+-\d+-\d+-/, '');
  const near = similar(name, names) ?? names.find((one) => one.endsWith(`-${title}`)) ?? null;
  return near === null ? null : meant(near, name);
}

/** For Sass: the folders that imports are searched in, and the stylesheet that was probably meant. */
export function similarSheet(name: string, site: Site): string {
  const { source, files, safe, theme } = site;
  const input = { source, files, safe, themeFolder: theme?.folder('_sass') ?? null, glob: () => [] };
  const folders = loadPaths(site.config.known.sass, input);
  const sheets = folders
    .flatMap((folder) => namesBelow(files, folder))
    .filter((path) => /\.(?:s[ac]ss|css)$/.test(path));
  const names = sheets.map((path) => path.replace(/(^|\/)_(?=[^/]*$)/, '$1').replace(/\.[^./]*$/, ''));
  const near = similar(name, names);
  const where =
    folders.length === 0
      ? 'None of the import folders exists (sass_dir and load_paths of `sass:` in _config.yml).'
      : `Imports are searched for in ${folders.map((folder) => relativeTo(source, folder)).join(', ')} (sass_dir and load_paths of \`sass:\` in _config.yml, and the theme).`;
  return near === null ? where : `${meant(near, name)} ${where}`;
}

const meant = (near: string, name: string): string =>
  near.toLowerCase() === name.toLowerCase()
    ? `It is called ${inspect(near)}: names are case-sensitive.`
    : `Did you mean ${inspect(near)}?`;

const DEEPEST = 6;
const MOST = 5000;

/** The files below a folder, relative to it. */
function namesBelow(files: SourceFiles, folder: string, depth = DEEPEST): string[] {
  const found: string[] = [];
  const walk = (path: string, left: number): void => {
    for (const entry of files.list(path)) {
      if (found.length >= MOST) return;
      const below = joinPath(path, entry);
      const kind = files.stat(below)?.kind;
      if (kind === 'file') found.push(relativeTo(folder, below));
      else if (kind === 'directory' && left > 0 && !files.isLink(below)) walk(below, left - 1);
    }
  };
  walk(folder, depth);
  return found;
}
