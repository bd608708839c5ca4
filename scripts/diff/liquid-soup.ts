// Random markup from words only, as no grammar would combine them, for Liquid's lax parsers.

import type { Random } from './random.ts';

const WORDS = [
  ...'s i f t n list h items page page.title site.url words nested key idx missing x v0 v1 date time'.split(' '),
  ...'and or contains in nil true false empty blank not is reversed limit offset cols continue with'.split(' '),
  ...'upcase append: join: split: size first last plus: default: date: where: map: slice: replace:'.split(' '),
  ...`"a" 'b' "two words" "" '' "it's" 'say "hi"' "a|b" "a:b" "a,b" "{" "%" "|" "==" "open 'open`.match(
    /"[^"]*"|'[^']*'|\S+/g,
  )!,
  ...'1 0 -1 2.5 -0.5 1. .5 1.2.3 1_000 0x1f 1e3 007 --1 +1 1a a1 (1..3) (i..5) (1...3) 1..3 (1 ..3) (a..b'.split(' '),
  ...'| || : :: , , ,, . .. ; ! != == = === < > <= >= <> >< & && % # @ $ * + - -- / \\ ? ~ ^ ` ( ) [ ] [0] ["a"]'.split(
    ' ',
  ),
  ...'[key] [[0]] .first .size .a-b -a a- a_b _a a? a?b é ä.b a.é 日本 “q” ’ \u00a0'.split(' '),
];

const GAPS = [' ', ' ', ' ', ' ', '', '', '  ', '\n', '\t'];

/** So many words in a row. */
export function soup(random: Random, most: number): string {
  let text = '';
  for (let n = 1 + random.below(most); n > 0; n--) text += random.pick(WORDS) + random.pick(GAPS);
  return text.replace(/[{%}]+/g, '');
}

const BLOCKS: readonly ((markup: string, random: Random) => string)[] = [
  (markup) => `{{ ${markup} }}`,
  (markup) => `{{${markup}}}`,
  (markup) => `{{ s | ${markup} }}`,
  (markup) => `{{ s | append: ${markup} }}`,
  (markup) => `{{ list | join: ${markup} | upcase }}`,
  (markup) => `{% assign x = ${markup} %}{{ x }}`,
  (markup) => `{% assign ${markup} %}{{ x }}`,
  (markup) => `{% assign ${markup} = 1 %}{{ a }}{{ s }}`,
  (markup) => `{% if ${markup} %}yes{% else %}no{% endif %}`,
  (markup) => `{% unless ${markup} %}yes{% elsif s %}no{% endunless %}`,
  (markup) => `{% if n %}a{% elsif ${markup} %}b{% else %}c{% endif %}`,
  (markup) => `{% for x in ${markup} %}({{ x }}){% else %}none{% endfor %}`,
  (markup) => `{% for ${markup} %}({{ x }}){% endfor %}`,
  (markup) => `{% for x in list ${markup} %}({{ x }}){% endfor %}`,
  (markup) => `{% tablerow x in list ${markup} %}{{ x }}{% endtablerow %}`,
  (markup) => `{% case ${markup} %}{% when 1, "a", nil, s %}a{% else %}b{% endcase %}`,
  (markup) => `{% case i %}{% when ${markup} %}a{% when 7 %}b{% else %}c{% endcase %}`,
  (markup) => `{% cycle ${markup} %}{% cycle ${markup} %}`,
  (markup) => `{% capture ${markup} %}text{% endcapture %}{{ x }}{{ s }}`,
  (markup) => `{% increment ${markup} %}{% increment ${markup} %}`,
  (markup) => `{% include bare text=${markup} %}`,
  (markup) => `{% include bare ${markup} %}`,
  (markup) => `{% include ${markup} %}`,
  (markup) => `{% comment ${markup} %}x{% endcomment %}`,
  (markup) => `{% ifchanged ${markup} %}x{% endifchanged %}`,
  (markup) => `{% raw ${markup} %}x{% endraw %}`,
  (markup) => `{% link ${markup} %}`,
  (markup) => `{% highlight ${markup} %}x{% endhighlight %}`,
  (markup) => `{% ${markup} %}`,
  (markup, random) => `{%- if ${markup} -%} a {%- ${random.pick(['else', `elsif ${markup}`])} -%} b {%- endif -%} c`,
];

/** A tag or an output of such words. */
export const soupNode = (random: Random): string => random.pick(BLOCKS)(soup(random, 6), random);
