// gzip, by the platform's own streams, which Node and browsers have.

import { joinBytes } from '../files/bytes.ts';
import { refused } from './archive.ts';

/**
 * The bytes that were packed.
 * @param most bytes that they may be; a small file can hold gigabytes of zeros
 * @throws BuildError where they are more, or the packed ones are damaged
 */
export async function gunzip(packed: Uint8Array, name: string, most: number): Promise<Uint8Array> {
  const chunks: Uint8Array[] = [];
  let length = 0;
  // In pieces, since all that one piece holds comes out at once.
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
      throw refused(name, `unpacked it has more than ${Math.round(most / 1024 / 1024)} MiB`);
    }
    chunks.push(value);
  }
  return joinBytes(chunks);
}
