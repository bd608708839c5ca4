// A row of the table of options.

import type { Check } from './checks.ts';
import type { ConfigurationBehaviour } from './versions/stack.ts';

export type Plain = null | boolean | number | string | Plain[] | { [key: string]: Plain };

/**
 * How the engine reads a key. `text`: a string, '' if missing. `flag`: Ruby's truthiness. `list`: strings, as Array() makes
 * them. `section`: a mapping, empty if missing. `value`: as it is, since several types mean something.
 */
export type OptionType = 'text' | 'flag' | 'list' | 'section' | 'value';

/** The same for all versions, or by version; undefined if that version has none. */
type ByVersion<T> = T | ((config: ConfigurationBehaviour) => T | undefined);

export interface Option {
  readonly type: OptionType;
  /** One line for authors, in Markdown. */
  readonly doc: string;
  /** Absent if Jekyll has none. */
  readonly default?: ByVersion<Plain>;
  /** Where Jekyll stops with a Ruby exception for some values: when, and for which. */
  readonly stops?: Stops;
  /** The options inside a `section`, if they are known. */
  readonly keys?: Readonly<Record<string, Option>>;
  /** The options inside each entry of a `section` whose keys are the site's own. */
  readonly entries?: Readonly<Record<string, Option>>;
  /** The plugin that reads it; Jekyll itself if absent. */
  readonly plugin?: string;
  /** JSON types that make sense for a `value`. */
  readonly json?: readonly string[];
}

export interface Stops {
  /** Over what the site itself writes, before the defaults are merged in. */
  readonly whenRead?: (config: ConfigurationBehaviour) => Check | undefined;
  /** Over the merged configuration, before anything else is read. */
  readonly whenMerged?: Check;
  /** Once something needs the option. */
  readonly whenUsed?: Check;
}

/** The default under a version; undefined if it has none. */
export function defaultOf(option: Option, config: ConfigurationBehaviour): Plain | undefined {
  return typeof option.default === 'function' ? option.default(config) : option.default;
}
