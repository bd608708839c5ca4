// Builds URLs from templates and permalinks (Jekyll::URL of 3.10.0 and 4.4.1).

import { BuildError, type Span } from '../diagnostics/diagnostic.ts';
import { extName } from '../files/paths.ts';
import { inspect } from '../ruby/inspect.ts';
import { toS } from '../ruby/to-s.ts';
import type { Value } from '../ruby/values.ts';
import { escapePath, InvalidUriError } from '../text/uri.ts';

/** The value of a placeholder; undefined if it doesn't exist, null for nil. */
export type Placeholders = (name: string) => string | null | undefined;

/** A page or document. */
interface Permalinked {
  readonly relativePath: string;
  keySpan(key: string): Span | undefined;
}

/**
 * The value of `permalink:`; null if it is missing.
 * @throws BuildError 'permalink-no-text' if it is a number, a date or a list: Jekyll fails for these too
 */
export function permalinkText(value: Value, item: Permalinked): string | null {
  if (value === null || value === false) return null;
  if (typeof value === 'string') return value;
  const hint = `Write it as a path in quotes: \`permalink: "/${Array.isArray(value) ? 'about/' : toS(value)}"\`.`;
  throw notText(value, item, hint);
}

/** A permalink that names a file determines the extension: '/feed.xml' -> '.xml'. */
export function permalinkExtension(permalink: string | null): string | null {
  if (permalink === null || permalink.endsWith('/')) return null;
  return extName(permalink) || null;
}

/** The error 'permalink-no-text' for a permalink that should be a string. */
export function notText(value: Value, item: Permalinked, hint: string): BuildError {
  return new BuildError({
    code: 'permalink-no-text',
    message: `The permalink of ${item.relativePath} is ${inspect(value)}, not a string`,
    span: item.keySpan('permalink'),
    path: item.relativePath,
    hint,
  });
}

/** URL.escape_path of a placeholder's value. @throws BuildError 'permalink-invalid' if a URL can't contain it */
function escaped(value: string, path: string): string {
  try {
    return escapePath(value);
  } catch (error) {
    if (!(error instanceof InvalidUriError)) throw error;
    throw new BuildError({
      code: 'permalink-invalid',
      message: `'${value}' can't be part of a URL: ${error.message}`,
      path,
      hint: 'Give the file a name without a colon, or a `permalink:` in its front matter.',
    });
  }
}

/**
 * The URL of a page or static file: only the given placeholders are replaced, anything else stays as written.
 * @param path of the file, for error messages
 */
export function urlFromTable(
  template: string,
  table: readonly (readonly [string, string | null])[],
  path: string,
): string {
  let result = template;
  for (const [name, value] of table) {
    if (!result.includes(':')) break;
    if (value === null) {
      result = result.replaceAll(`/:${name}`, '');
      continue;
    }
    // Escaped even if the template doesn't use it: Jekyll stops at an invalid value in any case.
    const part = escaped(value, path);
    result = result.replaceAll(`:${name}`, () => part);
  }
  return sanitizeUrl(result);
}

/**
 * The URL of a document.
 * @throws BuildError 'permalink-placeholder' for an unknown placeholder, as in Jekyll
 */
export function urlFromDocument(template: string, placeholders: Placeholders, path: string): string {
  const result = template.replace(/:([a-z_]+)/g, (match, name: string) => {
    const pool = name.endsWith('_') ? [name, name.slice(0, -1)] : [name];
    for (const key of pool) {
      const value = placeholders(key);
      if (value === undefined) continue;
      return match.replace(`:${key}`, () => escaped(value ?? '', path));
    }
    throw new BuildError({
      code: 'permalink-placeholder',
      message: `The URL template doesn't have ${pool.join(' or ')} keys. Check your permalink template!`,
      path,
      hint: `The template is '${template}'. Placeholders are :year, :month, :day, :title, :categories, :collection, :path, :name and others.`,
    });
  });
  return sanitizeUrl(result);
}

function sanitizeUrl(url: string): string {
  return `/${url}`
    .replaceAll('..', '/')
    .replaceAll('./', '')
    .replace(/\/{2,}/g, '/');
}

/** Utils.add_permalink_suffix. */
export function withPermalinkSuffix(template: string, style: string): string {
  if (style === 'pretty') return `${template}/`;
  if (style === 'date' || style === 'ordinal' || style === 'none') return `${template}:output_ext`;
  let result = template;
  if (style.endsWith('/')) result += '/';
  if (style.endsWith(':output_ext')) result += ':output_ext';
  return result;
}
