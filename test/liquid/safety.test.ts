// A template can only reach its data: no prototype, no constructor, no global, no code.

import { test } from 'uvu';
import * as assert from 'uvu/assert';
import { type Compat, STACKS } from '../../src/config/stacks.ts';
import { BuildError } from '../../src/diagnostics/diagnostic.ts';
import { parseTemplate, renderTemplate } from '../../src/liquid/compile/template.ts';
import { createEnvironment } from '../../src/liquid/engine.ts';
import type { RubyHash, Value } from '../../src/ruby/values.ts';
import { buildInMemory } from '../site/memory-site.ts';
import { createHost, DATA, decode } from './site.ts';

const STACK_NAMES: readonly Compat[] = ['github-pages', 'jekyll-4'];

/** Properties of JavaScript's objects, our classes and the globals that Ruby's objects don't have. */
const NAMES =
  `__proto__ prototype constructor toString toLocaleString valueOf hasOwnProperty isPrototypeOf __defineGetter__
  __lookupGetter__ length push pop forEach entries values call apply bind name_ arguments caller get set has delete clear
  toLiquid toS className compareTo document site_ data_ registers payload env limits source_ files process require
  module exports globalThis global window self Function eval Object Array Map Symbol JSON Reflect import this undefined`
    .split(/\s+/)
    .filter((name) => name !== '');

const ENVIRONMENTS = {
  'github-pages': createEnvironment({ stack: STACKS['github-pages'], report: () => {} }),
  'jekyll-4': createEnvironment({ stack: STACKS['jekyll-4'], report: () => {} }),
};

const REAL_FILTERS: readonly string[] = ['push', 'pop'];

function render(template: string, compat: Compat, files: Record<string, string> = {}, data?: RubyHash): string {
  const env = ENVIRONMENTS[compat];
  env.partials.clear();
  const payload = data ?? (decode(DATA) as RubyHash);
  const parsed = parseTemplate(template, env, { source: { path: 'x.html', text: template }, offset: 0 });
  return String(renderTemplate(parsed, { payload, registers: { host: createHost(compat, files), page: null } }));
}

function errorOf(template: string, compat: Compat): string {
  try {
    return `no error, but ${render(template, compat)}`;
  } catch (error) {
    assert.instance(error, BuildError);
    return (error as BuildError).diagnostic.message;
  }
}

test("names of JavaScript's own properties find nothing", () => {
  const objects =
    'page site s i f t n time date list mixed h nested forloop items[0] (1..3) page.title empty blank'.split(' ');
  for (const compat of STACK_NAMES) {
    for (const name of NAMES) {
      const ways = [`{{ ${name} }}`, `{{ [${name}] }}`, `{{ ["${name}"] }}`];
      for (const object of objects) {
        // Which Ruby has, too.
        if (object === 'forloop' && name === 'length') continue;
        ways.push(`{{ ${object}.${name} }}`, `{{ ${object}["${name}"] }}`, `{{ ${object}.${name}.${name} }}`);
        ways.push(`{% assign k = "${name}" %}{{ ${object}[k] }}{{ ${object}[k][k]["constructor"] }}`);
        ways.push(`{% for x in ${object}.${name} %}x{% endfor %}{% if ${object}.${name} %}x{% endif %}`);
      }
      for (const way of ways) {
        assert.is(render(`{% for y in (1..1) %}${way}{% endfor %}`, compat), '', `${compat}: ${way}`);
      }
    }
  }
});

test("pages, posts and drops of a real site have no more than Jekyll's", async () => {
  const objects =
    'page site jekyll layout site.posts site.posts[0] site.pages[0] site.collections[0] site.static_files[0] site.time site.data site.tags site.posts[0].excerpt page.next paginator';
  const lines = objects
    .split(' ')
    .map((object) => `{% for name in site.data.names %}{{ ${object}[name] }}{% endfor %}`);
  for (const compat of STACK_NAMES) {
    const { output } = await buildInMemory(
      {
        '_data/names.json': JSON.stringify(NAMES),
        '_layouts/default.html': '{{ content }}',
        '_posts/2020-01-02-a.md': '---\ntags: [x]\n---\nText.\n',
        'static.txt': 'text',
        'index.html': `---\nlayout: default\n---\n${lines.join('')}|`,
      },
      { compat },
    );
    assert.is(output('index.html'), '|', compat);
  }
});

test('filters treat such names as strings', () => {
  for (const compat of STACK_NAMES) {
    for (const name of NAMES) {
      const one = (template: string): string => render(template, compat);
      if (!REAL_FILTERS.includes(name))
        assert.is(one(`{{ s | ${name} }}`), 'Hello World', `unknown filters pass on: ${name}`);
      assert.is(one(`{{ items | map: "${name}" | join: "" }}`), '');
      assert.is(one(`{{ items | where: "${name}", "x" | size }}`), '0');
      assert.is(one(`{{ items | sort: "${name}" | size }}`), '4');
      assert.is(one(`{{ items | sort_natural: "${name}" | size }}`), '4');
      assert.is(one(`{{ items | uniq: "${name}" | size }}`), '1');
      assert.is(one(`{{ items | compact: "${name}" | size }}`), '0');
      const groups = one(`{% assign g = items | group_by: "${name}" %}{{ g.size }}{{ g[0].name }}`);
      assert.is(groups, '1');
      assert.is(one(`{{ items | where_exp: "x", "x.${name}" | size }}`), '0');
      assert.is(one(`{{ s | append: ${name} }}`), 'Hello World');
    }
  }
});

test('tags of such names are unknown', () => {
  for (const compat of STACK_NAMES) {
    for (const name of ['constructor', '__proto__', 'toString', 'hasOwnProperty', 'get', 'prototype']) {
      assert.is(errorOf(`{% ${name} %}`, compat), `Unknown tag '${name}'`);
      assert.is(errorOf(`{% if s %}{% ${name} %}{% endif %}`, compat), `Unknown tag '${name}'`);
    }
  }
});

test('data with such names is data, and nothing in JavaScript changes', () => {
  const files = { '_includes/p.html': '{{ include.__proto__ }}{{ include.constructor }}{{ include.polluted }}' };
  for (const compat of STACK_NAMES) {
    const data = new Map<Value, Value>([
      [
        'h',
        new Map<Value, Value>([
          ['__proto__', 'p'],
          ['constructor', 'c'],
        ]),
      ],
    ]);
    const text =
      '{{ h.__proto__ }}{{ h["constructor"] }}{% assign __proto__ = "q" %}{{ __proto__ }}{{ polluted }}' +
      '{% capture constructor %}d{% endcapture %}{{ constructor }}{% increment __proto__ %}{% cycle __proto__: "e" %}' +
      '{% for toString in (1..1) %}{{ toString }}{% endfor %}{% include p.html __proto__="r" constructor="f" %}{{ h | jsonify }}';
    assert.is(render(text, compat, files, data), 'pcqd0e1rf{"__proto__":"p","constructor":"c"}');
    assert.is(({} as { polluted?: unknown }).polluted, undefined);
    assert.is(Object.keys(Object.prototype).length, 0);
  }
});

test("a template's text never becomes code", () => {
  const texts = [
    '"); process.exit(1); ("',
    "'); process.exit(1); ('",
    // biome-ignore lint/suspicious/noTemplateCurlyInString: what a template may hold
    '`${process.exit(1)}`',
    '*/ process.exit(1) /*',
    '\\u0022); throw 1; (\\',
    'a\u2028process.exit(1)\u2029b\r\nc\0d',
    '</script><script>throw 1</script>',
  ];
  for (const compat of STACK_NAMES) {
    for (const text of texts) {
      const quote = text.includes('"') ? "'" : '"';
      const quoted =
        text.includes('}') || (text.includes('"') && text.includes("'")) ? null : `${quote}${text}${quote}`;
      assert.is(render(text, compat), text);
      assert.is(render(`{% raw %}${text}{% endraw %}`, compat), text);
      if (quoted === null) continue;
      assert.is(render(`{{ ${quoted} }}`, compat), text);
      assert.is(render(`{% assign x = ${quoted} %}{{ x }}{{ page[${quoted}] }}{{ h[x] }}`, compat), text);
      assert.is(render(`{{ "b" | append: ${quoted} }}`, compat), `b${text}`);
      assert.is(
        render(`{% if x == ${quoted} %}x{% endif %}{% case s %}{% when ${quoted} %}x{% endcase %}`, compat),
        '',
      );
      assert.is(render(`{% cycle ${quoted} %}`, compat), text);
    }
  }
});

test.run();
