// The walk through a tree: every tag's parts are visited, those of plugins' tags as well.

import { test } from 'uvu';
import * as assert from 'uvu/assert';
import type { TagDefinition } from '../../src/liquid/compile/environment.ts';
import { TemplateParser } from '../../src/liquid/syntax/parser.ts';
import { visit } from '../../src/liquid/syntax/visit.ts';
import { collectingEnvironment } from './site.ts';

/** The names of the variables, filters and tags that a walk meets, in its order. */
function met(text: string): string {
  const { env } = collectingEnvironment('jekyll-4');
  const shout: TagDefinition = {
    parse(markup, parser) {
      const body = parser.block();
      const parts = { expressions: [parser.expression(markup.trim())], bodies: [body] };
      return { block: true, parts, render: () => '' };
    },
  };
  env.tags.set('shout', shout);
  const names: string[] = [];
  visit(new TemplateParser(text, env, { source: { path: 'x', text }, offset: 0 }).document(), {
    node: (node) => names.push(node.kind === 'tag' ? `%${node.name}` : '{{'),
    filter: ({ name }) => names.push(`|${name}`),
    expression(value) {
      if (value.kind === 'lookup') names.push(String(value.name));
    },
  });
  return names.join(' ');
}

const MET: Readonly<Record<string, readonly [template: string, met: string]>> = {
  'an output, its filters and their arguments': ['{{ a[b].c | d: e, f: g | h }}', '{{ a b |d e g |h'],
  'a range': ['{% for i in (a..b) limit: c offset: d %}{{ i }}{% else %}{{ e }}{% endfor %}', '%for a b c d {{ i {{ e'],
  'offset: continue': ['{% for i in a offset: continue %}{% break %}{% endfor %}', '%for a %break'],
  'conditions that are joined': [
    '{% if a == b and c or d %}{{ e }}{% elsif f %}{{ g }}{% endif %}',
    '%if a b c d f {{ e {{ g',
  ],
  unless: ['{% unless a %}{{ b }}{% endunless %}', '%unless a {{ b'],
  'values of a when share their body': ['{% case a %}{% when b, c %}{{ d }}{% endcase %}', '%case a b a c {{ d'],
  'assign and capture': ['{% assign x = a | b %}{% capture y %}{{ c }}{% endcapture %}', '%assign a |b %capture {{ c'],
  cycle: ['{% cycle a: b, c %}', '%cycle a b c'],
  tablerow: ['{% tablerow i in a cols: b limit: c offset: d %}{{ e }}{% endtablerow %}', '%tablerow a c d b {{ e'],
  ifchanged: ['{% ifchanged %}{{ a }}{% endifchanged %}', '%ifchanged {{ a'],
  highlight: ['{% highlight ruby %}{{ a }}{% endhighlight %}', '%highlight {{ a'],
  'the name and parameters of an include': ['{% include {{ a }}.html b=c %}', '%include c {{ a'],
  'the path of a link': ['{% link {{ a }}.md %}', '%link {{ a'],
  'nothing of comments and raw': [
    '{% comment %}{{ a }}{% endcomment %}{% raw %}{{ b }}{% endraw %}{% increment c %}',
    '%comment %raw %increment',
  ],
  "a plugin's tag": ['{% shout a %}{{ b }}{% endshout %}', '%shout a {{ b'],
};

for (const [name, [template, expected]] of Object.entries(MET)) {
  test(name, () => assert.is(met(template), expected));
}

test.run();
