import { test } from 'uvu';
import { STACKS } from '../../src/config/stacks.ts';
import { absoluteUrl, escapePath, normalizeUriComponent, relativeUrl, unescapePath } from '../../src/text/uri.ts';
import { testQuestions } from '../questions.ts';

testQuestions(new URL('cases/', import.meta.url), ['uri'], {
  urls: (compat, input: string, url: string | null, baseurl: string | null) => [
    relativeUrl(input, baseurl),
    absoluteUrl(input, url, baseurl, STACKS[compat].urls),
  ],
  paths: (_, text: string) => [escapePath(text), unescapePath(text), normalizeUriComponent(text)],
});

test.run();
