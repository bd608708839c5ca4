// `theme` in templates (Jekyll::Drops::ThemeDrop of 4.4.1).

import { Fields, TableDrop } from '../../ruby/table-drop.ts';
import type { Value } from '../../ruby/values.ts';
import type { Theme } from '../theme.ts';

const THEME = new Fields<Theme>({
  authors: ({ gemspec }) => gemspec.authors.join(', '),
  description: ({ gemspec }) => gemspec.description,
  version: ({ version }) => version,
  // Jekyll returns the folder only if the variable JEKYLL_ENV is set to 'development'; a page shouldn't reveal it in
  // any case.
  root: () => '',
  dependencies: ({ gemspec }) => [...gemspec.dependencies],
  metadata: ({ gemspec }) => new Map(gemspec.metadata),
});

export class ThemeDrop extends TableDrop<Theme> {
  readonly className = 'Jekyll::Drops::ThemeDrop';
  protected readonly source: Theme;
  protected readonly fields = THEME;

  constructor(theme: Theme) {
    super();
    this.source = theme;
  }

  protected override readData(): undefined {
    return undefined;
  }

  protected override dataKeys(): Value[] {
    return [];
  }
}
