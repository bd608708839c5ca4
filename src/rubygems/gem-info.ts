// The list of a gem's versions (the compact index of RubyGems), and the choice of a version for a site.

import { asksForPrerelease, compareGemVersions, fitsRequirements, gemVersion, isPrerelease } from './gem-version.ts';

export interface GemVersion {
  readonly version: string;
  /** SHA-256 of the .gem, in hexadecimal. */
  readonly checksum: string;
  /** Requirements on other gems, by name. */
  readonly dependencies: ReadonlyMap<string, readonly string[]>;
}

/** Reads SOURCE/info/NAME. Skips versions for platforms other than Ruby itself. */
export function parseInfo(text: string): GemVersion[] {
  return text.split('\n').flatMap((line) => {
    const [, version = '', gems = '', about = ''] = /^(\S+) ([^|]*)\|(.*)$/.exec(line) ?? [];
    const checksum = /(?:^|,)checksum:([0-9a-f]{64})(?:,|$)/.exec(about)?.[1];
    if (checksum === undefined || version.includes('-') || gemVersion(version) === null) return [];
    const dependencies = gems.split(',').flatMap((gem) => {
      const at = gem.indexOf(':');
      return at < 0 ? [] : [[gem.slice(0, at).trim(), gem.slice(at + 1).split('&')] as const];
    });
    return [{ version, checksum, dependencies: new Map(dependencies) }];
  });
}

/**
 * The newest version that Bundler would pick: no pre-release unless one is asked for, and none that needs another
 * Jekyll.
 */
export function newestFitting<T extends Pick<GemVersion, 'version'> & Partial<GemVersion>>(
  versions: readonly T[],
  requirements: readonly string[],
  jekyll: string,
): T | null {
  const known = requirements.filter((requirement) => fitsRequirements('0', [requirement]) !== null);
  const fitting = versions
    .filter(({ version }) => fitsRequirements(version, known) && (!isPrerelease(version) || asksForPrerelease(known)))
    .sort((a, b) => compareGemVersions(a.version, b.version));
  return fitting.findLast(({ dependencies }) => fitsRequirements(jekyll, dependencies?.get('jekyll') ?? [])) ?? null;
}
