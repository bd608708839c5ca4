// The common interface of the Sass compilers.

import type { SourceFiles } from '../../files/file-system.ts';
import type { RawSourceMap } from './source-map.ts';

export type Syntax = 'scss' | 'sass';

/** The input of a compilation: plain values only. */
export interface SassRequest {
  readonly text: string;
  readonly syntax: Syntax;
  readonly style: 'expanded' | 'compressed';
  /** The output style for Ruby Sass (ruby-engine.ts). */
  readonly rubyStyle?: 'nested' | 'expanded' | 'compact' | 'compressed';
  /** Absolute folders. */
  readonly loadPaths: readonly string[];
  /** Folders that imports may be read from (safe mode); by default any. */
  readonly readable?: readonly string[];
  /**
   * The `file:` URL of the stylesheet: its name in errors and source maps; imports are searched in its folder first.
   */
  readonly url?: string;
  /** CSS that isn't ASCII starts with `@charset` or a byte order mark. */
  readonly charset: boolean;
  readonly sourceMap: boolean;
  readonly quietDeps?: boolean;
  readonly verbose?: boolean;
  readonly fatalDeprecations?: readonly string[];
  readonly futureDeprecations?: readonly string[];
  readonly silenceDeprecations?: readonly string[];
}

export interface SassResult {
  /** Without a trailing newline. */
  readonly css: string;
  readonly sourceMap?: RawSourceMap;
  readonly compiler: SassCompiler;
}

export type SassCompiler = 'sass-embedded' | 'sass' | 'ruby-sass';

/** Receives a message from a stylesheet's own `@warn`. */
export type Warn = (message: string, at?: { readonly url?: string; readonly offset: number }) => void;

export interface SassEngine {
  readonly name: SassCompiler;
  /** Compiles in parallel if the engine can. Rejects with the compiler's exception. */
  compile(request: SassRequest, warn: Warn): Promise<SassResult>;
  /** Ends the engine's process. */
  dispose(): Promise<void>;
}

/** Compiles synchronously. Throws the compiler's exception. */
export type CompileSync = (request: SassRequest, warn: Warn) => SassResult;

/** What the compilers of a build need to know. */
export interface SassUse {
  readonly files: SourceFiles;
  /** Use Ruby Sass, as GitHub Pages does, and Dart Sass for what Ruby Sass rejects. */
  readonly isRuby: boolean;
  /** Maximum seconds for a stylesheet. */
  readonly seconds: number;
  /** The site probably has stylesheets: loading a compiler before they are read saves time. */
  readonly isLikely: boolean;
}

/** The compilers of a build, each loaded on first use. */
export interface OpenSass {
  load(): Promise<SassEngine>;
  /** For filters, which are synchronous. */
  readonly compileSync: CompileSync;
  /** Ends processes and threads; may be called twice. */
  dispose(): Promise<void>;
}

export interface SassCompilers {
  open(use: SassUse): OpenSass;
}

/** A stylesheet that overflows the compiler's stack. Has the fields of Dart Sass's exceptions. */
export class SheetTooDeep extends Error {
  readonly sassMessage = 'The stylesheet is nested too deep, or too large, for the compiler';
}

/** A stylesheet that exceeded the time limit. */
export class SheetTooSlow extends Error {
  readonly sassMessage: string;
  /** The request that was too slow: the one that fails with this may only have waited for it. */
  readonly request: SassRequest;

  constructor(seconds: number, request: SassRequest) {
    super();
    this.sassMessage = `Compiling the stylesheet takes longer than ${seconds} seconds`;
    this.request = request;
  }
}
