import { test } from 'uvu';
import * as assert from 'uvu/assert';
import type { Compat } from '../../src/config/stacks.ts';
import { BuildError, type Diagnostic, position } from '../../src/diagnostics/diagnostic.ts';
import type { LiquidEnvironment, TagDefinition } from '../../src/liquid/compile/environment.ts';
import { evaluateMarkup } from '../../src/liquid/compile/expression.ts';
import { parseTemplate, renderTemplate } from '../../src/liquid/compile/template.ts';
import type { LiquidOptions } from '../../src/liquid/engine.ts';
import type { Body, CustomTag } from '../../src/liquid/syntax/tree.ts';
import type { RubyHash, Value } from '../../src/ruby/values.ts';
import { collectingEnvironment, createHost, DATA, decode, FILES } from './site.ts';

interface Setup {
  readonly compat?: Compat;
  readonly files?: Readonly<Record<string, string>>;
  readonly activeSupport?: boolean;
  /** The lines before the template in its file. */
  readonly before?: string;
  readonly options?: Partial<LiquidOptions>;
  readonly prepare?: (env: LiquidEnvironment) => void;
}

function render(template: string, setup: Setup = {}): string {
  const { compat = 'jekyll-4', files = FILES, activeSupport = false, before = '' } = setup;
  const { env } = collectingEnvironment(compat, setup.options);
  setup.prepare?.(env);
  const source = { path: 'page.md', text: before + template };
  const parsed = parseTemplate(template, env, { source, offset: before.length });
  const payload = decode(DATA) as RubyHash;
  const host = createHost(compat, files, '', activeSupport);
  return String(renderTemplate(parsed, { payload, registers: { host, page: payload.get('page') ?? null } }));
}

function fault(template: string, setup: Setup = {}): Diagnostic {
  try {
    render(template, setup);
  } catch (error) {
    assert.instance(error, BuildError);
    return (error as BuildError).diagnostic;
  }
  throw new Error(`nothing is wrong with ${template}`);
}

/** `code path:line:column` of an error, then its includes, innermost first. */
function shown({ code, span, includedFrom = [] }: Diagnostic): string {
  const places = [span, ...includedFrom].map((place) => {
    if (place === undefined) return 'nowhere';
    const { line, column } = position(place.source, place.start);
    return `${place.source.path}:${line}:${column}`;
  });
  return `${code} ${places.join(' < ')}`;
}

test('an error has its place in the file, front matter included', () => {
  const before = '---\ntitle: x\n---\n';
  assert.is(shown(fault('a\n  {% nosuch %}', { before })), 'liquid-unknown-tag page.md:5:3');
  assert.is(shown(fault('a\n{{ i | divided_by: 0 }}', { before })), 'liquid-zero-division page.md:5:1');
  assert.is(shown(fault('{% if s %}\n{% endfor %}', { before })), 'liquid-wrong-end page.md:5:1');
  assert.is(shown(fault('x {% if s %}\n', { before })), 'liquid-unclosed page.md:4:3');
  assert.is(shown(fault('x {{ s', { before })), 'liquid-unterminated page.md:4:3');
  assert.is(
    shown(fault('{% for x in list %}\n{% if x > "1" %}{% endif %}{% endfor %}')),
    'liquid-argument page.md:2:1',
  );
});

test('and the includes around it', () => {
  assert.is(shown(fault('a\n{% include broken.html %}')), 'liquid-unclosed _includes/broken.html:2:1 < page.md:2:1');
  assert.is(shown(fault('{% include unknown.html %}')), 'liquid-unknown-tag _includes/unknown.html:2:5 < page.md:1:1');
  const files = { ...FILES, '_includes/around.html': '\n {% include fails.html %}' };
  assert.is(
    shown(fault('x {% include around.html %}', { files })),
    'liquid-zero-division _includes/fails.html:2:1 < _includes/around.html:2:2 < page.md:1:3',
  );
});

test('a file that includes itself ends in an error, with and without parameters', () => {
  const files = { '_includes/a.html': '{% include b.html %}', '_includes/b.html': '\n{% include a.html %}' };
  const { code, includedFrom } = fault('{% include a.html %}', { files });
  assert.is(code, 'liquid-include-cycle');
  assert.is(includedFrom?.at(-1)?.source.path, 'page.md');
  assert.match(fault('{% include round.html %}').message, 'Nesting too deep');
});

test('after an include, places are in the page again', () => {
  assert.is(shown(fault('{% include plain.html %}\n{{ i | divided_by: 0 }}')), 'liquid-zero-division page.md:2:1');
});

test('strict modes turn ignored faults into errors', () => {
  const strict = (key: 'strictFilters' | 'strictVariables') => ({ options: { [key]: true } });
  assert.is(fault('{{ s | nosuch }}', strict('strictFilters')).message, 'undefined filter nosuch');
  assert.is(fault('{{ nosuch }}', strict('strictVariables')).message, 'undefined variable nosuch');
  assert.is(fault('{{ h.nosuch }}', strict('strictVariables')).message, 'undefined variable nosuch');
  const options = { errorMode: 'strict' } as const;
  assert.is(fault('{{ s s }}', { options }).message, 'Expected end_of_string but found id in "{{ s s }}"');
  const { env, warnings } = collectingEnvironment('jekyll-4', { errorMode: 'lax' });
  parseTemplate('{{ s s }}', env, { source: { path: 'x', text: '' }, offset: 0 });
  assert.is(warnings.length, 0);
});

test('lax parsing warns, with its place', () => {
  const { env, warnings } = collectingEnvironment('github-pages');
  const text = 'a\n {{ s s }}';
  parseTemplate(text, env, { source: { path: 'page.md', text }, offset: 0 });
  assert.equal(warnings.map(shown), ['liquid-lax-syntax page.md:2:2']);
});

test('with ActiveSupport, blank asks every value', () => {
  const text = '{% if n == blank %}1{% endif %}{% if spaces == blank %}2{% endif %}{% if s != blank %}3{% endif %}';
  assert.is(render(text, { activeSupport: true }), '123');
  assert.is(render(text), '3');
});

test('Jekyll 4 keeps the state of tags with the template, 3.10 does not; both keep counters', () => {
  const text =
    '{% cycle "a", "b" %}{% for x in list limit:1 offset:continue %}{{ x }}{% endfor %}{% increment q %}{{ y }}{% assign y = 1 %}';
  for (const [compat, expected] of [
    ['github-pages', 'a30 a31'],
    ['jekyll-4', 'a30 b11'],
  ] as const) {
    const { env } = collectingEnvironment(compat);
    const template = parseTemplate(text, env, { source: { path: 'x', text }, offset: 0 });
    const payload = decode(DATA) as RubyHash;
    const input = { payload, registers: { host: createHost(compat), page: null } };
    const texts = [String(renderTemplate(template, input)), String(renderTemplate(template, input))];
    assert.is(texts.join(' '), expected);
  }
});

test("a plugin's tags and filters", () => {
  const hello: TagDefinition = {
    parse: (markup) => ({ render: (context) => `Hello ${String(evaluateMarkup(markup.trim(), context))}` }),
  };
  const twice: TagDefinition<CustomTag & { body: Body }> = {
    parse(markup, parser) {
      if (markup !== '') throw parser.error('twice takes nothing', 'Leave it out.');
      const body = parser.block();
      return { block: true, blank: parser.blank, body };
    },
    compile({ body }, compiler) {
      const render = compiler.text(body);
      return (context) => render(context) + render(context);
    },
  };
  const prepare = (env: LiquidEnvironment): void => {
    env.tags.set('hello', hello);
    env.tags.set('twice', twice);
    env.filters.set('bracket', {
      arity: [0, 1],
      apply: (input, [end = ']']) => `[${String(input)}${String(end)}` as Value,
    });
  };
  assert.is(render('{% hello page.title %}', { prepare }), 'Hello The Page');
  assert.is(
    render('{% twice %}{% increment z %}{{ s | bracket }}{% endtwice %}', { prepare }),
    '0[Hello World]1[Hello World]',
  );
  assert.is(render('a{% twice %} {% endtwice %}b', { prepare }), 'ab');
  assert.is(fault('{% twice x %}{% endtwice %}', { prepare }).message, 'twice takes nothing');
  assert.is(
    fault('{{ s | bracket: 1, 2 }}', { prepare }).message,
    'wrong number of arguments (given 3, expected 1..2)',
  );
});

test("a template can't reach anything but its data", () => {
  const names = [
    'constructor',
    '__proto__',
    'prototype',
    'toString',
    'hasOwnProperty',
    'process',
    'globalThis',
    'get',
    'keys',
    'size',
  ];
  for (const name of names) {
    assert.is(render(`{{ ${name} }}{{ ["${name}"] }}`), '', name);
    if (name === 'size') continue;
    for (const value of ['s', 'i', 'list', 'h', 'items', 'time', 'date', 'page', 'forloop']) {
      const text = `{{ ${value}.${name} }}{{ ${value}["${name}"] }}{{ ${value}.${name}.constructor }}`;
      assert.is(render(`{% for x in zero %}{% else %}${text}{% endfor %}`), '', `${value}.${name}`);
      assert.is(render(`{% for x in list limit:1 %}${text}{% endfor %}`), '', `${value}.${name}`);
    }
    assert.is(render(`{{ s | ${name} }}`), name === 'size' ? '11' : 'Hello World');
    assert.is(render(`{{ items | map: "${name}" | join: "" }}{{ items | where: "${name}", 1 | size }}`), '0');
  }
});

test.run();
