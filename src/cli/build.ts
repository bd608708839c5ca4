// `build`: passes the flags and the environment to the engine, shows progress and summarizes the result.

import { build } from '../build/node.ts';
import type { BuildResult } from '../build/options.ts';
import { buildOptions } from './build-options.ts';
import type { Context } from './context.ts';
import { debugging } from './debug.ts';
import type { Flags } from './options.ts';

/** The engine's phases, as shown on a terminal. */
const PHASES: Readonly<Record<string, string>> = {
  configure: 'Reading the configuration',
  read: 'Reading',
  generate: 'Generating',
  render: 'Rendering',
  write: 'Writing',
  download: 'Downloading',
};

export async function runBuild(flags: Flags, context: Context): Promise<number> {
  await buildAndTell(flags, context);
  return 0;
}

/** @param overrides options that `serve` sets in addition */
export async function buildAndTell(
  flags: Flags,
  context: Context,
  overrides: { url?: string; serving?: boolean } = {},
): Promise<BuildResult> {
  const { console } = context;
  const from = performance.now();
  const result = await build({
    ...buildOptions(flags, context),
    ...overrides,
    report: (diagnostic) => console.diagnostic(diagnostic),
    debug: debugging(context),
    onProgress: ({ phase, done, total }) => {
      const scale = phase === 'download' ? kilobytes : (n?: number) => n;
      console.progress(PHASES[phase] ?? phase, scale(done), scale(total));
    },
  });
  console.line('Source:', result.source);
  console.line('Destination:', result.destination);
  console.line('Built as:', `${result.compat} (${result.compatReason})`);
  if (result.theme !== null) console.line('Theme:', result.theme);
  if (console.verbose) {
    for (const [phase, seconds] of Object.entries(result.seconds)) console.line(`${phase}:`, `${seconds.toFixed(3)} s`);
  }
  if (result.templates !== null) console.block((await import('./profiler-tables.ts')).profilerTables(result));
  const { pages, documents, staticFiles, written, unchanged } = result;
  console.line(
    'Site:',
    `${count(pages, 'page')}, ${count(documents, 'document')}, ${count(staticFiles, 'static file')}`,
  );
  const warnings = console.warnings === 0 ? '' : `, ${count(console.warnings, 'warning')}`;
  if (flags['dry-run'] === true) {
    showPlan(result, console);
    return result;
  }
  console.line(
    '',
    `done in ${((performance.now() - from) / 1000).toFixed(3)} seconds: ${count(written, 'file')} written${unchanged === 0 ? '' : `, ${unchanged} unchanged`}${warnings}.`,
  );
  return result;
}

/** The output of --dry-run: one line per path. */
function showPlan({ planned, unchanged }: BuildResult, console: Context['console']): void {
  const { added, changed, removed, foreign } = planned;
  const lines = (verb: string, paths: readonly string[]): string => paths.map((path) => `${verb} ${path}\n`).join('');
  console.block(
    lines('add', added) +
      lines('change', changed) +
      lines('delete', removed) +
      lines('leave', foreign) +
      `Nothing was written: ${added.length} to add, ${changed.length} to change, ${removed.length} to delete, ${unchanged} unchanged.\n`,
  );
}

const kilobytes = (bytes?: number): number | undefined => (bytes === undefined ? undefined : Math.ceil(bytes / 1000));

const count = (n: number, what: string): string => `${n} ${what}${n === 1 ? '' : 's'}`;
