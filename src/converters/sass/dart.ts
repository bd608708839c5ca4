// Dart Sass: `sass-embedded`, a native program in its own process, if it is installed; otherwise `sass`, the same
// compiler in JavaScript. Both produce identical output. Loaded when a stylesheet needs them.

import { containedImporter } from './contained-importer.ts';
import {
  type CompileSync,
  type SassCompiler,
  type SassEngine,
  type SassRequest,
  type SassResult,
  SheetTooDeep,
  type Warn,
} from './engine.ts';

/** The faster of the available engines; `only` requests a specific one. */
export async function loadSassEngine(only?: SassEngine['name'] | null, watch: Watch = () => {}): Promise<SassEngine> {
  if (only !== 'sass') {
    try {
      return await embedded(watch);
    } catch (error) {
      // Not installed, or not for this system: fall back to the other.
      if (only) throw error;
    }
  }
  return inProcess();
}

async function embedded(watch: Watch): Promise<SassEngine> {
  const sass = await import('sass-embedded');
  const start = async (): Promise<Running> => {
    const compiler = await sass.initAsyncCompiler();
    const { process } = compiler as unknown as { process: Child };
    const running = { compiler, process, died: deathOf(process) };
    const failed = new Promise((_, reject) => process.on('error', reject));
    failed.catch(() => {});
    if (process.pid === undefined) await failed; // the program is missing, or not for this system
    watch(process);
    return running;
  };
  let running = start();
  await running;
  const compileWith = async ({ compiler, died }: Running, request: SassRequest, warn: Warn): Promise<SassResult> => {
    const answer = compiler.compileStringAsync(request.text, options(request, warn) as object);
    const { css, sourceMap } = (await Promise.race([answer, died])) as Compiled;
    return { css, ...(sourceMap ? { sourceMap } : {}), compiler: 'sass-embedded' };
  };
  /** Stylesheets in progress when the process died are retried one after the other, each in its own process. */
  let alone: Promise<unknown> = Promise.resolve();
  const compileAlone = async (request: SassRequest, warn: Warn): Promise<SassResult> => {
    const own = await start();
    try {
      return await compileWith(own, request, warn);
    } catch (error) {
      if (own.process.killed || isOverflow(error)) throw new SheetTooDeep();
      if (!(error instanceof CompilerDied)) throw error;
      return (await inProcess()).compile(request, warn);
    } finally {
      await end(own);
    }
  };
  return {
    name: 'sass-embedded',
    async compile(request, warn) {
      const mine = running;
      try {
        return await compileWith(await mine, request, warn);
      } catch (error) {
        const isDead = error instanceof CompilerDied;
        if (!isDead && !isOverflow(error)) throw error;
        if (running === mine) {
          running = start();
          running.catch(() => {});
        }
        if (!isDead) throw new SheetTooDeep();
        const result = alone.then(() => compileAlone(request, warn));
        alone = result.catch(() => {});
        return result;
      }
    },
    dispose: async () => {
      const last = await running.catch(() => null);
      if (last !== null) await end(last);
    },
  };
}

interface Running {
  readonly compiler: { compileStringAsync(text: string, options: object): unknown; dispose(): Promise<void> };
  readonly process: Child;
  readonly died: Promise<never>;
}

const end = ({ compiler, died }: Running): Promise<void> => Promise.race([compiler.dispose(), died.catch(() => {})]);

class CompilerDied extends Error {}

/** Rejects when the compiler's process ends: the package (1.102) doesn't report it, and waits for answers forever. */
function deathOf(process: Child): Promise<never> {
  const died = new Promise<never>((_, reject) => {
    process.on('exit', () => reject(new CompilerDied()));
  });
  died.catch(() => {});
  process.stdin.on('error', () => {});
  return died;
}

/** The process of `sass-embedded`. */
export interface Child {
  readonly pid?: number;
  readonly stdin: { on(event: 'error', listener: () => void): void };
  /** Whether this program killed it. */
  readonly killed: boolean;
  kill(signal: 'SIGKILL'): void;
  on(event: 'exit' | 'error', listener: (error: unknown) => void): void;
}

/** Receives each compiler process, and may kill it if it uses too much memory. */
export type Watch = (process: Child) => void;

const isOverflow = (error: unknown): boolean =>
  error instanceof RangeError ||
  (error instanceof Error && !('sassMessage' in error) && error.message.includes('Stack Overflow'));

async function inProcess(): Promise<SassEngine> {
  const compileSync = compilerOf('sass', await import('sass'));
  return {
    name: 'sass',
    // compileStringAsync takes twice as long, and nothing else would run in the meantime.
    compile: async (request, warn) => compileSync(request, warn),
    dispose: async () => {},
  };
}

/** The part of both Dart Sass packages that is used. */
interface DartSass {
  compileString(text: string, options: object): unknown;
}

type Compiled = Omit<SassResult, 'compiler'>;

const compilerOf =
  (compiler: SassCompiler, sass: DartSass): CompileSync =>
  (request, warn) => {
    try {
      const { css, sourceMap } = sass.compileString(request.text, options(request, warn) as object) as Compiled;
      return { css, ...(sourceMap ? { sourceMap } : {}), compiler };
    } catch (error) {
      throw isOverflow(error) ? new SheetTooDeep() : error;
    }
  };

/**
 * Dart Sass for synchronous callers, loaded with the first stylesheet.
 * @param require loads a package synchronously
 */
export function dartSassSync(require: (name: string) => unknown): CompileSync {
  let loaded: CompileSync | null = null;
  const inProcess = (): CompileSync => compilerOf('sass', require('sass') as DartSass);
  return (request, warn) => {
    if (loaded !== null) return loaded(request, warn);
    try {
      const embedded = compilerOf('sass-embedded', require('sass-embedded') as DartSass);
      const result = embedded(request, warn);
      loaded = embedded;
      return result;
    } catch (error) {
      if (error instanceof SheetTooDeep || (error instanceof Error && 'sassMessage' in error)) throw error;
      // Not installed, or not for this system: fall back to the other.
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
      // Deprecations are meant for a stylesheet's maintainer; an author gets hundreds of them from a theme.
      warn(message: string, { deprecation, span }: Warned): void {
        if (deprecation) return;
        warn(message, span && { ...(span.url ? { url: String(span.url) } : {}), offset: span.start.offset });
      },
      debug(): void {},
    },
  };
}
