import { test } from 'uvu';
import * as assert from 'uvu/assert';
import { createHighlighter } from '../../src/build/highlight.ts';
import { lexerSource } from '../../src/build/on-demand.ts';
import { createHighlighter as createWith } from '../../src/highlight/index.ts';

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

test('a lexer is loaded once, when code needs it', () => {
  const loaded: string[] = [];
  const lexer = (file: string) => {
    loaded.push(file);
    return lexerSource.lexer(file);
  };
  const highlighter = createWith('3.30.0', { ...lexerSource, lexer });
  assert.ok(highlighter.known('markdown'));
  assert.equal(loaded, []);
  assert.is(highlighter.html('x', 'nothing-like-it'), null);
  assert.is(highlighter.lex('x', 'nothing-like-it'), null);
  assert.equal(loaded, []);
  for (let turn = 0; turn < 2; turn++) {
    assert.match(highlighter.html('```ruby\nputs 1\n```\n', 'md')!, '<span class="nb">puts</span>');
  }
  assert.equal(loaded, ['markdown', 'html', 'ruby']);
});

test('a theme is loaded on demand', () => {
  const highlighter = createHighlighter('3.30.0');
  assert.ok(highlighter.theme('github'));
  assert.is(highlighter.theme('nothing-like-it'), null);
});

test('tokens are joined, and together are the code', () => {
  const highlighter = createHighlighter('4.7.0');
  const code = 'def f(x):\r\n\treturn "é😀" # – \n';
  const pieces = highlighter.lex(code, 'python')!;
  assert.is(pieces.map(({ text }) => text).join(''), code);
  for (let i = 1; i < pieces.length; i++) assert.is.not(pieces[i]!.token, pieces[i - 1]!.token);
});

test('code that is read twice gives the same tokens', () => {
  const highlighter = createHighlighter('3.30.0');
  const code = '<title><%= @title %></title>\n';
  assert.is(highlighter.html(code, 'erb'), highlighter.html(code, 'erb'));
});

test('empty code', () => {
  const highlighter = createHighlighter('3.30.0');
  assert.is(highlighter.html('', 'plaintext'), '');
  assert.equal(highlighter.lex('', 'plaintext'), []);
});

test('the language is guessed from the code', () => {
  const highlighter = createHighlighter('3.30.0');
  assert.match(highlighter.html('#!/bin/bash\ncd /\n', 'guess')!, '<span class="nb">cd');
  assert.match(highlighter.html('# vim: ft=ruby\nputs 1\n', 'guess')!, '<span class="nb">puts');
  assert.is(highlighter.html('cd /\n', 'guess'), 'cd /\n');
});

test('long code of few different characters takes linear time', () => {
  const highlighter = createHighlighter('3.30.0');
  const languages = ['python', 'ruby', 'c', 'java', 'javascript', 'css', 'csharp', 'html'];
  const start = performance.now();
  for (const language of languages) {
    for (const unit of ['"\\\\', "'\\", 'a ', '(', '/*', '\n', '<a ', '#{', '\\\\\\"']) {
      highlighter.html(unit.repeat(3000), language);
    }
  }
  assert.ok(performance.now() - start < 10_000);
});

test('runs of signs take linear time, whatever follows them', () => {
  const run = '#'.repeat(400_000);
  for (const rouge of ['3.30.0', '4.7.0'] as const) {
    const highlighter = createHighlighter(rouge);
    for (const code of [run, `${run}"`, `${run}/x`, `${run}/ x`, `${run}/x/#`, '#/a '.repeat(100_000)]) {
      const from = process.cpuUsage();
      const tokens = highlighter.lex(`x ${code}\n`, 'swift')!;
      const { user, system } = process.cpuUsage(from);
      assert.is(tokens.map(({ text }) => text).join('').length, code.length + 3);
      assert.ok((user + system) / 1e6 < 10, `${(user + system) / 1e6} s`);
    }
  }
});

test.run();
