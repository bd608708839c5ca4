// A hint for a layout that doesn't exist.

import { joinPath } from '../files/paths.ts';
import { similar } from '../text/closest.ts';
import type { Site } from './site.ts';

export function layoutHint(name: string, site: Site): string {
  const names = [...site.layouts.keys()].sort();
  const near = similar(name, names);
  if (near !== null) {
    return near.toLowerCase() === name.toLowerCase()
      ? `The layout is called '${near}': names are case-sensitive.`
      : `Did you mean '${near}'? The site has: ${names.join(', ')}.`;
  }
  const there = names.length === 0 ? 'The site has no layouts.' : `The site has: ${names.join(', ')}.`;
  if (typeof site.config.raw.remoteTheme === 'string' && !site.config.known.plugins.includes(REMOTE_THEME)) {
    return `${there} \`remote_theme:\` needs the plugin ${REMOTE_THEME}: add it to \`plugins:\` in _config.yml.`;
  }
  const folder = misnamedFolder(site, 'layouts', ['_layout', 'layouts', 'layout']);
  return folder ?? there;
}

const REMOTE_THEME = 'jekyll-remote-theme';

/** A folder that the author probably meant for an option; null if there is none. */
export function misnamedFolder(
  { files, source, config }: Site,
  kind: 'layouts' | 'includes',
  names: readonly string[],
): string | null {
  const { layoutsDir, includesDir } = config.known;
  const right = kind === 'layouts' ? layoutsDir : includesDir;
  const wrong = names.find((name) => name !== right && files.stat(joinPath(source, name))?.kind === 'directory');
  return wrong === undefined
    ? null
    : `There is a folder ${wrong}, but ${kind} are read from ${right} (\`${kind}_dir:\` in _config.yml).`;
}
