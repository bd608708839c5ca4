import * as liquidjs from 'liquidjs';
import { test } from 'uvu';
import * as assert from 'uvu/assert';
import { BuildError } from '../../src/diagnostics/diagnostic.ts';
import { parseTemplate, renderTemplate } from '../../src/liquid/compile/template.ts';
import { type LiquidjsPlugin, useLiquidjsPlugin } from '../../src/liquid/liquidjs.ts';
import type { RubyHash } from '../../src/ruby/values.ts';
import { collectingEnvironment, createHost, DATA, decode } from './site.ts';

function render(template: string, ...plugins: LiquidjsPlugin[]): string {
  const { env } = collectingEnvironment('jekyll-4');
  for (const plugin of plugins) useLiquidjsPlugin(plugin, env, liquidjs);
  const parsed = parseTemplate(template, env, { source: { path: 'page.html', text: template }, offset: 0 });
  const payload = decode(DATA) as RubyHash;
  return String(renderTemplate(parsed, { payload, registers: { host: createHost('jekyll-4'), page: null } }));
}

const shout: LiquidjsPlugin = function () {
  this.registerFilter('shout', (text: string, mark = '!') => `${text.toUpperCase()}${mark}`);
  this.registerFilter('total', (list: number[]) => list.reduce((a, b) => a + b, 0));
  this.registerFilter('half', (n: number) => n / 2);
  this.registerFilter('titled', function (text: string) {
    return `${text} of ${this.context.getSync(['page', 'title'])}`;
  });
};

test('filters take and return JavaScript values', () => {
  assert.is(render('{{ "a" | shout }}{{ "b" | shout: "?" | append: 1 }}', shout), 'A!B?1');
  assert.is(render('{{ list | total }} {{ list | total | half }} {{ i | half | plus: 1 }}', shout), '6 3 4.5');
  assert.is(render('{{ "x" | titled }}', shout), 'x of The Page');
});

test('the environment counts only what runs in liquidjs', () => {
  const { env } = collectingEnvironment('jekyll-4');
  useLiquidjsPlugin(shout, env, liquidjs);
  const text = '{% for x in list %}{{ x | plus: 1 }}{% endfor %}{{ "a" | shout | shout | upcase }}';
  const parsed = parseTemplate(text, env, { source: { path: 'page.html', text }, offset: 0 });
  const registers = { host: createHost('jekyll-4'), page: null };
  assert.is(renderTemplate(parsed, { payload: decode(DATA) as RubyHash, registers }), '423A!!');
  assert.is(env.liquidjsCalls, 2);
});

const tags: LiquidjsPlugin = function (Liquid) {
  assert.is(Liquid, liquidjs.Liquid);
  this.registerTag('upper', {
    parse(token) {
      this.text = token.args;
    },
    *render(context: liquidjs.Context): Generator<unknown, unknown, unknown> {
      const value = yield this.liquid.evalValue(this.text, context);
      return String(value).toUpperCase();
    },
  });
  this.registerTag('wrap', {
    parse(_token, remaining) {
      this.templates = [];
      const stream = this.liquid.parser.parseStream(remaining);
      stream
        .on('tag:endwrap', () => stream.stop())
        .on('end', () => {
          throw new Error('wrap is not closed');
        })
        .on('template', (template: liquidjs.Template) => this.templates.push(template));
      stream.start();
    },
    *render(context, emitter) {
      emitter.write('<b>');
      yield this.liquid.renderer.renderTemplates(this.templates, context, emitter);
      emitter.write('</b>');
    },
  });
  this.registerTag('remember', {
    render(context) {
      context.bottom().remembered = [1, 2.5];
    },
  });
};

test('tags, with and without a body, can read and set variables', () => {
  assert.is(render('a {% upper s %} b', tags), 'a HELLO WORLD b');
  assert.is(render('a {% wrap %}{{ i }} {% upper key %}{% endwrap %} {{ s | size }}', tags), 'a <b>7 A</b> 11');
  assert.is(render('{% for x in list %}{% wrap %}{{ x }}{% endwrap %}{% endfor %}', tags), '<b>3</b><b>1</b><b>2</b>');
  assert.is(render('{% remember %}{{ remembered | jsonify }}', tags), '[1,2.5]');
});

const fault = (template: string, plugin: LiquidjsPlugin): string => {
  try {
    render(template, plugin);
  } catch (error) {
    assert.instance(error, BuildError);
    const { code, span } = (error as BuildError).diagnostic;
    return `${code} ${span?.start}`;
  }
  return 'none';
};

test('an error or a promise stops the build with its place', () => {
  const plugin: LiquidjsPlugin = function () {
    this.registerFilter('later', async (text: string) => text);
    this.registerFilter('fails', () => {
      throw new Error('no');
    });
  };
  assert.is(fault('ab {{ s | later }}', plugin), 'liquidjs-asynchronous 3');
  assert.is(fault('ab {{ s | fails }}', plugin), 'liquidjs-failed 3');
  assert.is(fault('ab {% wrap %}', tags), 'liquidjs-syntax 3');
});

test.run();
