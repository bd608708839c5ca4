// The two stacks that a site can ask for.

export type Profile = 'github-pages' | 'jekyll-4';

/** What differs by version; read in one place, so that nothing else compares version strings. */
export interface Stack {
  readonly profile: Profile;
  /** `jekyll.version`, the generator strings. */
  readonly jekyll: string;
  readonly kramdown: '2.4.0' | '2.5.2';
  readonly rouge: '3.30.0' | '4.7.0';
}

export const STACKS: Readonly<Record<Profile, Stack>> = {
  'github-pages': { profile: 'github-pages', jekyll: '3.10.0', kramdown: '2.4.0', rouge: '3.30.0' },
  'jekyll-4': { profile: 'jekyll-4', jekyll: '4.4.1', kramdown: '2.5.2', rouge: '4.7.0' },
};
