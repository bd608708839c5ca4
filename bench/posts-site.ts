// A site with any number of posts, whose index lists all of them and whose layout reads each post's neighbours.

const TAGS = ['engines', 'maps', 'letters', 'tides', 'archive', 'odd ends', 'Wind'];

const INDEX = `---
layout: default
---
{% assign drafts = site.posts | where: "kind", "note" %}{{ drafts.size }}
{% assign sorted = site.posts | sort: "title" %}{% for post in sorted %}{{ post.title | escape }} {{ post.date | date: "%Y-%m-%d" }}
{% endfor %}
{% assign years = site.posts | group_by_exp: "post", "post.date | date: '%Y'" %}{% for year in years %}{{ year.name }}: {{ year.size }}
{% endfor %}
{% assign kinds = site.posts | group_by: "kind" %}{% for kind in kinds %}{{ kind.name }}: {{ kind.size }}
{% endfor %}
{% assign titled = site.posts | where_exp: "post", "post.title contains '7'" %}{{ titled.size }}
{% assign names = site.posts | map: "title" | uniq | join: "," %}{{ names | size }}
{% for tag in site.tags %}{{ tag[0] }}: {{ tag[1].size }}
{% endfor %}{% for category in site.categories %}{{ category[0] }}: {% for post in category[1] %}{{ post.url }} {% endfor %}
{% endfor %}
{% for post in site.posts %}<li><a href="{{ post.url | relative_url }}">{{ post.title }}</a> {{ post.excerpt | strip_html | truncate: 50 }}</li>
{% endfor %}
{% for item in site.documents %}{{ item.path }}{% endfor %}
`;

const LAYOUT = `<h1>{{ page.title }}</h1>
{{ content }}
{% if page.next %}<a href="{{ page.next.url }}">{{ page.next.title }}</a>{% endif %}
{% if page.previous %}<a href="{{ page.previous.url }}">{{ page.previous.title }}</a>{% endif %}
{% for post in site.related_posts limit: 3 %}{{ post.title }}{% endfor %}
{% for post in site.posts limit: 5 %}{{ post.title }}{% endfor %}
`;

/** The files by their paths below the folder. */
export function siteOfPosts(posts: number, folder: string): Record<string, string> {
  const files: Record<string, string> = {
    [`${folder}/_config.yml`]: 'timezone: UTC\ntheme: null\n',
    [`${folder}/index.html`]: INDEX,
    [`${folder}/_layouts/default.html`]: '<main>{{ content }}</main>',
    [`${folder}/_layouts/post.html`]: LAYOUT,
  };
  for (let i = 0; i < posts; i++) {
    const day = new Date(Date.UTC(2000, 0, 1 + (i % 9000))).toISOString().slice(0, 10);
    files[`${folder}/_posts/${day}-post-${i}.md`] =
      `---\nlayout: post\ntitle: "Post ${(i * 7919) % posts} & more"\nkind: ${i % 3 === 0 ? 'note' : 'essay'}\n` +
      `tags: [${TAGS[i % 7]}, ${TAGS[(i + 3) % 7]}]\ncategories: ${TAGS[i % 4]}\n---\nFirst *words* of post ${i}.\n\nThen more.\n`;
  }
  return files;
}
