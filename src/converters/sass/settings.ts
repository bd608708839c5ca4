// Reads `sass:` of the configuration, like jekyll-sass-converter 1.5.2 (github-pages) and 3.1.0 (jekyll-4).

import type { KnownOptions } from '../../config/known-options.ts';
import type { SourceFiles } from '../../files/file-system.ts';
import { type Glob, hasWildcard } from '../../files/glob.ts';
import { expandPath, joinPath, sanitizedPath } from '../../files/paths.ts';
import { RubyFloat } from '../../ruby/values.ts';

/** `sass:` of the configuration. */
export type SassOptions = KnownOptions['sass'];

/** Plain values, which can be sent to a thread. */
export interface SassSettings {
  /** Dart Sass has two styles: Ruby's nested, expanded and compact are all printed as expanded. */
  readonly style: 'expanded' | 'compressed';
  /** 1.5.2 only. */
  readonly rubyStyle: RubyStyle;
  readonly sourceMap: boolean;
  /** A compressed stylesheet that isn't ASCII starts with `@charset` (1.5.2). */
  readonly addCharset: boolean;
  readonly quietDeps: boolean;
  readonly verbose: boolean;
  readonly fatalDeprecations: readonly string[];
  readonly futureDeprecations: readonly string[];
  readonly silenceDeprecations: readonly string[];
}

const RUBY_STYLES = ['nested', 'expanded', 'compact', 'compressed'] as const;
export type RubyStyle = (typeof RUBY_STYLES)[number];

const SECONDS = 60;

/** Maximum seconds for a stylesheet (`compile_time_limit`, an option of this program). */
export function sassTimeLimit(sass: SassOptions): number {
  const written = sass.compileTimeLimit;
  const number = written instanceof RubyFloat ? written.value : written;
  return typeof number === 'number' && number > 0 ? number : SECONDS;
}

/** @param environment JEKYLL_ENV */
export function readSettings(sass: SassOptions, isDart: boolean, environment: string): SassSettings {
  const style = sass.style.replace(/^:/, '');
  const { sourcemap } = sass;
  return {
    style: style === 'compressed' ? 'compressed' : 'expanded',
    rubyStyle: RUBY_STYLES.find((known) => known === style) ?? 'compact',
    sourceMap: isDart && sourcemap !== 'never' && (sourcemap !== 'development' || environment === 'development'),
    addCharset: sass.addCharset,
    quietDeps: sass.quietDeps,
    verbose: sass.verbose,
    fatalDeprecations: sass.fatalDeprecations,
    futureDeprecations: sass.futureDeprecations,
    silenceDeprecations: sass.silenceDeprecations,
  };
}

/** `load_paths`, then `sass_dir`, as written. */
export const writtenLoadPaths = (sass: SassOptions): string[] => [...sass.loadPaths, sass.sassDir || '_sass'];

export const needsGlob = (sass: SassOptions): boolean => writtenLoadPaths(sass).some(hasWildcard);

export interface LoadPathInput {
  readonly source: string;
  readonly files: SourceFiles;
  /** Paths can't lead outside the site. */
  readonly safe: boolean;
  /** The theme's _sass, absolute. */
  readonly themeFolder: string | null;
  readonly glob: Glob;
}

/** Folders that imports are searched in, absolute and in order; the stylesheet's own isn't included. */
export function loadPaths(sass: SassOptions, { source, files, safe, themeFolder, glob }: LoadPathInput): string[] {
  const written = writtenLoadPaths(sass);
  const own = sanitizedPath(source, written.pop()!);
  const absolute = (path: string): string => (safe ? sanitizedPath(source, path) : expandPath(path, source));
  const found = [...written.map(absolute), own].flatMap((path) => {
    if (!hasWildcard(path)) return [path];
    const root = path.startsWith(`${source}/`) ? source : '/';
    const pattern = path.slice(root.length).replace(/^\/+/, '');
    return glob(root, pattern).map((name) => absolute(joinPath(root, name)));
  });
  const folders = [...new Set(found)];
  if (themeFolder !== null) folders.push(themeFolder);
  return folders.filter((path) => files.stat(path)?.kind === 'directory');
}
