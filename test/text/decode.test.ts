import { test } from 'uvu';
import * as assert from 'uvu/assert';
import { BuildError, type Diagnostic } from '../../src/diagnostics/diagnostic.ts';
import { decode, decodeWithBytes, encodeWithBytes } from '../../src/text/decode.ts';

function fault(bytes: readonly number[], encoding: string): Diagnostic {
  try {
    decode(Uint8Array.from(bytes), encoding, 'a.md');
  } catch (error) {
    if (error instanceof BuildError) return error.diagnostic;
    throw error;
  }
  throw new Error('no error');
}

test('a file is decoded in the encoding that is named, without a byte order mark', () => {
  assert.is(decode(Uint8Array.of(0xef, 0xbb, 0xbf, 0xc3, 0xa9), 'utf-8', 'a.md'), 'é');
  assert.is(decode(Uint8Array.of(0xe9), 'iso-8859-1', 'a.md'), 'é');
});

test('an error points at the first character that is not in the encoding', () => {
  const { code, span } = fault([0x61, 0xc3, 0xa9, 0xff, 0x62], 'utf-8');
  assert.equal([code, span?.start], ['not-utf-8', 2]);
  assert.is(fault([0x61, 0xc3, 0xa9], 'us-ascii').span?.start, 1);
});

test('an unknown encoding is an error of its own', () => {
  assert.is(fault([0x61], 'bogus').code, 'unknown-encoding');
});

test('invalid bytes survive decoding and encoding', () => {
  for (const bytes of [
    [0x61, 0xff, 0x62],
    [0xc3, 0xa9, 0x80, 0xc3],
    [0xf0, 0x9f, 0x98, 0x80, 0xed, 0xa0, 0x80],
    [0xc0, 0x80, 0xe0, 0x80, 0x80, 0xf4, 0x90, 0x80, 0x80],
  ])
    assert.equal([...encodeWithBytes(decodeWithBytes(Uint8Array.from(bytes)))], bytes);
});

test.run();
