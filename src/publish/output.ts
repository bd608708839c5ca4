// What a build publishes: one output per file.

/** A file of the finished site. */
export interface Output {
  /** Relative to the destination, with '/' between names. */
  readonly path: string;
  /** The source as the author knows it: 'about.md'. */
  readonly page: string;
  /** Absolute path of the file to copy; null if the output comes from `content`. */
  readonly copyOf: string | null;
  /** The plugin that added it; null if it has a source. */
  readonly madeBy?: string | null;
  /** What plugins changed, each with the last that did: fields of its front matter, 'content', 'output', 'paginator'. */
  readonly changedBy?: ReadonlyMap<string, string>;
  /** What rendering read; null for copies, or if it wasn't recorded. */
  readonly reads?: OutputReads | null;
  /** Called when the output is compared or written; strings are written as UTF-8. */
  content(): string | Uint8Array;
}

export function bytesOf(output: Output): Uint8Array {
  const content = output.content();
  return typeof content === 'string' ? new TextEncoder().encode(content) : content;
}

/** What rendering read. */
export interface OutputReads {
  /** Absolute paths: the source itself, layouts, includes. */
  readonly files: ReadonlySet<string>;
  /** Keys of `site`: 'pages', 'data', 'title'. */
  readonly site: ReadonlySet<string>;
}

/** By path. */
export type Outputs = ReadonlyMap<string, Output>;
