import { test } from 'uvu';
import * as assert from 'uvu/assert';
import { isOwnHost } from '../../src/server/hosts.ts';

/** Which of these names the preview answers to. */
const own = (names: readonly string[], host: string, local: string, allowed: readonly string[] = []): string[] =>
  names.filter((name) => isOwnHost(name, local, { host, allowed }));

const NAMES = [
  'localhost',
  'LOCALHOST:4000',
  'localhost.',
  '127.0.0.1',
  '127.0.0.1:8080',
  '[::1]:4000',
  '192.168.0.7:4000',
  '203.0.113.9',
  'box.example:4000',
  'evil.example',
  'localhost.evil.example',
  'xlocalhost',
  '127.0.0.1.evil.example',
];
const LOOPBACK = NAMES.slice(0, 6);

test('on a loopback address: its names, with any port', () => {
  for (const host of ['127.0.0.1', 'localhost', '::1', '127.0.0.2'])
    assert.equal(own(NAMES, host, '127.0.0.1'), LOOPBACK);
});

test('on every address: its names, and the address that the request came in at', () => {
  assert.equal(own(NAMES, '0.0.0.0', '192.168.0.7'), [...LOOPBACK, '192.168.0.7:4000']);
  assert.equal(own(NAMES, '::', '::ffff:192.168.0.7'), [...LOOPBACK, '192.168.0.7:4000']);
  assert.ok(isOwnHost('0.0.0.0:4000', '127.0.0.1', { host: '0.0.0.0', allowed: [] }));
  assert.ok(isOwnHost('[FE80::1]:4000', 'fe80::1', { host: '::', allowed: [] }));
});

test('on another address or name: only that', () => {
  assert.equal(own(NAMES, '192.168.0.7', '192.168.0.7'), ['192.168.0.7:4000']);
  assert.equal(own(NAMES, 'Box.example', '192.168.0.7'), ['192.168.0.7:4000', 'box.example:4000']);
});

test('allowed names, and with a dot all names below them', () => {
  assert.equal(own(['evil.example', 'box.example:1'], '127.0.0.1', '127.0.0.1', ['BOX.example']), ['box.example:1']);
  const names = ['example', 'a.example', 'b.a.example:80', 'notexample', 'example.evil'];
  assert.equal(own(names, '127.0.0.1', '127.0.0.1', ['.example']), ['example', 'a.example', 'b.a.example:80']);
  assert.equal(own(['198.51.100.7:4000', '[fd00::1]'], '0.0.0.0', '172.17.0.2', ['198.51.100.7', 'fd00::1']).length, 2);
});

test('an invalid host name is refused', () => {
  const bad = [
    '',
    ' ',
    'a b',
    'localhost/',
    'localhost@evil.example',
    'localhost#',
    'localhost:x',
    '[::1',
    '::1',
    'local\\host',
  ];
  assert.equal(own(bad, '0.0.0.0', '127.0.0.1'), []);
  assert.not.ok(isOwnHost(undefined, '127.0.0.1', { host: '0.0.0.0', allowed: [] }));
});

test.run();
