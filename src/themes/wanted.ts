// Which version of a theme's gem a site needs, and from where: Gemfile.lock, then the Gemfile; on GitHub Pages, the
// version that the service has.

import { PAGES_THEMES } from '../config/pages-themes.ts';
import type { Stack } from '../config/stacks.ts';
import type { SourceFiles } from '../files/file-system.ts';
import { expandPath, joinPath } from '../files/paths.ts';
import type { Bundle } from '../rubygems/bundle.ts';
import { PUBLIC_SOURCE } from '../rubygems/gemfile.ts';
import type { LockedGem } from '../rubygems/gemfile-lock.ts';

export type Wanted =
  | { readonly kind: 'folder'; readonly root: string; readonly reason: string; readonly isSite?: boolean }
  | { readonly kind: 'git'; readonly url: string; readonly ref: string; readonly reason: string }
  | {
      readonly kind: 'gem';
      /** Source URLs, most likely first. */
      readonly sources: readonly string[];
      /** '= 2.5.1' if only this version will do. */
      readonly requirements: readonly string[];
      readonly locked?: LockedGem;
      /** The Gemfile's own requirements, apart from the lock file. */
      readonly loosely?: readonly string[];
      /** What asks for it, for example 'Gemfile.lock'. */
      readonly reason: string;
    };

export function wantedGem(files: SourceFiles, bundle: Bundle, name: string, stack: Stack): Wanted {
  const { gemfile, source } = bundle;
  const own = gemfile?.gems.find((gem) => gem.name === name);
  const named = own?.source ? [own.source] : (gemfile?.sources ?? []);
  const sources = named.length > 0 ? named : [PUBLIC_SOURCE];
  const pinned = stack.service === null ? undefined : PAGES_THEMES.get(name);
  if (pinned !== undefined) return { kind: 'gem', sources, requirements: [`= ${pinned}`], reason: stack.name };

  const locked = bundle.locked?.get(name);
  if (locked !== undefined) {
    const reason = 'Gemfile.lock';
    const [remote] = locked.remotes;
    if (locked.kind === 'path') return inFolder(remote ?? '.', source, reason);
    if (locked.kind === 'git' && remote !== undefined) {
      return { kind: 'git', url: remote, ref: locked.revision ?? 'HEAD', reason };
    }
    const remotes = locked.remotes.length > 0 ? locked.remotes : sources;
    const loosely = own?.requirements ?? [];
    return { kind: 'gem', sources: remotes, requirements: [`= ${locked.version}`], locked, loosely, reason };
  }

  const reason = 'Gemfile';
  if (own?.path) return inFolder(own.path, source, reason);
  if (own?.git) return { kind: 'git', ...own.git, reason };
  if (own !== undefined) return { kind: 'gem', sources, requirements: own.requirements, reason };
  for (const folder of gemfile?.gemspecs ?? []) {
    const found = inFolder(folder, source, reason);
    if (files.stat(joinPath(found.root, `${name}.gemspec`))?.kind === 'file') return found;
  }
  const why = gemfile === null ? 'the newest, without a Gemfile' : 'the newest, since the Gemfile has no such gem';
  return { kind: 'gem', sources, requirements: [], reason: why };
}

function inFolder(path: string, source: string, reason: string): Wanted & { kind: 'folder' } {
  const root = expandPath(path, source);
  return { kind: 'folder', root, reason, isSite: root === source };
}
