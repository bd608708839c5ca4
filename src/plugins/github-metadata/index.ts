// jekyll-github-metadata 2.16.1 without a network: `site.github`, plus url, baseurl and title if the site doesn't set
// them.

import type { ExactSite } from '../../contract/exact.ts';
import { definePlugin } from '../../contract/plugin.ts';
import { typeError } from '../../liquid/errors.ts';
import type { Context } from '../../liquid/runtime/context.ts';
import { toS } from '../../ruby/to-s.ts';
import { truthy } from '../../ruby/truth.ts';
import { isHash, type RubyHash, type Value } from '../../ruby/values.ts';
import { normalizeUri } from '../../text/uri.ts';
import { markupTag } from '../markup-tag.ts';
import { property, read } from '../values.ts';
import { MetadataDrop } from './metadata.ts';
import { Pages } from './pages.ts';
import { Repository } from './repository.ts';

export const plugin = definePlugin({
  api: 1,
  name: 'jekyll-github-metadata',
  options: {
    section: 'github',
    doc: 'Values for `site.github`, instead of those of the repository.',
  },
  perBuild({ exact: site }) {
    const pages = new Pages(site.env);
    const repository = site.repository === null ? null : new Repository(site, site.repository, pages);
    const own = site.section;
    return {
      hooks: {
        site: {
          after_init() {
            if (repository !== null) addFallbacks(site, repository);
          },
          // If the site's own value is a mapping, it overrides single fields; any other value replaces everything.
          pre_render() {
            const fields: RubyHash | null = own === undefined || own === null ? new Map() : isHash(own) ? own : null;
            if (fields !== null) site.setConfig('github', new MetadataDrop(site, pages, repository, fields));
          },
          post_render: () => site.setConfig('github', own),
        },
      },
      tags: { github_edit_link: { exact: markupTag((markup, context) => editLink(markup, context, site)) } },
    };
  },
});

function addFallbacks(site: ExactSite, repository: Repository): void {
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
    site.setConfig('title', repository.isUserPage ? repository.owner : repository.name);
  }
  if (lacks('description')) site.setConfig('description', null);
  // GitHub Pages always builds for production; elsewhere it depends on the environment.
  if (
    !site.stack.plugins.githubMetadata.answersAsService &&
    site.environment !== 'production' &&
    !site.env.PAGE_BUILD_ID
  )
    return;
  if (lacks('url')) site.setConfig('url', repository.origin);
  const baseurl = hash.get('baseurl') ?? null;
  if (baseurl === null || baseurl === '/') site.setConfig('baseurl', repository.path);
}

/**
 * `{% github_edit_link "Text" %}`: links to the editor for the page's file; without an argument, prints only the URL.
 */
function editLink(markup: string, context: Context, site: ExactSite): string {
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

function unknown(site: ExactSite): string {
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
