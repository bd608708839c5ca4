// `site.github`: what follows from the repository's name. What only GitHub's API knows is as it is without a network:
// nil, false or empty.

import { joinPath } from '../../files/paths.ts';
import { HashDrop } from '../../ruby/hash-drop.ts';
import { generate } from '../../ruby/json.ts';
import type { RubyHash, Value } from '../../ruby/values.ts';
import type { Site } from '../../site/site.ts';
import type { Repository } from './repository.ts';
import { PAGES_VERSIONS } from './versions.ts';

/** Of the owner the API knows these; without it they are nil. */
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

const HOST = 'https://github.com';

export class MetadataDrop extends HashDrop {
  readonly className = 'Jekyll::GitHubMetadata::MetadataDrop';
  readonly #values: RubyHash;

  /** @param own the site's `github:`, which goes over everything */
  constructor(site: Site, repository: Repository | null, own: RubyHash) {
    super();
    const known = repository === null ? new Map<Value, Value>() : ofRepository(repository);
    const all = new Map<Value, Value>([...general(site), ...UNKNOWN, ...known, ...own]);
    this.#values = new Map([...all].sort(([a], [b]) => (String(a) < String(b) ? -1 : 1)));
  }

  override get(key: string): Value | undefined {
    return this.#values.get(key);
  }

  override keys(): string[] {
    return [...this.#values.keys()] as string[];
  }

  /** JSON, as the gem prints the whole. */
  override toS(): string {
    const json = JSON.parse(generate(this.#values));
    return JSON.stringify(json, null, 2);
  }
}

/** What the API would tell. */
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

function general(site: Site): [string, Value][] {
  return [
    ['environment', 'dotcom'],
    ['pages_env', 'dotcom'],
    ['hostname', 'github.com'],
    ['pages_hostname', 'github.io'],
    ['api_url', 'https://api.github.com'],
    ['help_url', 'https://docs.github.com'],
    ['versions', site.isJekyll4 ? new Map() : new Map(Object.entries(PAGES_VERSIONS))],
    ['build_revision', revision(site)],
  ];
}

function ofRepository(repository: Repository): Map<Value, Value> {
  const { owner, name, isUserPage } = repository;
  const branch = isUserPage ? 'master' : 'gh-pages';
  const url = `${HOST}/${owner}/${name}`;
  return new Map<Value, Value>([
    ['project_title', name],
    ['owner', new Map(OWNER_KEYS.map((key) => [key, null]))],
    ['owner_name', owner],
    ['owner_url', `${HOST}/${owner}`],
    ['owner_gravatar_url', `${HOST}/${owner}.png`],
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

/** The commit that is checked out, from .git; '' where there is none. */
function revision(site: Site): string {
  const git = joinPath(site.source, '.git');
  const text = (name: string): string =>
    site.files.stat(joinPath(git, name))?.kind === 'file'
      ? new TextDecoder().decode(site.files.read(joinPath(git, name)))
      : '';
  const head = text('HEAD').trim();
  const ref = /^ref: (refs\/\S+)$/.exec(head)?.[1];
  if (ref === undefined) return /^[0-9a-f]{40,64}$/.test(head) ? head : '';
  const packed = text('packed-refs')
    .split('\n')
    .find((line) => line.endsWith(` ${ref}`));
  return text(ref).trim() || (packed?.split(' ')[0] ?? '');
}
