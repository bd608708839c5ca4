// Locates and parses front matter.

import matter from 'gray-matter';
import { BuildError, type Source, type Span } from '../diagnostics/diagnostic.ts';
import type { Value } from '../ruby/values.ts';
import { keySpan, loadYaml } from '../yaml/load.ts';

/**
 * Whether the first line is `---`, which makes a file a page (Jekyll::Utils.has_yaml_header?). Works on bytes to avoid
 * decoding.
 */
export function hasFrontMatter(head: Uint8Array): boolean {
  if (head[0] !== 0x2d || head[1] !== 0x2d || head[2] !== 0x2d) return false;
  let i = 3;
  while (i < head.length && head[i] !== 0x0a && isSpace(head[i]!)) i++;
  return head[i] === 0x0a;
}

const isSpace = (byte: number): boolean => byte === 0x20 || (byte >= 0x09 && byte <= 0x0d);

export interface Parts {
  /** The front matter including its opening `---` line; null if there is none. */
  readonly yaml: string | null;
  /** The offset where the content begins. */
  readonly contentStart: number;
}

const OPENING = /^---[ \t\n\v\f\r]*\n/;
const CLOSING = /(?<=\n)(?:---|\.\.\.)(?:[ \t\n\v\f\r]*(?![\s\S])|[ \t\n\v\f\r]*(?=\n))\n?/;

/**
 * Splits a file like Jekyll::Document::YAML_FRONT_MATTER_REGEXP (3.10.0, 4.4.1): from a line `---` to the next line
 * that begins with `---` or `...` followed only by whitespace; blank lines after it belong to it.
 */
export function splitFrontMatter(text: string): Parts {
  if (!OPENING.test(text)) return { yaml: null, contentStart: 0 };
  const start = text.indexOf('\n') + 1;
  // Starts one character earlier, for the lookbehind.
  const close = CLOSING.exec(text.slice(start - 1));
  if (close === null) return { yaml: null, contentStart: 0 };
  const at = start - 1 + close.index;
  return { yaml: text.slice(0, at), contentStart: at + close[0].length };
}

// gray-matter ends front matter at the first line that begins with '---', unlike Jekyll: so the end is found above and
// marked by a character that YAML can't contain. gray-matter's own engines stay off (`---js` would be evaluated).
const END = '\0';

/**
 * The value of front matter; false if it is empty.
 * @param yaml from the start of the source, including the opening line
 * @throws BuildError with a position in the whole file
 */
export function loadFrontMatter(source: Source, yaml: string): Value | false {
  let value: Value | false = false;
  const engine = {
    parse: () => {
      value = loadYaml(source, { text: yaml, offset: 0 });
      return {};
    },
  };
  // gray-matter's pattern for comments is quadratic in blank lines, so it gets the text without any.
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

/**
 * A hint if the first line isn't a key: the space after its colon is missing, or the opening line was meant as a
 * horizontal rule.
 */
export function firstLineHint(yaml: string): string | undefined {
  const first = yaml.split('\n').find((line, i) => i > 0 && /^\s*[^\s#]/.test(line));
  const key = first === undefined ? null : /^([a-z][\w-]*):(?!\/\/)(\S.*)$/.exec(first.trim());
  if (key !== null) return `Put a space after the colon: \`${key[1]}: ${key[2]}\`.`;
  if (first === undefined || /^\s*(?:[\w-]+|"[^"]*"|'[^']*')\s*:(?:\s|$)/.test(first)) return undefined;
  return 'The line `---` at the start of a file begins front matter. If it is meant as a rule, write `***`, or put a blank line before it.';
}

/** The position of a front matter key in a file; undefined if it is missing. */
export function frontMatterSpan(source: Source | null, key: string): Span | undefined {
  if (source === null) return undefined;
  const { yaml } = splitFrontMatter(source.text);
  if (yaml === null) return undefined;
  try {
    return keySpan(source, [key], { text: yaml, offset: 0 }) ?? undefined;
  } catch (error) {
    // Broken front matter was already reported.
    if (error instanceof BuildError) return undefined;
    throw error;
  }
}
