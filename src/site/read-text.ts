// Text and front matter of pages, documents and layouts, as forgiving as Jekyll.

import { firstLineHint, loadFrontMatter } from '../content/front-matter.ts';
import { BuildError, type Source } from '../diagnostics/diagnostic.ts';
import { isHash, type RubyHash, type Value } from '../ruby/values.ts';
import { decodeWithBytes } from '../text/decode.ts';
import { readSource } from './read-source.ts';
import type { Site } from './site.ts';

export const WITHOUT_FRONT_MATTER = { yaml: null, contentStart: 0 };

/** Jekyll reads no front matter in a file that isn't valid text; whether it can be rendered is decided later. */
export function readTextOrBytes(site: Site, path: string, shown?: string): { source: Source; hasBytes: boolean } {
  try {
    return { source: readSource(site, path, shown), hasBytes: false };
  } catch (error) {
    const { diagnostic } = error instanceof BuildError ? error : { diagnostic: undefined };
    if (diagnostic?.code !== 'not-utf-8') throw error;
    const source = { path: diagnostic.span!.source.path, text: decodeWithBytes(site.files.read(path)) };
    reportUnlessStrict(site, error, `Error reading file ${source.path}`);
    return { source, hasBytes: true };
  }
}

export function frontMatter(site: Site, source: Source, yaml: string): RubyHash {
  let value: Value | false;
  try {
    value = loadFrontMatter(source, yaml);
  } catch (error) {
    reportUnlessStrict(
      site,
      error,
      `${isSyntaxError(error) ? 'YAML Exception reading' : 'Error reading file'} ${source.path}`,
    );
    return new Map();
  }
  if (value === false || value === null) return new Map();
  if (isHash(value)) return value;
  throw new BuildError({
    code: 'front-matter-not-a-mapping',
    message: `Invalid YAML front matter in ${source.path}`,
    span: { source, start: 0, end: 3 },
    hint: firstLineHint(yaml) ?? 'Write front matter as `key: value` lines between two lines of `---`.',
  });
}

/** Psych::SyntaxError, which Jekyll reports differently from other exceptions in loading YAML. */
export const isSyntaxError = (error: unknown): boolean =>
  error instanceof BuildError && error.diagnostic.code === 'yaml-syntax';

/** Turns an error that Jekyll reports and survives into a warning, unless `strict_front_matter` is set. */
export function reportUnlessStrict(site: Site, error: unknown, context: string): void {
  if (!(error instanceof BuildError) || site.config.known.strictFrontMatter) throw error;
  const { diagnostic } = error;
  site.report({ ...diagnostic, severity: 'warning', message: `${context}: ${diagnostic.message}` });
}
