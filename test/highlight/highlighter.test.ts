import { test } from 'uvu';
import * as assert from 'uvu/assert';
import { createHighlighter, LexerNotLoaded } from '../../src/highlight/index.ts';

test('names, aliases and options', () => {
  const highlighter = createHighlighter('3.30.0');
  assert.ok(highlighter.known('python'));
  assert.ok(highlighter.known('py?x=1'));
  assert.not(highlighter.known('Python'));
  assert.not(highlighter.known(''));
  assert.is(highlighter.tag('sh'), 'shell');
  assert.is(highlighter.tag('nothing-like-it'), null);
});

test('some names are known to the later Rouge only', () => {
  assert.not(createHighlighter('3.30.0').known('Containerfile'));
  assert.ok(createHighlighter('4.7.0').known('Containerfile'));
});

test('a lexer is loaded before it reads, with those that it hands text to', async () => {
  const highlighter = createHighlighter('3.30.0');
  assert.not(highlighter.loaded('html'));
  assert.throws(
    () => highlighter.html('x', 'html'),
    (error: unknown) => error instanceof LexerNotLoaded,
  );
  await highlighter.load(['html', 'nothing-like-it']);
  assert.ok(highlighter.loaded('html'));
  assert.ok(highlighter.loaded('css'));
  assert.ok(highlighter.loaded('nothing-like-it'));
  assert.is(highlighter.html('x', 'nothing-like-it'), null);
  assert.is(highlighter.lex('x', 'nothing-like-it'), null);
});

test('a code that needs one more lexer says which', async () => {
  const highlighter = createHighlighter('3.30.0');
  await highlighter.load(['markdown']);
  try {
    highlighter.html('```ruby\n1\n```\n', 'markdown');
    assert.unreachable();
  } catch (error) {
    assert.is((error as LexerNotLoaded).language, 'ruby');
  }
});

test('tokens are joined and together are the code', async () => {
  const highlighter = createHighlighter('4.7.0');
  await highlighter.load(['python']);
  const code = 'def f(x):\r\n\treturn "é😀" # – \n';
  const pieces = highlighter.lex(code, 'python')!;
  assert.is(pieces.map(({ text }) => text).join(''), code);
  for (let i = 1; i < pieces.length; i++) assert.is.not(pieces[i]!.token, pieces[i - 1]!.token);
});

test('a code read twice reads the same', async () => {
  const highlighter = createHighlighter('3.30.0');
  await highlighter.load(['erb']);
  const code = '<title><%= @title %></title>\n';
  assert.is(highlighter.html(code, 'erb'), highlighter.html(code, 'erb'));
});

test('empty code', async () => {
  const highlighter = createHighlighter('3.30.0');
  await highlighter.load(['plaintext']);
  assert.is(highlighter.html('', 'plaintext'), '');
  assert.equal(highlighter.lex('', 'plaintext'), []);
});

test('the language is guessed from the code', async () => {
  const highlighter = createHighlighter('3.30.0');
  await highlighter.load(['shell', 'plaintext', 'ruby']);
  assert.match(highlighter.html('#!/bin/bash\ncd /\n', 'guess')!, '<span class="nb">cd');
  assert.match(highlighter.html('# vim: ft=ruby\nputs 1\n', 'guess')!, '<span class="nb">puts');
  assert.is(highlighter.html('cd /\n', 'guess'), 'cd /\n');
});

test('long codes of few characters take no more than their share of time', async () => {
  const highlighter = createHighlighter('3.30.0');
  const languages = ['python', 'ruby', 'c', 'java', 'javascript', 'css', 'csharp', 'html'];
  await highlighter.load(languages);
  const start = performance.now();
  for (const language of languages) {
    for (const unit of ['"\\\\', "'\\", 'a ', '(', '/*', '\n', '<a ', '#{', '\\\\\\"']) {
      highlighter.html(unit.repeat(3000), language);
    }
  }
  assert.ok(performance.now() - start < 10_000);
});

test.run();
