import { readFileSync } from 'node:fs';
import { test } from 'uvu';
import * as assert from 'uvu/assert';
import { createHighlighter, type Highlighter } from '../../src/build/highlight.ts';
import { highlightBlock, kramdownHighlighter } from '../../src/converters/rouge.ts';

interface Case {
  readonly ask: 'kramdown' | 'tag';
  readonly code: string;
  readonly language?: string;
  readonly kind?: 'block' | 'span';
  readonly options?: { readonly [name: string]: unknown };
  readonly markup?: string;
  readonly html?: string | null;
  readonly '3.30.0'?: string | null;
  readonly '4.7.0'?: string | null;
}

const file = new URL('./fixtures/rouge.json', import.meta.url);
const cases = JSON.parse(readFileSync(file, 'utf8')) as Case[];

const nested = (value: unknown): unknown =>
  value !== null && typeof value === 'object'
    ? new Map(Object.entries(value).map(([key, inner]) => [key, nested(inner)]))
    : value;

/** As the tag reads them out of its markup. */
function tagOptions(markup: string): Map<string, string | boolean | string[]> {
  const options = new Map<string, string | boolean | string[]>();
  for (const [, name, list, word] of markup.matchAll(/ (\w+)(?:="([^"]*)"|=(\w+))?/g)) {
    options.set(name!, list?.split(' ') ?? word ?? (name === 'linenos' ? 'inline' : true));
  }
  return options;
}

function highlighted(
  highlighter: Highlighter,
  marksLines: boolean,
  { ask, code, language, kind, options, markup }: Case,
): string | null {
  if (ask === 'kramdown') {
    const said = kramdownHighlighter(highlighter)(
      code,
      language ?? null,
      kind!,
      nested(options) as Map<string, unknown>,
    );
    return said === null || typeof said === 'string' ? said : said.html;
  }
  const name = markup!.split(' ')[0]!.toLowerCase();
  const given = tagOptions(markup!);
  const block = (language: string) => highlightBlock(highlighter, code, language, given, marksLines);
  const html = block(name) ?? block('plaintext');
  return html!.replace(/\n$/, '');
}

for (const rouge of ['3.30.0', '4.7.0'] as const) {
  for (const given of cases) {
    test(`${given.ask} ${given.language ?? given.markup ?? ''} ${JSON.stringify(given.options ?? '')}, Rouge ${rouge}`, () => {
      const expected = rouge in given ? given[rouge] : given.html;
      assert.is(highlighted(createHighlighter(rouge), rouge === '4.7.0', given), expected);
    });
  }
}

test('formatters and themes that Rouge fails on', () => {
  const highlighter = createHighlighter('3.30.0');
  const ask = (name: string, value: string) => () =>
    kramdownHighlighter(highlighter)('x', 'python', 'block', new Map([[name, value]]));
  assert.throws(ask('formatter', 'HTMLPygments'), /formatter HTMLPygments can't be named in kramdown's options/);
  assert.throws(ask('formatter', 'Terminal256'), /formatter Terminal256 is for terminals/);
  assert.throws(ask('inline_theme', 'no-such-theme'), /no theme 'no-such-theme'/);
});

test('an unknown lexer, and highlighting that is off', () => {
  const highlighter = createHighlighter('3.30.0');
  assert.is(highlightBlock(highlighter, 'x', 'no-such-language', new Map(), false), null);
  assert.is(kramdownHighlighter(highlighter)('x', 'no-such-language', 'block', new Map()), null);
  assert.is(kramdownHighlighter(highlighter)('x', 'python', 'block', new Map([['disable', true]])), null);
});

test('mark_lines without quotes', () => {
  const highlighter = createHighlighter('4.7.0');
  const marks = new Map([['mark_lines', '2']]);
  assert.throws(() => highlightBlock(highlighter, 'x', 'python', marks, true), /mark_lines/);
});

test.run();
