// gzip through DecompressionStream, which Node and browsers both have.

import { joinBytes } from '../files/bytes.ts';
import { refused } from './archive.ts';

/**
 * Decompresses.
 * @param most the maximum size in bytes, since a small file can expand to gigabytes of zeros
 * @throws BuildError if the result is larger, or the input is damaged
 */
export async function gunzip(packed: Uint8Array, name: string, most: number): Promise<Uint8Array> {
  const chunks: Uint8Array[] = [];
  let length = 0;
  // A blob's stream comes in pieces: whatever one piece expands to arrives at once, before the limit can be checked.
  const pieces = new Blob([packed as Uint8Array<ArrayBuffer>]).stream();
  const reader = pieces.pipeThrough(new DecompressionStream('gzip')).getReader();
  for (;;) {
    const { done, value } = await reader.read().catch((error: unknown) => {
      throw refused(name, 'it is damaged or cut short', error);
    });
    if (done) break;
    length += value.length;
    if (length > most) {
      await reader.cancel().catch(() => {});
      throw refused(name, `it is larger than ${Math.round(most / 1024 / 1024)} MiB when unpacked`);
    }
    chunks.push(value);
  }
  return joinBytes(chunks);
}
