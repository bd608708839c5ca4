// A plugin's generator, as the engine runs it.

export interface Generator {
  readonly priority: number;
  /** What it reads (pages, documents …): if none of that changes, it need not run again. Null for everything. */
  readonly takes: readonly string[] | null;
  /** What it adds, removes or changes. Null for everything. */
  readonly makes: readonly string[] | null;
  run(): void;
}
