// The compilers behind one interface, and what they have in common.

import type { SourceFiles } from '../../files/file-system.ts';
import type { RawSourceMap } from './source-map.ts';

export type Syntax = 'scss' | 'sass';

/** What a sheet is compiled with: plain values. */
export interface SassRequest {
  readonly text: string;
  readonly syntax: Syntax;
  readonly style: 'expanded' | 'compressed';
  /** The style where Ruby Sass compiles it (ruby-engine.ts). */
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

/** What the compilers of one build have to know. */
export interface SassUse {
  readonly files: SourceFiles;
  /** GitHub Pages' CSS, which is Ruby Sass's; Dart Sass compiles what Ruby Sass refuses. */
  readonly isRuby: boolean;
  /** Seconds that a sheet may take. */
  readonly seconds: number;
  /** The site probably has stylesheets, so that loading a compiler before they are read saves time. */
  readonly isLikely: boolean;
}

/** The compilers of one build, each loaded when it is first needed. */
export interface OpenSass {
  load(): Promise<SassEngine>;
  /** For filters, which can't wait. */
  readonly compileSync: CompileSync;
  /** Ends processes and threads; may be called twice. */
  dispose(): Promise<void>;
}

export interface SassCompilers {
  open(use: SassUse): OpenSass;
}

/** A sheet that a compiler's stack doesn't hold. It has the fields of Dart Sass's exceptions. */
export class SheetTooDeep extends Error {
  readonly sassMessage = 'The stylesheet is nested too deep, or too large, for the compiler';
}

/** A sheet that the compiler was not done with in time. */
export class SheetTooSlow extends Error {
  readonly sassMessage: string;
  /** That sheet's: the one that fails by it may have waited for another. */
  readonly request: SassRequest;

  constructor(seconds: number, request: SassRequest) {
    super();
    this.sassMessage = `Compiling the stylesheet takes longer than ${seconds} seconds`;
    this.request = request;
  }
}
