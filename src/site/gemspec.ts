// What an installed gem says of itself: the specification that RubyGems writes beside its folder, whose lines have one
// form (Gem::Specification#to_ruby of RubyGems 3; older ones write each dependency twice).

export interface Gemspec {
  readonly authors: readonly string[];
  /** The description, else the summary; null without either. */
  readonly description: string | null;
  readonly metadata: ReadonlyMap<string, string>;
  /** Those at run time, as Gem::Dependency prints them: 'jekyll (>= 3.5, < 5.0)'. */
  readonly dependencies: readonly string[];
}

const STRING = /"((?:[^"\\]|\\.)*)"/g;
const DEPENDENCY = /^\s*s\.add_(?:runtime_)?dependency\(%q<([^>\n]+)>(?:\.freeze)?, \[([^\n]*)\]\)/gm;

/** Reads a specification's text; what it doesn't hold is empty. */
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

/** What an attribute is set to; null where it isn't. */
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
