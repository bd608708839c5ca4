// The folder of a theme and the parts in use (Jekyll::Theme).

import type { SourceFiles } from '../files/file-system.ts';
import { isFile } from '../files/kinds.ts';
import { dirName, joinPath } from '../files/paths.ts';
import { type Gemspec, parseGemspec, parseWrittenGemspec, readGemspecJson } from '../rubygems/gemspec.ts';

export class Theme {
  /** The value of `site.theme` in lower case. */
  readonly name: string;
  /** Absolute, with links resolved. */
  readonly root: string;
  /** '' if unknown. */
  readonly version: string;
  readonly #files: SourceFiles;
  #gemspec: Gemspec | null = null;

  /** @param root the theme's folder; for a gem, gems/NAME-VERSION in a gem home, next to specifications/ */
  constructor(name: string, root: string, version: string, files: SourceFiles) {
    this.name = name;
    this.root = files.realPath(root);
    this.version = version;
    this.#files = files;
  }

  /** The theme's specification; empty if there is none. */
  get gemspec(): Gemspec {
    this.#gemspec ??= this.#readGemspec();
    return this.#gemspec;
  }

  /** Names of runtime dependencies, without Jekyll itself. */
  get dependencies(): readonly string[] {
    return this.gemspec.dependencies.map((text) => text.replace(/ .*$/s, '')).filter((name) => name !== 'jekyll');
  }

  /**
   * A folder of the theme ('_layouts', '_includes', '_sass', 'assets', '_data'); null if it is missing or leads
   * outside.
   */
  folder(name: string): string | null {
    const path = this.#files.realPath(joinPath(this.root, name));
    return path.startsWith(`${this.root}/`) && this.#files.stat(path)?.kind === 'directory' ? path : null;
  }

  /** RubyGems writes it in Ruby next to the gems folder; the cache as JSON; a repository has the author's own Ruby. */
  #readGemspec(): Gemspec {
    const beside = joinPath(dirName(dirName(this.root)), 'specifications', `${this.name}-${this.version}`);
    return (
      this.#parsed(`${beside}.gemspec`, parseGemspec) ??
      this.#parsed(`${beside}.json`, readGemspecJson) ??
      this.#parsed(joinPath(this.root, `${this.name}.gemspec`), parseWrittenGemspec) ??
      this.#parsed(joinPath(this.root, `jekyll-theme-${this.name}.gemspec`), parseWrittenGemspec) ??
      parseGemspec('')
    );
  }

  #parsed(path: string, parse: (text: string) => Gemspec): Gemspec | null {
    return isFile(this.#files, path) ? parse(new TextDecoder().decode(this.#files.read(path))) : null;
  }
}
