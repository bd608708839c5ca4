// jekyll-redirect-from 0.16.0 (github-pages) and 0.17.0 (jekyll-4): redirect_from and redirect_to, redirects.json.

import type { Document } from '../content/document.ts';
import type { Layout } from '../content/layout.ts';
import { Page } from '../content/page.ts';
import { StaticFile } from '../content/static-file.ts';
import type { ExactSite } from '../contract/exact.ts';
import { definePlugin } from '../contract/plugin.ts';
import { BuildError } from '../diagnostics/diagnostic.ts';
import { joinPath } from '../files/paths.ts';
import { inspect } from '../ruby/inspect.ts';
import { generate } from '../ruby/json.ts';
import { toS } from '../ruby/to-s.ts';
import { truthy } from '../ruby/truth.ts';
import type { RubyHash, Value } from '../ruby/values.ts';
import { absoluteUrl, InvalidUriError } from '../text/uri.ts';
import { dig, read } from './values.ts';

type Target = Page | Document;

export const plugin = definePlugin({
  api: 1,
  name: 'jekyll-redirect-from',
  options: {
    section: 'redirect_from',
    doc: 'Redirections.',
    fields: { json: { type: 'boolean', default: true, doc: '`redirects.json` lists them.' } },
  },
  generators: {
    redirects: {
      takes: ['pages', 'documents', 'layouts'],
      makes: ['pages', 'layouts', 'fields', 'text'],
      generate: ({ exact }) => redirect(exact),
    },
  },
});

function redirect(site: ExactSite): void {
  if (!site.layouts.has('redirect')) site.addLayout('redirect', redirectLayout(site));
  const redirects: RubyHash = new Map();
  for (const item of [...site.documents.filter((one) => one.isWritten), ...site.pages]) {
    if (item instanceof StaticFile) continue;
    for (const from of sources(item)) {
      const data = redirection(site, checked(from, 'redirect_from', item), item.url, item);
      site.addPages(redirectPage(site, data, item));
      note(redirects, data);
    }
    redirectAway(site, item, redirects);
  }
  writeTable(site, redirects);
}

function sources(item: Target): Value[] {
  const own = read(item.toLiquid(), 'redirect_from');
  return (Array.isArray(own) ? own : [own]).filter((value) => value !== null);
}

/** Anything but a string stops the build, as in Ruby. */
function checked(address: Value, key: string, of: Target): string {
  if (typeof address === 'string') return address;
  throw new BuildError({
    code: 'redirect-no-text',
    message: `${key} in ${of.relativePath} is ${inspect(address)}, not a string`,
    span: of.keySpan(key),
    path: of.source?.path ?? of.relativePath,
    hint: 'Put it in quotes.',
  });
}

/** Turns a page or document with `redirect_to` into a redirect at its own URL. */
function redirectAway(site: ExactSite, item: Target, redirects: RubyHash): void {
  const own = read(item.toLiquid(), 'redirect_to');
  const to = Array.isArray(own) ? (own.find((value) => value !== null) ?? null) : own;
  if (!truthy(to)) return;
  if (site.stack.plugins.redirectFrom.escapesTargets && !isAllowed(toS(to))) {
    site.report({
      code: 'redirect-not-allowed',
      severity: 'warning',
      message: `Redirect from: Ignoring disallowed redirect_to ${inspect(to)} in ${item.relativePath}`,
      span: item.keySpan('redirect_to'),
      path: item.source?.path ?? item.relativePath,
      hint: 'Write a path of the site, or a URL that starts with http:// or https://.',
    });
    return;
  }
  const data = redirection(site, item.url, checked(to, 'redirect_to', item), item);
  for (const [key, value] of data) item.setField(toS(key), value);
  item.setContent('');
  note(redirects, data);
}

const note = (redirects: RubyHash, data: RubyHash): void => {
  const redirect = data.get('redirect')!;
  redirects.set(read(redirect, 'from'), read(redirect, 'to'));
};

/** The front matter of a redirect. */
function redirection(site: ExactSite, address: string, target: string, of: Target): RubyHash {
  const from = address === '' || address.startsWith('/') ? address : `/${address}`;
  const to = /^https?:\/\//m.test(target) ? target : absolute(site, target, of);
  const redirect: RubyHash = new Map([['from', from]]);
  if (site.stack.plugins.redirectFrom.escapesTargets) {
    const safe = encodeUnsafe(to);
    redirect.set('to', safe).set('to_js', escapeForScript(generate(safe)));
  } else {
    redirect.set('to', to);
  }
  return new Map<Value, Value>([
    ['sitemap', false],
    ['layout', 'redirect'],
    ['permalink', from],
    ['redirect', redirect],
  ]);
}

function redirectPage(site: ExactSite, data: RubyHash, of: Target): Page {
  const origin = `redirect_from in ${of.relativePath}`;
  return new Page({
    site: site.context,
    dir: '',
    name: 'redirect.html',
    data,
    origin,
    className: 'JekyllRedirectFrom::RedirectPage',
  });
}

function absolute(site: ExactSite, target: string, of: Target): string {
  const { raw, known } = site.config;
  const setting = (key: 'url' | 'baseurl'): string | null => ((raw[key] ?? null) === null ? null : known[key]);
  try {
    return absoluteUrl(target, setting('url'), setting('baseurl'), site.stack.urls);
  } catch (error) {
    if (!(error instanceof InvalidUriError)) throw error;
    throw new BuildError({
      code: 'redirect-invalid',
      message: error.message,
      path: of.source?.path ?? of.relativePath,
      hint: `Browsers can't follow a redirect to '${target}'.`,
    });
  }
}

// Characters that browsers ignore before looking for a scheme: control characters and spaces at both ends, tabs and
// line breaks anywhere.
const AROUND = /^[\u0000-\u0020]+|[\u0000-\u0020]+$/g;

function isAllowed(target: string): boolean {
  const scheme = /^([a-z][a-z0-9+\-.]*):/i.exec(target.replace(/[\t\n\r]/g, '').replace(AROUND, ''))?.[1];
  return scheme === undefined || /^https?$/i.test(scheme);
}

const UNSAFE = /[ "'<>\\`{}\x00-\x1F\x7F]/g;

const encodeUnsafe = (address: string): string =>
  address.replace(UNSAFE, (c) => `%${c.charCodeAt(0).toString(16).toUpperCase().padStart(2, '0')}`);

const escapeForScript = (json: string): string =>
  json.replace(/[<>&\u2028\u2029]/g, (c) => `\\u${c.charCodeAt(0).toString(16).padStart(4, '0')}`);

function writeTable(site: ExactSite, redirects: RubyHash): void {
  if (dig(site, 'json') === false) return;
  if (site.files.stat(joinPath(site.source, 'redirects.json')) !== null) return;
  const data: RubyHash = new Map([['layout', null]]);
  const className = 'JekyllRedirectFrom::PageWithoutAFile';
  const content = generate(redirects);
  const origin = 'redirects.json of jekyll-redirect-from';
  site.addPages(new Page({ site: site.context, dir: '', name: 'redirects.json', data, content, origin, className }));
}

/** The page that a browser shows briefly; a site's own layout with this name replaces it. */
function redirectLayout(site: ExactSite): Layout {
  const attribute = site.stack.plugins.redirectFrom.escapesTargets
    ? '{{ page.redirect.to | escape }}'
    : '{{ page.redirect.to }}';
  const script = site.stack.plugins.redirectFrom.escapesTargets ? '{{ page.redirect.to_js }}' : `"${attribute}"`;
  const inside = [
    '<meta charset="utf-8">',
    '<title>Redirecting&hellip;</title>',
    `<link rel="canonical" href="${attribute}">`,
    `<script>location=${script}</script>`,
    `<meta http-equiv="refresh" content="0; url=${attribute}">`,
    '<meta name="robots" content="noindex">',
    '<h1>Redirecting&hellip;</h1>',
    `<a href="${attribute}">Click here if you are not redirected.</a>`,
  ];
  const content = ['<!DOCTYPE html>', '<html lang="en-US">', ...inside.map((line) => `  ${line}`), '</html>', ''];
  const text = content.join('\n');
  const path = '_layouts/redirect.html';
  const source = { path, text };
  return {
    name: 'redirect',
    relativePath: path,
    file: '',
    data: new Map(),
    content: text,
    source,
    contentStart: 0,
    hasBytes: false,
  };
}
