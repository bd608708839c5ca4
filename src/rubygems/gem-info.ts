// The list of a gem's versions (the compact index of RubyGems), and which of them a site gets.

import { asksForPrerelease, compareGemVersions, fitsRequirements, gemVersion, isPrerelease } from './gem-version.ts';

export interface GemVersion {
  readonly version: string;
  /** SHA-256 of the .gem, in hexadecimal digits. */
  readonly checksum: string;
  /** What is asked of other gems, by their names. */
  readonly dependencies: ReadonlyMap<string, readonly string[]>;
}

/** Reads SOURCE/info/NAME. Versions for other platforms than Ruby itself are left out. */
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
 * The newest version that fits: no pre-release unless one is asked for, and none that is for another Jekyll, as Bundler
 * would resolve it.
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
