// Reads tar archives with modern-tar; archive.ts decides what is allowed in them.

import { unpackTar } from 'modern-tar';
import { type Archive, ArchiveBuilder, LIMITS, type Limits, refused } from './archive.ts';

/**
 * @param name the archive, as the author knows it
 * @throws BuildError ('archive-refused') if it is damaged, truncated, too large or unsafe
 */
export async function readTar(bytes: Uint8Array, name: string, limits: Limits = LIMITS): Promise<Archive> {
  const archive = new ArchiveBuilder(name, limits);
  for (const { header, data } of await entries(bytes, name, archive)) {
    const path = archive.path(header.name);
    const kind = header.type ?? 'file';
    if (kind === 'file') archive.addFile(path, data ?? new Uint8Array());
    else if (kind === 'symlink') archive.addLink(path, header.linkname ?? '');
    else if (kind === 'link') archive.addHardLink(path, header.linkname ?? '');
    else if (kind !== 'directory') archive.refuseKind(path, kind.replaceAll('-', ' '));
  }
  return archive.finish();
}

async function entries(bytes: Uint8Array, name: string, archive: ArchiveBuilder): ReturnType<typeof unpackTar> {
  let fault: unknown;
  const filter = ({ size }: { size: number }): boolean => {
    try {
      archive.count(size);
    } catch (error) {
      fault = error;
      throw error;
    }
    return true;
  };
  try {
    return await unpackTar(bytes, { strict: true, filter });
  } catch (error) {
    throw fault ?? refused(name, 'it is damaged or cut short', error);
  }
}
