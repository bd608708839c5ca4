// Bytes to text.

import { BuildError } from '../diagnostics/diagnostic.ts';

/**
 * UTF-8 without its byte order mark.
 * @throws BuildError 'not-utf-8' with the path, where the bytes are no UTF-8.
 */
export function decodeUtf8(bytes: Uint8Array, path: string): string {
  return decode(bytes, 'utf-8', path);
}

/**
 * Text in a named encoding (the names of the Encoding standard), without a byte order mark.
 * @throws BuildError 'not-utf-8' or 'unknown-encoding'.
 */
export function decode(bytes: Uint8Array, encoding: string, path: string): string {
  let decoder: InstanceType<typeof TextDecoder>;
  try {
    decoder = new TextDecoder(encoding, { fatal: true });
  } catch (cause) {
    const hint = 'Set `encoding: utf-8` in _config.yml, or another encoding that browsers know.';
    throw new BuildError({ code: 'unknown-encoding', message: `Unknown encoding '${encoding}'`, path, hint }, cause);
  }
  try {
    return decoder.decode(bytes);
  } catch (cause) {
    const text = new TextDecoder(encoding).decode(bytes);
    const at = validLength(bytes, encoding);
    throw new BuildError(
      {
        code: 'not-utf-8',
        message: `The file is not valid ${encoding.toUpperCase()}`,
        span: { source: { path, text }, start: at, end: at + 1 },
        hint: 'Save the file as UTF-8 in your editor, or name its encoding with `encoding:` in _config.yml.',
      },
      cause,
    );
  }
}

/** How much of the text comes before the first byte that the encoding doesn't allow, in UTF-16 units. */
function validLength(bytes: Uint8Array, encoding: string): number {
  const prefix = (length: number): string | null => {
    try {
      return new TextDecoder(encoding, { fatal: true }).decode(bytes.subarray(0, length), { stream: true });
    } catch {
      return null;
    }
  };
  let [good, bad] = [0, bytes.length + 1];
  while (bad - good > 1) {
    const middle = (good + bad) >> 1;
    if (prefix(middle) === null) bad = middle;
    else good = middle;
  }
  return prefix(good)!.length;
}
