// Code as kramdown and the tag highlight give it to Rouge (scripts/goldens/highlight.ts).

import { test } from 'uvu';
import * as assert from 'uvu/assert';
import { createHighlighter, type Highlighter } from '../../src/build/highlight.ts';
import { highlightBlock, kramdownHighlighter } from '../../src/converters/rouge.ts';
import { casesIn, expectAnswer } from '../cases.ts';
import { htmlOf, type Question, questionOf, VERSIONS } from './golden.ts';

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

function highlighted(highlighter: Highlighter, marksLines: boolean, question: Question): string | null {
  if (question.ask === 'kramdown') {
    const { code, language, kind, options } = question;
    const said = kramdownHighlighter(highlighter)(code, language, kind, nested(options) as Map<string, unknown>);
    return said === null || typeof said === 'string' ? said : said.html;
  }
  const { code, markup } = question;
  const name = markup.split(' ')[0]!.toLowerCase();
  const given = tagOptions(markup);
  const block = (language: string) => highlightBlock(highlighter, code, language, given, marksLines);
  const html = block(name) ?? block('plaintext');
  return html!.replace(/\n$/, '');
}

for (const one of casesIn(new URL('cases/', import.meta.url))) {
  for (const rouge of VERSIONS) {
    test(`${one.file}, Rouge ${rouge}: ${one.name}`, () => {
      expectAnswer(one, ['html', 'not highlighted'], 'highlight');
      assert.is(highlighted(createHighlighter(rouge), rouge === '4.7.0', questionOf(one)), htmlOf(one, rouge));
    });
  }
}

test('formatters and themes that Rouge fails on', () => {
  const highlighter = createHighlighter('3.30.0');
  const ask = (name: string, value: string) => () =>
    kramdownHighlighter(highlighter)('x', 'python', 'block', new Map([[name, value]]));
  assert.throws(ask('formatter', 'HTMLPygments'), /can't use Rouge's formatter HTMLPygments/);
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
