// kramdown's own cases, and those of its GFM parser: folders of NAME.text with NAME.options (or `options` for the folder)
// and NAME.html, fetched by the caller. What counts is what the installed gem prints; NAME.html is of its newest version.
// As cases in HTML kramdown takes NAME.html itself, or NAME.htmlinput.

import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { createHighlighter } from '../../src/build/highlight.ts';
import { kramdownHighlighter } from '../../src/converters/rouge.ts';

import { convert, KramdownError, readOptions } from '../../src/kramdown/index.ts';
import type { Reference } from './reference.ts';

interface OwnCase {
  readonly name: string;
  readonly text: string;
  readonly yaml: string;
  readonly input?: string;
  /** What the gem's newest version prints. */
  readonly html: string | null;
}

interface OwnAnswer {
  readonly html?: string;
  readonly error?: string;
  readonly options?: Readonly<Record<string, unknown>>;
}

/** The options of kramdown's own tests for a case without options. */
const DEFAULT_OPTIONS = 'auto_ids: false\nfootnote_nr: 1\n';

/**
 * Renders the cases of a folder and says which differ, and which need an engine that is not kramdown's own.
 * @param input the input of all of them, where their options don't name it: GFM for the cases of its parser
 * @returns whether all others are the same
 */
export async function runCases(
  folder: string,
  input: string | undefined,
  version: '2.4.0' | '2.5.2',
  reference: Reference<unknown, unknown>,
): Promise<boolean> {
  const highlighter = createHighlighter(version === '2.4.0' ? '3.30.0' : '4.7.0');
  const cases = casesBelow(folder, input);
  const others: string[] = [];
  const fails: string[] = [];
  let same = 0;
  let asPublished = 0;
  let different = 0;
  for (const one of cases) {
    const { name, html, ...request } = one;
    const gem = (await reference.ask(request)) as OwnAnswer;
    const engine = otherEngine(gem);
    if (engine !== null) {
      others.push(`  ${name}: ${engine}`);
      continue;
    }
    const mine = render(one, gem.options ?? {}, version, kramdownHighlighter(highlighter));
    if (gem.html === undefined) fails.push(`  ${name}: ${gem.error}`);
    else if (mine === gem.html) {
      same++;
      if (gem.html === html) asPublished++;
    } else {
      different++;
      console.log(`\n# ${name}\nours ${JSON.stringify(mine)}\ngem  ${JSON.stringify(gem.html ?? gem.error)}`);
    }
  }
  console.log(
    `\n${cases.length} cases (${version}): ${same} as the gem prints them (of these ${asPublished} as their .html says), ` +
      `${different} different, ${others.length} that need another engine:`,
  );
  for (const line of others) console.log(line);
  if (fails.length > 0) console.log(`On ${fails.length} this version of the gem fails:`);
  for (const line of fails) console.log(line);
  return different === 0;
}

function render(
  { text }: OwnCase,
  options: Readonly<Record<string, unknown>>,
  version: '2.4.0' | '2.5.2',
  highlighter: ReturnType<typeof kramdownHighlighter>,
): string {
  try {
    return convert(text, { ...readOptions(options), version, highlighter }).html;
  } catch (error) {
    if (error instanceof KramdownError) return `KramdownError: ${error.message}`;
    throw error;
  }
}

/** What a case needs besides kramdown, according to its options; null for nothing. */
function otherEngine({ options = {}, error }: OwnAnswer): string | null {
  const { syntax_highlighter: highlighter, math_engine: math, syntax_highlighter_opts: opts } = options;
  if (highlighter !== undefined && highlighter !== null && highlighter !== 'rouge' && highlighter !== 'minted')
    return String(highlighter);
  if (math !== undefined && math !== null && math !== 'mathjax') return String(math);
  const formatter = (opts as Record<string, unknown> | undefined)?.formatter;
  if (formatter !== undefined) return `the formatter ${formatter}`;
  if (options.transliterated_header_ids === true) return 'stringex';
  return error?.includes('LoadError') ? error : null;
}

function casesBelow(folder: string, input: string | undefined): OwnCase[] {
  const kinds = input === 'html' ? /\.html(input)?$/ : /\.text$/;
  return readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((name) => kinds.test(name))
    .sort()
    .map((path) => {
      const name = path.replace(kinds, '');
      const options = [join(folder, `${name}.options`), join(folder, dirname(name), 'options')].find(existsSync);
      const html = join(folder, `${name}.html`);
      return {
        name: join(basename(dirname(folder)), name),
        text: readFileSync(join(folder, path), 'utf8'),
        yaml: options === undefined ? DEFAULT_OPTIONS : readFileSync(options, 'utf8'),
        ...(input !== undefined && { input }),
        html: existsSync(html) ? readFileSync(html, 'utf8') : null,
      };
    })
    .filter(({ html }) => html !== null || input === 'html');
}
