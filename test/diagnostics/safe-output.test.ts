// What reaches a terminal has no password from a URL, and no control character from a file's name or contents.

import { test } from 'uvu';
import * as assert from 'uvu/assert';
import { Console } from '../../src/cli/console.ts';
import { profilerTables } from '../../src/cli/profiler-tables.ts';
import { STACKS } from '../../src/config/stacks.ts';
import { codeFrame } from '../../src/diagnostics/code-frame.ts';
import { BuildError } from '../../src/diagnostics/diagnostic.ts';
import { formatDiagnostic } from '../../src/diagnostics/format.ts';
import { redact, redactInPlace } from '../../src/diagnostics/redact.ts';
import { visible, visibleLine } from '../../src/diagnostics/visible.ts';

test('secrets in addresses are masked, and nothing else', () => {
  const cases: Record<string, string> = {
    'https://user:pass@gems.example/x': 'https://***@gems.example/x',
    'https://gh0_token@github.com/o/r.git': 'https://***@github.com/o/r.git',
    'http://user:1234@proxy.example:8080': 'http://***@proxy.example:8080',
    // As written by an author who doesn't know that URLs need escapes.
    'https://user:p@ss/w"rd@host.example/x': 'https://***@host.example/x',
    '/home/me/https:/user:pass@host.example/x is not a folder': '/home/me/https:/***@host.example/x is not a folder',
    'two: https://a:b@c.example, https://d:e@f.example': 'two: https://***@c.example, https://***@f.example',
    'https://host.example/x?access_token=abc&page=1': 'https://host.example/x?access_token=***&page=1',
    'https://host.example/#id_token=abc': 'https://host.example/#id_token=***',
    'https://host.example/?X-Amz-Signature=abc&b=c': 'https://host.example/?X-Amz-Signature=***&b=c',
    "{ authorization: 'Basic dXNlcjpwYXNz' }": "{ authorization: 'Basic ***' }",
  };
  for (const [written, shown] of Object.entries(cases)) assert.is(redact(written), shown);
  const plain = [
    'ssh://git@github.com/owner/name',
    'git@github.com:owner/name',
    'http://localhost:4000/@name',
    'https://social.example/@name',
    'https://host.example:8080/a?page=2#top',
    'an@address.example',
    '/srv/git:/x and c:/a/b@c',
  ];
  for (const text of plain) assert.is(redact(text), text);
  assert.is(redactInPlace('a: https://me:pw@host/ x'), 'a: https://*****@host/ x');
});

test('long strings are searched in linear time', () => {
  const texts = [
    '://a:b'.repeat(200_000),
    '?key'.repeat(300_000),
    `?${'key'.repeat(300_000)}`,
    '://a@'.repeat(200_000),
  ];
  const from = performance.now();
  for (const text of texts) redact(text);
  assert.ok(performance.now() - from < 20_000);
});

test('control characters, bidirectional marks and invisible ones are shown', () => {
  assert.is(visible('a\x1b[2J\x07\x7f\x9b\nb\tc\r\nd'), 'a␛[2J␇␡<U+009B>\nb\tc\nd');
  assert.is(visible('gpj.\u202eexe\u2066\u200b\ufeff\u{e0041}'), 'gpj.<U+202E>exe<U+2066><U+200B><U+FEFF><U+E0041>');
  assert.is(visibleLine('a\nb\tc'), 'a␊b␉c');
  const kept = 'é 日本 👩\u200d💻 نمی\u200cخواهم';
  assert.is(visible(kept), kept);
});

const ODD = 'a\x1b]0;x\x07\n::error::b\u202e.md';
const isClean = (text: string): boolean => !/[\0-\x09\x0b-\x1f\x7f-\x9f\u202a-\u202e\u2066-\u2069]/.test(text);

test('a diagnostic has one line for its message and its place, whatever they hold', () => {
  const span = { source: { path: ODD, text: 'x: "https://me:secret@host/\x1b[1m"\n' }, start: 0, end: 1 };
  const message = `Can't read ${ODD} of https://me:secret@host/`;
  const diagnostic = { code: 'internal', severity: 'error', message, span, hint: `See ?token=secret ${ODD}` } as const;
  const shown = formatDiagnostic({ ...diagnostic, includedFrom: [span] }, { color: false });
  assert.ok(isClean(shown), shown);
  assert.not.match(shown, 'secret');
  assert.is(shown.split('\n').length, 8); // only the hint has two
  const [line, carets] = codeFrame({ ...span, start: 4, end: 9 }, { width: 80 }).split('\n') as [string, string];
  assert.is(line.slice(carets.indexOf('^'), carets.lastIndexOf('^') + 1), 'https');
  const noPlace = formatDiagnostic({ code: 'internal', severity: 'error', message: 'no', path: ODD }, { color: false });
  assert.ok(isClean(noPlace), noPlace);
  assert.is(noPlace.split('\n').length, 3);
});

test('an error that a program catches holds no password either', () => {
  const error = new BuildError({
    code: 'internal',
    message: 'no https://a:secret@host',
    hint: 'or https://b:secret@host',
  });
  assert.not.match(`${error.message} ${error.stack} ${JSON.stringify(error.diagnostic)}`, 'secret');
});

test('every line of the console is clean', () => {
  let written = '';
  const stream = { isTTY: true, write: (text: string) => (written += text) };
  const console = new Console({ out: stream, err: stream, env: { NO_COLOR: '1' } });
  const said = `${ODD} https://me:secret@host/`;
  console.print(said);
  console.line('Theme:', said);
  console.detail(said);
  console.diagnostic({ code: 'internal', severity: 'info', message: said });
  const templates = [{ name: ODD, count: 1, bytes: 1, seconds: 0 }];
  for (const stack of Object.values(STACKS)) {
    const table = profilerTables({ stack, seconds: {}, templates });
    console.block(table);
    const rows = table.split('\n').filter((row) => row.includes(' | '));
    assert.is(new Set(rows.slice(-2).map((row) => row.length)).size, 1, table);
  }
  assert.ok(isClean(written), written);
  assert.not.match(written, 'secret');
});

test.run();
