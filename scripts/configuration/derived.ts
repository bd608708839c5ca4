// What is derived from the table of options: a page for authors, and a JSON schema for their editors.

import { defaultOf, OPTIONS, type Option, type OptionType, type Plain } from '../../src/config/options.ts';
import { STACKS } from '../../src/config/stacks.ts';

const options = Object.entries<Option>(OPTIONS);
const stacks = Object.values(STACKS);

const TYPE_NAMES: Readonly<Record<OptionType, string>> = {
  text: 'string',
  flag: 'boolean',
  list: 'list of strings',
  section: 'mapping',
  value: '',
};

const typeName = ({ type, json }: Option): string => (json === undefined ? TYPE_NAMES[type] : json.join(' or '));

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

export function configurationPage(): string {
  const rows = options.map(([name, option]) => {
    const doc = option.plugin === undefined ? option.doc : `${option.doc} Plugin: ${option.plugin}.`;
    return `| \`${name}\` | ${typeName(option)} | ${shownDefault(option)} | ${doc} |\n`;
  });
  return (
    '# The keys of _config.yml\n\n' +
    'Generated from [options.ts](../src/config/options.ts) by `npm run configuration -- --write`. Templates see these keys, ' +
    "and all others, as `site.KEY`. GitHub Pages adds and forces values of its own: see Jekyll's and its documentation. " +
    'Editors that read JSON schemas check and complete the file by [configuration.schema.json](configuration.schema.json).\n\n' +
    `| key | type | default | what it does |\n| --- | --- | --- | --- |\n${rows.join('')}`
  );
}

const JSON_TYPES: Readonly<Record<OptionType, object>> = {
  text: { type: ['string', 'number', 'null'] },
  flag: { type: ['boolean', 'null'] },
  list: { anyOf: [{ type: 'array', items: { type: 'string' } }, { type: ['string', 'null'] }] },
  section: { type: ['object', 'array', 'null'] },
  value: {},
};

export function configurationSchema(): string {
  const properties = options.map(([name, option]) => {
    const type = option.json === undefined ? JSON_TYPES[option.type] : { type: option.json };
    const value = defaultOf(option, stacks[0]!.config);
    const same = stacks.every((stack) => shown(defaultOf(option, stack.config)) === shown(value));
    return [name, { description: option.doc, ...type, ...(same && value !== undefined ? { default: value } : {}) }];
  });
  const schema = {
    $schema: 'http://json-schema.org/draft-07/schema#',
    title: '_config.yml',
    type: 'object',
    properties: Object.fromEntries(properties),
    additionalProperties: true,
  };
  return `${JSON.stringify(schema, null, 2)}\n`;
}
