// What a plugin reads from _config.yml. Checks, typed values, docs/configuration.md and the schema for editors follow.

import type { Plain } from '../ruby/plain.ts';

export type OptionType = 'string' | 'number' | 'boolean' | 'list' | 'mapping' | 'any';

export interface OptionField {
  readonly type: OptionType;
  /** Its value if the site doesn't set it; null without one. */
  readonly default?: Plain;
  /** One line for authors, in Markdown. */
  readonly doc: string;
}

/** A key of _config.yml with a plugin's options. */
export interface OptionSection {
  /** The key: `feed`. */
  readonly section: string;
  /** One line for authors, in Markdown. */
  readonly doc: string;
  /** JSON's types of the section, if it need not be a mapping: `jekyll-mentions` may be a string. */
  readonly json?: readonly string[];
  /** The keys below it. */
  readonly fields?: Readonly<Record<string, OptionField>>;
}

interface Typed {
  string: string;
  number: number;
  boolean: boolean;
  list: readonly Plain[];
  mapping: { readonly [key: string]: Plain };
  any: Plain;
}

type FieldValue<Field extends OptionField> = Field extends { readonly default: null }
  ? Typed[Field['type']] | null
  : Field extends { readonly default: Plain }
    ? Typed[Field['type']]
    : Typed[Field['type']] | null;

/** The values of a section's fields, with their types. */
export type OptionValues<Section extends OptionSection> =
  Section['fields'] extends Readonly<Record<string, OptionField>>
    ? { readonly [Name in keyof Section['fields']]: FieldValue<Section['fields'][Name]> }
    : Readonly<Record<string, never>>;
