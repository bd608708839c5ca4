// `site.github`, derived from the repository's name. Fields that only GitHub's API knows have the gem's values without
// a network: nil, false or empty.

import type { ExactSite } from '../../contract/exact.ts';
import { HashDrop } from '../../ruby/hash-drop.ts';
import { generate } from '../../ruby/json.ts';
import type { RubyHash, Value } from '../../ruby/values.ts';
import type { Pages } from './pages.ts';
import type { Repository } from './repository.ts';

/** Owner fields that come from the API; nil without it. */
const OWNER_KEYS = [
  'avatar_url',
  'bio',
  'blog',
  'collaborators',
  'company',
  'created_at',
  'description',
  'email',
  'followers',
  'following',
  'has_organization_projects',
  'has_repository_projects',
  'hireable',
  'html_url',
  'id',
  'is_verified',
  'location',
  'login',
  'name',
  'node_id',
  'public_gists',
  'public_repos',
  'type',
  'updated_at',
] as const;

export class MetadataDrop extends HashDrop {
  readonly className = 'Jekyll::GitHubMetadata::MetadataDrop';
  readonly #values: RubyHash;

  /** @param own the site's `github:`, which overrides everything */
  constructor(site: ExactSite, pages: Pages, repository: Repository | null, own: RubyHash) {
    super();
    const known = repository === null ? new Map<Value, Value>() : ofRepository(repository, pages);
    const all = new Map<Value, Value>([...general(site, pages), ...UNKNOWN, ...known, ...own]);
    this.#values = new Map([...all].sort(([a], [b]) => (String(a) < String(b) ? -1 : 1)));
  }

  protected override read(key: string): Value | undefined {
    return this.#values.get(key);
  }

  override get contentMethods(): readonly string[] {
    return [...this.#values.keys()] as string[];
  }

  protected override dataKeys(): Value[] {
    return [];
  }

  /** The gem prints the whole object as JSON. */
  override toS(): string {
    const json = JSON.parse(generate(this.#values));
    return JSON.stringify(json, null, 2);
  }
}

/** Fields that only the API knows. */
const UNKNOWN: readonly [string, Value][] = [
  ...[
    'organization_members',
    'project_tagline',
    'owner_display_name',
    'issues_url',
    'wiki_url',
    'language',
    'show_downloads',
    'private',
    'archived',
    'disabled',
    'license',
  ].map((key): [string, Value] => [key, null]),
  ['public_repositories', []],
  ['contributors', false],
  ['releases', false],
  ['latest_release', false],
];

function general(site: ExactSite, pages: Pages): [string, Value][] {
  return [
    ['environment', pages.env],
    ['pages_env', pages.env],
    ['hostname', pages.hostname],
    ['pages_hostname', pages.pagesHostname],
    ['api_url', pages.apiUrl],
    ['help_url', pages.helpUrl],
    ['versions', new Map(Object.entries(site.stack.plugins.githubMetadata.versions))],
    ['build_revision', site.env.JEKYLL_BUILD_REVISION ?? site.git?.headCommit() ?? ''],
  ];
}

function ofRepository(repository: Repository, { githubUrl }: Pages): Map<Value, Value> {
  const { owner, name, isUserPage } = repository;
  const branch = isUserPage ? 'master' : 'gh-pages';
  const ownerUrl = `${githubUrl}/${owner}`;
  const url = `${ownerUrl}/${name}`;
  return new Map<Value, Value>([
    ['project_title', name],
    ['owner', new Map(OWNER_KEYS.map((key) => [key, null]))],
    ['owner_name', owner],
    ['owner_url', ownerUrl],
    ['owner_gravatar_url', `${ownerUrl}.png`],
    ['repository_url', url],
    ['repository_nwo', repository.nwo],
    ['repository_name', name],
    ['zip_url', `${url}/zipball/${branch}`],
    ['tar_url', `${url}/tarball/${branch}`],
    ['clone_url', `${url}.git`],
    ['releases_url', `${url}/releases`],
    ['is_user_page', isUserPage],
    ['is_project_page', !isUserPage],
    ['url', repository.origin + repository.path],
    ['baseurl', repository.path],
    [
      'source',
      new Map([
        ['branch', branch],
        ['path', '/'],
      ]),
    ],
  ]);
}
