// jekyll-github-metadata 2.16.1 without a network: `site.github`, plus url, baseurl and title if the site doesn't set
// them.

import { typeError } from '../../liquid/errors.ts';
import type { Context } from '../../liquid/runtime/context.ts';
import { toS } from '../../ruby/to-s.ts';
import { truthy } from '../../ruby/truth.ts';
import { isHash, type Value } from '../../ruby/values.ts';
import type { Plugin } from '../../site/plugin.ts';
import type { Site } from '../../site/site.ts';
import { normalizeUri } from '../../text/uri.ts';
import { property, read } from '../values.ts';
import { MetadataDrop } from './metadata.ts';
import { Pages } from './pages.ts';
import { Repository } from './repository.ts';

export const plugin: Plugin = {
  name: 'jekyll-github-metadata',
  setup(site) {
    const pages = new Pages(site.env);
    const repository = site.repository === null ? null : new Repository(site, site.repository, pages);
    if (repository !== null) addFallbacks(site, repository);
    const { hash } = site.config;
    const own = hash.get('github');
    // If the site's own value is a mapping, it overrides single fields; any other value replaces everything.
    site.hooks.onSite('pre_render', () => {
      if (own === undefined || own === null) hash.set('github', new MetadataDrop(site, pages, repository, new Map()));
      else if (isHash(own)) hash.set('github', new MetadataDrop(site, pages, repository, own));
    });
    site.hooks.onSite('post_render', () => {
      if (own === undefined) hash.delete('github');
      else hash.set('github', own);
    });
    site.liquid.tags.set('github_edit_link', {
      parse: (markup) => ({ render: (context: Context) => editLink(markup, context, site) }),
    });
  },
};

function addFallbacks(site: Site, repository: Repository): void {
  const { hash } = site.config;
  const lacks = (key: string): boolean => !truthy(hash.get(key));
  if (!lacks('name') && lacks('title')) {
    site.report({
      code: 'site-name-without-title',
      severity: 'info',
      message:
        'site.title, which most themes and plugins read, is missing: jekyll-github-metadata sets none if site.name is set',
      ...site.config.place.name(),
      hint: 'Write `title:` beside `name:`.',
    });
  } else if (lacks('title')) {
    hash.set('title', repository.isUserPage ? repository.owner : repository.name);
  }
  if (lacks('description')) hash.set('description', null);
  // GitHub Pages always builds for production; elsewhere it depends on the environment.
  if (
    !site.stack.plugins.githubMetadata.answersAsService &&
    site.environment !== 'production' &&
    !site.env.PAGE_BUILD_ID
  )
    return;
  if (lacks('url')) hash.set('url', repository.origin);
  const baseurl = hash.get('baseurl') ?? null;
  if (baseurl === null || baseurl === '/') hash.set('baseurl', repository.path);
}

/**
 * `{% github_edit_link "Text" %}`: links to the editor for the page's file; without an argument, prints only the URL.
 */
function editLink(markup: string, context: Context, site: Site): string {
  const github = context.find('site');
  const data = property(github, 'github');
  if (Array.isArray(data) || typeof data === 'number' || typeof data === 'bigint') {
    throw typeError('no implicit conversion of String into Integer', 'Write `github:` in _config.yml as a mapping.');
  }
  const source = property(data, 'source');
  const parts = [
    property(data, 'repository_url'),
    'edit/',
    property(source, 'branch'),
    property(source, 'path'),
    read(context.registers.page, 'path'),
  ];
  const match = /"([^\n]*)"|'([^\n]*)'/.exec(markup);
  const label = match?.[1] ?? match?.[2];
  const address = parts.includes(null) ? unknown(site) : normalizeUri(joined(parts));
  return label === undefined ? address : `<a href="${address}">${label}</a>`;
}

function unknown(site: Site): string {
  site.report({
    code: 'github-repository-unknown',
    severity: 'warning',
    message: 'github_edit_link needs the repository, which is unknown',
    hint: "Set `repository: owner/name` in _config.yml, or the Git remote 'origin'.",
  });
  return '';
}

const joined = (parts: readonly Value[]): string =>
  parts
    .map((part, i) => {
      const text = toS(part).replace(/^\//, '');
      const closed = i === parts.length - 1 || text.endsWith('/') ? text : `${text}/`;
      return closed === '/' ? '' : closed;
    })
    .join('');
