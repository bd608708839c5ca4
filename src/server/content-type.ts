import { lookup } from 'mrmime';

/** MIME type by extension; text types get charset=utf-8. */
export function contentType(path: string): string {
  const type = lookup(path) ?? 'application/octet-stream';
  return /^text\/|[/+](?:json|xml|javascript)$/.test(type) ? `${type}; charset=utf-8` : type;
}
