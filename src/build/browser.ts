// The composition root for a browser, a worker, or any other place that has web globals and nothing else. What is large or
// needs Node.js is handed in, or left out with a message (docs/api.md).

import { BuildError } from '../diagnostics/diagnostic.ts';
import { createEngine } from '../engine/engine.ts';
import type { SiteOptions } from '../engine/options.ts';
import type { Session } from '../engine/session.ts';
import type { FileSystem, SourceFiles } from '../files/file-system.ts';
import { expandPath } from '../files/paths.ts';
import type { LexerSource } from '../highlight/index.ts';
import type { Output } from '../publish/output.ts';
import type { PackedZones } from '../ruby/zone-data.ts';
import { browserSass, type CompileWithDart } from './browser-sass.ts';

export { BuildError } from '../diagnostics/diagnostic.ts';
export { formatDiagnostic } from '../diagnostics/format.ts';
export type { FileSystem } from '../files/file-system.ts';
export { MemoryFiles } from '../files/memory.ts';
export type { Output, Session };

export interface BrowserOptions extends SiteOptions {
  /** The site's files, by absolute paths: a MemoryFiles, or whatever answers at once. */
  files: FileSystem;
  /** The moment of the build; by default now. A number counts seconds since 1970. */
  now?: Date | number;
  /** The zone of times if `timezone:` isn't set; the browser's by default. */
  timeZone?: string;
  /** The zones' history, for zones other than UTC: the package moment-timezone's data/packed/latest.json. */
  zones?: PackedZones;
  /** For code blocks: `lexers` of build-site/browser-lexers. */
  lexers?: LexerSource;
  /** Dart Sass, for stylesheets under jekyll-4 and those that Ruby Sass refuses. */
  compileSass?: CompileWithDart;
}

/** A session on a site whose files are in memory; `session.outputs()` builds it. */
export function openSite(options: BrowserOptions): Session {
  const { files, now, zones, lexers, compileSass, timeZone } = options;
  const engine = createEngine({
    places: { files, workingFolder: '/', home: null, resolve: (from, path) => expandPath(path, from) },
    clock: {
      now: () => (now === undefined ? Date.now() : now instanceof Date ? now.getTime() : now * 1000),
      elapsed: () => performance.now(),
    },
    zones: {
      system: timeZone ?? Intl.DateTimeFormat().resolvedOptions().timeZone,
      history: () => zones ?? missing('the history of time zones', 'zones'),
    },
    lexers: lexers ?? NO_LEXERS,
    sass: browserSass(compileSass ?? (() => missing('Dart Sass', 'compileSass'))),
    themes: { variables: {}, platform: 'browser', cache: null, network: null },
    checkout: null,
    pause: () => new Promise((resolve) => setTimeout(resolve)),
  });
  return engine.open(options);
}

/** The bytes of an output. @param files the site's */
export function bytesOf({ copyOf, content }: Output, files: SourceFiles): Uint8Array {
  if (copyOf !== null) return files.read(copyOf);
  const made = content();
  return typeof made === 'string' ? new TextEncoder().encode(made) : made;
}

const NO_LEXERS: LexerSource = {
  lexer: () => missing('lexers', 'lexers'),
  themes: () => missing('lexers', 'lexers'),
};

function missing(what: string, option: string): never {
  throw new BuildError({
    code: 'browser-missing',
    message: `The site needs ${what}, which the bundle for browsers doesn't have`,
    hint: `Hand it in: openSite({ ${option}: … }).`,
  });
}
