// Path functions on strings: Ruby's File and Jekyll's helpers. Paths are absolute, with '/' as separator.

/** File.basename. */
export function baseName(path: string): string {
  const clean = path.replace(/\/+$/, '');
  return clean.slice(clean.lastIndexOf('/') + 1) || (path.startsWith('/') ? '/' : '');
}

/** File.dirname. */
export function dirName(path: string): string {
  const clean = path.replace(/\/+$/, '');
  const at = clean.lastIndexOf('/');
  if (at < 0) return path.startsWith('/') ? '/' : '.';
  return clean.slice(0, at).replace(/\/+$/, '') || '/';
}

/** File.extname: from the last dot of the name; '' for dot files. A trailing dot yields '.', as on Unix. */
export function extName(path: string): string {
  const name = baseName(path);
  const start = name.length - name.replace(/^\.+/, '').length;
  const at = name.lastIndexOf('.');
  return at <= 0 || at < start ? '' : name.slice(at);
}

/** File.join: exactly one '/' between parts. */
export function joinPath(...parts: string[]): string {
  let result = parts[0] ?? '';
  for (const part of parts.slice(1)) {
    if (result.endsWith('/')) result = part.startsWith('/') ? result.replace(/\/+$/, '') + part : result + part;
    else result += part.startsWith('/') ? part : `/${part}`;
  }
  return result;
}

/** File.expand_path(path, '/'): absolute, without '.', '..' or doubled slashes. */
export function expandPath(path: string, base = '/'): string {
  const names: string[] = [];
  for (const name of (path.startsWith('/') ? path : `${base}/${path}`).split('/')) {
    if (name === '..') names.pop();
    else if (name !== '' && name !== '.') names.push(name);
  }
  return `/${names.join('/')}`;
}

/** Jekyll.sanitized_path: the result is always inside the base folder. */
export function sanitizedPath(base: string, path: string): string {
  if (base === path) return base;
  const clean = expandPath(path.startsWith('~') ? `/${path}` : path);
  if (clean === base || clean.startsWith(`${base}/`)) return clean;
  return joinPath(base, clean);
}

/** A path relative to a folder above it; unchanged if it is elsewhere. */
export function relativeTo(folder: string, path: string): string {
  return path.startsWith(`${folder}/`) ? path.slice(folder.length + 1) : path;
}
