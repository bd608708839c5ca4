import { lookup } from 'mrmime';

/** What a browser is told about a file: by its extension; texts are UTF-8. */
export function contentType(path: string): string {
  const type = lookup(path) ?? 'application/octet-stream';
  return /^text\/|[/+](?:json|xml|javascript)$/.test(type) ? `${type}; charset=utf-8` : type;
}
