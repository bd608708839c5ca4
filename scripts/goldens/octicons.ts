// test/plugins/fixtures/octicons.json: what jekyll-octicons makes of its tag. The gem is no part of the reference's stacks;
// install it into a folder of its own, `gem install --install-dir FOLDER jekyll-octicons -v 19.42.0`, and name that:
//
//   OCTICONS_GEMS=FOLDER REFERENCE=… npm run goldens -- octicons

import { spawnSync } from 'node:child_process';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

const folder = dirname(fileURLToPath(import.meta.url));
const file = join(folder, '../../test/plugins/fixtures/octicons.json');
const reference = process.env.REFERENCE;
if (!reference)
  throw new Error('REFERENCE is not set: it is the command that runs real Jekyll (see scripts/goldens.ts).');

const PAGE = {
  icon: 'rocket',
  odd: 'two words',
  size: 32,
  sizes: ['16'],
  set: { a: 1 },
  label: 'ü & "x"',
  slash: '\\0',
};

const TEMPLATES: readonly string[] = [
  '{% octicon rocket %}',
  '{%octicon rocket%} {%- octicon heart -%} x',
  '{% octicon rocket height:32 %}|{% octicon rocket height:24 %}|{% octicon rocket height:23 %}|{% octicon rocket height:1 %}',
  '{% octicon rocket width:48 %}|{% octicon rocket width:100 height:20 %}|{% octicon rocket height:20 width:100 %}',
  '{% octicon logo-github height:45 %}|{% octicon logo-github width:90 %}|{% octicon mark-github %}|{% octicon logo-github %}',
  '{% octicon feed-issue-reopen %}|{% octicon feed-issue-reopen width:-7 %}|{% octicon feed-issue-reopen height:-7 %}',
  '{% octicon heart height:"32px" %}|{% octicon heart height:1_0 %}|{% octicon heart height:x width:y %}|{% octicon heart height:"" %}',
  '{% octicon heart height:99999999999999999999 %}',
  '{% octicon heart class:"one two" %}|{% octicon heart class:one %}|{% octicon heart class:"" %}|{% octicon heart class:" x " %}',
  "{% octicon heart class:'one two' aria-label:'Say it' %}",
  '{% octicon heart aria-label:hi %}|{% octicon heart aria-label:"Hello World!" class:x id:y data-z:1 %}',
  '{% octicon heart aria-label:"" %}|{% octicon heart aria-hidden:false %}|{% octicon heart role:x aria-label:y %}',
  '{% octicon heart viewBox:"0 0 1 1" version:2 class:c data-component:d %}',
  '{% octicon heart height : 32 , class :"a" %}|{% octicon heart, height:32 %}|{% octicon heart height:32, class:b %}',
  '{% octicon heart class:a class:b height:24 class:c %}|{% octicon heart title:"<b>&\'" %}|{% octicon heart a:b:c d:e|f g:"h"i %}',
  '{% octicon class:heart %}|{% octicon heart height:32px %}|{% octicon heart ünï:x x:ü %}',
  '{% octicon %}|{% octicon "heart" %}|{% octicon {{ page.nope }} %}|{% octicon ,heart %}',
  '{% octicon {{ page.icon }} %}|{% octicon {{page.icon}} height:24 class:"a {{ page.icon }}" %}',
  '{% octicon heart class:"{{ page.odd }}" %}|{% octicon heart class:{{ page.odd }} id:{{ page.icon }} %}',
  '{% octicon heart class:"{{ page.nope }}" %}|{% octicon heart class:"{{ nope }}" %}|{% octicon heart class:"{{ page.set }}" %}',
  '{% octicon heart aria-label:"{{ page.label }}" %}|{% octicon heart id:{{ page. }} %}|{% octicon heart id:{{ page.icon | upcase }} %}',
  '{% octicon heart id:{{ page.set.a }} %}|{% assign i = "zap" %}{% octicon {{ i }} %}',
  '{% octicon heart height:{{ page.size }} %}',
  '{% octicon heart class:{{ page.sizes }} %}',
  '{% octicon heart class:"{{ nope.icon }}" %}',
  '{% octicon heart class:"{{ page.slash }}" %}',
  '{% octicon no-such-icon %}',
  '{% octicon Heart %}',
  '{% octicon {{ page.odd }} %}',
  '{% octicon (heart) %}',
  '{% octicon toString %}',
];

const gems = process.env.OCTICONS_GEMS;
if (!gems) {
  process.stdout.write('  not compared: OCTICONS_GEMS is not set (see scripts/goldens/octicons.ts)\n');
} else {
  const answers = new Map<string, string[]>();
  const input = TEMPLATES.map((template) => `${JSON.stringify({ template, page: PAGE })}\n`).join('');
  for (const compat of ['github-pages', 'jekyll-4']) {
    const args = ['exec', compat, 'ruby', join(folder, 'octicons.rb')];
    const { stdout, stderr, status } = spawnSync(reference, args, { input, encoding: 'utf8' });
    if (status !== 0) throw new Error(stderr);
    answers.set(compat, stdout.trim().split('\n'));
  }
  const [version, ...lines] = answers.get('github-pages')!;
  if (answers.get('jekyll-4')!.join() !== [version, ...lines].join()) throw new Error('the stacks do not agree');
  const cases = TEMPLATES.map((template, i) => ({ template, ...JSON.parse(lines[i]!) }));
  const text = `${JSON.stringify({ version, page: PAGE, cases }, null, 2)}\n`;
  const same = existsSync(file) && readFileSync(file, 'utf8') === text;
  process.stdout.write(`  octicons ${version}: ${same ? 'the same' : 'different'}\n`);
  if (!same && process.argv.includes('--write')) writeFileSync(file, text);
  else if (!same) process.exitCode = 1;
}
