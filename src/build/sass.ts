// The Sass compilers of this machine: in a thread if possible, since loading one takes longer than rendering many
// sites.

import { loadSassEngine } from '../converters/sass/dart.ts';
import type { CompileSync, OpenSass, SassCompilers, SassEngine, SassUse } from '../converters/sass/engine.ts';
import { disk } from '../files/disk.ts';
import type { FileSystem } from '../files/file-system.ts';
import { besideThisThread, besideThisThreadSync } from '../threads/sass.ts';
import { loadSassSync } from './on-demand.ts';

/** @param files of the site; a thread can only read the disk */
export const sassCompilers = (files: FileSystem): SassCompilers => ({
  open: (use) => new Compilers(use, files === disk),
});

class Compilers implements OpenSass {
  readonly #use: SassUse;
  readonly #isOnDisk: boolean;
  #engine: Promise<SassEngine> | null = null;
  #sync: { readonly compile: CompileSync; dispose(): Promise<void> } | null = null;

  constructor(use: SassUse, isOnDisk: boolean) {
    this.#use = use;
    this.#isOnDisk = isOnDisk;
    const early = use.isLikely ? this.#beside() : null;
    if (early !== null) this.#engine = Promise.resolve(early);
  }

  load(): Promise<SassEngine> {
    this.#engine ??= this.#loadEngine();
    return this.#engine;
  }

  readonly compileSync: CompileSync = (request, warn) => {
    this.#sync ??= this.#loadSync();
    return this.#sync.compile(request, warn);
  };

  async dispose(): Promise<void> {
    const [engine, sync] = [this.#engine, this.#sync];
    this.#engine = null;
    this.#sync = null;
    await (await engine?.catch(() => null))?.dispose();
    await sync?.dispose();
  }

  async #loadEngine(): Promise<SassEngine> {
    const { files, isRuby } = this.#use;
    const beside = this.#beside();
    if (beside !== null) return beside;
    if (!isRuby) return loadSassEngine();
    const { rubySassEngine } = await import('../converters/sass/ruby-engine.ts');
    return rubySassEngine(files, loadSassEngine);
  }

  #beside(): SassEngine | null {
    return this.#isOnDisk ? (besideThisThread({ isRuby: this.#use.isRuby }, this.#use.seconds)?.() ?? null) : null;
  }

  #loadSync(): { readonly compile: CompileSync; dispose(): Promise<void> } {
    const { files, isRuby, seconds } = this.#use;
    const beside = this.#isOnDisk ? besideThisThreadSync({ isRuby }, seconds) : undefined;
    return beside ?? { compile: loadSassSync(files, isRuby), dispose: async () => {} };
  }
}
