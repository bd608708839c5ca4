// Differences between the plugin versions of the stacks.

export interface PluginBehaviour {
  readonly defaultLayout: {
    /** Documents of every collection get a layout, and HTML pages too with `html_pages: true`. */
    readonly coversEverything: boolean;
  };
  readonly feed: {
    /** Escapes languages, and the end marker of CDATA sections. */
    readonly escapesEverything: boolean;
    /** Supports `icon` and `logo`. */
    readonly hasPictures: boolean;
  };
  readonly githubMetadata: {
    /** The content of `site.github.versions`. */
    readonly versions: Readonly<Record<string, string>>;
    /** Values are those of the GitHub Pages service; otherwise those that the gem guesses without a network. */
    readonly answersAsService: boolean;
  };
  readonly optionalFrontMatter: {
    /** Sorts the pages by name again. */
    readonly sortsPages: boolean;
  };
  readonly paginate: {
    /** Further pages keep the path of the first. */
    readonly keepsPath: boolean;
  };
  readonly readmeIndex: {
    /** One README per folder; the root's may be in `.github` or `docs`, and `readme_pattern` selects file names. */
    readonly choosesAsGitHub: boolean;
  };
  readonly redirectFrom: {
    /** Targets are validated and escaped. */
    readonly escapesTargets: boolean;
  };
  readonly relativeLinks: {
    /** Has the filter `rellinks`, and hooks that also change HTML. */
    readonly changesHtml: boolean;
    /** Regenerates an excerpt that isn't a string. */
    readonly renewsExcerpts: boolean;
    /** Links may have titles; paths may be root-relative and percent-encoded. */
    readonly readsWholeLinks: boolean;
  };
  readonly seoTag: {
    /** The version that the tag prints. */
    readonly version: string;
    /** Supports `{% seo canonical=false %}`. */
    readonly canHideCanonical: boolean;
    /** `title_category` follows the title. */
    readonly hasTitleCategories: boolean;
    /** A description is cut after `seo_description_max_words`, or 100 words. */
    readonly shortensDescriptions: boolean;
    /** An image without a leading slash is relative to the page's folder. */
    readonly findsImagesBesidePages: boolean;
    /** Values are escaped in HTML and in the JSON script. */
    readonly escapesValues: boolean;
    /** Prints `article:modified_time`, and uses only `name` for Twitter's elements. */
    readonly followsTwitter: boolean;
  };
  readonly titlesFromHeadings: {
    /** A heading's closing `#` are not part of the title; otherwise kramdown removes them. */
    readonly dropsClosingMarks: boolean;
    /** Regenerates the excerpts of all documents, not only of posts. */
    readonly renewsEveryExcerpt: boolean;
  };
}
