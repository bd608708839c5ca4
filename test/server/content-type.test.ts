import { test } from 'uvu';
import * as assert from 'uvu/assert';
import { contentType } from '../../src/server/content-type.ts';

test('content types', () => {
  const types = ['a.js', 'a.svg', 'feed.xml', 'a.json', 'a.woff2', 'a.pdf', 'CNAME', 'a.webmanifest', 'a.ipynb'].map(
    contentType,
  );
  assert.equal(types, [
    'text/javascript; charset=utf-8',
    'image/svg+xml; charset=utf-8',
    'text/xml; charset=utf-8',
    'application/json; charset=utf-8',
    'font/woff2',
    'application/pdf',
    'application/octet-stream',
    'application/manifest+json; charset=utf-8',
    'application/octet-stream',
  ]);
});

test.run();
