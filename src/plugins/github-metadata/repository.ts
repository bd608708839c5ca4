// What a repository's name tells of its site, as GitHub Pages would answer.

import { joinPath } from '../../files/paths.ts';
import type { Site } from '../../site/site.ts';

export class Repository {
  readonly owner: string;
  readonly name: string;
  /** The domain of its own, from the file CNAME. */
  readonly #domain: string | null;

  /** @param nwo 'owner/name' */
  constructor(site: Site, nwo: string) {
    const parts = nwo.split('/');
    this.owner = parts[0]!;
    this.name = parts[parts.length - 1]!;
    this.#domain = ownDomain(site);
  }

  get nwo(): string {
    return `${this.owner}/${this.name}`;
  }

  /** owner.github.io: the site of a user or an organisation. */
  get isUserPage(): boolean {
    const name = this.name.toLowerCase();
    return ['io', 'com'].some((top) => `${this.owner.toLowerCase()}.github.${top}` === name);
  }

  /** Scheme and host of the published site. */
  get origin(): string {
    return `https://${this.#domain ?? `${this.owner.toLowerCase()}.github.io`}`;
  }

  /** The path of the published site: '' or '/name'. */
  get path(): string {
    return this.#domain !== null || this.isUserPage ? '' : `/${this.name}`;
  }
}

function ownDomain(site: Site): string | null {
  const path = joinPath(site.source, 'CNAME');
  if (site.files.stat(path)?.kind !== 'file') return null;
  return new TextDecoder().decode(site.files.read(path)).trim().split(/\s+/)[0] || null;
}
