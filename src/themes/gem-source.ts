// Downloads from a gem source: SOURCE/info/NAME and SOURCE/gems/NAME-VERSION.gem.

import { refused } from '../archives/archive.ts';
import { BuildError } from '../diagnostics/diagnostic.ts';
import type { GemVersion } from '../rubygems/gem-info.ts';
import type { LockedGem } from '../rubygems/gemfile-lock.ts';
import { getFile, type Network } from './http.ts';

const MOST_INFO = 16 * 1024 * 1024;
const MOST_GEM = 256 * 1024 * 1024;

/** The list of a gem's versions, as input for parseInfo. */
export async function getInfo(source: string, name: string, network: Network): Promise<string> {
  const answer = await getFile(`${base(source)}/info/${name}`, MOST_INFO, network);
  return new TextDecoder().decode(answer!.bytes);
}

/**
 * Downloads a gem and verifies it.
 * @throws BuildError if its SHA-256 differs from the index or Gemfile.lock
 */
export async function getGem(
  source: string,
  name: string,
  { version, checksum }: GemVersion,
  network: Network,
  locked?: LockedGem,
): Promise<Uint8Array> {
  const file = `${name}-${version}.gem`;
  const { bytes } = (await getFile(`${base(source)}/gems/${file}`, MOST_GEM, network))!;
  const actual = await sha256(bytes);
  if (actual !== checksum) throw refused(file, `its checksum is ${actual}, but the index has ${checksum}`);
  if ((locked?.checksum ?? actual) !== actual) {
    throw new BuildError({
      code: 'archive-refused',
      message: `${file} is refused: its checksum is ${actual}, but Gemfile.lock has ${locked!.checksum}`,
      path: 'Gemfile.lock',
      hint: 'This is not the gem that was locked. Find out why before you build with it.',
    });
  }
  return bytes;
}

const base = (source: string): string => source.replace(/\/+$/, '');

export async function sha256(bytes: Uint8Array): Promise<string> {
  const digest = await crypto.subtle.digest('SHA-256', bytes as Uint8Array<ArrayBuffer>);
  return [...new Uint8Array(digest)].map((byte) => byte.toString(16).padStart(2, '0')).join('');
}
