// Templates of mixed sites: tags and filters of Liquid and Jekyll, as pages, documents, layouts and includes use them.

/** Text for a body or a layout. None of them prints the content or the excerpt of the page that it is on. */
export const TEMPLATES: readonly string[] = [
  // Counters, variables, captures.
  '{% increment n %} {% increment n %} {% decrement n %}\n',
  '{% increment m %}{% decrement n %}{{ n }}{{ m }}\n',
  '{% assign words = "b c a b" | split: " " | sort | uniq %}{{ words | join: "-" }}{{ words.size }}\n',
  '{% capture c %}*a* `b` {{ page.title }}{% endcapture %}{{ c | markdownify }}\n',
  '{% capture c %}\n- x\n- y\n{% endcapture %}{{ c | markdownify | strip_newlines }}\n',
  '{% capture code %}\n~~~ {{ page.lang | default: "py" }}\ndef f(x): return x + 1\n~~~\n{% endcapture %}{{ code | markdownify }}{% increment n %}\n',
  "{% capture f %}\n``` {{ 'js,json,yaml' | split: ',' | last }}\na: 1\n```\n{% endcapture %}{{ f | markdownify }}\n",
  '{% assign a = page.tags | push: 1.5 | unshift: nil %}{{ a | jsonify }}{{ a | inspect }}\n',
  '{% assign page_title = page.title | default: "none" | upcase %}{{ page_title }}\n',
  // Loops and branches.
  '{% for p in site.posts limit: 2 offset: 1 %}{{ forloop.index }}/{{ forloop.length }} {{ p.title }}{% unless forloop.last %}, {% endunless %}{% else %}none{% endfor %}\n',
  '{% for p in site.posts reversed %}{% if p.url == page.url %}{% continue %}{% endif %}{{ p.id }} {% if forloop.index > 2 %}{% break %}{% endif %}{% endfor %}\n',
  '{% for i in (1..4) %}{% cycle "a", "b" %}{% cycle "g": 1, 2, 3 %}{% ifchanged %}{{ i | divided_by: 2 }}{% endifchanged %}{% endfor %}\n',
  '{% tablerow t in (1..5) cols: 2 limit: 4 %}{{ t }}{{ tablerowloop.col }}{% endtablerow %}\n',
  '{% for c in site.collections %}{{ c.label }}:{% for d in c.docs %}{{ d.title }}{{ forloop.parentloop.index }} {% endfor %}{% endfor %}\n',
  '{% case page.layout %}{% when "post", "default" %}P{% when nil %}N{% else %}E{{ page.layout }}{% endcase %}\n',
  '{% if page.tags contains "one" and site.posts.size > 1 or page.draft %}yes{% elsif page.k1 %}k{{ page.k1 }}{% else %}no{% endif %}\n',
  '{%- unless page.title == blank -%} {{- page.title -}} {%- endunless -%}\n',
  '{% for entry in page.links %}{{ entry[0] }}={{ entry[1] }}{% endfor %}{% for n in site.data %}{{ n[0] }} {% endfor %}\n',
  // Lists of the site.
  '{{ site.posts | where: "layout", "post" | map: "url" | join: " " }}\n',
  '{{ site.pages | where_exp: "p", "p.url contains \'a\'" | map: "path" | sort | join: " " }}\n',
  '{{ site.documents | where: "tags", "one" | map: "id" | inspect }}\n',
  '{% assign by = site.posts | group_by: "layout" %}{% for g in by %}{{ g.name }}={{ g.size }}:{{ g.items | map: "title" | join: "," }} {% endfor %}\n',
  '{% assign by = site.posts | group_by_exp: "p", "p.date | date: \'%Y\'" %}{% for g in by %}{{ g.name }} {{ g.items | size }} {% endfor %}\n',
  '{% assign sorted = site.pages | sort: "title" %}{{ sorted | map: "url" | join: " " }}\n',
  '{{ site.documents | sort: "order", "last" | map: "url" | join: " " }} {{ site.documents | sort: "title", "first" | map: "url" | join: " " }}\n',
  '{{ site.static_files | map: "path" | join: " " }} {{ site.html_pages | map: "url" | join: " " }}\n',
  '{% for t in site.tags %}{{ t | first }}{{ t | last | size }}{% endfor %}\n',
  '{{ site.categories | size }}{% for c in site.categories %}{{ c[0] | slugify }} {{ c[1] | map: "title" | array_to_sentence_string }} {% endfor %}\n',
  '{{ site.related_posts | map: "url" | join: " " }} {{ site.posts.first.url }}\n',
  '{{ site.data.a | jsonify }} {{ site.data.authors.bea.name }} {{ site.data.authors["bea"] | inspect }}\n',
  '{{ page.previous.title }} {{ page.next.title }} {{ page.previous.url | relative_url }} {{ page.next.excerpt | strip_html | truncatewords: 3 }}\n',
  '{% assign next = site.posts | where_exp: "p", "p.title != page.title" | last %}{{ next.title }}{{ next.previous.url }}\n',
  // Dates.
  '{{ page.date | date: "%A %e %B %Y %l:%M %p %z %Z %j %U" }} {{ page.date | date_to_string: "ordinal", "US" }} {{ page.date | date_to_long_string }}\n',
  '{{ page.date | date_to_xmlschema }} {{ page.date | date_to_rfc822 }} {{ site.time | date: "%s" }} {{ page.last_modified_at | date: "%F" }}\n',
  '{{ "2020-02-30" | date: "%F" }} {{ "now" | date: "%Y" }} {{ 0 | date: "%F %T" }} {{ page.date | date: "" }}\n',
  // Text.
  "{{ '\"Smart\" -- quotes... it's' | smartify }}\n",
  '{{ "\\"Smart\\" -- 1...2" | smartify }} {{ "<b>x</b> y" | strip_html }} {{ "a b c d" | truncatewords: 2 }} {{ "é & <" | xml_escape }}\n',
  '{{ page.title | slugify: "pretty" }} {{ page.title | slugify: "ascii" }} {{ page.title | slugify: "latin" }} {{ page.path | cgi_escape }} {{ page.path | uri_escape }}\n',
  '{{ "Some *words* of `code`" | markdownify | strip }} {{ "# H" | markdownify }}\n',
  '{{ page.path | number_of_words }} {{ "日本 a b" | number_of_words }} {{ "  a   b " | normalize_whitespace }} {{ "a\nb" | newline_to_br }}\n',
  '{{ "x" | append: page.url | prepend: "/" | replace: "/", "|" | capitalize | escape }} {{ "a,b" | split: "," | jsonify }}\n',
  '{{ 7 | divided_by: 2.0 | plus: 1 | times: 3 | round: 2 }} {{ -7 | modulo: 3 | abs }} {{ "3.7" | ceil }} {{ "x" | floor }} {{ 5 | at_least: 7 | at_most: 6 }}\n',
  '{% capture sheet %}$w: 1px; a { b { width: $w } }{% endcapture %}{{ sheet | scssify }}{{ "a\n  width: 2px" | sassify }}\n',
  '{{ page.tags | inspect }} {{ layout | jsonify }} {{ jekyll.environment }} {{ jekyll.version }}\n',
  // Addresses.
  '{{ "/a b.html" | relative_url }} {{ "é" | absolute_url }} {{ page.url | absolute_url }} {{ "http://x.example/y" | relative_url }} {{ "" | relative_url }}\n',
  '{{ site.url }}{{ site.baseurl }}{{ page.url }} {{ page.dir }} {{ page.path }} {{ site.github.url }}\n',
  // Highlighted code.
  '{% highlight ruby linenos %}\ndef a(b) = "#{b}"\n{% endhighlight %}\n',
  '{% highlight html %}\n<a href="x">{{ page.title }}</a>\n{% endhighlight %}\n',
  '{% highlight python linenos=table %}\n\n@d\ndef f(): pass\n\n{% endhighlight %}\n',
  '{% highlight nosuch %}\na < b & c\n{% endhighlight %}\n',
  '{% highlight text linenos=inline %}x{% endhighlight %}\n',
  '{% raw %}{% highlight sh %}{{ x }}{% endraw %}\n',
  '- item\n\n  {% highlight c %}\n  int x;\n  {% endhighlight %}\n\n- next\n',
  // Includes.
  '{% include i.html a="1" b=page.title %}\n',
  '{% include part.html a=\'q "x"\' b=site.title c = 3 %}{{ include.a }}\n',
  '{% include card.md title=page.title text="*em*" %}\n',
  '{% assign piece = "part" %}{% include {{ piece }}.html a=page.tags %}\n',
  '{% include nested/outer.html list=site.posts %}\n',
  '{% for p in site.posts %}{% include nested/inner.html post=p %}{% endfor %}\n',
  '{% include counter.html %}{% include counter.html %}\n',
  '{% comment %}{% include nosuch.html %}{% endcomment %}{% raw %}{{ raw }}{% endraw %}\n',
];

/** Templates of what only Jekyll 4 has. */
export const LATER_TEMPLATES: readonly string[] = [
  '{{ site.posts | find: "layout", "post" | map: "url" }} {% assign f = site.pages | find_exp: "p", "p.title" %}{{ f.url }}\n',
  '{% highlight js mark_lines="1 3" %}\na;\nb;\nc;\n{% endhighlight %}\n',
  '{{ "/a/index.html" | strip_index }} {{ site.posts.first.url | strip_index }}\n',
  '{{ "1,2,3" | split: "," | sum }} {{ "a b c" | number_of_words: "auto" }} {{ "日本 a" | number_of_words: "cjk" }}\n',
  '{{ page.url | absolute_url }} {{ theme.version }} {{ theme.metadata | jsonify }}\n',
  '{{ theme.name }} {{ theme.authors }} {{ theme.dependencies | jsonify }}\n',
];

/** Tags and filters of plugins, those of plugins-sites.ts aside. */
export const PLUGIN_TEMPLATES: Readonly<Record<string, readonly string[]>> = {
  'jekyll-toc': [
    '{% toc %}\n',
    '{{ "<h1>A</h1><h2>B</h2>" | toc_only }}{{ "<h2 id=\'x\'>C</h2>" | inject_anchors }}\n',
  ],
  'jekyll-email-protect': ['{{ "a.b@c.example" | encode_email }}\n'],
  'jekyll-paginate': [
    '{% for p in paginator.posts %}{{ p.title }}{{ p.excerpt }}{% endfor %}{{ paginator.next_page_path }}\n',
  ],
  'jekyll-archives': [
    '{% for p in page.posts %}{{ p.title }} {% endfor %}{{ page.type }} {{ page.date | date: "%Y" }}\n',
  ],
};

/** Includes of every mixed site. */
export const INCLUDES: Readonly<Record<string, string>> = {
  'part.html': '<i>{{ include.a }}{{ include.b }}{{ page.url }}</i>\n',
  'card.md': '**{{ include.title }}**: {{ include.text | markdownify }}\n\n- {{ include | jsonify }}\n',
  'counter.html': '{% increment n %}{% assign seen = seen | append: "x" %}{{ seen }}',
  'nested/outer.html': '<ul>{% for post in include.list %}{% include nested/inner.html post=post %}{% endfor %}</ul>\n',
  'nested/inner.html':
    '<li><a href="{{ include.post.url | relative_url }}">{{ include.post.title | escape }}</a> {{ include.post.date | date: "%b %-d" }}</li>\n',
};

/** What layouts wrap their content in. */
export const WRAPPERS: readonly string[] = [
  '<title>{{ page.title }}</title>{{ content }}\n',
  '<html><head><title>{{ page.title | default: site.title | escape }}</title>HEAD</head>\n<body class="{{ layout.lv }}">\n{{ content }}\n</body></html>\n',
  '<!DOCTYPE html>\n<html lang="{{ page.lang | default: site.lang | default: "en" }}">\n<head>HEAD</head>\n<body><main>{{ content }}</main>{% include part.html a=page.layout %}</body>\n</html>\n',
  '<article>{% if page.date %}<time>{{ page.date | date_to_xmlschema }}</time>{% endif %}{{ content | strip }}</article>{{ page.previous.url }}{{ page.next.url }}\n',
  '{{ content }}<ul>{% for post in site.posts limit: 3 %}<li>{{ post.title }}: {{ post.excerpt | strip_html | strip_newlines }}</li>{% endfor %}</ul>\n',
  '{% assign words = content | strip_html | number_of_words %}{{ words }}{{ content }}{% increment n %}\n',
  '{% include part.html a=layout.lv b=page.k1 %}{{ content | replace: "<h1", "<h2" }}\n',
  '<section>{{ content | markdownify }}</section>{{ page.excerpt }}\n',
];
