// What a build wants to publish: one output a file.

/** A file of the finished site. */
export interface Output {
  /** Relative to the destination, with '/' between names. */
  readonly path: string;
  /** The source that it is made of, as the author knows it: 'about.md'. */
  readonly page: string;
  /** The absolute path of the file that it is a copy of; null if it is made of `content`. */
  readonly copyOf: string | null;
  /** The generator that has added it; null if it has a source. */
  readonly madeBy?: string | null;
  /** What it was rendered from; null if that wasn't recorded, or it is a copy. */
  readonly reads?: OutputReads | null;
  /** Called when it is compared or written; a string is written as UTF-8. */
  content(): string | Uint8Array;
}

export function bytesOf(output: Output): Uint8Array {
  const content = output.content();
  return typeof content === 'string' ? new TextEncoder().encode(content) : content;
}

/** What a rendering has looked at. */
export interface OutputReads {
  /** Absolute paths: its own file, layouts, includes. */
  readonly files: ReadonlySet<string>;
  /** Keys of `site`: 'pages', 'data', 'title'. */
  readonly site: ReadonlySet<string>;
}

/** By path. */
export type Outputs = ReadonlyMap<string, Output>;
