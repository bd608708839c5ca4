// Which stack a site is built with.

import type { Bundle } from '../config/bundle.ts';
import { configurationFiles } from '../config/load.ts';
import { type ProfileChoice, profileOf } from '../config/profile-of.ts';
import type { Profile } from '../config/profiles.ts';
import type { FileSystem } from '../files/file-system.ts';
import { isHash } from '../ruby/values.ts';
import { loadYaml } from '../yaml/load.ts';

/** The stack that is asked for, else the one that the site itself asks for. */
export function chooseProfile(
  files: FileSystem,
  bundle: Bundle,
  configFiles: readonly string[] | null,
  asked?: Profile,
): ProfileChoice {
  if (asked !== undefined) return { profile: asked, reason: 'asked for with --compat' };
  const path = configFiles?.[0] ?? configurationFiles(files, bundle.source, 'github-pages')[0];
  let theme: string | null = null;
  if (path !== undefined && files.stat(path) !== null) {
    try {
      const value = loadYaml({ path, text: new TextDecoder().decode(files.read(path)) });
      const named = isHash(value) ? value.get('theme') : null;
      theme = typeof named === 'string' ? named : null;
    } catch {
      // The configuration's faults are told when it is loaded.
    }
  }
  return profileOf(bundle, theme);
}
