// Reads a file of the site as a string.

import type { Configuration } from '../config/configuration.ts';
import type { Source } from '../diagnostics/diagnostic.ts';
import type { SourceFiles } from '../files/file-system.ts';
import { relativeTo } from '../files/paths.ts';
import { decode } from '../text/decode.ts';

/** Where files are read from, and how they are decoded. */
export interface Readable {
  readonly source: string;
  readonly files: SourceFiles;
  readonly config: Configuration;
}

/**
 * Decodes a file in the site's encoding.
 * @throws BuildError 'not-utf-8'
 */
export function readSource(site: Readable, path: string, shown = relativeTo(site.source, path)): Source {
  return { path: shown, text: decode(site.files.read(path), site.config.encoding, shown) };
}
