import { test } from 'uvu';
import * as assert from 'uvu/assert';
import { convert, KramdownError, parse, placesOf, readOptions, smartify, toHtml } from '../../src/kramdown/index.ts';

test('a tree can be read first and printed later', () => {
  const document = parse('*a* [b](c)\n', { input: 'GFM' });
  assert.equal(
    document.root.children.map(({ type }) => type),
    ['p'],
  );
  assert.equal(
    document.root.children[0]!.children.map(({ type }) => type),
    ['em', 'text', 'a'],
  );
  assert.is(toHtml(document).html, convert('*a* [b](c)\n').html);
});

test('an element knows its place, through quotes, lists and other line ends', () => {
  const text = 'x\r\n\r\n> - a\r\n>   b *c* d\r\n';
  const document = parse(text, { input: 'GFM', hardWrap: false });
  const place = placesOf(document);
  let found: number | null = null;
  const visit = (el: (typeof document.root)['children'][number]) => {
    if (el.type === 'em') found = place(el);
    for (const child of el.children) visit(child);
  };
  visit(document.root);
  assert.is(found, text.indexOf('*c*'));
});

test('a warning has a place', () => {
  const text = 'one\n\n> two\n> [^missing] three\n\n<div>\n';
  const { warnings } = convert(text, { input: 'GFM' });
  const missing = warnings.find(({ message }) => message.includes('missing'));
  assert.is(missing?.at, text.indexOf('[^missing]'));
  const unclosed = warnings.find(({ message }) => message.includes("'div'"));
  assert.is(unclosed?.at, text.indexOf('<div>'));
});

test('a warning about Markdown in HTML has a place', () => {
  const text = '<!DOCTYPE html>\n<p>one</b>\n';
  const { warnings } = convert(text, readOptions({ input: 'html' }));
  assert.equal(warnings, [
    { message: "Found invalidly used HTML closing tag for 'b' - ignoring it", at: text.indexOf('</b>') },
    { message: "Found no end tag for 'p' - auto-closing it", at: text.indexOf('<p>') },
  ]);
});

test('refuses options as kramdown does', () => {
  const refused = (error: unknown) => error instanceof KramdownError;
  assert.throws(() => readOptions({ toc_levels: '1-3' }), refused);
  assert.throws(() => readOptions({ smart_quotes: 'a,b' }), refused);
  assert.throws(() => readOptions({ footnote_nr: 'x' }), refused);
  assert.throws(() => readOptions({ input: 'Unknown' }), refused);
  assert.equal(readOptions({ auto_ids: 'false', unknown: 1, math_engine: null }), { autoIds: false, mathEngine: null });
  assert.equal(readOptions(new Map<unknown, unknown>([['toc_levels', '2..4']])), { tocLevels: [2, 3, 4] });
});

test("hostile input doesn't overflow the stack or take too long", () => {
  const repeat = (piece: string, length = 50_000) => piece.repeat(Math.ceil(length / piece.length));
  const pieces = [
    '>',
    '* ',
    '[',
    '![',
    '*a **b ',
    '`',
    '<div>',
    '<b>',
    '(',
    '{:',
    '$$',
    '"',
    '[a](',
    '**',
    '_',
    '<a b="',
  ];
  const start = performance.now();
  for (const piece of pieces) convert(`x ${repeat(piece)}\n\n${repeat(piece)}\n`, { input: 'GFM', hardWrap: false });
  convert(`${repeat('![<img src="a"> ')}\n`, { input: 'GFM', htmlToNative: true });
  convert(`| a${repeat(' ', 300_000)}b |\n`, { input: 'GFM' });
  assert.ok(performance.now() - start < 60_000);
});

test('too deep nesting is read as text, with a warning and its place', () => {
  const deep = convert(`${'* '.repeat(5000)}a\n`, { input: 'GFM' });
  assert.is(deep.warnings.length, 1);
  assert.match(deep.warnings[0]!.message, /^Nested more than \d+ levels deep/);
  assert.type(deep.warnings[0]!.at, 'number');
  assert.is(convert(`${'>'.repeat(700)}a\n`, { input: 'GFM' }).html.match(/<blockquote>/g)!.length, 700);
  assert.match(smartify(`${'<b>'.repeat(5000)}"a"`), /“a”/);
  // Ruby runs out of stack after 800 of these.
  const lists = Array.from({ length: 800 }, (_, i) => `${'  '.repeat(i)}- a\n`).join('');
  assert.is(convert(lists, { input: 'GFM' }).html.match(/<ul>/g)!.length, 800);
});

// kramdown 2.4.0 and 2.5.2 fail with a NoMethodError here.
test('input that kramdown fails on is refused', () => {
  assert.throws(
    () => convert('<p><img src="x"></p>\n\n: a\n', { input: 'GFM', htmlToNative: true }),
    (error: Error) => error instanceof KramdownError && /begins with HTML/.test(error.message),
  );
});

test('a short text that needs too much memory or time is refused', () => {
  const doubled = Array.from({ length: 60 }, (_, i) => `{:a${i}: a${i + 1} a${i + 1}}\n`).join('');
  const refused = [
    [`{:a:${' .b'.repeat(100_000)}}\n\n${'*c*{:a} '.repeat(400)}\n`, /too long/],
    [`${doubled}\nb\n{:a0}\n`, /too often/],
    [`${'|a'.repeat(10_000)}|\n${'|a\n'.repeat(1_000)}`, /too long/],
  ] as const;
  for (const [text, message] of refused) {
    assert.throws(
      () => convert(text, { input: 'GFM' }),
      (error: Error) => error instanceof KramdownError && message.test(error.message),
    );
  }
});

test.run();
