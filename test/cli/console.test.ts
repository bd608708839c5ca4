import { test } from 'uvu';
import * as assert from 'uvu/assert';
import { Console } from '../../src/cli/console.ts';
import type { Diagnostic } from '../../src/diagnostics/diagnostic.ts';

function setup(options: { tty?: boolean; quiet?: boolean; env?: Record<string, string> }) {
  const written = { out: '', err: '' };
  const stream = (name: 'out' | 'err') => ({ isTTY: options.tty, write: (text: string) => (written[name] += text) });
  const console = new Console({ out: stream('out'), err: stream('err'), env: options.env ?? {}, quiet: options.quiet });
  return { console, written };
}

const warning: Diagnostic = { code: 'internal', severity: 'warning', message: 'careful' };
const error: Diagnostic = { code: 'internal', severity: 'error', message: 'no' };

test("a pipe gets lines in Jekyll's form, and no progress", () => {
  const { console, written } = setup({});
  console.progress('Rendering', 1, 9);
  console.line('Source:', '/a/b');
  console.line('', 'done  in\n1 second.');
  console.diagnostic(warning);
  assert.is(written.out, '            Source: /a/b\n                    done in 1 second.\n');
  assert.is(written.err, 'Warning: careful [internal]\n');
  assert.is(console.warnings, 1);
});

test('a terminal shows progress in one line, which anything else clears', () => {
  const { console, written } = setup({ tty: true });
  console.progress('Reading');
  console.progress('Rendering', 3, 9);
  console.diagnostic(error);
  assert.is(written.out, '\r\x1b[K         Reading... \r\x1b[K       Rendering... 3/9\r\x1b[K');
  assert.is(written.err, '\x1b[1;31mError:\x1b[0m no \x1b[2m[internal]\x1b[0m\n');
});

test('--quiet prints errors only', () => {
  const { console, written } = setup({ tty: true, quiet: true });
  console.progress('Reading');
  console.line('Source:', '/a');
  console.diagnostic(warning);
  console.diagnostic(error);
  assert.is(written.out, '');
  assert.match(written.err, 'no \x1b');
  assert.not.match(written.err, 'careful');
});

test('NO_COLOR and a dumb terminal switch colours off, FORCE_COLOR switches them on', () => {
  const colored = (tty: boolean, env: Record<string, string>): boolean => {
    const { console, written } = setup({ tty, env });
    console.diagnostic(error);
    return written.err.includes('\x1b[');
  };
  assert.is(colored(true, {}), true);
  assert.is(colored(true, { NO_COLOR: '1' }), false);
  assert.is(colored(true, { NO_COLOR: '' }), true);
  assert.is(colored(true, { TERM: 'dumb' }), false);
  assert.is(colored(false, {}), false);
  assert.is(colored(false, { FORCE_COLOR: '1' }), true);
});

test.run();
