// A gem is a tar of metadata.gz (the specification, as YAML) and data.tar.gz (the files): Gem::Package of RubyGems 3.4.

import { type Archive, LIMITS, refused } from './archive.ts';
import { gunzip } from './gunzip.ts';
import { readTar } from './tar.ts';

export interface Gem extends Archive {
  /** The specification, as YAML. */
  readonly metadata: string;
}

const MOST_METADATA = 4 * 1024 * 1024;

/** @throws BuildError ('archive-refused') if it is not a gem, or is damaged, truncated, too large or unsafe */
export async function readGem(bytes: Uint8Array, name: string): Promise<Gem> {
  const { files } = await readTar(bytes, name);
  const part = (path: string): Uint8Array => {
    const found = files.get(path);
    if (found === undefined) throw refused(name, `it is not a gem: ${path} is missing`);
    return found;
  };
  const [metadata, data] = [part('metadata.gz'), part('data.tar.gz')];
  return {
    metadata: new TextDecoder().decode(await gunzip(metadata, name, MOST_METADATA)),
    ...(await readTar(await gunzip(data, name, LIMITS.bytes), name)),
  };
}
