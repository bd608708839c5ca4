// Parses, encodes and normalises URLs as Jekyll does, which uses addressable (2.9).

import { percentDecode, percentDecodeBytes, percentEncode, percentEncodeBytes, utf8 } from './percent.ts';
import { strip } from './strip.ts';

/** Addressable::URI::InvalidURIError, with the gem's message. */
export class InvalidUriError extends Error {
  override readonly name = 'InvalidURIError';
}

interface Uri {
  readonly scheme: string | undefined;
  readonly authority: Authority | undefined;
  readonly path: string;
  readonly query: string | undefined;
  readonly fragment: string | undefined;
}

interface Authority {
  readonly user: string | undefined;
  readonly password: string | undefined;
  readonly host: string;
  readonly port: number | undefined;
}

// Characters that aren't encoded in each part of a URL.
const UNRESERVED = /[A-Za-z0-9\-._~]/;
const PCHAR = /[A-Za-z0-9\-._~!$&'()*+,;=:@]/;
const PATH = /[A-Za-z0-9\-._~!$&'()*+,;=:@/]/;
const QUERY_OR_FRAGMENT = /[A-Za-z0-9\-._~!$&'()*+,;=:@/?]/;
const NORMAL_QUERY = /[A-Za-z0-9\-._~!$'()*+,=:@/?%]/;
const AUTHORITY = /[A-Za-z0-9\-._~!$&'()*+,;=:@[\]]/;
const HOST = /[A-Za-z0-9\-._~!$&'()*+,;=[:\]]/;
const ANY = /[A-Za-z0-9\-._~:/?#[\]@!$&'()*+,;=]/;

const DEFAULT_PORTS: ReadonlyMap<string, number> = new Map([
  ['http', 80],
  ['https', 443],
  ['ftp', 21],
  ['tftp', 69],
  ['sftp', 22],
  ['ssh', 22],
  ['svn+ssh', 22],
  ['telnet', 23],
  ['nntp', 119],
  ['gopher', 70],
  ['wais', 210],
  ['ldap', 389],
  ['prospero', 1525],
]);

// `^` and `$` match at line breaks, as in the gem.
const PARTS = /^(?:([^:/?#]+):)?(?:\/\/([^/?#]*))?([^?#]*)(?:\?([^#]*))?(?:#(.*))?$/m;
const SCHEME = /^[a-z][a-z0-9.+-]*$/i;
// A relative path that would be parsed as a scheme and a path.
const AMBIGUOUS = /^(?!\/)[^/:]*:.*$/m;

/** Addressable::URI.parse(text).absolute?: whether there is a scheme (`https:`, `mailto:`, even `a:`). */
export const isAbsoluteUri = (text: string): boolean => parse(text).scheme !== undefined;

/**
 * Addressable::URI.parse(text).normalize.to_s: percent-encodes where necessary, resolves dot segments, lower-cases
 * scheme and host, and drops a default port. Throws an InvalidUriError.
 */
export function normalizeUri(text: string): string {
  const uri = parse(text);
  const scheme = uri.scheme === undefined ? undefined : strip(uri.scheme).toLowerCase();
  const normal: Uri = {
    scheme,
    authority: uri.authority && normalAuthority(uri.authority, scheme),
    path: normalPath(uri.path, scheme),
    query: uri.query && normalQuery(uri.query),
    fragment: uri.fragment && normalizeUriComponent(uri.fragment, QUERY_OR_FRAGMENT),
  };
  return print({ ...normal, query: normal.query || undefined, fragment: normal.fragment || undefined });
}

/**
 * Addressable::URI.normalize_component; by default keeps all characters that URLs may have, like the filter uri_escape.
 */
export function normalizeUriComponent(text: string, kept: RegExp = ANY): string {
  const bytes = percentDecodeBytes(text);
  const decoded = utf8(bytes);
  // If the escapes aren't valid UTF-8, the bytes are encoded again, and all characters that URLs may have are kept.
  return decoded === null ? percentEncodeBytes(bytes, ANY) : percentEncode(decoded.normalize('NFC'), kept);
}

/**
 * Jekyll::URL.escape_path: percent-encodes each segment; `%` is encoded, too, so that existing escapes stay literal,
 * and so is one '#'.
 */
export function escapePath(text: string): string {
  if (/^[a-zA-Z0-9./-]*$/.test(text)) return text;
  const { scheme, authority, path, query, fragment } = parse(text);
  const encoded = print({
    scheme,
    authority: authority && parseAuthority(percentEncode(printAuthority(authority), AUTHORITY)),
    path: percentEncode(path, PATH),
    query: query === undefined ? undefined : percentEncode(query, QUERY_OR_FRAGMENT),
    fragment: fragment === undefined ? undefined : percentEncode(fragment, QUERY_OR_FRAGMENT),
  });
  return encoded.replace('#', '%23');
}

/** Jekyll::URL.unescape_path. */
export const unescapePath = percentDecode;

/** The filter relative_url: base and path, each with a leading slash, normalised. A URL with a scheme isn't changed. */
export function relativeUrl(input: string, baseurl: string | null): string {
  if (isAbsoluteUri(input)) return input;
  const base = baseurl === null ? '' : withoutNewline(baseurl);
  return normalizeUri(slashed(base) + slashed(input));
}

/** How a version of Jekyll makes URLs. */
export interface UrlRules {
  /** Whether an empty `url` counts as unset. */
  readonly ignoresEmpty: boolean;
}

/** The filter absolute_url: the site's `url` and relative_url's result, normalised. `url` is null if it isn't set. */
export function absoluteUrl(input: string, url: string | null, baseurl: string | null, rules: UrlRules): string {
  if (isAbsoluteUri(input)) return input;
  const relative = relativeUrl(input, baseurl);
  if (url === null || (url === '' && rules.ignoresEmpty)) return relative;
  return normalizeUri(url + relative);
}

// String#chomp('/').
const withoutNewline = (text: string): string => (text.endsWith('/') ? text.slice(0, -1) : text);

const slashed = (text: string): string => (text === '' || text.startsWith('/') ? text : `/${text}`);

function parse(text: string): Uri {
  const [, scheme, authority, path = '', query, fragment] = PARTS.exec(text) ?? [];
  if (scheme !== undefined && !SCHEME.test(scheme)) throw new InvalidUriError(`Invalid scheme format: '${scheme}'`);
  const uri: Uri = {
    scheme,
    authority: authority === undefined ? undefined : parseAuthority(authority),
    path,
    query,
    fragment,
  };
  print(uri);
  return uri;
}

function parseAuthority(text: string): Authority {
  const info = /^([^[\]]*)@/m.exec(text)?.[1];
  const user = info === undefined ? undefined : /^([^:]*):?/m.exec(strip(info))?.[1];
  const password = info === undefined ? undefined : /:(.*)$/m.exec(strip(info))?.[1];
  const host = text.replace(/^([^[\]]*)@/m, '').replace(/:([^:@[\]]*?)$/m, '');
  const port = percentDecode(/:([^:@[\]]*?)$/m.exec(text)?.[1] ?? '');
  if (port !== '' && !/^\d+$/m.test(port)) throw new InvalidUriError(`Invalid port number: ${JSON.stringify(port)}`);
  return { user, password, host, port: Number.parseInt(port, 10) || undefined };
}

function printAuthority({ user, password, host, port }: Authority): string {
  const info = user === undefined ? '' : `${user}${password === undefined ? '' : `:${password}`}@`;
  return `${info}${host}${port === undefined ? '' : `:${port}`}`;
}

function print(uri: Uri): string {
  const { scheme, authority, path, query, fragment } = uri;
  const rooted = authority !== undefined && path !== '' && !path.startsWith('/') ? `/${path}` : path;
  const text =
    (scheme === undefined ? '' : `${scheme}:`) +
    (authority === undefined ? '' : `//${printAuthority(authority)}`) +
    rooted +
    (query === undefined ? '' : `?${query}`) +
    (fragment === undefined ? '' : `#${fragment}`);
  check({ ...uri, path: rooted }, text);
  return text;
}

function check({ scheme, authority, path }: Uri, text: string): void {
  const host = authority?.host;
  if (scheme !== undefined && DEFAULT_PORTS.has(scheme.toLowerCase()) && !host && path === '') {
    throw new InvalidUriError(`Absolute URI missing hierarchical segment: '${text}'`);
  }
  if (authority === undefined && path.startsWith('//')) {
    throw new InvalidUriError(`Cannot have a path with two leading slashes without an authority set: '${text}'`);
  }
  if (host !== undefined) {
    const literal = /^\[(.*)\]$/m.exec(host)?.[1];
    const broken = literal !== undefined && !/^[A-Za-z0-9\-._~!$&'()*+,;=:]*$/m.test(literal);
    if (broken || /[<>{}/\\?#@"\s\u0085]/.test(host)) throw new InvalidUriError(`Invalid character in host: '${host}'`);
  }
  if (scheme === undefined && path !== '' && AMBIGUOUS.test(path)) {
    throw new InvalidUriError(`Cannot assemble URI string with ambiguous path: '${path}'`);
  }
}

function normalAuthority({ user, password, host, port }: Authority, scheme: string | undefined): Authority {
  const anonymous = scheme !== undefined && /https?/.test(scheme) && !strip(user ?? '') && !strip(password ?? '');
  const info = (text: string | undefined): string | undefined =>
    text === undefined || anonymous ? undefined : normalizeUriComponent(strip(text), UNRESERVED);
  return parseAuthority(
    printAuthority({
      user: info(user),
      password: info(password),
      host: normalHost(strip(host)),
      port: scheme !== undefined && DEFAULT_PORTS.get(scheme) === port ? undefined : port,
    }),
  );
}

function normalHost(host: string): string {
  if (host === '') return '';
  const ascii = toAscii(percentDecode(host.toLowerCase()).normalize('NFKC'));
  return normalizeUriComponent(/[^.]\.$/.test(ascii) ? ascii.slice(0, -1) : ascii, HOST);
}

// A host name in punycode.
function toAscii(host: string): string {
  if (!/[^\0-\x7f]/.test(host)) return host;
  try {
    return new URL(`http://${host}`).hostname;
  } catch {
    return host;
  }
}

function normalPath(path: string, scheme: string | undefined): string {
  // If the first segment has a colon, the gem replaces the colon with an escaped slash.
  const source = scheme === undefined && AMBIGUOUS.test(path) ? path.replace(':', '%2F') : path;
  const segments = strip(source).split('/');
  const normal = removeDots(segments.map((segment) => normalizeUriComponent(segment, PCHAR)));
  return normal === '' && scheme !== undefined && /^(?:https?|t?ftp)$/.test(scheme) ? '/' : normal;
}

function removeDots(segments: readonly string[]): string {
  const out = [segments[0] ?? ''];
  const last = segments.length - 1;
  for (let i = 1; i <= last; i++) {
    const segment = segments[i]!;
    if (segment === '.') {
      if (i === last) out.push('');
    } else if (segment !== '..') out.push(segment);
    else if (out.length > 1) {
      out.pop();
      if (i === last) out.push('');
    } else out.push('..');
  }
  const path = out.join('/');
  if (path.startsWith('/')) {
    // `..` at the root is dropped.
    return path === '/..' ? '/' : path.startsWith('/../') ? path.slice(3) : path;
  }
  let start = 0;
  while (path[start] === '.') {
    start++;
    if (path[start] === '.') start++;
    if (path[start] === '/') start++;
  }
  return path.slice(start);
}

// An escaped plus stays escaped, since a bare one means a space.
function normalQuery(query: string): string {
  return query
    .split('&')
    .map((pair) => {
      const bytes = percentDecodeBytes(pair, ['%2B']);
      const decoded = utf8(bytes);
      if (decoded === null) return percentEncodeBytes(bytes, ANY);
      return percentEncode(decoded.normalize('NFC').replace(/%(?!2B|2b)/g, '%25'), NORMAL_QUERY).replace(/%2b/g, '%2B');
    })
    .join('&');
}
