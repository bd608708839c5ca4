// Ruby Sass as one of the engines. What it can't compile (a sheet with a fault) goes to Dart Sass, which is loaded for
// that alone: it knows the place of the fault.

import type { FileSystem } from '../../../files/file-system.ts';
import { type SassEngine, type SassRequest, type SassResult, SheetTooDeep, type Warn } from '../engine.ts';
import { RubySass } from './compile.ts';
import { RubySassError } from './error.ts';

/**
 * @param load the engine to fall back on
 * @param loaded the same, where it has to be there at once: for compileSync
 */
export function rubySassEngine(
  files: FileSystem,
  load: () => Promise<SassEngine>,
  loaded: SassEngine | null = null,
): SassEngine {
  const sass = new RubySass({
    isFile: (path) => files.stat(path)?.kind === 'file',
    isDirectory: (path) => files.stat(path)?.kind === 'directory',
    read: (path) => new TextDecoder().decode(files.read(path)),
  });
  let other: Promise<SassEngine> | null = loaded === null ? null : Promise.resolve(loaded);

  /** Null for what Ruby Sass doesn't compile. */
  const own = (request: SassRequest, warn: Warn): SassResult | null => {
    const messages: string[] = [];
    const { text, syntax, loadPaths, rubyStyle: style = request.style, charset } = request;
    try {
      const css = sass.compile(text, { syntax, style, loadPaths, warn: (message) => messages.push(message) });
      for (const message of messages) warn(message);
      const mark = charset && /[^\0-\x7f]/.test(css) ? '@charset "UTF-8";\n' : '';
      return { css: mark + css.replace(/\n$/, '') };
    } catch (error) {
      if (error instanceof RubySassError) return null;
      throw error instanceof RangeError ? new SheetTooDeep() : error;
    }
  };

  return {
    name: 'ruby-sass',
    async compile(request, warn) {
      const result = own(request, warn);
      if (result !== null) return result;
      other ??= load();
      return (await other).compile(request, warn);
    },
    compileSync(request, warn) {
      const result = own(request, warn);
      if (result !== null) return result;
      if (loaded === null) throw new Error('the stylesheet in this filter does not compile');
      return loaded.compileSync(request, warn);
    },
    async dispose() {
      await (await other)?.dispose();
    },
  };
}
