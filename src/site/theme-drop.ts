// `theme` in templates (Jekyll::Drops::ThemeDrop of 4.4.1).

import { HashDrop } from '../ruby/hash-drop.ts';
import type { Value } from '../ruby/values.ts';
import type { Theme } from './theme.ts';

export class ThemeDrop extends HashDrop {
  readonly className = 'Jekyll::Drops::ThemeDrop';
  override readonly contentMethods = ['authors', 'description', 'version', 'root', 'dependencies', 'metadata'];
  readonly #theme: Theme;

  constructor(theme: Theme) {
    super();
    this.#theme = theme;
  }

  protected override read(key: string): Value | undefined {
    switch (key) {
      case 'authors':
        return this.#theme.gemspec.authors.join(', ');
      case 'description':
        return this.#theme.gemspec.description;
      case 'version':
        return this.#theme.version;
      case 'root':
        // Jekyll returns the folder only if the variable JEKYLL_ENV is set to 'development'; a page shouldn't reveal it
        // in any case.
        return '';
      case 'dependencies':
        return [...this.#theme.gemspec.dependencies];
      case 'metadata':
        return new Map(this.#theme.gemspec.metadata);
      default:
        return undefined;
    }
  }

  protected override dataKeys(): Value[] {
    return [];
  }
}
