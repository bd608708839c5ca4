import { readdirSync, readFileSync } from 'node:fs';
import { test } from 'uvu';
import * as assert from 'uvu/assert';
import { createHighlighter, type Highlighter, LexerNotLoaded, type RougeVersion } from '../../src/highlight/index.ts';

interface Case {
  readonly code: string;
  /** Null where that Rouge doesn't have the language. */
  readonly html?: string | null;
  readonly '3.30.0'?: string | null;
  readonly '4.7.0'?: string | null;
}

/** Loads the lexers that the code turns out to need. */
async function htmlOf(highlighter: Highlighter, code: string, language: string): Promise<string | null> {
  try {
    return highlighter.html(code, language);
  } catch (error) {
    if (!(error instanceof LexerNotLoaded)) throw error;
    await highlighter.load([error.language]);
    return htmlOf(highlighter, code, language);
  }
}

const folder = new URL('./fixtures/', import.meta.url);
const languages = readdirSync(folder).map((name) => name.replace(/\.json$/, ''));

for (const rouge of ['3.30.0', '4.7.0'] as const satisfies RougeVersion[]) {
  for (const language of languages) {
    test(`${language} as Rouge ${rouge}`, async () => {
      const highlighter = createHighlighter(rouge);
      await highlighter.load([language]);
      const cases = JSON.parse(readFileSync(new URL(`${language}.json`, folder), 'utf8')) as Case[];
      for (const { code, ...expected } of cases) {
        assert.is(
          await htmlOf(highlighter, code, language),
          rouge in expected ? expected[rouge] : expected.html,
          JSON.stringify(code),
        );
      }
    });
  }
}

test.run();
