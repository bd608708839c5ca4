// The compilers behind one interface. Dart Sass: `sass-embedded`, a native program that works beside this process, where it is
// installed, else `sass`, the same compiler in JavaScript. Both print the same bytes. Loaded when a sheet needs them.

import type { RawSourceMap } from './source-map.ts';

export type Syntax = 'scss' | 'sass';

/** What a sheet is compiled with: plain values. */
export interface SassRequest {
  readonly text: string;
  readonly syntax: Syntax;
  readonly style: 'expanded' | 'compressed';
  /** The style where Ruby Sass compiles it (ruby/engine.ts). */
  readonly rubyStyle?: 'nested' | 'expanded' | 'compact' | 'compressed';
  /** Absolute folders. */
  readonly loadPaths: readonly string[];
  /** `file:` address of the sheet: it names it in errors and maps, and its folder is searched for imports first. */
  readonly url?: string;
  /** A text that isn't ASCII starts with `@charset` or a byte order mark. */
  readonly charset: boolean;
  readonly sourceMap: boolean;
  readonly quietDeps?: boolean;
  readonly verbose?: boolean;
  readonly fatalDeprecations?: readonly string[];
  readonly futureDeprecations?: readonly string[];
  readonly silenceDeprecations?: readonly string[];
}

export interface SassResult {
  /** Without a newline at its end. */
  readonly css: string;
  readonly sourceMap?: RawSourceMap;
}

/** A message of a sheet's own `@warn`. */
export type Warn = (message: string, at?: { readonly url?: string; readonly offset: number }) => void;

export interface SassEngine {
  readonly name: 'sass-embedded' | 'sass' | 'ruby-sass';
  /** Compiles beside this process where the engine can. Rejects with the compiler's exception. */
  compile(request: SassRequest, warn: Warn): Promise<SassResult>;
  /** Compiles while the caller waits. Throws the compiler's exception. */
  compileSync(request: SassRequest, warn: Warn): SassResult;
  /** Ends the engine's process. */
  dispose(): Promise<void>;
}

/** The faster of the engines that can be loaded; `only` asks for one. */
export async function loadSassEngine(only?: SassEngine['name']): Promise<SassEngine> {
  if (only !== 'sass') {
    try {
      return await embedded();
    } catch (error) {
      // Not installed, or not for this system: the other does it too.
      if (only !== undefined) throw error;
    }
  }
  return inProcess();
}

async function embedded(): Promise<SassEngine> {
  const sass = await import('sass-embedded');
  const compiler = await sass.initAsyncCompiler();
  return {
    name: 'sass-embedded',
    compile: (request, warn) => compiler.compileStringAsync(request.text, options(request, warn) as object) as never,
    compileSync: (request, warn) => sass.compileString(request.text, options(request, warn) as object) as never,
    dispose: () => compiler.dispose(),
  };
}

async function inProcess(): Promise<SassEngine> {
  const sass = await import('sass');
  const compileSync = (request: SassRequest, warn: Warn): SassResult =>
    sass.compileString(request.text, options(request, warn) as object) as never;
  return {
    name: 'sass',
    // compileStringAsync takes twice as long, and no other work would be done meanwhile.
    compile: async (request, warn) => compileSync(request, warn),
    compileSync,
    dispose: async () => {},
  };
}

interface Warned {
  readonly deprecation: boolean;
  readonly span?: { readonly url?: URL; readonly start: { readonly offset: number } };
}

function options(request: SassRequest, warn: Warn): unknown {
  return {
    syntax: request.syntax === 'sass' ? 'indented' : 'scss',
    style: request.style,
    loadPaths: [...request.loadPaths],
    ...(request.url === undefined ? {} : { url: new URL(request.url) }),
    charset: request.charset,
    sourceMap: request.sourceMap,
    sourceMapIncludeSources: true,
    quietDeps: request.quietDeps ?? false,
    verbose: request.verbose ?? false,
    fatalDeprecations: [...(request.fatalDeprecations ?? [])],
    futureDeprecations: [...(request.futureDeprecations ?? [])],
    silenceDeprecations: [...(request.silenceDeprecations ?? [])],
    alertColor: false,
    logger: {
      // Deprecations speak to a sheet's maintainer; a homepage's author has hundreds of them from the theme.
      warn(message: string, { deprecation, span }: Warned): void {
        if (deprecation) return;
        warn(message, span && { ...(span.url ? { url: String(span.url) } : {}), offset: span.start.offset });
      },
      debug(): void {},
    },
  };
}
