// The measurements as a page of Markdown.

import { CLASSES, type Class, type Comparison } from './compare.ts';
import type { Run } from './run.ts';
import type { Site } from './sites.ts';

export interface Row {
  readonly site: Site;
  readonly ours: Run;
  /** null: its output existed already, and its time is unknown. */
  readonly reference: Run | null;
  /** null if the reference built nothing to compare with. */
  readonly comparison: Comparison | null;
}

/** The sites of one folder. */
export interface Group {
  /** '' if it is the only one. */
  readonly heading: string;
  readonly rows: readonly Row[];
  /** The sites that aren't compared. */
  readonly aside: readonly Site[];
}

export interface Conditions {
  /** YYYY-MM-DD. */
  readonly date: string;
  /** Whose versions count, one a line. */
  readonly versions: readonly string[];
  readonly machine: string;
  /** Seconds since 1970. */
  readonly moment: number;
}

/** Names of files shown for one site and class. */
const MOST_NAMES = 12;

export function report(groups: readonly Group[], conditions: Conditions): string {
  return [
    '# Conformance',
    '',
    'What build-site writes beside what real Jekyll writes, measured on whole sites by `npm run conformance`; this file is',
    'its output and is never edited by hand.',
    '',
    `${new Date(conditions.moment * 1000).toISOString()} is the moment of both builds; they were compared on ${conditions.date}.`,
    '',
    ...conditions.versions.map((line) => `- ${line}`),
    `- ${conditions.machine}; seconds are the wall time of one cold process each, and rough`,
    '',
    '*Rendered* is a file that is not a byte copy of a source file. *Identical* is the same bytes; *equal* the same after',
    'normalising: HTML and XML of one tree once white space is collapsed, CSS of one minified text, JSON of one value.',
    '*Missing* only Jekyll writes, *extra* only we. *Copies* are byte copies and binary files, *wrong* those that differ.',
    '',
    ...groups.flatMap(section),
    '## How to repeat',
    '',
    '    npm run compile',
    `    npm run conformance -- FOLDER_OF_SITES... --reference 'COMMAND build {profile} {site} {out}'`,
    '',
    'Each folder in a FOLDER_OF_SITES is named owner+name and holds the site of the repository owner/name. COMMAND is anything',
    'that runs real Jekyll; `--help` lists the other options. Both builds have TZ=UTC, LC_ALL=C.UTF-8, JEKYLL_ENV=production,',
    'PAGES_ENV=dotcom and PAGES_REPO_NWO=owner/name; ours takes the moment from SOURCE_DATE_EPOCH.',
    '',
  ].join('\n');
}

function section({ heading, rows, aside }: Group): string[] {
  const compared = rows.filter(({ comparison }) => comparison !== null);
  const refused = rows.filter(({ reference }) => reference !== null && reference.status !== 0);
  const alike = refused.filter(({ ours }) => ours.status !== 0);
  const title = (name: string): string => (heading === '' ? `## ${name}` : `## ${heading}: ${name.toLowerCase()}`);
  const sums = ['github-pages', 'jekyll-4'].flatMap((profile) => {
    const some = compared.filter(({ site }) => site.profile === profile);
    return some.length === 0 ? [] : [sum(profile, some)];
  });
  return [
    title('Sum'),
    '',
    ...table(SUM_HEAD, [...sums, sum('all', compared)]),
    '',
    ...(refused.length === 0
      ? []
      : [`Jekyll refuses ${refused.length} more; ours refuses ${alike.length} of them.`, '']),
    title('Sites'),
    '',
    ...table(SITE_HEAD, rows.map(cells)),
    '',
    ...differing(title('Files that are not identical'), compared),
    ...(aside.length === 0
      ? []
      : [
          title('Sites that are not compared'),
          '',
          ...table(
            ['site', 'stack', 'note'],
            aside.map(({ name, profile, aside: why }) => [name, profile, why]),
          ),
          '',
        ]),
  ];
}

const COUNTS = ['rendered', 'identical', '%', 'equal', 'different', 'missing', 'extra', 'copies', 'wrong'];
const SUM_HEAD = ['stack', 'sites', 'whole', ...COUNTS, 'seconds', "Jekyll's"];
const SITE_HEAD = ['site', 'stack', ...COUNTS, 'seconds', "Jekyll's", 'note'];

function sum(name: string, rows: readonly Row[]): string[] {
  const whole = rows.filter(({ comparison }) => isWhole(comparison!)).length;
  const measured = rows.filter(({ reference }) => reference !== null);
  const seconds = (pick: (row: Row) => number): number => measured.reduce((total, row) => total + pick(row), 0);
  return [
    name,
    String(rows.length),
    String(whole),
    ...counts(rows.map(({ comparison }) => comparison!)),
    seconds(({ ours }) => ours.seconds).toFixed(1),
    seconds(({ reference }) => reference!.seconds).toFixed(1),
  ];
}

const isWhole = ({ rendered, wrongCopies }: Comparison): boolean =>
  CLASSES.every((name) => name === 'identical' || rendered[name].length === 0) && wrongCopies.length === 0;

function cells(row: Row): string[] {
  const { site, ours, reference, comparison } = row;
  return [
    site.name,
    site.profile,
    ...(comparison === null ? COUNTS.map(() => '') : counts([comparison])),
    ours.seconds.toFixed(1),
    reference?.seconds.toFixed(1) ?? '',
    note(row),
  ];
}

function counts(comparisons: readonly Comparison[]): string[] {
  const count = (name: Class): number => comparisons.reduce((total, { rendered }) => total + rendered[name].length, 0);
  const rendered = CLASSES.reduce((total, name) => total + (name === 'extra' ? 0 : count(name)), 0);
  const share = rendered === 0 ? '' : ((100 * count('identical')) / rendered).toFixed(2);
  const copied = comparisons.reduce((total, one) => total + one.copied, 0);
  const wrong = comparisons.reduce((total, { wrongCopies }) => total + wrongCopies.length, 0);
  const [identical, ...others] = CLASSES.map((name) => String(count(name)));
  return [String(rendered), identical!, share, ...others, String(copied), String(wrong)];
}

function note({ ours, reference, comparison }: Row): string {
  const says = (run: Run): string => (run.status === 'timeout' ? 'took too long' : `refuses: ${run.said}`);
  const refused = reference !== null && reference.status !== 0;
  if (refused) return `Jekyll ${says(reference)}; ours ${ours.status === 0 ? 'builds it' : says(ours)}`;
  const own = ours.status === 0 ? '' : `ours ${says(ours)}`;
  return [own, comparison === null ? 'no output of Jekyll' : ''].filter((text) => text !== '').join('; ');
}

/** Which files are not identical. */
function differing(title: string, rows: readonly Row[]): string[] {
  const lines = rows.flatMap(({ site, comparison }) => {
    const lists = [
      ...CLASSES.filter((name) => name !== 'identical').map((name) => [name, comparison!.rendered[name]] as const),
      ['wrong copies', comparison!.wrongCopies] as const,
    ].filter(([, names]) => names.length > 0);
    if (lists.length === 0) return [];
    const head = site.cause === '' ? site.name : `${site.name}: ${site.cause}`;
    return [`- ${head}`, ...lists.map(([name, names]) => `  - ${name}: ${shortened(names)}`)];
  });
  return lines.length === 0 ? [] : [title, '', ...lines, ''];
}

function shortened(names: readonly string[]): string {
  const shown = names.slice(0, MOST_NAMES).map((name) => `\`${name}\``);
  const more = names.length - shown.length;
  return shown.join(', ') + (more > 0 ? ` and ${more} more` : '');
}

function table(head: readonly string[], rows: readonly (readonly string[])[]): string[] {
  const line = (row: readonly string[]): string => `| ${row.map((cell) => cell.replaceAll('|', '\\|')).join(' | ')} |`;
  const numbers = (name: string): boolean => !['site', 'stack', 'note'].includes(name);
  return [line(head), line(head.map((name) => (numbers(name) ? '--:' : '---'))), ...rows.map(line)];
}
