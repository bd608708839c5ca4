// What differs between the versions of the plugins' gems that the stacks have.

export interface PluginBehaviour {
  readonly defaultLayout: {
    /** Documents of every collection get a layout, and with `html_pages: true` HTML pages. */
    readonly coversEverything: boolean;
  };
  readonly feed: {
    /** Languages are escaped, and so is what would end a CDATA section. */
    readonly escapesEverything: boolean;
    /** `icon` and `logo`. */
    readonly hasPictures: boolean;
  };
  readonly githubMetadata: {
    /** What `site.github.versions` lists. */
    readonly versions: Readonly<Record<string, string>>;
    /** Answers are those of the service; otherwise what the gem guesses without a network. */
    readonly answersAsService: boolean;
  };
  readonly optionalFrontMatter: {
    /** Pages are sorted by name once more. */
    readonly sortsPages: boolean;
  };
  readonly paginate: {
    /** The next pages keep the path of the first. */
    readonly keepsPath: boolean;
  };
  readonly readmeIndex: {
    /** One README a folder; `.github` and `docs` may hold the root's, and `readme_pattern` says which names count. */
    readonly choosesAsGitHub: boolean;
  };
  readonly redirectFrom: {
    /** Targets are checked and escaped. */
    readonly escapesTargets: boolean;
  };
  readonly relativeLinks: {
    /** The filter `rellinks`, and the hooks that also change HTML. */
    readonly changesHtml: boolean;
    /** An excerpt that isn't a string is made again. */
    readonly renewsExcerpts: boolean;
    /** Links may have a title, and paths may start at the root and have escapes. */
    readonly readsWholeLinks: boolean;
  };
  readonly seoTag: {
    /** The version that the tag prints. */
    readonly version: string;
    /** `{% seo canonical=false %}`. */
    readonly canHideCanonical: boolean;
    /** `title_category` comes after the title. */
    readonly hasTitleCategories: boolean;
    /** A description ends after `seo_description_max_words`, or 100. */
    readonly shortensDescriptions: boolean;
    /** An image without a slash at its start is in the page's folder. */
    readonly findsImagesBesidePages: boolean;
    /** Values are escaped in HTML and in the script of JSON. */
    readonly escapesValues: boolean;
    /** There is `article:modified_time`, and Twitter's elements are named by `name` alone. */
    readonly followsTwitter: boolean;
  };
  readonly titlesFromHeadings: {
    /** The marks that close a heading are not part of the title; otherwise kramdown takes them off. */
    readonly dropsClosingMarks: boolean;
    /** Excerpts of all documents are made again, and not only those of posts. */
    readonly renewsEveryExcerpt: boolean;
  };
}
