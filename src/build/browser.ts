// The composition root for browsers, workers and other environments with only web globals. Anything large, or that
// needs Node.js, is passed in, or else missing with a message (docs/api.md).

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

export { definePlugin, type Plugin } from '../contract/plugin.ts';
export { BuildError } from '../diagnostics/diagnostic.ts';
export { formatDiagnostic } from '../diagnostics/format.ts';
export type { FileSystem } from '../files/file-system.ts';
export { MemoryFiles } from '../files/memory.ts';
export type { Output, Session };

export interface BrowserOptions extends SiteOptions {
  /** The site's files by absolute path: a MemoryFiles, or another synchronous implementation. */
  files: FileSystem;
  /** The time of the build; by default now. A number counts seconds since 1970. */
  now?: Date | number;
  /** The time zone if `timezone:` isn't set; by default the browser's. */
  timeZone?: string;
  /** The history of time zones, for zones other than UTC: data/packed/latest.json of the package moment-timezone. */
  zones?: PackedZones;
  /** For code blocks: `lexers` of build-site/browser-lexers. */
  lexers?: LexerSource;
  /** Dart Sass, for stylesheets on jekyll-4, and those that Ruby Sass rejects. */
  compileSass?: CompileWithDart;
}

/** Opens a session on a site in memory; `session.outputs()` builds it. */
export function openSite(options: BrowserOptions): Session {
  const { files, now, zones, lexers, compileSass, timeZone } = options;
  const engine = createEngine({
    places: { files, workingFolder: '/', home: null, resolve: (from, path) => expandPath(path, from) },
    clock: {
      now: () => (now === undefined ? Date.now() : now instanceof Date ? now.getTime() : now * 1000),
      elapsed: () => performance.now(),
    },
    zones: {
      system: () => timeZone ?? Intl.DateTimeFormat().resolvedOptions().timeZone,
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

/** The bytes of an output. @param files of the site */
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
    hint: `Pass it to the site: openSite({ ${option}: … }).`,
  });
}
