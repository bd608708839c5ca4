// Which file an address means.

import type { FileSystem } from '../files/file-system.ts';

export type Answer =
  | { readonly kind: 'file'; readonly status: 200 | 404; readonly path: string; readonly size: number }
  | { readonly kind: 'redirect'; readonly to: string }
  | { readonly kind: 'text'; readonly status: 400 | 404; readonly text: string };

/** What `jekyll serve` takes for a folder's page. */
const INDEX = ['index.html', 'index.htm', 'index.xht', 'index.xhtml', 'index.xml', 'index.json'];
/** What may be left out of an address. */
const EXTENSIONS = ['.html', '.xhtml'];

/** @param address the request's path and query; @param baseurl '' or '/name' */
export function resolveRequest(files: FileSystem, folder: string, baseurl: string, address: string): Answer {
  const [, path, query] = /^([^?#]*)(\?[^#]*)?/s.exec(address) as unknown as [string, string, string | undefined];
  const names = namesOf(path);
  if (names === null) return { kind: 'text', status: 400, text: 'This address can not be read.' };
  const base = namesOf(baseurl) ?? [];
  if (base.some((name, i) => names[i] !== name)) {
    const text = `Not found. The site is at ${baseurl}/ (its baseurl).`;
    return { kind: 'text', status: 404, text };
  }
  const own = names.slice(base.length);
  if (own.some((name) => name === '..' || name.startsWith('.ht'))) return notFound(files, folder);
  const target = [folder, ...own].join('/');
  const stat = files.stat(target);
  const asFolder = path.endsWith('/');
  if (stat?.kind === 'file' && !asFolder) return { kind: 'file', status: 200, path: target, size: stat.size };
  const index =
    stat?.kind === 'directory'
      ? firstFile(
          files,
          INDEX.map((name) => `${target}/${name}`),
        )
      : null;
  if (index !== null && asFolder) return index;
  if (index !== null) return { kind: 'redirect', to: `${escapeSlashes(path)}/${query ?? ''}` };
  const file = asFolder
    ? null
    : firstFile(
        files,
        EXTENSIONS.map((extension) => target + extension),
      );
  return file ?? notFound(files, folder);
}

/** A path's names, decoded; null where it isn't a path that a file can have. */
function namesOf(path: string): string[] | null {
  try {
    const names = path.split('/').map(decodeURIComponent);
    if (names.some((name) => /[/\\\0]/.test(name))) return null;
    return names.filter((name) => name !== '' && name !== '.');
  } catch {
    return null;
  }
}

/** `//host` would lead a browser to another machine. */
const escapeSlashes = (path: string): string => path.replace(/^\/{2,}/, '/');

function firstFile(files: FileSystem, paths: readonly string[]): Answer | null {
  for (const path of paths) {
    const stat = files.stat(path);
    if (stat?.kind === 'file') return { kind: 'file', status: 200, path, size: stat.size };
  }
  return null;
}

function notFound(files: FileSystem, folder: string): Answer {
  const page = files.stat(`${folder}/404.html`);
  if (page?.kind === 'file') return { kind: 'file', status: 404, path: `${folder}/404.html`, size: page.size };
  return { kind: 'text', status: 404, text: 'Not found.' };
}
