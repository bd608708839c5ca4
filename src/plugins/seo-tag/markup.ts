// The elements that `{% seo %}` prints, one per line.

import { toS } from '../../ruby/to-s.ts';
import { truthy } from '../../ruby/truth.ts';
import type { Value } from '../../ruby/values.ts';
import { property } from '../values.ts';
import { writeJsonLd } from './json-ld.ts';
import type { Metadata } from './metadata.ts';

export function writeTags(data: Metadata): string {
  const lines = [
    `<!-- Begin Jekyll SEO tag v${data.version} -->`,
    ...(data.showsTitle ? [`<title>${data.title}</title>`] : []),
    `<meta name="generator" content="Jekyll v${toS(property(data.filters.context.find('jekyll'), 'version'))}" />`,
    ...elements(data),
    `<script type="application/ld+json">\n${writeJsonLd(data)}</script>`,
    '<!-- End Jekyll SEO tag -->',
    '',
  ];
  return lines.join('\n');
}

function elements(data: Metadata): string[] {
  const { site, page, image, description, pageTitle, paginator, behaviour, filters } = data;
  const lines: string[] = [];
  const shown = (value: Value): string =>
    behaviour.escapesValues ? filters.print(value, 'escape_once') : filters.print(value);
  const meta = (kind: 'name' | 'property', name: string, value: Value): void => {
    if (truthy(value)) lines.push(`<meta ${kind}="${name}" content="${shown(value)}" />`);
  };
  const link = (relation: string, address: string): void => {
    lines.push(`<link rel="${relation}" href="${address}" />`);
  };

  meta('property', 'og:title', pageTitle);
  meta('name', 'author', data.author.name);
  meta('property', 'og:locale', data.locale);
  if (description !== null) {
    meta('name', 'description', description);
    const name = behaviour.followsTwitter ? 'name="twitter:description" ' : '';
    lines.push(`<meta ${name}property="og:description" content="${shown(description)}" />`);
  }
  if (truthy(property(site, 'url'))) {
    if (data.showsCanonical) link('canonical', shown(data.canonicalUrl));
    meta('property', 'og:url', data.canonicalUrl);
  }
  meta('property', 'og:site_name', data.siteTitle);
  if (image !== null) {
    meta('property', 'og:image', image.path);
    for (const key of ['height', 'width', 'alt']) meta('property', `og:image:${key}`, image.get(key));
  }
  if (truthy(property(page, 'date'))) {
    meta('property', 'og:type', 'article');
    meta('property', 'article:published_time', data.datePublished);
    if (behaviour.followsTwitter) meta('property', 'article:modified_time', data.dateModified);
  } else {
    meta('property', 'og:type', 'website');
  }
  for (const [relation, key] of [
    ['prev', 'previous_page'],
    ['next', 'next_page'],
  ] as const) {
    if (!truthy(property(paginator, key))) continue;
    link(relation, shown(filters.call('absolute_url', property(paginator, `${key}_path`))));
  }
  lines.push(...twitter(data, shown));
  lines.push(...facebook(site, shown));
  lines.push(...verifications(site, shown));
  return lines;
}

type Shown = (value: Value) => string;

const tag = (kind: string, name: string, content: string): string => `<meta ${kind}="${name}" content="${content}" />`;

function twitter({ site, page, image, pageTitle, author, behaviour, filters }: Metadata, shown: Shown): string[] {
  const kind = behaviour.followsTwitter ? 'name' : 'property';
  const lines: string[] = [];
  if (image === null) {
    lines.push(tag('name', 'twitter:card', 'summary'));
  } else {
    const own = filters.default(
      property(property(page, 'twitter'), 'card'),
      property(property(site, 'twitter'), 'card'),
    );
    lines.push(tag('name', 'twitter:card', shown(filters.default(own, 'summary_large_image'))));
    lines.push(tag(kind, 'twitter:image', shown(image.path)));
    if (truthy(image.get('alt'))) lines.push(tag('name', 'twitter:image:alt', shown(image.get('alt'))));
  }
  if (pageTitle !== null) lines.push(tag(kind, 'twitter:title', shown(pageTitle)));
  const account = property(site, 'twitter');
  if (!truthy(account)) return lines;
  const named = (value: Value): string => `@${shown(filters.call('remove', value, '@'))}`;
  lines.push(tag('name', 'twitter:site', named(property(account, 'username'))));
  if (author.twitter !== null) lines.push(tag('name', 'twitter:creator', named(author.twitter)));
  return lines;
}

function listed(values: Value, rows: readonly (readonly [string, string, string])[], shown: Shown): string[] {
  return rows.flatMap(([key, kind, name]) => {
    const value = property(values, key);
    return truthy(value) ? [tag(kind, name, shown(value))] : [];
  });
}

const FACEBOOK = [
  ['admins', 'property', 'fb:admins'],
  ['publisher', 'property', 'article:publisher'],
  ['app_id', 'property', 'fb:app_id'],
] as const;

const facebook = (site: Value, shown: Shown): string[] => listed(property(site, 'facebook'), FACEBOOK, shown);

const VERIFICATIONS = [
  ['google', 'name', 'google-site-verification'],
  ['bing', 'name', 'msvalidate.01'],
  ['alexa', 'name', 'alexaVerifyID'],
  ['yandex', 'name', 'yandex-verification'],
  ['baidu', 'name', 'baidu-site-verification'],
  ['facebook', 'name', 'facebook-domain-verification'],
] as const;

function verifications(site: Value, shown: Shown): string[] {
  const own = property(site, 'webmaster_verifications');
  if (truthy(own)) return listed(own, VERIFICATIONS, shown);
  return listed(site, [['google_site_verification', 'name', 'google-site-verification']], shown);
}
