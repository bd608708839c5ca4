// Derives a site's URL from its repository's name: as the service would answer on github-pages, as the gem guesses
// without a network on jekyll-4.

import type { ExactSite } from '../../contract/exact.ts';
import { isFile } from '../../files/kinds.ts';
import { joinPath } from '../../files/paths.ts';
import type { Pages } from './pages.ts';

export class Repository {
  /** 'owner/name' as given. */
  readonly nwo: string;
  readonly owner: string;
  readonly name: string;
  readonly #pages: Pages;
  readonly #isService: boolean;
  /** The custom domain from the file CNAME. */
  readonly #domain: string | null;

  constructor(site: ExactSite, nwo: string, pages: Pages) {
    const parts = nwo.split('/');
    this.nwo = nwo;
    this.owner = parts[0]!;
    this.name = parts.findLast((part) => part !== '') ?? '';
    this.#pages = pages;
    this.#isService = site.stack.plugins.githubMetadata.answersAsService;
    this.#domain = this.#isService && pages.hasDomains ? ownDomain(site) : null;
  }

  /** owner.github.io: the site of a user or organization. */
  get isUserPage(): boolean {
    const name = this.name.toLowerCase();
    const owner = this.owner.toLowerCase();
    if (this.#pages.isEnterprise) return name === `${owner}.${this.#pages.hostname}`;
    return name === this.#ownersDomain || name === `${owner}.github.com`;
  }

  get #ownersDomain(): string {
    const { isEnterprise, hostname, pagesHostname } = this.#pages;
    if (isEnterprise) return pagesHostname.toLowerCase();
    return `${this.owner}.${this.owner === 'github' ? hostname : pagesHostname}`.toLowerCase();
  }

  /** Scheme and host of the published site. */
  get origin(): string {
    const { hasDomains, hasIsolatedSubdomains, scheme, pagesHostname, githubUrl } = this.#pages;
    if (!hasDomains) return hasIsolatedSubdomains ? `${scheme}://${pagesHostname}` : githubUrl;
    const isSecure = this.#isService || this.owner === 'github';
    return `${isSecure ? 'https' : 'http'}://${this.#domain ?? this.#ownersDomain}`;
  }

  /** The path of the published site: '' or '/name'. */
  get path(): string {
    const { hasDomains, hasIsolatedSubdomains } = this.#pages;
    if (!hasDomains) return `${hasIsolatedSubdomains ? '' : '/pages'}/${this.isUserPage ? this.owner : this.nwo}`;
    return this.#domain !== null || this.isUserPage ? '' : `/${this.name}`;
  }
}

function ownDomain(site: ExactSite): string | null {
  const path = joinPath(site.source, 'CNAME');
  if (!isFile(site.files, path)) return null;
  return new TextDecoder().decode(site.files.read(path)).trim().split(/\s+/)[0] || null;
}
