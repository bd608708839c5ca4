// docs/reliability.md as text: a section per topic, a row per case.

import type { Topic } from './topics.ts';

export interface Row {
  readonly happened: string;
  readonly isHeld: boolean;
  /** False where this machine can't run the case. */
  readonly isRun: boolean;
  readonly seconds: number;
  /** MiB. */
  readonly peak: number;
}

/**
 * The page.
 * @param rows what has just been run, by the names of the cases
 * @param old the page as it was: cases that weren't run keep their rows
 */
export function reliabilityPage(topics: readonly Topic[], rows: ReadonlyMap<string, Row>, old: string): string {
  const before = old.split('\n');
  const sections = topics.map(({ title, cases }) => {
    const lines = cases.flatMap(({ name, tried }) => {
      const row = rows.get(name);
      if (row !== undefined) return [lineOf(tried, row)];
      return before.find((line) => line.startsWith(`| ${cell(tried)} | `)) ?? [];
    });
    return { title, lines };
  });
  const all = sections.flatMap(({ lines }) => lines);
  const failed = all.filter((line) => line.includes(` | ${FAILED}`)).length;
  const skipped = all.filter((line) => line.includes(` | ${SKIPPED}`)).length;
  const tables = sections.map(({ title, lines }) =>
    lines.length === 0
      ? ''
      : `\n## ${title}\n\n| tried | what happened | seconds | MiB |\n|---|---|--:|--:|\n${lines.join('\n')}\n`,
  );
  return `# Reliability

What was done to build-site, and what happened: every row is a case that \`npm run reliability\` runs for real (processes,
signals, file systems, servers on 127.0.0.1). This file is its output and is never edited by hand. Seconds are the wall
time of all commands of the case, MiB the largest peak of resident memory of one of them.

${all.length - failed - skipped} held, ${failed} failed, ${skipped} not run on the machine that wrote this.
${tables.join('')}`;
}

const FAILED = '**does not hold**';
const SKIPPED = 'not run here';

function lineOf(tried: string, { happened, isHeld, isRun, seconds, peak }: Row): string {
  const what = isHeld ? happened : `${isRun ? FAILED : SKIPPED}: ${happened}`;
  return `| ${cell(tried)} | ${cell(what)} | ${isHeld ? `${seconds.toFixed(1)} | ${peak}` : ' | '} |`;
}

const cell = (text: string): string => text.replaceAll('|', '\\|').replaceAll('\n', ' ');
