// Jekyll plugins that sites commonly list, available here or not, with their tags and filters. Only used for messages
// about a missing plugin, or an undefined tag or filter.

export interface KnownGem {
  /** What the site lacks if build-site doesn't have the plugin; tags and filters are mentioned in addition. */
  readonly effect?: string;
  /** Names of tags, separated by spaces. */
  readonly tags?: string;
  readonly filters?: string;
  /** A tool that doesn't change the published site; `effect` says what it is for. */
  readonly isTool?: boolean;
}

export const KNOWN_GEMS: Readonly<Record<string, KnownGem>> = {
  'jekyll-avatar': { tags: 'avatar' },
  'jekyll-email-protect': { filters: 'encode_email html_encode_email' },
  'jekyll-feed': { tags: 'feed_meta' },
  'jekyll-gist': { tags: 'gist' },
  'jekyll-github-metadata': { tags: 'github_edit_link' },
  'jekyll-include-cache': { tags: 'include_cached' },
  'jekyll-mentions': { filters: 'mentionify' },
  'jekyll-octicons': { tags: 'octicon' },
  'jekyll-relative-links': { filters: 'rellinks' },
  'jekyll-seo-tag': { tags: 'seo' },
  'jekyll-toc': { tags: 'toc', filters: 'toc toc_only inject_anchors' },
  jemoji: { filters: 'emojify' },

  'jekyll-3rd-party-libraries': { effect: 'copies of scripts and styles from other hosts' },
  'jekyll-algolia': { effect: 'the command that sends the site to Algolia', isTool: true },
  'jekyll-admin': { effect: 'the editor under /admin', isTool: true },
  'jekyll-archives-v2': { effect: 'pages by tag, category and date, of any collection' },
  'jekyll-asciidoc': { effect: 'pages in AsciiDoc' },
  'jekyll-asciinema': { tags: 'asciicast' },
  'jekyll-assets': { effect: 'the pipeline for images, styles and scripts', tags: 'asset' },
  'jekyll-auto-authors': { effect: 'pages by author' },
  'jekyll-autoprefixer': { effect: 'vendor prefixes in CSS' },
  'jekyll-cache-bust': { filters: 'bust_file_cache bust_css_cache' },
  'jekyll-commonmark': { effect: 'Markdown by CommonMark instead of kramdown' },
  'jekyll-compose': { effect: 'commands such as `jekyll post`', isTool: true },
  'jekyll-data': { effect: "the theme's data and configuration, which jekyll-4 reads anyway" },
  'jekyll-datapage-generator': { effect: 'a page for each record of a data file' },
  'jekyll-diagrams': {
    effect: 'diagrams from text',
    tags: 'blockdiag seqdiag actdiag nwdiag rackdiag packetdiag erd graphviz mermaid nomnoml plantuml smcat svgbob syntrax vega vegalite wavedrom',
  },
  'jekyll-embed-urls': { filters: 'embed' },
  'jekyll-figure': { tags: 'figure figref' },
  'jekyll-fontawesome-svg': { tags: 'fa_svg fa_svg_generate' },
  'jekyll-get-json': { effect: 'data from other hosts' },
  'jekyll-ical-tag': { tags: 'ical' },
  'jekyll-imagemagick': { effect: 'images in other sizes and formats' },
  'jekyll-inline-svg': { tags: 'svg' },
  'jekyll-jupyter-notebook': { effect: 'pages from Jupyter notebooks', tags: 'jupyter_notebook' },
  'jekyll-katex': { tags: 'katex katexmm' },
  'jekyll-last-modified-at': { effect: 'last_modified_at of pages and posts, from Git', tags: 'last_modified_at' },
  'jekyll-link-attributes': { effect: 'rel and target of links to other sites' },
  'jekyll-livereload': { effect: 'reloading the preview when a file changes', isTool: true },
  'jekyll-loading-lazy': { effect: 'loading="lazy" of images' },
  'jekyll-lunr-js-search': { effect: 'an index for searching the site' },
  'jekyll-maps': { tags: 'google_map' },
  'jekyll-markdown-block': { tags: 'markdown' },
  'jekyll-menus': { effect: 'menus from front matter' },
  'jekyll-minifier': { effect: 'minified HTML, CSS and JavaScript' },
  'jekyll-multiple-languages-plugin': {
    effect: 'the site in several languages',
    tags: 't translate tf translate_file tl translate_link',
  },
  'jekyll-oembed': { tags: 'oembed' },
  'jekyll-paginate-v2': { effect: 'paginated lists, by `pagination:` in front matter, and pages by tag and category' },
  'jekyll-pandoc': { effect: 'Markdown by Pandoc' },
  'jekyll-polyglot': {
    effect: 'the site in several languages',
    tags: 'i18n_headers I18n_Headers static_href Static_Href',
  },
  'jekyll-postcss': { effect: 'CSS through PostCSS' },
  'jekyll-postcss-v2': { effect: 'CSS through PostCSS' },
  'jekyll-regex-replace': { filters: 'regex_replace regex_replace_once' },
  'jekyll-remote-include': { tags: 'remote_include' },
  'jekyll-responsive-image': { tags: 'responsive_image responsive_image_block' },
  'jekyll-scholar': {
    effect: 'bibliographies from BibTeX',
    tags: 'bibliography bibliography_count bibtex cite cite_details details_link nocite quote reference',
  },
  'jekyll-socials': { tags: 'social_links' },
  'jekyll-spaceship': { effect: 'tables, MathJax, diagrams, emoji and media in Markdown beyond kramdown' },
  'jekyll-tabs': { tags: 'tabs tab' },
  'jekyll-tagging': { effect: 'pages by tag', filters: 'tag_cloud tag_link tag_url keywords' },
  'jekyll-tagging-related_posts': { effect: 'related posts by tags' },
  'jekyll-target-blank': { effect: 'links to other sites that open in a new tab' },
  'jekyll-terser': { effect: 'smaller JavaScript' },
  'jekyll-tidy': { effect: 'tidier HTML' },
  'jekyll-timeago': { tags: 'timeago', filters: 'timeago' },
  'jekyll-twitter-plugin': { tags: 'twitter twitternocache' },
  'jekyll-watch': { effect: 'rebuilding when a file changes', isTool: true },
  'jekyll-webmention_io': {
    effect: 'webmentions',
    tags: 'webmentions webmentions_head webmentions_js webmention_count webmentions_count webmention_posts webmention_links webmention_likes webmention_replies webmention_reposts webmention_bookmarks webmention_rsvps',
  },
  'jekyll-webp': { effect: 'images in WebP' },
  'jekyll-youtube': { tags: 'youtube' },
  al_analytics: { tags: 'al_analytics_scripts' },
  al_charts: { tags: 'al_charts_scripts' },
  al_citations: { tags: 'google_scholar_citations inspirehep_citations' },
  al_comments: { tags: 'al_comments' },
  al_cookie: { tags: 'al_cookie_scripts al_cookie_styles' },
  al_ext_posts: { effect: 'posts from other sites' },
  al_folio_bootstrap_compat: { effect: 'styles and scripts for older layouts' },
  al_folio_core: { tags: 'file_exists details', filters: 'hideCustomBibtex remove_accents' },
  al_folio_cv: { tags: 'al_folio_cv_render', filters: 'al_cv_sort_by_date' },
  al_folio_distill: { tags: 'al_folio_distill_render al_folio_distill_runtime_scripts' },
  al_folio_upgrade: { effect: 'the command that upgrades a site', isTool: true },
  al_icons: { tags: 'al_icons_styles' },
  al_img_tools: { tags: 'al_img_tools_scripts al_img_tools_styles' },
  al_math: { tags: 'al_math_scripts al_math_styles' },
  al_newsletter: { tags: 'al_newsletter_form al_newsletter_scripts' },
  al_search: { tags: 'al_search_assets' },
  hawkins: { effect: 'reloading the preview when a file changes', isTool: true },
  jekyll_picture_tag: { tags: 'picture' },
  premonition: { effect: 'callouts from block quotes' },
};

/** Alternative names in `plugins:`: the file that Ruby requires, if its name differs from the gem's. */
const OTHER_NAMES: Readonly<Record<string, string>> = { 'jekyll/picture_tag': 'jekyll_picture_tag' };

/** The gem for a name in `plugins:`: 'jekyll/scholar' is the file that jekyll-scholar loads. */
export const gemOf = (listed: string): string => OTHER_NAMES[listed] ?? listed.replaceAll('/', '-');

/** The gem that provides a tag or filter; null if unknown. */
export function gemWith(kind: 'tags' | 'filters', name: string): string | null {
  const found = Object.entries(KNOWN_GEMS).find(([, gem]) => gem[kind]?.split(' ').includes(name));
  return found?.[0] ?? null;
}

/** Gems that are often in a Gemfile's plugin group but aren't plugins: they can be ignored. */
const LIBRARIES: ReadonlySet<string> = new Set(
  `activesupport addressable base64 bigdecimal bundler coderay coffee-script commonmarker concurrent-ruby csv drb
  em-websocket eventmachine execjs faraday faraday-retry ffi gemoji github-pages google-protobuf http_parser.rb i18n
  jekyll jekyll-sass-converter json kramdown kramdown-math-katex kramdown-parser-gfm liquid listen logger mercenary
  mini_magick mini_racer mutex_m nokogiri observer ostruct pathutil pry psych public_suffix puma racc rack rake
  rb-fsevent rb-inotify rexml rouge rss rubocop rubyzip safe_yaml sass sass-embedded sassc sassc-embedded sinatra
  terminal-table therubyracer thin tzinfo tzinfo-data uglifier unicode-display_width unicode_utils wdm webrick`.split(
    /\s+/,
  ),
);

/** A gem that doesn't affect the built site: a library, a test tool, or a theme, which `theme:` handles. */
export const isLibrary = (gem: string): boolean =>
  LIBRARIES.has(gem) ||
  /^(?:html-?proofer|rspec|minitest|rubocop|faraday|racc)\b/.test(gem) ||
  /^jekyll-theme-/.test(gem);
