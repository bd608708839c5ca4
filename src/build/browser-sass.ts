// The Sass compilers in a browser: our own Ruby Sass, and a Dart Sass that the caller provides.

import type {
  CompileSync,
  OpenSass,
  SassCompilers,
  SassEngine,
  SassRequest,
  SassResult,
  SassUse,
  Warn,
} from '../converters/sass/engine.ts';
import { rubySassSync } from '../converters/sass/ruby-engine.ts';
import type { SourceFiles } from '../files/file-system.ts';

/** Compiles a stylesheet. @param files the source of imports */
export type CompileWithDart = (request: SassRequest, warn: Warn, files: SourceFiles) => Omit<SassResult, 'compiler'>;

export const browserSass = (compileWithDart: CompileWithDart): SassCompilers => ({
  open({ files, isRuby }: SassUse): OpenSass {
    const dart: CompileSync = (request, warn) => ({ ...compileWithDart(request, warn, files), compiler: 'sass' });
    const compileSync = isRuby ? rubySassSync(files, dart) : dart;
    const engine: SassEngine = {
      name: isRuby ? 'ruby-sass' : 'sass',
      compile: async (request, warn) => compileSync(request, warn),
      dispose: async () => {},
    };
    return { load: async () => engine, compileSync, dispose: async () => {} };
  },
});
