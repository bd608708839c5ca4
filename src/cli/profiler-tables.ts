// The tables of `--profile`, as Jekyll prints them: 3.10's own (liquid_renderer/table.rb), and 4.4's by terminal-table
// (profiler.rb), which include the build phases.

import type { BuildResult } from '../build/options.ts';
import { visibleLine } from '../diagnostics/visible.ts';
import type { TemplateCost } from '../liquid/runtime/profiler.ts';

const MOST_ROWS = 50;

/** Everything that Jekyll prints, with an empty line before and after it. */
export function profilerTables({
  stack,
  seconds,
  templates,
}: Pick<BuildResult, 'stack' | 'seconds' | 'templates'>): string {
  const rows = [['Filename', 'Count', 'Bytes', 'Time'], ...(templates ?? []).slice(0, MOST_ROWS).map(row)];
  if (!stack.profiler.hasFrames) return `\n${plainTable(rows)}\n`;
  const phases = [['PHASE', 'TIME'], ...PHASES.map(([name, key]) => [name, (seconds[key] ?? 0).toFixed(4)])];
  return `\nBuild Process Summary:\n\n${boxedTable(phases)}\n\nSite Render Stats:\n\n${boxedTable(rows)}\n`;
}

/** Maps Jekyll's phases to ours. */
const PHASES = [
  ['RESET', 'configure'],
  ['READ', 'read'],
  ['GENERATE', 'generate'],
  ['RENDER', 'render'],
  ['CLEANUP', 'cleanup'],
  ['WRITE', 'write'],
] as const;

const row = ({ name, count, bytes, seconds }: TemplateCost): string[] => [
  visibleLine(name),
  String(count),
  `${(bytes / 1024).toFixed(2)}K`,
  seconds.toFixed(3),
];

const widthsOf = (rows: readonly string[][]): number[] =>
  rows[0]!.map((_, column) => Math.max(...rows.map((cells) => cells[column]!.length)));

function plainTable(rows: readonly string[][]): string {
  const widths = widthsOf(rows);
  const [head, ...rest] = rows.map((cells) => aligned(cells, widths).join(' | '));
  return `${[head, widths.map((width) => '-'.repeat(width)).join('-+-'), ...rest].join('\n')}\n`;
}

function boxedTable(rows: readonly string[][]): string {
  const widths = widthsOf(rows);
  const [head, ...rest] = rows.map((cells) => `| ${aligned(cells, widths).join(' | ')} |`);
  return `${[head, `+${widths.map((width) => '-'.repeat(width + 2)).join('+')}+`, ...rest].join('\n')}\n`;
}

const aligned = (cells: readonly string[], widths: readonly number[]): string[] =>
  cells.map((cell, i) => (i === 0 ? cell.padEnd(widths[i]!) : cell.padStart(widths[i]!)));
