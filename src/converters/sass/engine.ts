// The compilers behind one interface. Dart Sass: `sass-embedded`, a native program that works beside this process, where it is
// installed, else `sass`, the same compiler in JavaScript. Both print the same bytes. Loaded when a sheet needs them.

import { containedImporter } from './contained-importer.ts';
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
  /** The folders that imports may be read from (safe mode); by default any. */
  readonly readable?: readonly string[];
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
  /** Ends the engine's process. */
  dispose(): Promise<void>;
}

/** Compiles while the caller waits. Throws the compiler's exception. */
export type CompileSync = (request: SassRequest, warn: Warn) => SassResult;

/** A sheet that a compiler's stack doesn't hold. It has the fields of Dart Sass's exceptions. */
export class SheetTooDeep extends Error {
  readonly sassMessage = 'The stylesheet is nested too deep, or too large, for the compiler';
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
  const start = async () => {
    const compiler = await sass.initAsyncCompiler();
    return { compiler, died: deathOf(compiler) };
  };
  let running = start();
  await running;
  const compile = async (request: SassRequest, warn: Warn, isAlone = false): Promise<SassResult> => {
    const mine = running;
    const { compiler, died } = await mine;
    try {
      const answer = compiler.compileStringAsync(request.text, options(request, warn) as object);
      return (await Promise.race([answer, died])) as never;
    } catch (error) {
      const isDead = error instanceof CompilerDied;
      if (!isDead && !isOverflow(error)) throw error;
      if (running === mine) running = start();
      // It may have died of another sheet.
      if (isDead && !isAlone) return compile(request, warn, true);
      throw new SheetTooDeep();
    }
  };
  return {
    name: 'sass-embedded',
    compile: (request, warn) => compile(request, warn),
    dispose: async () => {
      const { compiler, died } = await running;
      await Promise.race([compiler.dispose(), died.catch(() => {})]);
    },
  };
}

class CompilerDied extends Error {}

/** Rejects when the compiler's process ends: the package (1.102) keeps that to itself, and waits for answers for ever. */
function deathOf(compiler: object): Promise<never> {
  const { process } = compiler as { process?: Child };
  const died = new Promise<never>((_, reject) => {
    process?.on('exit', () => reject(new CompilerDied()));
  });
  died.catch(() => {});
  process?.stdin.on('error', () => {});
  return died;
}

interface Child {
  readonly stdin: { on(event: 'error', listener: () => void): void };
  on(event: 'exit', listener: () => void): void;
}

const isOverflow = (error: unknown): boolean =>
  error instanceof RangeError ||
  (error instanceof Error && !('sassMessage' in error) && error.message.includes('Stack Overflow'));

async function inProcess(): Promise<SassEngine> {
  const compileSync = compilerOf(await import('sass'));
  return {
    name: 'sass',
    // compileStringAsync takes twice as long, and no other work would be done meanwhile.
    compile: async (request, warn) => compileSync(request, warn),
    dispose: async () => {},
  };
}

/** What both packages of Dart Sass have. */
interface DartSass {
  compileString(text: string, options: object): unknown;
}

const compilerOf =
  (sass: DartSass): CompileSync =>
  (request, warn) => {
    try {
      return sass.compileString(request.text, options(request, warn) as object) as SassResult;
    } catch (error) {
      throw isOverflow(error) ? new SheetTooDeep() : error;
    }
  };

/**
 * Dart Sass for who can't wait, loaded with the first sheet.
 * @param require loads a package at once
 */
export function dartSassSync(require: (name: string) => unknown): CompileSync {
  let loaded: CompileSync | null = null;
  const inProcess = (): CompileSync => compilerOf(require('sass') as DartSass);
  return (request, warn) => {
    if (loaded !== null) return loaded(request, warn);
    try {
      const embedded = compilerOf(require('sass-embedded') as DartSass);
      const result = embedded(request, warn);
      loaded = embedded;
      return result;
    } catch (error) {
      if (error instanceof SheetTooDeep || (error instanceof Error && 'sassMessage' in error)) throw error;
      // Not installed, or not for this system: the other does it too.
      loaded = inProcess();
      return loaded(request, warn);
    }
  };
}

interface Warned {
  readonly deprecation: boolean;
  readonly span?: { readonly url?: URL; readonly start: { readonly offset: number } };
}

function imports({ readable, loadPaths, url }: SassRequest): object {
  if (readable === undefined) return { loadPaths: [...loadPaths] };
  const importer = containedImporter(readable, loadPaths);
  return { importers: [importer], ...(url === undefined ? {} : { importer }) };
}

function options(request: SassRequest, warn: Warn): unknown {
  return {
    syntax: request.syntax === 'sass' ? 'indented' : 'scss',
    style: request.style,
    ...imports(request),
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
