// The specification in a gem, which RubyGems writes as YAML. It isn't input to Jekyll, so js-yaml reads it: once, when
// the gem is downloaded. Only loaded for a download.

import {
  defineMappingTag,
  defineScalarTag,
  defineSequenceTag,
  FAILSAFE_SCHEMA,
  load,
  nullCoreTag,
  YAMLException,
} from 'js-yaml';
import { BuildError } from '../diagnostics/diagnostic.ts';
import type { Gemspec } from './gemspec.ts';

type Fields = Readonly<Record<string, unknown>>;

/** Reads everything as a string, array or mapping: the tags name Ruby classes (`!ruby/object:Gem::Version`). */
const SCHEMA = FAILSAFE_SCHEMA.withTags(
  nullCoreTag,
  defineScalarTag('!', { matchByTagPrefix: true, resolve: (text) => text, identify: () => false }),
  defineSequenceTag<unknown[]>('!', {
    matchByTagPrefix: true,
    create: () => [],
    addItem: (list, item) => {
      list.push(item);
    },
    identify: () => false,
  }),
  defineMappingTag<Map<unknown, unknown>, Fields>('!', {
    matchByTagPrefix: true,
    create: () => new Map(),
    addPair: (pairs, key, value) => {
      pairs.set(key, value);
      return '';
    },
    has: (pairs, key) => pairs.has(key),
    keys: (fields) => Object.keys(fields),
    get: (fields, key) => fields[String(key)],
    finalize: (pairs) => Object.fromEntries(pairs),
    identify: () => false,
  }),
);

/**
 * Reads the metadata of a gem (Gem::Specification#to_yaml).
 * @throws BuildError ('gem-metadata') if it isn't YAML, or isn't a mapping
 */
export function parseMetadata(text: string): Gemspec {
  const spec = fields(parsed(text));
  if (spec === null) throw fault('it is not a mapping');
  const metadata = Object.entries(fields(spec.metadata) ?? {});
  const dependencies = list(spec.dependencies).map(fields);
  return {
    authors: list(spec.authors).map(string),
    description: optional(spec.description) ?? optional(spec.summary),
    metadata: new Map(metadata.map(([key, value]) => [key, string(value)])),
    dependencies: dependencies.flatMap((one) => (one !== null && one.type === ':runtime' ? [dependency(one)] : [])),
  };
}

/** In the form of Gem::Dependency#to_s: 'jekyll (>= 3.5, < 5.0)'. */
function dependency(one: Fields): string {
  const requirement = fields(one.requirement) ?? fields(one.version_requirements);
  const asked = list(requirement?.requirements).map((pair) => {
    const [operator, version] = list(pair);
    return `${string(operator)} ${string(fields(version)?.version)}`;
  });
  return `${string(one.name)} (${asked.join(', ')})`;
}

function parsed(text: string): unknown {
  try {
    return load(text, { schema: SCHEMA });
  } catch (error) {
    if (!(error instanceof YAMLException)) throw error;
    throw fault(error.reason ?? error.message, error);
  }
}

const fault = (why: string, cause?: unknown): BuildError =>
  new BuildError({ code: 'gem-metadata', message: `the metadata of a gem can't be read: ${why}` }, cause);

const fields = (value: unknown): Fields | null =>
  typeof value === 'object' && value !== null && !Array.isArray(value) ? (value as Fields) : null;

const list = (value: unknown): readonly unknown[] => (Array.isArray(value) ? value : []);

const string = (value: unknown): string => (typeof value === 'string' ? value : '');

const optional = (value: unknown): string | null => (typeof value === 'string' ? value : null);
