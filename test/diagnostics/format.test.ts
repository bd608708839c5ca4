import { test } from 'uvu';
import * as assert from 'uvu/assert';
import { codeFrame, displayWidth } from '../../src/diagnostics/code-frame.ts';
import type { Diagnostic, Span } from '../../src/diagnostics/diagnostic.ts';
import { formatDiagnostic, place } from '../../src/diagnostics/format.ts';

/** The span between the two '¦' of a string. */
function marked(text: string, path = 'page.md'): Span {
  const start = text.indexOf('¦');
  const end = text.indexOf('¦', start + 1) - 1;
  return { source: { path, text: text.replaceAll('¦', '') }, start, end };
}

const lines = (...all: string[]): string => all.join('\n');

test('shows the message and its code, the place, the line, the includes and the hint', () => {
  const diagnostic: Diagnostic = {
    code: 'liquid-unknown-tag',
    severity: 'error',
    message: "Unknown tag 'figgure'",
    span: marked('---\ntitle: Card\n---\n\n  ¦{% figgure %}¦ and on\n', '_includes/card.html'),
    includedFrom: [marked('<main>\n¦{% include card.html %}¦\n', '_layouts/default.html'), marked('¦x¦', 'index.md')],
    hint: 'Tags that are known:\nfigure, gist',
  };
  assert.is(
    formatDiagnostic(diagnostic, { color: false }),
    lines(
      "Error: Unknown tag 'figgure' [liquid-unknown-tag]",
      '  at _includes/card.html:5:3',
      '   5 |   {% figgure %} and on',
      '     |   ^^^^^^^^^^^^^',
      '  included from _layouts/default.html:2:1',
      '  included from index.md:1:1',
      '  Hint: Tags that are known:',
      '  figure, gist',
      '',
    ),
  );
});

test('lists are lines of their own, and the paragraphs of a message one line', () => {
  const message = "Could not find post 'a␊b'.\n\nMake sure it exists.\n".replace('␊', '\n');
  assert.is(
    formatDiagnostic(
      { code: 'internal', severity: 'error', message, details: ['one', 'two\n::error::'] },
      { color: false },
    ),
    lines("Error: Could not find post 'a␊b'. Make sure it exists. [internal]", '  one', '  two␊::error::', ''),
  );
});

test('names the file if there is no place, unless the message does', () => {
  const of = (message: string): string =>
    formatDiagnostic({ code: 'internal', severity: 'warning', message, path: '_data/a.csv' }, { color: false });
  assert.is(of('Not UTF-8.'), 'Warning: Not UTF-8. [internal]\n  in _data/a.csv\n');
  assert.is(of("Can't read _data/a.csv."), "Warning: Can't read _data/a.csv. [internal]\n");
});

test('colours only if they are wanted', () => {
  const diagnostic: Diagnostic = { code: 'internal', severity: 'error', message: 'no', span: marked('a ¦b¦') };
  assert.not.match(formatDiagnostic(diagnostic, { color: false }), '\x1b');
  const painted = formatDiagnostic(diagnostic, { color: true });
  assert.match(painted, '\x1b[1;31mError:\x1b[0m no');
  assert.is(painted.replace(/\x1b\[[\d;]*m/g, ''), formatDiagnostic(diagnostic, { color: false }));
});

test('carets stand under the characters, whatever their width', () => {
  const frame = (text: string): string => codeFrame(marked(text), { width: 80 });
  assert.is(frame('日本 ¦語¦ x'), lines(' 1 | 日本 語 x', '   |      ^^'));
  assert.is(frame('\té ¦ab¦'), lines(' 1 |   é ab', '   |     ^^'));
  assert.is(frame('e\u0301¦x¦'), lines(' 1 | e\u0301x', '   |  ^'));
  assert.is(displayWidth('a😀b'), 4);
  assert.is(place(marked('😀😀¦x¦')), 'page.md:1:3');
});

test('a span may be empty, at the end, past the end, or over several lines', () => {
  assert.is(codeFrame(marked('a\r\nb¦¦\r\nc'), { width: 80 }), lines(' 2 | b', '   |  ^'));
  assert.is(codeFrame(marked('one ¦two\nthree¦'), { width: 80 }), lines(' 1 | one two', '   |     ^^^'));
  const source = { path: 'a', text: 'end\n' };
  assert.is(codeFrame({ source, start: 99, end: 120 }, { width: 80 }), lines(' 2 | ', '   | ^'));
});

test('a long line is cut around the place', () => {
  const line = `${'a'.repeat(500)}¦NEEDLE¦${'z'.repeat(500)}`;
  const [shown, below] = codeFrame(marked(line), { width: 60 }).split('\n') as [string, string];
  assert.ok(shown.length <= 60, String(shown.length));
  assert.is(shown.slice(below.indexOf('^'), below.lastIndexOf('^') + 1), 'NEEDLE');
  assert.match(shown, /… ?a|…a/);
  assert.match(shown, /z…$/);
  const [start] = codeFrame(marked(`¦${'w'.repeat(300)}¦`), { width: 60 }).split('\n') as [string];
  assert.ok(start.length <= 60 && start.endsWith('…'));
});

test('control characters do not reach the terminal', () => {
  assert.not.match(codeFrame(marked('a\x1b[2J¦b¦\0'), { width: 80 }), /[\0\x1b]/);
});

test('shows a long chain of includes by its ends', () => {
  const from = marked('¦x¦', 'a.html');
  const diagnostic: Diagnostic = {
    code: 'liquid-nesting',
    severity: 'error',
    message: 'Nesting too deep',
    span: from,
    includedFrom: [...Array<Span>(99).fill(from), marked('¦x¦', 'index.md')],
  };
  const shown = formatDiagnostic(diagnostic, { color: false }).split('\n');
  assert.is(shown.filter((line) => line.includes('included from')).length, 5);
  assert.ok(shown.includes('  … 95 more …'));
  assert.is(shown.at(-2), '  included from index.md:1:1');
});

test.run();
