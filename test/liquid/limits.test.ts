import { test } from 'uvu';
import * as assert from 'uvu/assert';
import { STACKS } from '../../src/config/profiles.ts';
import { BuildError, position } from '../../src/diagnostics/diagnostic.ts';
import { createEnvironment, type LiquidEnvironment } from '../../src/liquid/environment.ts';
import { parseTemplate, renderTemplate } from '../../src/liquid/template.ts';
import { buildInMemory } from '../site/memory-site.ts';
import { createHost, FILES } from './site.ts';

/** `message path:line` of what a template runs into; the texts are shorter here, and each look at the clock is a second. */
function limit(
  template: string,
  files: Readonly<Record<string, string>> = FILES,
  set?: (env: LiquidEnvironment) => void,
): string {
  const env = createEnvironment(STACKS['jekyll-4'], () => {});
  env.limits.length = 1_000_000;
  env.limits.items = 10_000;
  set?.(env);
  const parsed = parseTemplate(template, env, { source: { path: 'page.md', text: template }, offset: 0 });
  try {
    const { text } = renderTemplate(parsed, {
      payload: new Map(),
      registers: { host: createHost('jekyll-4', files), page: null },
    });
    return `${text.length} characters`;
  } catch (error) {
    assert.instance(error, BuildError);
    const { message, span } = (error as BuildError).diagnostic;
    return `${message} ${span!.source.path}:${position(span!.source, span!.start).line}`;
  }
}

const ticking = (env: LiquidEnvironment): void => {
  let seconds = 0;
  env.limits.clock = () => seconds++ * 1000;
};

test('a text that doubles', () => {
  const tooLong = 'A text has more than 1000000 characters';
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

test('a loop that goes on and on', () => {
  const body = '{% for i in (1..100000) %}{% for j in (1..100000) %}\n';
  assert.ok(
    limit(`${body}x{{ i }}{% endfor %}{% endfor %}`).startsWith('A text has more than 1000000 characters page.md:'),
  );
  const late = 'Rendering takes longer than 60 seconds page.md';
  assert.is(limit(`${body}{% assign a = j %}{% endfor %}{% endfor %}`, FILES, ticking), `${late}:2`);
  assert.is(
    limit('{% for i in (1..9000) %}{% tablerow j in (1..9000) %}{% endtablerow %}{% endfor %}', FILES, ticking),
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
  // The same list twice in itself, and that twice in itself …
  const within = '{% assign a = "a" | split: "," %}{% for i in (1..30) %}{% assign a = a | push: a %}{% endfor %}\n';
  assert.is(limit(`${within}{{ a | jsonify }}`), 'A list has more than 10000 items page.md:2');
  const number = '{% assign a = 99999 %}{% for i in (1..99) %}\n{% assign a = a | times: a %}{% endfor %}';
  assert.is(limit(number), 'An integer has more than 1000000 bits page.md:2');
});

test('files that include themselves, once or twice over', () => {
  const once = { '_includes/a.html': '\n{% include a.html %}' };
  assert.is(limit('{% include a.html %}', once), 'Nesting too deep _includes/a.html:2');
  const half = '{% include a.html to=n %}';
  const twice = {
    '_includes/a.html': `\n{% assign n = include.to | append: "x" %}{% if include.to.size < 90 %}${half}{% assign n = include.to | append: "x" %}${half}{% endif %}`,
  };
  assert.is(
    limit('{% include a.html to="x" %}', twice, ticking),
    'Rendering takes longer than 60 seconds _includes/a.html:2',
  );
});

test('the configuration sets them, and a page far below them is as ever', async () => {
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
  assert.is(message, 'A text has more than 299 characters');
});

test.run();
