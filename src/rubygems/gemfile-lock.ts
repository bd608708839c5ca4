// Gemfile.lock: the gems with their versions and sources (Bundler's LockfileParser).

export interface LockedGem {
  readonly name: string;
  /** Without the platform suffix. */
  readonly version: string;
  /** 'gem': `remotes` are gem sources; 'git': a URL, with `revision`; 'path': a folder relative to the lock file's. */
  readonly kind: 'gem' | 'git' | 'path';
  readonly remotes: readonly string[];
  readonly revision: string | null;
  /** SHA-256 of the gem in hexadecimal, if Bundler recorded it. */
  readonly checksum: string | null;
}

const KINDS: Readonly<Record<string, LockedGem['kind']>> = { GEM: 'gem', GIT: 'git', PATH: 'path' };

/** The locked gems, by name. */
export function parseGemfileLock(text: string): ReadonlyMap<string, LockedGem> {
  const gems = new Map<string, LockedGem>();
  const checksums = new Map<string, string>();
  let section = '';
  let remotes: string[] = [];
  let revision: string | null = null;
  for (const line of text.split(/\r?\n/)) {
    const heading = /^[A-Z][A-Z ]*$/.exec(line);
    const [, key, value] = /^ {2}(\w+): (.*)$/.exec(line) ?? [];
    const [, name, version] = /^ {4}(\S+) \(([^\s)-]+)[^)]*\)$/.exec(line) ?? [];
    if (heading !== null) {
      section = heading[0];
      remotes = [];
      revision = null;
    } else if (key === 'remote') remotes.push(value!);
    else if (key === 'revision') revision = value!;
    else if (name !== undefined && KINDS[section] !== undefined && !gems.has(name)) {
      gems.set(name, { name, version: version!, kind: KINDS[section]!, remotes, revision, checksum: null });
    } else if (section === 'CHECKSUMS') {
      const [, gem, of, sum] = /^ {2}(\S+) \(([^)]+)\).*\bsha256=([0-9a-f]{64})/.exec(line) ?? [];
      if (gem !== undefined) checksums.set(`${gem} ${of}`, sum!);
    }
  }
  return new Map(
    [...gems].map(([name, gem]) => [name, { ...gem, checksum: checksums.get(`${name} ${gem.version}`) ?? null }]),
  );
}
