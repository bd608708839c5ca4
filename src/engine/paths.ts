// Resolves folders given on the command line or in the configuration.

import { BuildError } from '../diagnostics/diagnostic.ts';
import type { Places } from './surroundings.ts';

/**
 * An absolute path, like File.expand_path: relative to the working folder, `~` is the user's home folder.
 * @throws BuildError for `~name`, the home folder of another user
 */
export function folderPath(text: string, { workingFolder, home, resolve }: Omit<Places, 'files'>): string {
  const [, user, rest] = /^~([^/]*)(.*)$/s.exec(text) ?? [];
  if (user === undefined || rest === undefined) return resolve(workingFolder, text);
  if (user !== '' || home === null) {
    throw new BuildError({
      code: 'home-folder',
      message:
        user === ''
          ? `'${text}' is below your home folder, and HOME is not set.`
          : `'${text}' is below the home folder of the user '${user}', which build-site doesn't look up.`,
      hint: user === '' ? 'Write the whole path.' : `Write the whole path, or ./${text} for a folder of that name.`,
    });
  }
  return resolve(home, `.${rest}`);
}
