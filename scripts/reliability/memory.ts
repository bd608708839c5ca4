// Input that grows endlessly, or takes for ever: stylesheets, templates and pages.

import {
  chmodSync,
  cpSync,
  existsSync,
  readdirSync,
  readFileSync,
  realpathSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { type Case, expect, type Lab, refused, succeeded } from './lab.ts';

const STACK_NAMES = ['github-pages', 'jekyll-4'] as const;
const LIMITS = 'sass:\n  compile_time_limit: 3\nliquid:\n  render_time_limit: 3\n';
const SLOW = ['Compiling the stylesheet takes longer than 3 seconds', 'compile_time_limit'];

/** Both stacks end with a sentence that says this. */
const stops = (
  name: string,
  tried: string,
  files: Readonly<Record<string, string>>,
  ...says: readonly string[]
): Case => ({
  name,
  tried,
  run: async (lab) => {
    lab.write({ '_config.yml': LIMITS, ...files });
    let said = '';
    for (const compat of STACK_NAMES) {
      said = refused(await lab.cli(['build', '--offline', '--compat', compat]), ...says);
    }
    return said;
  },
});

const sheet = (name: string, tried: string, text: string, ...says: readonly string[]): Case =>
  stops(name, tried, { 'style.scss': `---\n---\n${text}\n` }, 'style.scss', ...says);

const template = (name: string, tried: string, text: string, ...says: readonly string[]): Case =>
  stops(name, tried, { 'index.html': `---\n---\n${text}\n` }, 'index.html', ...says);

/** jekyll-4 builds the page in bounded time and memory. */
const builds = (name: string, tried: string, text: string, megabytes: number): Case => ({
  name,
  tried,
  run: async (lab) => {
    lab.write({ 'a.md': `---\n---\n${text}\n` });
    const run = await lab.cli(['build', '--offline', '--compat', 'jekyll-4'], { limit: 120 });
    succeeded(run);
    expect(run.peak < megabytes, `${run.peak} MiB`);
    return run.stderr.split('\n')[0] || 'built';
  },
});

/** Both of these engines build the page, or end with a message that names it. */
const many = (name: string, tried: string, text: () => string, isBuilt: boolean): Case => ({
  name,
  tried,
  run: async (lab) => {
    lab.write({ 'a.md': `---\n---\n${text()}\n` });
    const peaks: string[] = [];
    for (const markdown of ['kramdown', 'GFM']) {
      lab.write({ '_config.yml': `markdown: ${markdown}\n` });
      const run = await lab.cli(['build', '--offline', '--compat', 'github-pages'], { limit: 120 });
      if (isBuilt) succeeded(run);
      else refused(run, 'a.md', 'The text is too long', 'Split it into several pages');
      expect(run.peak < 2500, `${run.peak} MiB`);
      peaks.push(`${markdown} ${run.peak} MiB`);
    }
    return `${isBuilt ? 'built' : 'a.md is too long: split it'} (${peaks.join(', ')})`;
  },
});

const lines = (count: number, line: (i: number) => string): string =>
  Array.from({ length: count }, (_, i) => line(i)).join('\n');

export const cases: readonly Case[] = [
  sheet('sass-while', '`@while true` in a stylesheet (3 seconds allowed)', '@while true { a { b: c } }', ...SLOW),
  sheet('sass-for', '`@for` to 1,000,000,000', '@for $i from 1 to 1000000000 { $x: $i }', ...SLOW),
  sheet(
    'sass-nesting',
    '`a, b { a, b { …` 40 deep: 2^40 selectors',
    `${'a, b { '.repeat(40)}c: d${' }'.repeat(40)}`,
    ...SLOW,
  ),
  {
    name: 'sass-extend',
    tried: '`.z .z .z … { }` with three rules that extend `.z`: selectors that grow exponentially in Ruby Sass',
    run: async (lab) => {
      const rules = [0, 1, 2].map((i) => `.p${i} .q${i} .r${i} { @extend .z }`).join('\n');
      lab.write({ '_config.yml': LIMITS, 'style.scss': `---\n---\n${rules}\n${'.z '.repeat(8)}{ a: b }\n` });
      const run = await lab.cli(['build', '--offline', '--compat', 'github-pages']);
      return refused(run, 'style.scss', ...SLOW);
    },
  },
  sheet('sass-mixin', 'a mixin that includes itself', '@mixin m { @include m } a { @include m }'),
  sheet('sass-function', 'a function that calls itself', '@function f($x) { @return f($x) } a { b: f(1) }'),
  template(
    'sass-filter',
    '`@while true` in a string for the filter `scssify` (3 seconds allowed)',
    '{% capture x %}@while true { a { b: c } }{% endcapture %}{{ x | scssify }}',
    ...SLOW,
  ),
  {
    name: 'sass-killed',
    tried: "the Sass compiler's process is killed three times while 20 stylesheets are compiled (jekyll-4)",
    needs: () => (existsSync('/proc/self/task') ? null : 'no /proc'),
    run: async (lab) => {
      const work = '$sum: 0; @for $i from 1 through 60000 { $sum: $sum + $i }';
      for (let i = 0; i < 20; i++) lab.write({ [`s${i}.scss`]: `---\n---\n${work}\n.s${i} { b: $sum }\n` });
      let kills = 0;
      let timer: ReturnType<typeof setInterval> | undefined;
      const run = await lab.cli(['build', '--offline', '--compat', 'jekyll-4'], {
        started: ({ pid }) => {
          timer = setInterval(() => {
            for (const child of kills < 3 ? compilersOf(pid!) : []) {
              process.kill(child, 'SIGKILL');
              kills++;
            }
          }, 100);
        },
      });
      clearInterval(timer);
      succeeded(run);
      expect(kills > 0, 'no process was killed');
      for (let i = 0; i < 20; i++) {
        expect(readFileSync(lab.path(`_site/s${i}.css`), 'utf8').includes(`.s${i} {`), `s${i}.css is not whole`);
      }
      return `killed ${kills} times; all 20 stylesheets are written`;
    },
  },
  {
    name: 'sass-no-binary',
    tried: 'the native Sass compiler is missing, may not be run, is not a program, or ends at once (jekyll-4)',
    run: async (lab) => {
      lab.write({ '_config.yml': 'theme: null\n', 'a.scss': '---\n---\na { b: c }\n' });
      const ways: Readonly<Record<string, (program: string) => void>> = {
        missing: (program) => rmSync(program),
        'may not be run': (program) => chmodSync(program, 0o644),
        'not a program': (program) => writeFileSync(program, 'nothing that runs'),
        'ends at once': (program) => writeFileSync(program, '#!/bin/sh\nexit 1\n'),
      };
      for (const [way, spoil] of Object.entries(ways)) {
        const installed = installation(lab);
        for (const name of ['sass', 'src/dart']) spoil(join(installed, name));
        const run = await lab.cli(['build', '--offline', '--compat', 'jekyll-4'], {
          through: ['bash', '-c', 'shift 2; exec node installed/dist/cli.js "$@"', '-'],
        });
        succeeded(run);
        expect(readFileSync(lab.path('_site/a.css'), 'utf8').startsWith('a {\n  b: c;\n}'), `${way}: other CSS`);
        rmSync(lab.path('_site'), { recursive: true });
      }
      return 'the compiler in JavaScript replaces it each time, with the same CSS';
    },
  },
  template('liquid-range', 'a loop over 1 to 1,000,000,000', '{% for i in (1..1000000000) %}{% endfor %}'),
  template(
    'liquid-doubling',
    'a string that doubles 60 times',
    '{% assign a = "x" %}{% for i in (1..60) %}{% assign a = a | append: a %}{% endfor %}',
    'render_length_limit',
  ),
  template(
    'liquid-inspect',
    'a quotation mark that is inspected 60 times, so that its backslashes double',
    `{% assign a = '"' %}{% for i in (1..60) %}{% assign a = a | inspect %}{% endfor %}`,
    // Of time or of length, whichever comes first on this machine.
    '_limit in _config.yml',
  ),
  template(
    'liquid-integer',
    'an integer that is squared 60 times',
    '{% assign a = 10 %}{% for i in (1..60) %}{% assign a = a | times: a %}{% endfor %}{{ a }}',
    'bits',
  ),
  template(
    'liquid-empty-lists',
    'an empty list that is put into itself twice, 60 times, and joined',
    '{% assign a = "" | split: "" %}{% for i in (1..60) %}{% assign a = a | push: a | push: a %}{% endfor %}{{ a | join }}',
    'items',
  ),
  stops(
    'liquid-include',
    'an include that includes itself',
    { 'index.html': '---\n---\n{% include a.html %}', '_includes/a.html': '{% include a.html %}' },
    'a.html',
  ),
  builds(
    'lists-deep',
    'lists nested 3,000 deep (9 MB)',
    lines(3000, (i) => `${'  '.repeat(i)}* a`),
    1500,
  ),
  builds(
    'quotes-deep',
    'quotes nested 3,000 deep',
    lines(3000, (i) => `${'> '.repeat(i + 1)}a`),
    1500,
  ),
  many(
    'paragraphs-many',
    'a page of 900,000 paragraphs (50 MB), by kramdown and by CommonMark',
    () => lines(900_000, (i) => `Paragraph ${i} is of about fifty-five characters, so.\n`),
    true,
  ),
  many('paragraphs-short', 'a page of 950,000 paragraphs of one letter (3 MB)', () => 'a\n\n'.repeat(950_000), true),
  many('emphasis-many', '12,000,000 words in emphasis (48 MB)', () => '*a* '.repeat(12_000_000), false),
  builds('swift-signs', 'a block of Swift with 400,000 signs `#`', `\`\`\`swift\n${'#'.repeat(400_000)}\n\`\`\``, 600),
  builds(
    'swift-signs-slash',
    'the same before a slash, which may begin a regexp',
    `\`\`\`swift\nx ${'#'.repeat(400_000)}/x\n\`\`\``,
    600,
  ),
];

/** Another installation, whose native compiler can be damaged. @returns the folder of the compiler */
function installation(lab: Lab): string {
  const root = dirname(dirname(dirname(fileURLToPath(import.meta.url))));
  const modules = realpathSync(join(root, 'node_modules'));
  const own = lab.path('installed', 'node_modules');
  rmSync(lab.path('installed'), { recursive: true, force: true });
  cpSync(join(root, 'dist'), lab.path('installed', 'dist'), { recursive: true });
  const native = readdirSync(modules).find((name) => name.startsWith(`sass-embedded-${process.platform}-`));
  expect(native !== undefined, 'no native compiler is installed');
  for (const name of ['sass-embedded', native]) cpSync(join(modules, name), join(own, name), { recursive: true });
  for (const name of readdirSync(modules)) {
    if (!name.startsWith('sass-embedded')) symlinkSync(join(modules, name), join(own, name));
  }
  return join(own, native, 'dart-sass');
}

/** The processes that a process has started: its compilers. */
function compilersOf(pid: number): number[] {
  try {
    return readdirSync(`/proc/${pid}/task`).flatMap((task) =>
      readFileSync(`/proc/${pid}/task/${task}/children`, 'utf8').split(' ').filter(Boolean).map(Number),
    );
  } catch {
    return []; // ended already
  }
}
