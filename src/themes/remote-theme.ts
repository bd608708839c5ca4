// Parses `remote_theme` (Jekyll::RemoteTheme::Theme of jekyll-remote-theme 0.4.3).

export interface RemoteTheme {
  readonly host: string;
  readonly owner: string;
  readonly name: string;
  /** A branch, a tag or a commit. */
  readonly ref: string;
}

const NAMED = /^([a-z0-9-]+)\/([a-z0-9._-]+)(?:@([a-z0-9._-]+))?$/;
const ONLY_DOTS = /^\.+$/;

/**
 * Parses 'owner/name', 'owner/name@ref' or a URL; converted to lower case, as in the gem.
 * @param hosts accepted in addition to github.com (PAGES_GITHUB_HOSTNAME, GITHUB_HOSTNAME)
 * @returns null if invalid
 */
export function parseRemoteTheme(written: string, hosts: readonly (string | undefined)[] = []): RemoteTheme | null {
  const text = written.toLowerCase().trim();
  const [, host = 'github.com', path = text] = /^https?:\/\/([^/?#:@]+)(?::\d+)?\/([^?#]*)/.exec(text) ?? [];
  const [, owner, name, ref = 'HEAD'] = NAMED.exec(path) ?? [];
  if (owner === undefined || name === undefined || ONLY_DOTS.test(name) || ONLY_DOTS.test(ref)) return null;
  return ['github.com', ...hosts].includes(host) ? { host, owner, name, ref } : null;
}

/** A GitHub repository that a Gemfile names by URL (`git:`, `github:`); null if it is hosted elsewhere. */
export function gitRepository(url: string, ref: string): RemoteTheme | null {
  const path = /^(?:(?:https?|git|ssh):\/\/(?:git@)?github\.com\/|git@github\.com:)(.*)$/.exec(url)?.[1];
  const [, owner, name] = /^([\w-]+)\/([\w.-]+?)(?:\.git)?\/?$/.exec(path ?? '') ?? [];
  if (owner === undefined || name === undefined || ONLY_DOTS.test(name)) return null;
  return /^[\w][\w./-]*$/.test(ref) && !ref.includes('..') ? { host: 'github.com', owner, name, ref } : null;
}
