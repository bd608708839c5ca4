// Everything that differs between the stacks, named by behaviour. A further version is a further object of this type:
// nothing else in the program asks which version it is, and test/versions.test.ts holds that.

import type { RougeVersion } from '../../highlight/versions.ts';
import type { KramdownVersion } from '../../kramdown/versions.ts';
import type { SlugRules } from '../../text/slugify.ts';
import type { UrlRules } from '../../text/uri.ts';
import type { PluginBehaviour } from './plugin-behaviour.ts';

export interface Stack {
  /** What `--compat` calls it. */
  readonly name: string;
  /** What that is, for whoever chooses one. */
  readonly about: string;
  /** What in a Gemfile or its lock asks for it. */
  readonly askedBy: {
    /** A gem that brings the whole stack. */
    readonly gem: string | null;
    /** How the version of the gem jekyll starts. */
    readonly version: string | null;
  };
  /** `jekyll.version`, the generator strings. */
  readonly jekyll: string;
  readonly kramdown: KramdownVersion;
  readonly rouge: RougeVersion;
  /**
   * The service whose rules the site is built by: in safe mode, with the service's own plugins, versions and settings. Null
   * for a site that its author publishes.
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
  /** The names of the configuration file; the first that exists is read. */
  readonly files: readonly string[];
  /** The default of `exclude`. */
  readonly exclude: readonly string[];
  /** That list counts beside what the site excludes, and not only where it says nothing. */
  readonly alwaysExcludes: boolean;
  /** There is a `cache_dir`. */
  readonly hasCacheFolder: boolean;
  /** Redcarpet and RDiscount have their options. */
  readonly hasOldMarkdownEngines: boolean;
  /** The default of kramdown's `toc_levels`. */
  readonly tocLevels: string | readonly number[];
  /** Old names of options are renamed with a warning; otherwise the types of lists are checked. */
  readonly renamesOldOptions: boolean;
  /** `permalink: weekdate` is a style. */
  readonly hasWeekdateStyle: boolean;
  /** A theme's own _config.yml counts. */
  readonly readsThemeConfiguration: boolean;
  /** The scope `a` of a front matter default also covers `ab.md`, and not only what is below the folder `a`. */
  readonly scopesArePrefixes: boolean;
  /** A pattern in a scope that starts with a slash is one of the whole disk. */
  readonly scopesStartAtTheDisk: boolean;
  /** Plugins of the Gemfile's group `jekyll_plugins` are loaded. */
  readonly loadsBundle: boolean;
  /** `plugins:` is checked before anything is read, unless the site is safe. */
  readonly checksPlugins: boolean;
}

/** Pages and documents. */
export interface ContentBehaviour {
  /** Dots at the end of a file's name don't count for its address. */
  readonly trimsTrailingDots: boolean;
  /** The path of a document whose name starts with a date: date, slug, extension. */
  readonly datedPath: RegExp;
  /** Placeholders of permalinks that are parts of the date, with their strftime patterns. */
  readonly datePlaceholders: Readonly<Record<string, string>>;
  /** There is the placeholder `:slugified_categories`. */
  readonly slugifiesCategories: boolean;
  /** Pages have excerpts, with `page_excerpts: true`. */
  readonly hasPageExcerpts: boolean;
  /** `inspect` shows a page's or a file's path; otherwise its name, or its place in memory. */
  readonly inspectsPaths: boolean;
}

export interface ExcerptBehaviour {
  /** Which link definitions of the rest are added: all, or those whose name the excerpt has. */
  readonly linkDefinitions: 'all' | 'used';
  /** Content without a separator is its own excerpt, unchanged: open blocks are not closed. */
  readonly keepsWholeText: boolean;
  /** The class's name as `inspect` shows it, with what follows. */
  readonly inspectPrefix: string;
}

export interface StaticFileBehaviour {
  /** The address is made of the file's name and extension apart, and the file is written to it. */
  readonly writesToAddress: boolean;
  /** A collection's files are written only if the collection is. */
  readonly followsCollection: boolean;
}

/** The keys of the drops, in the order in which Ruby lists their methods. */
export interface DropBehaviour {
  readonly site: readonly string[];
  readonly collection: readonly string[];
  readonly document: readonly string[];
  readonly excerpt: readonly string[];
  readonly staticFile: readonly string[];
  /** Templates see `theme`. */
  readonly hasTheme: boolean;
}

/** The engine of Liquid. */
export interface LiquidBehaviour {
  /** A file's template is parsed once, and what its tags remember (`cycle`, `ifchanged`) lives as long. */
  readonly cachesTemplates: boolean;
  /** `render_with_liquid: false` switches Liquid off. */
  readonly canBeSwitchedOff: boolean;
}

export interface FilterBehaviour {
  /** `where` compares with nil, blank and empty, too; otherwise it turns the items of a property into strings in place. */
  readonly whereKnowsLiterals: boolean;
  /** `where_exp` takes `and` and `or`. */
  readonly joinsConditions: boolean;
  /** `find` and `find_exp` exist. */
  readonly hasFind: boolean;
  /** `sort` orders keys of different kinds by their strings; otherwise it fails. */
  readonly sortsMixedKinds: boolean;
  /** A property that looks like a number is read as one. */
  readonly readsNumbers: boolean;
  /** `number_of_words` takes a mode for languages without spaces. */
  readonly countsByMode: boolean;
}

/** The tag `{% highlight %}`. */
export interface HighlightBehaviour {
  /** `mark_lines="1 3"` marks lines. */
  readonly marksLines: boolean;
  /** Each tag sets a kramdown up, to see which Markdown engine the site has (jekyll-commonmark-ghpages 0.5.1). */
  readonly setsKramdownUp: boolean;
  /** `highlighter: pygments` gets a warning. */
  readonly warnsOfPygments: boolean;
}

/** The tags `{% link %}` and `{% post_url %}`. */
export interface LinkBehaviour {
  /** `link` takes Liquid in its path. */
  readonly readsLiquid: boolean;
  /** The address has the baseurl before it. */
  readonly addsBaseurl: boolean;
  /** White space in the folder that `post_url` names counts. */
  readonly keepsSpaces: boolean;
}

/** `--profile`. */
export interface ProfilerBehaviour {
  /** A file counts each time that it is included; otherwise once a page. */
  readonly countsEveryInclude: boolean;
  /** The tables have frames, and the phases of the build have one; otherwise there is one plain table. */
  readonly hasFrames: boolean;
}

export interface SassBehaviour {
  /** Which Sass compiles stylesheets: Ruby Sass 3.7.4 or Dart Sass. */
  readonly compiler: 'ruby' | 'dart';
}

/** From files to the site. */
export interface ReadingBehaviour {
  /** A folder's `.` and `..` are entered where `include` names them. */
  readonly entersDotFolders: boolean;
  /** Names that end with a dot are not read, whatever `include` says. */
  readonly skipsNamesEndingInDot: boolean;
  /** What `include` and `exclude` list counts only if it is a string, and what both list is included. */
  readonly onlyStringPatterns: boolean;
  /** A pattern with a slash at its end names a folder. */
  readonly knowsFolderPatterns: boolean;
  /** Files that `include` names by path are read although their folder is skipped. */
  readonly readsIncludedFiles: boolean;
  /** A theme's `_data` is below the site's. */
  readonly readsThemeData: boolean;
  /** `csv_reader` and `tsv_reader` have options. */
  readonly hasTableOptions: boolean;
  /** `sort_by` and `order` of collections. */
  readonly sortsCollections: boolean;
  /** A post that can't be read stops the build; other documents are kept without content. Otherwise both are left out. */
  readonly keepsUnreadable: boolean;
  /** The severity of the report that a post of the future is skipped. */
  readonly futurePosts: 'info' | 'warning';
}

export interface RenderingBehaviour {
  /** The hook `post_convert`. */
  readonly hasPostConvert: boolean;
  /** A page must have a string for a path, even where Jekyll made the page itself. */
  readonly needsPaths: boolean;
  /** The regenerator gives a document without a date that of the build, once it is in a layout. */
  readonly datesDocuments: boolean;
}

export interface WritingBehaviour {
  /** A collection's static files are written even if the collection is not. */
  readonly copiesUnwrittenCollections: boolean;
  /** `site.tags` and `site.categories` are made once a build; otherwise once for each template that reads them. */
  readonly keepsPostTables: boolean;
  /** The severity of the report that several files have the same destination. */
  readonly conflicts: 'info' | 'warning';
}
