// Everything that differs between the stacks, named by behaviour. A new version is another object of this type: nothing
// else in the program checks the version, and test/versions.test.ts enforces that.

import type { RougeVersion } from '../../highlight/versions.ts';
import type { KramdownVersion } from '../../kramdown/versions.ts';
import type { SlugRules } from '../../text/slugify.ts';
import type { UrlRules } from '../../text/uri.ts';
import type { PluginBehaviour } from './plugin-behaviour.ts';

export interface Stack {
  /** The name for `--compat`. */
  readonly name: string;
  /** A description, for choosing a stack. */
  readonly about: string;
  /** What in a Gemfile or lock file selects it. */
  readonly askedBy: {
    /** A gem that includes the whole stack. */
    readonly gem: string | null;
    /** The prefix of the jekyll gem's version. */
    readonly version: string | null;
  };
  /** `jekyll.version`, and the generator strings. */
  readonly jekyll: string;
  readonly kramdown: KramdownVersion;
  readonly rouge: RougeVersion;
  /**
   * The service whose rules apply: safe mode, with the service's own plugins, versions and settings. Null for a site
   * that its author publishes.
   */
  readonly service: 'GitHub Pages' | null;
  readonly config: ConfigurationBehaviour;
  readonly slugs: SlugRules;
  readonly urls: UrlRules;
  readonly content: ContentBehaviour;
  readonly excerpts: ExcerptBehaviour;
  readonly staticFiles: StaticFileBehaviour;
  readonly drops: DropBehaviour;
  readonly liquid: LiquidBehaviour;
  readonly filters: FilterBehaviour;
  readonly highlight: HighlightBehaviour;
  readonly links: LinkBehaviour;
  readonly profiler: ProfilerBehaviour;
  readonly sass: SassBehaviour;
  readonly reading: ReadingBehaviour;
  readonly rendering: RenderingBehaviour;
  readonly writing: WritingBehaviour;
  readonly plugins: PluginBehaviour;
}

/** _config.yml, the Gemfile and the theme's configuration. */
export interface ConfigurationBehaviour {
  /** Names of the configuration file; the first that exists is read. */
  readonly files: readonly string[];
  /** The default of `exclude`. */
  readonly exclude: readonly string[];
  /** That list applies in addition to the site's own `exclude`, not only in its absence. */
  readonly alwaysExcludes: boolean;
  /** Has the option `cache_dir`. */
  readonly hasCacheFolder: boolean;
  /** Has options for Redcarpet and RDiscount. */
  readonly hasOldMarkdownEngines: boolean;
  /** The default of kramdown's `toc_levels`. */
  readonly tocLevels: string | readonly number[];
  /** Old option names are renamed with a warning; otherwise the types of lists are checked. */
  readonly renamesOldOptions: boolean;
  /** Has the style `permalink: weekdate`. */
  readonly hasWeekdateStyle: boolean;
  /** A theme's own _config.yml is merged. */
  readonly readsThemeConfiguration: boolean;
  /** In front matter defaults, the scope `a` also matches `ab.md`, not only files in the folder `a`. */
  readonly scopesArePrefixes: boolean;
  /** A scope pattern with a leading slash matches absolute paths. */
  readonly scopesStartAtTheDisk: boolean;
  /** Loads plugins from the Gemfile's group `jekyll_plugins`. */
  readonly loadsBundle: boolean;
  /** Checks `plugins:` before anything is read, unless the site is safe. */
  readonly checksPlugins: boolean;
}

/** Pages and documents. */
export interface ContentBehaviour {
  /** Trailing dots of a file's stem are dropped from its URL. */
  readonly trimsTrailingDots: boolean;
  /** Matches the path of a document whose name starts with a date, capturing date, slug and extension. */
  readonly datedPath: RegExp;
  /** Date placeholders of permalinks, with their strftime patterns. */
  readonly datePlaceholders: Readonly<Record<string, string>>;
  /** Has the placeholder `:slugified_categories`. */
  readonly slugifiesCategories: boolean;
  /** Pages can have excerpts, with `page_excerpts: true`. */
  readonly hasPageExcerpts: boolean;
  /** `inspect` shows the path of a page or file; otherwise its name, or its memory address. */
  readonly inspectsPaths: boolean;
}

export interface ExcerptBehaviour {
  /** Which link definitions of the remaining content are appended: all, or those that the excerpt uses. */
  readonly linkDefinitions: 'all' | 'used';
  /** Content without a separator is its own excerpt, unchanged: open blocks aren't closed. */
  readonly keepsWholeText: boolean;
  /** The beginning of `inspect`, with the class name. */
  readonly inspectPrefix: string;
}

export interface StaticFileBehaviour {
  /** The URL is built from file name and extension separately, and the file is written to it. */
  readonly writesToAddress: boolean;
  /** A collection's files are written only if the collection is. */
  readonly followsCollection: boolean;
}

/** The keys of the drops, in the order of Ruby's method list. */
export interface DropBehaviour {
  readonly site: readonly string[];
  readonly collection: readonly string[];
  readonly document: readonly string[];
  readonly excerpt: readonly string[];
  readonly staticFile: readonly string[];
  /** The variables that a template doesn't set itself. */
  readonly payload: readonly string[];
}

export interface LiquidBehaviour {
  /** A file's template is parsed once, and the state of its tags (`cycle`, `ifchanged`) lives as long. */
  readonly cachesTemplates: boolean;
  /** Supports `render_with_liquid: false`. */
  readonly canBeSwitchedOff: boolean;
}

export interface FilterBehaviour {
  /**
   * `where` also compares with nil, blank and empty; otherwise it converts the items of a property to strings in place.
   */
  readonly whereKnowsLiterals: boolean;
  /** `where_exp` supports `and` and `or`. */
  readonly joinsConditions: boolean;
  /** Has `find` and `find_exp`. */
  readonly hasFind: boolean;
  /** `sort` compares keys of different types as strings; otherwise it fails. */
  readonly sortsMixedKinds: boolean;
  /** Properties that look like numbers are parsed as numbers. */
  readonly readsNumbers: boolean;
  /** `number_of_words` has a mode for languages without spaces. */
  readonly countsByMode: boolean;
}

/** The tag `{% highlight %}`. */
export interface HighlightBehaviour {
  /** Supports `mark_lines="1 3"`. */
  readonly marksLines: boolean;
  /** Each tag sets up kramdown, to find out which Markdown engine the site uses (jekyll-commonmark-ghpages 0.5.1). */
  readonly setsKramdownUp: boolean;
  /** Warns about `highlighter: pygments`. */
  readonly warnsOfPygments: boolean;
}

/** The tags `{% link %}` and `{% post_url %}`. */
export interface LinkBehaviour {
  /** `link` evaluates Liquid in its path. */
  readonly readsLiquid: boolean;
  /** URLs start with the baseurl. */
  readonly addsBaseurl: boolean;
  /** Whitespace in the folder name of `post_url` is significant. */
  readonly keepsSpaces: boolean;
}

/** `--profile`. */
export interface ProfilerBehaviour {
  /** Counts a file at each inclusion; otherwise once per page. */
  readonly countsEveryInclude: boolean;
  /** Prints framed tables, including one for the build phases; otherwise a single plain table. */
  readonly hasFrames: boolean;
}

export interface SassBehaviour {
  /** The compiler of stylesheets: Ruby Sass 3.7.4 or Dart Sass. */
  readonly compiler: 'ruby' | 'dart';
}

/** How files become the site. */
export interface ReadingBehaviour {
  /** Enters a folder's `.` and `..` if `include` names them. */
  readonly entersDotFolders: boolean;
  /** Skips names that end with a dot, even if `include` lists them. */
  readonly skipsNamesEndingInDot: boolean;
  /** Ignores non-string entries of `include` and `exclude`; an entry in both lists is included. */
  readonly onlyStringPatterns: boolean;
  /** A pattern with a trailing slash only matches a folder. */
  readonly knowsFolderPatterns: boolean;
  /** Reads files that `include` names by path even in a folder that is skipped. */
  readonly readsIncludedFiles: boolean;
  /** Merges a theme's `_data` under the site's. */
  readonly readsThemeData: boolean;
  /** Supports options for `csv_reader` and `tsv_reader`. */
  readonly hasTableOptions: boolean;
  /** Supports `sort_by` and `order` for collections. */
  readonly sortsCollections: boolean;
  /**
   * A post that can't be read stops the build; other documents are kept without content. Otherwise both are skipped.
   */
  readonly keepsUnreadable: boolean;
  /** The severity of the message that a future post is skipped. */
  readonly futurePosts: 'info' | 'warning';
}

export interface RenderingBehaviour {
  /** A page's path must be a string, even if Jekyll created the page. */
  readonly needsPaths: boolean;
  /** The regenerator sets the build's date on a document without one, once it is placed in a layout. */
  readonly datesDocuments: boolean;
}

export interface WritingBehaviour {
  /** Writes a collection's static files even if the collection itself isn't written. */
  readonly copiesUnwrittenCollections: boolean;
  /**
   * `site.tags` and `site.categories` are computed once per build; otherwise once for each template that reads them.
   */
  readonly keepsPostTables: boolean;
  /** The severity of the message that several files have the same destination. */
  readonly conflicts: 'info' | 'warning';
}
