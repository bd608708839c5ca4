// Ruby Sass as an engine. A stylesheet that it can't compile goes to Dart Sass, which is loaded only then: it reports
// the position of an error.

import { ContainedFiles } from '../../files/contained.ts';
import type { SourceFiles } from '../../files/file-system.ts';
import { isFile } from '../../files/kinds.ts';
import { RubySass } from '../../ruby-sass/compile.ts';
import { RubySassError } from '../../ruby-sass/error.ts';
import {
  type CompileSync,
  type SassEngine,
  type SassRequest,
  type SassResult,
  SheetTooDeep,
  type Warn,
} from './engine.ts';

/** @param load the engine to fall back to */
export function rubySassEngine(files: SourceFiles, load: () => Promise<SassEngine>): SassEngine {
  const own = rubySass(files);
  let other: Promise<SassEngine> | null = null;
  return {
    name: 'ruby-sass',
    async compile(request, warn) {
      const result = own(request, warn);
      if (!(result instanceof RubySassError)) return result;
      other ??= load();
      const compiled = await (await other).compile(request, warn);
      warn(refused(result));
      return compiled;
    },
    async dispose() {
      await (await other)?.dispose();
    },
  };
}

/** @param other the compiler to fall back to */
export function rubySassSync(files: SourceFiles, other: CompileSync): CompileSync {
  const own = rubySass(files);
  return (request, warn) => {
    const result = own(request, warn);
    if (!(result instanceof RubySassError)) return result;
    const compiled = other(request, warn);
    warn(refused(result));
    return compiled;
  };
}

const refused = ({ message }: RubySassError): string =>
  `Ruby Sass, which GitHub Pages uses, rejects a stylesheet that Dart Sass accepts (${message})`;

/** Returns the error if Ruby Sass rejects the stylesheet. */
function rubySass(files: SourceFiles): (request: SassRequest, warn: Warn) => SassResult | RubySassError {
  let sass: RubySass | null = null;
  return (request, warn) => {
    const messages: string[] = [];
    const { text, syntax, loadPaths, rubyStyle: style = request.style, charset } = request;
    sass ??= compilerFor(files, request);
    try {
      const css = sass.compile(text, { syntax, style, loadPaths, warn: (message) => messages.push(message) });
      for (const message of messages) warn(message);
      const mark = charset && /[^\0-\x7f]/.test(css) ? '@charset "UTF-8";\n' : '';
      return { css: mark + css.replace(/\n$/, ''), compiler: 'ruby-sass' };
    } catch (error) {
      if (error instanceof RubySassError) return error;
      throw error instanceof RangeError ? new SheetTooDeep() : error;
    }
  };
}

/** One instance serves all requests of a build, whose readable folders are the same. */
function compilerFor(all: SourceFiles, { readable }: SassRequest): RubySass {
  const files = readable === undefined ? all : new ContainedFiles(all, { folders: readable });
  return new RubySass({
    isFile: (path) => isFile(files, path),
    isDirectory: (path) => files.stat(path)?.kind === 'directory',
    read: (path) => new TextDecoder().decode(files.read(path)),
  });
}
