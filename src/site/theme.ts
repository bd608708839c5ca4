// A theme's folder and what is used of it (Jekyll::Theme).

import type { SourceFiles } from '../files/file-system.ts';
import { isFile } from '../files/kinds.ts';
import { dirName, joinPath } from '../files/paths.ts';
import { type Gemspec, parseGemspec, parseWrittenGemspec, readGemspecJson } from '../rubygems/gemspec.ts';

export class Theme {
  /** What `site.theme` is, in small letters. */
  readonly name: string;
  /** Absolute, without links. */
  readonly root: string;
  /** '' where nothing tells it. */
  readonly version: string;
  readonly #files: SourceFiles;
  #gemspec: Gemspec | null = null;

  /** @param root a folder; that of a gem is gems/NAME-VERSION in a home of gems, with specifications/ beside gems/ */
  constructor(name: string, root: string, version: string, files: SourceFiles) {
    this.name = name;
    this.root = files.realPath(root);
    this.version = version;
    this.#files = files;
  }

  /** What the theme says of itself; empty where it says nothing. */
  get gemspec(): Gemspec {
    this.#gemspec ??= this.#readGemspec();
    return this.#gemspec;
  }

  /** Runtime dependencies, by name, without Jekyll itself. */
  get dependencies(): readonly string[] {
    return this.gemspec.dependencies.map((text) => text.replace(/ .*$/s, '')).filter((name) => name !== 'jekyll');
  }

  /** One of the theme's folders ('_layouts', '_includes', '_sass', 'assets', '_data'); null where it has none in it. */
  folder(name: string): string | null {
    const path = this.#files.realPath(joinPath(this.root, name));
    return path.startsWith(`${this.root}/`) && this.#files.stat(path)?.kind === 'directory' ? path : null;
  }

  /** RubyGems writes it beside the folder of gems, in Ruby; the cache as JSON; a repository has it in its author's Ruby. */
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
