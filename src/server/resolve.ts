// Resolves a URL to a file.

import type { ServedFolder } from './served-folder.ts';

export type Answer =
  | { readonly kind: 'file'; readonly status: 200 | 404; readonly path: string }
  | { readonly kind: 'redirect'; readonly to: string }
  | { readonly kind: 'text'; readonly status: 400 | 404; readonly text: string };

/** The names that `jekyll serve` looks for in a folder. */
const INDEX = ['index.html', 'index.htm', 'index.xht', 'index.xhtml', 'index.xml', 'index.json'];
/** Extensions that a URL may omit. */
const EXTENSIONS = ['.html', '.xhtml'];

/** @param address path and query of the request; @param baseurl '' or '/name' */
export function resolveRequest(folder: ServedFolder, baseurl: string, address: string): Answer {
  const [, path, query = ''] = /^([^?#]*)(\?[^#]*)?/s.exec(address)!;
  const names = namesOf(path!);
  if (names === null) return { kind: 'text', status: 400, text: 'This URL is malformed.' };
  const base = namesOf(baseurl) ?? [];
  if (base.some((name, i) => names[i] !== name)) {
    const text = `Not found. The site is at ${baseurl}/ (its baseurl).`;
    return { kind: 'text', status: 404, text };
  }
  const own = names.slice(base.length);
  if (own.includes('..')) return notFound(folder);
  const target = [folder.path, ...own].join('/');
  const asFolder = path!.endsWith('/');
  if (!asFolder && folder.isFile(target)) return { kind: 'file', status: 200, path: target };
  const isFolder = folder.stat(target)?.kind === 'directory';
  const index = isFolder
    ? firstFile(
        folder,
        target,
        INDEX.map((name) => `/${name}`),
      )
    : null;
  if (index !== null) return asFolder ? index : { kind: 'redirect', to: addressOf(names) + query };
  const file = asFolder ? null : firstFile(folder, target, EXTENSIONS);
  return file ?? notFound(folder);
}

/** The decoded names of a path; null if no file can have this path. */
function namesOf(path: string): string[] | null {
  try {
    const names = path.split('/').map(decodeURIComponent);
    if (names.some((name) => /[/\\\0]/.test(name))) return null;
    return names.filter((name) => name !== '' && name !== '.');
  } catch {
    return null;
  }
}

/** A folder's URL, built from its names: the requested one might name another host ('//host') or break the header. */
const addressOf = (names: readonly string[]): string =>
  `/${names.map((name) => `${encodeURIComponent(name)}/`).join('')}`;

function firstFile(folder: ServedFolder, target: string, endings: readonly string[]): Answer | null {
  const path = endings.map((ending) => target + ending).find((one) => folder.isFile(one));
  return path === undefined ? null : { kind: 'file', status: 200, path };
}

/** The site's own 404.html, or a line of text. */
export function notFound(folder: ServedFolder): Answer {
  const path = `${folder.path}/404.html`;
  if (folder.isFile(path)) return { kind: 'file', status: 404, path };
  return { kind: 'text', status: 404, text: 'Not found.' };
}
