// What is derived from the table of options and from what plugins declare: a page for authors, and a JSON schema for
// their editors.

import { defaultOf, type Option, type OptionType } from '../../src/config/option.ts';
import { KRAMDOWN_KEYS, OLD_OPTIONS, OPTIONS } from '../../src/config/options.ts';
import { STACKS } from '../../src/config/stacks.ts';
import type { OptionField, OptionSection } from '../../src/contract/options.ts';
import { OPTIONS as KRAMDOWN_OPTIONS } from '../../src/kramdown/options.ts';
import { availablePlugins, loadPlugins } from '../../src/plugins/index.ts';
import type { Plain } from '../../src/ruby/plain.ts';

interface PluginSection extends OptionSection {
  readonly plugin: string;
}

/** The sections of all plugins, which only this script loads at once. */
export async function pluginSections(): Promise<PluginSection[]> {
  const context = { stack: STACKS['jekyll-4'], safe: false, whitelist: [], bundled: [], placeOf: () => '' };
  const plugins = await loadPlugins(availablePlugins(), context, () => {});
  return plugins
    .flatMap(({ name, options }) => (options === undefined ? [] : [{ ...(options as OptionSection), plugin: name }]))
    .sort((a, b) => (a.section < b.section ? -1 : 1));
}

type Table = Readonly<Record<string, Option>>;

const stacks = Object.values(STACKS);

/** The types in which kramdown accepts its options. */
const KRAMDOWN_TYPES = {
  boolean: ['boolean'],
  string: ['string', 'null'],
  integer: ['integer'],
  symbol: ['string', 'null'],
} as const;

const KRAMDOWN: Table = {
  ...KRAMDOWN_KEYS,
  ...Object.fromEntries(
    KRAMDOWN_OPTIONS.map(({ name, kind, default: value, doc }) => {
      const collection = value instanceof Map ? 'object' : 'array';
      return [name, { type: 'value', json: kind === 'object' ? [collection, 'string'] : KRAMDOWN_TYPES[kind], doc }];
    }),
  ),
};

/** The keys inside a section that are known. */
const keysOf = (name: string, { keys }: Option): Table | undefined => (name === 'kramdown' ? KRAMDOWN : keys);

const TYPE_NAMES: Readonly<Record<OptionType, string>> = {
  text: 'string',
  flag: 'boolean',
  list: 'list of strings',
  section: 'mapping',
  value: '',
};

const JSON_NAMES: Readonly<Record<string, string>> = { array: 'list', object: 'mapping' };

const typeName = ({ type, json }: Option): string =>
  json === undefined ? TYPE_NAMES[type] : json.map((name) => JSON_NAMES[name] ?? name).join(' or ');

const shown = (value: Plain | undefined): string => (value === undefined ? '' : `\`${JSON.stringify(value)}\``);

/** One value where all versions agree; otherwise one for each that has the option. */
function shownDefault(option: Option): string {
  const values = stacks.map((stack) => ({ name: stack.name, text: shown(defaultOf(option, stack.config)) }));
  if (values.every(({ text }) => text === values[0]!.text)) return values[0]!.text;
  return values
    .filter(({ text }) => text !== '')
    .map(({ name, text }) => `${name}: ${text}`)
    .join('; ');
}

const table = (header: readonly string[], rows: readonly (readonly string[])[]): string =>
  [header, header.map(() => '---'), ...rows].map((cells) => `| ${cells.join(' | ')} |\n`).join('');

const described = ({ doc, plugin }: Option): string => (plugin === undefined ? doc : `${doc} Plugin: ${plugin}.`);

const optionTable = (options: Table): string =>
  table(
    ['key', 'type', 'what it does'],
    Object.entries(options).map(([name, option]) => [`\`${name}\``, typeName(option), option.doc]),
  );

const section = (title: string, options: Table | undefined): string =>
  options === undefined ? '' : `\n## ${title}\n\n${optionTable(options)}`;

/** The tables of the keys inside other keys. */
function sections(): string {
  return Object.entries<Option>(OPTIONS)
    .flatMap(([name, option]) => [
      section(`Keys of \`${name}\``, keysOf(name, option)),
      section(`Keys of each entry of \`${name}\``, option.entries),
    ])
    .join('');
}

/** The tables of what plugins read. */
const pluginTables = (sections: readonly PluginSection[]): string =>
  sections
    .map((section) => `\n### \`${section.section}\` (${section.plugin})\n\n${section.doc}\n${fieldTable(section)}`)
    .join('');

function fieldTable({ fields }: PluginSection): string {
  if (fields === undefined) return '';
  const rows = Object.entries(fields).map(([name, field]) => [
    `\`${name}\``,
    fieldType(field),
    shown(field.default),
    field.doc,
  ]);
  return `\n${table(['key', 'type', 'default', 'what it does'], rows)}`;
}

const fieldType = ({ type }: OptionField): string => (type === 'any' ? '' : type);

const oldName = (name: string | null): string => (name === null ? '' : `\`${name}\``);

export function configurationPage(plugins: readonly PluginSection[]): string {
  const rows = Object.entries<Option>(OPTIONS).map(([name, option]) => [
    `\`${name}\``,
    typeName(option),
    shownDefault(option),
    described(option),
  ]);
  return (
    '# The keys of _config.yml\n\n' +
    'Generated from [options.ts](../src/config/options.ts) and the plugins by `npm run configuration -- --write`. ' +
    'Templates see these ' +
    'keys, and all others, as `site.KEY`. GitHub Pages adds and forces some values of its own, as its documentation ' +
    'says. Editors that read JSON schemas can check and complete the file with ' +
    '[configuration.schema.json](configuration.schema.json).\n\n' +
    table(['key', 'type', 'default', 'what it does'], rows) +
    sections() +
    '\n## Keys of plugins\n' +
    pluginTables(plugins) +
    '\n## Keys of older versions\n\n' +
    'Jekyll 3.10 warns of these keys, and reads those that have a new name. Jekyll 4 ignores them. ' +
    '`relative_permalinks: true` stops both.\n\n' +
    table(
      ['key', 'new name'],
      Object.entries(OLD_OPTIONS).map(([name, now]) => [`\`${name}\``, oldName(now)]),
    )
  );
}

const JSON_TYPES: Readonly<Record<OptionType, object>> = {
  text: { type: ['string', 'number', 'null'] },
  flag: { type: ['boolean', 'null'] },
  list: { anyOf: [{ type: 'array', items: { type: 'string' } }, { type: ['string', 'null'] }] },
  section: { type: ['object', 'array', 'null'] },
  value: {},
};

/** The default, unless the versions disagree. */
function sameDefault(option: Option): object {
  const value = defaultOf(option, stacks[0]!.config);
  const isSame = stacks.every((stack) => shown(defaultOf(option, stack.config)) === shown(value));
  return isSame && value !== undefined ? { default: value } : {};
}

const schemaOf = (name: string, option: Option): object => ({
  description: described(option),
  ...(option.json === undefined ? JSON_TYPES[option.type] : { type: option.json }),
  ...propertiesIn(keysOf(name, option)),
  ...(option.entries === undefined
    ? {}
    : { additionalProperties: { type: ['object', 'boolean', 'null'], properties: properties(option.entries) } }),
  ...sameDefault(option),
});

const propertiesIn = (keys: Table | undefined): object => (keys === undefined ? {} : { properties: properties(keys) });

const properties = (options: Table): object =>
  Object.fromEntries(Object.entries(options).map(([name, option]) => [name, schemaOf(name, option)]));

const FIELD_TYPES: Readonly<Record<OptionField['type'], object>> = {
  string: { type: ['string', 'null'] },
  number: { type: ['number', 'null'] },
  boolean: { type: ['boolean', 'null'] },
  list: { type: ['array', 'null'] },
  mapping: { type: ['object', 'null'] },
  any: {},
};

const pluginSchema = ({ doc, plugin, json = ['object'], fields = {} }: PluginSection): object => ({
  description: `${doc} Plugin: ${plugin}.`,
  type: [...json, 'boolean', 'null'],
  properties: Object.fromEntries(
    Object.entries(fields).map(([name, { type, doc: description, default: value }]) => [
      name,
      { description, ...FIELD_TYPES[type], ...(value === undefined ? {} : { default: value }) },
    ]),
  ),
});

export function configurationSchema(plugins: readonly PluginSection[]): string {
  const schema = {
    $schema: 'http://json-schema.org/draft-07/schema#',
    title: '_config.yml',
    type: 'object',
    properties: {
      ...properties(OPTIONS),
      ...Object.fromEntries(plugins.map((section) => [section.section, pluginSchema(section)])),
    },
    additionalProperties: true,
  };
  return `${JSON.stringify(schema, null, 2)}\n`;
}
