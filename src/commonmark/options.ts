// The options and extensions of cmark-gfm, by commonmarker's names (0.23.12, lib/commonmarker/config.rb).

/** Options of commonmarker. Its other options don't affect the HTML of its renderer in Ruby. */
export const OPTION_NAMES = [
  'DEFAULT',
  'SOURCEPOS',
  'UNSAFE',
  'VALIDATE_UTF8',
  'SMART',
  'LIBERAL_HTML_TAG',
  'FOOTNOTES',
  'STRIKETHROUGH_DOUBLE_TILDE',
  'HARDBREAKS',
  'NOBREAKS',
  'GITHUB_PRE_LANG',
  'TABLE_PREFER_STYLE_ATTRIBUTES',
  'FULL_INFO_STRING',
] as const;

export const EXTENSION_NAMES = ['table', 'strikethrough', 'autolink', 'tagfilter', 'tasklist'] as const;

export type OptionName = (typeof OPTION_NAMES)[number];
export type ExtensionName = (typeof EXTENSION_NAMES)[number];

export interface CommonMarkOptions {
  readonly options: ReadonlySet<OptionName>;
  readonly extensions: ReadonlySet<ExtensionName>;
  /**
   * A code block as HTML, including its wrapper; null to print it as cmark does. `language` is the first word after the
   * fence, or null.
   */
  readonly codeBlock?: (code: string, language: string | null) => string | null;
}
