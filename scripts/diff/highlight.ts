/**
 * Compares our highlighting with Rouge's.
 *
 *   REFERENCE="path/to/reference" npm run diff:highlight -- --language python,ruby|all [--rouge 3|4]
 *     [--count 500] [--seed 1] [--folder DIR]… [--whole] [--show 3] [--samples NAME=DIR]…
 *
 * REFERENCE is a command that runs `exec STACK ruby FILE` in a stack that has Rouge; one process serves the run.
 * Codes are cut, joined and mutated from our fixtures, the gem's own demo of the language and what the folders hold:
 * files by Rouge's patterns for their names or named as the language, and fences of Markdown. `--whole` compares these as they are first.
 * `--samples` compares a folder's files instead, one a language under its tag (Rouge's demos and visual samples are
 * such folders), and prints the first token that differs; several folders make the columns of a table.
 */
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { createHighlighter, type Highlighter } from '../../src/build/highlight.ts';
import { mutate, randomFrom, shrink } from './highlight-mutations.ts';
import { caseCodes, filesOf, samplesIn } from './highlight-samples.ts';
import { Reference } from './rouge-reference.ts';

/** What both make of a code that they disagree on. */
interface Difference {
  readonly theirs: string | null;
  readonly ours: string | null;
}

const AT_ONCE = 64;

function ourHtml(highlighter: Highlighter, code: string, language: string): string | null {
  try {
    return highlighter.html(code, language);
  } catch (error) {
    return `error: ${(error as Error).message}`;
  }
}

/** The first token that differs: its line, Rouge's token there and ours. */
function firstDifference({ theirs, ours }: Difference): string {
  if (theirs === null || ours === null) return theirs === null ? 'no lexer in Rouge' : 'no lexer';
  const tokensOf = (html: string) => html.match(/<span class="\w+">[^<]*<\/span>|[^<]+/g) ?? [];
  const [left, right] = [tokensOf(theirs), tokensOf(ours)];
  const at = left.findIndex((token, i) => token !== right[i]);
  const line = left.slice(0, at).join('').split('\n').length;
  return `line ${line}: ${JSON.stringify(left[at] ?? '')}, ours ${JSON.stringify(right[at] ?? '')}`;
}

async function main(): Promise<void> {
  const { values } = parseArgs({
    options: {
      language: { type: 'string' },
      rouge: { type: 'string', default: '3' },
      count: { type: 'string', default: '500' },
      seed: { type: 'string', default: '1' },
      folder: { type: 'string', multiple: true, default: [] },
      whole: { type: 'boolean', default: false },
      show: { type: 'string', default: '3' },
      samples: { type: 'string', multiple: true, default: [] },
    },
  });
  const rouge = values.rouge === '4' ? '4.7.0' : '3.30.0';
  const reference = new Reference(rouge);
  const highlighter = createHighlighter(rouge);

  const compare = async (code: string, language: string): Promise<Difference | null> => {
    const answer = await reference.ask({ code, language });
    // Rouge itself sometimes takes exponential time or fails: then there is nothing to compare with.
    if (answer.error !== undefined) return null;
    const ours = ourHtml(highlighter, code, language);
    return ours === answer.html ? null : { theirs: answer.html!, ours };
  };

  /** The samples that differ, several requests at a time, since Rouge runs in another process. */
  const differing = async (codes: readonly string[], language: string): Promise<[string, Difference][]> => {
    const found: [string, Difference][] = [];
    for (let i = 0; i < codes.length; i += AT_ONCE) {
      const some = codes.slice(i, i + AT_ONCE);
      const results = await Promise.all(some.map((code) => compare(code, language)));
      results.forEach((difference, k) => {
        if (difference !== null) found.push([some[k]!, difference]);
      });
    }
    return found;
  };

  const show = async (language: string, found: readonly [string, Difference][]): Promise<void> => {
    for (const [code, first] of found.slice(0, Number(values.show))) {
      const small = await shrink(code, async (text) => (await compare(text, language)) !== null);
      const { theirs, ours } = (await compare(small, language)) ?? first;
      console.log(`--- ${language}: ${JSON.stringify(small)}`);
      console.log(`  rouge ${JSON.stringify(theirs)}\n  ours  ${JSON.stringify(ours)}`);
    }
  };

  const folders = values.samples.map((text) => text.split('=') as [string, string]);
  const files = values.folder.flatMap(filesOf);
  const all = values.language === 'all';
  const languages = all ? (await reference.ask({ ask: 'tags' })).names! : values.language!.split(',');
  if (folders.length > 0) console.log(`| language | ${folders.map(([name]) => name).join(' | ')} |`);
  for (const language of languages) {
    if (folders.length > 0) {
      const cells: string[] = [];
      for (const [, folder] of folders) {
        const file = join(folder, language);
        const difference = existsSync(file) ? await compare(readFileSync(file, 'utf8'), language) : undefined;
        if (difference === undefined) cells.push('none');
        else cells.push(difference === null ? 'identical' : firstDifference(difference));
      }
      console.log(`| ${language} | ${cells.join(' | ')} |`);
      continue;
    }
    if (!highlighter.known(language)) {
      console.log(`${language}: no lexer`);
      continue;
    }
    const demos = (await reference.ask({ ask: 'samples', language })).samples!;
    const names = await reference.ask({ ask: 'language', language });
    const found = samplesIn(files, { names: names.names!, globs: names.globs! }, 400);
    const samples = [...demos, ...caseCodes(language), ...found];
    let whole = '';
    if (values.whole) {
      const bad = await differing(samples, language);
      await show(language, bad);
      whole = `${samples.length - bad.length}/${samples.length} samples, `;
    }
    const random = randomFrom(Number(values.seed));
    const count = samples.length === 0 ? 0 : Number(values.count);
    const bad = await differing(
      Array.from({ length: count }, () => mutate(samples, random)),
      language,
    );
    await show(language, bad);
    console.log(`${language}: ${whole}${count - bad.length}/${count} mutations identical`);
  }
  reference.end();
}

await main();
