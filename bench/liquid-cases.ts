// What bench/liquid.ts renders: templates that Ruby Liquid, liquidjs and ours read alike, with their data as JSON.

export interface Case {
  readonly name: string;
  /** A page, then the layouts around it: each sees what came before as `content`. */
  readonly chain: readonly string[];
  readonly includes: Readonly<Record<string, string>>;
  readonly data: Readonly<Record<string, unknown>>;
}

const LABELS = ['engines', 'maps', 'letters', 'tides', 'archive'];

const post = (i: number) => ({
  title: `Post no. ${i} on "${LABELS[i % 5]}" & <other> things`,
  url: `/2024/${(i % 12) + 1}/post-${i}.html`,
  date: `2024-0${(i % 9) + 1}-1${i % 10} 08:0${i % 6}:00 +0000`,
  tags: [LABELS[i % 5], LABELS[(i + 2) % 5]],
  excerpt: `<p>What <em>happened</em> on day ${i}, told at some length so that there is something to cut off at the end.</p>`,
  draft: i % 7 === 0,
});

/** A listing with for, if, contains, assign and four filters. */
export const listing = (posts: number): Case => ({
  name: `list of ${posts} posts`,
  chain: [
    `<ul>
{% for post in site.posts %}{% if post.draft == false %}{% assign name = post.title | downcase | replace: "post", "entry" %}
  <li{% if post.tags contains "maps" %} class="map"{% endif %}><a href="{{ post.url }}">{{ name | truncate: 40 | escape }}</a></li>
{% endif %}{% endfor %}</ul>`,
  ],
  includes: {},
  data: { site: { posts: Array.from({ length: posts }, (_, i) => post(i)) } },
});

/** The same with dates and excerpts, as in the listings of blogs. */
const dated = (posts: number): Case => ({
  name: `list of ${posts} posts with dates`,
  chain: [
    `{% for post in site.posts %}{% assign year = post.date | date: "%Y" %}{% if year != last %}<h2>{{ year }}</h2>{% assign last = year %}{% endif %}
<time datetime="{{ post.date | date: "%Y-%m-%dT%H:%M:%S" }}">{{ post.date | date: "%b %-d, %Y" }}</time>
<p>{{ post.excerpt | strip_html | truncate: 60 }}</p>{% unless forloop.last %}<hr>{% endunless %}{% endfor %}`,
  ],
  includes: {},
  data: listing(posts).data,
});

/** Six layouts, the innermost page with six includes in each other. */
function nested(): Case {
  const includes: Record<string, string> = {};
  for (let i = 1; i <= 6; i++) {
    const next =
      i < 6 ? `{% include level-${i + 1}.html label=include.label depth=${i + 1} %}` : '{{ page.title | escape }}';
    includes[`level-${i}.html`] =
      `<div class="{{ include.label }} level-{{ include.depth }}">{% if page.title %}${next}{% endif %}</div>\n`;
  }
  const layouts = Array.from(
    { length: 6 },
    (_, i) =>
      `<section id="layout-${i}">\n<h1>{{ page.title }}</h1>\n{{ content }}\n{% if site.footer %}<p>{{ site.footer }}</p>{% endif %}</section>\n`,
  );
  return {
    name: '6 layouts, 6 includes',
    chain: ['<p>Text</p>\n{% include level-1.html label="box" depth=1 %}', ...layouts],
    includes,
    data: { page: { title: 'A page & its title' }, site: { footer: 'All of it' } },
  };
}

/** A layout that removes white space from HTML, except inside pre, as in old themes. */
const SQUEEZING = `{% capture newline %}
{% endcapture %}{% capture body %}{{ content }}{% endcapture %}{% for name in site.squeeze.optional %}{% capture closing %}</{{ name }}>{% endcapture %}{% assign body = body | remove: closing %}{% endfor %}{% assign parts = body | split: "<pre" %}{% assign body = "" %}{% for part in parts %}{% assign halves = part | split: "</pre>" %}{% assign rest = "" %}{% if halves.size != 0 %}{% assign rest = halves.last | split: " " | join: " " %}{% endif %}{% capture body %}{{ body }}{% if part contains "</pre>" %}<pre{{ halves.first }}</pre>{% endif %}{% unless part contains "</pre>" and halves.size == 1 %}{{ rest }}{% endunless %}{% endcapture %}{% endfor %}{% if site.squeeze.tight == "all" %}{% assign tight = "html head title base link meta style body article section nav aside h1 h2 h3 h4 h5 h6 header footer address p hr blockquote ol ul li dl dt dd figure figcaption main div table caption colgroup col tbody thead tfoot tr td th" | split: " " %}{% else %}{% assign tight = site.squeeze.tight %}{% endif %}{% for name in tight %}{% assign edges = " <e;<e; </e>;</e>;</e> ;</e>" | replace: "e", name | split: ";" %}{% assign body = body | replace: edges[0], edges[1] | replace: edges[2], edges[3] | replace: edges[4], edges[5] %}{% endfor %}{{ body }}`;

function squeezed(): Case {
  const row = (i: number) =>
    `  <li class="item"> <a href="/page-${i}">Page ${i}</a>\n    <p>Some  text with   <b>markup</b> in it,\n   on lines of its own.</p> </li>\n`;
  const block = (i: number) => `<pre><code>def f${i}(x):\n    return x   +  ${i}\n</code></pre>\n`;
  let content = '<html>\n <head>\n  <title>Title</title>\n </head>\n <body>\n <ul>\n';
  for (let i = 0; i < 200; i++) content += row(i) + (i % 20 === 0 ? block(i) : '');
  content += ' </ul>\n </body>\n</html>\n';
  return {
    name: 'layout that squeezes HTML',
    chain: ['{{ page.html }}', SQUEEZING],
    includes: {},
    data: { page: { html: content }, site: { squeeze: { tight: 'all' } } },
  };
}

export const CASES: readonly Case[] = [listing(1000), dated(1000), nested(), squeezed()];
