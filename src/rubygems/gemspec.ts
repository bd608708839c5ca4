// A gem's specification: as RubyGems installs it, as our cache stores it, and as its author wrote it.

import { BuildError } from '../diagnostics/diagnostic.ts';

export interface Gemspec {
  readonly authors: readonly string[];
  /** The description, otherwise the summary; null if neither is set. */
  readonly description: string | null;
  readonly metadata: ReadonlyMap<string, string>;
  /** Runtime dependencies in the form of Gem::Dependency#to_s: 'jekyll (>= 3.5, < 5.0)'. */
  readonly dependencies: readonly string[];
}

const STRING = /"((?:[^"\\]|\\.)*)"/g;
const DEPENDENCY = /^\s*s\.add_(?:runtime_)?dependency\(%q<([^>\n]+)>(?:\.freeze)?, \[([^\n]*)\]\)/gm;

/**
 * Reads the specification that RubyGems writes next to an installed gem, whose lines have a fixed form
 * (Gem::Specification#to_ruby of RubyGems 3; older ones write each dependency twice). Missing attributes are empty.
 */
export function parseGemspec(text: string): Gemspec {
  const dependencies = new Map<string, string>();
  for (const [, name, versions] of text.matchAll(DEPENDENCY)) {
    if (!dependencies.has(name!)) dependencies.set(name!, `${name} (${strings(versions!).join(', ')})`);
  }
  const metadata = new Map<string, string>();
  const pairs = strings(line(text, 'metadata') ?? '');
  for (let i = 0; i + 1 < pairs.length; i += 2) metadata.set(pairs[i]!, pairs[i + 1]!);
  return {
    authors: strings(line(text, 'authors') ?? ''),
    description: strings(line(text, 'description') ?? line(text, 'summary') ?? '')[0] ?? null,
    metadata,
    dependencies: [...dependencies.values()],
  };
}

/** A specification as stored in the cache, next to its gem. */
export const gemspecJson = (spec: Gemspec): string => JSON.stringify({ ...spec, metadata: [...spec.metadata] });

/** @throws BuildError ('gem-metadata') if `gemspecJson` didn't write it */
export function readGemspecJson(text: string): Gemspec {
  try {
    const { authors, description, metadata, dependencies } = JSON.parse(text);
    return { authors: [...authors], description, metadata: new Map(metadata), dependencies: [...dependencies] };
  } catch (error) {
    throw new BuildError(
      {
        code: 'gem-metadata',
        message: 'the specification of a gem in the cache is damaged',
        hint: 'Delete the cache folder and build again.',
      },
      error,
    );
  }
}

const WRITTEN_DEPENDENCY = /^[ \t]*[a-z]+\.add_(?:runtime_)?dependency[ \t]*\(?\s*["']([a-z_-]+)["']/gm;

/**
 * Reads a specification in its author's own Ruby: only the names of its dependencies, like jekyll-remote-theme 0.4.3,
 * which doesn't run it either.
 */
export function parseWrittenGemspec(text: string): Gemspec {
  const names = [...text.matchAll(WRITTEN_DEPENDENCY)].map((match) => match[1]!);
  return { authors: [], description: null, metadata: new Map(), dependencies: names };
}

/** The value of an attribute; null if it isn't set. */
const line = (text: string, attribute: string): string | null =>
  new RegExp(`^\\s*s\\.${attribute} = (.*)$`, 'm').exec(text)?.[1] ?? null;

const strings = (code: string): string[] => [...code.matchAll(STRING)].map((match) => undump(match[1]!));

const ESCAPES: Readonly<Record<string, string>> = {
  n: '\n',
  t: '\t',
  r: '\r',
  e: '\u001b',
  a: '\u0007',
  b: '\b',
  f: '\f',
  v: '\v',
};

/** String#undump. */
const undump = (text: string): string =>
  text.replace(/\\(?:u\{([0-9A-F]+)\}|u([0-9A-F]{4})|x([0-9A-F]{2})|([\s\S]))/gi, (_, wide, four, two, one: string) =>
    one === undefined ? String.fromCodePoint(Number.parseInt(wide ?? four ?? two, 16)) : (ESCAPES[one] ?? one),
  );
