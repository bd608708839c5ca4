// What can be asked of cmark-gfm: its options and extensions, by commonmarker's names (0.23.12, lib/commonmarker/config.rb).

/** Options of commonmarker; those of others that it knows don't show in the HTML that its renderer in Ruby writes. */
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
   * A code block in HTML, with what is around it, or null where it is to be printed as cmark prints it.
   * `language` is the first word of what stands behind the fence; null where nothing does.
   */
  readonly codeBlock?: (code: string, language: string | null) => string | null;
}
