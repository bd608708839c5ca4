import { test } from 'uvu';
import { absoluteUrl, escapePath, normalizeUriComponent, relativeUrl, unescapePath } from '../../src/text/uri.ts';
import { testFixture } from '../ruby/fixture.ts';

testFixture(new URL('./fixtures/urls.json', import.meta.url), {
  urls: (profile, input: string, url: string | null, baseurl: string | null) => [
    relativeUrl(input, baseurl),
    absoluteUrl(input, url, baseurl, { profile }),
  ],
  paths: (_, text: string) => [escapePath(text), unescapePath(text), normalizeUriComponent(text)],
});

test.run();
