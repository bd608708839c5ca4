/**
 * Compares what stops a build: each case is a small site with one mistake, built by real Jekyll and by ours, under both
 * stacks. It prints the exit status of both, and our error with its place; the status is 1 if the two statuses differ.
 *
 *   REFERENCE="path/to/reference" tsx scripts/diff/liquid-errors.ts [--compat github-pages|jekyll-4] [--only WORD]
 */
import { type ChildProcessWithoutNullStreams, spawn } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { build } from '../../src/build/node.ts';
import type { Compat } from '../../src/config/stacks.ts';
import { BuildError, position } from '../../src/diagnostics/diagnostic.ts';

const DEEP = Array.from({ length: 120 }, (_, i) => `{% if true %}${i}`).join('') + '{% endif %}'.repeat(120);
const LOOPS = Array.from({ length: 110 }, (_, i) => `{% for a${i} in (1..1) %}`).join('') + '{% endfor %}'.repeat(110);

/** By name: the page's text, or files by path. */
const CASES: Readonly<Record<string, string | Readonly<Record<string, string>>>> = {
  'nothing wrong': '{{ page.title }}',
  'unknown tag': 'a\n{% nosuch %}',
  'unknown tag in a branch that is not taken': '{% if false %}{% nosuch %}{% endif %}',
  'unknown tag in a comment': '{% comment %}{% nosuch %}{% endcomment %}',
  'unknown tag in raw': '{% raw %}{% nosuch %}{% endraw %}',
  'unknown end': '{% endif %}',
  'wrong end': '{% if true %}{% endfor %}',
  'end with a space': '{% if true %}x{% end if %}',
  'else alone': '{% else %}',
  'elsif alone': '{% elsif x %}',
  'when alone': '{% when 1 %}',
  'else in capture': '{% capture x %}{% else %}{% endcapture %}',
  elseif: '{% if true %}{% elseif false %}{% endif %}',
  'if never closed': '{% if true %}x',
  'for never closed': '{% for a in site.posts %}x',
  'case never closed': '{% case 1 %}{% when 1 %}x',
  'raw never closed': '{% raw %}x',
  'comment never closed': '{% comment %}x',
  'capture never closed': '{% capture a %}x',
  'highlight never closed': '{% highlight ruby %}x',
  'tablerow never closed': '{% tablerow a in b %}x',
  'output never closed': 'a {{ page.title',
  'output closed by one brace': 'a {{ page.title }',
  'tag never closed': 'a {% if true',
  'tag closed by braces': 'a {% if true }}x{% endif %}',
  'empty tag': '{% %}',
  'empty output': '{{ }}',
  'if without a condition': '{% if %}x{% endif %}',
  'elsif without a condition': '{% if false %}{% elsif %}x{% endif %}',
  'if with =': '{% if page.title = "x" %}a{% endif %}',
  'if with = in a branch that is not taken': '{% if false %}{% if page.title = "x" %}a{% endif %}{% endif %}',
  'if with &&': '{% if true && false %}a{% endif %}',
  'if with not': '{% if not page.title %}a{% endif %}',
  'if with parentheses': '{% if (true or false) and false %}a{% endif %}',
  'an open quote in a condition': '{% if page.title == "x %}a{% endif %}',
  'comparison of kinds': '{% if 1 < "2" %}a{% endif %}',
  'comparison with nil': '{% if nil < 2 %}a{% endif %}',
  'comparison of lists': '{% if site.posts < 2 %}a{% endif %}',
  'unless without a condition': '{% unless %}x{% endunless %}',
  'case without a value': '{% case %}{% when 1 %}{% endcase %}',
  'when without a value': '{% case 1 %}{% when %}{% endcase %}',
  'case else with words': '{% case 1 %}{% else x %}{% endcase %}',
  'for without in': '{% for a of site.posts %}{% endfor %}',
  'for over nothing': '{% for a in %}{% endfor %}',
  'for with an unknown option': '{% for a in (1..3) nosuch:1 %}{{ a }}{% endfor %}',
  'for with a comma': '{% for a in (1..3), limit:1 %}{{ a }}{% endfor %}',
  'for with a bad limit': '{% for a in (1..3) limit:"x" %}{{ a }}{% endfor %}',
  'for with a list for a limit': '{% for a in (1..3) limit:site.posts %}{{ a }}{% endfor %}',
  'tablerow without in': '{% tablerow a of site.posts %}{% endtablerow %}',
  'a range over words': '{% for a in ("x".."y") %}{{ a }}{% endfor %}',
  'a range over a list': '{% for a in (site.posts..3) %}{{ a }}{% endfor %}',
  'a range of floats': '{% for a in (1.5..3) %}{{ a }}{% endfor %}',
  'assign without =': '{% assign a "x" %}',
  'assign without a value': '{% assign a = %}',
  'assign with ==': '{% assign a == "x" %}{{ a }}',
  'capture without a name': '{% capture %}x{% endcapture %}',
  'cycle without values': '{% cycle %}',
  'increment without a name': '{% increment %}',
  'increment of a page': '{% increment page %}',
  'break outside a loop': 'a{% break %}b',
  'unknown filter': '{{ "a" | nosuch }}',
  'doubled pipe': '{{ "a" || upcase }}',
  'pipe at the end': '{{ "a" | }}',
  'filter with a comma': '{{ "a" | append, "b" }}',
  'filter with too few': '{{ "a" | replace }}',
  'filter with too many': '{{ "a" | upcase: 1 }}',
  'filter with a keyword': '{{ "a" | append: x: 1 }}',
  'divided by zero': '{{ 1 | divided_by: 0 }}',
  'modulo zero': '{{ 1 | modulo: 0 }}',
  'divided by a word': '{{ 1 | divided_by: "x" }}',
  'slice by a word': '{{ "abc" | slice: "x" }}',
  'truncate by a word': '{{ "abc" | truncate: "x" }}',
  'concat with text': '{{ site.posts | concat: "x" }}',
  'map of numbers': '{% assign a = "1,2" | split: "," %}{{ a | map: 1.5 }}',
  'sort of nil': '{{ nil | sort }}',
  'sort of text': '{{ "abc" | sort }}',
  'sort of kinds': '{% assign a = "" | split: "" | push: 1 | push: "x" %}{{ a | sort }}',
  'sort with bad nils': '{{ site.posts | sort: "title", "middle" }}',
  'join of nil': '{{ nil | join: "," }}',
  'where without a value': '{{ site.posts | where: "title" }}',
  'where_exp broken': '{{ site.posts | where_exp: "x", "x.title ==" }}',
  'where_exp with and': '{{ site.posts | where_exp: "x", "x.title and x.url" }}',
  'group_by_exp broken': '{{ site.posts | group_by_exp: "x", "x.title |" }}',
  'find of nothing': '{{ site.posts | find: "title", "x" }}',
  'find with one argument': '{{ site.posts | find: "title" }}',
  'find_exp broken': '{{ site.posts | find_exp: "x", "x.title ==" }}',
  'date of a word': '{{ "bogus" | date: "%Y" }}',
  'date_to_string of a word': '{{ "bogus" | date_to_string }}',
  'date_to_xmlschema of a word': '{{ "bogus" | date_to_xmlschema }}',
  'date_to_string of nil': '{{ nil | date_to_string }}',
  'date with an open format': '{{ "now" | date: "100%" }}',
  'slugify of a list': '{{ site.posts | slugify }}',
  'cgi_escape of nil': '{{ nil | cgi_escape }}',
  'uri_escape of a number': '{{ 1 | uri_escape }}',
  'number_of_words of nil': '{{ nil | number_of_words }}',
  'array_to_sentence_string of nil': '{{ nil | array_to_sentence_string }}',
  'relative_url of a colon': '{{ ":x" | relative_url }}',
  'absolute_url of a broken address': '{{ "http://a b" | absolute_url }}',
  'to_integer of a list': '{{ site.posts | to_integer }}',
  'jsonify of a page that holds itself': '{{ site | size }}',
  'pop by a word': '{{ site.posts | pop: "x" }}',
  'url_decode of bad bytes': '{{ "%FF" | url_decode }}',
  'xml_escape of nil': '{{ nil | xml_escape }}',
  'include of nothing': '{% include %}',
  'include of a missing file': '{% include gone.html %}',
  'include of a missing file in a branch that is not taken': '{% if false %}{% include gone.html %}{% endif %}',
  'include out of the folder': '{% include ../x.html %}',
  'include with a bad name': '{% include a$b.html %}',
  'include with a bad parameter': { 'index.html': '---\n---\n{% include a.html x= %}', '_includes/a.html': 'a' },
  'include with a space before =': { 'index.html': '---\n---\n{% include a.html x = "y" %}', '_includes/a.html': 'a' },
  'include with an open quote': { 'index.html': '---\n---\n{% include a.html x="y %}', '_includes/a.html': 'a' },
  'include by an empty variable': '{% include {{ page.gone }} %}',
  'include that is broken': { 'index.html': '---\n---\n{% include a.html %}', '_includes/a.html': 'x\n{% if %}' },
  'include that fails': {
    'index.html': '---\n---\n{% include a.html %}',
    '_includes/a.html': 'x\n{{ 1 | divided_by: 0 }}',
  },
  'include that is broken, not taken': {
    'index.html': '---\n---\n{% if false %}{% include a.html %}{% endif %}',
    '_includes/a.html': '{% if %}',
  },
  'include within an include that is missing': {
    'index.html': '---\n---\n{% include a.html %}',
    '_includes/a.html': 'x {% include b.html %}',
  },
  'include of itself': { 'index.html': '---\n---\n{% include a.html %}', '_includes/a.html': '{% include a.html %}' },
  'include of itself with a parameter': {
    'index.html': '---\n---\n{% include a.html x=1 %}',
    '_includes/a.html': '{% include a.html x=1 %}',
  },
  'include_relative of a missing file': '{% include_relative gone.html %}',
  'include_relative upwards': '{% include_relative ../gone.html %}',
  'link to nothing': '{% link %}',
  'link to a missing file': '{% link gone.md %}',
  'link to a missing file, not taken': '{% if false %}{% link gone.md %}{% endif %}',
  'link with Liquid': '{% link {{ page.gone }} %}',
  'link with broken Liquid': '{% link {{ page.gone %}',
  'link with broken Liquid, not taken': '{% if false %}{% link {{ page.gone %}{% endif %}',
  'post_url of nothing': '{% post_url %}',
  'post_url of a missing post': '{% post_url 2020-01-01-gone %}',
  'post_url of a bad name': '{% post_url gone %}',
  'post_url of a bad date': '{% post_url 2020-99-99-gone %}',
  'highlight without a language': '{% highlight %}x{% endhighlight %}',
  'highlight with an unknown language': '{% highlight nosuch %}x{% endhighlight %}',
  'highlight with bad options': '{% highlight ruby a="b c" %}x{% endhighlight %}',
  'highlight with bad lines': '{% highlight ruby mark_lines="a" %}x{% endhighlight %}',
  'blocks 120 deep': DEEP,
  'loops 110 deep': LOOPS,
  'a fault in a layout': { 'index.html': '---\nlayout: a\n---\nx', '_layouts/a.html': 'x\n{% nosuch %}' },
  'a fault in a layout that nothing uses': { 'index.html': '---\n---\nx', '_layouts/a.html': 'x\n{% nosuch %}' },
  'a fault in a post': { 'index.html': '---\n---\nx', '_posts/2020-01-01-a.md': '---\n---\nx\n\n{% nosuch %}' },
  'a fault behind the excerpt': {
    'index.html': '---\n---\n{{ site.posts[0].excerpt }}',
    '_posts/2020-01-01-a.md': '---\n---\nx\n\n{{ 1 | divided_by: 0 }}',
  },
  'a fault in a draft': { 'index.html': '---\n---\nx', '_drafts/a.md': '---\n---\n{% nosuch %}' },
  'a fault in a file without front matter': { 'index.html': '---\n---\nx', 'a.html': '{% nosuch %}' },
  'a fault in an unwritten collection': {
    '_config.yml': 'collections: {docs: {output: false}}',
    'index.html': '---\n---\nx',
    '_docs/a.md': '---\n---\n{% nosuch %}',
  },
  'render_with_liquid: false': { 'index.html': '---\nrender_with_liquid: false\n---\n{% nosuch %}' },
  'strict filters': { '_config.yml': 'liquid: {strict_filters: true}', 'index.html': '---\n---\n{{ "a" | nosuch }}' },
  'strict variables': { '_config.yml': 'liquid: {strict_variables: true}', 'index.html': '---\n---\n{{ nosuch }}' },
  'strict variables of a page': {
    '_config.yml': 'liquid: {strict_variables: true}',
    'index.html': '---\n---\n{{ page.nosuch }}',
  },
  'strict errors': {
    '_config.yml': 'liquid: {error_mode: strict}',
    'index.html': '---\n---\n{% if a && b %}{% endif %}',
  },
  'lax errors': { '_config.yml': 'liquid: {error_mode: lax}', 'index.html': '---\n---\n{% if a && b %}{% endif %}' },
};

/** Real Jekyll, which builds one folder after the other. */
class Builder {
  readonly #process: ChildProcessWithoutNullStreams;
  readonly #lines: AsyncIterator<string>;

  constructor(compat: Compat) {
    const script = fileURLToPath(new URL('./liquid-errors.rb', import.meta.url));
    const env = { ...process.env, PAGES_REPO_NWO: 'owner/name' };
    this.#process = spawn(process.env.REFERENCE!, ['exec', compat, 'ruby', script], { env });
    this.#lines = createInterface({ input: this.#process.stdout })[Symbol.asyncIterator]();
  }

  async build(folder: string): Promise<{ status: number; text: string }> {
    this.#process.stdin.write(`${folder}\n`);
    for (;;) {
      const { value, done } = await this.#lines.next();
      if (done) throw new Error(`the reference ended at ${folder}`);
      // Jekyll itself may print.
      if (value.startsWith('{"status"')) return JSON.parse(value);
    }
  }

  end(): void {
    this.#process.stdin.end();
  }
}

async function ours(source: string, compat: Compat): Promise<{ status: number; text: string }> {
  try {
    await build({ source, destination: join(source, '_ours'), compat, nwo: 'owner/name', environment: 'production' });
    return { status: 0, text: '' };
  } catch (error) {
    if (!(error instanceof BuildError))
      return { status: 2, text: `NOT A DIAGNOSTIC: ${String((error as Error).stack)}` };
    const { message, span, path, hint, includedFrom } = error.diagnostic;
    const at = span === undefined ? null : position(span.source, span.start);
    const place = at === null ? `${path ?? 'NO PLACE'}` : `${span!.source.path}:${at.line}:${at.column}`;
    const chain = includedFrom?.length
      ? ` (included from ${includedFrom.map(({ source }) => source.path).join(', ')})`
      : '';
    return { status: 1, text: `${place}${chain}: ${message.replace(/\s+/g, ' ').trim()} [${hint ?? 'NO HINT'}]` };
  }
}

const { values } = parseArgs({
  options: { compat: { type: 'string', multiple: true }, only: { type: 'string', default: '' } },
});
let differing = 0;
let cases = 0;
for (const compat of (values.compat ?? ['github-pages', 'jekyll-4']) as Compat[]) {
  const builder = new Builder(compat);
  for (const [name, site] of Object.entries(CASES)) {
    if (!name.includes(values.only)) continue;
    const folder = mkdtempSync(join(tmpdir(), 'liquid-errors-'));
    const files = typeof site === 'string' ? { 'index.html': `---\ntitle: T\n---\n${site}\n` } : site;
    for (const [path, text] of Object.entries({
      '_config.yml': 'title: x\n',
      '_posts/2021-01-01-post.md': '---\ntitle: P\n---\nText\n',
      ...files,
    })) {
      mkdirSync(dirname(join(folder, path)), { recursive: true });
      // Without the theme that Pages gives a site, which takes long to style.
      writeFileSync(join(folder, path), path === '_config.yml' ? `theme: null\n${text}\n` : text);
    }
    const theirs = await builder.build(folder);
    const mine = await ours(folder, compat);
    const same = theirs.status === mine.status;
    cases++;
    if (!same) differing++;
    process.stdout.write(`${same ? ' ' : '!'} ${compat} ${name}: ${theirs.status} ${mine.status}\n`);
    if (theirs.status !== 0)
      process.stdout.write(`      ruby: ${theirs.text.replaceAll(folder, '').replace(/\s+/g, ' ').slice(0, 200)}\n`);
    if (mine.status !== 0) process.stdout.write(`      ours: ${mine.text.replaceAll(folder, '').slice(0, 300)}\n`);
    rmSync(folder, { recursive: true });
  }
  builder.end();
}
process.stdout.write(`${cases} builds, ${differing} with another status\n`);
process.exitCode = differing > 0 ? 1 : 0;
