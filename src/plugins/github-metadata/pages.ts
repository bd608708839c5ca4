// What environment variables say about GitHub: the public one, or an enterprise's own (Pages of
// jekyll-github-metadata).

type Variables = Readonly<Record<string, string | undefined>>;

export class Pages {
  /** 'dotcom', as on GitHub's own builders, unless PAGES_ENV overrides it. */
  readonly env: string;
  readonly apiUrl: string;
  readonly helpUrl: string;
  readonly hostname: string;
  readonly pagesHostname: string;
  readonly scheme: 'http' | 'https';
  readonly hasIsolatedSubdomains: boolean;

  constructor(variables: Variables) {
    const text = (...names: string[]): string | undefined =>
      names.map((name) => variables[name]).find((value) => value);
    const address = (otherwise: string, ...names: string[]): string => (text(...names) ?? otherwise).replace(/\/$/, '');
    this.env = text('PAGES_ENV') ?? 'dotcom';
    this.apiUrl = address('https://api.github.com', 'PAGES_API_URL', 'API_URL');
    this.helpUrl = address('https://docs.github.com', 'PAGES_HELP_URL', 'HELP_URL');
    this.hostname = address('github.com', 'PAGES_GITHUB_HOSTNAME', 'GITHUB_HOSTNAME');
    const local = this.env === 'development' ? 'localhost:4000' : 'github.io';
    this.pagesHostname = address(local, 'PAGES_PAGES_HOSTNAME', 'PAGES_HOSTNAME');
    this.scheme = text('SSL') === 'true' || this.env === 'test' ? 'https' : 'http';
    this.hasIsolatedSubdomains = text('SUBDOMAIN_ISOLATION') === 'true';
  }

  get isEnterprise(): boolean {
    return this.env === 'enterprise';
  }

  /** Whether each owner's sites have their own domain. */
  get hasDomains(): boolean {
    return this.env === 'dotcom' || this.env === 'test';
  }

  get githubUrl(): string {
    const isPublic = this.env === 'dotcom' || this.hostname === 'github.com';
    return isPublic ? 'https://github.com' : `${this.scheme}://${this.hostname}`;
  }
}
