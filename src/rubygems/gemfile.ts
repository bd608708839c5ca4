// Parses a Gemfile without running it: the plain statements that nearly all Gemfiles consist of (Bundler's DSL: source,
// gem, group, path, git, gemspec). Anything that Ruby would have to evaluate is skipped.

/** A string or symbol, a list, true or false; null if Ruby would have to evaluate it. */
type Argument = string | boolean | null | readonly Argument[];

export interface GemfileGem {
  readonly name: string;
  /** The line in the Gemfile, from 1. */
  readonly line: number;
  /** Such as '~> 2.5'. */
  readonly requirements: readonly string[];
  readonly groups: readonly string[];
  /** The gem's own source, from an option or the enclosing block. */
  readonly source: string | null;
  /** The gem's folder, relative to the Gemfile's. */
  readonly path: string | null;
  readonly git: { readonly url: string; readonly ref: string } | null;
}

export interface Gemfile {
  /** URLs, in order. */
  readonly sources: readonly string[];
  readonly gems: readonly GemfileGem[];
  /** Folders whose gemspec the Gemfile loads (`gemspec`), relative to its own. */
  readonly gemspecs: readonly string[];
}

/** The meaning of `source :rubygems`, and of a Gemfile without a source. */
export const PUBLIC_SOURCE = 'https://rubygems.org';

const SYMBOLIC_SOURCES: ReadonlySet<string> = new Set(['rubygems', 'gemcutter', 'rubyforge']);

export function parseGemfile(text: string): Gemfile {
  const sources: string[] = [];
  const gems: GemfileGem[] = [];
  const gemspecs: string[] = [];
  const blocks: Block[] = [];
  for (const { code: line, at } of statements(text)) {
    if (/^end\b/.test(line)) {
      blocks.pop();
      continue;
    }
    const opens = /\bdo\s*(?:\|[^|]*\|)?$/.test(line);
    const [, word = '', rest = ''] = /^([a-z_]+)\s*\(?(.*)$/s.exec(line) ?? [];
    const { values, options, isConditional } = parseArguments(rest);
    const [first] = values;
    if (opens) blocks.push({ word, values, options });
    else if (OPENS_WITHOUT_DO.test(line)) blocks.push({ word, values: [], options: new Map() });
    if (word === 'source' && !opens && typeof first === 'string') sources.push(sourceOf(first));
    else if (word === 'gem' && typeof first === 'string' && !isConditional)
      gems.push({ ...gemOf(first, values.slice(1), options, blocks), line: at });
    else if (word === 'gemspec') gemspecs.push(textOf(options, 'path') ?? '.');
  }
  return { sources, gems, gemspecs };
}

interface Block {
  readonly word: string;
  readonly values: readonly Argument[];
  readonly options: ReadonlyMap<string, Argument>;
}

const OPENS_WITHOUT_DO = /^(?:if|unless|case|while|until|begin|def|class|module)\b(?!.*\bend$)/;

function gemOf(
  name: string,
  values: readonly Argument[],
  options: ReadonlyMap<string, Argument>,
  blocks: readonly Block[],
): Omit<GemfileGem, 'line'> {
  const around = (word: string): Block | undefined => blocks.findLast((block) => block.word === word);
  const requirements = values.flat().filter((value): value is string => typeof value === 'string');
  const groups = [
    ...blocks.filter(({ word }) => word === 'group').flatMap((block) => block.values),
    options.get('group') ?? options.get('groups') ?? null,
  ].flat();
  const source = textOf(options, 'source') ?? around('source')?.values[0];
  const path = textOf(options, 'path') ?? around('path')?.values[0];
  return {
    name,
    requirements,
    groups: groups.filter((group): group is string => typeof group === 'string'),
    source: typeof source === 'string' ? sourceOf(source) : null,
    path: typeof path === 'string' ? path : null,
    git: gitOf(options) ?? gitOf(around('git')?.options, around('git')?.values[0]) ?? null,
  };
}

function gitOf(options?: ReadonlyMap<string, Argument>, first?: Argument): GemfileGem['git'] {
  if (options === undefined) return null;
  const short = textOf(options, 'github');
  const named = short === null ? null : `https://github.com/${short.includes('/') ? short : `${short}/${short}`}`;
  const url = textOf(options, 'git') ?? named ?? (typeof first === 'string' ? first : null);
  if (url === null) return null;
  return { url, ref: textOf(options, 'ref') ?? textOf(options, 'tag') ?? textOf(options, 'branch') ?? 'HEAD' };
}

const textOf = (options: ReadonlyMap<string, Argument>, key: string): string | null => {
  const value = options.get(key);
  return typeof value === 'string' ? value : null;
};

const sourceOf = (written: string): string => (SYMBOLIC_SOURCES.has(written) ? PUBLIC_SOURCE : written);

interface Statement {
  readonly code: string;
  /** The line where it starts, from 1. */
  readonly at: number;
}

/**
 * One string per statement, without comments. A statement continues after a comma or backslash, and inside brackets.
 */
function statements(text: string): Statement[] {
  const found: Statement[] = [];
  let open = '';
  let at = 1;
  let depth = 0;
  const add = (): void => {
    for (const code of open.split(/\s*;\s*/)) if (code !== '') found.push({ code, at });
  };
  for (const [i, line] of text.split(/\r?\n/).entries()) {
    const { code, brackets } = scan(line);
    if (open === '') at = i + 1;
    open = open === '' ? code : `${open} ${code}`;
    depth = Math.max(0, depth + brackets);
    if (open === '') continue;
    if (depth > 0 || /[,\\]$/.test(open)) open = open.replace(/\\$/, '');
    else {
      add();
      open = '';
    }
  }
  add();
  return found;
}

/** A line without its comment, and the number of brackets it leaves open; quoted strings are skipped. */
function scan(line: string): { code: string; brackets: number } {
  let quote = '';
  let brackets = 0;
  let end = 0;
  for (; end < line.length; end++) {
    const c = line[end]!;
    if (quote !== '') {
      if (c === '\\') end++;
      else if (c === quote) quote = '';
    } else if (c === '"' || c === "'") quote = c;
    else if (c === '#') break;
    else if ('([{'.includes(c)) brackets++;
    else if (')]}'.includes(c)) brackets--;
  }
  return { code: line.slice(0, end).trim(), brackets };
}

const TOKEN =
  /\s*(?:"((?:[^"\\]|\\.)*)"|'((?:[^'\\]|\\.)*)'|%w[[({]([^\])}]*)[\])}]|(:)?([a-z_]\w*)(:(?!:))?|:"([^"]*)"|(=>)|(.))/gisy;

interface Arguments {
  readonly values: readonly Argument[];
  readonly options: ReadonlyMap<string, Argument>;
  /** `… if CONDITION`, which only Ruby can evaluate. */
  readonly isConditional: boolean;
}

/** The arguments after a method's name: values, then `key: value` or `:key => value`; up to `do`, `if` or the end. */
function parseArguments(text: string): Arguments {
  const values: Argument[] = [];
  const options = new Map<string, Argument>();
  const lists: (Argument[] | null)[] = [];
  let isIndexed = false;
  let key: string | null = null;
  let last: Argument = null;
  let isConditional = false;
  const add = (value: Argument): void => {
    last = value;
    if (lists.length > 0) lists.at(-1)?.push(value);
    else if (key !== null) {
      options.set(key, value);
      key = null;
    } else values.push(value);
  };
  for (const [, double, single, words, symbol, word, colon, quoted, arrow, other] of text.matchAll(TOKEN)) {
    const wasWord = isIndexed;
    isIndexed = word !== undefined && symbol === undefined && colon === undefined;
    if (word !== undefined && colon !== undefined) key = word;
    else if (arrow !== undefined) {
      if (typeof last === 'string') {
        values.pop();
        key = last;
      }
    } else if (symbol === undefined && (word === 'do' || word === 'if' || word === 'unless')) {
      isConditional = word !== 'do';
      break;
    } else if (double !== undefined) add(double.includes('#{') ? null : double.replace(/\\(.)/g, '$1'));
    else if (single !== undefined) add(single.replace(/\\(['\\])/g, '$1'));
    else if (words !== undefined) add(words.split(/\s+/).filter((item) => item !== ''));
    else if (word !== undefined) add(word === 'true' ? true : word === 'false' ? false : symbol ? word : null);
    else if (quoted !== undefined) add(quoted);
    else if (other === '[') lists.push(wasWord ? null : []);
    else if (other === ']' && lists.length > 0) add(lists.pop()!);
  }
  return { values, options, isConditional };
}
