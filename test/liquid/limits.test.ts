import { test } from 'uvu';
import * as assert from 'uvu/assert';
import { STACKS } from '../../src/config/stacks.ts';
import { BuildError, position } from '../../src/diagnostics/diagnostic.ts';
import { parseTemplate, renderTemplate } from '../../src/liquid/compile/template.ts';
import { createEnvironment } from '../../src/liquid/engine.ts';
import type { LimitSettings } from '../../src/liquid/runtime/limits.ts';
import { buildInMemory } from '../site/memory-site.ts';
import { createHost, FILES } from './site.ts';

/** `message path:line` of what a template runs into; strings are limited to fewer characters here, and each look at the clock takes a second. */
function limit(
  template: string,
  files: Readonly<Record<string, string>> = FILES,
  limits: Partial<LimitSettings> = {},
): string {
  const env = createEnvironment({
    stack: STACKS['jekyll-4'],
    report: () => {},
    limits: { length: 1_000_000, items: 10_000, ...limits },
  });
  try {
    const parsed = parseTemplate(template, env, { source: { path: 'page.md', text: template }, offset: 0 });
    const text = renderTemplate(parsed, {
      payload: new Map(),
      registers: { host: createHost('jekyll-4', files), page: null },
    });
    return `${String(text).length} characters`;
  } catch (error) {
    assert.instance(error, BuildError);
    const { message, span } = (error as BuildError).diagnostic;
    return `${message} ${span!.source.path}:${position(span!.source, span!.start).line}`;
  }
}

const ticking = (): Partial<LimitSettings> => {
  let seconds = 0;
  return { clock: () => seconds++ * 1000 };
};

test('a string that doubles', () => {
  const tooLong = 'A string has more than 1000000 characters';
  const turns = '{% for i in (1..100) %}\n';
  assert.is(limit(`{% assign a = "xxxx" %}${turns}{% assign a = a | append: a %}{% endfor %}`), `${tooLong} page.md:2`);
  assert.is(
    limit(`{% assign a = "xxxx" %}${turns}{% assign a = a | replace: "x", "xx" %}{% endfor %}`),
    `${tooLong} page.md:2`,
  );
  const capture = '{% capture a %}x{{ a }}{{ a }}{% endcapture %}';
  assert.ok(limit(`${turns}${capture}{% endfor %}`).startsWith(tooLong));
  assert.ok(
    limit(
      `{% assign a = "<p>xxxx" %}${turns}{% assign a = a | replace: "<p", "xxxxxxxxxxx<pxxxxxx<p" %}{% endfor %}`,
    ).startsWith(tooLong),
  );
  const markup = `{% capture a %}{% for i in (1..400) %}x<p>{% endfor %}{% endcapture %}${turns}`;
  assert.is(
    limit(`${markup}{% assign a = a | replace: "x<p", "xxxxxxxxxxxxxxxxxxxxxxxxxxxxxxx<p" %}{% endfor %}`),
    `${tooLong} page.md:2`,
  );
});

test('a string that is too long for a filter', () => {
  const doubled = '{% assign a = "xxxx" %}{% for i in (1..9) %}{% assign a = a | append: a %}{% endfor %}\n';
  for (const filter of ['inspect', 'escape', 'size', 'replace: "x", "y"'])
    assert.is(
      limit(`${doubled}{{ a | ${filter} }}`, FILES, { input: 2000 }),
      'A string has more than 2000 characters page.md:2',
      filter,
    );
  assert.is(limit(`${doubled}{{ a }}`, FILES, { input: 2000 }), '2049 characters');
});

test('an endless loop', () => {
  const body = '{% for i in (1..100000) %}{% for j in (1..100000) %}\n';
  assert.ok(
    limit(`${body}x{{ i }}{% endfor %}{% endfor %}`).startsWith('A string has more than 1000000 characters page.md:'),
  );
  const late = 'Rendering takes longer than 60 seconds page.md';
  assert.is(limit(`${body}{% assign a = j %}{% endfor %}{% endfor %}`, FILES, ticking()), `${late}:2`);
  assert.is(
    limit('{% for i in (1..9000) %}{% tablerow j in (1..9000) %}{% endtablerow %}{% endfor %}', FILES, ticking()),
    `${late}:1`,
  );
  assert.is(
    limit('{% for i in (1..1000000000) %}{% endfor %}'),
    'The range 1..1000000000 has more than 1000000 items page.md:1',
  );
});

test('a list and an integer that double', () => {
  const list = '{% assign a = "a,b" | split: "," %}{% for i in (1..99) %}\n{% assign a = a | concat: a %}{% endfor %}';
  assert.is(limit(list), 'A list has more than 10000 items page.md:2');
  // A list with the same list twice in it, and that twice in another …
  const within = '{% assign a = "a" | split: "," %}{% for i in (1..30) %}{% assign a = a | push: a %}{% endfor %}\n';
  assert.is(limit(`${within}{{ a | jsonify }}`), 'A list has more than 10000 items page.md:2');
  const number = '{% assign a = 99999 %}{% for i in (1..99) %}\n{% assign a = a | times: a %}{% endfor %}';
  assert.is(limit(number), 'An integer has more than 1000000 bits page.md:2');
});

test('lists that contain themselves: printed, inspected, compared, sorted, grouped', () => {
  const beyond = 'A value grows without limit: a value with more than 1000000 parts or 100000000 characters';
  const doubling = (name: string) =>
    `{% assign ${name} = "a" | split: "," %}{% for i in (1..40) %}{% assign ${name} = ${name} | push: ${name} %}{% endfor %}`;
  const pair = `${doubling('a')}${doubling('b')}{% assign l = "" | split: "" | push: a | push: b %}\n`;
  for (const use of [
    '{{ a }}',
    '{{ a | inspect }}',
    '{{ "x" | append: a }}',
    '{% if a == b %}{% endif %}',
    '{% if l contains b %}{% endif %}',
    '{% case a %}{% when b %}{% endcase %}',
    '{% assign s = l | sort %}',
    '{% assign s = l | group_by_exp: "x", "x" %}',
    '{% assign s = l | where: "0", "x" %}',
  ]) {
    assert.is(limit(pair + use), `${beyond} page.md:2`, use);
  }
  for (const use of ['{{ a | join }}', '{{ a | reverse | size }}']) {
    assert.match(limit(pair + use), /^A list has more than \d+ items page.md:2$/, use);
  }
  const empty =
    '{% assign a = "" | split: "" %}{% for i in (1..60) %}{% assign a = a | push: a | push: a %}{% endfor %}\n';
  for (const use of ['{{ a | join }}', '{{ a | map: "x" }}', '{{ a | first }}{{ a | compact | size }}']) {
    assert.match(limit(empty + use), /^A list has more than \d+ items page.md:2$/, use);
  }
  const nested =
    '{% assign e = "" | split: "" %}{% assign a = e %}{% for i in (1..9999) %}{% assign a = e | push: a %}{% endfor %}\n';
  for (const use of ['{{ a }}', '{{ a | inspect }}']) assert.is(limit(nested + use), 'Nesting too deep page.md:2', use);
});

test('markup that is very long is read in linear time', () => {
  const many = (text: string, times: number): string => text.repeat(times);
  const deep = 'Nesting too deep page.md:1';
  const cases: readonly [template: string, said: string | RegExp][] = [
    ...['if true', 'for i in (1..1)', 'case 1', 'capture a', 'comment', 'tablerow a in b', 'unless x', 'ifchanged'].map(
      (tag): [string, string] => [
        `${many(`{% ${tag} %}`, 10_000)}${many(`{% end${tag.split(' ')[0]} %}`, 10_000)}`,
        deep,
      ],
    ),
    [`{{ a${many('[b', 100_000)}${many(']', 100_000)} }}`, deep],
    [`{{ "a"${many(' | upcase', 100_000)} }}`, deep],
    [`{{ a${many('.b', 100_000)} }}`, '0 characters'],
    [`{{ a${many('[', 200_000)} }}`, '0 characters'],
    [`{{ (${many('.', 100_000)} }}`, '0 characters'],
    [`{% for a in (${many('a..', 50_000)} %}x{% endfor %}`, '0 characters'],
    [`{% if ${many('true and ', 100_000)}true %}x{% endif %}`, '1 characters'],
    [`{% if ${many('$x or ', 10_000)}true %}x{% endif %}`, /^0 characters|^1 characters/],
    [`{% case 1 %}{% when ${many('2 or ', 20_000)}1 %}x{% endcase %}`, '1 characters'],
    [many('{{', 100_000), /^Variable '\{\{' was not properly terminated/],
    [many('{%', 100_000), /^Tag '\{%' was not properly terminated/],
    [`{{ a | b: ${many('"a', 100_001)} }}`, '0 characters'],
    [`{% include bare ${many('a="b" ', 20_000)}%}`, '3 characters'],
    [`{% include bare ${many('a', 100_000)} %}`, /^Invalid syntax for include tag/],
    [`{% include bare a="${many('\\', 50_000)} %}`, /^Invalid syntax for include tag/],
    [`{% include ${many('{{ a ', 20_000)} %}`, /^Invalid syntax for include tag/],
    [`{% assign ${many('(a', 50_000)}$ = 1 %}`, /^Syntax Error in 'assign'/],
    [`{% assign ${many('a', 100_000)}$ %}`, /^Syntax Error in 'assign'/],
    [`{% post_url ${many('a/', 50_000)} %}`, /^Could not parse name of post/],
    [`{% highlight ruby ${many('a', 100_000)}$ %}x{% endhighlight %}`, /^Syntax Error in tag 'highlight'/],
  ];
  for (const [template, said] of cases) {
    const { user } = process.cpuUsage();
    const answer = limit(template);
    const seconds = (process.cpuUsage().user - user) / 1e6;
    const shown = `${template.slice(0, 60)}…: ${answer.slice(0, 80)}`;
    if (typeof said === 'string') assert.is(answer, said, shown);
    else assert.match(answer, said, shown);
    // The most expensive needs a second on a slow machine; one that scans the string once per character takes minutes.
    assert.ok(seconds < 10, `${seconds} s: ${shown}`);
  }
});

test('strings on which a filter could take for ever', () => {
  const grown = (text: string, turns: number) =>
    `{% assign s = "${text}" %}{% for i in (1..${turns}) %}{% assign s = s | append: s %}{% endfor %}`;
  const { user } = process.cpuUsage();
  assert.is(limit(`${grown('<script <style <!-- ', 15)}{{ s | strip_html | size }}`), '6 characters');
  assert.is(
    limit(`${grown('1234567890', 17)}\n{{ s | plus: 1 }}`, FILES, { length: 10_000_000 }),
    'A value grows without limit: an integer of more than 1000000 digits page.md:2',
  );
  assert.is(
    limit('{{ "now" | date: "%2000000000N" }}'),
    'A value grows without limit: Invalid string length page.md:1',
  );
  assert.is(limit('{% for i in (1..999999999999) limit: 2 %}{{ i }}{% endfor %}'), '2 characters');
  // The more a filter produces, the sooner the clock is read.
  assert.is(
    limit(`${grown('abcdefgh', 16)}{% for i in (1..60) %}\n{% assign t = s | upcase %}{% endfor %}`, FILES, ticking()),
    'Rendering takes longer than 60 seconds page.md:2',
  );
  assert.ok((process.cpuUsage().user - user) / 1e6 < 20);
});

test('files that include themselves, once or twice over', () => {
  const once = { '_includes/a.html': '\n{% include a.html %}' };
  assert.is(limit('{% include a.html %}', once), 'Nesting too deep _includes/a.html:2');
  const half = '{% include a.html to=n %}';
  const twice = {
    '_includes/a.html': `\n{% assign n = include.to | append: "x" %}{% if include.to.size < 90 %}${half}{% assign n = include.to | append: "x" %}${half}{% endif %}`,
  };
  assert.is(
    limit('{% include a.html to="x" %}', twice, ticking()),
    'Rendering takes longer than 60 seconds _includes/a.html:2',
  );
});

test('the configuration sets them, and a page far below them is unchanged', async () => {
  const site = { 'index.html': '---\n---\n{% for i in (1..30) %}0123456789{% endfor %}' };
  const limits = '_config.yml';
  const { output } = await buildInMemory({
    ...site,
    [limits]: 'theme: null\nliquid:\n  render_length_limit: 300\n  render_time_limit: 0.5\n',
  });
  assert.is(output('index.html')?.length, 300);
  let message = '';
  try {
    await buildInMemory({ ...site, [limits]: 'theme: null\nliquid:\n  render_length_limit: 299\n' });
  } catch (error) {
    message = (error as Error).message;
  }
  assert.is(message, 'A string has more than 299 characters');
});

test.run();
