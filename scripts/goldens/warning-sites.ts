// Small sites that Jekyll warns of, under one stack or both.

type Files = Readonly<Record<string, string>>;

const CONFIG = 'url: https://example.org\nbaseurl: ""\ntheme: null\n';
const config = (text: string): Files => ({ '_config.yml': `${CONFIG}${text}` });
const page = (text: string, frontMatter = ''): string => `---\n${frontMatter}---\n${text}\n`;
const LAX = '{{ site.url date: "x" }}';

export const SITES: Readonly<Record<string, Files>> = {
  'nothing to warn of': { ...config(''), 'a.md': page('text') },
  'loose Liquid in a page': { ...config(''), 'a.md': page(`text\n\n${LAX}`) },
  'loose Liquid twice in one page': { ...config(''), 'a.md': page(`${LAX}\n\n{{ page.title upcase }}`) },
  'loose Liquid in a document': {
    ...config('collections: { notes: { output: true } }\n'),
    '_notes/a.md': page(`text\n\n${LAX}`),
  },
  'loose Liquid in a document that is not written': {
    ...config('collections: { notes: { output: false } }\n'),
    '_notes/a.md': page(`text\n\n${LAX}`),
  },
  'loose Liquid in an excerpt that nobody prints': { ...config(''), '_posts/2020-01-01-a.md': page(`${LAX}\n\nmore`) },
  'loose Liquid in an excerpt that a page prints': {
    ...config(''),
    '_posts/2020-01-01-a.md': page(`${LAX}\n\nmore`),
    'index.md': page('{% for post in site.posts %}{{ post.excerpt }}{% endfor %}'),
  },
  'loose Liquid in a layout that a page asks for': {
    ...config(''),
    '_layouts/x.html': `${LAX}{{ content }}`,
    'a.md': page('text', 'layout: x\n'),
    'b.md': page('text', 'layout: x\n'),
  },
  'loose Liquid in a layout of a layout': {
    ...config(''),
    '_layouts/x.html': `${LAX}{{ content }}`,
    '_layouts/y.html': '---\nlayout: x\n---\n{{ content }}',
    'a.md': page('text', 'layout: y\n'),
  },
  'loose Liquid in a layout that no page asks for': {
    ...config(''),
    '_layouts/x.html': `${LAX}{{ content }}`,
    'a.md': page('text'),
  },
  'loose Liquid in an include': { ...config(''), '_includes/x.html': LAX, 'a.md': page('{% include x.html %}') },
  'loose Liquid in an include of a layout': {
    ...config(''),
    '_includes/x.html': LAX,
    '_layouts/x.html': '{% include x.html %}{{ content }}',
    'a.md': page('text', 'layout: x\n'),
  },
  'loose Liquid in a relative include': {
    ...config(''),
    'x.html': LAX,
    'a.md': page('{% include_relative x.html %}'),
  },
  'loose Liquid in the name of an include': {
    ...config(''),
    '_includes/x.html': 'text',
    'a.md': page('{% include {{ page.name | replace: "a.md" "x.html" | default: "x.html" }} %}', 'name: x.html\n'),
  },
  'loose Liquid where it is not read': {
    ...config(''),
    'a.md': page(`{% raw %}${LAX}{% endraw %}{% comment %}${LAX}{% endcomment %}`),
  },
  'loose Liquid where render_with_liquid is false': { ...config(''), 'a.md': page(LAX, 'render_with_liquid: false\n') },
  'loose Liquid with error_mode lax': { ...config('liquid: { error_mode: lax }\n'), 'a.md': page(LAX) },
  'loose Liquid in a stylesheet': { ...config(''), 'a.scss': page('a { b: {{ site.title date: "x" }}c }') },
  'a slug without letters': {
    ...config('permalink: /:slug/\n'),
    '_posts/2020-01-01-a.md': page('{{ "!!!" | slugify }}'),
  },
  'a slug without letters in three modes': {
    ...config(''),
    'a.md': page('{{ "!!!" | slugify: "pretty" }}{{ "???" | slugify: "ascii" }}{{ "???" | slugify: "none" }}'),
  },
  'a file name whose slug is empty': { ...config(''), '_posts/2020-01-01-!!!.md': page('text') },
  'a category whose slug is empty': {
    ...config('permalink: /:slugified_categories/:title/\n'),
    '_posts/2020-01-01-a.md': page('text', 'categories: ["!!!"]\n'),
  },
  'a post found by its slug': {
    ...config(''),
    '_posts/2020-01-01-a.md': page('text', 'slug: other\n'),
    'a.md': page('{% post_url 2020-01-01-other %}'),
  },
  'a post found by its slug from a layout': {
    ...config(''),
    '_posts/2020-01-01-a.md': page('text', 'slug: other\n'),
    '_layouts/x.html': '{% post_url 2020-01-01-other %}{{ content }}',
    'a.md': page('text', 'layout: x\n'),
    'b.md': page('text', 'layout: x\n'),
  },
  'a post found in another folder': {
    ...config(''),
    '_posts/sub/2020-01-01-a.md': page('text'),
    'a.md': page('{% post_url 2020-01-01-a %}'),
  },
  'a post found by its name': {
    ...config(''),
    '_posts/2020-01-01-a.md': page('text'),
    'a.md': page('{% post_url 2020-01-01-a %}'),
  },
  'two redirections from one address': {
    ...config('plugins: [jekyll-redirect-from]\n'),
    'a.md': page('text', 'redirect_from: /old/\n'),
    'b.md': page('text', 'redirect_from: [/old/, /older/]\n'),
  },
  'a redirection from an address that a page has': {
    ...config('plugins: [jekyll-redirect-from]\n'),
    'a.md': page('text', 'redirect_from: /b.html\n'),
    'b.md': page('text'),
  },
  'two pages for one address': {
    ...config(''),
    'a.md': page('text', 'permalink: /x/\n'),
    'b.md': page('text', 'permalink: /x/\n'),
  },
  'a static file and a page for one address': { ...config(''), 'a.html': 'text', 'a.md': page('text') },
  'a redirection to a script': {
    ...config('plugins: [jekyll-redirect-from]\n'),
    'a.md': page('text', 'redirect_to: "javascript:alert(1)"\n'),
  },
  'a layout that is missing': { ...config(''), 'a.md': page('text', 'layout: nope\n') },
  'a layout that is missing, of a layout': {
    ...config(''),
    '_layouts/x.html': '---\nlayout: nope\n---\n{{ content }}',
    'a.md': page('text', 'layout: x\n'),
  },
  'front matter that is no YAML': { ...config(''), 'a.md': page('text', 'a: b: c\n') },
  'front matter of a post that is no YAML': { ...config(''), '_posts/2020-01-01-a.md': page('text', 'a: b: c\n') },
  'front matter of a layout that is no YAML': {
    ...config(''),
    '_layouts/x.html': '---\na: b: c\n---\n{{ content }}',
    'a.md': page('text', 'layout: x\n'),
  },
  'a post of the future': { ...config(''), '_posts/2090-01-01-a.md': page('text') },
  'loose Liquid in the excerpt of a document': {
    ...config('collections: { notes: { output: true } }\n'),
    '_notes/a.md': page(`${LAX}\n\nmore`),
    'index.md': page('{% for note in site.notes %}{{ note.excerpt }}{% endfor %}'),
  },
  'a condition with one equals sign': { ...config(''), 'a.md': page('{% if site.title = "x" %}y{% endif %}') },
  'a document of the future': {
    ...config('collections: { notes: { output: true } }\n'),
    '_notes/a.md': page('text', 'date: 2090-01-01\n'),
  },
  'defaults by old types': {
    ...config(
      'defaults:\n- scope: { path: "", type: post }\n  values: { a: b }\n- scope: { path: "", type: page }\n  values: { a: b }\n- scope: { path: "", type: draft }\n  values: { a: b }\n',
    ),
    'a.md': page('text'),
  },
  'defaults that are none': { ...config('defaults:\n- values: { a: b }\n- text\n'), 'a.md': page('text') },
  'defaults that are a mapping': { ...config('defaults: { a: b }\n'), 'a.md': page('text') },
  'pagination without its plugin': { ...config('paginate: 5\n'), 'index.html': page('text') },
  'pagination without a template': { ...config('plugins: [jekyll-paginate]\npaginate: 5\n'), 'a.html': page('text') },
  'a theme that is a list': {
    '_config.yml': 'theme: [a, b]\nurl: https://example.org\nbaseurl: ""\n',
    'a.md': page('text'),
  },
  'an unknown Markdown processor': { ...config('markdown: nope\n'), 'a.md': page('text') },
  'an old highlighter': {
    ...config('highlighter: pygments\n'),
    'a.md': page('{% highlight ruby %}1{% endhighlight %}'),
  },
  'an excerpt whose block is cut through': {
    ...config(''),
    '_posts/2020-01-01-a.md': page('{% if true %}one\n\ntwo{% endif %}'),
  },
  'warnings of kramdown': { ...config('kramdown: { show_warnings: true }\n'), 'a.md': page('[a]: \n\n{:toc') },
  'warnings of kramdown that nobody asked for': { ...config(''), 'a.md': page('text[^1]\n\n*[a]: b\n*[a]: c') },
  'a footnote without a definition': { ...config('kramdown: { show_warnings: true }\n'), 'a.md': page('text[^1]') },
  'options of coderay': { ...config('kramdown: { coderay: { coderay_css: class } }\n'), 'a.md': page('text') },
  'old options of coderay': { ...config('kramdown: { use_coderay: true }\n'), 'a.md': page('text') },
  'an edit link without a repository': {
    ...config('plugins: [jekyll-github-metadata]\n'),
    'a.md': page('{% github_edit_link %}'),
  },
  'archives that are a list': { ...config('plugins: [jekyll-archives]\njekyll-archives: [a]\n'), 'a.md': page('text') },
  'a key to sort by that a document lacks': {
    ...config('collections: { notes: { sort_by: rank, output: true } }\n'),
    '_notes/a.md': page('text', 'rank: 1\n'),
    '_notes/b.md': page('text'),
    '_notes/c.md': page('text', 'rank: 2\n'),
  },
  'the configuration is a list': { '_config.yml': '- a\n', 'a.md': page('text', 'layout: null\n') },
  "a remote theme that isn't a name": {
    ...config('plugins: [jekyll-remote-theme]\nremote_theme: "not a theme"\n'),
    'a.md': page('text'),
  },
  'old names of options': { ...config('pygments: true\nserver_port: 1\n'), 'a.md': page('text') },
  'extensions of CommonMark that are none': {
    ...config('markdown: CommonMarkGhPages\ncommonmark: { extensions: [nope], options: [NOPE] }\n'),
    'a.md': page('text'),
  },
  'options that Jekyll 3 dropped': { ...config('auto: true\nserver: true\n'), 'a.md': page('text') },
  'a theme that is a number': {
    '_config.yml': 'theme: 5\nurl: https://example.org\nbaseurl: ""\n',
    'a.md': page('text'),
  },
  'a tag and a category with one archive': {
    ...config('plugins: [jekyll-archives]\njekyll-archives:\n  enabled: [tags]\n  permalinks: { tag: "/:name/" }\n'),
    '_posts/2020-01-01-a.md': page('text', 'tags: ["c", "c!"]\n'),
  },
  'a file that is no post': { ...config(''), '_posts/notes.md': page('text') },
  'relative permalinks': { ...config('relative_permalinks: true\n'), 'a.md': page('text') },
  'a data file and a folder of one name': {
    ...config(''),
    '_data/a.yml': 'b: c',
    '_data/a/d.yml': 'e: f',
    'a.md': page('{{ site.data.a }}'),
  },
  'a heading that skips a level': {
    ...config('kramdown: { show_warnings: true }\n'),
    'a.md': page('* toc\n{:toc}\n\n# a\n\n#### b'),
  },
  'a link reference without a definition': { ...config('kramdown: { show_warnings: true }\n'), 'a.md': page('[a][b]') },
  'HTML that is not closed': { ...config('kramdown: { show_warnings: true }\n'), 'a.md': page('<div>\ntext') },
};
