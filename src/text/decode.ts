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
    throw new BuildError(
      {
        code: 'not-utf-8',
        message: `The file is not valid ${encoding.toUpperCase()}`,
        path,
        hint: 'Save the file as UTF-8 in your editor, or name its encoding with `encoding:` in _config.yml.',
      },
      cause,
    );
  }
}
