// The page as structured data (schema.org), with keys in alphabetical order.

import { generate } from '../../ruby/json.ts';
import { truthy } from '../../ruby/truth.ts';
import type { RubyHash, Value } from '../../ruby/values.ts';
import type { Metadata } from './metadata.ts';

const ESCAPES = /[<>&\u2028\u2029]/g;

export function writeJsonLd(data: Metadata): string {
  const fields: [string, Value][] = [
    ['@context', 'https://schema.org'],
    ['@type', data.type],
    ['author', author(data)],
    ['dateModified', data.dateModified],
    ['datePublished', data.datePublished],
    ['description', data.description],
    ['headline', data.pageTitle],
    ['image', image(data)],
    ['mainEntityOfPage', mainEntity(data)],
    ['name', data.name],
    ['publisher', publisher(data)],
    ['sameAs', data.links],
    ['url', data.canonicalUrl],
  ];
  const json = generate(new Map(fields.filter(([, value]) => value !== null)));
  if (!data.behaviour.escapesValues) return json;
  return json.replace(ESCAPES, (c) => `\\u${c.charCodeAt(0).toString(16).padStart(4, '0')}`);
}

function author({ author: of }: Metadata): RubyHash | null {
  const type = of.get('type');
  if (!truthy(of.get('name'))) return null;
  if (truthy(type) && type !== 'Organization' && type !== 'Person') return null;
  const hash = new Map<Value, Value>([
    ['@type', truthy(type) ? type : 'Person'],
    ['name', of.get('name')],
  ]);
  if (truthy(of.get('url'))) hash.set('url', of.get('url'));
  return hash;
}

/** Only the URL if nothing else is known about the image. */
function image({ image: own }: Metadata): Value {
  if (own === null || own.details.size === 1) return own?.path ?? null;
  const hash: RubyHash = new Map(own.details);
  hash.delete('path');
  return hash.set('url', own.path).set('@type', 'imageObject');
}

function mainEntity(data: Metadata): RubyHash | null {
  if (data.type !== 'BlogPosting' && data.type !== 'CreativeWork') return null;
  return new Map([
    ['@type', 'WebPage'],
    ['@id', data.canonicalUrl],
  ]);
}

function publisher({ logo, author: of }: Metadata): RubyHash | null {
  if (logo === null) return null;
  const picture = new Map<Value, Value>([
    ['@type', 'ImageObject'],
    ['url', logo],
  ]);
  const hash = new Map<Value, Value>([
    ['@type', 'Organization'],
    ['logo', picture],
  ]);
  if (truthy(of.name)) hash.set('name', of.name);
  return hash;
}
