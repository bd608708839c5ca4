// Reads zip archives with unzipit; archive.ts decides what is allowed in them.

import { unzipRaw, type ZipEntry } from 'unzipit';
import { type Archive, ArchiveBuilder, LIMITS, type Limits, refused } from './archive.ts';
import { crc32 } from './crc32.ts';

/** The file type bits of a Unix mode; zips made on Unix keep the mode in the upper half of the attributes. */
const KIND = 0o170000;
const SYMLINK = 0o120000;
const UNIX = 3;

/**
 * Reads a zip as rubyzip 2.4.1 does: symbolic links are skipped.
 * @param name the archive, as the author knows it
 * @throws BuildError ('archive-refused') if it is damaged, truncated, too large or unsafe
 */
export async function readZip(bytes: Uint8Array, name: string, limits: Limits = LIMITS): Promise<Archive> {
  const archive = new ArchiveBuilder(name, limits);
  const damaged = (error: unknown): never => {
    throw refused(name, 'it is damaged or cut short', error);
  };
  const { entries } = await unzipRaw(bytes).catch(damaged);
  for (const entry of entries) {
    archive.count(entry.size);
    const path = archive.path(entry.name);
    if (entry.isDirectory || isLink(entry)) continue;
    if (entry.encrypted) archive.refuseKind(path, 'password-protected file');
    const content = new Uint8Array(await entry.arrayBuffer().catch(damaged));
    if (crc32(content) !== checksumOf(entry)) throw refused(name, `the checksum of '${path}' is wrong: it is damaged`);
    archive.addFile(path, content);
  }
  return archive.finish();
}

/** unzipit 2.1.1 reads the checksum and keeps it in a private field, but doesn't verify it. */
const checksumOf = (entry: ZipEntry): number | undefined =>
  (entry as unknown as { readonly _rawEntry?: { readonly crc32?: number } })._rawEntry?.crc32;

const isLink = ({ versionMadeBy, externalFileAttributes }: ZipEntry): boolean =>
  versionMadeBy >> 8 === UNIX && ((externalFileAttributes >>> 16) & KIND) === SYMLINK;
