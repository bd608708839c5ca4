import { homedir } from 'node:os';
import { resolve } from 'node:path';
import { BuildError } from '../diagnostics/diagnostic.ts';

/** A path from the working folder on, with `/` between its parts on any system. */
export const absolute = (path: string): string => resolve(path).replaceAll('\\', '/');

/** The user's own folder; null if nothing tells it. */
export function homeFolder(): string | null {
  try {
    return homedir().replaceAll('\\', '/') || null;
  } catch {
    return null;
  }
}

/**
 * A folder that the command line or the configuration names, as File.expand_path has it: relative to the working folder,
 * `~` is the user's own.
 * @throws BuildError for `~name`, the folder of another user
 */
export function folderPath(text: string, workingFolder: string): string {
  const [, user, rest] = /^~([^/]*)(.*)$/s.exec(text) ?? [];
  if (user === undefined || rest === undefined) return resolve(workingFolder, text).replaceAll('\\', '/');
  const home = homeFolder();
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
  return resolve(home, `.${rest}`).replaceAll('\\', '/');
}
