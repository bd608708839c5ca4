// Where front matter begins and ends, and reading it.

import matter from 'gray-matter';
import { BuildError, type Source, type Span } from '../diagnostics/diagnostic.ts';
import type { Value } from '../ruby/values.ts';
import { keySpan, loadYaml } from '../yaml/load.ts';

/** The first line is `---`: what makes a file a page (Jekyll::Utils.has_yaml_header?). Bytes: nothing is decoded for it. */
export function hasFrontMatter(head: Uint8Array): boolean {
  if (head[0] !== 0x2d || head[1] !== 0x2d || head[2] !== 0x2d) return false;
  let i = 3;
  while (i < head.length && head[i] !== 0x0a && isSpace(head[i]!)) i++;
  return head[i] === 0x0a;
}

const isSpace = (byte: number): boolean => byte === 0x20 || (byte >= 0x09 && byte <= 0x0d);

export interface Parts {
  /** The front matter with its opening `---` line, or null where there is none. */
  readonly yaml: string | null;
  /** Where the content begins in the text. */
  readonly contentStart: number;
}

const OPENING = /^---[ \t\n\v\f\r]*\n/;
const CLOSING = /(?<=\n)(?:---|\.\.\.)(?:[ \t\n\v\f\r]*(?![\s\S])|[ \t\n\v\f\r]*(?=\n))\n?/;

/**
 * Splits a text as Jekyll::Document::YAML_FRONT_MATTER_REGEXP (3.10.0, 4.4.1) does: from a line `---` to the next line
 * that begins with `---` or `...` and holds only white space after it; blank lines after that one belong to it.
 */
export function splitFrontMatter(text: string): Parts {
  if (!OPENING.test(text)) return { yaml: null, contentStart: 0 };
  const start = text.indexOf('\n') + 1;
  // One character before, for the look-behind.
  const close = CLOSING.exec(text.slice(start - 1));
  if (close === null) return { yaml: null, contentStart: 0 };
  const at = start - 1 + close.index;
  return { yaml: text.slice(0, at), contentStart: at + close[0].length };
}

// gray-matter ends front matter at the first line that begins with '---', Jekyll doesn't: the end is found above and
// marked by a character that YAML can't hold. Its engines stay off (`---js` would be evaluated); ours is the only one.
const END = '\0';

/**
 * The value of a front matter; false where it is empty.
 * @param yaml its text, from the start of the source, with the opening line
 * @throws BuildError with the place in the whole file
 */
export function loadFrontMatter(source: Source, yaml: string): Value | false {
  let value: Value | false = false;
  const engine = {
    parse: () => {
      value = loadYaml(source, { text: yaml, offset: 0 });
      return {};
    },
  };
  // It looks for comments with a pattern that is quadratic in blank lines, so it gets the text without any.
  const joined = yaml.replace(/\s+/g, ' ');
  try {
    matter(`---\n${joined}\n${END}`, { delimiters: ['---', END], language: 'yaml', engines: { yaml: engine } });
  } catch (error) {
    const hint = firstLineHint(yaml);
    if (!(error instanceof BuildError) || hint === undefined) throw error;
    throw new BuildError({ ...error.diagnostic, hint }, error);
  }
  return value;
}

/** What to do if the first line is no key: the space after its colon is missing, or the opening line was probably meant as a rule. */
export function firstLineHint(yaml: string): string | undefined {
  const first = yaml.split('\n').find((line, i) => i > 0 && /^\s*[^\s#]/.test(line));
  const key = first === undefined ? null : /^([a-z][\w-]*):(?!\/\/)(\S.*)$/.exec(first.trim());
  if (key !== null) return `Put a space after the colon: \`${key[1]}: ${key[2]}\`.`;
  if (first === undefined || /^\s*(?:[\w-]+|"[^"]*"|'[^']*')\s*:(?:\s|$)/.test(first)) return undefined;
  return 'The line `---` at the start of a file begins front matter. If it is meant as a rule, write `***`, or put a blank line before it.';
}

/** Where a front matter key stands in a file; undefined where it isn't there. */
export function frontMatterSpan(source: Source | null, key: string): Span | undefined {
  if (source === null) return undefined;
  const { yaml } = splitFrontMatter(source.text);
  if (yaml === null) return undefined;
  try {
    return keySpan(source, [key], { text: yaml, offset: 0 }) ?? undefined;
  } catch (error) {
    // Broken front matter has been told of already.
    if (error instanceof BuildError) return undefined;
    throw error;
  }
}
