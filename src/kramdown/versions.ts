// The differences between the supported versions of kramdown. No other file in this folder checks the version.

import { type EntityTable, HTML_4_ENTITIES, HTML_5_ENTITIES } from '../text/html-entities.ts';
import { SPAN_NAMES } from './parser/html-elements.ts';

export interface KramdownVersion {
  /** The version number of the gem. */
  readonly name: string;
  /** Options of later versions: unknown here, and ignored if set. */
  readonly missingOptions: ReadonlySet<string>;
  readonly entities: EntityTable;
  /** HTML elements that don't start a block at the beginning of a line. */
  readonly spanElements: ReadonlySet<string>;
  /** Whether `<![CDATA[…]]>` in HTML is character data instead of markup. */
  readonly readsCharacterData: boolean;
  /** Whether a space in an abbreviation matches any white space. */
  readonly hasFlexibleAbbreviations: boolean;
  /**
   * Whether to look for letters before the whole run of underscores that an underscore ends, not just before itself.
   */
  readonly skipsUnderscoreRuns: boolean;
  /** Whether the newline of an empty document is kramdown's own (in UTF-8) instead of the source's. */
  readonly ownsEmptyLine: boolean;
  /** Whether an HTML table without cells stays HTML. */
  readonly needsTableCells: boolean;
  /** Where the ARIA roles of footnotes are: on the marker and the note's item, or on the marker's link. */
  readonly footnoteRoles: 'mark-and-item' | 'link';
}

export const KRAMDOWN_2_4: KramdownVersion = {
  name: '2.4.0',
  missingOptions: new Set(['header_links', 'footnote_link_text']),
  entities: HTML_4_ENTITIES,
  spanElements: new Set(SPAN_NAMES),
  readsCharacterData: false,
  hasFlexibleAbbreviations: false,
  skipsUnderscoreRuns: false,
  ownsEmptyLine: false,
  needsTableCells: false,
  footnoteRoles: 'mark-and-item',
};

export const KRAMDOWN_2_5: KramdownVersion = {
  name: '2.5.2',
  missingOptions: new Set(),
  entities: HTML_5_ENTITIES,
  spanElements: new Set([...SPAN_NAMES, 'time']),
  readsCharacterData: true,
  hasFlexibleAbbreviations: true,
  skipsUnderscoreRuns: true,
  ownsEmptyLine: true,
  needsTableCells: true,
  footnoteRoles: 'link',
};

const VERSIONS = { '2.4.0': KRAMDOWN_2_4, '2.5.2': KRAMDOWN_2_5 } as const;

export type KramdownVersionName = keyof typeof VERSIONS;

export const kramdownVersion = (version: KramdownVersion | KramdownVersionName): KramdownVersion =>
  typeof version === 'string' ? VERSIONS[version] : version;
