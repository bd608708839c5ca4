import { test } from 'uvu';
import { fnmatch } from '../../src/files/fnmatch.ts';
import { htmlEscape, xmlEscape } from '../../src/text/escape.ts';
import { testFixture } from '../ruby/fixture.ts';

testFixture(new URL('./fixtures/escape.json', import.meta.url), {
  escape: (_, text: string) => [htmlEscape(text), xmlEscape(text)],
  fnmatch: (_, pattern: string, path: string) => fnmatch(pattern, path),
});

test.run();
