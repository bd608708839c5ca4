import { test } from 'uvu';
import * as assert from 'uvu/assert';
import { percentDecode, percentDecodeBytes, percentEncode, percentEncodeBytes, utf8 } from '../../src/text/percent.ts';

const LETTERS = /[a-z]/;

test('other characters are encoded, as the bytes of their UTF-8', () => {
  assert.is(percentEncode('a B/é😀', LETTERS), 'a%20%42%2F%C3%A9%F0%9F%98%80');
  assert.is(percentEncodeBytes(Uint8Array.of(0x61, 0x00, 0xff), LETTERS), 'a%00%FF');
});

test('escapes are decoded, in upper and lower case', () => {
  assert.is(percentDecode('a%20%c3%A9%F0%9F%98%80'), 'a é😀');
  assert.is(percentDecode('plain'), 'plain');
});

test('a percent sign without two digits after it stays', () => {
  assert.is(percentDecode('100% %4 %4g %'), '100% %4 %4g %');
});

test('chosen escapes are left alone', () => {
  assert.is(utf8(percentDecodeBytes('a%2Fb%20c', ['%2F'])), 'a%2Fb c');
});

test('bytes that are not UTF-8 become U+FFFD, or are reported', () => {
  assert.is(percentDecode('%FFa'), '\ufffda');
  assert.is(utf8(percentDecodeBytes('%FFa')), null);
});

test.run();
