// Reads a plugin's options with their types.

import type { Configuration } from '../config/configuration.ts';
import { BuildError } from '../diagnostics/diagnostic.ts';
import { inspect } from '../ruby/inspect.ts';
import { type Plain, toPlain } from '../ruby/plain.ts';
import { isHash, RubyFloat, type RubyHash, type Value } from '../ruby/values.ts';
import type { OptionField, OptionSection, OptionType } from './options.ts';

const IS: Readonly<Record<OptionType, (value: Value) => boolean>> = {
  string: (value) => typeof value === 'string',
  number: (value) => typeof value === 'number' || value instanceof RubyFloat,
  boolean: (value) => typeof value === 'boolean',
  list: Array.isArray,
  mapping: isHash,
  any: () => true,
};

/** @throws BuildError if the site gives one of another type */
export function readOptions({ section, fields = {} }: OptionSection, config: Configuration): Record<string, Plain> {
  const own = config.hash.get(section) ?? null;
  if (own !== null && !isHash(own)) throw wrongType(section, own, 'mapping', config, [section]);
  const values: RubyHash = own ?? new Map();
  return Object.fromEntries(
    Object.entries(fields).map(([name, field]) => [
      name,
      readField(section, name, field, values.get(name) ?? null, config),
    ]),
  );
}

function readField(section: string, name: string, field: OptionField, value: Value, config: Configuration): Plain {
  if (value === null) return field.default ?? null;
  if (!IS[field.type](value)) throw wrongType(`${section}: ${name}`, value, field.type, config, [section, name]);
  return toPlain(value);
}

function wrongType(
  name: string,
  value: Value,
  type: OptionType,
  { locate }: Configuration,
  path: readonly [string, ...string[]],
): BuildError {
  return new BuildError({
    code: 'plugin-option',
    message: `${name} should be a ${type}, but is ${inspect(value)}`,
    ...locate(...path),
    hint: 'docs/configuration.md lists the options of all plugins.',
  });
}
