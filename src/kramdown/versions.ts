// What differs between the versions of kramdown that are followed. Nothing else in this room asks for a version.

import { type EntityTable, HTML_4_ENTITIES, HTML_5_ENTITIES } from '../text/html-entities.ts';
import { SPAN_NAMES } from './parser/html-elements.ts';

export interface KramdownVersion {
  /** As the gem has it. */
  readonly name: string;
  /** Options of later versions: unknown here, and without effect if set. */
  readonly missingOptions: ReadonlySet<string>;
  /** The named entities. */
  readonly entities: EntityTable;
  /** HTML elements that don't start a block at the beginning of a line. */
  readonly spanElements: ReadonlySet<string>;
  /** `<![CDATA[…]]>` in HTML is character data, not markup. */
  readonly readsCharacterData: boolean;
  /** A space in an abbreviation's name stands for any whitespace. */
  readonly hasFlexibleAbbreviations: boolean;
  /** Whether an underscore is inside a word is decided before the whole run of underscores that it ends. */
  readonly skipsUnderscoreRuns: boolean;
  /** The line end of an empty document is kramdown's own, in UTF-8, and not the source's. */
  readonly ownsEmptyLine: boolean;
  /** An HTML table without cells stays HTML. */
  readonly needsTableCells: boolean;
  /** Where footnotes have their ARIA roles: on the mark and on the note's item, or on the mark's link. */
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

/** The names of the versions, as the package's callers write them. */
export type KramdownVersionName = keyof typeof VERSIONS;

export const kramdownVersion = (version: KramdownVersion | KramdownVersionName): KramdownVersion =>
  typeof version === 'string' ? VERSIONS[version] : version;
